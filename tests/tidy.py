"""Reading the CSV files of an export back, as the tests of them need it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

from exports import Report
from exports.tidy.as_csv import as_csv
from exports.tidy.table import Table
from exports.tidy.tables import tables

DAY = date(2026, 4, 1)


def named(name: str, found: Report) -> list[dict[str, Any]]:
    """The rows of a table as they come out of its file."""
    table = next(table for table in tables(found) if table.name == name)
    return rows(as_csv(table))


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a file by the names in its first line."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def columns(table: Table) -> list[str]:
    """The names in the first line of its file."""
    return [variable.name for variable in table.variables]


def with_identity(found: Report) -> Report:
    """The report as that of a first release."""
    return replace(found, identity=replace(found.identity, audit="3f" * 8, release=1, day=DAY))
