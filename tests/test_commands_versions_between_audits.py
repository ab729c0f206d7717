"""A second audit on a newer version of the questionnaire beside the first one, from `new` to the report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from questionnaires.library import load
from tests.running import begin, ratings, run, write_answers
from tests.worked_cases import FOLDER, read, spread

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-answers.csv"
STAFF = "professional=20/20"
CASE = read(FOLDER / "6-pga-from-1-to-2.yaml")
ROLES = {
    "documents": ("document_review", "facilitator"),
    "staff_data": ("staff_data", "hr_officer"),
}


def test_a_minor_version_compares_every_item_that_was_there_before(tmp_path: Path) -> None:
    first = begin(tmp_path / "first.audit", staff=STAFF)
    second = begin(tmp_path / "second.audit", "--questionnaire", "pga@1.1.0", staff=STAFF)
    for audit in (first, second):
        assert run("import", audit, EXAMPLE).code == 0
    assert run("report", first, tmp_path / "first.xlsx").code == 0
    assert run("score", second, "--baseline", first).code == 0
    told = " ".join(run("explain", second, "ST3").said.split())
    assert "Compared over 9 of 11 items." in told
    assert "unchanged" in told
    told = " ".join(run("explain", second, "ST1").said.split())
    assert "Compared over 9 of 9 items." in told


def test_in_steps_a_change_over_some_of_the_items_is_not_printed(tmp_path: Path) -> None:
    """ST3 holds sensitive items; in 1.1.0 it has two more, of which one is answered here."""
    first = answered(tmp_path / "first.audit", "1.0.0")
    assert run("report", first, tmp_path / "first.xlsx").code == 0
    told = "The figures now and then stand in steps and rest on different items: no change is told."
    for version, change in (("1.0.0", "0"), ("1.1.0", "not shown")):
        second = answered(tmp_path / f"{version}.audit", version, "--baseline", str(first))
        if version == "1.1.0":
            added = write_answers(tmp_path / "rooms.csv", "D,document_review,facilitator,,,,ST3-12,yes,,")
            assert run("import", second, added).code == 0
        assert run("report", second, tmp_path / f"{version}.xlsx").code == 0
        printed = printed_areas(tmp_path / f"{version}.xlsx")
        assert (printed["ST3"][-1], printed["ST1"][-1]) == (change, "0"), version
        assert (told in whole_text(tmp_path / f"{version}.xlsx")) == (change == "not shown")


def answered(path: Path, version: str, *options: str) -> Path:
    begin(path, "--questionnaire", f"pga@{version}", *options, staff=STAFF)
    ran = run("import", path, EXAMPLE)
    assert ran.code == 0, ran.said
    return path


def test_the_answers_of_the_first_audit_stay_with_its_own_version(tmp_path: Path) -> None:
    first = begin(tmp_path / "first.audit")
    assert "Questionnaire pga@1.0.0" in run("status", first).said
    newest = tmp_path / "newest.audit"
    made = run("new", newest, "--unit", "Unit", "--staff", STAFF, "--yes")
    assert "(pga@2.0.0)" in made.said


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The first audit of the worked case: asked on pga 1.0.0, answered, published."""
    audit = begin(tmp_path / "first.audit", staff=STAFF)
    bring_in(audit, CASE["earlier"])
    assert run("report", audit, tmp_path / "first.xlsx").code == 0
    return audit


@pytest.fixture
def second(tmp_path: Path, first: Path) -> Path:
    """The second audit of the same unit, on pga 2.0.0."""
    options = ("--questionnaire", "pga@2.0.0", "--baseline", str(first))
    audit = begin(tmp_path / "second.audit", *options, staff=STAFF)
    bring_in(audit, CASE)
    return audit


def bring_in(audit: Path, told: dict[str, Any]) -> None:
    ran = run("import", audit, write_answers(audit.with_suffix(".csv"), *rows(told)))
    assert ran.code == 0, ran.said


def rows(told: dict[str, Any]) -> Iterator[str]:
    """The answers of a worked case; 15 women and 15 men of 40 answer for its forms."""
    for section, (instrument, role) in ROLES.items():
        for item, answer in spread(told[section]).items():
            yield f"{section},{instrument},{role},,,,{item},{answer},,"
    ((_, answers),) = told["forms"][0].items()
    for number in range(30):
        gender = "woman" if number % 2 else "man"
        for item, answer in answers.items():
            yield f"F{number},survey,staff,{gender},,,{item},{answer},,"


@pytest.mark.parametrize("area", ["ST2", "IA1", "IA2"])
def test_a_major_version_compares_an_area_over_the_items_that_both_asked(second: Path, area: str) -> None:
    """The figures are those that are worked out by hand in the case."""
    wanted = CASE["expect"]["areas"][area]
    found = next(each for each in ratings(second)["areas"] if each["id"] == area)["baseline"]
    assert found["comparable"] == wanted["comparable"]
    for key, name in (("score", "baseline"), ("change", "change")):
        assert found[key] == pytest.approx(figure(wanted[name]), abs=1e-6), key
    told = run("explain", second, area).said
    assert f"Compared over {wanted['comparable']} items." in told
    shown = run("score", second, "--area", area).said
    assert f"{wanted['comparable']} items comparable" in shown


