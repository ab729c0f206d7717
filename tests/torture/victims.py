"""One run of the program that dies, or whose disk fails, at one system call.

Starting Python costs half a second, a fork a few milliseconds: the harness has imported everything, forks,
lets strace take hold of the child, and only then lets the child run the real command. What the child says
goes through a socket: it leaves by `sendto`, so a `write` in the trace is always a write to a file.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from audit_engine.cli import main

WRITES = ("write", "pwrite64", "ftruncate", "fdatasync", "fsync")
NAMES = ("openat", "unlink", "link", "linkat", "rename", "mkdir", "chmod", "fchmod")
SAID = "sendto"
READ = "pread64"
TRACED = (*WRITES, *NAMES, READ, SAID)
SECONDS = 60
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (\?|-?\d+)(.*)")
_RANDOM = re.compile(r"\.[0-9a-f]{8}(?=$|-journal)")
_PR_SET_PTRACER, _ANYBODY = 0x59616D61, -1
_TEMPORARY = "tmp"


@dataclass(frozen=True)
class Call:
    """One system call of a run: its name, the how-manieth of that name (from 1), and its arguments as strace
    shows them."""

    name: str
    nth: int
    arguments: str
    injected: bool = False
    failed: bool = False

    @property
    def creates(self) -> bool:
        return self.name == "openat" and "O_CREAT" in self.arguments

    @property
    def path(self) -> str:
        """The file it is about: the one named, or the one behind the descriptor. Empty where it is none."""
        if self.name == SAID:
            return ""
        found = re.search(r'"(/[^"]*)"', self.arguments) if self.name in NAMES else None
        behind = found or re.match(r"\d+<([^>]*)>", self.arguments)
        return behind[1] if behind else ""

    def is_like(self, other: Call) -> bool:
        """The same call of another run, whatever random name its file has there."""
        names = [_RANDOM.sub("", call.path) for call in (self, other)]
        return self.name == other.name and self.nth == other.nth and names[0] == names[1]


@dataclass(frozen=True)
class Ending:
    """How a run ended: exit code (None where a signal ended it), what was said, what it did."""

    code: int | None
    signal: int | None
    said: str
    calls: tuple[Call, ...]

    def hit_at(self, wanted: Call) -> bool:
        """Whether the fault took place, and at that call: killed there, or given an error for its result."""
        if self.signal == signal.SIGKILL:
            return bool(self.calls) and self.calls[-1].is_like(wanted)
        first = next((call for call in self.calls if call.injected), None)
        return first is not None and first.is_like(wanted)


def run_with(
    words: Sequence[str],
    typed: Sequence[str],
    folder: Path,
    faults: Sequence[str] = (),
    before: Callable[[], None] | None = None,
) -> Ending:
    """Runs a command in a child with strace on it. `faults` as strace's `inject=` takes them.

    `before` runs in the child first. Raises RuntimeError where strace cannot take hold: a harness that
    harms nobody must not pass.
    """
    trace = folder.with_name(f"{folder.name}.trace")
    lines = folder.with_name(f"{folder.name}.typed")
    lines.write_text("".join(f"{line}\n" for line in typed), encoding="utf-8")
    gate, opening = os.pipe()
    ours, theirs = socket.socketpair()
    child = os.fork()
    if not child:
        _live(words, lines, folder, gate, theirs, before)
    theirs.close()
    os.close(gate)
    tracer = _take_hold(child, trace, faults)
    os.write(opening, b"!")
    os.close(opening)
    said = _listen(ours, child)
    _, status = os.waitpid(child, 0)
    tracer.communicate(timeout=SECONDS)
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
    calls = _read_trace(trace)
    for made in (trace, lines):
        made.unlink()
    return Ending(code, killed, said, calls)


def _take_hold(child: int, trace: Path, faults: Sequence[str]) -> subprocess.Popen[str]:
    # Without --seccomp-bpf: with it strace 6.1 injects no signal, and says nothing.
    command = ["strace", "-p", str(child), "-o", str(trace), "-y", "-s", "0", f"--trace={','.join(TRACED)}"]
    command += [f"--inject={fault}" for fault in faults]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    told = tracer.stderr.readline()
    if "attached" not in told:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise RuntimeError(f"strace could not take hold of the program: {told}{tracer.communicate()[1]}")
    return tracer


def _listen(ours: socket.socket, child: int) -> str:
    ours.settimeout(SECONDS)
    parts = []
    try:
        while part := ours.recv(65536):
            parts.append(part)
    except TimeoutError:
        os.kill(child, signal.SIGKILL)
        parts.append(b"\nTraceback: the program hung and was ended by the harness")
    finally:
        ours.close()
    return b"".join(parts).decode("utf-8", "replace")


def _live(
    words: Sequence[str],
    lines: Path,
    folder: Path,
    gate: int,
    theirs: socket.socket,
    before: Callable[[], None] | None,
) -> None:
    """The child's whole life; never returns."""
    code = 70
    try:
        _let_anyone_trace()
        os.read(gate, 1)
        _settle(words, lines, folder, theirs)
        if before:
            before()
        code = _run_main()
    except BaseException as error:
        with suppress(BaseException):
            print(f"Traceback: {error!r}", flush=True)
    finally:
        os._exit(code)


