"""The barest program that does the same: what ours is measured against."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from sqlcipher3 import dbapi2 as sqlcipher

LOOK = ("font", "fill", "border", "alignment", "number_format", "protection")
PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
)


@dataclass(frozen=True)
class Sheet:
    """What stands on one sheet: (row, column, value, look) of each cell, merges, widths and heights."""

    title: str
    cells: list[tuple[int, int, Any, dict[str, Any]]]
    merged: list[str]
    widths: dict[str, float]
    heights: dict[int, float | None]


def bare_program(path: Path, commands: list[str]) -> Path:
    """A typer program in one file with these commands, none of which does anything."""
    bodies = [
        f'@app.command({name!r})\ndef command_{number}(file: str) -> None:\n    """Do one thing."""\n'
        for number, name in enumerate(commands)
    ]
    path.write_text(
        "\n\n".join(["import typer\n\napp = typer.Typer()", *bodies, "app()\n"]), encoding="utf-8"
    )
    subprocess.run([sys.executable, str(path), "--help"], check=True, stdout=subprocess.DEVNULL)
    return path


def bare_saving(path: Path, submission: str, at: str) -> Callable[[], object]:
    """An INSERT and COMMIT of one more answer a call, into the answers of an audit file, by driver alone."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    numbers = iter(range(1_000_000))

    def save() -> None:
        row = (submission, f"bare-{next(numbers)}", "agree", "", "", False, "Ada", at, "")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO answer (submission, item, value, note, evidence, agreed, by, at, replaced_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        connection.execute("COMMIT")

    return save


def sheets_of(path: Path) -> list[Sheet]:
    """What is on every sheet of a workbook; equal looks are one object, as in a program written by hand."""
    looks: dict[int, dict[str, Any]] = {}
    return [_sheet(sheet, looks) for sheet in load_workbook(path)]


def _sheet(sheet: Any, looks: dict[int, dict[str, Any]]) -> Sheet:
    held = [cell for row in sheet for cell in row if cell.has_style or cell.value is not None]
    return Sheet(
        sheet.title,
        [(cell.row, cell.column, cell.value, _look(cell, looks)) for cell in held if type(cell) is Cell],
        [str(merged) for merged in sheet.merged_cells.ranges],
        {name: column.width for name, column in sheet.column_dimensions.items()},
        {number: row.height for number, row in sheet.row_dimensions.items()},
    )


def _look(cell: Any, looks: dict[int, dict[str, Any]]) -> dict[str, Any]:
    if cell.style_id not in looks:
        plain = Workbook().active["A1"]
        look = {name: copy(getattr(cell, name)) for name in LOOK}
        looks[cell.style_id] = {name: style for name, style in look.items() if style != getattr(plain, name)}
    return looks[cell.style_id]


def bare_values(sheets: list[Sheet], path: Path) -> None:
    """The same values in the same places and nothing else."""
    workbook = Workbook()
    for held in sheets:
        sheet = workbook.create_sheet(held.title)
        for row, column, value, _ in held.cells:
            sheet.cell(row, column, value)
    workbook.save(path)


def bare_workbook_noting_merges(sheets: list[Sheet], path: Path) -> None:
    """The same, but each joined range is only noted: no look at its borders and at the other ranges."""
    bare_workbook(sheets, path, merge=lambda sheet, joined: sheet.merged_cells.add(joined))


def bare_workbook(
    sheets: list[Sheet], path: Path, merge: Callable[[Any, str], None] = Worksheet.merge_cells
) -> None:
    """The same cells as they look: values, styles, merges, widths, heights. No chart, no drop-down."""
    workbook = Workbook()
    made: dict[int, Any] = {}
    for held in sheets:
        sheet = workbook.create_sheet(held.title)
        for row, column, value, look in held.cells:
            _dress(sheet.cell(row, column, value), look, made)
        for merged in held.merged:
            merge(sheet, merged)
        for name, width in held.widths.items():
            sheet.column_dimensions[name].width = width
        for number, height in held.heights.items():
            sheet.row_dimensions[number].height = height
    workbook.save(path)


def _dress(cell: Any, look: dict[str, Any], made: dict[int, Any]) -> None:
    """Setting a style by name is slow in openpyxl, so each look is set once and then handed on."""
    if id(look) in made:
        cell._style = copy(made[id(look)])
        return
    for name, style in look.items():
        setattr(cell, name, style)
    made[id(look)] = cell._style
