"""The open recommendations of the earlier audit, on the screen of the later one."""

from __future__ import annotations

from audit_engine.auditfile import AuditFile
from audit_engine.responding.earlier import LeftOpen, filled_item, kept
from audit_engine.responding.words import said
from audit_engine.sittings.start import go_on_command
from audit_engine.terminal import heading, say, say_command
from audit_engine.terminal_table import table
from questionnaires.catalogue import tr, tr_many


def left_by_earlier(opened: AuditFile) -> bool:
    """Whether an earlier audit left recommendations here."""
    with opened.reading() as connection:
        return bool(kept(connection).advice)


def show_earlier(opened: AuditFile) -> bool:
    """Lists what is still open and tells the ratio; False if no earlier audit left anything."""
    with opened.reading() as connection:
        left, item = kept(connection), filled_item(connection)
    if not left.advice:
        return False
    still = [one for one in left.advice if one.open]
    heading(tr("From the earlier audit, as of {day}", day=left.day))
    if still:
        rows = [(f"{one.ref}\n{one.text}", said(one.answer), said(one.state), one.due) for one in still]
        table((tr("Recommendation"), tr("Answer"), tr("State"), tr("Due")), rows)
    say(
        tr_many(
            "{number} accepted, {open} still open; done or on time: {ratio}.",
            "{number} accepted, {open} still open; done or on time: {ratio}.",
            len(left.advice),
            open=len(still),
            ratio=left.ratio,
        )
    )
    _say_where_it_is_offered(opened, left, item)
    return True


def _say_where_it_is_offered(opened: AuditFile, left: LeftOpen, item: str) -> None:
    if item:
        say(tr("The document review offers {ratio} at {item}.", ratio=left.ratio, item=item))
        return
    say(tr("To be offered {ratio} in the document review, name the item that asks for it:", ratio=left.ratio))
    say_command(go_on_command("follow-up", opened.path, "--fill", "ITEM"))
