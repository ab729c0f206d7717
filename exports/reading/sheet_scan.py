"""How one sheet is laid out, from the cells that are there: the size that it states is not believed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from exports.reading.limits import MOST_COLUMNS, MOST_MERGED, MOST_ROWS
from exports.reading.refusal import RefusedError, damaged
from questionnaires.catalogue import marked, tr, tr_many

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROW, CELL, COLUMNS = f"{MAIN} row", f"{MAIN} c", f"{MAIN} col"
MERGED, FILTER = f"{MAIN} mergeCell", f"{MAIN} filterColumn"
CONTENT = (f"{MAIN} v", f"{MAIN} is", f"{MAIN} f")
ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
DIGITS = re.compile(r"[0-9]{1,9}", re.ASCII)
SMALLER = marked("Delete the empty and unused rows and columns, or send only the sheets that were asked for.")

Attributes = dict[str, str]


@dataclass
class Layout:
    """What a sheet hides, filters and merges."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    filtered: bool = False


class SheetScan:
    """Goes through the elements of a sheet; `count` is told of each cell with something in it."""

    def __init__(self, part: str, count: Callable[[], None]) -> None:
        self.layout = Layout()
        self._part = part
        self._count = count
        self._row = self._column = self._counted = 0
        self._handlers = {
            ROW: self._start_row,
            CELL: self._start_cell,
            COLUMNS: self._start_columns,
            MERGED: self._start_merged,
            FILTER: self._start_filter,
            **dict.fromkeys(CONTENT, self._start_content),
        }

    def start(self, name: str, attributes: Attributes) -> None:
        """One element begins. Raises RefusedError."""
        handler = self._handlers.get(name)
        if handler:
            handler(attributes)

    def _start_row(self, attributes: Attributes) -> None:
        row = self._whole(attributes.get("r", str(self._row + 1)))
        if row <= self._row:
            raise damaged(
                tr("{part}: row {row} comes after row {before}", part=self._part, row=row, before=self._row)
            )
        self._row, self._column, self._counted = row, 0, 0
        if _set(attributes, "hidden") or _nothing(attributes.get("ht")):
            self.layout.hidden_rows.add(row)

    def _start_cell(self, attributes: Attributes) -> None:
        row, column = self._row, self._column + 1
        if "r" in attributes:
            row, column = self._place(attributes["r"])
        if row != self._row or column <= self._column:
            raise damaged(tr("{part}: {cell} is out of order", part=self._part, cell=attributes.get("r")))
        self._column = column

    def _start_content(self, _: Attributes) -> None:
        """Only a cell with something in it makes a sheet large: some programs write every formatted one."""
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            raise RefusedError(
                tr(
                    "something stands in {cell}, beyond {rows:,} rows and {columns} columns",
                    cell=f"{letters(self._column)}{self._row}",
                    rows=MOST_ROWS,
                    columns=MOST_COLUMNS,
                ),
                tr(SMALLER),
            )
        if self._column > self._counted:
            self._counted = self._column
            self._count()

    def _start_columns(self, attributes: Attributes) -> None:
        first, last = self._whole(attributes.get("min", "")), self._whole(attributes.get("max", ""))
        if _set(attributes, "hidden") or _nothing(attributes.get("width")):
            self.layout.hidden_columns.update(range(first, min(last, MOST_COLUMNS) + 1))

    def _start_merged(self, attributes: Attributes) -> None:
        self.layout.merged.append(attributes.get("ref", ""))
        if len(self.layout.merged) > MOST_MERGED:
            raise RefusedError(
                tr_many(
                    "more than {number:,} range of cells is merged in one sheet",
                    "more than {number:,} ranges of cells are merged in one sheet",
                    MOST_MERGED,
                ),
                tr("Select the sheet, choose Unmerge Cells and save it again."),
            )

    def _start_filter(self, _: Attributes) -> None:
        self.layout.filtered = True

    def _whole(self, text: str) -> int:
        if not DIGITS.fullmatch(text):
            raise damaged(tr("{part}: a row or column has no number", part=self._part))
        return int(text)

    def _place(self, address: str) -> tuple[int, int]:
        match = ADDRESS.fullmatch(address)
        if match is None:
            raise damaged(tr("{part}: a cell has no address", part=self._part))
        return int(match[2]), column_of(match[1])


def column_of(name: str) -> int:
    """The number of a column: A is 1."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def letters(column: int) -> str:
    """The letters of a column: 1 is A."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _set(attributes: Attributes, name: str) -> bool:
    return attributes.get(name, "0") in ("1", "true", "on")


def _nothing(size: str | None) -> bool:
    """A height or width of nothing hides as well."""
    try:
        return size is not None and float(size) == 0
    except ValueError:
        return False
