"""The second page of the version for the head of unit: what to do first."""

from __future__ import annotations

from exports.composing.advice import standing_of
from exports.composing.edition import day_words
from exports.layout import Column, in_words
from exports.page import Page
from exports.report import Advice, Report
from exports.sheets.book import Book
from questionnaires.catalogue import labelled, marked, tr

TITLE = marked("What to do first")
COLUMNS = (
    Column(marked("No."), 6),
    Column(marked("What"), 62),
    Column(marked("Who"), 26),
    Column(marked("By when"), 16),
)
LAST = len(COLUMNS)
MOST = 8
ASKED = (
    marked("Read the strengths and gaps with your team, and say what is wrong."),
    marked("Answer each recommendation: accepted, partly accepted, or rejected with the reason."),
    marked("Name one person and one date for each that you accept, and say whether money is set aside."),
    marked("Send the whole workbook back; the sheet '{sheet}' in it is made for that."),
)
MOST_LIMITS = 3


def write(book: Book, report: Report) -> None:
    """The first recommendations, what is asked of the head of unit, the next dates, the limits."""
    page = book.page(tr(TITLE), in_words(COLUMNS), one_page=True)
    page.across(report.unit, "subtitle")
    page.across(tr(TITLE), "title")
    _advice(page, report)
    page.heading(tr("What is asked of you"))
    for place, text in enumerate(ASKED, 1):
        page.spans((f"{place}.", "plain", 1), (tr(text, sheet=tr("Management response")), "plain", LAST))
    page.heading(tr("The next dates"))
    for what, day in report.summary.dates:
        page.spans((labelled(day_words(day), what), "plain", LAST))
    if not report.summary.dates:
        page.across(tr("No date of this audit lies ahead."), "note")
    heard = tr("Who was heard, and what these pages cannot say")
    page.heading(heard if report.heard.survey else tr("What these pages cannot say"))
    for fact in (*report.heard.survey, *report.limits[:MOST_LIMITS]):
        page.across(labelled(fact.label, fact.text), "plain")


def _advice(page: Page, report: Report) -> None:
    page.heading(tr("The first recommendations"))
    page.table_head()
    if not report.advice:
        page.across(tr("No recommendation is accepted or proposed yet."), "note")
    for one in report.advice[:MOST]:
        page.add(
            (one.number, "text"),
            (f"{one.text} ({_mark(one)})", "text"),
            (one.responsible, "text"),
            (one.due, "day"),
        )
    more = len(report.advice) - MOST
    if more > 0:
        page.across(tr("{more} more stand in the whole report.", more=more), "note")


def _mark(one: Advice) -> str:
    area = one.area.split(" ")[0]
    said = standing_of(one)
    return f"{area}, {said}" if area else said
