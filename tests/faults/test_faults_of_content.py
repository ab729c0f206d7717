"""What a workbook may not say or show (docs/faults.md, 106 to 116)."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from audit_engine.auditfile import AuditFile
from exports.cells import LIMIT, write_number
from exports.compose import compose
from exports.reading import read_workbook
from exports.report import Report
from exports.workbook import write_report
from questionnaires.errors import ExitCode
from tests.made_up_report import NOTED, empty_report, material, report
from tests.running import begin, run
from tests.test_publishing import forms, take_in

ROOT = Path(__file__).resolve().parents[2]
STARTS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "#N/A", "TRUE", "1e5")


def read(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def texts(workbook: Any) -> Iterator[str]:
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            yield from (str(cell.value) for cell in row if cell.value is not None)


def said(text: str) -> Report:
    """A report in which people typed this text wherever they can."""
    noted = tuple(replace(each, text=text, where=text, evidence=text) for each in NOTED)
    return compose(replace(material(12), noted=noted, unit=text))


@pytest.mark.parametrize("text", STARTS)
def test_fault_106_what_people_typed_is_never_a_formula_or_an_error(tmp_path: Path, text: str) -> None:
    write_report(said(text), path := tmp_path / "report.xlsx")
    types = {cell.data_type for sheet in read(path) for row in sheet.iter_rows() for cell in row}
    assert types <= {"s", "n", "d", "b"}
    assert any(text.strip() in each for each in texts(read(path)))


def test_fault_107_a_text_longer_than_a_cell_is_never_cut_without_a_word(tmp_path: Path) -> None:
    write_report(said("word " * 20_000 + "the last word"), path := tmp_path / "report.xlsx")
    whole = list(texts(read(path)))
    assert max(len(each.encode("utf-16-le")) // 2 for each in whole) <= LIMIT
    long = [each for each in whole if each.startswith("word word")]
    assert long
    assert all(len(each) < 30_000 or "cut here" in each for each in long)


@pytest.mark.parametrize("bad", ["\ud800", "\ufffe", "\uffff", "\x00", "\x1b[31m", "\x0b"])
def test_fault_108_what_no_file_can_hold(tmp_path: Path, bad: str) -> None:
    write_report(said(f"before{bad}after"), path := tmp_path / "report.xlsx")
    assert any("before\N{REPLACEMENT CHARACTER}" in each for each in texts(read(path)))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_fault_108_a_number_that_is_none_is_never_an_empty_cell(number: float) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        write_number(openpyxl.Workbook().worksheets[0]["A1"], number)


def test_fault_109_names_of_sheets_are_ours_and_fit_every_program(tmp_path: Path) -> None:
    names = write_report(said("a:b\\c/d?e*f[g]" * 5), tmp_path / "report.xlsx")
    assert names == write_report(empty_report(), tmp_path / "other.xlsx")
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(":\\/?*[]") & set(name) for name in names)


def answered(folder: Path, women: int, men: int) -> Path:
    """An audit of 28 staff in which so many answered the whole survey."""
    audit = begin(folder / "a.audit")
    take_in(audit, forms(1, (women, "woman", "agree"), (men, "man", "neither")))
    return audit


def printed(path: Path, sheet: str) -> list[tuple[object, ...]]:
    rows = read(path)[sheet].iter_rows(values_only=True)
    return [tuple(cell for cell in row if cell is not None) for row in rows]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def published(audit: Path) -> tuple[Path, Path]:
    """The workbook and the folder of tables of one release."""
    workbook, tables = audit.with_suffix(".xlsx"), audit.with_suffix(".tables")
    for ran in (run("report", audit, workbook, "--force"), run("export", audit, tables, "--force")):
        assert ran.code == 0, ran.said
    return workbook, tables


def test_fault_110_of_too_few_people_no_figure_is_in_any_product(tmp_path: Path) -> None:
    workbook, tables = published(answered(tmp_path, 4, 0))
    assert {row["perception"] for row in table(tables, "areas.csv") + table(tables, "groups.csv")} == {""}
    assert any("In no area are there enough" in str(row) for row in printed(workbook, "Women and men"))
    figures = [cell for row in printed(workbook, "Areas") for cell in row if isinstance(cell, int | float)]
    assert set(figures) <= {0}, "nothing but the share of items that have a score"


def test_fault_110_a_group_of_too_few_is_not_shown_beside_one_of_enough(tmp_path: Path) -> None:
    _, tables = published(answered(tmp_path, 8, 2))
    assert {row["perception"] for row in table(tables, "groups.csv")} == {""}


@pytest.mark.parametrize("option", ["--min-n", "--min-group", "--floor"])
def test_fault_111_no_option_lowers_the_floor(tmp_path: Path, option: str) -> None:
    audit = answered(tmp_path, 4, 0)
    for command, target in (("report", "a.xlsx"), ("export", "tables")):
        assert run(command, audit, tmp_path / target, option, "1").code == ExitCode.BAD_INPUT
        assert not (tmp_path / target).exists()


def test_fault_111_no_variable_lowers_the_floor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit = answered(tmp_path, 4, 0)
    before = published(audit)[0].read_bytes()
    for name in ("MIN_N", "AUDIT_ENGINE_MIN_N", "AUDIT_ENGINE_MIN_GROUP", "AUDIT_ENGINE_FLOOR"):
        monkeypatch.setenv(name, "1")
    assert published(audit)[0].read_bytes() == before


@pytest.mark.parametrize("edit", ["evidence = '{}'", "held = '5'", "since = '[]'"])
def test_fault_111_an_edited_ledger_is_not_published_from(tmp_path: Path, edit: str) -> None:
    audit = answered(tmp_path, 8, 7)
    published(audit)
    with AuditFile(audit) as opened, opened.writing() as connection:
        connection.exec_driver_sql(f"UPDATE release SET {edit}")
    ran = run("report", audit, tmp_path / "b.xlsx")
    assert (ran.code, "can no longer be read" in ran.said) == (ExitCode.INTEGRITY, True)
    assert not (tmp_path / "b.xlsx").exists()


def test_fault_112_workbook_and_tables_show_and_hide_the_same(tmp_path: Path) -> None:
    workbook, tables = published(answered(tmp_path, 8, 7))
    in_tables = {(row["area"], row["group"]): row["perception"] for row in table(tables, "groups.csv")}
    in_workbook: dict[tuple[str, str], str] = {}
    for row in printed(workbook, "Women and men"):
        if row and re.fullmatch(r"[A-Z]{2}\d", str(row[0])):
            figures = [str(cell) for cell in row if isinstance(cell, int | float)][:2]
            in_workbook |= {(str(row[0]), group): "" for group in ("women", "men")}
            in_workbook |= dict(zip(((str(row[0]), "women"), (str(row[0]), "men")), figures, strict=False))
    assert {area: float(figure or -1) for area, figure in in_workbook.items()} == {
        area: float(figure or -1) for area, figure in in_tables.items()
    }
    assert any(in_tables.values())


def test_fault_113_no_user_and_no_machine_is_in_any_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, "zanzibar-marker")
    audit = begin(tmp_path / "secret-folder-marker.audit")
    assert run("report", audit, tmp_path / "a.xlsx", "--by", "Facilitator-marker").code == 0
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert not any("comments" in name for name in archive.namelist())
    for trace in (b"zanzibar-marker", b"secret-folder-marker", b"Facilitator-marker", b"openpyxl"):
        assert trace not in whole
    assert os.uname().nodename.encode() not in whole or len(os.uname().nodename) < 5
    assert str(tmp_path).encode() not in whole


def test_fault_114_nothing_in_the_workbook_brings_hidden_data_back(tmp_path: Path) -> None:
    workbook, _ = published(answered(tmp_path, 8, 7))
    names = zipfile.ZipFile(workbook).namelist()
    assert not [name for name in names if "pivot" in name or "externalLink" in name or "customXml" in name]
    for sheet in read(workbook).worksheets:
        assert sheet.sheet_state == "visible"
        assert not any(row.hidden for row in sheet.row_dimensions.values())
        assert not any(column.hidden for column in sheet.column_dimensions.values())
        assert not sheet.auto_filter.filterColumn


@pytest.mark.parametrize("place", ["C", "tr_TR.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8"])
def test_fault_115_a_workbook_is_the_same_bytes_in_every_language_of_the_machine(
    tmp_path: Path, place: str
) -> None:
    script = (
        "import sys; from pathlib import Path; from exports import write_report;"
        "from tests.made_up_report import report; write_report(report(12), Path(sys.argv[1]))"
    )
    there, here = tmp_path / "there.xlsx", tmp_path / "here.xlsx"
    settings = {**os.environ, "LC_ALL": place, "LANGUAGE": place, "PYTHONHASHSEED": "random"}
    subprocess.run([sys.executable, "-c", script, str(there)], cwd=ROOT, env=settings, check=True)
    write_report(report(12), here)
    assert there.read_bytes() == here.read_bytes()


def test_fault_115_text_written_from_right_to_left_is_whole(tmp_path: Path) -> None:
    arabic = "\N{ARABIC LETTER SEEN}\N{ARABIC LETTER LAM} ٣٫٥ \N{RIGHT-TO-LEFT MARK}ABC"
    write_report(said(arabic), path := tmp_path / "report.xlsx")
    assert any(arabic in each for each in texts(read(path)))


@pytest.mark.parametrize(
    "name",
    [
        unicodedata.normalize("NFC", "Genève.xlsx"),
        unicodedata.normalize("NFD", "Genève.xlsx"),
        "with  blanks and 'quotes'.xlsx",
        "x" * 200 + ".xlsx",
        "日本.XLSX",
        "-rf.xlsx",
    ],
)
def test_fault_116_any_name_that_the_disk_takes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_report(empty_report(), path)
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    assert read_workbook(path).sheets


@pytest.mark.parametrize("length", [250, 251, 300])
def test_fault_116_a_name_as_long_as_names_may_be_or_longer(tmp_path: Path, length: int) -> None:
    audit = begin(tmp_path / "a.audit")
    ran = run("report", audit, tmp_path / ("x" * length + ".xlsx"))
    left = {entry.name for entry in tmp_path.iterdir()}
    assert ran.code in (ExitCode.DONE, ExitCode.BUSY, ExitCode.NOT_NOW, ExitCode.BAD_INPUT)
    assert left == {"a.audit"} | ({"x" * length + ".xlsx"} if ran.code == ExitCode.DONE else set())
