"""Releases: what leaves the audit file, when, and what stays as it was published."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest

from audit_engine.auditfile import AuditFile
from audit_engine.publishing import publish
from audit_engine.store import releases
from audit_engine.store.connection import FORMAT
from questionnaires.library import load
from scoring.release import Release
from tests.at_the_keyboard import Keyboard
from tests.running import begin, run, write_answers

PGA = load("pga", "1.0.0").questionnaire
SURVEY_ITEMS = [name for name, item in PGA.items.items() if "survey" in item.instruments]
PLACES = ("strongly_disagree", "disagree", "neither", "agree")


def option(item: str, answer: str) -> str:
    """The option of the item's own scale that stands where the answer stands among the agree options."""
    options = PGA.scale_of(PGA.items[item]).options
    return options[min(PLACES.index(answer), len(options) - 1)].id


def forms(first: int, *groups: tuple[int, str, str]) -> list[str]:
    """Rows of survey forms: (number, gender, answer to every item)."""
    rows, number = [], first
    for count, gender, answer in groups:
        for _ in range(count):
            rows += [
                f"F{number},survey,staff,{gender},,,{item},{option(item, answer)},," for item in SURVEY_ITEMS
            ]
            number += 1
    return rows


def take_in(audit: Path, rows: Iterable[str]) -> None:
    ran = run("import", audit, write_answers(audit.with_suffix(".csv"), *rows))
    assert ran.code == 0, ran.said


def written(audit: Path, *options: str) -> str:
    """The report's sheets of areas and items as text, cell after cell."""
    target = audit.with_suffix(".xlsx")
    ran = run("report", audit, target, "--force", *options)
    assert ran.code == 0, ran.said
    book = openpyxl.load_workbook(target)
    rows = [row for name in ("Areas", "Items") for row in book[name].iter_rows(values_only=True)]
    return "\n".join(" | ".join("" if cell is None else str(cell) for cell in row) for row in rows)


def without_notes(sheet: str) -> list[str]:
    """The lines of the Areas sheet but for what a reader must know beside the figures."""
    return [line for line in sheet.splitlines() if not line.startswith("To know")]


def last(audit: Path) -> Release | None:
    with AuditFile(audit) as opened, opened.reading() as connection:
        return releases.last_release(connection)


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    """28 staff, of whom 8 women and 7 men answered the survey, all the same."""
    audit = begin(tmp_path / "a.audit")
    take_in(audit, forms(1, (8, "woman", "agree"), (7, "man", "neither")))
    return audit


def test_a_report_makes_a_release_and_closes_the_survey(answered: Path, tmp_path: Path) -> None:
    ran = run("report", answered, tmp_path / "a.xlsx")
    assert "Release 1 of " in ran.said
    more = write_answers(tmp_path / "more.csv", *forms(50, (1, "woman", "strongly_disagree")))
    refused = run("import", answered, more)
    assert refused.code == 1
    assert "The survey was closed on" in refused.said
    assert "audit-engine survey a.audit --reopen" in refused.said


def test_without_new_answers_the_last_release_is_used_again(answered: Path) -> None:
    first = written(answered)
    assert written(answered) == first
    made = last(answered)
    assert made is not None
    assert made.number == 1


def test_two_more_people_change_nothing_that_was_published(answered: Path) -> None:
    first = written(answered)
    assert run("survey", answered, "--reopen").code == 0
    take_in(answered, forms(50, (2, "woman", "strongly_disagree")))
    second = written(answered)
    assert without_notes(second) == without_notes(first)
    assert "What people said is as published on " in second
    made = last(answered)
    assert made is not None
    assert made.number == 2


def test_five_more_women_renew_what_was_published(answered: Path) -> None:
    first = written(answered)
    assert run("survey", answered, "--reopen").code == 0
    take_in(answered, forms(50, (5, "woman", "strongly_disagree")))
    second = written(answered)
    assert second != first
    assert "What people said is as published on " not in second


def test_five_more_women_and_one_man_renew_nothing(answered: Path) -> None:
    written(answered)
    assert run("survey", answered, "--reopen").code == 0
    take_in(answered, forms(50, (5, "woman", "strongly_disagree"), (1, "man", "strongly_disagree")))
    assert "What people said is as published on " in written(answered)


