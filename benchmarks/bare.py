"""The barest program that does the same: what ours is measured against."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from sqlcipher3 import dbapi2 as sqlcipher

Cells = dict[str, list[tuple[int, int, Any]]]
PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
)


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


def cells_of(path: Path) -> Cells:
    """Sheet -> (row, column, value) of every cell that holds something."""
    return {
        sheet.title: [(c.row, c.column, c.value) for row in sheet for c in row if c.value is not None]
        for sheet in load_workbook(path)
    }


def bare_workbook(cells: Cells, path: Path) -> None:
    """The same values in the same places, with no style, chart, check or width."""
    workbook = Workbook()
    for title, values in cells.items():
        sheet = workbook.create_sheet(title)
        for row, column, value in values:
            sheet.cell(row, column, value)
    workbook.save(path)
