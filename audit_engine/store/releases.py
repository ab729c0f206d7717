"""Releases and their ledger: what was published, committed before any file leaves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from audit_engine.store.tables import LedgerRow, ReleaseRow
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError
from scoring.evidence_json import evidence_from_json, evidence_to_json
from scoring.release import LedgerLine, Release


def last_release(connection: Connection) -> Release | None:
    """The release published last, None if nothing was published yet."""
    newest = select(ReleaseRow.__table__).order_by(col(ReleaseRow.number).desc()).limit(1)  # type: ignore[attr-defined]  # SQLModel sets it at run time
    row = connection.execute(newest).mappings().first()
    return None if row is None else _read(dict(row))


def _read(row: Mapping[str, Any]) -> Release:
    """Raises UserError (integrity) where what was stored is no longer whole."""
    try:
        return Release(
            number=row["number"],
            at=row["at"],
            evidence=evidence_from_json(json.loads(row["evidence"])),
            since=dict(json.loads(row["since"]).items()),
            held=frozenset(json.loads(row["held"])),
            fingerprint=row["fingerprint"],
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise UserError(
            tr(
                "What release {release} published can no longer be read: the audit file is damaged.",
                release=row["number"],
            ),
            tr("Go back to your last copy of it."),
            code=ExitCode.INTEGRITY,
        ) from None


def release_dates(connection: Connection) -> dict[int, str]:
    """Number of each release -> the ISO date on which it was made."""
    return dict(connection.execute(select(col(ReleaseRow.number), col(ReleaseRow.at))).all())


def add_release(connection: Connection, release: Release, lines: Iterable[LedgerLine], by: str) -> None:
    """Stores a release with its ledger."""
    connection.execute(
        insert(ReleaseRow),
        {
            "number": release.number,
            "at": release.at,
            "by": by,
            "fingerprint": release.fingerprint,
            "evidence": json.dumps(evidence_to_json(release.evidence), sort_keys=True),
            "since": json.dumps(dict(release.since), sort_keys=True),
            "held": json.dumps(sorted(release.held)),
        },
    )
    rows = [{"release": release.number, **asdict(line)} for line in lines]
    if rows:
        connection.execute(insert(LedgerRow), rows)


def ledger(connection: Connection) -> list[tuple[int, LedgerLine]]:
    """Every line of the ledger with the number of its release."""
    rows = connection.execute(select(LedgerRow.__table__)).mappings()  # type: ignore[attr-defined]  # SQLModel sets it at run time
    return [(row["release"], LedgerLine(**{k: v for k, v in row.items() if k != "release"})) for row in rows]
