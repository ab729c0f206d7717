"""Workbooks spoilt at random: whatever comes is read or refused. `make fuzz` tries many, always new ones."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from exports.reading import read_workbook
from exports.reading.refusal import RefusedError
from questionnaires.errors import UserError
from tests.faults.made_workbooks import looked_at, parts, sound, zipped

PIECES = (
    b"<",
    b">",
    b'"',
    b"&",
    b"\x00",
    b"\xff\xfe",
    b"PK\x03\x04",
    b"<!DOCTYPE a>",
    b"99999999",
    b"-1",
    b"=1+1",
)


def spoilt(good: bytes, chance: random.Random) -> bytes:
    """A workbook changed in its packed bytes, or in a part that is packed anew so that sizes and sums fit."""
    if chance.random() < 0.5:
        return _changed(good, chance)
    content = parts(good)
    name = chance.choice(sorted(content))
    if chance.random() < 0.1:
        del content[name]
    else:
        content[name] = _changed(content[name], chance)
    return zipped(content)


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 5, 20))):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((0, 1, 1, 4, 50))
        match chance.randrange(4):
            case 0:
                changed[at : at + length] = b""
            case 1:
                changed[at : at + length] = chance.randbytes(length)
            case 2:
                changed[at:at] = chance.choice(PIECES)
            case _:
                other = chance.randrange(len(changed) + 1)
                changed[at:at] = changed[other : other + length]
    return bytes(changed)


def outcome(data: bytes) -> str:
    """`read`, or why not. Anything but a refusal comes out as it was raised."""
    try:
        looked_at(data)
    except RefusedError as error:
        return error.reason.partition("(")[0].strip()
    return "read"


def through_a_process(data: bytes, folder: Path) -> str:
    """The same, all the way from a file."""
    path = folder / "spoilt.xlsx"
    path.write_bytes(data)
    try:
        read_workbook(path)
    except UserError as error:
        return error.message.partition("is not read: ")[2].partition("(")[0].rstrip(". ")
    return "read"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=None, help="the seed of an earlier run, to repeat it")
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(2**32)
    print(f"seed {seed}", flush=True)
    chance, good, found, until = (
        random.Random(seed),
        sound(),
        Counter[str](),
        time.monotonic() + given.seconds,
    )
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < until:
            data = spoilt(good, chance)
            slow = found.total() % 200 == 0
            found[through_a_process(data, Path(folder)) if slow else outcome(data)] += 1
    for why, number in found.most_common():
        print(f"{number:>8}  {why}")
    print(f"fuzz: {found.total()} spoilt workbooks, all read or refused")


if __name__ == "__main__":
    sys.exit(main())
