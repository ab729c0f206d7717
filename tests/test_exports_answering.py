"""The sheets that come back, as they are sent: locks, lists, dates, checks; and the line of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exports import Report, write_report
from exports.answering.form import check_of
from exports.answering.forms import FOLLOW_UP, RESPONSE
from exports.composing.action_plan import steps
from exports.report import Advice, Answered, Identity, Progressed
from exports.sheets import response
from tests.made_up_report import report
from tests.sent_and_returned import Hand

AUDIT, SHA256 = "0123456789abcdef", "ab" * 32
TEXTS = {
    "REC-IA1-1": ("IA1 Structures", "Name a focal point.", date(2026, 9, 30)),
    "REC-ST1-2": ("ST1 Staff", "Ask who left, and why.", "within 90 days"),
    "TEAM-1": ("SU3 Partners", "word " * 300, date(2028, 1, 31)),
}


def small(**changes: object) -> Report:
    """A report with three recommendations of an audit that was released on 20 April 2026."""
    advice = tuple(
        Advice(f"R{number}", "accepted", area, text, "high", "", "Head of unit", due, ref=ref)
        for number, (ref, (area, text, due)) in enumerate(TEXTS.items(), 1)
    )
    found = replace(report(), advice=advice, identity=Identity(AUDIT, 1, SHA256, date(2026, 4, 20)))
    return replace(found, **changes)  # type: ignore[arg-type]  # named by the test


def sheet(found: Report, folder: Path, title: str) -> Hand:
    path = folder / "sent.xlsx"
    write_report(found, path, force=True)
    return Hand(path, title)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Hand:
    return sheet(small(), tmp_path_factory.mktemp("sent"), RESPONSE.title)


def test_only_what_the_unit_fills_in_is_unlocked(sent: Hand) -> None:
    unlocked = {
        sent.sheet.cell(sent.head, cell.column).value
        for row in sent.sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked == {"Answer", "Owner", "Due date", "Budget", "Comment"}


def test_the_sheet_is_locked_without_a_password_and_can_be_filtered_and_widened(sent: Hand) -> None:
    protection = sent.sheet.protection
    assert protection.sheet
    assert not protection.password
    allowed = (protection.sort, protection.autoFilter, protection.formatColumns, protection.formatRows)
    assert allowed == (False, False, False, False)  # the file says what is forbidden
    assert protection.insertRows
    assert protection.deleteRows
    assert sent.sheet.auto_filter.ref == f"A{sent.head}:L{sent.sheet.max_row}"


def test_lists_and_dates_are_checked_with_a_clear_message(sent: Hand) -> None:
    rows = f"{sent.head + 1}:{{0}}{sent.sheet.max_row}"
    found = {
        str(each.sqref): (each.type, each.formula1, each.showErrorMessage, each.error)
        for each in sent.sheet.data_validations.dataValidation
    }
    choose = "Choose one: accepted, partly accepted, rejected, pending."
    assert found == {
        "G" + rows.format("G"): ("list", '"accepted,partly accepted,rejected,pending"', True, choose),
        "I" + rows.format("I"): ("date", "36526", True, "A date, for example 2027-03-31."),
        "J" + rows.format("J"): ("list", '"yes,no"', True, "Is there a budget for it? Choose one: yes, no."),
    }


def test_a_row_tells_what_was_sent_and_its_check(sent: Hand) -> None:
    row = [cell.value for cell in sent.sheet[sent.row("REC-ST1-2")]]
    assert row[:6] == ["REC-ST1-2", "R2", "Ask who left, and why.", "ST1", "high", "within 90 days"]
    assert row[6:11] == [None] * 5
    assert len(row[11]) == 16


def test_the_check_changes_with_every_part_that_is_sent_and_with_the_audit() -> None:
    (row, *_) = response.rows(small())
    same = check_of(RESPONSE, AUDIT, row.ref, row.sent)
    assert same == check_of(RESPONSE, AUDIT, row.ref, dict(row.sent))
    others = [check_of(RESPONSE, AUDIT, row.ref, {**row.sent, one.name: "x"}) for one in RESPONSE.sent]
    others += [check_of(RESPONSE, "f" * 16, row.ref, row.sent), check_of(RESPONSE, AUDIT, "X", row.sent)]
    others += [check_of(replace(RESPONSE, key=FOLLOW_UP.key), AUDIT, row.ref, row.sent)]
    assert len({same, *others}) == 1 + len(RESPONSE.sent) + 3


def test_the_sheet_says_in_a_line_and_in_the_file_which_audit_it_is_of(sent: Hand) -> None:
    texts = [str(cell.value) for row in sent.sheet.iter_rows(max_row=sent.head) for cell in row]
    assert f"This sheet: audit {AUDIT}, release 1, questionnaire {SHA256[:16]}." in texts
    told = {each.name: each.value for each in sent.book.custom_doc_props.props}
    assert told == {"audit": AUDIT, "release": "1", "questionnaire": SHA256}


def test_a_long_text_stays_in_one_row(tmp_path: Path) -> None:
    words = "word " * 390 + "end"
    answers = {"REC-IA1-1": Answered("accepted", words, "Registry", date(2027, 3, 31), "yes")}
    hand = sheet(small(answered=answers), tmp_path, RESPONSE.title)
    assert hand.refs == list(TEXTS)
    assert hand.sheet.max_row == hand.head + 3
    assert hand.cell("REC-IA1-1", "Comment").value == words
    assert hand.sheet.row_dimensions[hand.row("REC-IA1-1")].height <= 409


def test_what_was_answered_stands_in_the_sheet_already(tmp_path: Path) -> None:
    answers = {"REC-IA1-1": Answered("accepted", "", "Registry", date(2027, 3, 31), "yes")}
    hand = sheet(small(answered=answers), tmp_path, RESPONSE.title)
    told = [hand.cell("REC-IA1-1", heading).value for heading in ("Answer", "Owner", "Budget")]
    assert told == ["accepted", "Registry", "yes"]
    assert hand.cell("REC-IA1-1", "Due date").value.date() == date(2027, 3, 31)


def test_the_follow_up_keeps_acceptance_and_state_apart(tmp_path: Path) -> None:
    found = small(
        answered={"REC-IA1-1": Answered("accepted", due=date(2027, 3, 31)), "TEAM-1": Answered("rejected")},
        progressed={"REC-IA1-1": Progressed("in progress", "Call of 3 May", date(2026, 5, 4))},
    )
    hand = sheet(found, tmp_path, FOLLOW_UP.title)
    headings = ("Answer", "Due", "State", "Evidence", "Day of this news")
    told = [[hand.cell(ref, heading).value for heading in headings] for ref in hand.refs]
    assert hand.refs == ["REC-IA1-1", "REC-ST1-2"]
    assert [told[0][0], told[0][2], told[0][3]] == ["accepted", "in progress", "Call of 3 May"]
    assert told[0][1].date() == date(2027, 3, 31)
    assert told[1] == ["not answered yet", "within 90 days", "no update", None, None]


def test_without_recommendations_both_sheets_say_so(tmp_path: Path) -> None:
    path = tmp_path / "sent.xlsx"
    write_report(small(advice=()), path)
    for title in (RESPONSE.title, FOLLOW_UP.title):
        assert "No recommendation is accepted or proposed yet." in texts(load_workbook(path)[title])


def texts(found: Any) -> list[str]:
    return [str(cell.value) for row in found.iter_rows() for cell in row if cell.value is not None]


def test_the_plan_is_in_order_of_time_and_leaves_out_what_was_rejected() -> None:
    answers = {"REC-IA1-1": Answered("accepted", due=date(2029, 1, 1)), "REC-ST1-2": Answered("rejected")}
    found = steps(small(answered=answers))
    assert [(one.ref, one.due) for one in found] == [
        ("TEAM-1", date(2028, 1, 31)),
        ("REC-IA1-1", date(2029, 1, 1)),
    ]


def test_a_plan_without_a_date_says_what_is_known_and_stands_last() -> None:
    assert [(one.ref, one.said) for one in steps(small())] == [
        ("REC-IA1-1", ""),
        ("TEAM-1", ""),
        ("REC-ST1-2", "within 90 days"),
    ]


def test_the_line_of_time_marks_the_month_by_a_symbol(tmp_path: Path) -> None:
    hand = sheet(small(), tmp_path, "Action plan")
    head = [cell.value for cell in hand.sheet[hand.head]]
    assert head[:6] == ["Reference", "What", "Owner", "Due", "Sep\n26", "Oct\n26"]
    months = slice(4, len(head) - 1)
    near = [cell.value for cell in hand.sheet[hand.row("REC-IA1-1")]][months]
    far = [cell.value for cell in hand.sheet[hand.row("TEAM-1")]][months]
    undated = [cell.value for cell in hand.sheet[hand.row("REC-ST1-2")]][months]
    assert near == ["■"] + [None] * 14
    assert far == ["─"] * 14 + ["▸"]
    assert undated == [None] * 15


def test_the_line_of_time_begins_with_the_release_where_all_dates_are_near_it(tmp_path: Path) -> None:
    hand = sheet(small(advice=small().advice[:1]), tmp_path, "Action plan")
    marks = [cell.value for cell in hand.sheet[hand.row("REC-IA1-1")]][4:-1]
    assert [cell.value for cell in hand.sheet[hand.head]][4] == "Apr\n26"
    assert marks == ["─"] * 5 + ["■"]


def test_a_date_before_the_release_is_on_the_line_as_well(tmp_path: Path) -> None:
    early = replace(small().advice[0], due=date(2026, 2, 1))
    hand = sheet(small(advice=(early,)), tmp_path, "Action plan")
    assert [cell.value for cell in hand.sheet[hand.head]][4:6] == ["Feb\n26", "State"]
