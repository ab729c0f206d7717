"""What came after the first audit of the made-up unit: its word on the last day, its answer, its progress."""

from __future__ import annotations

from audit_engine.after import Progress, Response
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.recording import Said, react
from audit_engine.demo.unit import script
from audit_engine.store import after

SOURCE = "demonstration"


def debriefed(audit: AuditFile) -> None:
    """Records what the unit said to its ratings by documents."""
    lead = audit.facts().lead
    for area, told in script()["debriefing"].items():
        said = Said("agree" in told, told.get("dispute"), evidence_by=told.get("evidence_by"))
        react(audit, area, said, lead)


def answered(audit: AuditFile) -> None:
    """Records the management response, and how far the unit was when it was asked again."""
    lead, told = audit.facts().lead, script()
    with audit.writing() as connection:
        for ref, answer in told["responses"].items():
            after.record(connection, Response(ref, source=SOURCE, **answer), lead)
        for ref, stand in told["progress"].items():
            after.record(connection, Progress(ref, source=SOURCE, **stand), lead)
