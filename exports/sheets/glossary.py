"""The words of the field and of the report."""

from __future__ import annotations

from exports.layout import Column
from exports.report import Report
from exports.sheets.book import Book

TITLE = "Glossary"
COLUMNS = (Column("Word", 28), Column("What it means here", 78))


def write(book: Book, report: Report) -> None:
    """One row a word."""
    page = book.page(TITLE, COLUMNS)
    page.across("Glossary", "title")
    page.gap(4)
    page.table_head(freeze=True)
    for word in report.glossary:
        page.add((word.label, "strong text"), (word.text, "text"))
