"""Evidence that the unit promised at the debriefing: what has come, what is awaited, what is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from audit_engine.after import View
from audit_engine.audit import Facts
from audit_engine.clock import today
from audit_engine.debriefing.by_documents import LOOKED_UP
from audit_engine.debriefing.days import evidence_until
from audit_engine.store import after, submissions
from exports.composing.edition import day_words
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire


@dataclass(frozen=True)
class Promise:
    """What is promised for an area, and by when. `came`: the day on which something was recorded since."""

    area: str
    by: date
    came: date | None

    @property
    def overdue(self) -> bool:
        return self.came is None and today() > self.by


def promises(connection: Connection, questionnaire: Questionnaire) -> list[Promise]:
    """Every promise that stands, in order of time."""
    found = [view for view in after.standing(connection, View).values() if view.evidence_by]
    came = _recorded(connection) if found else {}
    made = [
        Promise(view.area, date.fromisoformat(view.evidence_by), _since(questionnaire, view, came))
        for view in found
    ]
    return sorted(made, key=lambda one: (one.by, one.area))


def promise_words(promise: Promise, facts: Facts) -> str:
    """A promise in a sentence, as the team reads it."""
    by = day_words(promise.by)
    if promise.came:
        return tr(
            "{area}: evidence promised by {day}; recorded since, on {came}.",
            area=promise.area,
            day=by,
            came=day_words(promise.came),
        )
    if promise.overdue:
        return tr(
            "{area}: OVERDUE, evidence was promised by {day}; nothing was recorded since.",
            area=promise.area,
            day=by,
        )
    last = evidence_until(facts)
    if promise.by > last:
        return tr(
            "{area}: evidence promised by {day} (too late to change the rating: that is until {last}).",
            area=promise.area,
            day=by,
            last=day_words(last),
        )
    return tr("{area}: evidence promised by {day}.", area=promise.area, day=by)


def _recorded(connection: Connection) -> dict[str, str]:
    """Item -> the moment at which documents or staff data were last recorded for it."""
    found: dict[str, str] = {}
    for sheet in submissions.submissions(connection):
        if sheet.instrument in LOOKED_UP and sheet.state != "void":
            for one in submissions.answers(connection, sheet.id).values():
                found[one.item] = max(one.at, found.get(one.item, ""))
    return found


def _since(questionnaire: Questionnaire, view: View, came: dict[str, str]) -> date | None:
    area = questionnaire.area(view.area)
    moments = [came[item.id] for item in area.items if came.get(item.id, "") > view.at] if area else []
    return date.fromisoformat(max(moments)[:10]) if moments else None
