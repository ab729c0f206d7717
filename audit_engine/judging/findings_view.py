"""The list of findings on the screen."""

from __future__ import annotations

from audit_engine.audit import Finding
from audit_engine.auditfile import AuditFile
from audit_engine.judging.voices import in_words, too_few_voices
from audit_engine.judging.words import word
from audit_engine.store import judgement
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import marked, tr

KINDS = {
    "strength": marked("Strengths"),
    "practice": marked("Good practices"),
    "finding": marked("Findings"),
}


def list_findings(opened: AuditFile) -> None:
    """Strengths, good practices and findings in their order."""
    with opened.reading() as connection:
        found = judgement.every(connection, Finding)
    if not found:
        area = opened.questionnaire.areas[0].id
        say(tr("Nothing was written down yet. Add one: --add TEXT --kind strength --area {area}", area=area))
    for kind, title in KINDS.items():
        mine = [each for each in found if each.kind == kind]
        if mine:
            heading(tr(title))
            columns = (tr("No."), tr("Area"), tr("What"), tr("Evidence"), "")
            table(columns, (_row(each) for each in mine), right=(0,))
    kept = too_few_voices(found)
    if kept:
        say()
        say(kept, "yellow")


def _row(each: Finding) -> tuple[str, str, str, str, str]:
    state = tr("confirmed") if each.confirmed else tr("not confirmed")
    marks = [word(each.support), in_words(each), state, tr("kept back") if each.kept_back else ""]
    if each.kind == "practice":
        marks += [_transferable(each.transferable), _consent(each.consent)]
    where = f" ({each.where})" if each.where else ""
    evidence = each.evidence or tr("no evidence named")
    return (str(each.id), each.area, each.text + where, evidence, ", ".join(filter(None, marks)))


def _transferable(said: bool | None) -> str:
    if said is None:
        return tr("transferable: not said")
    return tr("transferable") if said else tr("not transferable")


def _consent(said: bool | None) -> str:
    if said is None:
        return tr("consent: not said")
    return tr("consent") if said else tr("no consent")
