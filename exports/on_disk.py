"""What a power cut must not take: a file that was just written, and its name."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError


def write_through(path: Path, content: bytes | memoryview) -> None:
    """Makes a new file that only its owner reads, and waits until it is on the disk.

    Raises OSError if something of that name is there, or if the disk refuses.
    """
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def put(path: Path, content: bytes | memoryview) -> None:
    """Writes a file whole or not at all, in place of one that stands there. Raises OSError.

    Its name is not waited for: `sync_folder` does that, once for all files of a folder.
    """
    made = path.with_name(f".{secrets.token_hex(6)}")
    try:
        write_through(made, content)
        made.replace(path)
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)


def put_for_good(path: Path, content: bytes | memoryview) -> None:
    """Writes a file and waits for its name. Raises UserError (BUSY) if it cannot; what was there stays."""
    try:
        put(path, content)
        with suppress(OSError):
            sync_folder(path.parent)
    except OSError as error:
        raise not_written(path, error) from None


def not_written(path: Path | str, error: OSError) -> UserError:
    """What a person is told where the disk refused a file; what was there before then stands."""
    return UserError(
        tr("{path} could not be written: {reason}.", path=path, reason=error.strerror or error),
        tr("Close the file if it is open elsewhere, free some space, or choose another folder."),
        code=ExitCode.BUSY,
    )


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk. Raises OSError if the disk refuses.

    Windows has no such call and keeps its names by itself.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
