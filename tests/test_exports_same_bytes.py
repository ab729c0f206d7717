"""Two exports of the same are the same file, byte by byte, wherever and whenever they are made."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, RadarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.packaging.custom import IntProperty, StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from exports import Report, write_report
from exports.in_memory import packed, whole
from tests.made_up_report import earlier, report

DAY = date(2026, 4, 1)
ELSEWHERE = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "fr_FR.UTF-8"},
)


def released() -> Report:
    found = report(40, before=earlier(40))
    return replace(found, identity=replace(found.identity, audit="3f" * 16, release=1, day=DAY))


def everything() -> Workbook:
    """A workbook with all that one can hold and that could differ from one run to the next."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in range(1, 13):
        sheet.append([f"Area {row}", row * 7 % 100, "no"])
    for row in (40, 12, 33, 2, 25, 18):
        sheet.merged_cells.add(f"E{row}:H{row}")
    for kind in (BarChart, RadarChart):
        chart = kind()
        chart.add_data(Reference(sheet, 2, 1, 2, 12))
        sheet.add_chart(chart, "J2")
    sheet["A1"].hyperlink = "https://example.org/areas"
    sheet["A2"].hyperlink = "#Sheet!A9"
    sheet.conditional_formatting.add("B1:B12", CellIsRule("lessThan", ["50"]))
    choices = DataValidation("list", formula1='"yes,no"')
    choices.add("C1:C12")
    choices.add("E1:E12")
    sheet.add_data_validation(choices)
    sheet.protection.enable()
    book.defined_names["Areas"] = DefinedName("Areas", attr_text="Sheet!$A$1:$A$12")
    book.custom_doc_props.append(StringProperty(name="audit", value="3f3f"))
    book.custom_doc_props.append(IntProperty(name="release", value=1))
    return book


def sums() -> str:
    """What is compared between processes: a SHA-256 of each file."""
    folder = Path(os.environ["FOLDER"])
    path = folder / f"{os.getpid()}.xlsx"
    write_report(released(), path)
    return " ".join(
        hashlib.sha256(content).hexdigest() for content in (path.read_bytes(), whole(everything(), DAY))
    )


def entries(path: Path) -> Iterator[tuple[str, object]]:
    with ZipFile(path) as archive:
        for entry in archive.infolist():
            yield entry.filename, (entry.date_time, entry.create_system, entry.external_attr, entry.extra)


def test_the_same_report_is_the_same_file_also_seconds_later(tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_report(released(), first)
    time.sleep(2.1)  # a zip file counts in steps of two seconds
    write_report(released(), second)
    assert first.read_bytes() == second.read_bytes()


def test_the_same_file_comes_out_under_any_hash_seed_time_zone_and_locale(tmp_path: Path) -> None:
    """Charts, links, lists, merged cells, names and properties of its own included."""
    code = "from tests.test_exports_same_bytes import sums; print(sums())"
    found = set()
    for number, place in enumerate(ELSEWHERE):
        folder = tmp_path / f"somewhere else {number}"
        folder.mkdir()
        here = {**os.environ, **place, "FOLDER": str(folder), "USER": f"user-{number}", "HOME": str(folder)}
        ran = subprocess.run(
            [sys.executable, "-c", code], env=here, capture_output=True, text=True, check=True, timeout=120
        )
        found.add(ran.stdout)
    assert len(found) == 1
    assert len(found.pop().split()) == 2


def test_merged_cells_stand_in_their_order_whatever_order_they_were_merged_in() -> None:
    with ZipFile(BytesIO(whole(everything()))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall('mergeCell ref="E([0-9]+)', sheet) == ["2", "12", "18", "25", "33", "40"]


def test_every_part_has_the_same_date_and_rights_and_the_list_of_parts_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    write_report(released(), path)
    found = list(entries(path))
    names = [name for name, _ in found]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
    assert {looks for _, looks in found} == {((1980, 1, 1, 0, 0, 0), 3, 0o600 << 16, b"")}


def test_a_workbook_says_the_day_of_its_release_and_no_other_time(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    write_report(released(), path)
    with ZipFile(path) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2026-04-01T00:00:00Z"] * 2


def test_a_preview_says_the_earliest_day_there_is(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    preview = released()
    write_report(replace(preview, identity=replace(preview.identity, release=None, day=None)), path)
    with ZipFile(path) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["1980-01-01T00:00:00Z"] * 2


def test_no_path_no_user_and_no_host_is_in_any_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, "canary-somebody")
    folder = tmp_path / "canary-folder"
    folder.mkdir()
    path = folder / "canary-name.xlsx"
    write_report(released(), path)
    with ZipFile(path) as archive:
        parts = b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    for trace in (b"canary", str(Path.home()).encode(), str(Path(sys.prefix)).encode(), b"openpyxl"):
        assert trace not in parts
        assert trace not in path.read_bytes()


def test_whoever_a_workbook_was_made_by_its_properties_name_the_program_only() -> None:
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = "Ada Example"
    found = load_workbook(BytesIO(whole(book, DAY))).properties
    assert (found.creator, found.lastModifiedBy) == ("audit-engine", "audit-engine")


def test_own_properties_links_and_charts_are_read_back() -> None:
    book = load_workbook(BytesIO(whole(everything(), DAY)))
    sheet = book.worksheets[0]
    assert {one.name: one.value for one in book.custom_doc_props.props} == {"audit": "3f3f", "release": 1}
    assert sheet["A1"].hyperlink.target == "https://example.org/areas"
    assert len(sheet._charts) == 2
    assert len(sheet.merged_cells.ranges) == 6


def test_the_order_in_which_parts_are_named_changes_nothing() -> None:
    there = {"b.xml": b"b", "[Content_Types].xml": b"c", "a.xml": b"a"}
    back = dict(reversed(there.items()))
    assert bytes(packed(there)) == bytes(packed(back))
