"""audit-engine export: the published figures as CSV files for statistics programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.publishing_aloud import publish_aloud, release_told
from audit_engine.reporting import report_for_programs
from audit_engine.terminal import say
from exports.tidy.folder import check_folder, write_tables
from questionnaires.catalogue import SOURCE, speaking, tr

app = typer.Typer(add_completion=False)


@app.command()
def export(
    audit: AuditPath,
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="The folder to make, e.g. geneva-data.", show_default=False),
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier export.")] = False,
    by: By = "",
) -> None:
    """Write the published figures as CSV files.

    For R, Stata, SPSS, Power BI and the like. This publishes as `report` does, and holds what the workbook
    of the same release prints and nothing else. If nothing was answered since, it is the last release again.
    """
    with AuditFile(audit) as opened:
        check_folder(folder, force=force)
        release = publish_aloud(opened, by)
        with opened.reading():
            found = report_for_programs(opened, release)
    with speaking(SOURCE):  # ids and numbers, as programs read them
        files = write_tables(found, folder, force=force)
    say(tr("{file} is written.", file=folder))
    say(tr("Files: {files}.", files=", ".join(files)))
    say(release_told(release))
