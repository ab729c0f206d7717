"""The process that reads workbooks: it may hang, die, talk rubbish or swell, and whoever asked goes on."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.cells import clean
from exports.reading import Cell, Returned, limits, read_workbook
from exports.reading.parse import unescaped
from exports.reading.process import reading_command
from exports.reading.read import returned
from exports.reading.refusal import RefusedError
from exports.workbook import write_report
from questionnaires.errors import UserError
from tests.faults.made_workbooks import NAME, SHEET, dated, looked_at, parts, saved, sound, with_rows, zipped
from tests.made_up_report import report


def told(program: str) -> str:
    """Why nothing is read if this program answers."""
    with pytest.raises(RefusedError) as raised:
        returned(sound(), [sys.executable, "-c", program])
    return raised.value.reason


@pytest.mark.parametrize(
    "program",
    [
        "import sys; sys.exit(3)",
        "import os; os.abort()",
        "",
        "print('hello')",
        "print('[]')",
        "print('{}')",
        "print('[' * 100_000)",
        "import sys; sys.stdout.buffer.write(bytes(range(256)))",
        'print(\'{"refusal": {"reason": 7}}\')',
        'print(\'{"refusal": {"reason": "a", "remedy": "b", "code": 99}}\')',
        'print(\'{"workbook": {"sheets": 7}}\')',
        "import sys, time; sys.stdin.close(); time.sleep(0.3); sys.exit(1)",
    ],
)
def test_a_process_that_dies_or_talks_rubbish_is_one_refusal(program: str) -> None:
    assert told(program) == "reading it broke off"


def test_an_answer_of_a_process_that_then_failed_is_not_taken() -> None:
    answer = "{'reason': 'r', 'remedy': '', 'code': 2}"
    assert told(f"import json; print(json.dumps({{'refusal': {answer}}}))") == "r"
    assert told(f"import json, sys; print(json.dumps({{'refusal': {answer}}})); sys.exit(1)") == (
        "reading it broke off"
    )


def test_a_process_that_talks_for_ever_is_stopped() -> None:
    assert told("while True: print('x' * 100_000)") == "reading it broke off"


@pytest.mark.parametrize(
    "program",
    [
        "import time; time.sleep(60)",
        "while True: pass",
        "import os, time; os.close(0); os.close(1); time.sleep(60)",
    ],
    ids=["waits", "works", "closes its pipes and waits"],
)
def test_a_process_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1.0)
    start = time.monotonic()
    assert told(program) in ("reading it takes longer than 1 second", "reading it broke off")
    assert time.monotonic() - start < 10


def test_a_process_that_swells_is_stopped_where_the_system_has_no_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MEMORY", 64 * 2**20)
    assert told("import time; kept = b'x' * 200_000_000; time.sleep(60)") == (
        "reading it takes more than 64 MB of memory"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of memory")
def test_a_process_that_swells_is_stopped_by_the_system() -> None:
    program = "from exports.reading import child, limits; child._limit(); bytearray(limits.MEMORY)"
    root = Path(__file__).resolve().parents[1]
    ran = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True)
    assert "MemoryError" in ran.stderr


def test_reading_works_from_a_folder_full_of_traps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "openpyxl", "zipfile", "exports", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the trap')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert read_workbook(saved(tmp_path, sound())).properties == {"audit": "cafe"}


def test_what_lies_in_the_environment_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_PASSPHRASE", "a secret")
    program = (
        "import json, os; told = {'reason': str(dict(os.environ)), 'remedy': '', 'code': 2};"
        "print(json.dumps({'refusal': told}))"
    )
    assert "a secret" not in told(program)


def test_no_file_is_made_while_reading(tmp_path: Path, require_tool: Callable[[str], str]) -> None:
    strace = require_tool("strace")
    trace = tmp_path / "trace"
    command = [strace, "-f", "-qq", "-e", "trace=openat,creat,mkdir", "-o", str(trace), *reading_command()]
    ran = subprocess.run(command, input=sound(), capture_output=True, check=True)
    assert "workbook" in json.loads(ran.stdout)
    made = [line for line in trace.read_text().splitlines() if "O_CREAT" in line or "mkdir(" in line]
    assert [line for line in made if "__pycache__" not in line] == []


def test_what_a_library_prints_is_no_part_of_the_answer() -> None:
    program = (
        "import functools, warnings; warnings.showwarning = functools.partial(print, flush=True);"
        "from exports.reading.child import main; main('en')"
    )
    far = parts(dated(1900))[SHEET].replace(b"<v>46203</v>", b"<v>99999999</v>", 1)
    command = [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path}; {program}"]
    found = returned(zipped({**parts(dated(1900)), SHEET: far}), command)
    assert next(found.sheets[0].cells()).error == "#VALUE!"


def test_what_openpyxl_cannot_read_is_one_refusal(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not read: its content is not built as that of a workbook is"):
        read_workbook(saved(tmp_path, with_rows('<row><c t="s"><v>999</v></c></row>')))


def test_a_report_is_read_as_openpyxl_reads_it(tmp_path: Path) -> None:
    path = tmp_path / NAME
    write_report(report(40), path)
    by_openpyxl = {
        (sheet.title, cell.coordinate): cell.value
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    found = {
        (sheet.name, cell.address): unescaped(str(cell.value)) if isinstance(cell.value, str) else cell.value
        for sheet in read_workbook(path).sheets
        for cell in sheet.cells()
    }
    assert found.keys() == by_openpyxl.keys()
    assert {key for key in found if isinstance(found[key], str) and found[key] != by_openpyxl[key]} == set()


def test_a_workbook_saved_by_libreoffice_says_the_same(
    tmp_path: Path, require_tool: Callable[[str], str]
) -> None:
    before, after = tmp_path / NAME, tmp_path / "saved" / NAME
    write_report(report(40), before)
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [
        require_tool("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(after.parent),
    ]
    subprocess.run([*command, str(before)], capture_output=True, check=True, timeout=120)
    assert said(read_workbook(after)) == said(read_workbook(before))


def said(workbook: Returned) -> list[tuple[str, bool, tuple[Cell, ...], list[str]]]:
    return [
        (sheet.name, sheet.hidden, tuple(sheet.cells()), sorted(sheet.merged)) for sheet in workbook.sheets
    ]


def test_cells_are_found_by_address_sheet_and_row() -> None:
    found = looked_at(sound())
    sheet = found.sheet("Response")
    assert sheet is not None
    second = sheet.at("B2")
    assert second is not None
    assert (second.value, second.row, second.column) == ("accepted", 2, 2)
    assert sheet.rows[1].at(2) == second
    assert (sheet.at("Z9"), sheet.rows[1].at(9), found.sheet("Other")) == (None, None, None)


@given(st.text("_x0154DF aé\n", max_size=20))
def test_text_as_we_write_it_is_read_as_it_was(text: str) -> None:
    assert unescaped(clean(text)) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("one_x000D_\ntwo", "one\ntwo"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x0041_", "A"),
        ("_x0000_", "_x0000_"),
        ("_xD800_", "_xD800_"),
        ("x005F_", "x005F_"),
        ("_xyz_", "_xyz_"),
    ],
)
def test_escapes_of_spreadsheets_are_undone(written: str, shown: str) -> None:
    assert unescaped(written) == shown
