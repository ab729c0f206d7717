"""JSON read strictly: exact numbers, no key twice, nothing endless; what cannot be used is marked.

The text of a file is read to its end, so that whoever made it hears of every mistake at once.
"""

from __future__ import annotations

import json
import re
import stat
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError

LARGEST_FILE = 1024 * 1024
DEEPEST = 20

_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
# A string that never ends is taken to the end of the text, so that no quote is looked at twice.
_PART = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)


@dataclass(frozen=True)
class Unusable:
    """A number that is none here: NaN, Infinity, or one with an exponent or too many digits."""

    text: str


class Twice(dict[str, Any]):
    """An object of which `keys_twice` stand more than once; the last value of each counts."""

    keys_twice: tuple[str, ...] = ()


def read_json(path: Path, remedy: str) -> Any:
    """What a JSON file of at most 1 MiB holds, numbers as exact fractions.

    `remedy` says what to do with a file that is no JSON. Raises UserError (NOT_NOW) if there is no such
    file, (BAD_INPUT) if it is no plain file, too large, not UTF-8, nested too deeply or no JSON.
    """
    text = _text(path, _bytes(path), remedy).removeprefix("\ufeff")
    _refuse_deep(path, text, remedy)
    try:
        return json.loads(
            text,
            parse_float=_number,
            parse_int=_number,
            parse_constant=Unusable,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        message = tr(
            "{file} is no JSON file: line {line}, column {column}: {reason}.",
            file=path.name,
            line=error.lineno,
            column=error.colno,
            reason=error.msg,
        )
        raise UserError(message, remedy) from None


def _bytes(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError(
                tr("{path} is not a file.", path=path), tr("Name a JSON file, not a folder or a device.")
            )
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UserError(
            tr("There is no file {path}.", path=path), tr("Check the name."), code=ExitCode.NOT_NOW
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else tr("the name is not a file name")
        raise UserError(
            tr("{path} cannot be read: {reason}.", path=path, reason=reason),
            tr("Check the name and its rights."),
        ) from None
    if len(data) > LARGEST_FILE:
        raise UserError(
            tr("{origin} is larger than 1 MiB.", origin=path.name), tr("Check that it is the right file.")
        )
    return data


def _text(path: Path, data: bytes, remedy: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            tr("{file} is not UTF-8 text: byte {byte} cannot be read.", file=path.name, byte=error.start),
            remedy,
        ) from None


def _refuse_deep(path: Path, text: str, remedy: str) -> None:
    depth = 0
    for part in _PART.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(part[0], 0)
        if depth > DEEPEST:
            raise UserError(
                tr("{file}: more than {number} levels are nested in it.", file=path.name, number=DEEPEST),
                remedy,
            )


def _number(text: str) -> Fraction | Unusable:
    # No exponent and few digits: `1e999999999` is short to write and endless to expand.
    return Fraction(text) if _NUMBER.fullmatch(text) else Unusable(text)


def _object(pairs: list[tuple[str, Any]]) -> Twice:
    found = Twice(pairs)
    number = Counter(name for name, _ in pairs)
    found.keys_twice = tuple(name for name, times in number.items() if times > 1)
    return found
