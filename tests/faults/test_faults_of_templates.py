"""Sheets that we sent out and that come back changed (docs/faults.md, 48 and 49)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from questionnaires.errors import ExitCode
from tests.running import Ran, begin, run

Edit = Callable[[Any], None]
WOMEN, MEN = 3, 5
FILLED = {"ST1-01": {WOMEN: 7, MEN: 5}, "ST1-02": {WOMEN: 1, MEN: 2}}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two audits and the HR sheet of each; making a kit takes a while."""
    folder = tmp_path_factory.mktemp("made")
    for name in ("a", "b"):
        audit = begin(folder / f"{name}.audit")
        ran = run("kit", audit, folder / name)
        assert ran.code == 0, ran.said
    return folder


@pytest.fixture
def audits(made: Path, tmp_path: Path) -> Path:
    """A copy of them for one test."""
    return shutil.copytree(made, tmp_path / "audits")


def sent(audits: Path, name: str = "a") -> tuple[Path, Path]:
    """An audit and its HR sheet."""
    (sheet,) = (audits / name).glob("*HR sheet.xlsx")
    return audits / f"{name}.audit", sheet


def filled(path: Path, edit: Edit | None = None) -> Path:
    """The sheet with some numbers, changed further and saved."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    for row in sheet.iter_rows():
        for column, number in FILLED.get(str(row[0].value), {}).items():
            sheet.cell(row[0].row, column).value = number
    if edit:
        edit(sheet)
    path = path.with_name("came back.xlsx")
    workbook.save(path)
    return path


def head(sheet: Any) -> dict[str, Any]:
    """The headings and their cells."""
    row = next(row for row in sheet.iter_rows() if row[0].value == "Item")
    return {str(cell.value): cell for cell in row if cell.value}


def rename(sheet: Any) -> None:
    head(sheet)["Women"].value = "Females"


def double(sheet: Any) -> None:
    head(sheet)["Number"].value = "Women"


def empty_head(sheet: Any) -> None:
    for cell in head(sheet).values():
        cell.value = None


def rename_sheet(sheet: Any) -> None:
    sheet.title = "Sheet1"


def formula(sheet: Any) -> None:
    row = next(row for row in sheet.iter_rows() if row[0].value == "ST1-01")
    row[2].value = "=3+4"


@pytest.mark.parametrize("edit", [rename, double, empty_head, rename_sheet])
def test_fault_048_a_sheet_whose_headings_are_not_those_that_were_sent(audits: Path, edit: Edit) -> None:
    audit, sheet = sent(audits)
    before = audit.read_bytes()
    ran = run("import", audit, filled(sheet, edit))
    assert_refused(ran)
    assert "the row of headings is not there" in ran.said or "no sheet 'HR sheet' any more" in ran.said
    assert audit.read_bytes() == before


def assert_refused(ran: Ran) -> None:
    assert ran.code == ExitCode.BAD_INPUT, ran.said
    assert "came back.xlsx" in ran.said


def test_fault_048_a_formula_is_named_by_its_cell(audits: Path) -> None:
    audit, sheet = sent(audits)
    ran = run("import", audit, filled(sheet, formula))
    assert_refused(ran)
    assert "HR sheet C" in ran.said


def test_fault_048_a_sheet_of_another_audit(audits: Path) -> None:
    audit, _ = sent(audits)
    _, other = sent(audits, "b")
    assert "another audit" in run("import", audit, filled(other)).said


def test_fault_048_columns_and_rows_that_were_put_in_between(audits: Path) -> None:
    def put_in(sheet: Any) -> None:
        sheet.insert_cols(3)
        sheet.insert_rows(2)

    audit, sheet = sent(audits)
    ran = run("import", audit, filled(sheet, put_in))
    assert (ran.code, "2 answer(s) of staff data; 2 new" in ran.said) == (0, True), ran.said


def test_fault_049_a_sheet_that_comes_back_twice_is_recorded_once(audits: Path) -> None:
    audit, sheet = sent(audits)
    back = filled(sheet)
    assert "2 new" in run("import", audit, back).said
    again = back.rename(back.with_name("sent again.xlsx"))
    ran = run("import", audit, again)
    assert (ran.code, "was imported before; nothing to do" in ran.said) == (0, True)