def figure(text: str) -> float:
    over, _, under = text.partition("/")
    return float(over) / float(under or 1)


def test_split_reworded_and_moved_items_are_compared_as_the_version_says(second: Path) -> None:
    found = {each["id"]: each["baseline"] for each in ratings(second)["items"]}
    assert (found["ST2-08"], found["ST2-09"]) == (None, None)
    for name in ("ST2-06", "IA1-01", "IA2-09"):
        assert (found[name]["change"], found[name]["status"]) == (None, "not comparable"), name
    assert (found["ST4-06"]["change"], found["ST4-06"]["status"]) == (25, "improved")
    assert found["IA1-08"]["change"] == 50


def test_the_report_says_how_many_items_compare_and_prints_the_change_over_them(
    second: Path, tmp_path: Path
) -> None:
    assert run("report", second, tmp_path / "second.xlsx").code == 0
    printed = printed_areas(tmp_path / "second.xlsx")
    text = whole_text(tmp_path / "second.xlsx")
    assert "This area has improved by 30.7 points since the baseline, over 8 of 9 items." in text
    assert printed["IA1"][-2:] == ["46.6", "30.7"]
    # Everybody gave the same answer to some items of ST2 and IA2, so their ratings are printed as ">= ...".
    assert (printed["ST2"][-2:], printed["IA2"][-2:]) == (["44.8", "not shown"], ["78.3", "not shown"])
    assert "5 of 8 items are comparable." in text
    assert "9 of 10 items are comparable." in text


def test_no_answer_and_no_figure_of_the_first_audit_changes(first: Path, tmp_path: Path) -> None:
    def told() -> tuple[str, dict[str, Any], str]:
        bytes_ = hashlib.sha256((tmp_path / "first.xlsx").read_bytes()).hexdigest()
        return bytes_, ratings(first), run("status", first).said

    before = told()
    options = ("--questionnaire", "pga@2.0.0", "--baseline", str(first))
    second = begin(tmp_path / "later.audit", *options, staff=STAFF)
    bring_in(second, CASE)
    assert run("report", second, tmp_path / "later.xlsx").code == 0
    assert told() == before
    assert run("report", first, tmp_path / "again.xlsx").code == 0
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "first.xlsx").read_bytes()
    assert "Questionnaire pga@1.0.0" in before[2]


def test_a_new_audit_says_how_much_of_the_previous_one_compares(first: Path, tmp_path: Path) -> None:
    def said(version: str) -> str:
        made = run("new", tmp_path / f"{version}.audit", "--unit", "Test unit", "--staff", STAFF, "--yes",
                   "--questionnaire", f"pga@{version}", "--baseline", first)  # fmt: skip
        assert made.code == 0
        return made.said

    questionnaire = load("pga", "2.0.0").questionnaire
    rated = sum(item.scored for item in questionnaire.items.values())
    expected = (
        f"It ran on pga@1.0.0: of the {rated} rated items of pga@2.0.0, 22 counted then and mean the same."
    )
    assert expected in said("2.0.0")
    assert "It ran on" not in said("1.0.0")


def test_the_differences_of_two_versions_name_what_became_of_each_item() -> None:
    for older, compared in (("1.1.0", 88), ("1.0.0", 85)):
        said = run("questionnaire", "diff", f"pga@{older}", "pga@2.0.0").said
        assert f"Smallest honest version after {older}: 2.0.0." in said
        assert f"What pga@2.0.0 says of its items beside {older}; all others ask the same:" in said
        assert f"Items that compare: {compared} of 109." in said
        assert "the same answers would be rated in another area" in said
        told = json.loads(run("questionnaire", "diff", f"pga@{older}", "pga@2.0.0", "--format", "json").out)
        assert told["comparability"]["version"] == older
        relations = {one["id"]: one["relation"] for one in told["comparability"]["origins"]}
        assert (relations["ST2-08"], relations["SU4-10"], relations["IA4-06"]) == (
            "split",
            "merged",
            "rescaled",
        )
        assert ("ST3-11" in relations) == (older == "1.0.0")
        kinds = {(one["kind"], one["key"]) for one in told["changes"]}
        assert {("moved", "ST4-06"), ("reweighted", "IA2-07 weight"), ("removed", "ST4-04")} <= kinds


def printed_areas(workbook: Path) -> dict[str, list[str]]:
    """Area -> the cells of its line on the sheet of areas, as text."""
    book = openpyxl.load_workbook(workbook, read_only=True)
    lines = book["Areas"].iter_rows(values_only=True)
    return {str(line[0]): [str(cell) for cell in line] for line in lines if line and line[0]}


def whole_text(workbook: Path) -> str:
    book = openpyxl.load_workbook(workbook, read_only=True)
    return "\n".join(
        str(cell) for sheet in book for line in sheet.iter_rows(values_only=True) for cell in line if cell
    )
