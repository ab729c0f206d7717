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
from exports.direction import right_to_left
from exports.layout import Column
from exports.styles import SIZE, STYLES, Dresser
from questionnaires.catalogue import tr

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
        header: str = "",
        orientation: Orientation = "portrait",
        one_page: bool = False,
    ) -> None:
        """`header` stands in the middle above every printed page; `one_page`: printed on a single one."""
        self.sheet = workbook.create_sheet(title)
        self.columns = tuple(columns)
        self.row = 1
        self._dresser = dresser
        self._orientation = orientation
        self._one_page = one_page
        self._used = 0.0
        self._repeated = 0.0
        self._set_up(title)
        self._head_and_foot(title, header, footer)

    def _set_up(self, title: str) -> None:
        sheet = self.sheet
        for place, column in enumerate(self.columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        sheet.sheet_view.showGridLines = False
        sheet.sheet_view.rightToLeft = True if right_to_left() else None
        sheet.page_setup.orientation = self._orientation
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 1 if self._one_page else 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top, sheet.page_margins.bottom = 0.75, 0.7
        sheet.page_margins.header = sheet.page_margins.footer = 0.35

    def _head_and_foot(self, title: str, header: str, footer: str) -> None:
        sheet = self.sheet
        # An ampersand starts a code in a header or footer.
        begin, end = ("right", "left") if right_to_left() else ("left", "right")
        numbers = getattr(sheet.oddFooter, end)
        above, below = getattr(sheet.oddHeader, end), getattr(sheet.oddFooter, begin)
        above.text = title.replace("&", "&&")
        sheet.oddHeader.center.text = header.replace("&", "&&")
        below.text = footer.replace("&", "&&")
        numbers.text = tr("Page {page} of {pages}", page="&P", pages="&N")
        for part in (above, below, numbers):
            part.size = 8
        sheet.oddHeader.center.size = 10

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
            self._spread(start, last, text, style)
            self._finish(layout.height_of(lines, STYLES[style].size))
        return first

    def beside(
        self, label: str, text: str, label_columns: int, style: str = "plain", label_style: str = "label"
    ) -> int:
        """A label over the first columns and a text over the rest; returns the number of the first row."""
        return self.spans((label, label_style, label_columns), (text, style, len(self.columns)))

    def spans(self, *parts: tuple[Value, str, int]) -> int:
        """One row of values, each over several columns: (value, style, last column from 1)."""
        starts = [1, *(last + 1 for _, _, last in parts)]
        pieces = [
            self._chunks(value, style, start, last)
            for (value, style, last), start in zip(parts, starts, strict=False)
        ]
        first = self.row
        for part in range(max(len(piece) for piece in pieces)):
            height = 0.0
            for (_, style, last), start, piece in zip(parts, starts, pieces, strict=False):
                value, lines = piece[part] if part < len(piece) else ("", 1)
                self._spread(start, last, value, style)
                height = max(height, layout.height_of(lines, STYLES[style].size))
            self._finish(height)
        return first

    def _chunks(self, value: Value, style: str, start: int, last: int) -> list[tuple[Value, int]]:
        if not isinstance(value, str) or not STYLES[style].wrap:
            return [(value, 1)]
        width = sum(column.width for column in self.columns[start - 1 : last]) - 1.5 * STYLES[style].indent
        return [*layout.chunks(value, width, scale=_scale(style))]

    def _spread(self, start: int, last: int, value: Value, style: str) -> None:
        """A value over several columns of the row that is being written."""
        for place in range(start, last + 1):
            self._dresser.dress(self._cell(place), style)
        self._put(self._cell(start), value, style)
        self._merge(start, last)

    def cell(self, row: int, place: int) -> Cell:
        """A cell that was written already."""
        return cast("Cell", self.sheet.cell(row, place))

    def heading(self, text: str) -> None:
        """A heading with room above it, kept with what follows as far as a page allows."""
        self.gap()
        self._keep_together(90)
        self.across(text, "heading")

    def gap(self, points: float = 8.0) -> None:
        """An empty row."""
        self._finish(points)

    def table_head(self, *, freeze: bool = False, fill_in_from: int | None = None) -> int:
        """The headings of all columns, and the number of their row; `freeze`: they stay in view and are
        printed on every page.

        `fill_in_from`: the column (from 1) from which the reader fills in.
        """
        fill_in = len(self.columns) + 1 if fill_in_from is None else fill_in_from
        styles = [
            "head fill in" if place >= fill_in else self._head_style(place)
            for place in range(1, len(self.columns) + 1)
        ]
        row = self.add(*[(column.heading, style) for column, style in zip(self.columns, styles, strict=True)])
        if freeze:
            self.freeze(row)
        return row

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

    def block(self, row: int, start: int, last: int, rows: int, text: str, style: str) -> None:
        """A text over several columns and rows of a place that is reserved."""
        for down in range(rows):
            for place in range(start, last + 1):
                self._dresser.dress(self.cell(row + down, place), style)
        write_text(self.cell(row, start), text)
        ends = (f"{get_column_letter(start)}{row}", f"{get_column_letter(last)}{row + rows - 1}")
        self.sheet.merged_cells.add(":".join(ends))

    def freeze(self, row: int) -> None:
        """Keeps all down to this row in view, and prints the row on every page."""
        self.sheet.freeze_panes = self.sheet.cell(row + 1, 1)
        self.sheet.print_title_rows = f"{row}:{row}"
        self._repeated = self.sheet.row_dimensions[row].height or 0.0

    def width_until(self, last: int) -> float:
        """The width in points of the columns up to this one (from 1)."""
        return layout.total(self.columns[:last]) * _CHARACTER

    @property
    def paper_width(self) -> float:
        """The width in points that all columns take on the screen."""
        return self.width * _CHARACTER

    def _keep_together(self, points: float) -> None:
        if not self._one_page and self._used and self._used + points > self._page_height():
            self.sheet.row_breaks.append(Break(id=self.row - 1))
            self._used = self._repeated

    def _page_height(self) -> float:
        width, height = _PAPER[self._orientation]
        return height / min(1.0, width / self.paper_width)

    def _pieces(self, value: Value, style: str, place: int) -> list[tuple[Value, int]]:
        if place >= len(self.columns):
            return [(value, 1)]
        return self._chunks(value, style, place + 1, place + 1)

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
            self._used = height + self._repeated
        self.row += 1


def _scale(style: str) -> float:
    """How much wider than standard type a style is set; bold type is wider as well."""
    look = STYLES[style]
    return look.size / SIZE * (layout.BOLD if look.bold else 1.0)
