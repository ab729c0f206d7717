"""What came after the rating, for the report: responses, follow-up, the debriefing, papers, dates."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from audit_engine.after import Progress, Response, View
from audit_engine.audit import PHASES, Document, Facts
from audit_engine.store import after, judgement
from exports.composing.figures import band_words
from exports.report import Answered, Paper, Progressed, Views
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire

ON_THE_LIST = marked("on the list, not drawn")
READ = marked("read")
REACTIONS = {"agree": marked("agree"), "dispute": marked("dispute")}
"""What the unit said to a rating without naming a band."""


def answered(connection: Connection) -> dict[str, Answered]:
    """By reference, what the unit answered so far."""
    found = after.standing(connection, Response).items()
    return {
        ref: Answered(one.answer, one.comment, one.owner, _day(one.due), one.budget) for ref, one in found
    }


def progressed(connection: Connection) -> dict[str, Progressed]:
    """By reference, how far each is carried out."""
    found = after.standing(connection, Progress).items()
    return {ref: Progressed(one.state, one.evidence, _day(one.day)) for ref, one in found}


def views(connection: Connection, questionnaire: Questionnaire) -> tuple[Views, ...]:
    """The three ratings of each area that was spoken of at the debriefing, in the questionnaire's order."""
    found = after.standing(connection, View)
    return tuple(
        Views(
            area.id,
            band_words(questionnaire, one.facilitators),
            band_words(questionnaire, one.unit) or _reaction(one),
            one.reason,
            band_words(questionnaire, one.agreed),
        )
        for area in questionnaire.areas
        if (one := found.get(area.id)) is not None
    )


def _reaction(one: View) -> str:
    return tr(REACTIONS[one.reaction]) if one.reaction else ""


def papers(connection: Connection) -> tuple[Paper, ...]:
    """The documents on the list, those that were read and those that were not drawn."""
    return tuple(
        Paper(one.kind, one.title, one.date, tr(READ if one.drawn else ON_THE_LIST))
        for one in judgement.every(connection, Document)
    )


def dates(facts: Facts) -> tuple[tuple[str, date], ...]:
    """The phases with their dates, in the order of the audit; their names are English."""
    return tuple((phase.replace("_", " "), facts.dates[phase]) for phase in PHASES if phase in facts.dates)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
