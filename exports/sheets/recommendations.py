"""Recommendations, to be read; what the unit answers stands on a sheet of its own."""

from __future__ import annotations

from exports.composing.advice import standing_of
from exports.layout import Column, in_words
from exports.page import Page
from exports.report import Advice, Report
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Recommendations")
COLUMNS = (
    Column(marked("No."), 6),
    Column(marked("Reference"), 14),
    Column(marked("Recommendation"), 50),
    Column(marked("Area"), 7),
    Column(marked("Status and priority"), 13),
    Column(marked("Raised by"), 15),
    Column(marked("Responsible"), 22),
    Column(marked("Due"), 13.5),
    Column(marked("Means of verification"), 22),
)


def write(book: Book, report: Report) -> None:
    """One row a recommendation: accepted ones first, then those only proposed."""
    page = book.page(tr(TITLE), in_words(COLUMNS), "landscape")
    page.across(tr("Recommendations"), "title")
    page.across(
        tr(
            "Accepted ones come first. Status 'proposed' means that nobody has accepted it "
            "yet. The reference stays the same in every later workbook."
        ),
        "note",
    )
    page.gap(4)
    page.table_head(freeze=True)
    first = page.row
    if not report.advice:
        page.across(tr("No recommendation is accepted or proposed yet."), "note")
    for one in report.advice:
        _recommendation(book, page, one)
    book.name("recommendations", page, (first, 1), (page.row - 1, len(COLUMNS)))
    _also(page, report.also_raised)


def _recommendation(book: Book, page: Page, one: Advice) -> None:
    name = one.area.split(" ")[0]
    row = page.add(
        (one.number, "text"),
        (one.ref, "text"),
        (one.text, "strong text"),
        (name, "text"),
        (standing_of(one), "text"),
        (one.raised_by, "text"),
        (one.responsible, "text"),
        (one.due, "day"),
        (one.verification, "text"),
    )
    book.link(page.cell(row, 4), name)


def _also(page: Page, raised: tuple[str, ...]) -> None:
    if raised:
        page.heading(tr("Also raised, beyond the number that is proposed at once"))
    for text in raised:
        page.across(text, "plain")
