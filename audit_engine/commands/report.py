"""audit-engine report: the Excel workbook for the audited unit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import parse_language
from audit_engine.publishing_aloud import publish_aloud, release_told
from audit_engine.reporting import kept_back, left_out, report_of
from audit_engine.terminal import confirm, interactive, say, warn
from exports import Report, write_report
from exports.workbook import check_target
from questionnaires.catalogue import SOURCE, read_by, tr, tr_many
from questionnaires.errors import ExitCode, UserError
from questionnaires.languages import LANGUAGES
from scoring.release import Release

app = typer.Typer(add_completion=False)


@app.command()
def report(
    audit: AuditPath,
    workbook: Annotated[
        Path,
        typer.Argument(
            metavar="WORKBOOK", help="The workbook to write, e.g. geneva.xlsx.", show_default=False
        ),
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace the workbook if it exists.")] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="See the layout; nothing is published or closed.")
    ] = False,
    draft: Annotated[
        bool,
        typer.Option("--draft", help="Mark every page as a draft for comment; it publishes all the same."),
    ] = False,
    brief: Annotated[
        bool, typer.Option("--brief", help="Two pages for the head of unit instead of the whole workbook.")
    ] = False,
    language: Annotated[
        str,
        typer.Option(
            "--language",
            metavar="CODE",
            help="en, fr, es, ar or ru; the audit's if left out.",
            show_default=False,
        ),
    ] = "",
    by: By = "",
) -> None:
    """Write the Excel workbook for the audited unit.

    This publishes: the first time it closes the survey, and what people said stays as published. It needs no
    overall rating and no accepted recommendation: what is missing is said in it. People's figures are in it
    only as they may be published, and no note ever is.
    """
    chosen = parse_language(language) if language else ""
    with AuditFile(audit) as opened:
        _tell_language(chosen or opened.facts().language)
        force = force or _may_replace(workbook)
        check_target(workbook, force=force)
        if workbook.exists() and workbook.samefile(audit):
            raise UserError(tr("The workbook cannot replace the audit file."), tr("Choose another name."))
        release = None if preview else publish_aloud(opened, by)
        with opened.reading():
            found, waiting = report_of(opened, release, draft=draft, language=chosen), left_out(opened)
            kept = kept_back(opened)
    sheets = write_report(found, workbook, force=force, brief=brief)
    say(tr("{file} is written.", file=workbook))
    say(tr("Sheets: {sheets}.", sheets=", ".join(sheets)))
    say(_published(release))
    if draft:
        say(tr("Every page says: draft for comment."))
    say(_not_rated(found))
    if waiting:
        say(
            tr_many(
                "{number} findings or practices are not confirmed and not in it; see: audit-engine findings",
                "{number} findings or practices are not confirmed and not in it; see: audit-engine findings",
                waiting,
            )
        )
    if kept:
        say(kept)


def _tell_language(wanted: str) -> None:
    """Says before anything is published what a reader in this language will find."""
    if wanted not in LANGUAGES:
        warn(
            tr(
                "there are no texts of the report in '{language}'; its own words are English.",
                language=wanted,
            )
        )
    elif wanted != SOURCE and not read_by(wanted):
        warn(
            tr(
                "no speaker of the language has read the words of the report in '{language}' yet.",
                language=wanted,
            )
        )


def _published(release: Release | None) -> str:
    if release is None:
        return tr("A preview: nothing was published, and the survey stays as it is. Not for the unit.")
    return release_told(release)


def _may_replace(workbook: Path) -> bool:
    """Whether the person at the keyboard lets an existing workbook go; nobody there means no."""
    if not (workbook.is_file() and interactive()):
        return False
    if confirm(tr("{file} exists already. Replace it?", file=workbook)):
        return True
    raise UserError(tr("Nothing was written."), tr("Choose another name."), code=ExitCode.NOT_NOW)


def _not_rated(found: Report) -> str:
    missing = [area.line.id for area in found.areas if not area.line.band]
    parts = [] if found.summary.overall.band else [tr("no overall")]
    if missing:
        parts.append(tr("areas {areas}", areas=", ".join(missing)))
    if not parts:
        return tr("Every area is rated.")
    return tr("Not rated: {parts}.", parts="; ".join(parts))
