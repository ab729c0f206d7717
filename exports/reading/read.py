"""From a path to the values of a workbook."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from exports.reading.answer import understood
from exports.reading.file import content
from exports.reading.process import ask, broken_off
from exports.reading.refusal import RefusedError
from exports.reading.values import Returned


def read_workbook(path: Path) -> Returned:
    """Everything a workbook says, as plain values.

    Raises UserError with the reason and what to do if it is not read: code BAD_INPUT for what the file is,
    NOT_NOW if there is none, BUSY if it is open elsewhere or the system does not give it.
    """
    try:
        return returned(content(path))
    except RefusedError as refusal:
        raise refusal.about(path.name) from None


def returned(data: bytes, command: Sequence[str] | None = None) -> Returned:
    """The same of bytes, asked of the process that reads or of another program. Raises RefusedError."""
    answer = ask(data, command)
    try:
        return understood(answer, hashlib.sha256(data).hexdigest())
    except ValueError:
        raise broken_off() from None
