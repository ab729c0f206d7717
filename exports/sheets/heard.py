"""Who was heard: totals and functions, nobody in person."""

from __future__ import annotations

from exports.layout import Column, in_words
from exports.report import Heard, HeardRow, Report
from exports.sheets.book import Book
from questionnaires.catalogue import labelled, marked, tr

TITLE = marked("Who was heard")
WITHOUT_OPINIONS = marked("Interviews")
"""Its name where nobody was asked for an opinion: people only explained what papers show."""
NO_RATING = marked("Not rated by people")
NO_RATING_MEANS = marked(
    "Shares of those who gave any answer to the item, in steps of 5 %. An item that many cannot judge tells "
    "something of its own. Items of which at most about two people did not rate it are left out, and so are "
    "items asked of too few, sensitive ones and all items of a small unit."
)
SHARES = (
    Column(marked("Don't know"), 13),
    Column(marked("Not in my work"), 13),
    Column(marked("Prefer not to say"), 13),
)
TALKS_AND_ROOM, TALKS = Column(marked("Interviews and workshop"), 52), Column(marked("Interviews"), 52)
WOMEN, MEN, ALL = (
    Column(heading, 12, number=True) for heading in (marked("Women"), marked("Men"), marked("All"))
)


def write(book: Book, report: Report) -> None:
    """The survey in one line, then interviews and workshop."""
    title = tr(TITLE) if report.opinions else tr(WITHOUT_OPINIONS)
    page = book.page(title, in_words(_columns(report.heard)))
    page.across(title, "title")
    page.gap(4)
    for fact in report.heard.survey:
        page.across(labelled(fact.label, fact.text), "plain")
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
    columns = (Column(marked("Item"), 8.5), Column(marked("What was asked"), 48), *SHARES)
    page = book.page(tr(NO_RATING), in_words(columns))
    page.across(tr("What people could or would not rate"), "title")
    page.across(tr(NO_RATING_MEANS), "note")
    page.gap(4)
    page.table_head(freeze=True)
    for one in report.heard.not_rating:
        shares = (one.dont_know, one.not_in_my_work, one.prefer_not_to_say)
        page.add((one.item, "text"), (one.text, "text"), *[(share, "share") for share in shares])
    if not report.heard.not_rating:
        page.across(
            tr("There is no item of which more can be told than that very few did not rate it."), "note"
        )


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
