"""The document list: what was on it, what was read, and how it was drawn."""

from __future__ import annotations

from exports.layout import Column, in_words
from exports.report import Report
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Document list")
COLUMNS = (
    Column(marked("Kind"), 22),
    Column(marked("Title"), 58),
    Column(marked("Date"), 13),
    Column(marked("Read or not"), 17),
)


def write(book: Book, report: Report) -> None:
    """How documents were chosen, then one line a document."""
    page = book.page(tr(TITLE), in_words(COLUMNS))
    page.across(tr(TITLE), "title")
    page.across(
        tr(
            "The unit gives whole lists; the facilitators draw from them by a fixed rule, "
            "so that nobody chooses the best papers. What is only on the list was not "
            "drawn."
        ),
        "note",
    )
    for fact in report.drawn:
        page.spans((fact.label, "label", 1), (fact.text, "plain", len(COLUMNS)))
    page.gap(4)
    page.table_head(freeze=True)
    if not report.papers:
        page.across(tr("No document is registered."), "note")
    for paper in report.papers:
        page.add(*[(text, "text") for text in (paper.kind, paper.title, paper.date, paper.read)])
