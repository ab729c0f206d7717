"""Which sitting is open in which terminal, so that nobody fills in the same form twice at once."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select
from sqlmodel import col

from audit_engine.clock import now
from audit_engine.store.tables import SittingRow
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError


def claim(connection: Connection, submission: str, by: str) -> None:
    """Takes a sitting for this process. Raises UserError (busy) if another terminal has it open."""
    query = select(SittingRow.__table__).where(  # type: ignore[attr-defined]  # SQLModel sets it at run time
        col(SittingRow.submission) == submission
    )
    row = connection.execute(query).mappings().first()
    if row and _alive(row["process"], row["process_started"]):
        raise UserError(
            tr(
                "This sitting is open in another terminal, since {since}, by {by}.",
                since=row["since"],
                by=row["by"],
            ),
            tr("Close it there first."),
            code=ExitCode.BUSY,
        )
    release(connection, submission)
    connection.execute(
        insert(SittingRow),
        {
            "submission": submission,
            "process": os.getpid(),
            "process_started": _started(os.getpid()),
            "by": by,
            "since": now(),
        },
    )


def release(connection: Connection, submission: str) -> None:
    """Gives a sitting free."""
    connection.execute(delete(SittingRow).where(col(SittingRow.submission) == submission))


def _alive(process: int, started: str) -> bool:
    if process == os.getpid() or os.name == "nt":
        # On Windows asking for a process this way would end it; there a sitting is not guarded.
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return _started(process) == started


def _started(process: int) -> str:
    """When a process began, in ticks; empty where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return fields[19]
    except (OSError, IndexError):
        return ""
