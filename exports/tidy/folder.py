"""The folder of an export: written whole or not at all, and nothing of anybody else replaced."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from exports.on_disk import sync_folder, write_through
from exports.report import Report
from exports.tidy.as_csv import as_csv
from exports.tidy.tables import tables
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError

FILES = frozenset(
    f"{name}.csv"
    for name in (
        "audit",
        "fronts",
        "areas",
        "groups",
        "items",
        "recommendations",
        "heard",
        "no_rating",
        "codebook",
    )
)
"""All that an export may leave, so all that a later one may take away."""

OF_THE_SYSTEM = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What a desktop leaves in every folder that somebody looked at."""


def write_tables(report: Report, folder: Path, *, force: bool = False) -> tuple[str, ...]:
    """Writes the CSV files and returns their names.

    Raises UserError if the folder holds anything already (unless `force`, and nothing but an earlier export),
    or if it cannot be written; what was there before then stays as it was.
    """
    check_folder(folder, force=force)
    files = {f"{table.name}.csv": as_csv(table) for table in tables(report)}
    made = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    try:
        _write(made, files)
        _move(made, folder, force=force)
    except OSError as error:
        raise UserError(
            tr("{path} could not be written: {reason}.", path=folder, reason=error.strerror or error),
            tr("Close its files if they are open elsewhere, free some space, or choose another folder."),
            code=ExitCode.BUSY,
        ) from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return tuple(files)


def check_folder(folder: Path, *, force: bool) -> None:
    """Whether an export may be written there. Raises UserError."""
    if not folder.name or folder.is_symlink():
        raise UserError(
            tr("{folder} is no name for a folder of its own.", folder=folder),
            tr("Name one that is to be made."),
        )
    if not folder.parent.is_dir():
        raise UserError(
            tr("There is no folder {folder}.", folder=folder.parent),
            tr("Make it first."),
            code=ExitCode.NOT_NOW,
        )
    if folder.exists() and not folder.is_dir():
        raise UserError(
            tr("{folder} is a file.", folder=folder), tr("Choose another name."), code=ExitCode.NOT_NOW
        )
    held = _held(folder)
    foreign = [name for name in held if name not in FILES]
    if foreign:
        told = tr("{folder} holds other files, such as {file}.", folder=folder, file=foreign[0])
        raise UserError(told, tr("Choose a folder that is to be made."), code=ExitCode.NOT_NOW)
    if held and not force:
        told = tr("{folder} holds an export already.", folder=folder)
        raise UserError(told, tr("Add --force to replace it, or choose another name."), code=ExitCode.NOT_NOW)


def _held(folder: Path) -> list[str]:
    names = {one.name for one in folder.iterdir()} if folder.is_dir() else set()
    return sorted(names - OF_THE_SYSTEM)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(mode=0o700)
    for name, content in files.items():
        write_through(folder / name, content)
    with suppress(OSError):
        sync_folder(folder)


def _move(made: Path, folder: Path, *, force: bool) -> None:
    """Puts the finished folder in its place, and an earlier one back should that fail."""
    check_folder(folder, force=force)
    aside = made.with_name(f"{made.name}.old")
    if folder.exists():
        folder.rename(aside)
    try:
        made.rename(folder)
    finally:
        if aside.exists() and not folder.exists():
            aside.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)
    # Whole either way: should the power fail now, the earlier or the new one is there.
    with suppress(OSError):
        sync_folder(folder.parent)
