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
from exports.composing.words import capital
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.routing import survey_held
from questionnaires.scope import asks_by, has_survey, looked_up_in
from scoring.evidence import Evidence

THANKS = marked("Thank you to everybody who gave time, papers, figures and frank words.")


def thanks(
    connection: Connection,
    questionnaire: Questionnaire,
    facts: Facts,
    evidence: Evidence,
    areas: tuple[ByDocuments, ...],
) -> tuple[Line, ...]:
    """The lines of the first part."""
    return (
        Line(tr(THANKS)),
        *_done(connection, questionnaire, areas),
        *_heard(connection, questionnaire, facts, evidence),
    )


def _done(
    connection: Connection, questionnaire: Questionnaire, areas: tuple[ByDocuments, ...]
) -> Iterator[Line]:
    documents = judgement.every(connection, Document)
    if documents:
        read = sum(one.drawn for one in documents)
        yield Line(
            tr("Documents: {read} of the {listed} on the list were read.", read=read, listed=len(documents))
        )
    found, of = sum(len(area.counted) for area in areas), sum(area.applicable for area in areas)
    yield Line(
        tr_many(
            "{sources}: {found} of {number} questions answered.",
            "{sources}: {found} of {number} questions answered.",
            of,
            sources=capital(looked_up_in(questionnaire)),
            found=found,
        )
    )


def _heard(
    connection: Connection, questionnaire: Questionnaire, facts: Facts, evidence: Evidence
) -> Iterator[Line]:
    talks = sum(one.number for one in evidence.heard if one.instrument == "interview")
    yield Line(tr("Interviews: {number}.", number=talks) if talks else tr("Interviews: none yet."))
    if asks_by(questionnaire, "workshop"):
        yield Line(_workshop(evidence))
    if not has_survey(questionnaire):
        return
    if not survey_held(questionnaire, facts.setting):
        yield Line(tr("Survey: none in a unit of this size."))
        return
    forms, state = survey.forms(connection), survey_state(connection, facts)
    answered = (
        tr_many(
            "{forms} of {number} people answered",
            "{forms} of {number} people answered",
            facts.invited,
            forms=forms,
        )
        if forms <= facts.invited
        else tr_many("{number} people answered", "{number} people answered", forms)
    )
    until = (
        tr("closed on {day}", day=day_words(date.fromisoformat(state.closed)))
        if state.closed
        else tr("open until {day}", day=day_words(state.due))
    )
    yield Line(
        tr("Survey: {answered}; {until}. Nothing of it is shown today.", answered=answered, until=until)
    )


def _workshop(evidence: Evidence) -> str:
    """Who took part is only known where somebody wrote it down, and not from imported answers."""
    number = sum(one.number for one in evidence.heard if one.instrument == "workshop")
    if number:
        return tr_many("Workshop: {number} person took part.", "Workshop: {number} people took part.", number)
    if any(one.instrument == "workshop" for one in evidence.observations):
        return tr("Workshop: held; how many took part was not written down.")
    return tr("Workshop: none yet.")
