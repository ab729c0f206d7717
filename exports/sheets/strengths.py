"""Strengths and good practices: they come before what is missing."""

from __future__ import annotations

from exports.layout import Column, in_words
from exports.page import Page
from exports.report import Report, Statement
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Strengths and good practices")
COLUMNS = (
    Column(marked("No."), 7),
    Column(marked("Area"), 22),
    Column(marked("What"), 46),
    Column(marked("Where"), 14.5),
    Column(marked("Item"), 9),
    Column(marked("Evidence"), 18),
    Column(marked("How far supported"), 17),
    Column(marked("Status"), 12.5),
    Column(marked("For others to use"), 12),
    Column(marked("May be shared"), 11),
)


def write(book: Book, report: Report) -> None:
    """Strengths first, then good practices."""
    page = book.page(tr(TITLE), in_words(COLUMNS), "landscape")
    page.across(tr("Strengths and good practices"), "title")
    page.across(
        tr(
            "What the team confirmed comes first. 'Proposed by rule' follows from the "
            "ratings and waits for somebody to confirm it. The last two columns are asked "
            "of good practices: whether others could use it, and whether the unit agrees "
            "to be named with it."
        ),
        "note",
    )
    page.gap(4)
    page.table_head(freeze=True)
    page.spans((tr("Strengths"), "front text", len(COLUMNS)))
    _rows(book, page, report.strengths, tr("No strength is confirmed or proposed yet."))
    page.keep_with_next()
    page.spans((tr("Good practices"), "front text", len(COLUMNS)))
    _rows(book, page, report.practices, tr("No good practice is confirmed yet."))


def _rows(book: Book, page: Page, statements: tuple[Statement, ...], nothing: str) -> None:
    if not statements:
        page.across(nothing, "note")
    for one in statements:
        name, _, title = one.area.partition(" ")
        texts = (name, title, one.text, one.where, book.item_in(one.evidence), one.evidence, one.support)
        row = page.add(*[(text, "text") for text in (*texts, tr(one.status), one.transferable, one.consent)])
        book.link(page.cell(row, 1), name)
        book.link(page.cell(row, 5), book.item_in(one.evidence))
