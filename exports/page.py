"""One sheet being written from top to bottom: rows of dressed cells, their heights, how it prints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, cast

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from exports import layout
from exports.cells import write_date, write_number, write_text
from exports.layout import Column
from exports.styles import SIZE, STYLES, Dresser

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

Value = str | Fraction | int | date | None
Orientation = Literal["portrait", "landscape"]
Entry = tuple[Value, str]
"""What a cell holds and the style it wears."""

# A4 in points without the margins set below, and the points of one standard character.
_PAPER = {"portrait": (522.0, 730.0), "landscape": (768.0, 470.0)}
_CHARACTER = 5.6


class Page:
    """A sheet of the workbook. `row` is the number of the next free row."""

    def __init__(
        self,
        workbook: Workbook,
        dresser: Dresser,
        title: str,
        columns: Sequence[Column],
        *,
        footer: str = "",
        orientation: Orientation = "portrait",
    ) -> None:
        self.sheet = workbook.create_sheet(title)
        self.columns = tuple(columns)
        self.row = 1
        self._dresser = dresser
        self._orientation = orientation
        self._used = 0.0
        self._set_up(title, footer)

    def _set_up(self, title: str, footer: str) -> None:
        sheet = self.sheet
        for place, column in enumerate(self.columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = self._orientation
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top, sheet.page_margins.bottom = 0.75, 0.7
        sheet.page_margins.header = sheet.page_margins.footer = 0.35
        # An ampersand starts a code in a header or footer.
        sheet.oddHeader.right.text = title.replace("&", "&&")
        sheet.oddFooter.left.text = footer.replace("&", "&&")
        sheet.oddFooter.right.text = "Page &P of &N"
        for part in (sheet.oddHeader.right, sheet.oddFooter.left, sheet.oddFooter.right):
            part.size = 8

    @property
    def width(self) -> float:
        """All columns together, in standard characters."""
        return layout.total(self.columns)

    def add(self, *entries: Entry) -> int:
        """One row of cells from the first column on; returns its number. Too long a text goes on below."""
        pieces = [self._pieces(value, style, place) for place, (value, style) in enumerate(entries)]
        first = self.row
        for part in range(max(len(piece) for piece in pieces)):
            self._row([piece[part] if part < len(piece) else ("", 1) for piece in pieces], entries)
        return first

    def across(self, value: str, style: str, columns: int | None = None, start: int = 1) -> int:
        """One text over several columns (all, if left out); returns the number of its row."""
        last = len(self.columns) if columns is None else start + columns - 1
        width = sum(column.width for column in self.columns[start - 1 : last])
        first = self.row
        for text, lines in layout.chunks(value, width, scale=_scale(style)):
            for place in range(start, last + 1):
                self._dresser.dress(self._cell(place), style)
            self._put(self._cell(start), text, style)
            self._merge(start, last)
            self._finish(layout.height_of(lines, STYLES[style].size))
        return first

    def beside(self, label: str, text: str, label_columns: int, style: str = "plain") -> None:
        """A label over the first columns and a text over the rest."""
        width = sum(column.width for column in self.columns[label_columns:])
        for place, (piece, lines) in enumerate(layout.chunks(text, width, scale=_scale(style))):
            shown = label if place == 0 else ""
            label_width = sum(column.width for column in self.columns[:label_columns])
            needed = max(lines, len(layout.wrapped(shown, label_width, scale=1.08)))
            self._put(self._cell(1), shown, "label")
            self._put(self._cell(label_columns + 1), piece, style)
            self._merge(1, label_columns)
            self._merge(label_columns + 1, len(self.columns))
            self._finish(layout.height_of(needed, SIZE))

    def heading(self, text: str) -> None:
        """A heading with room above it, kept with what follows as far as a page allows."""
        self.gap()
        self._keep_together(90)
        self.across(text, "heading")

    def gap(self, points: float = 8.0) -> None:
        """An empty row."""
        self._finish(points)

    def table_head(self, *, freeze: bool = False, fill_in_from: int | None = None) -> None:
        """The headings of all columns; `freeze`: they stay in view and are printed on every page.

        `fill_in_from`: the column (from 1) from which the reader fills in.
        """
        fill_in = len(self.columns) + 1 if fill_in_from is None else fill_in_from
        styles = [
            "head fill in" if place >= fill_in else self._head_style(place)
            for place in range(1, len(self.columns) + 1)
        ]
        row = self.add(*[(column.heading, style) for column, style in zip(self.columns, styles, strict=True)])
        if freeze:
            self.sheet.freeze_panes = self.sheet.cell(row + 1, 1)
            self.sheet.print_title_rows = f"{row}:{row}"

    def keep_with_next(self, points: float = 80.0) -> None:
        """The next rows start on a new printed page unless so many points are left on this one."""
        self._keep_together(points)

    def _head_style(self, place: int) -> str:
        if self.columns[place - 1].number:
            return "head number"
        after_number = place > 1 and self.columns[place - 2].number
        return "head after" if after_number else "head"

    def at_least(self, row: int, points: float) -> None:
        """Gives a row that was just written room to write into by hand."""
        height = self.sheet.row_dimensions[row].height or 0.0
        self.sheet.row_dimensions[row].height = max(height, points)
        self._used += max(points - height, 0.0)

    def reserve(self, points: float) -> int:
        """Room for a chart, on the next page if this one is too short; returns the row it starts in."""
        self._keep_together(points)
        first, rows = self.row, int(points // 15) + 1
        for _ in range(rows):
            self._finish(15.0)
        return first

    @property
    def paper_width(self) -> float:
        """The width in points that all columns take on the screen."""
        return self.width * _CHARACTER

    def _keep_together(self, points: float) -> None:
        if self._used and self._used + points > self._page_height():
            self.sheet.row_breaks.append(Break(id=self.row - 1))
            self._used = 0.0

    def _page_height(self) -> float:
        width, height = _PAPER[self._orientation]
        return height / min(1.0, width / self.paper_width)

    def _pieces(self, value: Value, style: str, place: int) -> list[tuple[Value, int]]:
        if not isinstance(value, str) or place >= len(self.columns):
            return [(value, 1)]
        width = self.columns[place].width - 1.5 * STYLES[style].indent
        return [*layout.chunks(value, width, scale=_scale(style))]

    def _row(self, pieces: Sequence[tuple[Value, int]], entries: Sequence[Entry]) -> None:
        for place, ((value, _), (_, style)) in enumerate(zip(pieces, entries, strict=True), 1):
            self._put(self._cell(place), value, style)
        heights = (
            layout.height_of(lines, STYLES[style].size)
            for (_, lines), (_, style) in zip(pieces, entries, strict=True)
        )
        self._finish(max(heights))

    def _cell(self, place: int) -> Cell:
        return cast("Cell", self.sheet.cell(self.row, place))  # nothing in a new row is merged yet

    def _put(self, cell: Cell, value: Value, style: str) -> None:
        self._dresser.dress(cell, style)
        if isinstance(value, str):
            write_text(cell, value)
        elif isinstance(value, date):
            write_date(cell, value)
        elif value is not None:
            write_number(cell, value)

    def _merge(self, first: int, last: int) -> None:
        """Joins cells; `merge_cells` would go through the border of each, which no text here has."""
        if last > first:
            ends = (f"{get_column_letter(place)}{self.row}" for place in (first, last))
            self.sheet.merged_cells.add(":".join(ends))

    def _finish(self, height: float) -> None:
        self.sheet.row_dimensions[self.row].height = height
        self._used += height
        if self._used > self._page_height():
            self._used = height
        self.row += 1


def _scale(style: str) -> float:
    """How much wider than standard type a style is set; bold type is wider as well."""
    look = STYLES[style]
    return look.size / SIZE * (1.08 if look.bold else 1.0)
