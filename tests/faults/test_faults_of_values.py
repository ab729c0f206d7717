"""What stands in cells (docs/faults.md, 45 to 47, 49, 51): taken for what it is, or named by its address."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from exports.cells import write_text
from exports.reading import Returned, Sheet, read_workbook
from tests.faults.made_workbooks import (
    dated,
    looked_at,
    parts,
    reason,
    saved,
    sound,
    with_part,
    with_rows,
    zipped,
)


def values(sheet: Sheet) -> dict[str, object]:
    return {cell.address: cell.value for cell in sheet.cells()}


def one_sheet(rows: str, *, before: str = "", after: str = "") -> Sheet:
    (sheet,) = looked_at(with_rows(rows, before=before, after=after)).sheets
    return sheet


def test_fault_045_a_formula_is_reported_and_its_last_result_is_not_believed() -> None:
    sheet = one_sheet(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(A1:A1)</f></c></row>'
        '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2*2</f><v>4</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/></c><c r="B3"><f t="array" ref="B3">B1:B2</f></c></row>'
    )
    assert {cell.address: (cell.formula, cell.value) for cell in sheet.cells()} == {
        "A1": ("=1+1", None),
        "B1": ("=SUM(A1:A1)", None),
        "A2": ("=B2*2", None),
        "A3": ("=B3*2", None),
        "B3": ("=B1:B2", None),
    }


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"])
def test_fault_045_an_error_is_reported_by_its_address(error: str) -> None:
    (cell,) = one_sheet(f'<row r="4"><c r="C4" t="e"><v>{error}</v></c></row>').cells()
    assert (cell.address, cell.error, cell.value) == ("C4", error, None)


def test_fault_045_a_number_that_is_none_is_an_error() -> None:
    (cell,) = one_sheet('<row r="1"><c r="A1"><v>1e999</v></c></row>').cells()
    assert (cell.error, cell.value) == ("#NUM!", None)
    assert reason(with_rows('<row r="1"><c r="A1"><v>many</v></c></row>')).startswith("its content is not")


@pytest.mark.parametrize("first_day", [1900, 1904])
def test_fault_046_dates_come_from_the_style_and_are_right_in_both_calendars(first_day: int) -> None:
    found = looked_at(dated(first_day))
    assert list(values(found.sheets[0]).values()) == [
        date(2026, 6, 30),
        datetime(2026, 6, 30, 9, 15),
        time(9, 15),
        46203,
        12.5,
        True,
        "46203",
        "00123",
    ]
    assert found.dates_from_1904 == (first_day == 1904)
    assert type(found.sheets[0].rows[0].cells[0].value) is date


def test_fault_046_text_that_looks_like_a_number_stays_text() -> None:
    texts = ("00123", "1,5", "1e3", " 7", "2026-06-30", "TRUE", "３")
    cells = "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' for text in texts)
    assert tuple(values(one_sheet(f"<row>{cells}</row>")).values()) == texts


@pytest.mark.filterwarnings("ignore:Cell A1 is marked as a date")
def test_fault_046_a_date_beyond_the_calendar_is_an_error() -> None:
    content = parts(dated(1900))
    sheet = "xl/worksheets/sheet1.xml"
    far = content[sheet].replace(b"<v>46203</v>", b"<v>99999999</v>", 1)
    (first, *_) = looked_at(zipped({**content, sheet: far})).sheets[0].cells()
    assert (first.address, first.error, first.value) == ("A1", "#VALUE!", None)


def test_fault_046_a_length_of_time_stays_a_number_of_days() -> None:
    workbook = Workbook()
    cell = workbook.worksheets[0]["A1"]
    cell.value, cell.number_format = 1.5, "[h]:mm"
    file = BytesIO()
    workbook.save(file)
    assert values(looked_at(file.getvalue()).sheets[0]) == {"A1": 1.5}


def hidden_ways() -> Returned:
    workbook = Workbook()
    shown = workbook.worksheets[0]
    for number in range(1, 6):
        shown.append([f"a{number}", f"b{number}", f"c{number}"])
    shown.row_dimensions[2].hidden = True
    shown.column_dimensions["B"].hidden = True
    shown.auto_filter.ref = "A1:C5"
    shown.auto_filter.add_filter_column(0, ["a1"])
    for state in ("hidden", "veryHidden"):
        sheet = workbook.create_sheet(state)
        sheet["A1"] = "x"
        sheet.sheet_state = state
    file = BytesIO()
    workbook.save(file)
    return looked_at(file.getvalue())


def test_fault_047_what_is_hidden_or_filtered_is_read_and_marked() -> None:
    shown, hidden, deep = hidden_ways().sheets
    assert {cell.address for cell in shown.cells() if cell.hidden} == {
        "A2", "B2", "C2", "B1", "B3", "B4", "B5",
    }  # fmt: skip
    assert len(list(shown.cells())) == 15
    assert [row.number for row in shown.rows if row.hidden] == [2]
    assert (shown.hidden, shown.filtered, shown.hidden_columns) == (False, True, (2,))
    assert (hidden.hidden, deep.hidden) == (True, True)
    assert [cell.hidden for sheet in (hidden, deep) for cell in sheet.cells()] == [True, True]


def test_fault_047_a_row_or_column_of_no_size_is_hidden() -> None:
    columns = '<cols><col min="2" max="16384" width="0" customWidth="1"/></cols>'
    cells = "<c><v>1</v></c><c><v>2</v></c>"
    sheet = one_sheet(f'<row ht="0" customHeight="1">{cells}</row><row>{cells}</row>', before=columns)
    assert [cell.address for cell in sheet.cells() if cell.hidden] == ["A1", "B1", "B2"]


def test_fault_047_a_filter_that_is_not_set_hides_nothing() -> None:
    assert not one_sheet("", after='<autoFilter ref="A1:C5"/>').filtered


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="C1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="1A"><v>1</v></c></row>',
        '<row r="one"><c><v>1</v></c></row>',
        '<row r="1"><x r="A1"><v>1</v></x><x r="A1"><v>2</v></x></row>',
    ],
)
def test_fault_047_cells_that_two_readers_could_read_differently(rows: str) -> None:
    assert reason(with_rows(rows)).startswith("it is damaged")


def test_fault_047_two_sheets_of_one_name_or_of_one_content() -> None:
    content = parts(sound())
    book = content["xl/workbook.xml"]
    entry = book[book.index(b"<sheet ") : book.index(b"/>", book.index(b"<sheet ")) + 2]
    for other in (entry, entry.replace(b"Response", b"Second")):
        twice = with_part("xl/workbook.xml", book.replace(entry, entry + other))
        assert "has no content of its own" in reason(twice)


def test_fault_047_two_sheets_whose_names_differ_only_in_capitals() -> None:
    workbook = Workbook()
    for name in ("Response", "Answers"):
        workbook.create_sheet(name)
    file = BytesIO()
    workbook.save(file)
    content = parts(file.getvalue())
    book = content["xl/workbook.xml"].replace(b"Answers", b"RESPONSE")
    assert "has no content of its own" in reason(zipped({**content, "xl/workbook.xml": book}))


def test_fault_047_a_workbook_without_a_sheet() -> None:
    book = parts(sound())["xl/workbook.xml"]
    start, end = book.index(b"<sheets>"), book.index(b"</sheets>")
    assert "it has no sheet" in reason(with_part("xl/workbook.xml", book[:start] + b"<sheets>" + book[end:]))


def test_fault_047_comments_are_told_of() -> None:
    assert not looked_at(sound()).comments
    assert looked_at(with_part("xl/comments/comment1.xml", "<comments/>")).comments


def test_fault_049_the_same_file_is_known_again_by_its_content(tmp_path: Path) -> None:
    first = read_workbook(saved(tmp_path, sound()))
    again = read_workbook(saved(tmp_path, (tmp_path / "returned.xlsx").read_bytes(), "sent again.xlsx"))
    other = read_workbook(saved(tmp_path, with_rows(""), "other.xlsx"))
    assert first.sha256 == again.sha256 != other.sha256


INJECTED = (
    "=1+1",
    "=cmd|'/C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    "#N/A",
    '=HYPERLINK("http://x")',
)


def test_fault_051_text_like_a_formula_is_read_as_text_and_written_as_text() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "=cmd|calc"
    for number, text in enumerate(INJECTED, start=1):
        write_text(sheet.cell(number, 1), text)
    file = BytesIO()
    workbook.save(file)
    (found,) = looked_at(file.getvalue()).sheets
    assert found.name == "=cmd|calc"
    assert tuple(values(found).values()) == INJECTED
    assert all(cell.formula is None for cell in found.cells())
