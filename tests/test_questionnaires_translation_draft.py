"""A translation that somebody works on: where it begins, what it lacks, the file it becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaires.errors import UserError
from questionnaires.texts import texts
from questionnaires.translation_draft import Draft, draft
from questionnaires.translation_file import Translated, Translation, written
from questionnaires.translations import mark, packaged_shelf, shelf_beside
from tests.own_questionnaire import own, questionnaire_of, translate

SUPERSEDES = ("version: 1.2.1", "version: 1.2.1\nsupersedes: 1.2.0")


def drafted(file: Path, language: str = "fr") -> Draft:
    return draft(questionnaire_of(file), language, shelf_beside(file), packaged_shelf("small"))


def test_without_a_file_every_text_is_missing(tmp_path: Path) -> None:
    found = drafted(own(tmp_path), "sw")
    assert found.keys("missing") == tuple(texts(found.questionnaire))
    assert (found.name, found.file, found.text("title")) == ("1.2.0.sw.yaml", None, "")


def test_a_text_whose_source_changed_is_out_of_date_and_still_there(tmp_path: Path) -> None:
    file = own(tmp_path)
    translate(file, "fr", "summary")
    found = drafted(own(tmp_path, ("title: Small audit", "title: Little audit")))
    assert found.keys("out of date") == ("title",)
    assert found.keys("missing") == ("summary",)
    assert found.text("title") == "fr: Small audit"
    assert len(found.keys("done")) == len(found.english) - 2


def test_a_new_version_begins_with_the_texts_of_the_one_it_supersedes(tmp_path: Path) -> None:
    translate(own(tmp_path), "fr")
    found = drafted(own(tmp_path, SUPERSEDES, version="1.2.1"))
    assert found.keys("missing") == ()
    one = Translated(of=mark("Small audit"), text="Petit audit")
    becomes = found.with_changes({"title": one}, None)
    assert (becomes.after, becomes.version, becomes.texts) == ("1.2.0", "1.2.1", {"title": one})


def test_a_patch_in_a_folder_of_its_own_begins_with_the_texts_of_the_program(tmp_path: Path) -> None:
    from questionnaires.library import load, load_file

    text = load("pga", "1.1.0").text.replace(
        "version: 1.1.0\nsupersedes: 1.0.0", "version: 1.1.1\nsupersedes: 1.1.0", 1
    )
    file = tmp_path / "1.1.1.yaml"
    file.write_text(text, encoding="utf-8")
    found = draft(load_file(file).questionnaire, "fr", shelf_beside(file), packaged_shelf("pga"))
    assert found.keys("missing") == ()
    becomes = found.with_changes({}, None)
    assert becomes.after is None
    assert becomes.texts.keys() >= found.english.keys()


def test_the_file_has_the_order_of_the_questionnaire_and_keeps_what_it_held(tmp_path: Path) -> None:
    file = own(tmp_path)
    one = Translated(of="12345678", text="vieux")
    made = Translation(
        language="fr", questionnaire="small", version="1.2.0", texts={"gone": one, "summary": one}
    )
    file.with_name("1.2.0.fr.yaml").write_text(written(made, ""), encoding="utf-8")
    becomes = drafted(file).with_changes({"title": one}, None)
    assert list(becomes.texts) == ["title", "summary", "gone"]


def test_who_read_it_is_kept_only_while_nothing_changes(tmp_path: Path) -> None:
    file = own(tmp_path)
    made = translate(file, "fr")
    text = made.read_text(encoding="utf-8").replace("texts:\n", 'read_by: "Awa"\ntexts:\n', 1)
    made.write_text(text, encoding="utf-8")
    found, one = drafted(file), Translated(of="12345678", text="Audit")
    assert found.with_changes({}, None).read_by == "Awa"
    assert found.with_changes({"title": one}, None).read_by is None
    assert found.with_changes({"title": one}, "Nadia").read_by == "Nadia"


@pytest.mark.parametrize("language", ["en", "xx"])
def test_its_own_language_and_no_language_are_refused(tmp_path: Path, language: str) -> None:
    with pytest.raises(UserError):
        drafted(own(tmp_path), language)
