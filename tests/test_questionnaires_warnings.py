"""What an editor would question: one file a warning, every check with a file, and the shipped definition."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from questionnaires import load
from questionnaires.errors import UserError
from questionnaires.library import Loaded, load_file, load_text
from questionnaires.schema import _WORDS
from questionnaires.texts import texts
from questionnaires.warnings import placed_warnings, warnings
from questionnaires.warnings_crossing import crossing
from tests.bad_definitions import ALL, BROKEN, WARNED, expected, staff, untranslated

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "questionnaires"
# Where messages about a definition are made, and the classes they are made with.
MAKERS = [*PACKAGE.glob("checks*.py"), *PACKAGE.glob("warnings_*.py"), PACKAGE / "schema.py"]
MADE = ("Mistake", "EditorWarning")


def said(loaded: Loaded, file: Path) -> list[str]:
    found = placed_warnings(loaded, "f", staff=staff(file), untranslated=untranslated(file))
    return [f"{p.where.removeprefix('f:')} {p.message} {p.remedy}" for p in (one.problem for one in found)]


@pytest.mark.parametrize("file", WARNED, ids=lambda file: file.stem)
def test_the_warning_names_its_place_and_what_to_do(file: Path) -> None:
    assert len(expected(file)) == 1
    assert said(load_file(file), file) == expected(file)


def test_a_sound_definition_has_no_warnings() -> None:
    for number in (None, 8, 20, 40, 1000):
        assert placed_warnings(load_file(TESTS / "small.yaml"), "small.yaml", staff=number) == []


def test_of_the_first_questionnaire_only_double_questions_are_questioned() -> None:
    found = {(one.rule, one.message.split("`")[1]) for one in warnings(load("pga", "1.0.0").questionnaire)}
    double = ("ST2-07", "ST3-03", "SU4-03", "IA2-09")
    assert found == {("double_barrelled", name) for name in double}


def test_no_shipped_profile_crossing_is_too_small_in_any_unit_it_is_asked_in() -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    assert [n for n in range(8, 200) if list(crossing(questionnaire, n))] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("I can raise a concern here without fear", None),
        ("Nobody is left out here", None),
        ("Women are never passed over here", None),
        ("Where women are passed over, managers act", None),
        ("I know where I can report harassment", None),
        ("Women and men are treated alike", None),
        ("Women's and men's views weigh the same", None),
        ("The views of men and women weigh the same", None),
        ("Meetings begin at a good hour", None),
        ("Chances differ between women and men", None),
        ("Nobody listens here", "reverse_missing"),
        ("Pressure keeps us from it", "reverse_missing"),
        ("Everybody knows that chances are equal", "leading"),
        ("How useful was the training?", "leading"),
        ("The training was short and useful", "double_barrelled"),
        ("The training was paid as well as useful", "double_barrelled"),
        ("Each member says what he thinks", "inclusive"),
        ("There is manpower for it", "inclusive"),
        ("The man-hours are enough", "inclusive"),
        ("The director hears the chairpersons", None),
        ("The theme of the shelter is here", None),
    ],
)
def test_words_are_judged_in_their_sentence(text: str, rule: str | None) -> None:
    base = next(file for file in WARNED if file.stem == "warns_not_translated").read_text(encoding="utf-8")
    loaded = load_text(base.replace("text: Chances are equal here", f'text: "{text}"'), "f")
    assert [one.rule for one in warnings(loaded.questionnaire)] == ([rule] if rule else [])


def test_wording_in_another_language_is_not_judged() -> None:
    for file in WARNED:
        text = file.read_text(encoding="utf-8").replace("language: en", "language: de")
        loaded = load_text(text, "f")
        rules = {one.rule for one in warnings(loaded.questionnaire)}
        assert not rules & {"leading", "double_barrelled", "inclusive", "reverse_missing", "reverse_kept"}


def test_a_text_that_is_cited_is_not_judged() -> None:
    text = (TESTS / "small.yaml").read_text(encoding="utf-8")
    cited = load_text(text.replace("source: Table 1", "source: Report of the chairman"), "f")
    assert warnings(cited.questionnaire) == []


def test_every_text_has_a_place() -> None:
    from questionnaires.placed_texts import placed_texts

    for loaded in (load("pga"), load_file(TESTS / "small.yaml")):
        found = {text for _, text in placed_texts(loaded.questionnaire)}
        assert set(texts(loaded.questionnaire).values()) <= found


def test_every_check_has_a_broken_or_doubtful_definition() -> None:
    """The files are read while it is watched which lines make a mistake or a warning."""
    calls = {(file.name, line) for file in MAKERS for line in made_in(file)} - {no_words_yet()}
    assert len(calls) > 50
    reached = watched(lambda: [read_whole(file) for file in ALL])
    assert sorted(calls - reached) == []


def test_every_refusal_of_a_field_has_a_broken_definition() -> None:
    """The words for each kind of refusal stand at the top of some file."""
    told = "\n".join(line for file in BROKEN for line in expected(file))
    signs = {
        "missing": "is missing here",
        "extra_forbidden": "is not a key that can stand here",
        "literal_error": "Write `objective`",
        "string_pattern_mismatch": "which is no id",
        "string_too_long": "is longer than 2000 characters",
        "string_type": "not one text",
        "greater_than_equal": "below the floor",
        "less_than_equal": "above the limit",
        "too_short": "Write at least",
        "int_parsing": "not a whole number",
        "int_parsing_size": "not a whole number",
        "int_type": "not a whole number",
        "bool_parsing": "not true or false",
        "bool_type": "not true or false",
        "tuple_type": "not a list",
        "dict_type": "not a set of `key: value` lines",
        "model_type": "not a set of `key: value` lines",
        "model_attributes_type": "not a set of `key: value` lines",
        "value_error": "is not a number",
    }
    assert signs.keys() == _WORDS.keys()
    assert [kind for kind, sign in signs.items() if sign not in told] == []
    for special in ("which is no version", "which is no language code", "has no value"):
        assert special in told


def test_every_kind_of_name_that_leads_nowhere_has_a_broken_definition() -> None:
    source = (PACKAGE / "checks_references.py").read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    called = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "_unknown"]
    kinds = {node.args[1].value for node in called if isinstance(node.args[1], ast.Constant)}
    kinds = (kinds - {"option"}) | {"option in the scale `yn3` named"}
    assert len(kinds) >= 8
    told = "\n".join(line for file in BROKEN for line in expected(file))
    assert [kind for kind in sorted(kinds) if f"There is no {kind} `" not in told] == []


def no_words_yet() -> tuple[str, int]:
    """Where a refusal without words of its own would be told: no field makes such a one today."""
    lines = (PACKAGE / "schema.py").read_text(encoding="utf-8").splitlines()
    return "schema.py", next(number for number, line in enumerate(lines, 1) if "error['msg']" in line)


def made_in(file: Path) -> Iterator[int]:
    """The lines in which a mistake or a warning is made."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE:
            yield node.lineno


def read_whole(file: Path) -> None:
    """Reads a definition, and looks at it as an editor if it can be used."""
    try:
        said(load_file(file), file)
    except UserError:
        return


def watched(run: Callable[[], object]) -> set[tuple[str, int]]:
    """(file, line) of every line of `MAKERS` that ran."""
    names = {str(file): file.name for file in MAKERS}
    seen: set[tuple[str, int]] = set()

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        name = names.get(frame.f_code.co_filename)
        if name is None:
            return None
        if event == "line":
            seen.add((name, frame.f_lineno))
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return seen
