"""How the workbook is made to be read: links, names, one page, nothing cut, the same for a second program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from python_calamine import CalamineWorkbook

from exports import Report, layout, write_report
from exports.compose import compose
from exports.material import Noted
from exports.report import Paper, Views
from scoring.evidence import Evidence
from tests.made_up_report import NOTED, earlier, empty_report, evidence, material, report

A4 = {"portrait": 8.27 - 1.0, "landscape": 11.69 - 1.0}
"""Inches between the margins."""
CHARACTER = 5.6 / 72
SMALLEST_SCALE = 0.68
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3
DATES = (("fieldwork", date(2026, 3, 2)), ("final report", date(2026, 5, 4)), ("follow up", date(2026, 6, 3)))


def one_gender() -> Evidence:
    return evidence(40, women=30)


def all_of_it() -> Report:
    """A report with long names, a debriefing, papers and dates."""
    made = replace(
        material(40, before=earlier(40)),
        unit="The Regional Office for Latin America and the Caribbean, with the Technical Support Team " * 2,
        noted=tuple(replace(one, text=one.text * 8, where=LONG, evidence=LONG) for one in NOTED),
        views=(Views("ST1", "E", "D", "Two papers were superseded in January.", "D"),),
        papers=(Paper("project", f"Skills {LONG}", "2025-01-11", "read"),),
        dates=DATES,
        today=date(2026, 4, 20),
    )
    return compose(made)


MADE = {
    "small": lambda: report(12),
    "middle": lambda: report(40, before=earlier(40)),
    "large": lambda: report(400),
    "one gender": lambda: compose(material(40, collected=one_gender())),
    "nothing rated": empty_report,
    "long": all_of_it,
}


@pytest.fixture(scope="module", params=MADE)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("design") / "report.xlsx"
    write_report(MADE[request.param](), made)
    return made


def sheets(path: Path) -> Iterator[Any]:
    yield from load_workbook(path)


def merged(sheet: Any) -> dict[str, tuple[int, int]]:
    """By the first cell of joined ones: up to which column and row they reach."""
    return {
        sheet.cell(one.min_row, one.min_col).coordinate: (one.max_col, one.max_row)
        for one in sheet.merged_cells.ranges
    }


def test_no_text_of_a_cell_is_cut(path: Path) -> None:
    for sheet in sheets(path):
        joined = merged(sheet)
        widths = {name: column.width for name, column in sheet.column_dimensions.items()}
        for row in sheet.iter_rows():
            for cell in row:
                if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
                    continue
                last, low = joined.get(cell.coordinate, (cell.column, cell.row))
                columns = [get_column_letter(place) for place in range(cell.column, last + 1)]
                width = sum(widths[letter] for letter in columns) - 1.5 * cell.alignment.indent
                scale = cell.font.size / 10 * (1.08 if cell.font.bold else 1.0)
                lines = len(layout.wrapped(cell.value, width, scale=scale))
                room = sum(sheet.row_dimensions[at].height for at in range(cell.row, low + 1))
                assert room >= lines * cell.font.size * 1.2, (sheet.title, cell.coordinate, cell.value)


def test_every_number_fits_into_its_column(path: Path) -> None:
    """A number that is too wide is printed as ####."""
    for sheet in sheets(path):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float | datetime):
                    assert sheet.column_dimensions[cell.column_letter].width >= 8, cell.coordinate


def test_every_sheet_fits_the_width_of_a4_and_can_still_be_read(path: Path) -> None:
    for sheet in sheets(path):
        width = sum(column.width for column in sheet.column_dimensions.values()) * CHARACTER
        assert A4[sheet.page_setup.orientation] / width >= SMALLEST_SCALE, sheet.title
        assert sheet.page_setup.fitToWidth == 1


def test_the_summary_fits_on_one_page_at_a_size_that_can_be_read(path: Path) -> None:
    sheet = load_workbook(path)["Summary"]
    assert sheet.page_setup.fitToHeight == 1
    height = sum(one.height for one in sheet.row_dimensions.values()) / 72
    assert (11.69 - 1.45) / height >= 0.62


def test_the_second_sheet_leads_to_every_other_and_no_link_leads_outside(path: Path) -> None:
    book = load_workbook(path)
    listed = [cell.value for cell in book["Contents"]["A"] if cell.hyperlink]
    assert listed == [name for name in book.sheetnames if name != "Contents"]
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    for link in links:
        assert link.target is None
        title, _, place = link.location.rpartition("!")
        assert book[title.strip("'")][place].value is not None


def test_a_finding_leads_to_its_item_and_a_summary_line_to_its_area(path: Path) -> None:
    book = load_workbook(path)
    for sheet, column in (("Findings", "F"), ("Summary", "A"), ("Recommendations", "D")):
        for cell in book[sheet][column]:
            if cell.hyperlink:
                title, _, place = cell.hyperlink.location.rpartition("!")
                assert book[title.strip("'")][place].value == cell.value


