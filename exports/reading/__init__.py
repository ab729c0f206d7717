"""Reading workbooks from strangers: checked before anything parses them, parsed in a process of its own.

`read_workbook` takes a path and gives plain values. It raises UserError for every file that it does not read,
with the reason and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exports.reading.values import Cell, Returned, Row, Sheet, Value

if TYPE_CHECKING:
    from exports.reading.read import read_workbook as read_workbook

__all__ = ["Cell", "Returned", "Row", "Sheet", "Value", "read_workbook"]


def __getattr__(name: str) -> Any:
    """The process that reads is one of our modules too, and must not load what starts and watches it."""
    if name == "read_workbook":
        from exports.reading.read import read_workbook  # start-up: only here

        return read_workbook
    raise AttributeError(name)
