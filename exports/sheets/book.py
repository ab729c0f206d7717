"""The workbook being written: what all its sheets share, and the links between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink

from exports.layout import Column
from exports.page import Orientation, Page
from exports.styles import Dresser
from questionnaires.catalogue import marked, tr

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

DRAFT = marked("DRAFT FOR COMMENT")
DRAFT_LINE = marked(
    "Draft for comment: please say what is wrong or missing. The final report may differ from this draft."
)


def place_on(sheet: str, cells: str) -> str:
    """Cells of a sheet as formulas and links name them, whatever its title holds."""
    return f"{quote_sheetname(sheet)}!{cells}"


@dataclass(frozen=True)
class Book:
    """A workbook, its styles, and the text at the foot of every printed page.

    `draft`: every page says so. `places`: where each item and area stands, by its id; `links`: cells that
    lead to one of them, set when all sheets are written.
    """

    workbook: Workbook
    dresser: Dresser
    footer: str
    draft: bool = False
    places: dict[str, str] = field(default_factory=dict)
    links: list[tuple[Cell, str, str]] = field(default_factory=list)

    def page(
        self,
        title: str,
        columns: Sequence[Column],
        orientation: Orientation = "portrait",
        *,
        one_page: bool = False,
    ) -> Page:
        """A new sheet at the end."""
        page = Page(
            self.workbook,
            self.dresser,
            title,
            columns,
            footer=self.footer,
            header=tr(DRAFT) if self.draft else "",
            orientation=orientation,
            one_page=one_page,
        )
        if self.draft:
            page.across(tr(DRAFT_LINE), "notice")
        return page

    def mark(self, name: str, page: Page, row: int) -> None:
        """Says where something stands that other sheets lead to."""
        self.places[name] = place_on(page.sheet.title, f"A{row}")

    def link(self, cell: Cell, name: str, style: str = "link") -> None:
        """Lets a cell lead to what was, or will be, marked with this name; if nothing is, it stays text.

        Only for short texts: LibreOffice breaks no line inside a link.
        """
        self.links.append((cell, name, style))

    def item_in(self, evidence: str) -> str:
        """The first item named in a text that has a row of its own; empty if there is none."""
        return next((word for word in re.split(r"[,;.\s]+", evidence) if word in self.places), "")

    def name(self, name: str, page: Page, first: tuple[int, int], last: tuple[int, int]) -> None:
        """A defined name for the cells between two corners (row, column), for formulas and for programs."""
        corners = [page.sheet.cell(*corner).coordinate for corner in (first, last)]
        columns = ["".join(filter(str.isalpha, corner)) for corner in corners]
        rows = [row for row, _ in (first, last)]
        ends = [f"${column}${row}" for column, row in zip(columns, rows, strict=True)]
        area = ends[0] if first == last else ":".join(ends)
        self.workbook.defined_names[name] = DefinedName(name, attr_text=place_on(page.sheet.title, area))

    def close_links(self) -> None:
        """Sets the links, now that all places are known."""
        for cell, name, style in self.links:
            place = self.places.get(name)
            if place and cell.value:
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
                quoted = cell.quotePrefix
                self.dresser.dress(cell, style)
                cell.quotePrefix = quoted
