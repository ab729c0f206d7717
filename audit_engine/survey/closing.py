"""When the survey takes forms: until it is closed by hand, by a release, or by its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from audit_engine.audit import Facts
from audit_engine.clock import today
from audit_engine.store.facts import get_meta, log_changes, set_meta
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError

_KEY = "survey_closed"


@dataclass(frozen=True)
class SurveyState:
    """`closed`: the ISO date on which it was closed, empty while it takes forms.

    `due`: the date by which it should be closed, and whether that day has come.
    """

    closed: str
    due: date
    is_due: bool


def survey_state(connection: Connection, facts: Facts) -> SurveyState:
    """How the survey of an audit stands today."""
    due = facts.survey_due
    return SurveyState(get_meta(connection, _KEY) or "", due, today() > due)


def close_survey(connection: Connection, by: str) -> None:
    """No more forms from now on; nothing happens if it is closed already."""
    if not get_meta(connection, _KEY):
        _set(connection, today().isoformat(), by)


def reopen_survey(connection: Connection, by: str) -> None:
    """Takes forms again. Raises UserError if it is open."""
    if not get_meta(connection, _KEY):
        raise UserError(tr("The survey is open already."), tr("Nothing was changed."), code=ExitCode.NOT_NOW)
    _set(connection, "", by)


def refuse_closed(connection: Connection, file: str) -> None:
    """Raises UserError if the survey takes no more forms."""
    closed = get_meta(connection, _KEY)
    if closed:
        raise UserError(
            tr("The survey was closed on {day}; it takes no more forms.", day=closed),
            tr(
                "To take more: audit-engine survey {file} --reopen. Figures published already change "
                "only where enough more people answer.",
                file=file,
            ),
            code=ExitCode.NOT_NOW,
        )


def _set(connection: Connection, value: str, by: str) -> None:
    before = get_meta(connection, _KEY) or ""
    set_meta(connection, _KEY, value)
    said = [f"closed {day}" if day else "open" for day in (before, value)]
    log_changes(connection, [("survey", said[0], said[1])], by)
