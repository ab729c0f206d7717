"""A workbook made in memory: nothing lies in a temporary folder, and the same cells give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.merge import MergeCell, MergeCells
from openpyxl.writer.excel import ExcelWriter

CREATOR = "audit-engine"
FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Programs that look at the beginning of a file only know a workbook by these."""
NO_DAY = date(1980, 1, 1)
"""The earliest day that a zip file knows: that of every part, and of a workbook that is of no release."""
_LEVEL = 6
_PLAIN_FILE = 0o600 << 16
_UNIX = 3


def whole(workbook: Workbook, day: date | None = None) -> memoryview:
    """The finished file. Only when all of it is there is a disk touched, so a full one interrupts nothing.

    It depends on the cells and on `day` alone. `day` is that of the release, as which it says it was made;
    with None it says the earliest that a zip file knows. No clock, person or machine is in it.
    """
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = CREATOR
    properties.created = properties.modified = datetime(*(day or NO_DAY).timetuple()[:3])
    parts = _Parts()
    _InMemory(workbook, parts).save()
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> memoryview:
    """A zip file of named parts that depends on nothing else: in a fixed order, all of 1 January 1980."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in sorted(parts, key=_place):
            entry = ZipInfo(name, (NO_DAY.year, NO_DAY.month, NO_DAY.day, 0, 0, 0))
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(entry, parts[name], ZIP_DEFLATED, _LEVEL)
    return file.getbuffer()


def _place(name: str) -> tuple[int, str]:
    return (FIRST.index(name) if name in FIRST else len(FIRST), name)


class _Parts(dict[str, bytes]):
    """Stands where openpyxl expects the zip file, and keeps what it would write there."""

    def writestr(self, name: str, content: str | bytes) -> None:
        self[name] = content.encode("utf-8") if isinstance(content, str) else content

    def namelist(self) -> list[str]:
        return list(self)

    def close(self) -> None:
        """Nothing is open."""


class _InMemory(ExcelWriter):
    """openpyxl's writer without the temporary file that it makes of every sheet."""

    _archive: _Parts

    def __init__(self, workbook: Workbook, parts: _Parts) -> None:
        super().__init__(workbook, parts)  # type: ignore[arg-type]  # it asks for nothing but `writestr`

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        ws._drawing.images = ws._images
        sheet = BytesIO()
        writer = _SheetWriter(ws, out=sheet)
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # the stubs leave it out
        self._archive.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)


class _SheetWriter(WorksheetWriter):
    """Merged cells in the order in which they stand: openpyxl keeps them in a set, which promises none."""

    def write_merged_cells(self) -> None:
        sheet: Any = self.ws
        merged = [MergeCell(str(place)) for place in sheet.merged_cells.sorted()]
        if merged:
            self.xf.send(MergeCells(mergeCell=merged).to_tree())
