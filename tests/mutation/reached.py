"""Which tests reach which line of scoring/, and how long each test takes."""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import coverage
import pytest

from tests.mutation.mutants import Mutant


@dataclass(frozen=True)
class Reached:
    """`seconds`: by test, in the order to try them; `tests`: module -> line -> the tests that ran it."""

    seconds: dict[str, float]
    tests: dict[str, dict[int, set[str]]]

    def concerned(self, mutant: Mutant) -> list[str]:
        """The tests that could notice a mutant, in the order to try them.

        What is read when the module is imported (a constant, a default) concerns them all.
        """
        lines = self.tests.get(mutant.module, {})
        found = set().union(*(lines.get(line, set()) for line in range(mutant.first, mutant.last + 1)))
        return [test for test in self.seconds if test in found or "" in found]


class Recorder:
    """Tells coverage which test is running, and keeps the time. On import no test is running."""

    def __init__(self, cov: coverage.Coverage) -> None:
        self.cov, self.seconds = cov, dict[str, float]()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.cov.switch_context(item.nodeid)
        start = time.perf_counter()
        yield
        self.seconds[item.nodeid] = time.perf_counter() - start
        self.cov.switch_context("")


def measure(arguments: list[str], sources: list[Path], result: Path) -> int:
    """Run the tests once and write what they reach to `result`; pytest's exit code."""
    cov = coverage.Coverage(data_file=None, include=[str(path) for path in sources], config_file=False)
    recorder = Recorder(cov)
    cov.start()
    code = int(pytest.main(arguments, plugins=[recorder]))
    cov.stop()
    data = cov.get_data()
    tests = {path.stem: data.contexts_by_lineno(str(path)) for path in sources}
    result.write_text(json.dumps({"seconds": recorder.seconds, "tests": tests}), encoding="utf-8")
    return code


def read(result: Path) -> Reached:
    """What `measure` wrote."""
    told: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    tests: dict[str, dict[int, set[str]]] = defaultdict(dict)
    for module, lines in told["tests"].items():
        tests[module] = {int(line): set(names) for line, names in lines.items()}
    return Reached(_different_first(told["seconds"]), dict(tests))


def _different_first(seconds: dict[str, float]) -> dict[str, float]:
    """One set of parameters of every test, then a second one of each, and so on; among these the quickest."""
    turn, place = Counter[str](), dict[str, tuple[int, float]]()
    for test in sorted(seconds, key=seconds.__getitem__):
        place[test] = turn[test.partition("[")[0]], seconds[test]
        turn[test.partition("[")[0]] += 1
    return {test: seconds[test] for test in sorted(place, key=place.__getitem__)}
