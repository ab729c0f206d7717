"""What the unit fills in comes back: whole, once, and with every mistake named by its cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from audit_engine.audit import Document
from audit_engine.auditfile import AuditFile
from audit_engine.store import judgement, submissions
from tests.kit_folder import HR, REQUEST, fill, kit, listed, standing, values
from tests.running import Ran, begin, item, run, write_answers


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return begin(tmp_path / "geneva.audit", "--start", "2027-03-01", "--facilitator", "Lena")


def test_a_returned_hr_sheet_becomes_staff_data(audit: Path) -> None:
    rows = {
        "ST1-01": {"C": 12, "E": 16, "J": "Payroll, January"},
        "ST2-01": {"C": 3, "D": 10, "E": 5, "F": 14},
        "ST2-04": {"G": 0, "H": 9},
        "ST1-04": {"I": "N1 There is no such post or activity"},
        "ST1-05": {"I": "Not given"},
        "ST3-02": {"C": 1, "E": 2},
    }
    returned = fill(kit(audit) / HR, "HR sheet", rows)
    first = run("import", audit, returned)
    assert first.code == 0, first.said
    assert values(audit, "staff_data") == {
        "ST1-01": "women=12 men=16",
        "ST1-04": "na N1",
        "ST1-05": "ng",
        "ST2-01": "women=3/10 men=5/14",
        "ST2-04": "0/9",
    }
    assert standing(audit, "staff_data")["ST1-01"].evidence == "Payroll, January"
    assert "too few people stand behind it: ST3-02" in first.said
    assert item(audit, "ST2-04")["score"] is not None
    again = run("import", audit, returned)
    assert (again.code, "imported before; nothing to do" in again.said) == (0, True)


def test_a_corrected_hr_sheet_replaces_figures_and_keeps_the_earlier_ones(audit: Path) -> None:
    folder = kit(audit)
    assert run("import", audit, fill(folder / HR, "HR sheet", {"ST1-01": {"C": 12, "E": 16}})).code == 0
    second = fill(folder / HR, "HR sheet", {"ST1-01": {"C": 13, "E": 16}}, "second.xlsx")
    assert "ST1-01: women=12 men=16 -> women=13 men=16" in run("import", audit, second).said
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert [earlier.value for earlier in submissions.history(connection)] == ["women=12 men=16"]
        assert len(submissions.submissions(connection, instrument="staff_data")) == 1


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"C": -1, "E": 2}, "'-1' is not a whole number from 0"),
        ({"C": 2.5, "E": 2}, "'2.5' is not a whole number from 0"),
        ({"C": "about 3", "E": 2}, "'about 3' is not a whole number"),
        ({"C": True, "E": 2}, "'True' is not a whole number"),
        ({"C": "=1+1", "E": 2}, "holds a formula"),
        ({"C": 3}, "the number under 'Men' is missing"),
        ({"C": 3, "E": 4, "I": "Not given"}, "a number and a reason for none"),
        ({"I": "busy"}, "'busy' is not on the list"),
        ({"C": 3, "E": 4, "G": 1}, "a number that this row does not ask for"),
    ],
)
def test_a_mistake_in_the_hr_sheet_is_named_by_its_cell(
    audit: Path, cells: dict[str, Any], told: str
) -> None:
    rows = {"ST1-01": cells, "ST1-02": {"C": 1, "E": 1}}
    failed = run("import", audit, fill(kit(audit) / HR, "HR sheet", rows))
    assert failed.code == 2, failed.said
    assert told in failed.said
    assert "HR sheet " in failed.said
    assert values(audit, "staff_data") == {}


def test_a_part_above_its_whole_is_refused(audit: Path) -> None:
    failed = run("import", audit, fill(kit(audit) / HR, "HR sheet", {"ST2-04": {"G": 10, "H": 9}}))
    assert (failed.code, "larger than the whole" in failed.said) == (2, True)


def test_a_row_that_the_kit_did_not_write_is_refused(audit: Path) -> None:
    workbook = load_workbook(kit(audit) / HR)
    sheet = workbook["HR sheet"]
    row = sheet.max_row + 1
    sheet.cell(row, 1).value, sheet.cell(row, 3).value = "ST9-99", 4
    workbook.save(audit.parent / "more.xlsx")
    failed = run("import", audit, audit.parent / "more.xlsx")
    assert (failed.code, f"HR sheet C{row}" in failed.said) == (2, True)
    assert "'ST9-99' is no row of this sheet" in failed.said


def test_columns_that_were_inserted_and_rows_that_were_sorted_change_nothing(audit: Path) -> None:
    returned = fill(kit(audit) / HR, "HR sheet", {"ST1-01": {"C": 12, "E": 16}})
    workbook = load_workbook(returned)
    sheet = workbook["HR sheet"]
    for each in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(each))
    sheet.insert_cols(3)
    sheet.insert_rows(2)
    workbook.save(returned)
    assert run("import", audit, returned).code == 0
    assert values(audit, "staff_data") == {"ST1-01": "women=12 men=16"}


def test_a_sheet_of_another_audit_is_refused(audit: Path, tmp_path: Path) -> None:
    other = begin(tmp_path / "other.audit")
    failed = run("import", other, fill(kit(audit) / HR, "HR sheet", {"ST1-01": {"C": 1, "E": 2}}))
    assert (failed.code, "belongs to another audit" in failed.said) == (2, True)


def test_a_workbook_that_is_no_sheet_of_the_kit_is_refused(audit: Path) -> None:
    Workbook().save(audit.parent / "any.xlsx")
    failed = run("import", audit, audit.parent / "any.xlsx")
    assert (failed.code, "no sheet of a field kit" in failed.said) == (2, True)


def returned_request(audit: Path, rows: dict[str, dict[str, Any]], *papers: tuple[Any, ...]) -> Ran:
    return run("import", audit, listed(fill(kit(audit) / REQUEST, "Request", rows), papers))


def registered(audit: Path) -> list[Document]:
    with AuditFile(audit) as opened, opened.reading() as connection:
        return judgement.every(connection, Document)


def test_listed_documents_are_registered_to_be_drawn(audit: Path) -> None:
    papers = [("D04", f"Project {n}", date(2025, 1, 1 + n)) for n in range(12)]
    assert returned_request(audit, {"D04": {"E": "given"}}, *papers).code == 0
    assert {(paper.kind, paper.drawn) for paper in registered(audit)} == {("project documents", False)}
    assert registered(audit)[1].date == "2025-01-02"
    drawn = run("review", audit, "--draw", "10", "--kind", "project documents", "--seed", "1")
    assert drawn.code == 0, drawn.said
    assert sum(paper.drawn for paper in registered(audit)) == 10
    again = run("review", audit, "--draw", "10", "--kind", "project documents")
    assert (again.code, "was drawn already" in again.said) == (1, True)


def test_a_single_paper_is_registered_as_it_is(audit: Path) -> None:
    rows = {"D19": {"E": "given"}, "D20": {"E": "given"}}
    assert returned_request(audit, rows, ("D19", "Policy of 2024", 2024)).code == 0
    assert [(paper.title, paper.date, paper.drawn) for paper in registered(audit)] == [
        ("Policy of 2024", "2024", True),
        ("Procedure for handling harassment reports", "", True),
    ]


def test_what_does_not_exist_or_was_not_given_becomes_answers(audit: Path) -> None:
    rows = {
        "D16": {"E": "does not exist"},
        "D18": {"E": "not given"},
        "D06": {"E": "does not exist"},
        "D32": {"E": "not applicable", "F": "N4 This is the first audit"},
        "D23": {"E": "does not exist"},
        "D17": {"E": "given"},
    }
    said = returned_request(audit, rows).said
    assert values(audit, "document_review") == {
        "ST1-06": "nf",
        "ST3-01": "ng",
        "SU3-02": "na N1",
        "IA2-02": "na N4",
        "SU2-04": "nf",
        "SU2-05": "nf",
        "SU1-02": "nf",
    }
    assert "rate these items yourselves: SU2-01, SU2-02" in said


def test_a_rating_of_a_facilitator_is_left_as_it_is(audit: Path) -> None:
    rated = write_answers(audit.parent / "a.csv", "D1,document_review,facilitator,,,,ST1-06,partly,,")
    assert run("import", audit, rated).code == 0
    said = returned_request(audit, {"D16": {"E": "does not exist"}}).said
    assert values(audit, "document_review") == {"ST1-06": "partly"}
    assert "rated already, so left as rated: ST1-06" in said


@pytest.mark.parametrize(
    ("rows", "papers", "told"),
    [
        ({"D16": {"E": "perhaps"}}, (), "'perhaps' is not on the list"),
        ({"D16": {"E": "not applicable"}}, (), "not applicable, and no reason"),
        ({"D16": {"F": "N4 This is the first audit"}}, (), "a reason without a status"),
        ({"D16": {"E": "=A1"}}, (), "holds a formula"),
        ({}, (("D99", "A paper", None),), "'D99' is no line of the request"),
        ({}, (("D04", None, date(2025, 1, 1)),), "the title is missing"),
        ({}, (("D04", "A paper", "soon"),), "'soon' is not a date"),
        ({"D04": {"E": "not given"}}, (("D04", "A paper", 2024),), "listed of a line that is not given"),
    ],
)
def test_a_mistake_in_the_request_is_named_and_nothing_is_kept(
    audit: Path, rows: dict[str, Any], papers: tuple[Any, ...], told: str
) -> None:
    failed = returned_request(audit, rows | {"D18": {"E": "not given"}}, *papers)
    assert (failed.code, told in failed.said) == (2, True), failed.said
    assert (values(audit, "document_review"), registered(audit)) == ({}, [])
