"""audit-engine staff: the HR sheet, women and men."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.days import warn_of_late_evidence
from audit_engine.sittings.start import go_on_command, hold, refuse_unasked, who_records
from audit_engine.store import submissions
from audit_engine.terminal import heading, say
from questionnaires.catalogue import tr

app = typer.Typer(add_completion=False)

StaffDataRole = Literal["hr_officer", "facilitator"]


@app.command()
def staff(
    audit: AuditPath,
    role: Annotated[StaffDataRole, typer.Option(help="Who gives the numbers.")] = "hr_officer",
    by: By = "",
) -> None:
    """Enter staff data by sex from the HR sheet.

    Numbers of women and of men only, never names; the same command goes on where it stopped.
    """
    with AuditFile(audit) as file:
        refuse_unasked(file.definition.questionnaire, "staff_data")
        recorder = who_records(file.facts(), by)
        warn_of_late_evidence(file)
        name = _data_of(file, role, recorder)
        heading(tr("Staff data: women and men, no names"))
        hold(file, name, recorder, go_on_command("staff", audit))


def _data_of(file: AuditFile, role: StaffDataRole, by: str) -> str:
    """The staff data of this audit: there is one set, continued by whoever enters more."""
    with file.writing() as connection:
        found = submissions.submissions(connection, instrument="staff_data")
        kept = [each for each in found if each.state != "void"]
        if not kept:
            return submissions.begin(connection, "staff_data", role, by=by)
    if kept[-1].state == "done":
        say(tr("The staff data were closed; the first change opens them again."))
    return kept[-1].id
