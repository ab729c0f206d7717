"""What stands in an audit before something comes back, and how it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import cache, partial
from typing import Any

from sqlalchemy import Connection

from audit_engine.after import Progress, Response
from audit_engine.auditfile import AuditFile
from audit_engine.reporting import report_of
from audit_engine.responding.comparing import Taken
from audit_engine.responding.sent_as import Standing, StandingIn, Values
from audit_engine.store import after, releases
from exports.answering.form import Form, as_words
from exports.answering.forms import RESPONSE, UNTOLD
from exports.report import Report
from exports.sheets import follow_up, response
from questionnaires.catalogue import SOURCE, has_catalogue, speaking, spoken, tr
from questionnaires.errors import ExitCode, UserError

Kind = type[Response] | type[Progress]


def standing_in(opened: AuditFile, form: Form) -> StandingIn:
    """The audit as it is now, for one of the two sheets, in whatever language a workbook of it came back."""
    return cache(partial(_standing, opened, form))


def _standing(opened: AuditFile, form: Form, language: str) -> Standing:
    own = opened.facts().language
    # Where the program has no texts in the audit's language, its sheets are English and their texts are not.
    texts = own if language == SOURCE and not has_catalogue(own) else language
    with opened.reading() as connection:
        last = releases.last_release(connection)
        report = report_of(opened, last, language=texts)
        known = _known(connection, form)
    with speaking(report.language):
        rows = (response if form is RESPONSE else follow_up).rows(report)
    return Standing(
        audit=report.identity.audit,
        definition=opened.definition.sha256,
        release=last.number if last else 0,
        rows={row.ref: row for row in rows},
        known=known,
    )


def current_report(opened: AuditFile, language: str = "") -> Report:
    """The report of the last release, or of a preview; in the language spoken if none is named."""
    with opened.reading() as connection:
        return report_of(opened, releases.last_release(connection), language=language or spoken())


def record(opened: AuditFile, form: Form, before: Standing, taken: Taken, by: str) -> None:
    """Stores all changes, or none. Raises UserError (busy) if something else was recorded meanwhile."""
    kind: Kind = Response if form is RESPONSE else Progress
    with opened.writing() as connection:
        if _known(connection, form) != before.known:
            raise UserError(
                tr("Something else was recorded meanwhile; nothing was recorded here."),
                tr("Do it again."),
                code=ExitCode.BUSY,
            )
        for ref in taken.refs:
            now = {change.name: change.now for change in taken.changes if change.ref == ref}
            values: dict[str, Any] = {**before.known.get(ref, {}), **now}
            values.setdefault("answer" if kind is Response else "state", _UNSAID[kind])
            after.record(connection, kind(ref, source=taken.sources[ref], **values), by)


_UNSAID: Mapping[Kind, str] = {Response: "pending", Progress: UNTOLD}
"""What a recommendation is of which something was filled in, but not this."""


def _known(connection: Connection, form: Form) -> dict[str, Values]:
    """By reference what was filled in so far, as a sheet written now would say it; empty ones left out."""
    kind: Kind = Response if form is RESPONSE else Progress
    names = {one.name for one in form.filled_in}
    return {
        ref: {name: as_words(text) for name, text in asdict(one).items() if name in names and text}
        for ref, one in after.standing(connection, kind).items()
    }
