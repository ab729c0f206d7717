"""Every part read through once before anything builds on it: what may not be there, what sheets hide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from xml.parsers import expat

from exports.reading.archive import Entry, entries
from exports.reading.inflate import Counted, pieces
from exports.reading.limits import MOST_CELLS
from exports.reading.links import check_part_name, check_relation, check_type
from exports.reading.refusal import NOT_OURS, SAVE_AGAIN, RefusedError, damaged
from exports.reading.sheet_scan import MAIN, Layout, SheetScan
from questionnaires.catalogue import marked, tr, tr_many

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WRITTEN_IN_XML = (".xml", ".rels", ".vml")
BEFORE_A_TAG = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Marks of an encoding, zeros of a broad one, and blanks."""

LONGEST_HEAD = 512
OTHERS = {
    "mimetype": marked("it is an OpenDocument file"),
    "word/document.xml": marked("it is a Word document"),
    "ppt/presentation.xml": marked("it is a PowerPoint presentation"),
    "xl/workbook.bin": marked("it is a binary workbook (.xlsb)"),
}

Attributes = dict[str, str]
Handler = Callable[[str, Attributes], None]


@dataclass
class Scanned:
    """What was found: the layout of each sheet by its part, whether there are comments, how many cells."""

    layouts: dict[str, Layout] = field(default_factory=dict)
    comments: bool = False
    cells: int = 0

    def count(self) -> None:
        """One more cell with something in it."""
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise RefusedError(
                tr_many(
                    "more than {number:,} cell is filled in",
                    "more than {number:,} cells are filled in",
                    MOST_CELLS,
                ),
                tr("Send only the sheets that were asked for."),
            )


def scan(data: bytes) -> Scanned:
    """Looks through a whole workbook. Raises RefusedError for the first thing that is not taken."""
    found, counted, scanned = entries(data), Counted(), Scanned()
    _check_is_workbook({entry.name.casefold() for entry in found})
    for entry in found:
        check_part_name(entry.name)
        scanned.comments |= "comment" in entry.name.rpartition("/")[2].casefold()
        _scan_part(data, entry, counted, scanned)
    return scanned


def _check_is_workbook(names: set[str]) -> None:
    for name, what in OTHERS.items():
        if name in names:
            raise RefusedError(tr(what), tr(SAVE_AGAIN))
    if "[content_types].xml" not in names:
        raise RefusedError(
            tr("it is a zip archive, but no workbook"), tr("Unpack it and name the workbook in it.")
        )


def _scan_part(data: bytes, entry: Entry, counted: Counted, scanned: Scanned) -> None:
    content = pieces(data, entry, counted)
    head = b""
    for piece in content:
        head += piece
        if len(head) >= LONGEST_HEAD:
            break
    if head.lstrip(BEFORE_A_TAG).startswith(b"<") or entry.name.lower().endswith(WRITTEN_IN_XML):
        _PartScan(entry.name, scanned).read(chain((head,), content))
    for _ in content:  # a picture, say: only its size matters
        pass


class _PartScan:
    """One part written in XML. Its first element tells what else is looked at."""

    def __init__(self, part: str, scanned: Scanned) -> None:
        self._part = part
        self._scanned = scanned
        self._parser: Any = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._first

    def read(self, content: chain[bytes]) -> None:
        try:
            for piece in content:
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, LookupError):
            raise damaged(
                tr("{part}, line {line}", part=self._part, line=self._parser.CurrentLineNumber)
            ) from None

    def _refuse_doctype(self, *_: object) -> None:
        raise RefusedError(tr("{part} in it declares a document type", part=self._part), tr(NOT_OURS))

    def _first(self, name: str, attributes: Attributes) -> None:
        if name.startswith(STRICT):
            raise RefusedError(
                tr("it was saved as 'Strict Open XML'"),
                tr("Save it as 'Excel Workbook (.xlsx)', the first in Excel's list."),
            )
        self._parser.StartElementHandler = self._handler(name)

    def _handler(self, name: str) -> Handler | None:
        if name == f"{MAIN} worksheet":
            sheet = SheetScan(self._part, self._scanned.count)
            self._scanned.layouts[self._part] = sheet.layout
            return sheet.start
        return {f"{RELATIONS} Relationships": check_relation, f"{TYPES} Types": check_type}.get(name)
