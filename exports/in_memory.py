"""A workbook made in memory: what it says lies in no temporary folder, not even when the power fails."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def whole(workbook: Workbook) -> memoryview:
    """The finished file. Only when all of it is there is a disk touched, so a full one interrupts nothing."""
    file = BytesIO()
    _InMemory(workbook, ZipFile(file, "w", ZIP_DEFLATED)).save()
    return file.getbuffer()


class _InMemory(ExcelWriter):
    """openpyxl's writer without the temporary file that it makes of every sheet."""

    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        ws._drawing.images = ws._images
        sheet = BytesIO()
        writer = WorksheetWriter(ws, out=sheet)
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # the stubs leave it out
        self._archive.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)
