"""The workbook, read back as a reader's program would: sheets, charts, lists, dates, and nothing personal."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from exports import Report, write_report
from exports.report import Statement
from questionnaires.errors import ExitCode, UserError
from tests.made_up_report import earlier, empty_report, evidence, material, report

SNAPSHOT = Path(__file__).parent / "snapshots" / "report.txt"
SHEETS = [
    "Summary",
    "Contents",
    "Areas",
    "Items",
    "Women and men",
    "Strengths and good practices",
    "Findings",
    "Recommendations",
    "Action plan",
    "Management response",
    "Follow-up",
    "Who was heard",
    "Not rated by people",
    "Document list",
    "Method and limits",
    "Glossary",
]
HOSTILE = '=HYPERLINK("http://x"; "Centre") & \N{GRINNING FACE} "the\u2019 very long name of a unit' * 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workbooks")


@pytest.fixture(scope="module")
def with_baseline(folder: Path) -> Path:
    path = folder / "with_baseline.xlsx"
    write_report(report(40, before=earlier(40)), path)
    return path


def read(path: Path) -> Any:
    return load_workbook(path)


def texts(path: Path) -> list[str]:
    return [str(cell.value) for _, cell in cells(path)]


def cells(path: Path) -> Iterator[tuple[str, Any]]:
    """(sheet, cell) of every cell that holds something."""
    for sheet in load_workbook(path):
        for row in sheet.iter_rows():
            yield from ((sheet.title, cell) for cell in row if cell.value is not None)


def every_byte(path: Path) -> str:
    with ZipFile(path) as parts:
        return "\n".join(parts.read(name).decode("utf-8", errors="replace") for name in parts.namelist())


def written(found: Report, path: Path) -> Path:
    write_report(found, path, force=True)
    return path


def test_the_sheets_stand_in_their_order(with_baseline: Path) -> None:
    assert read(with_baseline).sheetnames == SHEETS


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = written(empty_report(HOSTILE), tmp_path / "hostile.xlsx")
    assert [cell.coordinate for _, cell in cells(path) if cell.data_type == "f"] == []
    title = next(cell for _, cell in cells(path) if cell.value == HOSTILE)
    assert title.data_type == "s"
    assert title.quotePrefix


@pytest.mark.parametrize("staff", [12, 40, 400])
def test_a_report_is_written_for_a_unit_of_any_size(tmp_path: Path, staff: int) -> None:
    path = written(report(staff), tmp_path / "report.xlsx")
    assert read(path).sheetnames == SHEETS


def test_an_empty_audit_gives_a_report_that_says_what_is_not_rated(tmp_path: Path) -> None:
    path = written(empty_report(), tmp_path / "empty.xlsx")
    said = texts(path)
    assert sum("not rated: not enough evidence" in text for text in said) >= 12
    assert "No chart" not in said
    assert read(path)["Summary"]._charts == []


def test_the_chart_shows_every_area_with_its_baseline(with_baseline: Path) -> None:
    sheet = read(with_baseline)["Summary"]
    (chart,) = sheet._charts
    scores, baselines = chart.series
    for series, heading in ((scores, "Score"), (baselines, "Baseline")):
        column, row, *_ = range_boundaries(series.tx.strRef.f.rpartition("!")[2].replace("$", ""))
        assert sheet.cell(row, column).value == heading
        left, top, right, bottom = range_boundaries(series.val.numRef.f.rpartition("!")[2].replace("$", ""))
        assert (left, right, bottom - top + 1) == (column, column, 12)
        assert all(isinstance(sheet.cell(at, left).value, (int, float)) for at in range(top, bottom + 1))
        assert [sheet.cell(at, 1).value for at in (top, bottom)] == ["ST1", "IA4"]
    assert chart.x_axis.delete is False
    assert chart.y_axis.delete is False
    dashes = [series.graphicalProperties.line.prstDash for series in (scores, baselines)]
    assert dashes == ["solid", "dash"]


def test_without_a_baseline_the_chart_has_one_line(tmp_path: Path) -> None:
    (chart,) = read(written(report(40), tmp_path / "one.xlsx"))["Summary"]._charts
    assert len(chart.series) == 1


def test_the_chart_of_the_summary_ends_before_the_dates_beside_it_also_in_arial(tmp_path: Path) -> None:
    """In Arial of 10 points a column takes 7 pixels for each of its characters; other typefaces take more."""
    sheet = read(written(report(40), tmp_path / "one.xlsx"))["Summary"]
    (chart,) = sheet._charts
    pixels = sum(7 * sheet.column_dimensions[letter].width for letter in "ABCD")
    assert chart.anchor.ext.width / 9525 <= pixels


def test_what_nobody_accepted_is_marked_and_comes_after_what_somebody_did(with_baseline: Path) -> None:
    sheet = read(with_baseline)["Recommendations"]
    status = [row[4].value.split(",")[0] for row in sheet.iter_rows() if str(row[0].value).startswith("R1")]
    assert status[0] == "accepted"
    assert set(status[1:]) == {"proposed"}
    assert "Not needed here" not in texts(with_baseline)


def test_every_sheet_is_laid_out_for_a4(with_baseline: Path) -> None:
    for sheet in read(with_baseline):
        assert sheet.page_setup.paperSize == 9
        one_page = int(sheet.title == "Summary")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, one_page)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in sheet.oddFooter.right.text
        assert sheet.title == sheet.oddHeader.right.text


@pytest.mark.parametrize("title", SHEETS[1:])
def test_long_tables_keep_their_headings_in_view_and_on_paper(with_baseline: Path, title: str) -> None:
    sheet = read(with_baseline)[title]
    head = int(sheet.freeze_panes[1:]) - 1
    assert sheet.print_title_rows == f"${head}:${head}"


def test_every_row_with_text_has_a_height(with_baseline: Path) -> None:
    for sheet in read(with_baseline):
        assert all(sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows())


def test_the_properties_name_no_person_and_no_machine(with_baseline: Path) -> None:
    properties = read(with_baseline).properties
    assert properties.creator == properties.lastModifiedBy == "audit-engine"
    assert properties.description is None
    whole = every_byte(with_baseline)
    for trace in (
        os.environ.get("USER", ""),
        os.uname().nodename,
        str(with_baseline.parent),
        str(Path.cwd()),
    ):
        assert not trace or len(trace) < 5 or trace not in whole


def test_one_typeface_is_used(with_baseline: Path) -> None:
    assert {cell.font.name for _, cell in cells(with_baseline)} == {"Arial"}


def test_a_text_of_any_length_is_whole(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(6_000))
    long = replace(report(12), findings=(Statement("ST1", words + "\x00\ud800", support="one source"),))
    sheet = read(written(long, tmp_path / "long.xlsx"))["Findings"]
    said = " ".join(str(row[3].value) for row in sheet.iter_rows() if row[3].value)
    assert all(f"word{number}" in said for number in (0, 3_000, 5_999))
    assert all((sheet.row_dimensions[row[0].row].height or 0) <= 409 for row in sheet.iter_rows())


def test_an_existing_workbook_is_kept_without_force(tmp_path: Path) -> None:
    path = tmp_path / "there.xlsx"
    path.write_text("mine")
    with pytest.raises(UserError, match="exists already") as refused:
        write_report(empty_report(), path)
    assert refused.value.code == ExitCode.NOT_NOW
    assert path.read_text() == "mine"
    write_report(empty_report(), path, force=True)
    assert read(path).sheetnames == SHEETS


@pytest.mark.parametrize("name", ["report.xls", "report", "report.xlsx.exe", "report.csv"])
def test_a_workbook_has_the_name_of_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="no name for a workbook"):
        write_report(empty_report(), tmp_path / name)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_no_part_of_a_file_and_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "there.xlsx"
    path.write_text("mine")
    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), full)
    with pytest.raises(UserError, match="No space left"):
        write_report(empty_report(), path, force=True)
    assert [entry.name for entry in tmp_path.iterdir()] == ["there.xlsx"]
    assert path.read_text() == "mine"


def test_a_full_disk_in_the_middle_of_writing_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192));"
        "from pathlib import Path; from exports import write_report;"
        "from questionnaires.errors import UserError;"
        "from tests.made_up_report import report\n"
        "try: write_report(report(12), Path(sys.argv[1]))\n"
        "except UserError as error: print('told', error)"
    )
    command = [sys.executable, "-c", script, str(path)]
    root = Path(__file__).resolve().parent.parent
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert result.stdout.startswith("told")
    assert result.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_the_workbook_can_only_be_read_by_its_owner(with_baseline: Path) -> None:
    assert with_baseline.stat().st_mode & 0o077 == 0


def test_a_small_units_report_says_the_same_as_before(tmp_path: Path) -> None:
    path = written(report(12), tmp_path / "small.xlsx")
    lines = [
        f"{sheet}\t{cell.coordinate}\t{cell.value!r}"
        + (f"\t{cell.number_format}" if cell.data_type in ("n", "d") else "")
        for sheet, cell in cells(path)
    ]
    now = "\n".join(lines) + "\n"
    if os.environ.get("AUDIT_ENGINE_UPDATE_SNAPSHOTS") == "1":
        SNAPSHOT.write_text(now, encoding="utf-8")
    before = SNAPSHOT.read_text(encoding="utf-8")
    assert now.splitlines() == before.splitlines(), "AUDIT_ENGINE_UPDATE_SNAPSHOTS=1 takes over the change"


def test_libreoffice_prints_every_sheet(require_tool: Callable[[str], str], with_baseline: Path) -> None:
    office = require_tool("soffice")
    profile = f"-env:UserInstallation={(with_baseline.parent / 'office').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(with_baseline.parent)]
    subprocess.run([*command, str(with_baseline)], capture_output=True, check=True, timeout=120)
    page = with_baseline.with_suffix(".pdf").read_bytes()
    assert page.startswith(b"%PDF")
    assert len(page) > 20_000


def test_evidence_for_these_tests_leaves_no_area_without_a_rating() -> None:
    assert all(area.score is not None for area in material(40, collected=evidence(40)).assessment.areas)
