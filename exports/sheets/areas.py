"""One block an area: its figures, why they are so, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from exports.layout import Column
from exports.page import Entry, Orientation, Page
from exports.report import RatedArea, Report, Views
from exports.sheets.book import Book

TITLE = "Areas"
COLUMNS = (
    Column("No.", 7),
    Column("Area", 36),
    Column("Score", 10, number=True),
    Column("Band", 20),
    Column("Covered %", 12.5, number=True),
    Column("Documents", 13.5, number=True),
    Column("People", 10.5, number=True),
    Column("Women", 10.5, number=True),
    Column("Men", 10, number=True),
    Column("Gap", 9, number=True),
    Column("Baseline", 10.5, number=True),
    Column("Change", 10, number=True),
)
OF_PEOPLE = slice(5, 10)
"""The columns that set documents against people; left out where nobody was asked for an opinion."""
OF_BOTH = slice(7, 10)
"""The columns that are left out where women's and men's opinions are not told apart."""
BLOCK_HEIGHT = 150.0
Cell = TypeVar("Cell")
PEOPLE = "People: what staff and partners said."
GAP = "Gap: the women's figure minus the men's."
ITEMS = "The single items stand on the sheet Items."
NO_DEBRIEFING = (
    "Facilitators' rating, the unit's view and the agreed rating stand here once the debriefing is recorded."
)


def write(book: Book, report: Report) -> None:
    """Areas in their order, front by front."""
    orientation: Orientation = "landscape" if report.opinions else "portrait"
    page = book.page(TITLE, _told(COLUMNS, report), orientation)
    page.across("Areas", "title")
    page.across(report.legend, "note")
    page.across(_words(report), "note")
    if not report.views:
        page.across(NO_DEBRIEFING, "note")
    page.gap(4)
    page.table_head(freeze=True)
    front, views = "", {one.area: one for one in report.views}
    for area in report.areas:
        if area.front != front:
            front = area.front
            page.keep_with_next(BLOCK_HEIGHT + 20)
            page.spans((front, "front text", len(page.columns)))
        _area(book, page, report, area, views.get(area.line.id))


def _words(report: Report) -> str:
    """What the columns mean."""
    if not report.opinions:
        return ITEMS
    papers = "papers, counts and staff data" if report.staff_data else "papers and counts"
    gap = [GAP] if report.sexes_apart else []
    return " ".join([f"Documents: {papers}.", PEOPLE, *gap, ITEMS])


def _told(cells: tuple[Cell, ...], report: Report) -> tuple[Cell, ...]:
    """A row without the columns of people, or of women and men apart, where there are none."""
    if report.sexes_apart:
        return cells
    left_out = OF_BOTH if report.opinions else OF_PEOPLE
    return (*cells[: left_out.start], *cells[left_out.stop :])


def _area(book: Book, page: Page, report: Report, area: RatedArea, view: Views | None) -> None:
    page.keep_with_next(BLOCK_HEIGHT)
    row = _figures(page, report, area)
    book.mark(area.line.id, page, row)
    book.link(page.cell(row, 1), f"{area.line.id} items", "area link")
    for label, text in _said(area):
        page.spans((label, "detail label", 2), (text, "detail", len(page.columns)))
    if view:
        _views(page, view)
    page.gap(8)


def _figures(page: Page, report: Report, area: RatedArea) -> int:
    line, by_sex = area.line, "area figure" if report.groups_exact else "area whole"
    cells: tuple[Entry, ...] = (
        (line.id, "area text"),
        (line.title, "area text"),
        (line.score, "area points"),
        (line.band or line.why, "area why"),
        (line.coverage, "area whole"),
        (line.objective, "area figure"),
        (line.perception, "area figure"),
        (line.women, by_sex),
        (line.men, by_sex),
        (line.gap, "area signed" if report.groups_exact else "area gap"),
        (line.baseline, "area figure"),
        (line.change, "area signed"),
    )
    return page.add(*_told(cells, report))


def _said(area: RatedArea) -> Iterator[tuple[str, str]]:
    """What stands below the figures, as label and text."""
    yield "Why", " ".join(area.trace) or area.line.why
    since = f"Since the baseline: {area.line.changed}." if area.line.changed else ""
    if since or area.notes:
        yield "To know", " ".join(filter(None, (since, *area.notes)))
    if area.by_sex:
        yield "Women and men", area.by_sex
    if area.would_change:
        yield "What would change it", " ".join(area.would_change)


def _views(page: Page, view: Views) -> None:
    """The three ratings of the debriefing beside each other, and the unit's reason.

    Where columns are left out there is no room for that, and they stand in one text.
    """
    three = [
        f"{who}: {said or '-'}"
        for who, said in (
            ("Facilitators", view.facilitators),
            ("The unit", view.unit),
            ("Agreed", view.agreed),
        )
    ]
    label, last = ("At the debriefing", "detail label", 2), len(page.columns)
    if last < len(COLUMNS):
        page.spans(label, (".  ".join(three), "detail", last))
    else:
        page.spans(label, *((text, "detail", end) for text, end in zip(three, (5, 9, last), strict=True)))
    if view.reason:
        page.spans(("The unit's reason", "detail label", 2), (view.reason, "detail", len(page.columns)))
