"""More survey forms than people invited: no rate is printed, on no screen and on no sheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from exports.composing.summary import response
from questionnaires.routing import Setting
from scoring.more_forms import more_forms
from tests.made_up_report import evidence, material
from tests.running import begin, run, write_answers

WORDS = "more forms (31) than people invited (12): check the number invited"


def answered(path: Path, staff: str, forms: int) -> Path:
    """An audit of a unit of so many women/men, with so many survey forms."""
    rows = [f"s{number},survey,staff,woman,,,ST1-07,agree,," for number in range(forms)]
    audit = begin(path, staff=f"professional={staff}")
    assert run("import", audit, write_answers(path.with_suffix(".csv"), *rows)).code == 0
    return audit


def test_words_stand_in_place_of_a_rate_above_100_percent_only() -> None:
    assert more_forms(31, 12) == WORDS
    assert more_forms(13, 12)
    assert more_forms(12, 12) == more_forms(0, 12) == ""


def test_the_ratings_and_the_status_ask_to_check_the_number_invited(tmp_path: Path) -> None:
    audit = answered(tmp_path / "a.audit", "6/6", 31)
    assert f"Survey: {WORDS}." in run("score", audit).said
    assert f"Survey: {WORDS}; to be closed by " in run("status", audit).said
    assert "31 of 12" not in run("status", audit).said + run("score", audit).said


def test_where_everybody_answered_the_rate_stands(tmp_path: Path) -> None:
    audit = answered(tmp_path / "a.audit", "6/6", 12)
    assert "Survey: 12 of 12 answered (counts)." in run("score", audit).said
    assert "Survey: 12 of 12 forms; " in run("status", audit).said


def test_the_workbook_tells_the_two_numbers_and_no_rate(tmp_path: Path) -> None:
    audit = answered(tmp_path / "a.audit", "6/6", 31)
    workbook = tmp_path / "a.xlsx"
    assert run("report", audit, workbook).code == 0
    texts = [str(cell.value) for sheet in load_workbook(workbook) for row in sheet for cell in row]
    assert any(text.endswith("31 forms, 12 people invited") for text in texts)
    assert "Survey: 31 forms, 12 people invited" in texts
    assert not any("258 %" in text for text in texts)


def test_the_workbook_tells_the_rate_where_everybody_answered() -> None:
    everybody = replace(evidence(40), setting=Setting(30))
    assert response(material(collected=everybody)).text == "30 of 30 answered (100 %)"
    one_more = replace(evidence(40), setting=Setting(29))
    assert response(material(collected=one_more)).text == "30 forms, 29 people invited"
