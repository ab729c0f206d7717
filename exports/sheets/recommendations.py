"""Recommendations, with the columns in which the unit answers each of them."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from exports.layout import Column
from exports.page import Entry, Page
from exports.report import Advice, Report
from exports.sheets.book import Book

TITLE = "Recommendations"
COLUMNS = (
    Column("No.", 6),
    Column("Recommendation", 42),
    Column("Area", 19),
    Column("Status and priority", 13),
    Column("Raised by", 14),
    Column("Responsible", 20),
    Column("Due", 13.5),
    Column("Means of verification", 20),
    Column("Response", 15),
    Column("Comment", 26),
    Column("Owner", 16),
    Column("Due date", 13),
)
FIRST_TO_FILL = 9
LAST_TO_FILL = 12
LEAST_HEIGHT = 40.0


def write(book: Book, report: Report) -> None:
    """One row a recommendation: accepted ones first, then those only proposed."""
    page = book.page(TITLE, COLUMNS, "landscape")
    page.across("Recommendations and management response", "title")
    page.across(
        "For the unit to fill in: the four columns on the right. Choose a response from the list, say why "
        "where it is not plainly accepted, name an owner and a date. Status 'proposed' means that nobody "
        "has accepted it yet.",
        "note",
    )
    page.gap(4)
    page.table_head(freeze=True, fill_in_from=FIRST_TO_FILL)
    if not report.advice:
        page.across("No recommendation is accepted or proposed yet.", "note")
        return
    first = page.row
    for one in report.advice:
        _recommendation(page, one)
    _response(page, report, first, page.row - 1)
    _also(page, report.also_raised)


def _recommendation(page: Page, one: Advice) -> None:
    empty: list[Entry] = [("", "fill in"), ("", "fill in"), ("", "fill in"), (None, "fill in day")]
    row = page.add(
        (one.number, "text"),
        (one.text, "strong text"),
        (one.area, "text"),
        (f"{one.status}, {one.priority}" if one.priority else one.status, "text"),
        (one.raised_by, "text"),
        (one.responsible, "text"),
        (one.due, "day"),
        (one.verification, "text"),
        *empty,
    )
    page.at_least(row, LEAST_HEIGHT)


def _response(page: Page, report: Report, first: int, last: int) -> None:
    choices = DataValidation("list", formula1=f'"{",".join(report.responses)}"', allow_blank=True)
    choices.promptTitle, choices.prompt = "Response", "Choose one from the list."
    choices.errorTitle, choices.error = "Response", "Please choose one from the list."
    days = DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True)
    days.promptTitle, days.prompt = "Due date", "A date, for example 2027-03-31."
    days.errorTitle, days.error = "Due date", "Please enter a date."
    for check, column in ((choices, FIRST_TO_FILL), (days, LAST_TO_FILL)):
        check.showErrorMessage = check.showInputMessage = True
        letter = get_column_letter(column)
        check.add(f"{letter}{first}:{letter}{last}")
        page.sheet.add_data_validation(check)


def _also(page: Page, raised: tuple[str, ...]) -> None:
    if raised:
        page.heading("Also raised, beyond the number that is proposed at once")
    for text in raised:
        page.across(text, "plain")
