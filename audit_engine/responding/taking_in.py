"""A workbook that came back, from the file to what is recorded: the same for both sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from audit_engine.auditfile import AuditFile
from audit_engine.clock import today
from audit_engine.responding.comparing import compare
from audit_engine.responding.looking_over import doubts
from audit_engine.responding.standing import record, standing_in
from audit_engine.responding.view import agreed, counted, show
from audit_engine.sittings.start import who_records
from audit_engine.terminal import say
from exports.answering.form import Form
from exports.reading import read_workbook
from questionnaires.catalogue import tr


def take_in(opened: AuditFile, form: Form, files: Sequence[Path], by: str, *, yes: bool) -> None:
    """Shows what the workbooks change, asks, and records all of it.

    Raises UserError, with nothing recorded, for whatever cannot be taken, and where nobody says yes.
    """
    now_in = standing_in(opened, form)
    taken = compare(form, now_in, [(each.name, read_workbook(each)) for each in files])
    before = now_in(opened.facts().language)
    show(form, taken, doubts(taken.changes, before.known, opened.facts().start, today()))
    if not taken.changes:
        say(tr("Nothing in it is new; nothing was recorded."))
        return
    recorder = who_records(opened.facts(), by)
    agreed(taken, yes=yes)
    record(opened, form, before, taken, recorder)
    say(tr("Recorded: {changes} ({names}).", changes=counted(taken), names=", ".join(taken.refs)))
