"""Who was heard: totals and functions, nobody in person."""

from __future__ import annotations

from exports.layout import Column
from exports.report import HeardRow, Report
from exports.sheets.book import Book

TITLE = "Who was heard"
WHAT = Column("Interviews and workshop", 52)
WOMEN, MEN, ALL = (Column(heading, 12, number=True) for heading in ("Women", "Men", "All"))


def write(book: Book, report: Report) -> None:
    """The survey in one line, then interviews and workshop."""
    any_total = any(row.total is not None for row in report.heard.rows)
    page = book.page(TITLE, (WHAT, WOMEN, MEN, ALL) if any_total else (WHAT, WOMEN, MEN))
    page.across("Who was heard", "title")
    page.gap(4)
    for fact in report.heard.survey:
        page.across(f"{fact.label}: {fact.text}", "plain")
    page.gap(4)
    page.table_head()
    if not report.heard.rows:
        page.across("Nobody was interviewed, and no workshop is recorded yet.", "note")
    for row in report.heard.rows:
        page.add((row.what, "text"), *[(number, "whole") for number in _numbers(row, any_total)])
    page.gap(4)
    for note in report.heard.notes:
        page.across(note, "note")


def _numbers(row: HeardRow, any_total: bool) -> list[int | None]:
    return [row.women, row.men, *([row.total] if any_total else [])]
