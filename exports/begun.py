"""An empty workbook in the look of all others, with what it is known by when it comes back."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font

from exports.in_memory import CREATOR
from exports.sheets.book import Book
from exports.styles import INK, SIZE, TYPEFACE, Dresser

LONGEST_FOOTER = 90


def begun(title: str, footer: str, *, draft: bool = False) -> Book:
    """`title` is a property of the file, `footer` stands at the foot of every printed page."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    # The typeface of cells without a style of their own; widths of columns are counted in it.
    workbook._named_styles["Normal"].font = Font(name=TYPEFACE, size=SIZE, color=INK)  # type: ignore[attr-defined]  # no public way
    # Nothing about a person or a machine.
    workbook.properties = DocumentProperties(title=title, creator=CREATOR, lastModifiedBy=CREATOR)
    return Book(workbook, Dresser(workbook), _short(footer), draft)


def known_by(book: Book, properties: Mapping[str, str]) -> None:
    """Lets a workbook that comes back be known again."""
    for name, value in properties.items():
        book.workbook.custom_doc_props.append(StringProperty(name=name, value=value))  # type: ignore[attr-defined]  # the stubs leave it out


def _short(footer: str) -> str:
    text = "".join(character for character in footer if character.isprintable())
    return text if len(text) <= LONGEST_FOOTER else f"{text[: LONGEST_FOOTER - 3]}..."
