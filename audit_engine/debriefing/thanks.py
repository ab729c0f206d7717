"""Thanks, what was done, who was heard: totals only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from audit_engine.audit import Document, Facts
from audit_engine.debriefing.by_documents import ByDocuments
from audit_engine.debriefing.presentation import Line
from audit_engine.store import judgement, survey
from audit_engine.survey.closing import survey_state
from exports.composing.edition import day_words
from questionnaires.definition import Questionnaire
from questionnaires.routing import survey_held
from questionnaires.scope import asks_by, has_survey, looked_up_in
from scoring.evidence import Evidence

THANKS = "Thank you to everybody who gave time, papers, figures and frank words."


def thanks(
    connection: Connection,
    questionnaire: Questionnaire,
    facts: Facts,
    evidence: Evidence,
    areas: tuple[ByDocuments, ...],
) -> tuple[Line, ...]:
    """The lines of the first part."""
    return (
        Line(THANKS),
        *_done(connection, questionnaire, areas),
        *_heard(connection, questionnaire, facts, evidence),
    )


def _done(
    connection: Connection, questionnaire: Questionnaire, areas: tuple[ByDocuments, ...]
) -> Iterator[Line]:
    documents = judgement.every(connection, Document)
    if documents:
        read = sum(one.drawn for one in documents)
        yield Line(f"Documents: {read} of the {len(documents)} on the list were read.")
    found, of = sum(len(area.counted) for area in areas), sum(area.applicable for area in areas)
    yield Line(f"{looked_up_in(questionnaire).capitalize()}: {found} of {of} questions answered.")


def _heard(
    connection: Connection, questionnaire: Questionnaire, facts: Facts, evidence: Evidence
) -> Iterator[Line]:
    talks = sum(one.number for one in evidence.heard if one.instrument == "interview")
    yield Line(f"Interviews: {talks or 'none yet'}.")
    if asks_by(questionnaire, "workshop"):
        yield Line(f"Workshop: {_workshop(evidence)}.")
    if not has_survey(questionnaire):
        return
    if not survey_held(questionnaire, facts.setting):
        yield Line("Survey: none in a unit of this size.")
        return
    forms, state = survey.forms(connection), survey_state(connection, facts)
    of = f" of {facts.invited}" if forms <= facts.invited else ""
    until = (
        f"closed on {day_words(date.fromisoformat(state.closed))}"
        if state.closed
        else f"open until {day_words(state.due)}"
    )
    yield Line(f"Survey: {forms}{of} people answered; {until}. Nothing of it is shown today.")


def _workshop(evidence: Evidence) -> str:
    """Who took part is only known where somebody wrote it down, and not from imported answers."""
    number = sum(one.number for one in evidence.heard if one.instrument == "workshop")
    if number:
        return "1 person took part" if number == 1 else f"{number} people took part"
    held = any(one.instrument == "workshop" for one in evidence.observations)
    return "held; how many took part was not written down" if held else "none yet"
