"""One block an area: its figures, why they are so, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from exports.composing.words import said
from exports.layout import Column, in_words
from exports.page import Entry, Orientation, Page
from exports.report import RatedArea, Report, Views
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Areas")
COLUMNS = (
    Column(marked("No."), 7),
    Column(marked("Area"), 36),
    Column(marked("Score"), 10, number=True),
    Column(marked("Band"), 20),
    Column(marked("Covered %"), 12.5, number=True),
    Column(marked("Documents"), 13.5, number=True),
    Column(marked("People"), 10.5, number=True),
    Column(marked("Women"), 10.5, number=True),
    Column(marked("Men"), 10, number=True),
    Column(marked("Gap"), 9, number=True),
    Column(marked("Baseline"), 10.5, number=True),
    Column(marked("Change"), 10, number=True),
)
OF_PEOPLE = slice(5, 10)
"""The columns that set documents against people; left out where nobody was asked for an opinion."""
OF_BOTH = slice(7, 10)
"""The columns that are left out where women's and men's opinions are not told apart."""
BLOCK_HEIGHT = 150.0
Cell = TypeVar("Cell")
PEOPLE = marked("People: what staff and partners said.")
GAP = marked("Gap: the women's figure minus the men's.")
ITEMS = marked("The single items stand on the sheet Items.")
NO_DEBRIEFING = marked(
    "Facilitators' rating, the unit's view and the agreed rating stand here once the debriefing is recorded."
)


def write(book: Book, report: Report) -> None:
    """Areas in their order, front by front."""
    orientation: Orientation = "landscape" if report.opinions else "portrait"
    page = book.page(tr(TITLE), in_words(_told(COLUMNS, report)), orientation)
    page.across(tr(TITLE), "title")
    page.across(report.legend, "note")
    page.across(_words(report), "note")
    if not report.views:
        page.across(tr(NO_DEBRIEFING), "note")
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
        return tr(ITEMS)
    papers = (
        tr("Documents: papers, counts and staff data.")
        if report.staff_data
        else tr("Documents: papers and counts.")
    )
    gap = [tr(GAP)] if report.sexes_apart else []
    return " ".join([papers, tr(PEOPLE), *gap, tr(ITEMS)])


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
        (said(line.score), "area points"),
        (line.band or line.why, "area why"),
        (said(line.coverage), "area whole"),
        (said(line.objective), "area figure"),
        (said(line.perception), "area figure"),
        (said(line.women), by_sex),
        (said(line.men), by_sex),
        (said(line.gap), "area signed" if report.groups_exact else "area gap"),
        (said(line.baseline), "area figure"),
        (said(line.change), "area signed"),
    )
    return page.add(*_told(cells, report))


def _said(area: RatedArea) -> Iterator[tuple[str, str]]:
    """What stands below the figures, as label and text."""
    yield tr("Why"), " ".join(area.trace) or area.line.why
    since = tr("Since the baseline: {changed}.", changed=area.line.changed) if area.line.changed else ""
    if since or area.notes:
        yield tr("To know"), " ".join(filter(None, (since, *area.notes)))
    if area.by_sex:
        yield tr("Women and men"), area.by_sex
    if area.would_change:
        yield tr("What would change it"), " ".join(area.would_change)


def _views(page: Page, view: Views) -> None:
    """The three ratings of the debriefing beside each other, and the unit's reason.

    Where columns are left out there is no room for that, and they stand in one text.
    """
    three = [
        tr("Facilitators: {rating}", rating=view.facilitators or "-"),
        tr("The unit: {rating}", rating=view.unit or "-"),
        tr("Agreed: {rating}", rating=view.agreed or "-"),
    ]
    label, last = (tr("At the debriefing"), "detail label", 2), len(page.columns)
    if last < len(COLUMNS):
        page.spans(label, (".  ".join(three), "detail", last))
    else:
        page.spans(label, *((text, "detail", end) for text, end in zip(three, (5, 9, last), strict=True)))
    if view.reason:
        page.spans((tr("The unit's reason"), "detail label", 2), (view.reason, "detail", len(page.columns)))
