"""audit-engine phase: where the audit stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import PHASES, Facts
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import PHASE_WORDS, label, parse_phase
from audit_engine.terminal import say
from audit_engine.terminal_table import table
from questionnaires.catalogue import tr

app = typer.Typer(add_completion=False)


@app.command()
def phase(
    audit: AuditPath,
    name: Annotated[str, typer.Argument(metavar="[PHASE]", help=", ".join(PHASES), show_default=False)] = "",
    by: By = "",
) -> None:
    """Move the audit on to a phase.

    Without a phase, shows all of them with the dates they are due.
    """
    with AuditFile(audit) as opened:
        facts = opened.facts()
        if name:
            before, facts = facts, replace(facts, phase=parse_phase(name))
            opened.change_facts(before, facts, by or facts.lead)
            say(f"{facts.unit}: {label(PHASE_WORDS, facts.phase)}.")
        _show(facts)


def _show(facts: Facts) -> None:
    table(
        ("", tr("Phase"), tr("Due")),
        (
            ("->" if each == facts.phase else "", label(PHASE_WORDS, each), str(facts.dates.get(each, "")))
            for each in PHASES
        ),
    )
