"""The words of the field and of the report."""

from __future__ import annotations

from exports.layout import Column, in_words
from exports.report import Report
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Glossary")
COLUMNS = (Column(marked("Word"), 28), Column(marked("What it means here"), 78))


def write(book: Book, report: Report) -> None:
    """One row a word."""
    page = book.page(tr(TITLE), in_words(COLUMNS))
    page.across(tr(TITLE), "title")
    page.gap(4)
    page.table_head(freeze=True)
    for word in report.glossary:
        page.add((word.label, "strong text"), (word.text, "text"))
