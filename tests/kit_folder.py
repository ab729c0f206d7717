"""The folder of a kit in tests: made, filled in by the unit, and what the audit then holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from audit_engine.audit import StoredAnswer
from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions
from tests.running import run

HR, REQUEST = "04 HR sheet.xlsx", "03 Document request list.xlsx"


def kit(audit: Path, *options: str | Path) -> Path:
    """The folder of a kit."""
    folder = audit.parent / "kit"
    made = run("kit", audit, folder, *options)
    assert made.code == 0, made.said
    return folder


def fill(path: Path, sheet: str, rows: dict[str, dict[str, Any]], to: str = "returned.xlsx") -> Path:
    """Fills in a workbook: id in the first column -> letter of a column -> value."""
    workbook = load_workbook(path)
    found = {str(row[0].value): row[0].row for row in workbook[sheet].iter_rows()}
    for name, cells in rows.items():
        for letter, value in cells.items():
            workbook[sheet][f"{letter}{found[name]}"] = value
    workbook.save(path.with_name(to))
    return path.with_name(to)


def listed(path: Path, rows: Iterable[tuple[Any, ...]]) -> Path:
    """Writes documents under the headings of the list."""
    workbook = load_workbook(path)
    sheet = workbook["Documents"]
    first = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Line") + 1
    for place, cells in enumerate(rows):
        for column, value in enumerate(cells, 1):
            sheet.cell(first + place, column).value = value
    workbook.save(path)
    return path


def standing(audit: Path, instrument: str) -> dict[str, StoredAnswer]:
    """The standing answers of all sheets of an instrument."""
    with AuditFile(audit) as opened, opened.reading() as connection:
        found: dict[str, StoredAnswer] = {}
        for sheet in submissions.submissions(connection, instrument=instrument):
            found |= submissions.answers(connection, sheet.id)
        return found


def values(audit: Path, instrument: str) -> dict[str, str]:
    return {name: answer.value for name, answer in standing(audit, instrument).items()}
