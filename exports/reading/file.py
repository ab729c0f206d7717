"""From a path to the bytes of a workbook: what can be said before anything is unpacked."""

from __future__ import annotations

import stat
from pathlib import Path

from exports.reading.limits import LARGEST_FILE
from exports.reading.refusal import ASK_AGAIN, SAVE_AGAIN, RefusedError
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SUFFIXES_WITH_MACROS = (".xlsm", ".xltm", ".xlam")


def content(path: Path) -> bytes:
    """The bytes of a file that may be a workbook. Raises RefusedError."""
    _check_place(path)
    _check_nobody_writes(path)
    data = _bytes(path)
    _check_name(path)
    _check_kind(data)
    return data


def _check_place(path: Path) -> None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        raise RefusedError(tr("there is no such file"), tr("Check the name."), ExitCode.NOT_NOW) from None
    if stat.S_ISDIR(found.st_mode):
        raise RefusedError(tr("it is a folder"), tr("Name the workbook that lies in it."))
    if not stat.S_ISREG(found.st_mode):
        raise RefusedError(tr("it is not a regular file"), tr("Name a workbook."))


def _check_nobody_writes(path: Path) -> None:
    """Excel and LibreOffice lay a small file beside a workbook for as long as it is open."""
    if path.name.startswith(("~$", ".~lock.")):
        raise RefusedError(tr("it only marks that a workbook is open"), tr("Name the workbook itself."))
    for mark in (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")):
        if _lies_there(mark):
            raise RefusedError(
                tr("it is open in another program ({name} lies beside it)", name=mark.name),
                tr("Save and close it there. If it is open nowhere, delete {name}.", name=mark.name),
                ExitCode.BUSY,
            )


def _lies_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # the longer name is too long for the disk, so there is no such file
        return False


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise RefusedError(
            tr("the system does not let it be opened ({reason})", reason=error.strerror or error),
            tr("Close it where it is open, and check whose file it is."),
            ExitCode.BUSY,
        ) from None
    if len(data) > LARGEST_FILE:
        raise RefusedError(
            tr("it is larger than {size} MB", size=LARGEST_FILE // 2**20),
            tr("Take out pictures and everything else that was added."),
        )
    return data


def _check_name(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES_WITH_MACROS:
        raise RefusedError(tr("a file that ends in {suffix} may hold macros", suffix=suffix), tr(SAVE_AGAIN))
    if suffix == ".xlsb":
        raise RefusedError(tr("it is a binary workbook (.xlsb)"))


def _check_kind(data: bytes) -> None:
    """Whether the first bytes are those of a workbook."""
    if not data:
        raise RefusedError(tr("it is empty"), tr(ASK_AGAIN))
    if data.startswith(OLD_OFFICE):
        raise _old_office(data)
    if not data.startswith(ZIP):
        raise RefusedError(
            tr("it is no Excel workbook, whatever its name says"),
            tr("Open it in the program it was made with and save it as an Excel workbook (.xlsx)."),
        )


def _old_office(data: bytes) -> RefusedError:
    """A locked workbook and one from before 2007 begin alike; the names of their streams differ."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return RefusedError(
            tr("it is protected with a password"),
            tr(
                "Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, "
                "empty the password and save it."
            ),
        )
    return RefusedError(
        tr("it is in the old format of Excel (.xls)"),
        tr("Open it in Excel and save it as an Excel workbook (.xlsx)."),
    )
