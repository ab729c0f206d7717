"""The list of findings on the screen."""

from __future__ import annotations

from audit_engine.audit import Finding
from audit_engine.auditfile import AuditFile
from audit_engine.judging.voices import in_words, too_few_voices
from audit_engine.store import judgement
from audit_engine.terminal import heading, say, table

KINDS = {"strength": "Strengths", "practice": "Good practices", "finding": "Findings"}


def list_findings(opened: AuditFile) -> None:
    """Strengths, good practices and findings in their order."""
    with opened.reading() as connection:
        found = judgement.every(connection, Finding)
    if not found:
        area = opened.definition.questionnaire.areas[0].id
        say(f"Nothing was written down yet. Add one: --add TEXT --kind strength --area {area}")
    for kind, title in KINDS.items():
        mine = [each for each in found if each.kind == kind]
        if mine:
            heading(title)
            table(("No.", "Area", "What", "Evidence", ""), (_row(each) for each in mine), right=(0,))
    kept = too_few_voices(found)
    if kept:
        say()
        say(kept, "yellow")


def _row(each: Finding) -> tuple[str, str, str, str, str]:
    state = "confirmed" if each.confirmed else "not confirmed"
    marks = [each.support, in_words(each), f"{state}, kept back" if each.kept_back else state]
    if each.kind == "practice":
        marks += [_said(each.transferable, "transferable"), _said(each.consent, "consent")]
    where = f" ({each.where})" if each.where else ""
    evidence = each.evidence or "no evidence named"
    return (str(each.id), each.area, each.text + where, evidence, ", ".join(filter(None, marks)))


def _said(value: bool | None, word: str) -> str:
    if value is None:
        return f"{word}: not said"
    return word if value else f"no {word}" if word == "consent" else f"not {word}"
