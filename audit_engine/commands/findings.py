"""audit-engine findings: what the report leads with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any, Literal

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Finding
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import parse_area
from audit_engine.judging.findings_menu import menu
from audit_engine.judging.findings_view import list_findings
from audit_engine.judging.heard_view import show_heard
from audit_engine.store import judgement
from audit_engine.terminal import interactive, say
from questionnaires.answers import storable
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import UserError

app = typer.Typer(add_completion=False)
Number = Annotated[int, typer.Option(metavar="N", show_default=False)]


@app.command()
def findings(
    audit: AuditPath,
    add: Annotated[
        str, typer.Option(metavar="TEXT", help="Add one: what was found.", show_default=False)
    ] = "",
    kind: Annotated[
        Literal["finding", "strength", "practice"] | None, typer.Option(help="What it is.")
    ] = None,
    area: Annotated[str | None, typer.Option(help="The area it belongs to, for example ST1.")] = None,
    where: Annotated[str | None, typer.Option(help="Where it was seen.")] = None,
    evidence: Annotated[str | None, typer.Option(help="What shows it.")] = None,
    support: Annotated[
        Literal["two or more sources", "one source", "heard and not checked"] | None,
        typer.Option(help="How far it is supported."),
    ] = None,
    voices: Annotated[
        int | None,
        typer.Option(min=1, max=99_999, metavar="N", help="How many people said it; of an opinion."),
    ] = None,
    fact: Annotated[
        bool, typer.Option("--fact", help="No opinion but a fact that can be checked: no voices.")
    ] = False,
    transferable: Annotated[
        bool | None, typer.Option("--transferable/--not-transferable", help="Can others take it over?")
    ] = None,
    consent: Annotated[
        bool | None, typer.Option("--consent/--no-consent", help="May it be shared with the unit named?")
    ] = None,
    edit: Annotated[int, typer.Option(metavar="N", help="Change number N.", show_default=False)] = 0,
    text: Annotated[str | None, typer.Option(help="New wording, with --edit.")] = None,
    confirm: Annotated[list[int] | None, typer.Option(metavar="N", help="Confirm number N.")] = None,
    move: Annotated[int, typer.Option(metavar="N", help="Move number N, with --to.", show_default=False)] = 0,
    to: Annotated[
        int, typer.Option(metavar="PLACE", help="Its new place; 1 is first.", show_default=False)
    ] = 0,
    remove: Annotated[int, typer.Option(metavar="N", help="Take number N out.", show_default=False)] = 0,
    heard: Annotated[
        bool, typer.Option("--heard", help="Read what people wrote and said, and your notes.")
    ] = False,
    by: By = "",
) -> None:
    """Write and order findings, strengths, good practices.

    The report leads with these, strengths first, in the order given here; only confirmed ones stand in it
    without a mark, and no opinion of fewer than three people. Without an option a person at the keyboard
    gets a menu.
    """
    given: dict[str, Any] = {
        "kind": kind,
        "area": area,
        "where": where,
        "evidence": evidence,
        "support": support,
        "transferable": transferable,
        "consent": consent,
        "text": text,
    }
    changed = {name: value for name, value in given.items() if value is not None} | _voices(voices, fact)
    with AuditFile(audit) as opened:
        questionnaire, who = opened.questionnaire, by or opened.facts().lead
        if heard:
            show_heard(opened, who)
            return
        if add:
            _add(opened, {**changed, "text": add}, questionnaire, who)
        if edit:
            _edit(opened, edit, changed, questionnaire, who)
        if confirm or move or remove:
            _settle(opened, confirm or (), (move, to or 1), remove, who)
        list_findings(opened)
        if interactive() and not (add or edit or confirm or move or remove):
            menu(opened, who)


def _voices(voices: int | None, fact: bool) -> dict[str, int | None]:
    """What was said about the number of people behind it. Raises UserError if both were given."""
    if fact and voices is not None:
        raise UserError(
            tr("--voices and --fact contradict each other."),
            tr(
                "Nothing was done. --voices counts the people who said an opinion; --fact says "
                "that papers can show it."
            ),
        )
    if fact:
        return {"voices": None}
    return {} if voices is None else {"voices": voices}


def _settle(opened: AuditFile, confirm: Iterable[int], move: tuple[int, int], remove: int, by: str) -> None:
    """Confirms, moves (number, place) and removes in one step; number 0 means none."""
    with opened.writing() as connection:
        for number in confirm:
            found = judgement.one(connection, Finding, number)
            judgement.change(connection, replace(found, confirmed=True), by)
        if move[0]:
            judgement.move(connection, Finding, *move, by)
        if remove:
            judgement.remove(connection, judgement.one(connection, Finding, remove), by)


def _add(opened: AuditFile, changed: dict[str, Any], questionnaire: Questionnaire, by: str) -> None:
    changed = checked(changed, questionnaire)
    if not changed.get("area"):
        raise UserError(
            tr("A finding belongs to an area."), tr("Name it: --area {area}", area=questionnaire.areas[0].id)
        )
    found = Finding(id=0, by=by, **{"kind": "finding", **changed})
    with opened.writing() as connection:
        number = judgement.add(connection, found, by)
    say(tr("Added as number {number}; confirm it with --confirm {number}.", number=number))


def _edit(
    opened: AuditFile, number: int, changed: dict[str, Any], questionnaire: Questionnaire, by: str
) -> None:
    with opened.writing() as connection:
        found = judgement.one(connection, Finding, number)
        judgement.change(connection, replace(found, **checked(changed, questionnaire)), by)


def checked(changed: dict[str, Any], questionnaire: Questionnaire) -> dict[str, Any]:
    """Typed values as they can be stored. Raises UserError for an unknown area or an empty text."""
    stored = {
        name: storable(value.strip()) if isinstance(value, str) else value for name, value in changed.items()
    }
    if "area" in stored:
        stored["area"] = parse_area(stored["area"], questionnaire).id
    if stored.get("text") == "":
        raise UserError(tr("The text is empty."), tr("Write what was found."))
    return stored
