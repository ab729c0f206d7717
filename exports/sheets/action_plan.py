"""The action plan: who does what by when, on one line of time."""

from __future__ import annotations

from datetime import date, timedelta

from exports.composing.action_plan import Step, steps
from exports.layout import Column
from exports.page import Entry
from exports.report import Report
from exports.sheets.book import Book

TITLE = "Action plan"
MOST_MONTHS = 15
DUE, UNTIL, LATER = "■", "─", "▸"


def write(book: Book, report: Report) -> None:
    """Ordered by date; what the unit rejected is left out."""
    planned = steps(report)
    months = _months(report.identity.day, planned)
    page = book.page(TITLE, _columns(months), "landscape")
    page.across("Action plan", "title")
    page.across(
        f"{DUE} the month in which it is due, {UNTIL} the months until then, {LATER} due after the last "
        "month shown. The unit's own date counts where it accepted with one, and its owner where it named "
        "one. What it rejected is left out.",
        "note",
    )
    page.gap(4)
    page.table_head(freeze=True)
    for one in planned:
        page.add(*_line(one, months))
    if not planned:
        page.across("Nothing is planned yet: no recommendation is accepted or proposed.", "note")


def _months(released: date | None, planned: list[Step]) -> list[date]:
    """The first day of each month shown: from the release, or from the first date if that is earlier."""
    due = [one.due for one in planned if one.due]
    if not due:
        return []
    shown: list[date] = []
    first, far = min(due), timedelta(days=31 * MOST_MONTHS)
    near = released is not None and max(due) - released < far
    month = (min(first, released) if released and near else first).replace(day=1)
    while month <= max(due) and len(shown) < MOST_MONTHS:
        shown.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return shown


def _columns(months: list[date]) -> tuple[Column, ...]:
    shown = (Column(f"{month:%b}\n{month:%y}", 5.2) for month in months)
    return (
        Column("Reference", 13),
        Column("What", 42),
        Column("Owner", 18),
        Column("Due", 13),
        *shown,
        Column("State", 12),
    )


def _line(one: Step, months: list[date]) -> tuple[Entry, ...]:
    return (
        (one.ref, "text"),
        (one.text, "text"),
        (one.owner, "text"),
        (one.due or one.said, "day"),
        *(_mark(one, month, months[-1]) for month in months),
        (one.state, "why"),
    )


def _mark(one: Step, month: date, last: date) -> Entry:
    """What stands in one month of a line."""
    if one.due is None or month > one.due:
        return ("", "text")
    if month == one.due.replace(day=1):
        return (DUE, "plan due")
    return (LATER if month == last else UNTIL, "plan")