def test_newcomers_add_up_until_they_are_enough(answered: Path) -> None:
    written(answered)
    for first in (50, 60):
        assert run("survey", answered, "--reopen").code == 0
        take_in(answered, forms(first, (2, "woman", "strongly_disagree")))
        assert "What people said is as published on " in written(answered)
    assert run("survey", answered, "--reopen").code == 0
    take_in(answered, forms(70, (1, "woman", "strongly_disagree")))
    assert "What people said is as published on " not in written(answered)


def test_the_working_view_shows_today_s_figures_all_the_same(answered: Path) -> None:
    written(answered)
    before = run("score", answered, "--format", "json").out
    assert run("survey", answered, "--reopen").code == 0
    take_in(answered, forms(50, (2, "woman", "strongly_disagree")))
    assert run("score", answered, "--format", "json").out != before


def test_a_corrected_document_makes_a_new_release_at_once(answered: Path) -> None:
    written(answered)
    take_in(answered, ["D1,staff_data,hr_officer,,,,ST1-04,3/4,,list"])
    second = written(answered)
    made = last(answered)
    assert made is not None
    assert made.number == 2
    assert made.held == frozenset()
    assert "Staff data: 75 %" in second


def test_every_area_says_from_when_it_is_and_not_only_those_a_newcomer_answered(answered: Path) -> None:
    written(answered)
    assert run("survey", answered, "--reopen").code == 0
    take_in(answered, ["F50,survey,staff,woman,,,ST1-07,strongly_disagree,,"])
    told = [line for line in written(answered).splitlines() if "as published on" in line]
    made = last(answered)
    assert made is not None
    assert made.held == {"ST1"}
    assert len(told) == len(made.since) > 1


