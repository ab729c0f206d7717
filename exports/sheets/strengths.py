"""Strengths and good practices: they come before what is missing."""

from __future__ import annotations

from exports.layout import Column
from exports.page import Page
from exports.report import Report, Statement
from exports.sheets.book import Book

TITLE = "Strengths and good practices"
COLUMNS = (
    Column("No.", 7),
    Column("Area", 22),
    Column("What", 46),
    Column("Where", 14.5),
    Column("Item", 9),
    Column("Evidence", 18),
    Column("How far supported", 17),
    Column("Status", 12.5),
    Column("For others to use", 12),
    Column("May be shared", 11),
)


def write(book: Book, report: Report) -> None:
    """Strengths first, then good practices."""
    page = book.page(TITLE, COLUMNS, "landscape")
    page.across("Strengths and good practices", "title")
    page.across(
        "What the team confirmed comes first. 'Proposed by rule' follows from the ratings and waits for "
        "somebody to confirm it. The last two columns are asked of good practices: whether others could "
        "use it, and whether the unit agrees to be named with it.",
        "note",
    )
    page.gap(4)
    page.table_head(freeze=True)
    page.spans(("Strengths", "front text", len(COLUMNS)))
    _rows(book, page, report.strengths, "No strength is confirmed or proposed yet.")
    page.keep_with_next()
    page.spans(("Good practices", "front text", len(COLUMNS)))
    _rows(book, page, report.practices, "No good practice is confirmed yet.")


def _rows(book: Book, page: Page, statements: tuple[Statement, ...], nothing: str) -> None:
    if not statements:
        page.across(nothing, "note")
    for one in statements:
        name, _, title = one.area.partition(" ")
        texts = (name, title, one.text, one.where, book.item_in(one.evidence), one.evidence, one.support)
        row = page.add(*[(text, "text") for text in (*texts, one.status, one.transferable, one.consent)])
        book.link(page.cell(row, 1), name)
        book.link(page.cell(row, 5), book.item_in(one.evidence))
