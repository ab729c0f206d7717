"""An export tells no figure that the workbook of the same release does not print."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports import write_report
from exports.compose import compose
from exports.tidy.folder import write_tables
from tests.made_up_report import earlier, evidence, material
from tests.running import run
from tests.tidy import rows, with_identity

KEYS = ["audit", "release"]
FIGURE = re.compile(r"\d+(?:\.\d+)?")
OWN = {*KEYS, "band_place", "definition", "released"}
"""Columns that name the release, and the number of filled squares of a band's symbol."""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second audit of the demonstration: its workbook and, beside it, its export."""
    folder = tmp_path_factory.mktemp("demonstration") / "demo"
    assert run("demo", folder).code == 0
    ran = run("export", folder / "port-amara-2028.audit", folder / "data")
    assert ran.code == 0, ran.said
    return folder


def figures_told(path: Path) -> set[float]:
    """Every number of a workbook, also those in its words."""
    found: set[float] = set()
    for sheet in load_workbook(path):
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                found |= set(_figures(value))
    return found


def _figures(value: object) -> Iterator[float]:
    if isinstance(value, datetime):
        value = value.date().isoformat()
    if isinstance(value, int | float):
        yield round(abs(float(value)), 6)
    elif isinstance(value, str):
        yield from (round(float(found), 6) for found in FIGURE.findall(value))


def told_by_no_workbook(folder: Path, workbook: Path) -> list[str]:
    told = figures_told(workbook)
    return [
        f"{path.name}, {name}: {found}"
        for path in sorted(folder.iterdir())
        if path.name != "codebook.csv"
        for row in rows(path.read_bytes())
        for name, cell in row.items()
        if name not in OWN
        for found in _figures(cell)
        if found not in told
    ]


def test_every_figure_of_the_demonstration_is_one_of_its_workbook(demonstration: Path) -> None:
    workbook = demonstration / "port-amara-2028.xlsx"
    assert told_by_no_workbook(demonstration / "data", workbook) == []


def test_a_figure_that_the_workbook_does_not_print_is_found(demonstration: Path, tmp_path: Path) -> None:
    data = shutil.copytree(demonstration / "data", tmp_path / "data")
    areas = data / "areas.csv"
    areas.write_bytes(areas.read_bytes().replace(b",ST1,", b",41.37,", 1))
    assert told_by_no_workbook(data, demonstration / "port-amara-2028.xlsx") == ["areas.csv, area: 41.37"]


@pytest.mark.parametrize("staff", [8, 12, 19, 40])
def test_every_figure_of_a_unit_of_any_size_is_one_of_its_workbook(tmp_path: Path, staff: int) -> None:
    """In small-unit mode nothing of a single item that staff answered is in any file."""
    found = with_identity(
        compose(material(staff, collected=evidence(staff, hidden=1), before=earlier(staff)))
    )
    write_report(found, tmp_path / "report.xlsx")
    write_tables(found, tmp_path / "data")
    assert told_by_no_workbook(tmp_path / "data", tmp_path / "report.xlsx") == []
