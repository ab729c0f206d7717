"""The process that reads: it gets the bytes of one workbook, says what is in it, and ends.

It knows neither the name of the file nor where it lies, and writes nothing. Should a workbook make it use up
its memory or its time, or kill it, the process that asked goes on (exports/reading/process.py).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from exports.reading import limits
from exports.reading.answer import said, said_refusal
from exports.reading.refusal import RefusedError
from exports.reading.scan import scan
from questionnaires.catalogue import speaking, tr

UNNEEDED = ("lxml", "numpy", "PIL")
"""Taken by openpyxl when they are installed. Values do not need them, and lxml knows more encodings than the
parser that looked for what may not be there."""


def main(language: str) -> None:
    """Reads standard input to its end and answers on standard output; a refusal is said in the language."""
    _limit()
    answering = os.dup(1)
    os.dup2(2, 1)  # what a library prints is no answer
    with os.fdopen(answering, "wb") as pipe, speaking(language):
        pipe.write(answer(sys.stdin.buffer.read()))
    os._exit(0)


def _limit() -> None:
    """Memory and time, where the system has such limits; process.py watches both everywhere."""
    try:
        import resource  # Windows has none
    except ImportError:
        return
    seconds = int(limits.SECONDS) + 1
    for what, most in ((resource.RLIMIT_AS, limits.MEMORY), (resource.RLIMIT_CPU, seconds)):
        with suppress(ValueError, OSError):  # macOS refuses the first; a lower limit may be set already
            resource.setrlimit(what, (most, most))


def answer(data: bytes) -> bytes:
    """What is said about a workbook; any failure is a refusal."""
    try:
        return said(_workbook(data))
    except RefusedError as refusal:
        return said_refusal(refusal)
    except MemoryError:
        pass
    except Exception:  # openpyxl raises every kind
        return said_refusal(RefusedError(tr("its content is not built as that of a workbook is")))
    return said_refusal(too_much_memory())  # said here, where what filled the memory is let go


def too_much_memory() -> RefusedError:
    """For a workbook that is small as a file and large in memory."""
    return RefusedError(
        tr("reading it takes more than {size} MB of memory", size=limits.MEMORY // 2**20),
        tr("Copy what was filled in to a fresh copy of the workbook and use that."),
    )


def _workbook(data: bytes) -> dict[str, object]:
    scanned = scan(data)
    for name in UNNEEDED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None makes an import fail
    from exports.reading.parse import parse  # only now that the scan let it pass

    return parse(data, scanned)
