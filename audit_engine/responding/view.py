"""What came back as a table, before anybody says yes to it."""

from __future__ import annotations

from collections.abc import Iterable

from audit_engine.responding.comparing import Taken
from audit_engine.responding.words import said
from audit_engine.terminal import confirm, interactive, say
from audit_engine.terminal_table import table
from exports.answering.form import Form
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import ExitCode, UserError

NOTHING = "-"


def show(form: Form, taken: Taken, doubts: Iterable[str]) -> None:
    """The changes, cell by cell, and what must be known beside them."""
    headings = {one.name: tr(one.heading) for one in form.fields}
    words = {one.name for one in form.fields if one.kind == "choice"}
    rows = [
        (
            one.ref,
            headings[one.name],
            (said(one.before) if one.name in words else one.before) or NOTHING,
            said(one.now) if one.name in words else one.now,
        )
        for one in taken.changes
    ]
    if rows:
        table((tr("Recommendation"), tr("What"), tr("Before"), tr("Now")), rows)
    for note in taken.notes:
        say(note)
    for doubt in doubts:
        say(doubt, "yellow")


def agreed(taken: Taken, *, yes: bool) -> None:
    """Asks whether to record it. Raises UserError if nobody says so."""
    if yes:
        return
    changes = counted(taken)
    if not interactive():
        raise UserError(
            tr("Nothing was recorded; this waits for a yes: {changes}.", changes=changes),
            tr("Add --yes to record it."),
            code=ExitCode.NOT_NOW,
        )
    if not confirm(tr("Record {changes}?", changes=changes)):
        raise UserError(tr("Nothing was recorded."), "", code=ExitCode.NOT_NOW)


def counted(taken: Taken) -> str:
    """ "14 changes of 5 recommendations"."""
    of = tr_many("{number} recommendation", "{number} recommendations", len(taken.refs))
    return tr_many(
        "{number} change of {recommendations}",
        "{number} changes of {recommendations}",
        len(taken.changes),
        recommendations=of,
    )
