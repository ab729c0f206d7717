"""Every item: figure, band or answer words, what it rests on, or why there is none."""

from __future__ import annotations

from exports.composing.words import said
from exports.layout import Column, in_words
from exports.page import Entry, Page
from exports.report import Line, RatedArea, Report
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Items")
COLUMNS = (
    Column(marked("No."), 9.5),
    Column(marked("Item"), 56),
    Column(marked("Score"), 10, number=True),
    Column(marked("Band or answer"), 21),
    Column(marked("Baseline"), 10.5, number=True),
    Column(marked("Change"), 10, number=True),
    Column(marked("What it rests on, or why there is no figure"), 54),
)
LAST = len(COLUMNS)
WORDS = marked(
    "An item that people answered is printed in the words of the answers, everything else as a band."
)


def write(book: Book, report: Report) -> None:
    """Items in their order under their area."""
    page = book.page(tr(TITLE), in_words(COLUMNS), "landscape")
    page.across(tr("Items"), "title")
    page.across(report.item_legend or report.legend, "note")
    if report.opinions:
        page.across(tr(WORDS), "note")
    page.gap(4)
    page.table_head(freeze=True)
    first = page.row
    page.sheet.sheet_properties.outlinePr.summaryBelow = False
    for area in report.areas:
        _area(book, page, area)
    book.name("items_table", page, (first, 1), (max(page.row - 1, first), LAST))


def _area(book: Book, page: Page, area: RatedArea) -> None:
    page.keep_with_next(70)
    row = page.spans((area.line.id, "area text", 1), (area.line.title, "area text", LAST))
    book.mark(f"{area.line.id} items", page, row)
    book.link(page.cell(row, 1), area.line.id, "area link")
    first = page.row
    for item in area.items:
        row = page.add(*_row(item))
        if item.id:
            book.mark(item.id, page, row)
    if page.row > first:
        page.sheet.row_dimensions.group(first, page.row - 1, outline_level=1)


def _row(line: Line) -> tuple[Entry, ...]:
    since = tr("Since the baseline: {changed}", changed=line.changed) if line.changed else ""
    return (
        (line.id, "text"),
        (line.title, "text"),
        (said(line.score), "points"),
        (line.band, "why"),
        (said(line.baseline), "figure"),
        (said(line.change), "signed"),
        (". ".join(part.removesuffix(".") for part in (line.why, since) if part), "why"),
    )
