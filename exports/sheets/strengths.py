"""Strengths and good practices: they come before what is missing."""

from __future__ import annotations

from exports.layout import Column
from exports.page import Page
from exports.report import Report, Statement
from exports.sheets.book import Book

TITLE = "Strengths and good practices"
COLUMNS = (
    Column("Area", 26),
    Column("What", 54),
    Column("Where", 18),
    Column("Evidence", 22),
    Column("How far supported", 18),
    Column("Status", 14),
    Column("For others to use", 12),
    Column("May be shared", 11),
)


def write(book: Book, report: Report) -> None:
    """Strengths first, then good practices."""
    page = book.page(TITLE, COLUMNS, "landscape")
    page.across("Strengths", "title")
    page.across(
        "What the team confirmed comes first. 'Proposed by rule' follows from the ratings and waits for "
        "somebody to confirm it.",
        "note",
    )
    page.gap(4)
    page.table_head(freeze=True)
    _rows(page, report.strengths, "No strength is confirmed or proposed yet.")
    page.gap(12)
    page.across("Good practices", "title")
    page.gap(4)
    page.table_head()
    _rows(page, report.practices, "No good practice is confirmed yet.")


def _rows(page: Page, statements: tuple[Statement, ...], nothing: str) -> None:
    if not statements:
        page.across(nothing, "note")
    for one in statements:
        texts = (one.area, one.text, one.where, one.evidence, one.support, one.status)
        page.add(*[(text, "text") for text in (*texts, one.transferable, one.consent)])
