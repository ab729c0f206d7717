"""Room for text: every line has its height, however long the text and narrow the column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.layout import MAX_LINES, chunks, height_of, width_of, wrapped


def test_a_text_takes_as_many_lines_as_its_column_makes_it() -> None:
    assert wrapped("short", 40) == ["short"]
    assert len(wrapped("word " * 20, 26)) >= 4


def test_a_word_wider_than_its_column_is_broken() -> None:
    lines = wrapped("x" * 100, 12)
    assert len(lines) >= 9
    assert "".join(lines) == "x" * 100


def test_line_breaks_of_the_writer_are_kept() -> None:
    assert wrapped("one\n\ntwo", 40) == ["one", "", "two"]


def test_no_row_is_higher_than_a_sheet_allows() -> None:
    assert height_of(MAX_LINES, 10) <= 409


def test_a_text_too_long_for_a_row_goes_on_below_and_loses_nothing() -> None:
    text = " ".join(f"word{number}" for number in range(2_000))
    parts = chunks(text, 40)
    assert len(parts) > 1
    assert max(lines for _, lines in parts) <= MAX_LINES
    assert " ".join("\n".join(part for part, _ in parts).split()) == text


@given(st.text(max_size=80), st.integers(6, 60))
def test_no_line_is_wider_than_its_column(text: str, width: int) -> None:
    assert all(width_of(line) <= max(width, 3.0) for line in wrapped(text, width) if len(line) > 1)


@pytest.mark.parametrize("broad", ["W" * 20, "\N{CJK UNIFIED IDEOGRAPH-4E2D}" * 20])
def test_broad_characters_take_more_room(broad: str) -> None:
    assert width_of(broad) > width_of("n" * 20)
