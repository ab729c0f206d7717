"""Opening an audit file: one driver, durable writes, one writer at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError

APPLICATION_ID = 0x47414531
"""Marks a file as an audit file ("GAE1")."""
FORMAT = 4
BUSY_SECONDS = 5.0
_HEADER = b"SQLite format 3\0"


def engine_for(path: Path) -> Engine:
    """An engine on one audit file; every transaction that writes takes the write lock at once."""

    def connect() -> Any:
        return sqlcipher.connect(
            path.absolute().as_uri() + "?mode=rw",
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
            check_same_thread=False,
        )

    engine = create_engine(
        "sqlite://", creator=connect, module=sqlcipher, hide_parameters=True, poolclass=StaticPool
    )
    event.listen(engine, "connect", _durable)
    event.listen(engine, "begin", _begin)
    return engine


def _durable(raw: Any, record: object) -> None:
    cursor = raw.cursor()
    cursor.execute("PRAGMA journal_mode = DELETE")
    cursor.execute("PRAGMA synchronous = EXTRA")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turns what the driver raises into one message with the right exit code."""
    try:
        yield
    except OperationalError as error:
        raise _operational(path, str(error.orig)) from None
    except DatabaseError as error:
        if "not a database" in str(error.orig) or "malformed" in str(error.orig):
            raise damaged(path) from None
        raise
    except UnicodeEncodeError:  # whatever way a text came: an option, a prompt, a file
        raise UserError(
            tr("A text holds characters that could not be read (they are not UTF-8); nothing was stored."),
            tr("Type it again without them."),
        ) from None


def _operational(path: Path, said: str) -> UserError:
    if "locked" in said or "busy" in said:
        return UserError(
            tr("{name} is in use by another command.", name=path.name),
            tr("Wait until it has ended."),
            code=ExitCode.BUSY,
        )
    if "readonly" in said or "unable to open" in said:
        return UserError(
            tr("{name} cannot be written to.", name=path.name),
            tr("Check that the file and its folder are yours to write and not read-only."),
            code=ExitCode.BUSY,
        )
    if "full" in said:
        remedy = tr("Nothing was changed by this step; free some space on the disk and try again.")
    else:  # the disk may have failed after the change was on it
        remedy = tr("Check the disk, then look whether this step was kept before you do it again.")
    return UserError(
        tr("{name} could not be saved: {reason}.", name=path.name, reason=said), remedy, code=ExitCode.BUSY
    )


def damaged(path: Path) -> UserError:
    """The one message for a file that is no audit file or no longer a whole one."""
    return UserError(
        tr("{name} is not an audit file, or it is damaged.", name=path.name),
        tr("Check the name, or go back to your last copy of it."),
        code=ExitCode.INTEGRITY,
    )


def check_file(path: Path) -> None:
    """Refuses what cannot be an audit file before SQL touches it. Raises UserError."""
    if not path.exists():
        raise UserError(
            tr("There is no audit file {path}.", path=path),
            tr("Make one with: audit-engine new {name}", name=path.name),
            code=ExitCode.NOT_NOW,
        )
    if not path.is_file():
        raise UserError(
            tr("{path} is not a file.", path=path), tr("Name the audit file, for example geneva.audit.")
        )
    if not os.access(path, os.R_OK):
        raise UserError(
            tr("{name} cannot be read.", name=path.name), tr("Check whose file it is."), code=ExitCode.BUSY
        )
    with path.open("rb") as file:
        if file.read(16) != _HEADER:
            raise damaged(path)


def check_format(connection: Connection, path: Path) -> None:
    """Refuses a database that is not ours, or of a newer format than this program knows."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise damaged(path)
    found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if found > FORMAT:
        raise UserError(
            tr(
                "{name} was made by a newer audit-engine (file format {found}, this one knows {format}).",
                name=path.name,
                found=found,
                format=FORMAT,
            ),
            tr("Install the newer version; the file was not touched."),
            code=ExitCode.INTEGRITY,
        )
