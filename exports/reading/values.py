"""What was read from a workbook, as plain values: no file, no formula and no library stands behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

Value = str | int | float | bool | date | time | None
"""What a cell holds. A number kept as text stays text; a `date` with a time of day is a `datetime`."""


@dataclass(frozen=True)
class Cell:
    """A cell that is not empty.

    `value` is None where there is none to trust: the cell holds a formula (then `formula` is its text, with
    the "=") or an error (then `error` is for example "#N/A"). `hidden`: its sheet, row or column is hidden.
    """

    address: str
    row: int
    column: int
    value: Value
    formula: str | None = None
    error: str | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Row:
    """A row with at least one cell that is not empty; `number` counts from 1 as on the screen."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def at(self, column: int) -> Cell | None:
        """The cell in that column (1 is A), or None if it is empty."""
        return next((cell for cell in self.cells if cell.column == column), None)


@dataclass(frozen=True)
class Sheet:
    """One sheet. `filtered`: a filter is set, so that a reader of the sheet may not have seen every row.

    `merged` names the merged ranges ("B4:D4"); their value is in the first cell.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    filtered: bool = False
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()

    def cells(self) -> Iterator[Cell]:
        """Every cell that is not empty, row by row."""
        for row in self.rows:
            yield from row.cells

    def at(self, address: str) -> Cell | None:
        """The cell at an address such as "B4", or None if it is empty."""
        return next((cell for cell in self.cells() if cell.address == address), None)


@dataclass(frozen=True)
class Returned:
    """A workbook that came back.

    `sheets` are in their order, chart sheets left out. `properties` are the custom document properties and
    `names` the defined names of the whole workbook with what they refer to. `sha256` is of the file's bytes.
    `comments`: comments or notes are attached to cells; they are not read. `dates_from_1904`: the workbook
    counts days from 1904 (Excel on old Macs); the dates here are right either way.
    """

    sheets: tuple[Sheet, ...]
    properties: Mapping[str, Value]
    names: Mapping[str, str]
    sha256: str
    comments: bool = False
    dates_from_1904: bool = False

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, or None."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)
