"""Findings, each with the items it rests on, its evidence, and how far it is supported."""

from __future__ import annotations

from exports.layout import Column, in_words
from exports.page import Page
from exports.report import Report
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Findings")
COLUMNS = (
    Column(marked("No."), 6),
    Column(marked("Area"), 7),
    Column("", 21),
    Column(marked("Finding"), 56),
    Column(marked("Where"), 14),
    Column(marked("Item"), 9),
    Column(marked("Items and evidence"), 18),
    Column(marked("How far supported"), 17),
    Column(marked("Status"), 12.5),
)


def write(book: Book, report: Report) -> None:
    """What the team confirmed, in its order; then what the ratings show."""
    page = book.page(tr(TITLE), in_words(COLUMNS), "landscape")
    page.across(tr(TITLE), "title")
    page.across(_words(report), "note")
    page.gap(4)
    page.table_head(freeze=True)
    if not report.findings:
        page.across(tr("No finding is confirmed or proposed yet."), "note")
    for place, one in enumerate(report.findings, 1):
        name, _, title = one.area.partition(" ")
        item = book.item_in(one.evidence)
        texts = (
            f"F{place}",
            name,
            title,
            one.text,
            one.where,
            item,
            one.evidence,
            one.support,
            tr(one.status),
        )
        row = page.add(*[(text, "text") for text in texts])
        book.link(page.cell(row, 2), name)
        book.link(page.cell(row, 6), item)
    if report.heard.workshop:
        _released(page, report)


def _words(report: Report) -> str:
    """In which order findings stand, and what the rules look for."""
    looked_for = [
        *([tr("where documents and people differ")] if report.opinions else []),
        *([tr("where women and men differ")] if report.sexes_apart else []),
        tr("what changed"),
        tr("what is missing"),
    ]
    return tr(
        "What the team confirmed comes first, in its order. 'Proposed by rule' follows from the ratings: "
        "{rules}. Underlined areas and items lead to their figures.",
        rules=tr(", ").join(looked_for),
    )


def _released(page: Page, report: Report) -> None:
    page.gap(12)
    page.keep_with_next()
    page.across(tr("What the groups released"), "title")
    page.across(
        tr("Words that groups of the workshop decided to have printed. Small groups are not asked."),
        "note",
    )
    page.gap(4)
    if not report.released:
        page.across(tr("No group released a statement."), "note")
    for one in report.released:
        page.beside(one.label, one.text, 3)
