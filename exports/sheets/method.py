"""How the ratings came about, and their limits."""

from __future__ import annotations

from exports.layout import Column, in_words
from exports.report import Report
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Method and limits")
COLUMNS = (Column("", 22), Column("", 82))


def write(book: Book, report: Report) -> None:
    """One heading a section, one row a fact."""
    page = book.page(tr(TITLE), in_words(COLUMNS))
    page.freeze(page.across(tr(TITLE), "title"))
    for section in report.method:
        page.heading(section.title)
        if not section.facts:
            page.across(section.empty, "note")
        for fact in section.facts:
            page.add((fact.label, "strong text"), (fact.text, "text"))