def test_a_newcomer_to_an_item_that_nobody_is_told_of_moves_no_notice(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    many = [row for row in forms(1, (8, "woman", "agree"), (7, "man", "neither")) if ",IA3-05," not in row]
    few = [f"F{number},survey,staff,woman,,,IA3-05,often,," for number in (50, 51)]
    take_in(audit, [*many, *few])
    first = written(audit)
    assert run("survey", audit, "--reopen").code == 0
    take_in(audit, ["F60,survey,staff,man,,,IA3-05,never,,"])
    second = written(audit)
    made = last(audit)
    assert made is not None
    assert set(made.since.values()) == {1}
    assert without_notes(second) == without_notes(first)
    assert second.count("as published on") == len(made.since)


@pytest.mark.parametrize("option", [("--off", "ST1-07=N1"), ("--off", "ST1-08=N1")])
def test_what_people_answer_is_not_switched_off_after_their_figures_were_published(
    answered: Path, option: tuple[str, str]
) -> None:
    assert run("edit", answered, *option).code == 0
    assert run("edit", answered, "--on", option[1][:6]).code == 0
    written(answered)
    refused = run("edit", answered, *option)
    assert refused.code == 4
    assert f"{option[1][:6]} is answered by people, and release 1 published their figures." in refused.said
    assert run("edit", answered, "--off", "ST1-04=N1").code == 0


def test_a_preview_commits_nothing_and_closes_nothing(answered: Path) -> None:
    cells = written(answered, "--preview")
    assert last(answered) is None
    assert "not shown" in cells or "not enough evidence" in cells
    take_in(answered, forms(50, (1, "woman", "strongly_disagree")))


def test_a_preview_shows_the_figures_of_the_last_release(answered: Path) -> None:
    first = written(answered)
    assert run("survey", answered, "--reopen").code == 0
    take_in(answered, forms(50, (6, "woman", "strongly_disagree")))
    preview = written(answered, "--preview")
    assert preview == first
    summary = openpyxl.load_workbook(answered.with_suffix(".xlsx"))["Summary"]
    said = " ".join(str(cell.value) for row in summary.iter_rows() for cell in row if cell.value)
    assert "PREVIEW, not for the unit" in said


def test_a_report_without_forms_leaves_the_survey_open(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    written(audit)
    take_in(audit, forms(1, (8, "woman", "agree"), (7, "man", "neither")))
    assert "as published on" not in written(audit)


def test_the_release_is_in_the_file_before_the_workbook_is_written(answered: Path, tmp_path: Path) -> None:
    ran = run("report", answered, tmp_path / "missing" / "a.xlsx")
    assert ran.code != 0
    assert last(answered) is None, "a target that cannot be written is found before anything is published"


def test_the_ledger_counts_who_was_in_which_figure(answered: Path) -> None:
    written(answered)
    with AuditFile(answered) as opened, opened.reading() as connection:
        lines = [line for number, line in releases.ledger(connection) if line.area == "ST1" and number == 1]
    assert {(line.figure, line.women, line.men, line.x) for line in lines} == {
        ("all", 8, 7, 0),
        ("woman", 8, 0, 0),
        ("man", 0, 7, 0),
    }


def test_at_the_keyboard_the_first_release_asks_once(answered: Path) -> None:
    keyboard = Keyboard(answered, "report", "a.xlsx")
    keyboard.type("n", "This closes the survey (15 of 28 answered). Go on?")
    assert keyboard.end() == 1
    assert "add --preview" in keyboard.plain
    assert last(answered) is None
    keyboard = Keyboard(answered, "report", "a.xlsx")
    keyboard.type("y", "Go on?")
    assert keyboard.end() == 0
    assert Keyboard(answered, "report", "a.xlsx", "--force").end() == 0


def test_the_survey_closes_and_reopens_by_hand(answered: Path, tmp_path: Path) -> None:
    assert "The survey is closed (15 of 28 answered)." in run("survey", answered, "--close").said
    again = run("survey", answered, "--close")
    assert again.code == 0
    assert "nothing was changed" in again.said
    assert run("survey", answered).code == 1
    assert "The survey takes forms again" in run("survey", answered, "--reopen").said
    assert run("survey", answered, "--reopen").code == 1
    assert run("survey", answered, "--reopen", "--close").code == 2


def test_a_file_of_the_first_format_is_brought_up_to_date(answered: Path) -> None:
    with AuditFile(answered) as opened, opened.writing() as connection:
        for table in ("ledger", "release", "response", "progress", "debrief_view", "debrief_rank"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("ALTER TABLE finding DROP COLUMN voices")
        connection.exec_driver_sql("ALTER TABLE submission DROP COLUMN language")
        connection.exec_driver_sql("PRAGMA user_version = 1")
    written(answered)
    with AuditFile(answered) as opened, opened.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == FORMAT
    made = last(answered)
    assert made is not None
    assert made.number == 1


def test_the_policy_is_fixed_with_the_first_answer(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", "--policy", "exact")
    assert run("edit", audit, "--policy", "steps").code == 0
    take_in(audit, forms(1, (1, "woman", "agree")))
    refused = run("edit", audit, "--policy", "exact")
    assert refused.code == 4
    assert "was fixed with the first answer" in refused.said


def test_an_interview_corrected_after_the_release_changes_nothing_published(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=4/3")
    asked = [name for name in SURVEY_ITEMS if not name.startswith("ST3")]
    for number in range(6):
        rows = [f"I{number},interview,staff,,,,{item},{option(item, 'agree')},," for item in asked]
        take_in(audit, rows)
    first = written(audit)
    chance = random.Random(1)
    assert run("void", audit, f"I{chance.randrange(6)}", "--reason", "withdrawn").code == 0
    second = written(audit)
    assert without_notes(second) == without_notes(first)
    assert "as published on" in second


@pytest.mark.parametrize("damage", ["evidence = '{}'", "evidence = '{'", "held = '5'", "since = '[]'"])
def test_a_damaged_release_is_said_plainly(answered: Path, damage: str) -> None:
    written(answered)
    with AuditFile(answered) as opened, opened.writing() as connection:
        connection.exec_driver_sql(f"UPDATE release SET {damage}")
    ran = run("report", answered, answered.with_suffix(".xlsx"), "--force")
    assert ran.code == 3
    assert "What release 1 published can no longer be read" in ran.said


def test_what_another_terminal_published_meanwhile_is_not_published_again(answered: Path) -> None:
    with AuditFile(answered) as opened:

        def other_terminal(question: str) -> bool:
            assert "15 of 28 answered" in question
            return run("report", answered, answered.with_suffix(".xlsx")).code == 0

        assert publish(opened, "Ada", ask=other_terminal).number == 1
