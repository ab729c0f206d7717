"""audit-engine follow-up: how far the recommendations are carried out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.clock import today
from audit_engine.responding.by_hand import parse_progress, set_by_hand
from audit_engine.responding.earlier import fill, kept
from audit_engine.responding.earlier_view import left_by_earlier, show_earlier
from audit_engine.responding.following import followed, show
from audit_engine.responding.standing import current_report
from audit_engine.responding.taking_in import take_in
from audit_engine.responding.words import said
from audit_engine.sittings.start import go_on_command, who_records
from audit_engine.terminal import say, say_command
from exports.answering.forms import FOLLOW_UP
from exports.workbook import write_follow_up
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError

app = typer.Typer(add_completion=False)


@app.command("follow-up")
def follow_up(
    audit: AuditPath,
    sheet: Annotated[
        Path | None,
        typer.Argument(
            metavar="[SHEET]",
            help="A follow-up workbook: written if it is not there yet, else read back.",
            show_default=False,
        ),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="REF=STATE", help="Record by hand: REC-ST1-1=done; repeat for more."),
    ] = None,
    evidence: Annotated[str, typer.Option(help="With --set: by what it can be seen.")] = "",
    date: Annotated[str, typer.Option(help="With --set: the day of the news.", metavar="DATE")] = "",
    fill_: Annotated[
        str,
        typer.Option(
            "--fill", metavar="ITEM", help="The item to which the review offers the earlier audit's ratio."
        ),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Record what came back without asking.")] = False,
    by: By = "",
) -> None:
    """See and record how far the recommendations are carried out.

    Acceptance and implementation are two things: what the unit answered stays beside what it did. Without
    news a recommendation stands as 'no update'. Where an earlier audit is the baseline, what its unit had
    accepted is listed too.
    """
    ways = {"--set": set_, "--fill": fill_, tr("a workbook"): sheet, "--overdue": overdue}
    _refuse_together([name for name, given in ways.items() if given])
    if (evidence or date) and not set_:
        raise UserError(
            tr("--evidence and --date go with --set."), tr("Name the recommendation: --set REF=STATE")
        )
    with AuditFile(audit) as opened:
        if set_:
            _set(opened, set_, evidence, date, by)
        elif fill_:
            _fill(opened, fill_, by)
        elif sheet is None:
            _list(opened, overdue)
        elif sheet.exists():
            take_in(opened, FOLLOW_UP, [sheet], by, yes=yes)
        else:
            _write(opened, sheet)


def _refuse_together(given: list[str]) -> None:
    if len(given) > 1:
        raise UserError(
            tr("{one} and {other} are two things; nothing was done.", one=given[0], other=given[1]),
            tr("Do one at a time."),
        )


def _set(opened: AuditFile, texts: list[str], evidence: str, date: str, by: str) -> None:
    if len(texts) > 1 and evidence:
        raise UserError(
            tr("--evidence is that of one recommendation."), tr("Record them one after the other.")
        )
    every = [parse_progress(text, evidence, date) for text in texts]
    new = set_by_hand(opened, current_report(opened), every, who_records(opened.facts(), by))
    for told in every:
        say(f"{told.recommendation}: {said(told.state)}." if told in new else tr("That stands already."))


def _fill(opened: AuditFile, name: str, by: str) -> None:
    recorder, questionnaire = who_records(opened.facts(), by), opened.questionnaire
    with opened.writing() as connection:
        item = fill(connection, questionnaire, name, recorder)
        ratio = kept(connection).ratio
    say(
        tr("The document review offers {ratio} at {item}: {text}.", ratio=ratio, item=item.id, text=item.text)
    )


def _list(opened: AuditFile, overdue: bool) -> None:
    report = current_report(opened)
    found = followed(report, today())
    shown = [one for one in found if one.overdue] if overdue else found
    if shown:
        show(shown, found, len(report.advice) - len(found))
    else:
        say(tr("Nothing is overdue.") if found else tr("This audit has no recommendation to follow up yet."))
    if overdue and left_by_earlier(opened):
        say(tr("Those of the earlier audit stand in the list without --overdue."))
    if not overdue:
        show_earlier(opened)


def _write(opened: AuditFile, sheet: Path) -> None:
    report = current_report(opened, opened.facts().language)
    if report.identity.release is None:
        raise UserError(
            tr("Nothing was published yet, so there is nothing to follow up."),
            tr("Write the report first: audit-engine report {name} WORKBOOK", name=opened.path.name),
            code=ExitCode.NOT_NOW,
        )
    write_follow_up(report, sheet)
    say(tr("{file} is written. When it comes back:", file=sheet))
    say_command(go_on_command("follow-up", opened.path, str(sheet)))
