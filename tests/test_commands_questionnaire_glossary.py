"""`questionnaire glossary`, its sheet in the workbook, and what is told of a text that goes its own way."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from questionnaires.errors import ExitCode
from questionnaires.glossary import glossary
from tests.own_questionnaire import own
from tests.running import run
from tests.sent_and_returned import Hand


def test_without_a_language_every_term_is_shown_with_its_meaning() -> None:
    ran = run("questionnaire", "glossary")
    assert ran.code == 0
    assert "Gender parity" in ran.said
    assert "A count, and only a part of equality." in ran.said


@pytest.mark.parametrize(
    ("language", "word"), [("fr", "parité"), ("es", "paridad"), ("ar", "التكافؤ"), ("ru", "паритет")]
)
def test_with_a_language_the_word_and_what_it_must_not_be_stand_beside(language: str, word: str) -> None:
    ran = run("questionnaire", "glossary", "--language", language)
    assert ran.code == 0
    assert word in ran.out
    assert "* is any ending." in ran.said
    assert "No speaker of the language has read this list yet." in ran.said


def test_a_language_that_it_does_not_hold_is_told_with_a_way_on() -> None:
    ran = run("questionnaire", "glossary", "--language", "pt")
    assert ran.code == ExitCode.NOT_NOW
    assert "The glossary does not hold 'pt' yet. There is fr, es, ar or ru" in ran.said


@pytest.mark.parametrize(("language", "known"), [("fr", True), ("ar", True), ("pt", False)])
def test_the_workbook_has_it_as_a_sheet_with_room_for_a_language_of_its_own(
    tmp_path: Path, language: str, known: bool
) -> None:
    path = tmp_path / "sent.xlsx"
    assert run("questionnaire", "translate", own(tmp_path), path, "--language", language).code == 0
    rows = list(load_workbook(path)["Glossary"].iter_rows(min_row=5, values_only=True))
    assert [row[0] for row in rows] == [term.label for term in glossary()]
    assert [row[3] for row in rows] == [term.meaning for term in glossary()]
    words = [said.say if (said := term.said(language)) else None for term in glossary()]
    assert [row[1] for row in rows] == words
    assert any(words) is known


def test_a_new_text_that_goes_its_own_way_is_told_and_taken_all_the_same(tmp_path: Path) -> None:
    file = own(tmp_path, ("title: Small audit", "title: Small gender audit"))
    path = tmp_path / "sent.xlsx"
    assert run("questionnaire", "translate", file, path, "--language", "fr").code == 0
    Hand(path, "Texts").put("title", Translation="Petit examen").put("summary", Translation="Trois").save(
        path
    )
    ran = run("questionnaire", "translate", file, "--language", "fr", "--from", path, "--yes")
    assert ran.code == 0, ran.said
    assert "title: 'gender audit' is 'audit de genre' in the glossary." in ran.said
    assert (tmp_path / "1.2.0.fr.yaml").is_file()
