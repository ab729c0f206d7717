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
    Variable("raised_by", "Items that raised it, by their ids", missing="people added it"),
    Variable("responsible", "Function that is to carry it out", missing="not said"),
    Variable("due", "Day by which it is to be done", "date", missing="no day was set: see due_words"),
    Variable("due_words", "When it is to be done, where that is no day", missing="a day was set, or nothing"),
    Variable("verification", "How one will see that it is done", missing="not said"),
    Variable("response", "What the unit answered", values=RESPONSES, missing=NOT_ANSWERED),
    Variable("response_comment", "The unit's comment", missing="none"),
    Variable("response_due", "Day that the unit set", "date", missing="none was set"),
    Variable("budget", "Whether there is a budget for it", values=("yes", "no"), missing=NOT_ANSWERED),
    Variable("progress", "How far it is carried out", values=STATES, missing="never empty"),
    Variable("progress_evidence", "What shows how far it is", missing="none was named"),
    Variable("progress_day", "Day of which this is told", "date", missing="none was named"),
)


def recommendations(report: Report) -> Table:
    """One row a recommendation. Who owns one is in the workbook only: names of people are no data."""
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
        "responsible": one.responsible,
        "due": _day(one.due) if dated else "",
        "due_words": "" if dated else _words(one.due),
        "verification": one.verification,
        "response": answered.answer,
        "response_comment": answered.comment,
        "response_due": _day(answered.due),
        "budget": answered.budget,
        "progress": progressed.state,
        "progress_evidence": progressed.evidence,
        "progress_day": _day(progressed.day),
    }


def _day(day: date | str | None) -> str:
    return day.isoformat() if isinstance(day, date) else ""


def _words(due: date | str | None) -> str:
    return due if isinstance(due, str) else ""
