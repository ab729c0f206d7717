"""The days around the debriefing, and what may still change after it (docs/method.md, rule 10)."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection

from audit_engine.after import Rank, View
from audit_engine.audit import PHASES, Facts, default_dates
from audit_engine.auditfile import AuditFile
from audit_engine.clock import today
from audit_engine.store import after, releases
from audit_engine.terminal import warn
from exports.composing.edition import day_words
from exports.kit.material import DAYS_FOR_COMMENTS
from questionnaires.catalogue import tr, tr_many


def day_of_debriefing(facts: Facts) -> date:
    """The day of the debriefing as it stands in the audit."""
    return facts.dates.get("debrief") or default_dates(facts.start)["debrief"]


def evidence_until(facts: Facts) -> date:
    """The last day on which new documents and staff data change a rating."""
    return day_of_debriefing(facts) + timedelta(days=DAYS_FOR_COMMENTS)


def held(connection: Connection, facts: Facts) -> bool:
    """Whether the debriefing is over: the phase says so, something was recorded at it, or a report is out."""
    by_phase = PHASES.index(facts.phase) >= PHASES.index("debrief")
    recorded = bool(after.standing(connection, View)) or bool(after.standing(connection, Rank))
    return by_phase or recorded or releases.last_release(connection) is not None


def warn_of_late_evidence(opened: AuditFile) -> None:
    """Said before documents or staff data are recorded that came too late to change a rating."""
    facts = opened.facts()
    last = evidence_until(facts)
    with opened.reading() as connection:
        late = today() > last and held(connection, facts)
    if late:
        warn(
            tr_many(
                "Evidence handed over after {last} changes no rating: that is {number} days after the "
                "debriefing of {day} (docs/method.md, rule 10). Record only what was handed over by then. "
                "If the debriefing was on another day: audit-engine edit, --date debrief=DATE.",
                "Evidence handed over after {last} changes no rating: that is {number} days after the "
                "debriefing of {day} (docs/method.md, rule 10). Record only what was handed over by then. "
                "If the debriefing was on another day: audit-engine edit, --date debrief=DATE.",
                DAYS_FOR_COMMENTS,
                last=day_words(last),
                day=day_words(day_of_debriefing(facts)),
            )
        )


def warn_of_late_quiz(opened: AuditFile) -> None:
    """Said before a workshop is recorded after the debriefing."""
    facts = opened.facts()
    day = day_of_debriefing(facts)
    with opened.reading() as connection:
        late = today() > day and held(connection, facts)
    if late:
        warn(
            tr(
                "The debriefing was on {day}: figures of survey and quiz never change after it "
                "(docs/method.md, rule 10).",
                day=day_words(day),
            )
        )
