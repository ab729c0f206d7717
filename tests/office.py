"""A real LibreOffice that converts workbooks, and fills in and sorts a sheet by a macro of ours."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

MACRO = """
Sub FillIn(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  sheet = doc.Sheets.getByName("Management response")
  sheet.unprotect("")
  cursor = sheet.createCursor() : cursor.gotoEndOfUsedArea(False)
  last = cursor.RangeAddress.EndRow
  head = 0
  Do While sheet.getCellByPosition(0, head).String <> "Reference"
    head = head + 1
  Loop
  For row = head + 1 To last
    If sheet.getCellByPosition(0, row).String = "REC-IA1-1" Then
      sheet.getCellByPosition(6, row).String = "accepted"
      sheet.getCellByPosition(7, row).String = "Registry"
      sheet.getCellByPosition(8, row).Formula = "2027-03-31"
      sheet.getCellByPosition(10, row).String = "First line" & Chr(10) & "second line"
    End If
  Next
  Dim order(0) As New com.sun.star.table.TableSortField
  order(0).Field = 2 : order(0).IsAscending = False
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields" : how(0).Value = order()
  sheet.getCellRangeByPosition(0, head + 1, 11, last).sort(how())
  sheet.Columns.insertByIndex(6, 1)
  sheet.getCellByPosition(6, head).String = "Our remark"
  doc.Sheets.insertNewByName("Own", 0)
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(ConvertToURL(target), kind())
  doc.close(True)
End Sub
"""
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hand" '
    'script:language="StarBasic">{}</script:module>\n'
)


class Office:
    """soffice with a profile of its own in `folder`."""

    def __init__(self, program: str, folder: Path) -> None:
        self.profile = folder / "office"
        self._command = [program, f"-env:UserInstallation={self.profile.as_uri()}", "--headless"]

    def run(self, *words: str) -> None:
        subprocess.run([*self._command, *words], capture_output=True, check=True, timeout=120)

    def convert(self, path: Path, kind: str, folder: Path) -> Path:
        """The file saved as another kind ("ods", "xlsx")."""
        self.run("--convert-to", kind, "--outdir", str(folder), str(path))
        made = folder / f"{path.stem}.{kind}"
        assert made.exists()
        return made

    def fill_in(self, source: Path, target: Path) -> Path:
        """One answer, sorted by text backwards, with a column and a sheet put in."""
        self.convert(source, "ods", target.parent)  # the first start makes the profile
        basic = self.profile / "user" / "basic" / "Standard"
        (basic / "Hand.xba").write_text(_MODULE.format(escape(MACRO)), encoding="utf-8")
        library = (basic / "script.xlb").read_text(encoding="utf-8")
        named = '<library:element library:name="Hand"/></library:library>'
        (basic / "script.xlb").write_text(library.replace("</library:library>", named), encoding="utf-8")
        self.run(f'macro:///Standard.Hand.FillIn("{source}","{target}")')
        assert target.exists()
        return target
