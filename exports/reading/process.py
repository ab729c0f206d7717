"""Starting the process that reads, watching it, and taking its answer: it may hang, die or talk rubbish."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import IO

import psutil

from exports.reading import limits
from exports.reading.child import too_much_memory
from exports.reading.refusal import SAVE_AGAIN, RefusedError
from questionnaires.catalogue import spoken, tr, tr_many
from questionnaires.errors import ExitCode

START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from exports.reading.child import main; "
    "main(sys.argv[2])"
)
KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What a Python may need to start. No passphrase in a variable lies beside a stranger's workbook."""

LOOK_EVERY = 0.02
PIECE = 64 * 2**10


def ask(data: bytes, command: Sequence[str] | None = None) -> bytes:
    """What the process that reads says about a workbook; `command` is another program to ask.

    Raises RefusedError if it says nothing within its limits.
    """
    process = _started(command or reading_command())
    try:
        return _answer(process, data)
    finally:
        process.kill()
        process.wait()


def reading_command() -> list[str]:
    """The same Python with the same libraries, whatever folder we are in and however we were installed.

    It is told which language a refusal is said in.
    """
    root = str(Path(__file__).resolve().parents[2])
    places = [place for place in sys.path if Path(place).is_absolute()]
    return [sys.executable, "-I", "-X", "utf8", "-c", START, json.dumps([*places, root]), spoken()]


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=kept
        )
    except OSError as error:
        raise RefusedError(
            tr("the program could not start its second half ({reason})", reason=error.strerror or error),
            tr("Close other programs and try again."),
            ExitCode.BUSY,
        ) from None


@dataclass
class _Heard:
    """What came through the pipe until now, and whether it is all."""

    answer: bytearray = field(default_factory=bytearray)
    complete: Event = field(default_factory=Event)


def _answer(process: subprocess.Popen[bytes], data: bytes) -> bytes:
    heard = _Heard()
    Thread(target=_tell, args=(process.stdin, data), daemon=True).start()
    Thread(target=_hear, args=(process.stdout, heard), daemon=True).start()
    _watch(process, heard, monotonic() + limits.SECONDS)
    if process.returncode != 0:
        raise broken_off()
    return bytes(heard.answer)


def broken_off() -> RefusedError:
    """For an answer that did not come, or makes no sense."""
    return RefusedError(tr("reading it broke off"), tr(SAVE_AGAIN))


def _tell(pipe: IO[bytes] | None, data: bytes) -> None:
    with suppress(OSError):  # it ended without reading all
        if pipe:
            with pipe:
                pipe.write(data)


def _hear(pipe: IO[bytes] | None, heard: _Heard) -> None:
    with suppress(OSError):
        if pipe:
            with pipe:
                while len(heard.answer) <= limits.LARGEST_ANSWER and (piece := pipe.read(PIECE)):
                    heard.answer += piece
    heard.complete.set()


def _watch(process: subprocess.Popen[bytes], heard: _Heard, until: float) -> None:
    """Waits for the end. Raises RefusedError as soon as a limit is passed; the caller ends the process."""
    while not heard.complete.wait(LOOK_EVERY):
        _check_limits(process, until)
    with suppress(subprocess.TimeoutExpired):
        process.wait(max(0.0, until - monotonic()))


def _check_limits(process: subprocess.Popen[bytes], until: float) -> None:
    if monotonic() > until:
        raise RefusedError(
            tr_many(
                "reading it takes longer than {number:.0f} second",
                "reading it takes longer than {number:.0f} seconds",
                round(limits.SECONDS),
            ),
            tr("Copy what was filled in to a fresh copy of the workbook and use that."),
        )
    with suppress(psutil.Error):  # it just ended
        if psutil.Process(process.pid).memory_info().rss > limits.MEMORY:
            raise too_much_memory()
