"""Sittings and their answers: interviews, document reviews, staff data, workshops."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, literal_column, select, update
from sqlmodel import col

from audit_engine.audit import EarlierAnswer, Note, Profile, StoredAnswer, Submission
from audit_engine.clock import now
from audit_engine.store.facts import log_changes
from audit_engine.store.tables import AnswerRow, NoteRow, SubmissionRow
from questionnaires.catalogue import tr
from questionnaires.definition import Instrument, Role
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import NOT_ASKED

_OF_ONE_ITEM = (
    col(AnswerRow.submission) == bindparam("of"),
    col(AnswerRow.item) == bindparam("on"),
    col(AnswerRow.replaced_at) == "",
)
# Made once: an answer is saved while a person waits.
_STANDING = select(
    col(AnswerRow.value), col(AnswerRow.note), col(AnswerRow.evidence), col(AnswerRow.agreed)
).where(*_OF_ONE_ITEM)
_REPLACE = update(AnswerRow).where(*_OF_ONE_ITEM).values(replaced_at=bindparam("moment"))
_NAME_EVIDENCE = update(AnswerRow).where(*_OF_ONE_ITEM).values(evidence=bindparam("seen"))
_ADD = insert(AnswerRow)


def new_id() -> str:
    """A random name for a submission, short enough to type."""
    return secrets.token_hex(4)


def begin(
    connection: Connection,
    instrument: Instrument,
    role: Role,
    *,
    by: str,
    profile: Profile | None = None,
    women: int | None = None,
    men: int | None = None,
    language: str = "",
) -> str:
    """Opens a submission and returns its id. `women`, `men`: participants of a workshop."""
    name = new_id()
    connection.execute(
        insert(SubmissionRow),
        {
            "id": name,
            "instrument": instrument,
            "role": role,
            **asdict(profile or Profile()),
            "by": by,
            "started": now(),
            "women": women,
            "men": men,
            "language": language,
        },
    )
    return name


def any_answer(connection: Connection) -> bool:
    """Whether anything was ever answered outside of the survey."""
    return connection.execute(select(col(AnswerRow.seq)).limit(1)).first() is not None


def record(connection: Connection, submission: str, answer: StoredAnswer) -> None:
    """Stores an answer; an earlier value stays in the history. Nothing is written if nothing changed.

    Evidence that is named for an answer that had none is added to it: nothing was corrected.
    """
    standing = connection.execute(_STANDING, {"of": submission, "on": answer.item}).first()
    if standing is not None:
        if tuple(standing) == (answer.value, answer.note, answer.evidence, answer.agreed):
            return
        if tuple(standing) == (answer.value, answer.note, "", answer.agreed):
            connection.execute(_NAME_EVIDENCE, {"of": submission, "on": answer.item, "seen": answer.evidence})
            return
        connection.execute(_REPLACE, {"of": submission, "on": answer.item, "moment": answer.at})
    connection.execute(_ADD, _row(submission, answer))


def _row(submission: str, answer: StoredAnswer) -> dict[str, object]:
    return {
        "submission": submission,
        "item": answer.item,
        "value": answer.value,
        "note": answer.note,
        "evidence": answer.evidence,
        "agreed": answer.agreed,
        "by": answer.by,
        "at": answer.at,
    }


def answers(connection: Connection, submission: str) -> dict[str, StoredAnswer]:
    """The standing answers of a submission by item, in the order confirmed."""
    names = ("item", "value", "note", "evidence", "by", "at", "agreed")
    query = select(*[col(getattr(AnswerRow, name)) for name in names]).where(
        col(AnswerRow.submission) == submission, col(AnswerRow.replaced_at) == ""
    )
    query = query.order_by(col(AnswerRow.seq))
    found = (StoredAnswer(**row) for row in connection.execute(query).mappings())
    return {answer.item: answer for answer in found}


def history(connection: Connection) -> list[EarlierAnswer]:
    """Values that were replaced, oldest first, each with the value that took its place."""
    names = ("submission", "item", "value", "by", "at", "replaced_at")
    query = select(*[col(getattr(AnswerRow, name)) for name in names]).order_by(col(AnswerRow.seq).desc())
    later: dict[tuple[str, str], tuple[str, str]] = {}
    found = []
    for row in connection.execute(query).mappings():
        place = (row["submission"], row["item"])
        if row["replaced_at"]:
            value, by = later[place]
            found.append(EarlierAnswer(**row, now=value, replaced_by=by))
        later[place] = (row["value"], row["by"])
    return found[::-1]


def submissions(connection: Connection, **wanted: str) -> list[Submission]:
    """All submissions, or those with these `instrument`, `state`, `id`, `role`, in the order begun."""
    given = (
        select(col(AnswerRow.submission), func.count().label("answers"))
        .where(col(AnswerRow.replaced_at) == "", col(AnswerRow.value) != NOT_ASKED)
        .group_by(col(AnswerRow.submission))
        .subquery()
    )
    query = (
        select(*[getattr(SubmissionRow, name) for name in _COLUMNS], func.coalesce(given.c.answers, 0))
        .select_from(SubmissionRow)
        .outerjoin(given, given.c.submission == col(SubmissionRow.id))
        .order_by(literal_column("submission.rowid"))
    )
    for key, value in wanted.items():
        query = query.where(col(getattr(SubmissionRow, key)) == value)
    return [_submission(row) for row in connection.execute(query)]


_COLUMNS = (
    "id",
    "instrument",
    "role",
    "gender",
    "category",
    "supervises",
    "by",
    "started",
    "state",
    "reason",
    "women",
    "men",
    "language",
)


def _submission(row: Any) -> Submission:
    found: Mapping[str, Any] = dict(zip((*_COLUMNS, "answers"), row, strict=True))
    profile = Profile(found["gender"], found["category"], found["supervises"])
    rest = {key: value for key, value in found.items() if key not in ("gender", "category", "supervises")}
    return Submission(profile=profile, **rest)


def said_in_interviews(connection: Connection) -> list[tuple[str, str]]:
    """(submission, item or prompt) of everything that people answered in interviews that count."""
    query = (
        select(col(AnswerRow.submission), col(AnswerRow.item))
        .join(SubmissionRow, col(SubmissionRow.id) == col(AnswerRow.submission))
        .where(
            col(SubmissionRow.instrument) == "interview",
            col(SubmissionRow.role) != "facilitator",
            col(SubmissionRow.state) != "void",
            col(AnswerRow.replaced_at) == "",
            col(AnswerRow.value) != NOT_ASKED,
        )
    )
    return [(name, item) for name, item in connection.execute(query)]


def submission(connection: Connection, name: str) -> Submission:
    """One submission. Raises UserError if there is none of that id."""
    found = submissions(connection, id=name)
    if not found:
        raise UserError(
            tr("There is no submission '{name}' in this audit.", name=name),
            tr("See them with: audit-engine status FILE --submissions"),
            code=ExitCode.NOT_NOW,
        )
    return found[0]


def set_state(connection: Connection, name: str, state: str, *, by: str, reason: str = "") -> None:
    """Closes, reopens or voids a submission; what it was before stays in the history."""
    before = submission(connection, name)
    connection.execute(
        update(SubmissionRow).where(col(SubmissionRow.id) == name).values(state=state, reason=reason)
    )
    log_changes(connection, [(f"submission {name}", before.state, f"{state} {reason}".strip())], by)


def set_participants(
    connection: Connection, name: str, women: int | None, men: int | None, *, by: str
) -> None:
    """Corrects how many women and men took part in a workshop; earlier numbers stay in the history."""
    before = submission(connection, name)
    if (before.women, before.men) == (women, men):
        return
    connection.execute(
        update(SubmissionRow).where(col(SubmissionRow.id) == name).values(women=women, men=men)
    )
    changes = [
        (f"submission {name}: {who}", _number(old), _number(new))
        for who, old, new in (("women", before.women, women), ("men", before.men, men))
        if old != new
    ]
    log_changes(connection, changes, by)


def _number(people: int | None) -> str:
    return "" if people is None else str(people)


def add_note(
    connection: Connection, submission_id: str, item: str, text: str, by: str, restricted: bool
) -> None:
    """Keeps a note beside an item (item empty: beside the submission)."""
    connection.execute(
        insert(NoteRow),
        {
            "submission": submission_id,
            "item": item,
            "text": text,
            "by": by,
            "at": now(),
            "restricted": restricted,
        },
    )


def notes(connection: Connection, reader: str, lead: str) -> list[Note]:
    """The notes that `reader` may see: all open ones, restricted ones of their own or as lead."""
    names = ("id", "submission", "item", "text", "by", "at", "restricted")
    query = select(*[col(getattr(NoteRow, name)) for name in names]).order_by(col(NoteRow.id))
    found = [Note(**row) for row in connection.execute(query).mappings()]
    return [note for note in found if not note.restricted or reader in (note.by, lead)]