def test_names_lead_to_the_overall_the_areas_the_items_and_the_recommendations(path: Path) -> None:
    book = load_workbook(path)
    assert set(book.defined_names) == {"overall", "areas_table", "items_table", "recommendations"}
    heads = {"overall": "Overall", "areas_table": "ST1", "items_table": "ST1"}
    for name, first in heads.items():
        ((title, place),) = book.defined_names[name].destinations
        column, row, *_ = range_boundaries(place.replace("$", ""))
        assert book[title].cell(row, column - (name == "overall")).value == first


def test_the_properties_have_a_title_and_say_nothing_of_the_report(path: Path) -> None:
    properties = load_workbook(path).properties
    assert properties.title == "Participatory gender audit: report"
    with ZipFile(path) as parts:
        said = parts.read("docProps/core.xml").decode() + parts.read("docProps/app.xml").decode()
    assert not [name for name in ("Made-up", "Regional", "Ada", "Ben", "Kenya") if name in said]


def test_the_workbook_carries_which_audit_release_and_questionnaire_it_is_of(tmp_path: Path) -> None:
    write_report(compose(replace(material(40), audit="a1b2")), tmp_path / "report.xlsx")
    carried = load_workbook(tmp_path / "report.xlsx").custom_doc_props
    told = [(one.name, one.value) for one in carried.props]
    assert told == [("audit", "a1b2"), ("release", "1"), ("questionnaire", "0" * 60 + "cafe")]


def test_another_program_reads_the_same_values(path: Path) -> None:
    ours, theirs = load_workbook(path), CalamineWorkbook.from_path(str(path))
    assert theirs.sheet_names == ours.sheetnames
    for sheet in ours:
        rows = theirs.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                read = rows[cell.row - 1][cell.column - 1]
                value = cell.value.date() if isinstance(cell.value, datetime) else cell.value
                if isinstance(value, str):
                    assert read == value.replace("\r\n", "\n"), cell.coordinate
                else:
                    assert read == value, cell.coordinate


def drafted(path: Path) -> Path:
    write_report(compose(replace(material(40), draft=True)), path)
    return path


def test_every_page_of_a_draft_says_so(tmp_path: Path) -> None:
    for sheet in sheets(drafted(tmp_path / "draft.xlsx")):
        assert sheet.oddHeader.center.text == "DRAFT FOR COMMENT"
        assert str(sheet["A1"].value).startswith("Draft for comment")


def test_a_final_report_says_nothing_of_a_draft(path: Path) -> None:
    for sheet in sheets(path):
        assert not sheet.oddHeader.center.text
        assert "Draft for comment" not in str(sheet["A1"].value)


def test_the_brief_version_has_two_pages(tmp_path: Path) -> None:
    write_report(all_of_it(), tmp_path / "brief.xlsx", brief=True)
    book = load_workbook(tmp_path / "brief.xlsx")
    assert book.sheetnames == ["Where you stand", "What to do first"]
    assert [sheet.page_setup.fitToHeight for sheet in book] == [1, 1]


@pytest.mark.parametrize(("policy", "format"), [("steps", "0"), ("exact", "0.0")])
def test_women_and_men_stand_in_whole_numbers_in_steps_and_to_one_decimal_where_exact(
    tmp_path: Path, policy: str, format: str
) -> None:
    collected = replace(evidence(400), policy=policy)  # type: ignore[arg-type]
    write_report(compose(material(400, collected=collected)), tmp_path / "report.xlsx")
    book = load_workbook(tmp_path / "report.xlsx")
    column = {"Areas": "H", "Women and men": "C"}
    for title, letter in column.items():
        told = [cell for cell in book[title][letter] if isinstance(cell.value, int | float)]
        assert told
        assert {cell.number_format for cell in told} == {format}


def test_the_next_three_dates_are_those_after_the_day_of_the_report() -> None:
    told = all_of_it().summary.dates
    assert told == (
        ("Final report", date(2026, 5, 4)),
        ("Follow-up", date(2026, 6, 3)),
        ("First recommendation due", date(2026, 6, 30)),
    )


def test_a_long_strength_is_shortened_on_the_first_sheet_and_whole_on_its_own() -> None:
    text = "They ask women first. " * 40
    found = compose(replace(material(40), noted=(Noted("strength", "SU3", text),)))
    assert found.summary.strengths[0].text.endswith("(in full on its sheet)")
    assert found.strengths[0].text == text


def test_an_area_says_what_would_change_it_only_from_printed_figures_and_without_a_figure() -> None:
    for staff in (12, 40, 400):
        for area in report(staff).areas:
            assert area.would_change
            assert not re.search(r"\d+\.\d", " ".join(area.would_change))


def test_the_sentence_on_women_and_men_follows_from_the_printed_gap() -> None:
    areas = report(40).areas
    assert any(isinstance(one.line.gap, Fraction) and abs(one.line.gap) >= 10 for one in areas)
    for area in areas:
        gap = area.line.gap
        if isinstance(gap, Fraction) and abs(gap) < 10:
            assert area.by_sex == "Women and men see it much the same."
        elif isinstance(gap, Fraction):
            assert area.by_sex.startswith("Women" if gap < 0 else "Men")
            assert str(abs(gap)) in area.by_sex
