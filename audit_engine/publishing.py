"""Publishing: the one way in which figures leave an audit.

A release is committed to the audit file before any file is written, so that a crash errs on the safe side.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from audit_engine.audit import Facts
from audit_engine.auditfile import AuditFile
from audit_engine.clock import today
from audit_engine.store import counting, releases, survey
from audit_engine.store.facts import log_changes, read_facts
from audit_engine.survey.closing import close_survey, survey_state
from questionnaires.catalogue import SOURCE, speaking, tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import survey_held
from scoring import assess
from scoring.evidence import Evidence
from scoring.fingerprint import evidence_hash
from scoring.more_forms import more_forms
from scoring.release import Release, ledger, publishable, without_people

Ask = Callable[[str], bool]
"""Puts a question to the person at the keyboard; where nobody is there it answers yes."""


def publish(opened: AuditFile, by: str, ask: Ask) -> Release:
    """The release to print from: the last one if nothing was answered since, else a new one.

    A new one closes the survey, if forms came in; `ask` is asked before that, unless its day has come.
    Raises UserError if the person says no, or if answers came in while they thought.
    """
    questionnaire = opened.definition.questionnaire
    with opened.reading() as connection:
        seen = counting.of_audit(connection, questionnaire)
        last = releases.last_release(connection)
        question = _closes(connection, questionnaire)
    if last and last.fingerprint == evidence_hash(seen):
        return last
    if question and not ask(question):
        raise UserError(
            tr("Nothing was written and the survey stays open."),
            tr("To see the layout without closing it: add --preview."),
            code=ExitCode.NOT_NOW,
        )
    with opened.writing() as connection:
        now = counting.of_audit(connection, questionnaire)
        last = releases.last_release(connection)
        if evidence_hash(now) != evidence_hash(seen):
            raise UserError(
                tr("Answers came in meanwhile; nothing was written."), tr("Try again."), code=ExitCode.BUSY
            )
        if last and last.fingerprint == evidence_hash(now):
            return last  # another terminal published the same while the question stood
        return _release(connection, questionnaire, last, now, by)


def preview_evidence(opened: AuditFile) -> Evidence:
    """What the last release showed; before the first one, all that nobody said in confidence."""
    questionnaire = opened.definition.questionnaire
    with opened.reading() as connection:
        published = last_published(opened)
        return published or without_people(questionnaire, counting.of_audit(connection, questionnaire))


def publishable_evidence(opened: AuditFile) -> Evidence:
    """What a release made now would show: rules that propose read nothing else."""
    questionnaire = opened.definition.questionnaire
    with opened.reading() as connection:
        last, now = releases.last_release(connection), counting.of_audit(connection, questionnaire)
    return publishable(questionnaire, last, now).evidence


def last_published(opened: AuditFile) -> Evidence | None:
    """The evidence as the audit last published it, None if nothing was published yet."""
    with opened.reading() as connection:
        last = releases.last_release(connection)
    return last.evidence if last else None


def _closes(connection: Connection, questionnaire: Questionnaire) -> str:
    """What is asked before a release closes the survey; empty if it closes nothing."""
    facts = read_facts(connection)
    state, forms = survey_state(connection, facts), survey.forms(connection)
    if not _takes_forms(questionnaire, facts, state.closed) or not forms or state.is_due:
        return ""
    answered = more_forms(forms, facts.invited) or tr_many(
        "{number} of {invited} answered", "{number} of {invited} answered", forms, invited=facts.invited
    )
    return tr("This closes the survey ({answered}). Go on?", answered=answered)


def _takes_forms(questionnaire: Questionnaire, facts: Facts, closed: str) -> bool:
    return survey_held(questionnaire, facts.setting) and not closed


def _release(
    connection: Connection, questionnaire: Questionnaire, last: Release | None, now: Evidence, by: str
) -> Release:
    """Commits a release with its ledger and closes the survey, all with the caller's transaction."""
    # What is kept is the same whatever language is spoken here.
    with speaking(SOURCE):
        return _made(connection, questionnaire, last, now, by)


def _made(
    connection: Connection, questionnaire: Questionnaire, last: Release | None, now: Evidence, by: str
) -> Release:
    found = publishable(questionnaire, last, now)
    made = Release(
        number=last.number + 1 if last else 1,
        at=today().isoformat(),
        evidence=found.evidence,
        since=found.since,
        held=found.held,
        fingerprint=evidence_hash(now),
    )
    lines = ledger(assess(questionnaire, made.evidence), made.evidence)
    releases.add_release(connection, made, lines, by)
    log_changes(connection, [("release", str(last.number) if last else "", str(made.number))], by)
    facts = read_facts(connection)
    if survey_held(questionnaire, facts.setting) and survey.forms(connection):
        close_survey(connection, by)
    return made
