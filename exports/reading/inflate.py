"""Unpacking a part, with the bytes counted as they come: what a file says of its own size is not believed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from exports.reading.archive import Entry
from exports.reading.limits import HIGHEST_RATIO, MOST_INFLATED, SMALL_PART
from exports.reading.refusal import NOT_OURS, RefusedError, damaged
from questionnaires.catalogue import tr

PIECE = 64 * 2**10


@dataclass
class Counted:
    """How many bytes were unpacked until now, of all parts together."""

    total: int = 0

    def add(self, piece: bytes) -> None:
        self.total += len(piece)
        if self.total > MOST_INFLATED:
            raise RefusedError(tr("unpacked it is larger than {size} MB", size=MOST_INFLATED // 2**20))


def pieces(data: bytes, entry: Entry, counted: Counted) -> Iterator[bytes]:
    """The content of a part, piece by piece. Raises RefusedError."""
    size, crc = 0, 0
    for piece in _raw(data, entry):
        counted.add(piece)
        size += len(piece)
        if size > max(SMALL_PART, HIGHEST_RATIO * (entry.end - entry.start)):
            raise RefusedError(tr("it would unpack to very much more than it is"), tr(NOT_OURS))
        if size > entry.size:
            raise RefusedError(tr("{part} in it is larger than the file says", part=entry.name), tr(NOT_OURS))
        crc = zlib.crc32(piece, crc)
        yield piece
    if size != entry.size or crc != entry.crc:
        raise damaged(entry.name)


def _raw(data: bytes, entry: Entry) -> Iterator[bytes]:
    packed = memoryview(data)[entry.start : entry.end]
    for at in range(0, len(packed), PIECE):
        if not entry.deflated:
            yield bytes(packed[at : at + PIECE])
    if entry.deflated:
        yield from _inflated(packed, entry.name)


def _inflated(packed: memoryview, name: str) -> Iterator[bytes]:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), PIECE):
            left: bytes | memoryview = packed[at : at + PIECE]
            while left:
                yield inflating.decompress(left, PIECE)
                left = inflating.unconsumed_tail
        while rest := inflating.decompress(b"", PIECE):
            yield rest
    except zlib.error:
        raise damaged(name) from None
    if not inflating.eof or inflating.unused_data:
        raise damaged(name)
