"""Recommendations with what the unit answered and how far they are, one row each."""

from __future__ import annotations

from datetime import date

from exports.report import Advice, Answered, Progressed, Report
from exports.tidy.ratings import AREA, AREA_TITLE
from exports.tidy.table import Row, Table, Variable

RESPONSES = ("accepted", "partly accepted", "rejected", "pending")
STATES = ("not started", "in progress", "partly done", "done", "overtaken", "no update")
NOT_ANSWERED = "the unit has not answered"
COLUMNS = (
    Variable("ref", "Reference of the recommendation, the same in every workbook"),
    Variable("number", "Its place in this release's workbook"),
    Variable("status", "What the team decided", values=("accepted", "proposed")),
    AREA,
    AREA_TITLE,
    Variable("text", "Recommendation"),
    Variable("priority", "Priority", missing="none was set"),
    Variable("raised_by", "Items that raised it, by their ids", missing="none that the printed figures show"),
    Variable("responsible", "Function that is to carry it out", missing="not said, or said in other words"),
    Variable("due", "Day by which it is to be done", "date", missing="no day was set: see due_words"),
    Variable("due_words", "When it is to be done, where that is no day", missing="a day was set, or nothing"),
    Variable("response", "What the unit answered", values=RESPONSES, missing=NOT_ANSWERED),
    Variable("response_due", "Day that the unit set", "date", missing="none was set"),
    Variable("budget", "Whether there is a budget for it", values=("yes", "no"), missing=NOT_ANSWERED),
    Variable("progress", "How far it is carried out", values=STATES, missing="never empty"),
    Variable("progress_day", "Day of which this is told", "date", missing="none was named"),
)


def recommendations(report: Report) -> Table:
    """One row a recommendation.

    Words that people wrote about it, and who owns it, stand in the workbook only: they may name a person.
    """
    titles = {f"{one.line.id} {one.line.title}": one.line.id for one in report.areas}
    rows = tuple(
        _row(
            one,
            titles.get(one.area, ""),
            report.answered.get(one.ref, Answered()),
            report.progressed.get(one.ref, Progressed()),
        )
        for one in report.advice
    )
    return Table("recommendations", "a recommendation", COLUMNS, rows)


def _row(one: Advice, area: str, answered: Answered, progressed: Progressed) -> Row:
    dated = isinstance(one.due, date)
    return {
        "ref": one.ref,
        "number": one.number,
        "status": one.status,
        "area": area,
        "area_title": one.area.removeprefix(area).strip(),
        "text": one.text,
        "priority": one.priority,
        "raised_by": one.raised_by,
        "responsible": one.parties,
        "due": _day(one.due) if dated else "",
        "due_words": "" if dated else _words(one.due),
        "response": answered.answer,
        "response_due": _day(answered.due),
        "budget": answered.budget,
        "progress": progressed.state,
        "progress_day": _day(progressed.day),
    }


def _day(day: date | str | None) -> str:
    return day.isoformat() if isinstance(day, date) else ""


def _words(due: date | str | None) -> str:
    return due if isinstance(due, str) else ""
