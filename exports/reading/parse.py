"""From a workbook that passed the scan to plain values, by openpyxl: cells, properties and names only.

What is not asked for is not parsed: charts, pictures, rules and styles are where files that are otherwise
sound make openpyxl stop, and ranges that span a whole sheet make it fill a sheet's worth of memory.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import Any

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet._reader import ROW_TAG, WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from exports.reading.limits import MOST_TEXT
from exports.reading.refusal import RefusedError, damaged
from exports.reading.scan import Scanned
from exports.reading.sheet_scan import Layout
from questionnaires.catalogue import tr, tr_many

ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
ITEM_TAG = f"{{{SHEET_MAIN_NS}}}si"
NUMBER_ERROR = "#NUM!"

Coded = tuple[int, int, str, object]
"""Row, column, kind and value of a cell (exports/reading/answer.py reads it)."""


def parse(data: bytes, scanned: Scanned) -> dict[str, Any]:
    """The workbook in values that JSON knows. Raises whatever openpyxl raises for a file it cannot read."""
    reader = _Reader(BytesIO(data), data_only=False, keep_links=False)
    reader.open()
    sheets = list(_sheets(reader, scanned))
    if not sheets:
        raise damaged(tr("it has no sheet"))
    return {
        "sheets": sheets,
        "properties": {each.name: _property(each.value) for each in reader.properties()},
        "names": reader.names(),
        "comments": scanned.comments,
        "dates_from_1904": reader.wb.epoch == CALENDAR_MAC_1904,
    }


class _Reader(ExcelReader):
    """openpyxl's reader, stopped before the sheets."""

    def open(self) -> None:
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        self.read_custom()
        apply_stylesheet(self.archive, self.wb)

    def read_strings(self) -> None:
        """As openpyxl does, but for text that looks like an escape: openpyxl takes letters out of it."""
        part: Any = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == ITEM_TAG:
                    text: Any = Text.from_tree(node)
                    self.shared_strings.append(text.content)
                    node.clear()

    def properties(self) -> list[Any]:
        workbook: Any = self.wb
        return list(workbook.custom_doc_props.props)

    def names(self) -> dict[str, str]:
        parser: Any = self.parser
        found = parser.defined_names.by_sheet().get("global", {})
        return {name: str(each.attr_text or "") for name, each in found.items()}

    def sheets(self) -> Iterator[tuple[str, bool, str]]:
        """Name, whether hidden, and part of every sheet that is no chart."""
        for sheet, relation in self.parser.find_sheets():
            if relation.Type.endswith("/worksheet"):
                yield sheet.name, sheet.state != "visible", relation.target


class _Rows(WorkSheetParser):
    """openpyxl's parser of a sheet, looking at rows only."""

    def parse(self) -> Generator[Any, None, None]:
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()


def _sheets(reader: _Reader, scanned: Scanned) -> Iterator[dict[str, Any]]:
    names: set[str] = set()
    layouts, room = dict(scanned.layouts), _Room()
    for name, hidden, part in reader.sheets():
        # Each part is one sheet: read for two, a small file could become a large answer.
        layout = layouts.pop(part, None)
        if layout is None or name.casefold() in names:
            raise damaged(tr("the sheet '{name}' has no content of its own", name=name))
        names.add(name.casefold())
        yield _sheet(name, hidden, layout, _cells(reader, part, room))


def _sheet(name: str, hidden: bool, layout: Layout, cells: Iterator[Coded]) -> dict[str, Any]:
    found = list(cells)
    if len({cell[:2] for cell in found}) < len(found):
        raise damaged(tr("the sheet '{name}' fills a cell twice", name=name))
    return {
        "name": name,
        "hidden": hidden,
        "filtered": layout.filtered,
        "hidden_rows": sorted(layout.hidden_rows & {cell[0] for cell in found}),
        "hidden_columns": sorted(layout.hidden_columns),
        "merged": layout.merged,
        "cells": found,
    }


class _Room:
    """How much text may still be said."""

    def __init__(self) -> None:
        self._left = MOST_TEXT

    def take(self, text: str) -> None:
        self._left -= len(text)
        if self._left < 0:
            raise RefusedError(
                tr_many(
                    "it holds more than {number:,} character of text",
                    "it holds more than {number:,} characters of text",
                    MOST_TEXT,
                ),
                tr("Send only the sheets asked for."),
            )


def _cells(reader: _Reader, part: str, room: _Room) -> Iterator[Coded]:
    workbook: Any = reader.wb  # the stubs leave attributes out
    with reader.archive.open(part) as source:
        rows = _Rows(
            source,
            reader.shared_strings,
            epoch=workbook.epoch,
            date_formats=workbook._date_formats,
            timedelta_formats=workbook._timedelta_formats,
        )
        for _, row in rows.parse():
            for cell in row:
                yield from _coded(cell, room)


def _coded(cell: dict[str, Any], room: _Room) -> Iterator[Coded]:
    value = cell["value"]
    if value is None or value == "":
        return
    kind, value = _kind(cell["data_type"], value)
    if isinstance(value, str):
        room.take(value)
    yield cell["row"], cell["column"], kind, value


def _kind(data_type: str, value: Any) -> tuple[str, object]:
    """The kind of a cell (see exports/reading/answer.py) and its value as JSON has it."""
    if data_type == "f":
        return "formula", _formula(value)
    if data_type == "e":
        return "error", str(value)
    if isinstance(value, str):
        return "text", unescaped(value)
    return _plain(value)


def _plain(value: Any) -> tuple[str, object]:
    if isinstance(value, bool):
        return "yes_no", value
    if isinstance(value, timedelta):
        return "number", value / timedelta(days=1)
    if isinstance(value, datetime):
        return ("moment", value.isoformat()) if value.time() != time() else ("date", value.date().isoformat())
    if isinstance(value, date | time):
        return ("date" if isinstance(value, date) else "time"), value.isoformat()
    return ("number", value) if isfinite(value) else ("error", NUMBER_ERROR)


def _formula(value: Any) -> str:
    """The text of a formula; of the kinds that openpyxl has classes for, what those keep of it."""
    return value if isinstance(value, str) else str(getattr(value, "text", None) or "=")


def unescaped(text: str) -> str:
    """The text as it shows. Lines end in "\\n", however they were ended.

    Spreadsheets write `_x000D_` for a carriage return and `_x005F_` for an underline that would otherwise
    begin such a code; codes of what no text holds stay as they are.
    """
    shown = ESCAPED.sub(lambda found: _meant(int(found[1], 16)) or found[0], text) if "_x" in text else text
    return shown.replace("\r\n", "\n").replace("\r", "\n")


def _meant(code: int) -> str:
    character = chr(code)
    return character if character.isprintable() or character in "\t\n\r" else ""


def _property(value: Any) -> tuple[str, object]:
    return ("empty", None) if value is None else ("text", value) if isinstance(value, str) else _plain(value)
