"""audit-engine documents: the papers of an audit."""

from __future__ import annotations

from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Document, Draw
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import parse_date
from audit_engine.store import judgement
from audit_engine.terminal import ask, confirm, heading, interactive, say
from audit_engine.terminal_table import table
from questionnaires.answers import storable
from questionnaires.catalogue import tr
from questionnaires.errors import UserError

app = typer.Typer(add_completion=False)


@app.command()
def documents(
    audit: AuditPath,
    add: Annotated[str, typer.Option(metavar="TITLE", help="Register a document.", show_default=False)] = "",
    date: Annotated[str, typer.Option(help="Its date, as 2025-11-30.", metavar="DATE")] = "",
    kind: Annotated[str, typer.Option(help="What it is: project, agreement, circular ...")] = "",
    remove: Annotated[
        int, typer.Option(metavar="N", help="Take number N off the list.", show_default=False)
    ] = 0,
    by: By = "",
) -> None:
    """Register documents, or list those registered.

    Before or while they are rated. A person at the keyboard is asked for further documents.
    """
    with AuditFile(audit) as opened:
        who = by or opened.facts().lead
        if remove:
            with opened.writing() as connection:
                judgement.remove(connection, judgement.one(connection, Document, remove), who)
        if add:
            _register(opened, add, date, kind, who)
        _list(opened)
        while interactive() and not (add or remove) and confirm(tr("Register a document?")):
            title = ask(tr("Title"))
            if title:
                _register(
                    opened, title, ask(tr("Date, as 2025-11-30 (Enter: unknown)")), ask(tr("Kind")), who
                )


def _register(opened: AuditFile, title: str, date: str, kind: str, by: str) -> None:
    day = parse_date("--date", date).isoformat() if date.strip() else ""
    name = storable(title.strip())
    if not name:
        raise UserError(tr("The document has no title."), tr("Give it one: --add TITLE"))
    with opened.writing() as connection:
        number = judgement.add(connection, Document(0, name, day, storable(kind.strip())), by)
    say(tr("Registered as number {number}: {name}", number=number, name=name))


def _list(opened: AuditFile) -> None:
    with opened.reading() as connection:
        papers = judgement.every(connection, Document)
        draws = judgement.every(connection, Draw)
    if not papers:
        say(tr("No document is registered yet."))
        return
    heading(tr("Documents"))
    rows = ((str(p.id), p.title, p.date, p.kind, "" if p.drawn else tr("not drawn")) for p in papers)
    table((tr("No."), tr("Title"), tr("Date"), tr("Kind"), ""), rows, right=(0,))
    for draw in draws:
        say(
            tr(
                "Draw {id} ({kind}): {drawn} of {listed}, from number {start}, one of every "
                "{step}, by {by}, {date}.",
                id=draw.id,
                kind=draw.kind or tr("documents"),
                drawn=draw.drawn,
                listed=draw.listed,
                start=draw.start,
                step=draw.step,
                by=draw.by,
                date=draw.at[:10],
            )
        )
