"""The management response: the sheet in which the unit answers each recommendation."""

from __future__ import annotations

from exports.answering.form import Row
from exports.answering.forms import RESPONSE
from exports.answering.writing import write_form
from exports.report import Advice, Answered, Report
from exports.sheets.book import Book
from questionnaires.answers import short
from questionnaires.catalogue import tr

LONGEST_TEXT = 600
"""Characters of a recommendation that one row surely holds; the whole text stands on its own sheet."""


def write(book: Book, report: Report) -> None:
    """One row a recommendation, with what the unit answered so far."""
    write_form(book, RESPONSE, rows(report), report.identity)


def rows(report: Report) -> list[Row]:
    """What is sent, and what is filled in already."""
    return [_row(one, report.answered.get(one.ref)) for one in report.advice]


def sent_text(text: str) -> str:
    """A recommendation as it is sent: in one paragraph that a row surely holds."""
    return short(" ".join(text.split()), LONGEST_TEXT)


def _row(one: Advice, so_far: Answered | None) -> Row:
    filled = {}
    if so_far is not None:
        filled = {
            "answer": so_far.answer,
            "owner": so_far.owner,
            "due": so_far.due,
            "budget": so_far.budget,
            "comment": so_far.comment,
        }
    return Row(
        one.ref,
        {
            "number": one.number,
            "text": sent_text(one.text),
            "area": one.area.split(" ")[0],
            "priority": tr(one.priority),
            "proposed": one.due,
        },
        filled,
    )
