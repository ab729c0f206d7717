"""audit-engine demo: a whole audit of a made-up unit, and the one two years later."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from audit_engine.demo.afterwards import answered, debriefed
from audit_engine.demo.play import play, settle
from audit_engine.demo.unit import EARLIER, LATER
from audit_engine.judging.baseline import assess_audit, copy_figures
from audit_engine.judging.rating_view import show_overview
from audit_engine.publishing import publish
from audit_engine.reporting import report_of
from audit_engine.terminal import heading, say, say_command
from exports import write_report
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError
from questionnaires.library import load

VERSIONS = {EARLIER: "1.0.0", LATER: "1.1.0"}
"""The questionnaire grew between the two audits, as it does in life."""

app = typer.Typer(add_completion=False)
NAMES = {EARLIER: "port-amara-2026", LATER: "port-amara-2028"}


@app.command()
def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="Where to leave the files; made if missing.")
    ] = Path("demo"),
) -> None:
    """Run a whole audit of a made-up unit, twice.

    The first one goes on to the unit's answer and its progress; the second, two years later, has the first
    as its baseline. Leaves two audit files and two workbooks. The same on every run but for random keys.
    """
    files = {which: folder / f"{name}.audit" for which, name in NAMES.items()}
    standing = [
        path for path in (*files.values(), *(p.with_suffix(".xlsx") for p in files.values())) if path.exists()
    ]
    if standing:
        raise UserError(
            tr("{path} exists already.", path=standing[0]),
            tr("Name another folder, or remove the files of the earlier run."),
            code=ExitCode.NOT_NOW,
        )
    folder.mkdir(parents=True, exist_ok=True)
    for which, path in files.items():
        _audit(which, path, files[EARLIER])
    heading(tr("Left for you"))
    for path in files.values():
        say_command("  ".join((str(path.with_suffix(".xlsx")), tr("(the workbook)"))))
        say_command("  ".join((str(path), tr("(the audit file)"))))
    say(tr("Look into an audit with:"))
    say_command(f"{called_as()} status {files[LATER]}")


def called_as() -> str:
    """The program as this person can call it: by its name, or by the path where it was called."""
    return "audit-engine" if shutil.which("audit-engine") else sys.argv[0]


def _audit(which: int, path: Path, earlier: Path) -> None:
    definition = load("pga", VERSIONS[which])
    with play(path, definition, which) as audit:
        if which == LATER:
            copy_figures(audit, earlier, audit.facts().lead)
        settle(audit)
        if which == EARLIER:
            debriefed(audit)
        unit = audit.facts().unit
        show_overview(definition.questionnaire, audit.evidence(), assess_audit(audit), unit)
        release = publish(audit, audit.facts().lead, ask=lambda question: True)
        if which == EARLIER:
            answered(audit)
        write_report(report_of(audit, release), path.with_suffix(".xlsx"))
