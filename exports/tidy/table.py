"""What a table is: variables with what they mean, and rows that hold a value or none for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Kind = Literal["text", "number", "date"]
Value = str | Fraction | int | None
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Variable:
    """A column. `label` at most 80 characters, as Stata holds no more; `unit` empty where there is none.

    `values`: all that can stand there where these are few. `missing`: what an empty cell means.
    """

    name: str
    label: str
    kind: Kind = "text"
    unit: str = ""
    values: tuple[str, ...] = ()
    missing: str = ""


@dataclass(frozen=True)
class Table:
    """One file: its name without `.csv`, what one row is, its columns, its rows."""

    name: str
    one_row: str
    variables: tuple[Variable, ...]
    rows: tuple[Row, ...]
