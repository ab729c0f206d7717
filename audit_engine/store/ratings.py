"""Every value that facilitators gave an item, in the order confirmed, and why they settled on one."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select, text
from sqlmodel import col

from audit_engine.store.tables import ChangeRow
from questionnaires.definition import Instrument, Role

_AGREED = "agreed "
_SAID = text("""
SELECT item, instrument, role, submission, value, evidence, note, agreed, answer.by AS by, at,
    replaced_at = '' AS standing
FROM answer JOIN submission ON submission.id = answer.submission
WHERE state <> 'void' AND instrument IN ('document_review', 'interview')
AND item IN (SELECT value FROM json_each(:items))
ORDER BY seq
""")


@dataclass(frozen=True)
class Said:
    """A value of an item that a facilitator confirmed; `standing` False where a later one replaced it.

    `agreed`: it is no rating of their own but what the facilitators settled on.
    """

    item: str
    instrument: Instrument
    role: Role
    submission: str
    value: str
    evidence: str
    note: str
    agreed: bool
    by: str
    at: str
    standing: bool


def said(connection: Connection, items: Collection[str]) -> list[Said]:
    """All values of these items in reviews and interviews that count, in the order confirmed."""
    rows = connection.execute(_SAID, {"items": json.dumps(list(items))}).mappings()
    return [Said(**{**row, "agreed": bool(row["agreed"]), "standing": bool(row["standing"])}) for row in rows]


def settled(item: str, ratings: str, value: str, reason: str) -> tuple[str, str, str]:
    """What the history keeps of an agreement: (what, before, after)."""
    return f"{_AGREED}{item}", ratings, f"{value}: {reason}"


def reasons(connection: Connection) -> dict[str, str]:
    """Item -> why the facilitators settled on its value, as said last; none where an older version agreed."""
    rows = connection.execute(
        select(col(ChangeRow.what), col(ChangeRow.after))
        .where(col(ChangeRow.what).startswith(_AGREED))
        .order_by(col(ChangeRow.seq))
    )
    return {what.removeprefix(_AGREED): after.partition(": ")[2] for what, after in rows}
