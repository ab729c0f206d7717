"""What a power cut must not take: a file that was just written, and its name."""

from __future__ import annotations

import os
from pathlib import Path


def write_through(path: Path, content: bytes | memoryview) -> None:
    """Makes a new file that only its owner reads, and waits until it is on the disk.

    Raises OSError if something of that name is there, or if the disk refuses.
    """
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


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
