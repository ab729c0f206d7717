"""The open recommendations of the earlier audit, on the screen of the later one."""

from __future__ import annotations

from audit_engine.auditfile import AuditFile
from audit_engine.responding.earlier import LeftOpen, filled_item, kept
from audit_engine.sittings.start import go_on_command
from audit_engine.terminal import heading, say, say_command, table


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
    heading(f"From the earlier audit, as of {left.day}")
    if still:
        rows = [(f"{one.ref}\n{one.text}", one.answer, one.state, one.due) for one in still]
        table(("Recommendation", "Answer", "State", "Due"), rows)
    say(f"{len(left.advice)} accepted, {len(still)} still open; done or on time: {left.ratio}.")
    _say_where_it_is_offered(opened, left, item)
    return True


def _say_where_it_is_offered(opened: AuditFile, left: LeftOpen, item: str) -> None:
    if item:
        say(f"The document review offers {left.ratio} at {item}.")
        return
    say(f"To be offered {left.ratio} in the document review, name the item that asks for it:")
    say_command(go_on_command("follow-up", opened.path, "--fill", "ITEM"))
