"""Findings at the keyboard: a small menu over the list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from audit_engine.audit import Finding
from audit_engine.auditfile import AuditFile
from audit_engine.facts.asking import until_valid
from audit_engine.facts.options import parse_people
from audit_engine.judging.findings_view import list_findings
from audit_engine.store import judgement
from audit_engine.terminal import ask, ask_words, choose, confirm, say
from questionnaires.answers import parse_words, storable
from questionnaires.catalogue import marked, tr
from questionnaires.errors import UserError

ACTIONS = (
    ("a", marked("add")),
    ("e", marked("edit")),
    ("c", marked("confirm")),
    ("m", marked("move")),
    ("r", marked("remove")),
    ("l", marked("list")),
    ("q", marked("done")),
)
SUPPORT = (
    ("two or more sources", marked("two or more sources")),
    ("one source", marked("one source")),
    ("heard and not checked", marked("heard and not checked")),
)


def menu(opened: AuditFile, by: str) -> None:
    """Adds, edits, confirms and orders until the person is done; each step is saved at once."""
    while True:
        action = choose(tr("What now?"), [(key, tr(label)) for key, label in ACTIONS], "q")
        if action == "q":
            return
        try:
            _do(opened, action, by)
        except UserError as error:
            say(str(error), "yellow")


def _do(opened: AuditFile, action: str, by: str) -> None:
    if action == "a":
        add_finding(opened, by)
    elif action == "l":
        list_findings(opened)
    else:
        number = until_valid(tr("Number"), "", lambda text: parse_people(text, tr("Number")))
        with opened.reading() as connection:
            found = judgement.one(connection, Finding, number)
        _change(opened, action, found, by)
        list_findings(opened)


def _change(opened: AuditFile, action: str, found: Finding, by: str) -> None:
    changed: dict[str, Any] = {"confirmed": True} if action == "c" else {}
    if action == "e":
        say(found.text)
        text = ask_words(tr("New wording (Enter keeps it):") + " ")
        changed = {
            "text": storable(text) or found.text,
            "evidence": storable(ask(tr("Evidence"), found.evidence)),
            "voices": _ask_voices(found.voices),
        }
    place = 0
    if action == "m":
        place = until_valid(tr("New place (1 is first)"), "1", lambda t: parse_people(t, tr("Place")))
    with opened.writing() as connection:
        if action == "m":
            judgement.move(connection, Finding, found.id, place, by)
        elif action == "r":
            judgement.remove(connection, found, by)
        else:
            # Read again: another terminal may have confirmed or moved it meanwhile.
            standing = judgement.one(connection, Finding, found.id)
            judgement.change(connection, replace(standing, **changed), by)


def _ask_voices(standing: int | None = None) -> int | None:
    """How many people said it; None for a fact that can be checked."""
    number = until_valid(
        tr("How many people said it? 0: no opinion but a fact that can be checked"),
        str(standing or 0),
        lambda text: parse_people(text, tr("People")),
    )
    return number or None


def add_finding(opened: AuditFile, by: str) -> None:
    """Asks for what, where and evidence (a practice also: transferable, consent) and stores it."""
    questionnaire = opened.questionnaire
    titles = {each.id: f"{each.id} {each.title}" for each in questionnaire.areas}
    chosen = choose(
        tr("What is it?"),
        (("finding", tr("finding")), ("strength", tr("strength")), ("practice", tr("practice"))),
    )
    found = Finding(
        id=0,
        kind=chosen,  # type: ignore[arg-type]  # choose returns one of the three ids
        area=choose(tr("Area"), tuple(titles.items())),
        text=parse_words(ask_words(tr("What:") + " ")).text,
        where=storable(ask(tr("Where"))),
        evidence=storable(ask(tr("Evidence (Enter: none named)"))),
        by=by,
    )
    support = [(kept, tr(label)) for kept, label in SUPPORT]
    found = replace(
        found,
        voices=_ask_voices(),
        support=choose(tr("How far is it supported?"), support, "one source"),
    )
    if chosen == "practice":
        found = replace(
            found,
            transferable=confirm(tr("Can others take it over?")),
            consent=confirm(tr("May it be shared with the unit named?")),
        )
    with opened.writing() as connection:
        number = judgement.add(connection, found, by)
    say(tr("Saved as number {number}.", number=number))
