"""The zip archive that a workbook is: its table of contents, checked against itself."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from exports.reading.limits import MOST_PARTS
from exports.reading.refusal import ASK_AGAIN, NOT_OURS, RefusedError, damaged
from questionnaires.catalogue import tr, tr_many

LOCAL = struct.Struct("<4sHHHHHLLLHH")
"""The fixed head of an entry: signature, version, flags, method, ..., length of its name, of its extra."""

LOCAL_SIGNATURE = b"PK\x03\x04"
ENCRYPTED = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True)
class Entry:
    """One part. `start` and `end` are where its packed bytes lie in the file, `size` what they unpack to."""

    name: str
    head: int
    start: int
    end: int
    size: int
    crc: int
    deflated: bool


def entries(data: bytes) -> tuple[Entry, ...]:
    """Every part, in the order in which they lie in the file. Raises RefusedError."""
    found, table = _table_of_contents(data)
    if len(found) > MOST_PARTS:
        raise RefusedError(
            tr_many(
                "it has {number} part, more than {most}",
                "it has {number} parts, more than {most}",
                len(found),
                most=MOST_PARTS,
            )
        )
    for info in found:
        _check_name(info)
        _check_packing(info)
    _check_twice([info.filename for info in found])
    placed = sorted((_placed(data, info) for info in found), key=lambda entry: entry.head)
    _check_places(placed, table)
    return tuple(placed)


def _table_of_contents(data: bytes) -> tuple[list[zipfile.ZipInfo], int]:
    """What the archive lists, and where the list stands."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.infolist(), archive.start_dir
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error, OSError):
        raise RefusedError(tr("it breaks off or is damaged"), tr(ASK_AGAIN)) from None


def _check_name(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    steps = name.removesuffix("/").split("/")
    if (
        name != info.filename
        or not name.isprintable()
        or any(sign in name for sign in '\\:*?"<>|')
        or {"", ".", ".."} & set(steps)
    ):
        raise RefusedError(tr("a part in it has a name that leads elsewhere"), tr(NOT_OURS))


def _check_packing(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & ENCRYPTED:
        raise RefusedError(tr("a part in it is encrypted"), tr("Save it without a password."))
    if info.compress_type not in METHODS:
        raise RefusedError(tr("a part in it is packed in a way that spreadsheet programs do not use"))


def _check_twice(names: Sequence[str]) -> None:
    if len({name.casefold() for name in names}) < len(names):
        raise RefusedError(tr("it has two parts of one name"), tr(NOT_OURS))


def _placed(data: bytes, info: zipfile.ZipInfo) -> Entry:
    """Where a part lies, by its own head; that head must tell the same as the list."""
    head = info.header_offset
    if not 0 <= head <= len(data) - LOCAL.size:
        raise damaged(info.filename)
    signature, _, flags, method, *_, name_length, extra = LOCAL.unpack_from(data, head)
    name_ends = head + LOCAL.size + name_length
    own_name = data[head + LOCAL.size : name_ends]
    listed = info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")
    if (
        signature != LOCAL_SIGNATURE
        or flags & ENCRYPTED
        or method != info.compress_type
        or own_name != listed
    ):
        raise damaged(info.filename)
    start = name_ends + extra
    return Entry(
        info.filename,
        head,
        start,
        start + info.compress_size,
        info.file_size,
        info.CRC,
        method == zipfile.ZIP_DEFLATED,
    )


def _check_places(placed: Sequence[Entry], table: int) -> None:
    """No two parts may share bytes, the first begins the file, and all of them end before the list."""
    if not placed or placed[0].head != 0:
        raise damaged(tr("its first bytes belong to no part"))
    for entry, following in zip(placed, [*(each.head for each in placed[1:]), table], strict=True):
        if entry.end > following:
            raise RefusedError(tr("parts in it overlap"), tr(NOT_OURS))
