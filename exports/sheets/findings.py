"""Findings, each with the items it rests on, its evidence, and how far it is supported."""

from __future__ import annotations

from exports.layout import Column
from exports.page import Page
from exports.report import Report
from exports.sheets.book import Book

TITLE = "Findings"
COLUMNS = (
    Column("No.", 6),
    Column("Area", 7),
    Column("", 21),
    Column("Finding", 56),
    Column("Where", 14),
    Column("Item", 9),
    Column("Items and evidence", 18),
    Column("How far supported", 17),
    Column("Status", 12.5),
)


def write(book: Book, report: Report) -> None:
    """What the team confirmed, in its order; then what the ratings show."""
    page = book.page(TITLE, COLUMNS, "landscape")
    page.across("Findings", "title")
    page.across(_words(report), "note")
    page.gap(4)
    page.table_head(freeze=True)
    if not report.findings:
        page.across("No finding is confirmed or proposed yet.", "note")
    for place, one in enumerate(report.findings, 1):
        name, _, title = one.area.partition(" ")
        item = book.item_in(one.evidence)
        texts = (f"F{place}", name, title, one.text, one.where, item, one.evidence, one.support, one.status)
        row = page.add(*[(text, "text") for text in texts])
        book.link(page.cell(row, 2), name)
        book.link(page.cell(row, 6), item)
    if report.heard.workshop:
        _released(page, report)


def _words(report: Report) -> str:
    """In which order findings stand, and what the rules look for."""
    looked_for = [
        *(["where documents and people differ"] if report.opinions else []),
        *(["where women and men differ"] if report.sexes_apart else []),
        "what changed",
        "what is missing",
    ]
    return (
        "What the team confirmed comes first, in its order. 'Proposed by rule' follows from the ratings: "
        f"{', '.join(looked_for)}. Underlined areas and items lead to their figures."
    )


def _released(page: Page, report: Report) -> None:
    page.gap(12)
    page.keep_with_next()
    page.across("What the groups released", "title")
    page.across(
        "Words that groups of the workshop decided to have printed. Small groups are not asked.",
        "note",
    )
    page.gap(4)
    if not report.released:
        page.across("No group released a statement.", "note")
    for one in report.released:
        page.beside(one.label, one.text, 3)
