"""audit-engine recommend: from proposals to decisions."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Decision
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import parse_area, parse_date
from audit_engine.judging.deciding import decide, find, merge, undecided
from audit_engine.judging.recommend_menu import menu
from audit_engine.judging.recommend_view import list_recommendations
from audit_engine.terminal import interactive, say, say_command
from questionnaires.answers import storable
from questionnaires.catalogue import tr
from questionnaires.errors import UserError

app = typer.Typer(add_completion=False)


@app.command()
def recommend(
    audit: AuditPath,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Accept a proposal, by id or number; repeat for more."),
    ] = None,
    reject: Annotated[
        str, typer.Option(metavar="ID", help="Reject one, with --reason.", show_default=False)
    ] = "",
    edit: Annotated[str, typer.Option(metavar="ID", help="Change one.", show_default=False)] = "",
    add: Annotated[str, typer.Option(metavar="TEXT", help="Add one of your own.", show_default=False)] = "",
    merge_: Annotated[
        str,
        typer.Option(
            "--merge", metavar="ID", help="Merge one into another, with --into.", show_default=False
        ),
    ] = "",
    into: Annotated[str, typer.Option(metavar="ID", help="Where --merge leads.", show_default=False)] = "",
    text: Annotated[str | None, typer.Option(help="New wording.")] = None,
    area: Annotated[str | None, typer.Option(help="The area, for example ST1.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why it is rejected.")] = None,
    responsible: Annotated[str | None, typer.Option(help="Who is to do it.")] = None,
    due: Annotated[str | None, typer.Option(help="By when, as 2026-06-30.", metavar="DATE")] = None,
    priority: Annotated[Literal["high", "medium", "low"] | None, typer.Option(help="How urgent.")] = None,
    verification: Annotated[str | None, typer.Option(help="How it will be seen that it was done.")] = None,
    also: Annotated[
        bool, typer.Option("--also", help="List what was raised beyond the number proposed.")
    ] = False,
    by: By = "",
) -> None:
    """Settle the recommendations.

    The rules propose, strongest gap first, each with the items that raised it; the team accepts, edits,
    rejects, merges and adds. Without an option a person at the keyboard goes through what is undecided.
    """
    given: dict[str, Any] = {
        "text": text,
        "area": area,
        "reason": reason,
        "responsible": responsible,
        "due": due,
        "priority": priority,
        "verification": verification,
    }
    with AuditFile(audit) as opened:
        who = by or opened.facts().lead
        changed = _checked(opened, {name: value for name, value in given.items() if value is not None})
        for name in accept or ():
            decide(opened, replace(find(opened, name), **changed, status="accepted"), who)
        if reject:
            _reject(opened, reject, changed, who)
        if edit:
            decide(opened, _edited(find(opened, edit), changed), who)
        if add:
            _add(opened, add, changed, who)
        if merge_:
            merge(opened, find(opened, merge_), find(opened, into), who)
        waiting = undecided(opened)
        list_recommendations(opened, waiting, also=also)
        decided = accept or reject or edit or add or merge_
        if interactive() and not (decided or also):
            menu(opened, who)
        elif waiting and not decided:
            say(tr("Accept one:"))
            say_command(f"audit-engine recommend {audit} --accept {waiting[0].draft.source}")


def _checked(opened: AuditFile, changed: dict[str, Any]) -> dict[str, Any]:
    stored = {name: storable(value.strip()) for name, value in changed.items()}
    if "due" in stored:
        stored["due"] = parse_date("--due", stored["due"]).isoformat()
    if "area" in stored:
        stored["area"] = parse_area(stored["area"], opened.questionnaire).id
    if stored.get("text") == "":
        raise UserError(tr("The text is empty."), tr("Write what is to be done."))
    return stored


def _reject(opened: AuditFile, name: str, changed: dict[str, Any], by: str) -> None:
    if not changed.get("reason"):
        raise UserError(tr("A rejection needs its reason."), tr("Say why: --reason TEXT"))
    decide(opened, replace(find(opened, name), **changed, status="rejected"), by)


def _edited(found: Decision, changed: dict[str, Any]) -> Decision:
    if not changed:
        raise UserError(tr("Nothing to change was named."), tr("Name it, for example --due 2026-06-30."))
    # Whoever edits a proposal means to keep it.
    status = "accepted" if found.status == "proposed" else found.status
    return replace(found, **changed, status=status)


def _add(opened: AuditFile, text: str, changed: dict[str, Any], by: str) -> None:
    if not changed.get("area"):
        example = opened.questionnaire.areas[0].id
        raise UserError(
            tr("A recommendation belongs to an area."), tr("Name it: --area {area}", area=example)
        )
    own = Decision(0, "", changed["area"], storable(text.strip()), "accepted", "medium", "", "")
    number = decide(opened, replace(own, **{**changed, "text": own.text}), by)
    say(tr("Added as number {number}.", number=number))
