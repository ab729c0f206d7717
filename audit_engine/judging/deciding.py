"""Recommendations between rule and decision: what is proposed, and what people make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from audit_engine.audit import Decision
from audit_engine.auditfile import AuditFile
from audit_engine.clock import today
from audit_engine.publishing import publishable_evidence
from audit_engine.store import judgement
from exports.composing.advice import in_words
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire, UnitType
from questionnaires.errors import ExitCode, UserError
from scoring import assess
from scoring.assessment import Proposal


@dataclass(frozen=True)
class Open:
    """A proposal that nobody decided on yet, ready to be accepted as it stands."""

    proposal: Proposal
    draft: Decision


def draft(questionnaire: Questionnaire, proposal: Proposal, on: date, unit: UnitType | None) -> Decision:
    """A proposal as a decision still to be taken; due counted in days from `on`."""
    text = questionnaire.recommendation[proposal.recommendation]
    return Decision(
        id=0,
        source=text.id,
        area=text.area,
        text=text.text,
        status="proposed",
        priority=proposal.priority,
        responsible=in_words(questionnaire, unit, " ".join(text.lead)),
        due=(on + timedelta(days=text.due_days)).isoformat(),
        raised_by=tuple(raised.id for raised in proposal.raised_by),
    )


def undecided(opened: AuditFile, on: date | None = None) -> list[Open]:
    """Proposals of the rules without a decision, strongest first; those raised beyond the number last.

    Due dates are counted from `on`, today unless given.
    """
    questionnaire = opened.questionnaire
    with opened.reading() as connection:
        decided = {each.source for each in judgement.every(connection, Decision)}
    found = assess(questionnaire, publishable_evidence(opened), opened.earlier())
    proposals = [p for p in found.proposals if p.recommendation not in decided]
    unit = opened.facts().unit_type
    return [Open(each, draft(questionnaire, each, on or today(), unit)) for each in proposals]


def decisions(opened: AuditFile) -> list[Decision]:
    """What people decided so far, in their order."""
    with opened.reading() as connection:
        return judgement.every(connection, Decision)


def find(opened: AuditFile, name: str) -> Decision:
    """The decision or proposal of this number or questionnaire id; a proposal has number 0.

    Raises UserError if there is none.
    """
    wanted = name.strip().upper()
    ids = {source.upper(): source for source in opened.questionnaire.recommendation}
    # Rating the audit is the dear part: only what nobody decided on yet needs it.
    found = _named(wanted, decisions(opened)) or _named(wanted, (each.draft for each in undecided(opened)))
    if found is not None:
        return found
    text = opened.questionnaire.recommendation.get(ids.get(wanted, ""))
    if text is not None:
        own = Proposal(text.id, text.area, "medium", ())
        return draft(opened.questionnaire, own, today(), opened.facts().unit_type)
    example = next(iter(ids.values()), "REC-1")
    raise UserError(
        tr("There is no recommendation '{name}'.", name=name),
        tr("Name its number or its id, for example {example}.", example=example),
        code=ExitCode.NOT_NOW,
    )


def _named(wanted: str, known: Iterable[Decision]) -> Decision | None:
    matching = (each for each in known if wanted in (str(each.id), each.source.upper()))
    return next(matching, None) if wanted not in ("", "0") else None


def decide(opened: AuditFile, decision: Decision, by: str) -> int:
    """Stores a decision, new or changed, and returns its number.

    Raises UserError (busy) if somebody decided on the same proposal meanwhile.
    """
    with opened.writing() as connection:
        return _store(connection, decision, by)


def _store(connection: Connection, decision: Decision, by: str) -> int:
    if decision.id:
        judgement.change(connection, decision, by)
        return decision.id
    decided = {each.source: each.id for each in judgement.every(connection, Decision) if each.source}
    if decision.source in decided:
        raise UserError(
            tr(
                "{recommendation} was decided meanwhile, as number {number}.",
                recommendation=decision.source,
                number=decided[decision.source],
            ),
            tr("Look at the list, then change that one."),
            code=ExitCode.BUSY,
        )
    return judgement.add(connection, decision, by)


def merge(opened: AuditFile, one: Decision, into: Decision, by: str) -> None:
    """Makes one recommendation a part of another: its items are named there, its text stays in the history.

    Raises UserError if the two are the same.
    """
    if (one.id, one.source) == (into.id, into.source):
        raise UserError(
            tr("A recommendation cannot be merged into itself."), tr("Name another one with --into.")
        )
    raised = tuple(dict.fromkeys((*into.raised_by, *one.raised_by)))
    with opened.writing() as connection:
        number = _store(connection, replace(into, status="accepted", raised_by=raised), by)
        _store(connection, replace(one, status="merged", merged_into=number), by)
