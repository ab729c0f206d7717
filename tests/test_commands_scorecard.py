"""A scorecard from `new` to the workbook: it reads right, and never speaks of a survey that is not held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
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
    assert not re.search("survey|HR sheet|workshop|cards|quiz", names, re.IGNORECASE)
    readme = (tmp_path / "papers" / "README.txt").read_text(encoding="utf-8")
    assert readme.startswith("Field kit for Amara: Gender equality scorecard")
    said = [("README.txt", readme), *said_in(tmp_path / "papers")]
    unused = re.compile(
        "survey|HR sheet|workshop|staff (?:data|figures)|drawn from the complete|partners and more",
        re.IGNORECASE,
    )
    assert [told for told in said if unused.search(told[1]) or "#" in told[1]] == []


def said_in(folder: Path) -> Iterator[tuple[str, str]]:
    """(paper, text) of every paragraph, cell and footer of the printed papers."""
    for file in sorted(folder.glob("*.docx")):
        paper = Document(str(file))
        yield from ((file.name, part.text) for part in paper.paragraphs)
        yield from ((file.name, part.text) for part in paper.sections[0].footer.paragraphs)
        for table in paper.tables:
            yield from ((file.name, cell.text) for row in table.rows for cell in row.cells)


def test_the_interview_guide_has_no_empty_part(card: Path, tmp_path: Path) -> None:
    run("kit", card, tmp_path / "papers")
    guide = [text for name, text in said_in(tmp_path / "papers") if "Interview guide" in name]
    assert "Head of unit and managers" in guide
    assert not {"Staff and staff representatives", "Focal point or specialist"} & set(guide)


def test_interviews_are_counted_and_said_to_stand_in_no_figure(card: Path, tmp_path: Path) -> None:
    run("report", card, tmp_path / "none.xlsx", "--preview")
    nobody = cells(tmp_path / "none.xlsx")["Interviews"]
    assert "No interview is recorded. None is needed: every item is rated by papers." in nobody
    talked = run("interview", card, "--role", "director", typed="y\nq\n")
    assert talked.code == 0, talked.said
    run("report", card, tmp_path / "card.xlsx", "--preview")
    found = cells(tmp_path / "card.xlsx")
    assert "Who was heard" not in found
    assert {"Women", "Men"}.isdisjoint(found["Interviews"])
    assert any("asks for nobody's opinion" in text for text in found["Interviews"])


@pytest.mark.parametrize("command", ["staff", "workshop"])
def test_a_sitting_that_would_ask_nothing_is_not_begun(card: Path, command: str) -> None:
    ran = run(command, card)
    assert ran.code == 1
    assert "Gender equality scorecard" in ran.said
    instruments = run("status", card, "--submissions").said.replace("_", " ")
    assert "staff data" not in instruments
    assert "workshop" not in instruments


def test_the_brief_and_the_words_that_were_heard_speak_of_no_survey(card: Path, tmp_path: Path) -> None:
    run("report", card, tmp_path / "brief.xlsx", "--brief")
    said = [text for texts in cells(tmp_path / "brief.xlsx").values() for text in texts]
    assert not [text for text in said if OF_PEOPLE.search(text) or "Who was heard" in text]
    assert not OF_PEOPLE.search(run("findings", card, "--heard").said)


def test_the_glossary_holds_the_words_that_the_definition_uses(card: Path, tmp_path: Path) -> None:
    run("report", card, tmp_path / "card.xlsx", "--preview")
    words = cells(tmp_path / "card.xlsx")["Glossary"]
    assert {"Gender equality", "Good practice", "Score"} <= set(words)
    assert not {"Harassment", "Participatory gender audit", "Gap", "People"} & set(words)


def test_the_last_area_is_moved_by_whole_indicators(card: Path) -> None:
    why = " ".join(run("explain", card, "overall").said.split())
    assert "RE from 0.0 to 100.0, by 1 of its items: RE-1: missing -> meets" in why
