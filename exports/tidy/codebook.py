"""The codebook: what every column of every file means."""

from __future__ import annotations

from collections.abc import Sequence

from exports.tidy.table import Row, Table, Variable

COLUMNS = (
    Variable("file", "File that the column stands in"),
    Variable("variable", "Name of the column"),
    Variable("label", "What it says"),
    Variable("type", "How to read it", values=("text", "number", "date")),
    Variable("unit", "Unit of a number", missing="it has none"),
    Variable("value_labels", "All that can stand there, with bars between", missing="any text or number"),
    Variable("missing", "What an empty cell means", missing="the column is never empty"),
    Variable("one_row", "What one row of the file is"),
)
HOW_WRITTEN = (
    "UTF-8 with a byte order mark; commas; decimal points; days as 2026-03-31; an empty cell is missing. A "
    "text that starts with = + - @ or an apostrophe has an apostrophe put before it; a semicolon before one "
    "of these is written as a comma; a line break is a blank."
)


def codebook(tables: Sequence[Table]) -> Table:
    """One row a column of the tables, its own included; the first row is about all files."""
    own = Table("codebook", "a column of a file", COLUMNS, ())
    first: Row = {"file": "all files", "label": "How they are written: see one_row", "one_row": HOW_WRITTEN}
    rows = [_row(table, variable) for table in (*tables, own) for variable in table.variables]
    return Table(own.name, own.one_row, COLUMNS, (first, *rows))


def _row(table: Table, variable: Variable) -> Row:
    return {
        "file": f"{table.name}.csv",
        "variable": variable.name,
        "label": variable.label,
        "type": variable.kind,
        "unit": variable.unit,
        "value_labels": " | ".join(variable.values),
        "missing": variable.missing,
        "one_row": table.one_row,
    }
