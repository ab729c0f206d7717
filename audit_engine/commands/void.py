"""audit-engine void: take out a submission."""

from __future__ import annotations

from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.sittings.naming import called
from audit_engine.store import sittings, submissions
from audit_engine.terminal import ask, confirm, interactive, say
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import ExitCode, UserError

app = typer.Typer(add_completion=False)


@app.command()
def void(
    audit: AuditPath,
    submission: Annotated[
        str, typer.Argument(help="Its id; see audit-engine status AUDIT --submissions.", show_default=False)
    ],
    reason: Annotated[str, typer.Option(help="Why: entered twice, wrong unit ...")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Count a voided submission again.")] = False,
    by: By = "",
) -> None:
    """Take out a submission that should not be there.

    It stays in the history and is counted nowhere. A sent survey form has no id and cannot be taken out.
    """
    with AuditFile(audit) as opened:
        lead = opened.facts().lead
        with opened.reading() as connection:
            found = submissions.submission(connection, submission)
        if (found.state == "void") != undo:
            already = tr("{submission} is void already.", submission=submission)
            never = tr("{submission} is not void.", submission=submission)
            raise UserError(
                already if found.state == "void" else never, tr("Nothing was changed."), code=ExitCode.NOT_NOW
            )
        why = reason or (ask(tr("Why"), tr("not said")) if interactive() else tr("not said"))
        what = tr_many(
            "{instrument} by {role}, {number} answers",
            "{instrument} by {role}, {number} answers",
            found.answers,
            instrument=called(found.instrument),
            role=called(found.role),
        )
        if (
            interactive()
            and not undo
            and not confirm(tr("Take out {submission} ({what})?", submission=submission, what=what))
        ):
            say(tr("Nothing was changed."))
            return
        with opened.writing() as connection:
            # Whoever has it open in another terminal would close it again as done.
            sittings.claim(connection, submission, by or lead)
            state = "done" if undo else "void"
            submissions.set_state(connection, submission, state, by=by or lead, reason=why)
            sittings.release(connection, submission)
    if undo:
        say(tr("{submission} ({what}) counts again.", submission=submission, what=what))
    else:
        say(tr("{submission} ({what}) is void: it stays in the history.", submission=submission, what=what))
