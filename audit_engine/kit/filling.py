"""From an audit file to what its field kit is filled with: facts only, no answer and no note is read."""

from __future__ import annotations

from audit_engine.audit import default_dates
from audit_engine.auditfile import AuditFile
from audit_engine.store.facts import get_meta
from exports.kit.material import InterviewPlan, Kit
from exports.kit.texts import chosen_language


def kit_of(opened: AuditFile, plan: InterviewPlan | None = None) -> Kit:
    """The facts of the audit as papers in its language carry them; `plan`: who was drawn for interviews."""
    facts = opened.facts()
    days = default_dates(facts.start) | dict(facts.dates)
    with opened.reading() as connection:
        audit = get_meta(connection, "audit") or ""
    return Kit(
        questionnaire=opened.definition.questionnaire,
        sha256=opened.definition.sha256,
        audit=audit,
        setting=facts.setting,
        unit=facts.unit,
        country=facts.country,
        dates=dict(days.items()),
        survey_closes=facts.survey_due,
        facilitators=facts.facilitators,
        coordinator=facts.coordinator,
        referral=facts.referral,
        plan=plan,
    ).written_in(chosen_language(facts.language))
