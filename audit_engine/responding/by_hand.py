"""One state of the follow-up, typed instead of sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from audit_engine.after import STATES, Progress
from audit_engine.auditfile import AuditFile
from audit_engine.store import after
from exports.answering.form import as_words
from exports.answering.values import LONGEST_WORDS
from exports.report import Report
from questionnaires.answers import storable
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import ExitCode, UserError

SOURCE = "by hand"


def parse_progress(text: str, evidence: str, day: str) -> Progress:
    """REF=STATE as typed. Raises UserError."""
    ref, sign, state = text.partition("=")
    chosen = next((one for one in STATES if one == " ".join(state.casefold().split())), None)
    if not sign or chosen is None:
        raise UserError(
            tr("--set: '{text}' is not understood.", text=text),
            tr("Write it like REC-ST1-1=done; the state is one of {names}.", names=", ".join(STATES)),
        )
    words = as_words(storable(evidence))
    if len(words) > LONGEST_WORDS:
        raise UserError(
            tr_many(
                "--evidence: longer than {number} characters.",
                "--evidence: longer than {number} characters.",
                LONGEST_WORDS,
            ),
            tr("Name it in fewer words."),
        )
    return Progress(ref.strip().upper(), chosen, words, _day(day), SOURCE)


def _day(text: str) -> str:
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UserError(
            tr("--date: '{text}' is not a date.", text=text), tr("Write it like 2027-03-31.")
        ) from None


def set_by_hand(opened: AuditFile, report: Report, every: Sequence[Progress], by: str) -> list[Progress]:
    """Records states, all or none; returns those that did not stand already.

    Raises UserError if there is no such recommendation.
    """
    known = [one.ref for one in report.advice]
    unknown = next((told.recommendation for told in every if told.recommendation not in known), None)
    if unknown is not None:
        raise UserError(
            tr("There is no recommendation '{name}'.", name=unknown),
            tr("It is one of {names}.", names=", ".join(known) or tr("none yet")),
            code=ExitCode.NOT_NOW,
        )
    with opened.writing() as connection:
        return [told for told in every if after.record(connection, told, by)]
