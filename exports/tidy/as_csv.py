"""A table as the bytes of a CSV file, for programs of any country (docs/export-csv.md)."""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction

from exports.tidy.table import Table, Value

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it Excel reads accents in the code page of the country, and nobody notices before it is printed."""

# = + - @, and their full-width forms.
_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_STARTS = re.compile(f"^(?=['{_FORMULA}])")
# Where a country's Excel splits at semicolons, whatever follows one begins a cell.
_AFTER_SEMICOLON = re.compile(f";(?=[\\s\"']*[{_FORMULA}])")
_SPACE = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_UNREADABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def as_csv(table: Table) -> bytes:
    """The file: a line of names, then one line a row, whatever the texts hold; decimals after a point."""
    names = [variable.name for variable in table.variables]
    file = io.StringIO(newline="")
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    for row in table.rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    return file.getvalue().encode("utf-8")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return safe(value) if isinstance(value, str) else number(value)


def number(value: Fraction | int) -> str:
    """A printed figure in digits, exactly. Raises ValueError if one decimal does not hold it."""
    fraction = Fraction(value)
    if fraction.denominator == 1:
        return str(fraction.numerator)
    tenths = fraction * 10
    if tenths.denominator != 1:
        raise ValueError(f"{value} is no printed figure: it has more than one decimal")
    sign = "-" if fraction < 0 else ""
    whole, rest = divmod(abs(tenths.numerator), 10)
    return f"{sign}{whole}.{rest}"


def safe(text: str) -> str:
    """The text on one line, and never a formula for the program that opens it."""
    line = _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text)).strip()
    return _STARTS.sub("'", _AFTER_SEMICOLON.sub(",", line))
