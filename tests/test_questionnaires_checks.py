"""One broken definition a mistake: each file in tests/bad begins with what must be said about it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from questionnaires import available, load
from questionnaires.checks import check
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.library import load_file, load_text
from questionnaires.reading import read
from tests.bad_definitions import BROKEN, expected

TESTS = Path(__file__).parent
SMALL = (TESTS / "small.yaml").read_text(encoding="utf-8")
SOURCES = [file for folder in ("questionnaires", "scoring", "exports", "audit_engine") for file in
           (TESTS.parent / folder).rglob("*.py")]  # fmt: skip


def said(text: str) -> list[str]:
    """Every problem of a definition, without the file's name."""
    with pytest.raises(UserError) as caught:
        load_text(text, "f")
    assert caught.value.code == ExitCode.BAD_INPUT
    return [f"{p.where.removeprefix('f:')} {p.message} {p.remedy}" for p in caught.value.problems]


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_the_mistake_is_named_with_its_place_and_what_to_do(file: Path) -> None:
    assert expected(file)
    assert said(file.read_text(encoding="utf-8")) == expected(file)


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_file_with_a_mistake_is_named_in_every_problem(file: Path) -> None:
    with pytest.raises(UserError, match="cannot be used") as caught:
        load_file(file)
    assert all(problem.where.startswith(f"{file}:") for problem in caught.value.problems)


def test_a_sound_definition_has_no_mistakes() -> None:
    assert check(Questionnaire.model_validate(read(SMALL, "small.yaml").data)) == []
    for name, version in available():
        assert check(load(name, version).questionnaire) == []


def test_mistakes_of_form_and_of_sense_come_together() -> None:
    """What a broken item drags along is not reported as a mistake of its own."""
    text = SMALL.replace("evidence: perception\n", "evidence: feeling\n", 1)
    text = text.replace("{id: HR, label", "{id: head, label").replace("pair: PE1-04", "pair: PE1-04 ")
    lines = said(text)
    assert [line.split(" ", 1)[1] for line in lines if "feeling" in line] == [
        "`evidence` is `feeling`. Write `objective`, `perception` or `information`."
    ]
    assert any("`head` stands twice" in line for line in lines)
    assert any("There is no responsible party `HR`." in line for line in lines)
    assert not any("PE1-04" in line for line in lines)


def test_a_mistake_behind_a_broken_item_keeps_its_own_line() -> None:
    text = SMALL.replace("evidence: objective", "evidence: fact", 1).replace(
        "scale: sexrate", "scale: sexrates", 1
    )
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "scale: sexrates" in line)
    assert [problem.split(":")[0] for problem in said(text) if "sexrates" in problem] == [str(line)]


def test_mistakes_are_listed_from_the_top_of_the_file() -> None:
    lines = said(
        SMALL.replace("responsible: [HEAD]", "responsible: [BOSS]").replace("minimum: 25", "minimum: 0")
    )
    places = [tuple(map(int, line.split(" ")[0].split(":"))) for line in lines]
    assert len(places) > 5
    assert places == sorted(places)


def test_a_flood_of_mistakes_is_cut() -> None:
    assert len(said(SMALL + "".join(f"key{number}: x\n" for number in range(5000)))) == 200


def test_markup_in_a_text_is_kept_as_it_stands() -> None:
    text = SMALL.replace("title: Posts", 'title: "[bold]Posts[/oops]"')
    assert load_text(text, "f").questionnaire.areas[0].title == "[bold]Posts[/oops]"


def test_no_code_knows_an_item_of_a_questionnaire() -> None:
    """An id may be an example inside a message; as a value of its own it would be a rule for one item."""
    questionnaire = load("pga", "1.0.0").questionnaire
    names = {*questionnaire.items, *questionnaire.recommendation}
    for source in SOURCES:
        nodes = ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        values = {
            node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not names & values, source
