"""Writing single cells safely. Only `write_text` writes text, and text is never a formula."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING

from questionnaires.catalogue import marked, tr

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

LIMIT = 32_767
"""Characters (of UTF-16) that a cell holds."""

CUT = marked(" [cut here: a cell holds no more]")
_FORMULA_STARTS = tuple(
    "=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}"
)
# Control characters, lone surrogates and code points that are no characters: a file with them cannot be read.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Excel reads `_x0041_` as a character of that number.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """The text as a cell can hold it: what cannot be stored becomes a visible mark, too much is cut."""
    return _cut(_ESCAPE.sub("_x005F_", readable(text)))


def readable(text: str) -> str:
    """The text as it shows in a cell: lines end alike, what cannot be stored becomes a visible mark."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", lines)


def _cut(text: str) -> str:
    if _length(text) <= LIMIT:
        return text
    cut = tr(CUT)
    kept = text.encode("utf-16-le")[: 2 * (LIMIT - _length(cut))].decode("utf-16-le", errors="ignore")
    return kept + cut


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def write_text(cell: Cell, text: str) -> None:
    """Writes text as text, whatever it looks like."""
    if not text:
        return
    cell.value = clean(text)
    cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        # Keeps it text when somebody edits the cell.
        cell.quotePrefix = True


def write_number(cell: Cell, number: Fraction | int | float) -> None:
    """Writes a number. Raises ValueError for NaN and infinity, which would be an empty cell."""
    value = number if isinstance(number, int) else float(number)
    if not isfinite(value):
        raise ValueError(f"{value} is not a number that a cell can show")
    cell.value = value


def write_date(cell: Cell, day: date) -> None:
    """Writes a date as a date."""
    cell.value = day
