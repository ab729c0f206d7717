"""The line with which the suite ends: how many faults of docs/faults.md are tested, and how many clean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
TEST = re.compile(r"::test_fault_(\d{3})_")
BAD = ("failed", "error")


def listed() -> dict[int, str]:
    """The faults of docs/faults.md by their numbers, and whether each is tested, in part, or not."""
    rows = re.findall(r"^\| (\d+) \|.*\| (tested|in part|not yet) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    return {int(number): state for number, state in rows}


def report(reporter: pytest.TerminalReporter) -> None:
    """Adds the line, if tests of faults ran."""
    ran, bad = _numbers(reporter, ("passed",)), _numbers(reporter, BAD)
    tested = ran | bad
    if tested:
        reporter.write_line(f"faults: {len(tested)} of {len(listed())} tested, {len(tested - bad)} clean")


def _numbers(reporter: pytest.TerminalReporter, states: tuple[str, ...]) -> set[int]:
    reports = [each for state in states for each in reporter.stats.get(state, [])]
    found = (TEST.search(getattr(each, "nodeid", "")) for each in reports)
    return {int(match[1]) for match in found if match}
