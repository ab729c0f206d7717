"""Interrupts the program at every system call that changes a file, and looks at what is left.

    python -m tests.torture.kill_points             every point (minutes); `make torture`
    python -m tests.torture.kill_points --points 9  nine points a configuration, spread over the run

Ends with 1 if a promise of docs/durability.md was broken, if a run was not harmed that should have been,
or if the control, a file opened without any care, came through unharmed.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl  # noqa: F401  # imported before the fork, as all that a command needs

from audit_engine import auditfile
from audit_engine.cli import COMMANDS, load_command
from audit_engine.store import connection
from tests.torture.file_jobs import FILE_JOBS
from tests.torture.jobs import SITTING_JOBS, Job, Verdict, judge
from tests.torture.respond_jobs import RESPOND_JOBS
from tests.torture.victims import READ, SAID, WRITES, Call, Ending, fresh, points_of, run_with, told_too_early

FAULTS = ("killed", "ENOSPC once", "ENOSPC from then on", "EIO once", "EIO from then on")
_NEVER_FULL = ("unlink", "chmod", "fchmod", READ)
"""Calls that a full disk does not refuse."""
_AGAIN_EVERY = 5
_TRIES = 8


@dataclass
class Row:
    """One line of the table. `missed`: runs that ended before their fault came."""

    name: str
    points: int = 0
    missed: int = 0
    verdict: Verdict = field(default_factory=Verdict)
    early: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, found: Verdict) -> None:
        for name, values in vars(found).items():
            getattr(self.verdict, name).extend(values)


def careless() -> None:
    """The control: a journal in memory and no waiting for the disk. Some death must damage the file."""

    def without_care(raw: Any, record: object) -> None:
        cursor = raw.cursor()
        cursor.execute("PRAGMA journal_mode = MEMORY")
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.close()

    connection._durable = without_care


def everything_imported() -> None:
    """So that a fork costs milliseconds, and no import happens in the middle of a run."""
    for name in COMMANDS:
        load_command(name)
    importlib.import_module("exports.workbook")
    # Reading the questionnaire touches no file, and is the same in every run.
    auditfile.load_text = functools.cache(auditfile.load_text)


def faults_at(calls: Sequence[Call], place: int, fault: str) -> list[str]:
    """What strace has to inject so that `fault` comes at this call; empty where it makes no sense there."""
    call = calls[place]
    at = f"{call.name}:%s:when={call.nth}"
    if fault == "killed":
        return [at % "signal=KILL"] if call.name != READ else []
    error, how = fault.split(" ", 1)
    if call.name == SAID or (error == "ENOSPC" and call.name in _NEVER_FULL):
        return []
    if call.name == READ and how != "once":
        return []
    if how == "once":
        return [at % f"error={error}"]
    later = [name for name in WRITES if name != call.name]
    seen = {name: sum(c.name == name for c in calls[:place]) for name in later}
    rest = [f"{name}:error={error}:when={seen[name] + 1}+" for name in later]
    return [at % f"error={error}" + ("+" if call.name in WRITES else ""), *rest]


def spread(places: list[int], wanted: int, turn: int) -> list[int]:
    """So many of them, evenly, and others for every `turn`; all if `wanted` is 0."""
    if not wanted or wanted >= len(places):
        return places
    return [places[(turn * 7 + n * len(places) // wanted) % len(places)] for n in range(wanted)]


@dataclass
class Trial:
    """A job in its work folder, with an unharmed run to count system calls by."""

    job: Job
    template: Path
    folder: Path
    control: bool = False
    calls: tuple[Call, ...] = ()

    @property
    def points(self) -> list[int]:
        """Places in `calls` to interrupt; of the control only those where a file is half written."""
        found = points_of(self.calls, self.folder)
        return [place for place in found if not self.control or self.calls[place].name == "pwrite64"]

    def run(self, faults: Sequence[str] = ()) -> Ending:
        fresh(self.template, self.folder)
        before = careless if self.control else None
        return run_with(self.job.in_folder(self.folder), self.job.typed, self.folder, faults, before)

    def harmed_at(self, place: int, faults: Sequence[str]) -> Ending | None:
        """A run with its fault at that call; None where three runs had none, or had it elsewhere."""
        for _ in range(_TRIES):
            ending = self.run(faults)
            if ending.hit_at(self.calls[place]):
                return ending
        return None


def prepared(job: Job, work: Path, control: bool = False) -> Trial:
    """Makes the files of a job and runs it unharmed. Raises RuntimeError if it does not work."""
    trial = Trial(job, work / "template", work / "run", control)
    shutil.rmtree(trial.template, ignore_errors=True)
    trial.template.mkdir()
    job.prepare(trial.template)
    ending = trial.run()
    found = judge(job, trial.folder, ending)
    if ending.code != 0 or found.broken or found.in_doubt:
        raise RuntimeError(f"{job.name} does not work unharmed: {found}\n{ending.said}")
    # Judging imported what later runs then find imported: only from here on are runs alike.
    trial.calls = trial.run().calls
    return trial


def interrupt(trial: Trial, faults: Iterable[str], wanted: int) -> Iterator[Row]:
    """Every fault at every point of a job."""
    early = [] if trial.control else told_too_early(trial.calls, trial.folder)
    name = "CONTROL, no care" if trial.control else trial.job.name
    for turn, fault in enumerate(faults, len(trial.job.name)):
        row = Row(f"{name}, {fault}", early=early)
        began = time.monotonic()
        ways = {place: faults_at(trial.calls, place, fault) for place in trial.points}
        for count, place in enumerate(spread([place for place, way in ways.items() if way], wanted, turn)):
            _one_point(trial, place, ways[place], row, count)
        row.seconds = time.monotonic() - began
        yield row


def _one_point(trial: Trial, place: int, faults: Sequence[str], row: Row, count: int) -> None:
    row.points += 1
    ending = trial.harmed_at(place, faults)
    if ending is None:
        row.missed += 1
        return
    again = not trial.control and ("report" not in trial.job.name or count % _AGAIN_EVERY == 0)
    row.add(judge(trial.job, trial.folder, ending, again=again))


_HEADS = ("configuration", "points", "missed", "lost", "corrupt", "half", "tracebacks", "codes")
_MORE = ("told early", "in doubt", "left over", "seconds")
JOBS = (*SITTING_JOBS, *FILE_JOBS, *RESPOND_JOBS)
_LINE = "{:42}" + "{:>11}" * (len(_HEADS) + len(_MORE) - 1)


def cells(row: Row) -> list[object]:
    v = row.verdict
    kinds = (v.lost, v.corrupt, v.half, v.tracebacks, v.codes, row.early, v.in_doubt, v.left)
    counts = [len(found) for found in kinds]
    return [row.name, row.points, row.missed, *counts, f"{row.seconds:.0f}"]


def main(words: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--points", type=int, default=0, help="points a configuration; 0 is all")
    options.add_argument(
        "--jobs", default="", help="only jobs whose name holds one of these words, with commas"
    )
    options.add_argument("--faults", default="", help="the same for faults")
    options.add_argument("--why", action="store_true", help="show examples also of what is no failure")
    asked = options.parse_args(words)
    everything_imported()
    jobs = [job for job in JOBS if any(word in job.name for word in asked.jobs.split(","))]
    faults = [fault for fault in FAULTS if any(word in fault for word in asked.faults.split(","))]
    print(_LINE.format(*_HEADS, *_MORE), flush=True)
    rows = []
    # Not TemporaryDirectory: a child that ends in order would clear it away.
    work = Path(tempfile.mkdtemp(prefix="torture-")).resolve()
    try:
        for job in jobs:
            rows += _shown(interrupt(prepared(job, work), faults, asked.points), asked.why)
        control = _shown(interrupt(prepared(JOBS[0], work, True), ("killed",), asked.points * 12), asked.why)
    finally:
        shutil.rmtree(work)
    return _closing(rows, control[0])


def _shown(rows: Iterator[Row], why: bool) -> list[Row]:
    kept = []
    for row in rows:
        print(_LINE.format(*cells(row)), flush=True)
        for name, found in (*vars(row.verdict).items(), ("told early", row.early)):
            if why or (name not in ("in_doubt", "left") and not row.name.startswith("CONTROL")):
                for each in found[:2]:
                    print(f"    {name}: {each}")
        kept.append(row)
    return kept


def _closing(rows: Sequence[Row], control: Row) -> int:
    points = sum(row.points for row in rows)
    broken = sum(len(row.verdict.broken) + len(row.early) for row in rows)
    missed = sum(row.missed for row in (*rows, control))
    noticed = len(control.verdict.lost) + len(control.verdict.corrupt) + len(control.verdict.half)
    print(f"{points} points, {broken} promises broken, {missed} runs unharmed; control: {noticed} noticed.")
    if not noticed:
        print("The control was not noticed: this harness is dead.")
    return int(bool(broken or missed or not noticed or not points))


if __name__ == "__main__":
    sys.exit(main())
