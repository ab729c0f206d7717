"""The second page of the version for the head of unit: what to do first."""

from __future__ import annotations

from exports.composing.edition import day_words
from exports.layout import Column
from exports.page import Page
from exports.report import Advice, Report
from exports.sheets.book import Book

TITLE = "What to do first"
COLUMNS = (Column("No.", 6), Column("What", 62), Column("Who", 26), Column("By when", 16))
LAST = len(COLUMNS)
MOST = 8
ASKED = (
    "Read the strengths and gaps with your team, and say what is wrong.",
    "Answer each recommendation: accepted, partly accepted, or rejected with the reason.",
    "Name one person and one date for each that you accept, and say whether money is set aside.",
    "Send the whole workbook back; the sheet 'Management response' in it is made for that.",
)
MOST_LIMITS = 3


def write(book: Book, report: Report) -> None:
    """The first recommendations, what is asked of the head of unit, the next dates, the limits."""
    page = book.page(TITLE, COLUMNS, one_page=True)
    page.across(report.unit, "subtitle")
    page.across(TITLE, "title")
    _advice(page, report)
    page.heading("What is asked of you")
    for place, text in enumerate(ASKED, 1):
        page.spans((f"{place}.", "plain", 1), (text, "plain", LAST))
    page.heading("The next dates")
    for what, day in report.summary.dates:
        page.spans((f"{day_words(day)}: {what}", "plain", LAST))
    if not report.summary.dates:
        page.across("No date of this audit lies ahead.", "note")
    who = "Who was heard, and what" if report.heard.survey else "What"
    page.heading(f"{who} these pages cannot say")
    for fact in (*report.heard.survey, *report.limits[:MOST_LIMITS]):
        page.across(f"{fact.label}: {fact.text}", "plain")


def _advice(page: Page, report: Report) -> None:
    page.heading("The first recommendations")
    page.table_head()
    if not report.advice:
        page.across("No recommendation is accepted or proposed yet.", "note")
    for one in report.advice[:MOST]:
        page.add(
            (one.number, "text"),
            (f"{one.text} ({_mark(one)})", "text"),
            (one.responsible, "text"),
            (one.due, "day"),
        )
    more = len(report.advice) - MOST
    if more > 0:
        page.across(f"{more} more stand in the whole report.", "note")


def _mark(one: Advice) -> str:
    area = one.area.split(" ")[0]
    return ", ".join(part for part in (area, one.status, one.priority) if part)
