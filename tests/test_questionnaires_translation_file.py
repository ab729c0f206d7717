"""Files of translated texts: strict when read, the same again when written."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from questionnaires.errors import UserError
from questionnaires.translation_file import Translated, Translation, comments_above, opening, parse, written

PACKAGED = sorted(Path(str(files("questionnaires") / "pga")).glob("*.??.yaml"))
HEAD = "language: fr\nquestionnaire: pga\nversion: 1.0.0\n"


@pytest.mark.parametrize("file", PACKAGED, ids=lambda file: file.name)
def test_a_file_of_the_program_written_again_is_the_same(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert written(parse(text, file.name), comments_above(text)) == text


def test_every_character_a_text_may_hold_comes_back() -> None:
    said = 'A "quote", a \\ and\ntwo lines: # no comment, « guillemets », العربية, 中, no, 1.10'
    one = Translated(of="12345678", text=said, note="of: {unit}")
    made = Translation(
        language="ar",
        questionnaire="own",
        version="1.10.0",
        after="1.9.0",
        read_by="Nadia",
        texts={"words.posts / grades.term": one},
    )
    assert parse(written(made, opening(made)), "f.yaml") == made
    assert written(made, opening(made)).startswith("# العربية: the texts of own 1.10.0.")


def test_a_file_without_texts_is_read_again() -> None:
    made = Translation(language="sw", questionnaire="own", version="1.0.0", texts={})
    assert parse(written(made, ""), "f.yaml") == made


def test_a_file_that_is_not_understood_is_refused_with_places() -> None:
    with pytest.raises(UserError, match=r"f\.yaml cannot be used as a translation") as refused:
        parse(f"{HEAD}texts:\n  title: Audit\nlanguages: fr\n", "f.yaml")
    assert [one.where for one in refused.value.problems] == ["f.yaml:5:3", "f.yaml:6:1"]
    with pytest.raises(UserError) as twice:
        parse(f"{HEAD}texts:\n  title: {{of: a, text: b}}\n  title: {{of: a, text: c}}\n", "f.yaml")
    assert "f.yaml:6:3" in [one.where for one in twice.value.problems]


def test_a_file_that_comes_after_itself_or_a_later_version_is_refused() -> None:
    for after in ("1.0.0", "1.0.1"):
        with pytest.raises(UserError) as refused:
            parse(f"{HEAD}after: {after}\ntexts: {{}}\n", "f.yaml")
        (problem,) = refused.value.problems
        assert str(problem).startswith(f"f.yaml:4:1: `after` is {after}, which is not before 1.0.0.")


def test_a_file_of_another_questionnaire_version_or_language_is_refused() -> None:
    expected = Translation(language="es", questionnaire="own", version="1.1.0", texts={})
    with pytest.raises(UserError) as refused:
        parse(f"{HEAD}texts: {{}}\n", "1.1.0.es.yaml", expected)
    assert [one.message for one in refused.value.problems] == [
        "`language` is fr, and es is looked for here.",
        "`questionnaire` is pga, and own is looked for here.",
        "`version` is 1.0.0, and 1.1.0 is looked for here.",
    ]
