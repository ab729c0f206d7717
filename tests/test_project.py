"""The project's own promises: a lock without addresses, no trace of a machine, docs that tell the truth."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Written in pieces, so that this file passes its own test.
MACHINE_PATH = r"(?<![\w.])/(?:home|root|" + r"work|Users)/\w"
WORKING_NOTES = r"\b(?:METHOD|DESIGN|PRIVACY|FAULTS|HABITS|TRAPS|RECIPES)\." + r"md\b|\.\./" + r"shared\b"
WORKING_LINE = r"\bs\." + r"\d{2,}"
LOCKS = {"requirements.lock": ("dev",), "requirements-tools.lock": ("bench", "mutation")}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["project"])


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in requirements}


def wanted(project: dict[str, Any], extras: tuple[str, ...]) -> set[str]:
    """What the project needs by itself and for these extras."""
    optional = project["optional-dependencies"]
    return names(project["dependencies"] + [one for extra in extras for one in optional[extra]])


def pins(lock: str) -> list[str]:
    """The lines of a lock that pin a version, without their hashes."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return [line.removesuffix(" \\") for line in lines if "==" in line]


def source_files() -> list[Path]:
    """What git knows or would add; in a copy without git, everything but what the checks leave behind."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        return [ROOT / name for name in listed.split("\0") if name]
    made = re.compile(r"(\.venv|\.\w+_cache|\.hypothesis|__pycache__|.*\.egg-info|dist|demo)")
    return [path for path in ROOT.rglob("*") if not any(map(made.fullmatch, path.relative_to(ROOT).parts))]


def source_lines() -> Iterator[tuple[str, str]]:
    """(place, line) of every text file but the locks, whose hashes may spell anything."""
    for path in source_files():
        if path.is_file() and path.name not in LOCKS and b"\0" not in path.read_bytes():
            text = path.read_text(encoding="utf-8", errors="replace")
            for number, line in enumerate(text.splitlines(), 1):
                yield f"{path.relative_to(ROOT)}:{number}", line


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_in_a_lock_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_every_dependency_it_is_for(project: dict[str, Any], lock: str) -> None:
    assert wanted(project, LOCKS[lock]) - names(pins(lock)) == set()


def test_the_lock_of_the_tools_pins_what_both_hold_alike() -> None:
    tools = [
        pin for pin in pins("requirements-tools.lock") if names([pin]) <= names(pins("requirements.lock"))
    ]
    assert [pin for pin in tools if pin not in pins("requirements.lock")] == []
    assert len(tools) > 10


def test_what_only_a_benchmark_or_a_mutation_run_needs_is_not_in_the_lock_of_the_checks() -> None:
    assert names(pins("requirements.lock")) & {"pandas", "mutmut"} == set()
    assert {"pandas", "mutmut"} <= names(pins("requirements-tools.lock"))


def test_every_dependency_has_its_reason_in_contributing(project: dict[str, Any]) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    everything = wanted(project, tuple(project["optional-dependencies"]))
    assert [name for name in sorted(everything) if f"| {name} |" not in page] == []


@pytest.mark.parametrize("trace", [MACHINE_PATH, WORKING_NOTES, WORKING_LINE, re.escape(str(ROOT))])
def test_no_file_speaks_of_the_machine_it_was_written_on(trace: str) -> None:
    found = [f"{place}: {line.strip()[:100]}" for place, line in source_lines() if re.search(trace, line)]
    assert found == []


def test_the_licence_is_apache_2(project: dict[str, Any]) -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert project["license"] == "Apache-2.0"
    assert text.split()[:4] == ["Apache", "License", "Version", "2.0,"]
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_newest_heading_of_the_changelog_is_the_version(project: dict[str, Any]) -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    assert newest is not None
    assert newest[1] == project["version"]


def test_the_page_of_commands_is_what_the_help_says() -> None:
    command = [sys.executable, "docs/generate.py", "--check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"Run `make docs`.\n{result.stdout}{result.stderr}"


def test_a_test_has_an_empty_home_of_its_own(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []
    seen_by_a_child = subprocess.run(
        [sys.executable, "-c", "from pathlib import Path; print(Path.home())"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert seen_by_a_child == str(home)


def test_a_missing_tool_skips_here_and_fails_in_ci(
    require_tool: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AUDIT_ENGINE_CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-tool is not installed"):
        require_tool("no-such-tool")
    monkeypatch.setenv("AUDIT_ENGINE_CI", "1")
    with pytest.raises(pytest.fail.Exception, match="no-such-tool is not installed"):
        require_tool("no-such-tool")


def test_a_present_tool_is_found(require_tool: Callable[[str], str]) -> None:
    assert os.access(require_tool("sh"), os.X_OK)
