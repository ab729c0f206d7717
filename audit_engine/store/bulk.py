"""Storing the submissions of a file, all in one transaction of the caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from audit_engine.audit import Profile
from audit_engine.clock import now
from audit_engine.store.tables import AnswerRow, ImportedFileRow, SubmissionRow
from questionnaires.definition import Instrument, Role


def seen_file(connection: Connection, sha256: str) -> bool:
    """Whether a file of this mark was imported before."""
    query = select(col(ImportedFileRow.sha256)).where(col(ImportedFileRow.sha256) == sha256)
    return connection.execute(query).scalar() is not None


def remember_file(connection: Connection, sha256: str) -> None:
    """Keeps the hash of an imported file; no time, since survey forms came with it."""
    connection.execute(insert(ImportedFileRow), {"sha256": sha256})


def known_submissions(connection: Connection) -> set[str]:
    """The ids of all named submissions, void ones too."""
    return set(connection.execute(select(col(SubmissionRow.id))).scalars())


def add_submission(
    connection: Connection,
    name: str,
    instrument: Instrument,
    role: Role,
    profile: Profile,
    by: str,
    answers: Mapping[str, str],
    notes: Mapping[str, str],
    evidence: Mapping[str, str],
) -> None:
    """Stores a finished submission with its answers."""
    moment = now()
    connection.execute(
        insert(SubmissionRow),
        {
            "id": name,
            "instrument": instrument,
            "role": role,
            **asdict(profile),
            "by": by,
            "started": moment,
            "state": "done",
        },
    )
    rows = [
        {
            "submission": name,
            "item": item,
            "value": value,
            "note": notes.get(item, ""),
            "evidence": evidence.get(item, ""),
            "by": by,
            "at": moment,
        }
        for item, value in answers.items()
    ]
    if rows:
        connection.execute(insert(AnswerRow), rows)
