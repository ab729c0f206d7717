"""Reading a workbook that came back, against openpyxl doing it in a child process of the same kind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from turns import Ratio, by_turns

if TYPE_CHECKING:
    from audit_engine.auditfile import AuditFile

BARE = """
import io, json, sys
from openpyxl import load_workbook
book = load_workbook(io.BytesIO(sys.stdin.buffer.read()))
cells = {sheet.title: [(cell.coordinate, cell.value) for row in sheet for cell in row] for sheet in book}
json.dump(cells, sys.stdout, default=str)
"""


def bare_reading(path: Path) -> Any:
    """Every cell of every sheet, by a process that is started for it and then gone; no check, no limit."""
    ran = subprocess.run(
        [sys.executable, "-c", BARE], input=path.read_bytes(), stdout=subprocess.PIPE, check=True
    )
    return json.loads(ran.stdout)


def read_returned(path: Path) -> Ratio:
    """`read_workbook`, all checks and limits included, against the same cells without any."""
    from exports.reading import read_workbook

    return by_turns(lambda: read_workbook(path), lambda: bare_reading(path), 9, 2.0)


def fill_in(path: Path) -> None:
    """Answers every recommendation, as the unit would."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet: Any = book["Management response"]
    head = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "Reference")
    answer = next(cell.column for cell in sheet[head] if cell.value == "Answer")
    for row in range(head + 1, sheet.max_row + 1):
        if sheet.cell(row, 1).value:
            sheet.cell(row, answer).value = "accepted"
    book.save(path)


def answer_returned(opened: AuditFile, path: Path) -> Ratio:
    """All of `respond` but question and recording, against the same cells read without a check."""
    from audit_engine.responding.comparing import compare
    from audit_engine.responding.standing import standing_in
    from exports.answering.forms import RESPONSE
    from exports.reading import read_workbook

    def ours() -> None:
        taken = compare(RESPONSE, standing_in(opened, RESPONSE), [(path.name, read_workbook(path))])
        assert taken.changes

    return by_turns(ours, lambda: bare_reading(path), 9, 2.0)
