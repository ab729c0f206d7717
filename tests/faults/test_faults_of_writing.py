"""What goes wrong while a workbook is written (docs/faults.md, 93 to 99): it is whole or not there."""

from __future__ import annotations

import ast
import errno
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exports.compose import compose
from exports.material import Edition
from exports.report import Report
from exports.workbook import write_report
from questionnaires.errors import ExitCode, UserError
from tests.made_up_report import empty_report, material
from tests.running import begin, run

ROOT = Path(__file__).resolve().parents[2]


def refused(path: Path, *, force: bool = False, found: Report | None = None) -> UserError:
    with pytest.raises(UserError) as raised:
        write_report(found or empty_report(), path, force=force)
    assert raised.value.remedy.endswith(".")
    assert "Error" not in str(raised.value)
    return raised.value


def test_fault_093_a_disk_that_is_full_in_the_middle(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from pathlib import Path; from exports import write_report;"
        "from questionnaires.errors import UserError;"
        "from tests.made_up_report import empty_report\n"
        "try: write_report(empty_report(), Path(sys.argv[1]))\n"
        "except UserError as error: print(int(error.code), error)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "report.xlsx")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith(f"{int(ExitCode.BUSY)} ")
    assert "free some space" in ran.stdout
    assert ran.stderr == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT, errno.ENODEV])
@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
def test_fault_094_any_step_that_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(failure, os.strerror(failure))

    path = tmp_path / "report.xlsx"
    path.write_text("mine")
    with monkeypatch.context() as patched:
        owner: object = Path if step == "replace" else os
        patched.setattr(owner, {"write": "fdopen"}.get(step, step), refuse)
        error = refused(path, force=True)
    assert (error.code, os.strerror(failure) in error.message) == (ExitCode.BUSY, True)
    assert path.read_text() == "mine"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.xlsx"]


def test_fault_094_a_folder_that_is_gone_and_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone" / "report.xlsx").code == ExitCode.NOT_NOW
    assert "report.xlsx is a folder" in refused(_folder(tmp_path / "report.xlsx"), force=True).message
    ran = run("report", begin(tmp_path / "a.audit"), tmp_path / ("x" * 300 + ".xlsx"))
    assert ran.code in (ExitCode.BUSY, ExitCode.NOT_NOW)
    assert "long" in ran.said


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_fault_095_a_workbook_that_is_there_is_kept_unless_replacing_it_was_asked_for(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    there = tmp_path / "report.xlsx"
    there.write_text("mine")
    ran = run("report", audit, there)
    assert (ran.code, "--force" in ran.said) == (ExitCode.NOT_NOW, True)
    assert there.read_text() == "mine"
    assert run("report", audit, there, "--force").code == 0
    assert there.read_bytes().startswith(b"PK")


def test_fault_095_a_workbook_that_is_open_in_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def sharing_violation(*_: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    there = tmp_path / "report.xlsx"
    there.write_text("mine")
    with monkeypatch.context() as windows:
        windows.setattr(Path, "replace", sharing_violation)
        error = refused(there, force=True)
    assert error.code == ExitCode.BUSY
    assert "Close the file if it is open elsewhere" in error.remedy
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.xlsx"]


def test_fault_096_nobody_else_reads_a_workbook_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_report(empty_report(), tmp_path / "report.xlsx")
    finally:
        os.umask(before)
    assert (tmp_path / "report.xlsx").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("package", ["scoring", "exports", "questionnaires"])
def test_fault_097_nothing_that_rates_or_writes_asks_what_time_it_is(package: str) -> None:
    for path in (ROOT / package).rglob("*.py"):
        asked = {name for name in _called(path) if name in ("now", "today", "utcnow", "time_ns", "localtime")}
        assert not asked, path


def _called(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns"])
def test_fault_097_a_workbook_is_the_same_in_every_time_zone(tmp_path: Path, zone: str) -> None:
    script = (
        "import sys; from pathlib import Path; from exports import write_report;"
        "from tests.made_up_report import empty_report; write_report(empty_report(), Path(sys.argv[1]))"
    )
    there, here = tmp_path / "there.xlsx", tmp_path / "here.xlsx"
    command = [sys.executable, "-c", script, str(there)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "TZ": zone}, check=True)
    write_report(empty_report(), here)
    assert there.read_bytes() == here.read_bytes()


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2038, 1, 19), date(1980, 1, 1), date(9999, 12, 31)])
def test_fault_097_a_workbook_of_an_unusual_day(tmp_path: Path, day: date) -> None:
    found = compose(replace(material(12), edition=Edition(1, day)))
    assert write_report(found, tmp_path / "report.xlsx")


def test_fault_099_two_exports_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashes = set()
    for number, moment in enumerate((0.0, 2**31 - 1.0, 1_780_000_000.0)):
        with monkeypatch.context() as clock:
            clock.setattr("time.time", lambda moment=moment: moment)
            path = tmp_path / f"{number}.xlsx"
            write_report(empty_report(), path)
        hashes.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(hashes) == 1
