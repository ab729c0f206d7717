"""What an audit leaves to the next one of its unit: the recommendations that the unit accepted."""

from __future__ import annotations

from audit_engine.auditfile import AuditFile
from audit_engine.clock import today
from audit_engine.responding.earlier import EarlierAdvice, LeftOpen
from audit_engine.responding.following import Followed, followed
from audit_engine.responding.standing import current_report
from exports.composing.action_plan import AGREED, CLOSED


def left_open(opened: AuditFile) -> LeftOpen:
    """Every accepted recommendation as it stands today."""
    day = today()
    found = followed(current_report(opened), day)
    return LeftOpen(day.isoformat(), tuple(_earlier(one) for one in found if one.answer in AGREED))


def _earlier(one: Followed) -> EarlierAdvice:
    step, closed = one.step, one.step.state in CLOSED
    return EarlierAdvice(
        ref=step.ref,
        text=step.text,
        answer=one.answer,
        state=step.state,
        due=step.due.isoformat() if step.due else step.said,
        open=not closed,
        on_track=step.state == "done" or (not closed and step.due is not None and not one.overdue),
    )
