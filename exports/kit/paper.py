"""One printed paper being written from top to bottom: A4, Arial, two colours, page numbers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from exports.direction import right_to_left
from exports.in_memory import CREATOR, packed
from exports.kit import look, table
from exports.kit.look import Look, paragraph
from exports.kit.runs import SIZE, TYPEFACE, Field, made
from exports.kit.table import Box, Content, Table
from questionnaires.catalogue import tr

_SAME_DAY = datetime(1980, 1, 1)
# Parts of the template that no paper needs; one of them names a kind of machine.
_UNNEEDED = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects")
_PAGE = (21.0, 29.7)
MARGIN = 2.0
LONGEST_HEADER = 64
_FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:font w:name="{TYPEFACE}"><w:altName w:val="Liberation Sans"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)


class Paper:
    """A paper with its title on top of every page. `width`: centimetres between the margins."""

    def __init__(self, title: str, owner: str, audit: str, *, landscape: bool = False) -> None:
        """`owner`: the unit, at the head of each page; `audit`: the questionnaire's title, at its foot."""
        self.title = title
        self._document = Document()
        self._body = self._document.element.body
        self._end = self._body.sectPr
        short, long = _PAGE
        self.width = (long if landscape else short) - 2 * MARGIN
        _strip(self._document)
        _name_typeface(self._document)
        look.plain_styles(self._document)
        self._page(landscape)
        self._running(owner, audit)
        self._properties()
        self._add(paragraph(title, Look(bold=True, size=20, colour=look.BLUE, after=2, style="Title")))

    def subtitle(self, text: str) -> None:
        """Who it is for, under the title."""
        self._add(paragraph(text, Look(size=11, colour=look.BLUE, after=10)))

    def heading(self, text: str) -> None:
        """A heading, kept with what follows."""
        self._add(
            paragraph(
                text,
                Look(bold=True, size=13, colour=look.BLUE, before=12, after=4, keep=True, style="Heading 1"),
            )
        )

    def text(self, text: str, *, keep: bool = False) -> None:
        """A paragraph; `keep`: on the same page as what follows."""
        self._add(paragraph(text, Look(after=6, keep=keep)))

    def note(self, text: str) -> None:
        """A remark for the reader of the paper, in italics."""
        self._add(paragraph(text, Look(italic=True, size=9, after=6)))

    def bullets(self, entries: Iterable[str], sign: str = "\N{BULLET}") -> None:
        """One line an entry, with a sign before it."""
        for entry in entries:
            self._add(paragraph(f"{sign}\t{entry}", Look(after=3, hanging=0.6)))

    def steps(self, entries: Iterable[str]) -> None:
        """Numbered lines."""
        for number, entry in enumerate(entries, 1):
            self._add(paragraph(f"{number}.\t{entry}", Look(after=3, hanging=0.8)))

    def say(self, texts: Sequence[str]) -> None:
        """What is read out or must not be overlooked: a tinted box."""
        content = [Box("\n".join(texts), fill=look.BLUE_TINT)]
        self.table(Table([self.width], [content], padding=0.2, together=True))
        self.gap(4)

    def fields(self, entries: Iterable[Sequence[str]], label_width: float = 5.5) -> None:
        """Labels with a value or room to write beside them."""
        rows: list[Sequence[Content]] = [
            [Box(label, bold=True, fill=look.BLUE_FAINT), value] for label, value in entries
        ]
        self.table(Table([label_width, self.width - label_width], rows, height=0.8, together=True))
        self.gap(4)

    def lines(self, number: int) -> None:
        """Empty lines to write on."""
        rows: list[Sequence[Content]] = [[""]] * number
        self.table(Table([self.width], rows, height=0.85, ruled=True))
        self.gap(4)

    def table(self, made: Table) -> None:
        """A table; its first rows are repeated on every page if it says so."""
        self._add(table.element(made))

    def gap(self, points: float = 6) -> None:
        """Room; also keeps two tables apart."""
        self._add(look.room(points))

    def page(self) -> None:
        """What follows starts on a new page."""
        self._add(look.page_break())

    def data(self) -> bytes:
        """The finished file; the same paper always gives the same bytes."""
        written = io.BytesIO()
        self._document.save(written)
        return _same_bytes(written.getvalue())

    def _add(self, element: Any) -> None:
        self._end.addprevious(element)

    def _page(self, landscape: bool) -> None:
        section = self._document.sections[0]
        short, long = _PAGE
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (
            Cm(long if landscape else short),
            Cm(short if landscape else long),
        )
        section.left_margin = section.right_margin = Cm(MARGIN)
        section.top_margin, section.bottom_margin = Cm(2.2), Cm(1.9)
        section.header_distance = section.footer_distance = Cm(1.0)
        if right_to_left():
            section._sectPr.find(qn("w:docGrid")).addprevious(made("bidi"))

    def _running(self, owner: str, audit: str) -> None:
        section = self._document.sections[0]
        name = owner if len(owner) <= LONGEST_HEADER else f"{owner[: LONGEST_HEADER - 3]}..."
        grey = Look(size=8, colour=look.GREY, after=0, end_tab=self.width)
        for part, content in (
            (section.header, [f"{self.title}\t{name}"]),
            (section.footer, [f"{audit}\t", *_page_numbers()]),
        ):
            old = part.paragraphs[0]._p
            old.addprevious(look.running(content, grey))
            old.getparent().remove(old)

    def _properties(self) -> None:
        """Nothing about a person, a machine or a day."""
        properties = self._document.core_properties
        properties.title = look.printable(self.title)
        properties.author = properties.last_modified_by = CREATOR
        properties.comments = ""
        properties.created = properties.modified = _SAME_DAY
        normal: Any = self._document.styles["Normal"]
        normal.font.size = Pt(SIZE)


def _strip(document: Any) -> None:
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if any(word in rel.reltype for word in _UNNEEDED)]:
            del rels[key]


def _page_numbers() -> list[str | Field]:
    """The words around the two fields, in the order of the language."""
    parts = tr("Page {page} of {pages}", page="\0PAGE\0", pages="\0NUMPAGES\0").split("\0")
    return [Field(part) if place % 2 else part for place, part in enumerate(parts) if part]


def _name_typeface(document: Any) -> None:
    """Names the typeface and the one to take where it is missing, in place of the template's own list."""
    for rel in document.part.rels.values():
        if rel.reltype.endswith("/fontTable"):
            rel.target_part._blob = _FONTS.encode("utf-8")


def _same_bytes(data: bytes) -> bytes:
    """The same parts without the hour at which they were written."""
    with ZipFile(io.BytesIO(data)) as written:
        return bytes(packed({name: written.read(name) for name in written.namelist()}))
