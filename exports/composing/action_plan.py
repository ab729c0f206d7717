"""What is planned by when: every recommendation that the unit did not reject, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exports.report import Advice, Answered, Progressed, Report
from questionnaires.catalogue import marked, tr

CLOSED = ("done", "overtaken")
AGREED = ("accepted", "partly accepted")
REJECTED = "rejected"
NO_DATE = marked("no date yet")


@dataclass(frozen=True)
class Step:
    """One recommendation on the line of time.

    `due` None where no date is set; then `said` tells what is known instead ("within 90 days").
    `state` is English, to be said by `tr`.
    """

    ref: str
    text: str
    owner: str
    due: date | None
    said: str
    state: str


def steps(report: Report) -> list[Step]:
    """What is planned, the earliest first; without a date last."""
    found = [_step(report, one) for one in report.advice if answer_to(report, one).answer != REJECTED]
    return sorted(found, key=lambda one: (one.due is None, one.due or date.max))


def answer_to(report: Report, one: Advice) -> Answered:
    """What the unit answered so far; an empty answer if it did not."""
    return report.answered.get(one.ref, Answered())


def due_of(report: Report, one: Advice) -> date | str | None:
    """The unit's own date where it accepted with one, else the date of the recommendation."""
    answered = answer_to(report, one)
    return answered.due if answered.due and answered.answer in AGREED else one.due


def _step(report: Report, one: Advice) -> Step:
    due, state = due_of(report, one), report.progressed.get(one.ref, Progressed()).state
    owner = answer_to(report, one).owner or one.responsible
    if isinstance(due, date):
        return Step(one.ref, one.text, owner, due, "", state)
    return Step(one.ref, one.text, owner, None, due or tr(NO_DATE), state)
