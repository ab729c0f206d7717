"""What came back as a table, before anybody says yes to it."""

from __future__ import annotations

from collections.abc import Iterable

from audit_engine.responding.comparing import Taken
from audit_engine.terminal import confirm, interactive, say, table
from exports.answering.form import Form
from questionnaires.errors import ExitCode, UserError

NOTHING = "-"


def show(form: Form, taken: Taken, doubts: Iterable[str]) -> None:
    """The changes, cell by cell, and what must be known beside them."""
    headings = {one.name: one.heading for one in form.fields}
    rows = [(one.ref, headings[one.name], one.before or NOTHING, one.now) for one in taken.changes]
    if rows:
        table(("Recommendation", "What", "Before", "Now"), rows)
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
            f"Nothing was recorded; this waits for a yes: {changes}.",
            "Add --yes to record it.",
            code=ExitCode.NOT_NOW,
        )
    if not confirm(f"Record {changes}?"):
        raise UserError("Nothing was recorded.", "", code=ExitCode.NOT_NOW)


def counted(taken: Taken) -> str:
    """ "14 changes of 5 recommendations"."""
    changes, refs = len(taken.changes), len(taken.refs)
    return f"{changes} change{'s' * (changes != 1)} of {refs} recommendation{'s' * (refs != 1)}"