def _let_anyone_trace() -> None:
    """Some systems let only a parent trace; strace is our sibling."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYBODY, 0, 0, 0)


def _settle(words: Sequence[str], lines: Path, folder: Path, theirs: socket.socket) -> None:
    os.chdir(folder)
    tempfile.tempdir = str(folder / _TEMPORARY)
    sys.argv = ["audit-engine", *words]
    sys.stdin = lines.open(encoding="utf-8")
    sys.stdout = sys.stderr = cast(Any, theirs.makefile("w", encoding="utf-8", errors="replace"))


def _run_main() -> int:
    try:
        main()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    gc.collect()  # what complains when it is thrown away does so while somebody listens
    atexit._run_exitfuncs()
    sys.stdout.flush()
    return code


def _read_trace(trace: Path) -> tuple[Call, ...]:
    seen: Counter[str] = Counter()
    calls = []
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        if found := _CALL.match(line):
            name, arguments, result, rest = found.groups()
            seen[name] += 1
            calls.append(Call(name, seen[name], arguments, "(INJECTED)" in rest, result == "-1"))
    return tuple(calls)


def points_of(calls: Sequence[Call], folder: Path) -> list[int]:
    """Places in `calls` that read or change a file of `folder`, or tell the person something."""
    return [place for place, call in enumerate(calls) if call.name == SAID or _matters(call, folder)]


def _matters(call: Call, folder: Path) -> bool:
    return call.path.startswith(str(folder)) and (call.name != "openat" or call.creates)


def told_too_early(calls: Sequence[Call], folder: Path) -> list[str]:
    """What was not yet on the disk when the person was told something: a power cut could have taken it.

    Files that were removed and the folder for temporary files do not count.
    """
    loose: dict[str, None] = {}
    early: dict[str, None] = {}
    for call in (call for call in calls if not call.failed):
        path = call.path
        if call.name == SAID:
            early |= loose
        elif not path.startswith(str(folder)) or path.startswith(str(folder / _TEMPORARY)):
            continue
        elif call.name in ("fdatasync", "fsync"):
            loose.pop(path, None)
        elif call.name == READ:
            continue
        elif call.name in WRITES:
            loose[path] = None
        elif call.creates or call.name not in ("openat", "chmod", "fchmod"):
            loose[str(Path(path).parent)] = None
            if call.name in ("unlink", "rename"):
                loose.pop(path, None)
    return list(early)


def fresh(template: Path, folder: Path) -> Path:
    """A copy of the files as they were before the run."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    (folder / _TEMPORARY).mkdir()
    return folder
