"""Who was heard: totals and functions, nobody in person."""

from __future__ import annotations

from exports.layout import Column
from exports.report import Heard, HeardRow, Report
from exports.sheets.book import Book

TITLE = "Who was heard"
WITHOUT_OPINIONS = "Interviews"
"""Its name where nobody was asked for an opinion: people only explained what papers show."""
NO_RATING = "Not rated by people"
NO_RATING_MEANS = (
    "Shares of those who gave any answer to the item, in steps of 5 %. An item that many cannot judge tells "
    "something of its own. Items of which at most about two people did not rate it are left out, and so are "
    "items asked of too few, sensitive ones and all items of a small unit."
)
SHARES = tuple(Column(words, 13) for words in ("Don't know", "Not in my work", "Prefer not to say"))
TALKS_AND_ROOM, TALKS = Column("Interviews and workshop", 52), Column("Interviews", 52)
WOMEN, MEN, ALL = (Column(heading, 12, number=True) for heading in ("Women", "Men", "All"))


def write(book: Book, report: Report) -> None:
    """The survey in one line, then interviews and workshop."""
    title = TITLE if report.opinions else WITHOUT_OPINIONS
    page = book.page(title, _columns(report.heard))
    page.across(title, "title")
    page.gap(4)
    for fact in report.heard.survey:
        page.across(f"{fact.label}: {fact.text}", "plain")
    page.gap(4)
    page.table_head(freeze=True)
    if not report.heard.rows:
        page.across(report.heard.nobody, "note")
    for row in report.heard.rows:
        page.add((row.what, "text"), *[(number, "whole") for number in _numbers(report.heard, row)])
    page.gap(4)
    for note in report.heard.notes:
        page.across(note, "note")
    if report.opinions:
        _not_rating(book, report)


def _not_rating(book: Book, report: Report) -> None:
    """How often people could or would not rate what they were asked, as a result of its own."""
    page = book.page(NO_RATING, (Column("Item", 8.5), Column("What was asked", 48), *SHARES))
    page.across("What people could or would not rate", "title")
    page.across(NO_RATING_MEANS, "note")
    page.gap(4)
    page.table_head(freeze=True)
    for one in report.heard.not_rating:
        shares = (one.dont_know, one.not_in_my_work, one.prefer_not_to_say)
        page.add((one.item, "text"), (one.text, "text"), *[(share, "share") for share in shares])
    if not report.heard.not_rating:
        page.across("There is no item of which more can be told than that very few did not rate it.", "note")


def _columns(heard: Heard) -> tuple[Column, ...]:
    if not heard.workshop:
        return (TALKS, ALL)
    return (TALKS_AND_ROOM, WOMEN, MEN, *([ALL] if _any_total(heard) else []))


def _any_total(heard: Heard) -> bool:
    return any(row.total is not None for row in heard.rows)


def _numbers(heard: Heard, row: HeardRow) -> list[int | None]:
    if not heard.workshop:
        return [row.total]
    return [row.women, row.men, *([row.total] if _any_total(heard) else [])]
