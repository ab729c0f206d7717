"""A questionnaire of another field, written in YAML alone: from `new` to the workbook, in its own words.

Fire safety of a library: nothing in it is about women and men, and no question tells who is which.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from questionnaires.library import load_file
from questionnaires.scope import compares_by_sex, counts_by_sex, hears_opinions
from tests.running import Ran, ratings, run

FILE = Path(__file__).parent / "fire_safety.yaml"
FIRE = load_file(FILE).questionnaire
OF_ANOTHER_FIELD = re.compile(r"\b(?:wom[ae]n|men|gender|sex|harassment|equality)\b", re.IGNORECASE)
FOUND = {"EX-1": "whole", "EX-2": "begun", "EX-3": "7/8", "AL-1": "missing", "AL-2": "whole", "AL-3": "3/12"}
SAID = {"EX-4": "agree", "EX-5": "neither", "AL-4": "agree", "AL-5": "disagree"}
PEOPLE = 24


def answers(path: Path) -> Path:
    """Six items found in papers, 24 survey forms and one interview."""
    rows = [("DR", "document_review", "facilitator", name, value) for name, value in FOUND.items()]
    for number in range(PEOPLE):
        turned = {**SAID, "AL-4": "disagree"} if number % 2 else SAID
        rows += [(f"S{number}", "survey", "staff", name, value) for name, value in turned.items()]
        rows.append((f"S{number}", "survey", "staff", "first", "Mend the door"))
    rows.append(("I1", "interview", "staff", "EX-practice", "We walk the stairs every spring"))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("submission", "instrument", "role", "item", "answer"), *rows])
    return path


def right(*words: str | Path, typed: str = "") -> Ran:
    """A command that ends well and speaks of nothing that the definition does not speak of."""
    ran = run(*words, typed=typed)
    assert ran.code == 0, ran.said
    assert not OF_ANOTHER_FIELD.search(ran.said), ran.said
    return ran


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fire")
    path = folder / "fire.audit"
    right("new", path, "--questionnaire", FILE, "--unit", "City library", "--invited", "30", "--yes")
    right("import", path, answers(folder / "answers.csv"))
    return path


def test_the_definition_is_of_another_field() -> None:
    assert not OF_ANOTHER_FIELD.search(FILE.read_text("utf-8").partition("id: fire-safety")[2])
    assert hears_opinions(FIRE)
    assert not compares_by_sex(FIRE)
    assert not counts_by_sex(FIRE)


def test_no_code_knows_it() -> None:
    root = Path(__file__).parent.parent
    for package in ("questionnaires", "scoring", "exports", "audit_engine"):
        for file in (root / package).rglob("*.py"):
            assert not any(f'"{name}"' in file.read_text("utf-8") for name in FIRE.items), file


def test_it_is_rated_by_what_the_definition_says(audit: Path) -> None:
    found = ratings(audit)
    # EX: (100 + 50 + 87.5 + 100 + 50) / 5; AL: (0 + 100 + 25 + 50 + 0) / 5; the overall is their mean.
    assert [(one["id"], one["score"], one["band"]) for one in found["areas"]] == [
        ("EX", 77.5, "exemplary"),
        ("AL", 35, "begun"),
    ]
    assert (found["overall"]["score"], found["overall"]["band"]) == (56.25, "ready")


def test_every_screen_speaks_of_fire_safety_alone(audit: Path) -> None:
    for words in (
        ("status",),
        ("score",),
        ("explain", "overall"),
        ("explain", "EX"),
        ("explain", "EX-3"),
        ("explain", "EX-4"),
        ("findings",),
        ("findings", "--heard"),
        ("recommend",),
        ("debrief", "--print"),
        ("interview", "--list"),
    ):
        right(words[0], audit, *words[1:])
    assert "Exemplary" in run("score", audit).said
    assert "Emergency doors that open" in run("explain", audit, "EX").said


@pytest.mark.parametrize(
    ("command", "why"), [("workshop", "holds no workshop"), ("staff", "asks for no staff data")]
)
def test_what_it_does_not_ask_for_is_refused_in_words_that_fit(audit: Path, command: str, why: str) -> None:
    ran = run(command, audit)
    assert ran.code == 1
    assert f"Fire safety audit {why}." in ran.said


def texts_of(path: Path) -> Iterator[tuple[str, str]]:
    """(sheet, text) of every cell, every line of header and footer, and the title of the file."""
    book = load_workbook(path)
    yield "properties", str(book.properties.title)
    for sheet in book:
        for part in (sheet.oddHeader, sheet.oddFooter):
            yield from ((sheet.title, str(side.text)) for side in (part.left, part.center, part.right))
        for row in sheet.iter_rows():
            yield from ((sheet.title, str(cell.value)) for cell in row if cell.value is not None)


@pytest.mark.parametrize("options", [(), ("--brief",), ("--draft",)])
def test_the_workbook_speaks_of_fire_safety_alone(
    audit: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    right("report", audit, tmp_path / "fire.xlsx", *options)
    said = list(texts_of(tmp_path / "fire.xlsx"))
    assert [told for told in said if OF_ANOTHER_FIELD.search(told[1])] == []
    assert "Women and men" not in {sheet for sheet, _ in said}
    assert any("Fire safety audit" in text for _, text in said)


def test_the_papers_speak_of_what_this_audit_does(audit: Path, tmp_path: Path) -> None:
    right("kit", audit, tmp_path / "kit", "--force")
    names = sorted(file.name for file in (tmp_path / "kit").iterdir())
    assert not [name for name in names if re.search("workshop|cards|quiz|HR sheet", name, re.IGNORECASE)]
    assert any("survey" in name for name in names)
    for file in (tmp_path / "kit").glob("*.docx"):
        paper = Document(str(file))
        footer = " ".join(part.text for part in paper.sections[0].footer.paragraphs)
        assert footer.startswith("Fire safety audit"), file.name
        said = [part.text for part in paper.paragraphs]
        said += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
        assert not [text for text in said if re.search("workshop|HR sheet|staff data", text, re.IGNORECASE)]
