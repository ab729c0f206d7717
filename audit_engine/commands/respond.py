"""audit-engine respond: take in the management response that came back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.responding.taking_in import take_in
from exports.answering.forms import RESPONSE

app = typer.Typer(add_completion=False)


@app.command()
def respond(
    audit: AuditPath,
    workbooks: Annotated[
        list[Path],
        typer.Argument(
            metavar="WORKBOOK...", help="The workbook that came back; several at once.", show_default=False
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Record it without asking.")] = False,
    by: By = "",
) -> None:
    """Take in the unit's answers to the recommendations.

    Shows what changed, asks, and records it with who and when. An empty cell changes nothing. Whatever cannot
    be taken is named by sheet and cell, and then nothing is recorded.
    """
    with AuditFile(audit) as opened:
        take_in(opened, RESPONSE, workbooks, by, yes=yes)
