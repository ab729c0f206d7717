"""What every test stands on: a home of its own, a plain terminal, the same made-up examples on every run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.faults.counted import report

settings.register_profile("audit-engine", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("audit-engine")

# For fixtures of every scope and for programs that tests start, whatever LANG the machine has.
os.environ["AUDIT_ENGINE_LANGUAGE"] = "en"

# Each of these changes what typer and rich print.
TERMINAL_VARIABLES = (
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "PY_COLORS",
    "GITHUB_ACTIONS",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "TERMINAL_WIDTH",
)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or writes a real person's files."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """80 columns and no wishes about colour, whatever terminal the tests are started from."""
    for name in TERMINAL_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def require_tool() -> Callable[[str], str]:
    """`require_tool("soffice")` gives the program's path; without it the test skips, and fails in .ci/run."""

    def find(program: str) -> str:
        path = shutil.which(program)
        if path is None:
            give_up(f"{program} is not installed")
        return str(path)

    return find


def give_up(reason: str) -> None:
    """Skip the running test with one visible line, or fail it where everything must be there."""
    if os.environ.get("AUDIT_ENGINE_CI") == "1":
        pytest.fail(f"{reason}, and in .ci/run nothing is skipped")
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The suite says how many faults of workbooks it tested."""
    report(terminalreporter)
