"""Bringing an older audit file to today's format: each step in one transaction, applied in order."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection
from sqlmodel import SQLModel

from audit_engine.store.after_tables import ProgressRow, RankRow, ResponseRow, ViewRow
from audit_engine.store.connection import FORMAT
from audit_engine.store.tables import LedgerRow, ReleaseRow


def outdated(connection: Connection) -> bool:
    """Whether the file was made by an older version of the program."""
    return _format_of(connection) < FORMAT


def migrate(connection: Connection) -> None:
    """Takes every step that the file has not seen; one taken meanwhile is not repeated."""
    for number, step in STEPS.items():
        if _format_of(connection) < number:
            step(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def m002_releases(connection: Connection) -> None:
    """What was published, and the ledger of who was in it."""
    tables = [ReleaseRow.__table__, LedgerRow.__table__]  # type: ignore[attr-defined]  # SQLModel sets it at run time
    SQLModel.metadata.create_all(connection, tables=tables)


def m003_after_the_rating(connection: Connection) -> None:
    """The debriefing, the unit's response and the follow-up; how many people said what a finding says."""
    tables = [table.__table__ for table in (ResponseRow, ProgressRow, ViewRow, RankRow)]  # type: ignore[union-attr]  # SQLModel sets it at run time
    SQLModel.metadata.create_all(connection, tables=tables)
    connection.exec_driver_sql("ALTER TABLE finding ADD COLUMN voices INTEGER")


def m004_languages(connection: Connection) -> None:
    """The language in which a person was interviewed."""
    connection.exec_driver_sql("ALTER TABLE submission ADD COLUMN language VARCHAR NOT NULL DEFAULT ''")


STEPS: dict[int, Callable[[Connection], None]] = {
    2: m002_releases,
    3: m003_after_the_rating,
    4: m004_languages,
}


def _format_of(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
