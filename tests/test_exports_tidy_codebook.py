"""The codebook of an export, and that every file is as it says."""

from __future__ import annotations

import re
from datetime import date

import pytest

from exports.tidy.as_csv import as_csv
from exports.tidy.tables import tables
from tests.made_up_report import earlier, report
from tests.tidy import columns, rows

RESERVED = {"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"} | {
    *("byte", "double", "float", "if", "in", "int", "long", "strl", "using"),
    *("if", "else", "repeat", "while", "function", "for", "next", "break", "true", "false", "null", "inf"),
}


def test_the_codebook_names_every_column_of_every_file_once() -> None:
    *others, book = tables(report(40))
    told = [(row["file"], row["variable"]) for row in rows(as_csv(book))[1:]]
    there = [(f"{table.name}.csv", name) for table in (*others, book) for name in columns(table)]
    assert sorted(told) == sorted(there)
    assert len(set(told)) == len(told)


def test_names_and_labels_are_such_as_stata_spss_and_r_hold() -> None:
    for table in tables(report(40)):
        names = columns(table)
        assert len({name.lower() for name in names}) == len(names)
        for variable in table.variables:
            assert re.fullmatch(r"[a-z][a-z0-9_]{0,31}", variable.name)
            assert not variable.name.endswith("_")
            assert variable.name not in RESERVED
            assert 0 < len(variable.label) <= 80, variable.label


@pytest.mark.parametrize("staff", [12, 40])
def test_every_cell_is_of_the_kind_and_among_the_values_that_the_codebook_tells(staff: int) -> None:
    for table in tables(report(staff, before=earlier(staff))):
        for row in rows(as_csv(table)):
            for one in table.variables:
                cell = row[one.name]
                if cell == "":
                    assert one.missing or one.kind == "text"
                elif one.kind == "number":
                    assert re.fullmatch(r"-?\d+(\.\d)?", cell), (table.name, one.name, cell)
                elif one.kind == "date":
                    date.fromisoformat(cell)
                elif one.values and table.name != "codebook":
                    assert cell in [value.split(" (")[0] for value in one.values], (table.name, one.name)
