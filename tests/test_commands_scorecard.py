"""A scorecard from `new` to the workbook: it reads right, and never speaks of a survey that is not held."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from questionnaires.library import load
from tests.running import run

CARD = load("scorecard", "1.0.0").questionnaire
LEVELS = ["3", "2", "3", "4", "3", "1", "3", "4", "2", "1", "3", "4", "2", "1", "3"]
OF_PEOPLE = re.compile(
    r"survey|women's (?:and men's )?figure|answered in confidence|perception", re.IGNORECASE
)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A scorecard that was typed in at the prompt of the review."""
    path = tmp_path / "card.audit"
    made = run(
        "new", path, "--unit", "Amara", "--questionnaire", "scorecard", "--facilitator", "Ann", "--yes"
    )
    assert made.code == 0, made.said
    assert not OF_PEOPLE.search(made.said)
    assert "asks for nobody's opinion" in " ".join(made.said.split())
    assert "review" in run("status", path).said.partition("Next")[2]
    typed = "".join(f"{level}\nPaper {place}\n" for place, level in enumerate(LEVELS, 1))
    rated = run("review", path, typed=typed)
    assert "15 answered" in rated.said or rated.code == 0, rated.said
    return path


def cells(path: Path) -> dict[str, list[str]]:
    """The texts of each sheet."""
    book = load_workbook(path)
    return {
        sheet.title: [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
        for sheet in book
    }


def test_the_screens_tell_the_share_and_nothing_of_people(card: Path) -> None:
    for words in (["status"], ["score"], ["explain", "overall"], ["explain", "PL"], ["explain", "LC-2"]):
        ran = run(words[0], card, *words[1:])
        assert ran.code == 0, ran.said
        assert not OF_PEOPLE.search(ran.said), ran.said
    overview = " ".join(run("score", card).said.split())
    assert 'percent of the items that count at "Meets" or better' in overview
    assert re.search(r"Overall 60\.0 Mostly met 100\.0", overview)
    assert "All dimensions" not in overview  # the only front is the overall once more
    why = " ".join(run("explain", card, "overall").said.split())
    assert "By weight 9 of 15 are, 60.0 % (rule 2)." in why
    assert "PL-2: approaches -> meets" in why


def test_the_workbook_has_no_sheet_and_no_column_about_opinions(card: Path, tmp_path: Path) -> None:
    wrote = run("report", card, tmp_path / "card.xlsx")
    assert wrote.code == 0, wrote.said
    found = cells(tmp_path / "card.xlsx")
    assert not {"Women and men", "Not rated by people"} & set(found)
    said = [text for texts in found.values() for text in texts]
    assert not [text for text in said if OF_PEOPLE.search(text)]
    assert 'Overall: 9 of 15 items; percent of the items that count at "Meets" or better.' in found["Summary"]
    assert {"People", "Women", "Men", "Gap"}.isdisjoint(found["Areas"])
    assert {"■■□ Meets", "■■■ Exceeds", "□□□ Missing"} <= set(found["Items"])
    assert any(text.startswith("Bands on 0-100:  □□□ Missing from 0") for text in found["Items"])
    assert any(text.startswith("The share: percent of the items") for text in found["Method and limits"])
    meant = {band.meaning for band in CARD.every_band}
    assert meant <= set(found["Glossary"])


def test_asking_by_a_form_is_refused_in_words_that_fit(card: Path) -> None:
    ran = run("survey", card)
    assert ran.code == 1
    assert "Gender equality scorecard holds no survey." in ran.said


def test_the_debriefing_speaks_of_none_and_takes_the_words_of_the_share(card: Path) -> None:
    assert not OF_PEOPLE.search(run("debrief", card, "--print").said)
    recorded = run("debrief", card, "--area", "PL", "--agree")
    assert recorded.code == 0, recorded.said
    assert "Mostly met" in recorded.said


def test_the_papers_of_a_scorecard_leave_out_what_it_does_not_use(card: Path, tmp_path: Path) -> None:
    made = run("kit", card, tmp_path / "papers")
    assert made.code == 0, made.said
    names = " ".join(file.name for file in (tmp_path / "papers").iterdir())
    assert "survey" not in names.lower()
    assert "HR sheet" not in names
    readme = (tmp_path / "papers" / "README.txt").read_text(encoding="utf-8")
    assert "#" not in readme
