"""One mutant against the tests: a fork of a warm process that has not imported scoring yet."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

import pytest

from tests.mutation.mutants import Mutant
from tests.mutation.reached import Reached

Verdict = Literal["killed", "too slow", "survived"]
PLUGINS = [
    "-p_hypothesis_pytestplugin",
    "-pno:cacheprovider",
    "-pno:unraisableexception",
    "-pno:threadexception",
]
ARGUMENTS = ["-x", "-q", "-oaddopts=", *PLUGINS, "--hypothesis-profile=mutation", "--no-header", "--tb=no"]
"""Without the plugins that cost every mutant a tenth of a second; none loads by itself."""
MEMORY = 2 * 1024**3
LIKELIEST = 6
PATIENCE = 10
"""Times as long as it should take, and seconds of work for everything before the first test."""
NO_TEST = 5
"""pytest's exit code when nothing was collected, as where a change renames the tests; it is no failure."""


@dataclass(frozen=True)
class Trial:
    """A mutant and what became of it."""

    mutant: Mutant
    verdict: Verdict
    seconds: float


def trials(mutants: Iterable[Mutant], reached: Reached, processes: int) -> Iterator[Trial]:
    """Try every mutant, so many at a time; in the order in which they end."""
    running: dict[int, Running] = {}
    keen = Keen()
    for mutant in mutants:
        tests = keen.in_order(mutant, reached.concerned(mutant))
        if not tests:
            yield Trial(mutant, "survived", 0.0)
            continue
        if len(running) >= processes:
            yield _ended(running, keen)
        hears, says = os.pipe()
        limits = {test: PATIENCE * (1 + reached.seconds[test]) for test in tests}
        child = in_a_fork(partial(_try, mutant, limits, says))
        os.close(says)
        running[child] = Running(mutant, time.monotonic(), hears)
    while running:
        yield _ended(running, keen)


@dataclass(frozen=True)
class Running:
    """A child at work; `hears`: where it says which test failed, so that this one goes first from then on."""

    mutant: Mutant
    start: float
    hears: int


@dataclass(frozen=True)
class Keen:
    """Which tests noticed most mutants of a function, and of all of a module: they go first."""

    of_function: Counter[tuple[str, str]] = field(default_factory=Counter)
    of_all: Counter[str] = field(default_factory=Counter)

    def heard(self, mutant: Mutant, failed: Iterable[str]) -> None:
        for test in failed:
            self.of_function[mutant.where, test] += 1
            self.of_all[test] += 1

    def in_order(self, mutant: Mutant, in_turn: list[str]) -> list[str]:
        here = {test: self.of_function[mutant.where, test] for test in in_turn}
        return sorted(in_turn, key=lambda test: (-here[test], -self.of_all[test]))


def in_a_fork(task: Callable[[], int]) -> int:
    """Start the task in a child of its own, silent; its process id. The child ends with the task's code."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        code = task()
    finally:
        os._exit(code)


def _ended(running: dict[int, Running], keen: Keen) -> Trial:
    child, status = os.wait()
    one = running.pop(child)
    with os.fdopen(one.hears, encoding="utf-8") as said:
        keen.heard(one.mutant, said.read().splitlines())
    verdict = _verdict(os.waitstatus_to_exitcode(status))
    return Trial(one.mutant, verdict, time.monotonic() - one.start)


def _verdict(code: int) -> Verdict:
    if code == 0:
        return "survived"
    return "too slow" if code < 0 else "killed"


def _try(mutant: Mutant, limits: dict[str, float], says: int) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    tests = list(limits)
    sys.meta_path.insert(0, Changed(mutant))
    # Collecting costs more than running, so the likeliest are tried by themselves first.
    for some in (tests[:LIKELIEST], tests[LIKELIEST : 10 * LIKELIEST], tests[10 * LIKELIEST :]):
        files = list(dict.fromkeys(test.partition("::")[0] for test in some))
        code = int(pytest.main([*ARGUMENTS, *files], plugins=[Only(some, limits, says)])) if some else 0
        if code not in (0, NO_TEST):
            return code
    return 0


class Only:
    """Keeps the tests of a mutant, in the order given, and says which one fails; all others are not run.

    A test that works ten times as long as it should ends the process.
    """

    def __init__(self, tests: list[str], limits: dict[str, float], says: int) -> None:
        self.place = {test: number for number, test in enumerate(tests)}
        self.limits, self.says = limits, says
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, self.limits[nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os.write(self.says, f"{report.nodeid}\n".encode())

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.place), key=lambda item: self.place[item.nodeid]
        )


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the changed text in place of the module."""

    def __init__(self, mutant: Mutant) -> None:
        self.name, self.source = f"scoring.{mutant.module}", mutant.source
        if mutant.module == "__init__":
            self.name = "scoring"

    def find_spec(self, name: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        found = importlib.machinery.PathFinder.find_spec(name, path)
        if found is None or found.origin is None:
            return None
        self.origin = found.origin
        return importlib.util.spec_from_file_location(
            name, found.origin, loader=self, submodule_search_locations=found.submodule_search_locations
        )

    def exec_module(self, module: Any) -> None:
        exec(compile(self.source, self.origin, "exec"), module.__dict__)
