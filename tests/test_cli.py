"""The command line: quick to start, one place that catches, exit codes that scripts rely on."""

from __future__ import annotations

import inspect
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from audit_engine.cli import COMMANDS, load_command
from questionnaires.errors import ExitCode
from tests.running import begin, run

MAIN = "from audit_engine.cli import main; main()"


def program(*words: str | Path, typed: str | None = "", **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", MAIN, *map(str, words)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False, timeout=60)


def test_help_imports_neither_database_nor_workbook_nor_questionnaire() -> None:
    code = (
        f"import sys, atexit, json\natexit.register(lambda: print(json.dumps(sorted(sys.modules))))\n{MAIN}"
    )
    told = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True)
    loaded = set(json.loads(told.stdout.splitlines()[-1]))
    heavy = {"sqlmodel", "sqlalchemy", "openpyxl", "pydantic", "yaml", "rich", "questionnaires.library"}
    assert not loaded & heavy
    assert "--help" in told.stdout


def test_help_lists_every_command_whole_at_80_columns() -> None:
    told = run("--help").out
    for name, line in COMMANDS.items():
        assert f"  {name:<15}{line}"[:78] in told
    assert "..." not in told.split("Commands:")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_list_is_the_first_line_of_the_commands_own_help(name: str) -> None:
    command = load_command(name)
    assert inspect.cleandoc(command.help or "").splitlines()[0] == COMMANDS[name]


def test_version_names_the_program() -> None:
    told = program("--version")
    assert (told.returncode, told.stdout.split()[0]) == (0, "audit-engine")


def test_a_mistake_of_usage_exits_2_and_an_unknown_file_1(tmp_path: Path) -> None:
    assert program("nonsense").returncode == ExitCode.BAD_INPUT
    assert program("score").returncode == ExitCode.BAD_INPUT
    missing = program("score", tmp_path / "none.audit")
    assert missing.returncode == ExitCode.NOT_NOW
    assert missing.stderr.startswith("Error: There is no audit file")
    assert missing.stdout == ""


def test_a_bug_shows_a_traceback_without_values_and_exits_70(tmp_path: Path) -> None:
    code = f"""
import audit_engine.cli as cli
secret = "CANARY"
def broken(name):
    raise RuntimeError("a fault")
cli.load_command = broken
{MAIN}
"""
    told = subprocess.run(
        [sys.executable, "-c", code, "status", "x"], capture_output=True, text=True, check=False
    )
    assert told.returncode == ExitCode.BUG
    assert "RuntimeError: a fault" in told.stderr
    assert "This is a fault of audit-engine, not yours. Everything confirmed is kept." in told.stderr
    assert "CANARY" not in told.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_command_exits_130_and_keeps_what_was_confirmed(
    tmp_path: Path, number: signal.Signals
) -> None:
    audit = begin(tmp_path / "a.audit")
    command = [sys.executable, "-c", MAIN, "staff", str(audit)]
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write("12 15\n")
    child.stdin.flush()
    for line in child.stdout:
        if "Saved" in line:
            break
    child.send_signal(number)
    _, said = child.communicate(timeout=30)
    assert (child.returncode, "Traceback" in said) == (ExitCode.INTERRUPTED, False), said
    assert "1/5" in run("status", audit).out


def test_the_reader_of_a_pipe_may_go_away(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    command = f"{sys.executable} -c '{MAIN}' score {audit} --format json | head -c 20"
    told = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" not in told.stderr


def test_every_module_runs_alike_without_asserts_and_with_another_hash_seed(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    run("import", audit, Path(__file__).parent.parent / "docs" / "example-answers.csv")
    wanted = run("score", audit, "--format", "json").out
    for options, seed in ((["-O"], "0"), ([], "1"), (["-X", "utf8=0"], "random")):
        command = [sys.executable, *options, "-c", MAIN, "score", str(audit), "--format", "json"]
        for locale in ("C", "tr_TR.UTF-8", "ar_EG.UTF-8"):
            told = subprocess.run(
                command,
                capture_output=True,
                check=True,
                env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "HOME": str(tmp_path)},
            )
            assert told.stdout.decode() == wanted


@pytest.mark.parametrize("command", ["debrief", "findings", "follow-up", "status"])
def test_a_closed_input_is_no_crash(tmp_path: Path, command: str) -> None:
    audit = begin(tmp_path / "a.audit")
    shell = f"{sys.executable} -c '{MAIN}' {command} {audit} <&-"
    told = subprocess.run(shell, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert told.returncode in (0, 1, 2), told.stderr
    assert "Traceback" not in told.stderr
