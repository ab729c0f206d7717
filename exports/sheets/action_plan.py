"""The action plan: who does what by when, on one line of time."""

from __future__ import annotations

from datetime import date, timedelta

from exports.composing.action_plan import Step, steps
from exports.composing.edition import month_head
from exports.layout import Column, in_words
from exports.page import Entry
from exports.report import Report
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Action plan")
COLUMNS = (
    Column(marked("Reference"), 13),
    Column(marked("What"), 42),
    Column(marked("Owner"), 18),
    Column(marked("Due"), 13),
)
LAST = (Column(marked("State"), 12),)
MOST_MONTHS = 15
DUE, UNTIL, LATER = "■", "─", "▸"


def write(book: Book, report: Report) -> None:
    """Ordered by date; what the unit rejected is left out."""
    planned = steps(report)
    months = _months(report.identity.day, planned)
    page = book.page(tr(TITLE), _columns(months), "landscape")
    page.across(tr(TITLE), "title")
    page.across(
        tr(
            "{due} the month in which it is due, {until} the months until then, {later} "
            "due after the last month shown. The unit's own date counts where it accepted "
            "with one, and its owner where it named one. What it rejected is left out.",
            due=DUE,
            until=UNTIL,
            later=LATER,
        ),
        "note",
    )
    page.gap(4)
    page.table_head(freeze=True)
    for one in planned:
        page.add(*_line(one, months))
    if not planned:
        page.across(tr("Nothing is planned yet: no recommendation is accepted or proposed."), "note")


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
    shown = (Column(month_head(month), 5.2) for month in months)
    return (*in_words(COLUMNS), *shown, *in_words(LAST))


def _line(one: Step, months: list[date]) -> tuple[Entry, ...]:
    return (
        (one.ref, "text"),
        (one.text, "text"),
        (one.owner, "text"),
        (one.due or one.said, "day"),
        *(_mark(one, month, months[-1]) for month in months),
        (tr(one.state), "why"),
    )


def _mark(one: Step, month: date, last: date) -> Entry:
    """What stands in one month of a line."""
    if one.due is None or month > one.due:
        return ("", "text")
    if month == one.due.replace(day=1):
        return (DUE, "plan due")
    return (LATER if month == last else UNTIL, "plan")
