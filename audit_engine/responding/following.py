"""How far each recommendation is: what was answered, what is due, what is overdue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from audit_engine.responding.words import said
from audit_engine.terminal import out, say
from audit_engine.terminal_table import table
from exports.composing.action_plan import CLOSED, Step, answer_to, steps
from exports.report import Report
from questionnaires.answers import short
from questionnaires.catalogue import tr, tr_many

NOT_ANSWERED = "not answered"
BESIDE = 58
"""Characters that the other columns take of a line."""
MOST_TEXT = 70
NARROW_TEXT = 38
"""Characters of a text that takes two lines on a narrow screen."""


@dataclass(frozen=True)
class Followed:
    """One recommendation with the unit's answer; `overdue` in days, 0 while it is in time or closed."""

    step: Step
    answer: str
    overdue: int


def followed(report: Report, on: date) -> list[Followed]:
    """Every recommendation that the unit did not reject, the earliest due first."""
    answers = {one.ref: answer_to(report, one).answer or NOT_ANSWERED for one in report.advice}
    return [Followed(step, answers[step.ref], _days_late(step, on)) for step in steps(report)]


def _days_late(step: Step, on: date) -> int:
    if step.due is None or step.state in CLOSED:
        return 0
    return max((on - step.due).days, 0)


def show(shown: Sequence[Followed], every: Sequence[Followed], rejected: int) -> None:
    """The list at the terminal, and below it what there is in all."""
    room = min(max(out().width - BESIDE, NARROW_TEXT), MOST_TEXT)
    rows = [
        (
            f"{one.step.ref}\n{short(one.step.text, room)}",
            said(one.answer),
            said(one.step.state),
            one.step.due.isoformat() if one.step.due else one.step.said,
            _late(one.overdue),
        )
        for one in shown
    ]
    table((tr("Recommendation"), tr("Answer"), tr("State"), tr("Due"), tr("Overdue")), rows)
    _say_in_all(every, rejected)


def _late(days: int) -> str:
    return tr_many("{number} day", "{number} days", days) if days else ""


def _say_in_all(every: Sequence[Followed], rejected: int) -> None:
    late = sum(1 for one in every if one.overdue)
    silent = sum(1 for one in every if one.step.state == "no update")
    closed = sum(1 for one in every if one.step.state in CLOSED)
    say(
        tr_many(
            "{number} to follow up: {closed} done or overtaken, {silent} without news, {late} overdue.",
            "{number} to follow up: {closed} done or overtaken, {silent} without news, {late} overdue.",
            len(every),
            closed=closed,
            silent=silent,
            late=late,
        )
    )
    if rejected:
        say(
            tr_many(
                "{number} rejected by the unit; not followed up.",
                "{number} rejected by the unit; not followed up.",
                rejected,
            )
        )
