"""The follow-up: how far each recommendation is carried out."""

from __future__ import annotations

from exports.answering.form import Row
from exports.answering.forms import FOLLOW_UP
from exports.answering.writing import write_form
from exports.composing.action_plan import REJECTED, answer_to, due_of
from exports.report import Advice, Progressed, Report
from exports.sheets.book import Book
from exports.sheets.response import sent_text
from questionnaires.catalogue import marked, tr

UNANSWERED = marked("not answered yet")


def write(book: Book, report: Report) -> None:
    """One row a recommendation, with what is known so far."""
    write_form(book, FOLLOW_UP, rows(report), report.identity)


def rows(report: Report) -> list[Row]:
    """What is sent, and what is known already; those that the unit rejected are not followed up."""
    return [_row(one, report) for one in report.advice if answer_to(report, one).answer != REJECTED]


def _row(one: Advice, report: Report) -> Row:
    known = report.progressed.get(one.ref, Progressed())
    sent = {
        "number": one.number,
        "text": sent_text(one.text),
        "area": one.area.split(" ")[0],
        "answered": tr(answer_to(report, one).answer or UNANSWERED),
        "due": due_of(report, one),
    }
    return Row(one.ref, sent, {"state": known.state, "evidence": known.evidence, "day": known.day})
