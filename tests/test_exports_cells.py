"""Cells: text is never a formula, nothing unreadable gets in, nothing is lost without a word."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from exports.cells import CUT, LIMIT, clean, write_date, write_number, write_text


def a_cell() -> Cell:
    sheet = Workbook().worksheets[0]
    cell = sheet.cell(1, 1)
    assert isinstance(cell, Cell)
    return cell


def read_back(text: str) -> tuple[object, str, bool]:
    """(value, data type, quote prefix) of a text after a way through a file."""
    book = Workbook()
    cell = book.worksheets[0].cell(1, 1)
    assert isinstance(cell, Cell)
    write_text(cell, text)
    file = BytesIO()
    book.save(file)
    found = load_workbook(file).worksheets[0].cell(1, 1)
    return found.value, found.data_type, bool(found.quotePrefix)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}"])
def test_text_that_looks_like_a_formula_stays_text_even_when_edited(start: str) -> None:
    value, kind, quoted = read_back(f"{start}1+1")
    assert kind == "s"
    assert quoted
    assert str(value).endswith("1+1")


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "TRUE", "12", "2026-03-02", "=cmd|'/c calc'!A1"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    assert read_back(text)[:2] == (text, "s")


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_file_can_hold_becomes_a_visible_mark(bad: str) -> None:
    assert read_back(f"a{bad}b")[0] == "a\N{REPLACEMENT CHARACTER}b"


def test_too_long_a_text_is_cut_with_a_notice() -> None:
    value = str(read_back("x" * 40_000)[0])
    assert len(value) == LIMIT
    assert value.endswith(CUT)


def test_a_text_of_broad_characters_is_cut_between_two_of_them() -> None:
    kept = clean("\N{GRINNING FACE}" * 20_000)
    assert len(kept.encode("utf-16-le")) // 2 <= LIMIT
    assert kept.removesuffix(CUT).strip("\N{GRINNING FACE}") == ""


def test_a_text_like_an_escape_code_is_read_as_it_was_written() -> None:
    book = Workbook()
    cell = book.worksheets[0].cell(1, 1)
    assert isinstance(cell, Cell)
    write_text(cell, "_x0041_")
    file = BytesIO()
    book.save(file)
    with ZipFile(file) as parts:
        assert any(b"_x005F_x0041_" in parts.read(name) for name in parts.namelist())


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_any_text_comes_back_as_text(text: str) -> None:
    value, kind, _ = read_back(text)
    assert value is None or kind == "s"


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not a number that a cell can show"):
        write_number(a_cell(), number)


def test_numbers_and_dates_are_numbers_and_dates() -> None:
    cell = a_cell()
    write_number(cell, Fraction(200, 3))
    assert cell.value == pytest.approx(66.6667, abs=1e-4)
    write_date(cell, date(2026, 3, 2))
    assert cell.value == date(2026, 3, 2)
    assert cell.is_date
