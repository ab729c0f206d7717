"""How the workbook looks, in one place: one typeface, two colours and their tints.

Nothing is told by colour alone, so the workbook reads the same in black and white.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from exports.direction import right_to_left
from questionnaires.catalogue import marked, spoken, tr

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.styles.cell_style import StyleArray

TYPEFACE = "Arial"
SIZE = 10
INK = "FF1F2933"
BLUE = "FF1B4B66"
BLUE_TINT = "FFDCE8EE"
BLUE_FAINT = "FFF2F6F8"
OCHRE = "FFC98A1B"
OCHRE_TINT = "FFFBF1DC"
LINE = "FFB8C4CB"

POINTS = "0.0"
WHOLE = "0"
SIGNED = "+0.0;-0.0;0.0"
SIGNED_WHOLE = "+0;-0;0"
AT_LEAST = '">= "0.0'
AT_MOST = '"<= "0.0'
ABOUT = marked("about {figure}")
DAY = "d mmm yyyy"
_DAYS = {"fr": "[$-40C]", "es": "[$-C0A]", "ar": "[$-401]", "ru": "[$-419]"}
"""Language -> the code by which a spreadsheet writes the month in it, whatever language itself speaks."""
BAR_SIZE = 8
_FROM_THE_RIGHT = 2
_TURNED = {"left": "right", "right": "left"}
GENERAL = "General"


@dataclass(frozen=True)
class Style:
    """One way a cell can look. `reading`: 0 as its text begins, 1 from the left, 2 from the right."""

    bold: bool = False
    italic: bool = False
    size: int = SIZE
    underline: bool = False
    colour: str = INK
    fill: str | None = None
    horizontal: str = "left"
    vertical: str = "top"
    wrap: bool = True
    line: bool = False
    box: bool = False
    indent: int = 0
    format: str = GENERAL
    reading: int = 0


STYLES: Mapping[str, Style] = {
    "title": Style(bold=True, size=18, colour=BLUE, wrap=True),
    "subtitle": Style(size=12, colour=BLUE),
    "heading": Style(bold=True, size=12, colour=BLUE, vertical="bottom"),
    "plain": Style(),
    "note": Style(italic=True),
    "label": Style(bold=True),
    "notice": Style(fill=OCHRE_TINT),
    "head": Style(bold=True, colour="FFFFFFFF", fill=BLUE, vertical="center"),
    "head after": Style(bold=True, colour="FFFFFFFF", fill=BLUE, indent=1, vertical="center"),
    "head number": Style(
        bold=True, colour="FFFFFFFF", fill=BLUE, horizontal="right", indent=1, vertical="center"
    ),
    "head fill in": Style(bold=True, fill=OCHRE, vertical="center"),
    "text": Style(line=True),
    "strong text": Style(line=True, bold=True),
    "points": Style(line=True, horizontal="right", indent=1, format=POINTS),
    "figure": Style(line=True, horizontal="right", indent=1, format=POINTS),
    "gap": Style(line=True, horizontal="right", indent=1, format=SIGNED_WHOLE),
    "link": Style(line=True, underline=True, colour=BLUE),
    "strong link": Style(line=True, bold=True, underline=True, colour=BLUE),
    "bar": Style(line=True, size=BAR_SIZE, colour=BLUE, vertical="center", wrap=False),
    "detail label": Style(bold=True, indent=1, colour=BLUE),
    "detail": Style(),
    "strong points": Style(line=True, bold=True, horizontal="right", indent=1, format=POINTS),
    "at least": Style(line=True, bold=True, horizontal="right", indent=1, format=AT_LEAST),
    "at most": Style(line=True, bold=True, horizontal="right", indent=1, format=AT_MOST),
    "about": Style(line=True, bold=True, horizontal="right", indent=1, format=ABOUT),
    "whole": Style(line=True, horizontal="right", indent=1, format=WHOLE),
    "signed": Style(line=True, horizontal="right", indent=1, format=SIGNED),
    "day": Style(line=True, format=DAY),
    "fill in": Style(box=True, fill=OCHRE_TINT),
    "fill in day": Style(box=True, fill=OCHRE_TINT, format=DAY),
    "check": Style(line=True, size=7),
    "text left": Style(line=True, indent=1, reading=1),
    "text right": Style(line=True, horizontal="right", indent=1, reading=2),
    "fill in left": Style(box=True, fill=OCHRE_TINT, indent=1, reading=1),
    "fill in right": Style(box=True, fill=OCHRE_TINT, horizontal="right", indent=1, reading=2),
    "plan": Style(line=True, fill=BLUE_TINT, horizontal="center"),
    "plan due": Style(line=True, bold=True, colour="FFFFFFFF", fill=BLUE, horizontal="center"),
    "area text": Style(line=True, bold=True, fill=BLUE_TINT),
    "area plain": Style(line=True, fill=BLUE_TINT),
    "area points": Style(line=True, bold=True, fill=BLUE_TINT, horizontal="right", indent=1, format=POINTS),
    "area figure": Style(line=True, fill=BLUE_TINT, horizontal="right", indent=1, format=POINTS),
    "area gap": Style(line=True, fill=BLUE_TINT, horizontal="right", indent=1, format=SIGNED_WHOLE),
    "area whole": Style(line=True, fill=BLUE_TINT, horizontal="right", indent=1, format=WHOLE),
    "area signed": Style(line=True, fill=BLUE_TINT, horizontal="right", indent=1, format=SIGNED),
    "area link": Style(line=True, fill=BLUE_TINT, bold=True, underline=True, colour=BLUE),
    "why": Style(line=True, indent=1),
    "area why": Style(line=True, fill=BLUE_TINT, indent=1),
    "share": Style(line=True, horizontal="right", indent=1),
    "item text": Style(line=True, indent=1),
    "front text": Style(line=True, bold=True, fill=BLUE_FAINT),
    "front why": Style(line=True, fill=BLUE_FAINT, indent=1),
    "front bar": Style(line=True, fill=BLUE_FAINT, size=BAR_SIZE, colour=BLUE, vertical="center", wrap=False),
    "front points": Style(line=True, bold=True, fill=BLUE_FAINT, horizontal="right", indent=1, format=POINTS),
    "front figure": Style(line=True, fill=BLUE_FAINT, horizontal="right", indent=1, format=POINTS),
    "front signed": Style(line=True, fill=BLUE_FAINT, horizontal="right", indent=1, format=SIGNED),
}


class Dresser:
    """Gives cells their style; each style is built once a workbook, as openpyxl is slow at building them."""

    def __init__(self, workbook: Workbook) -> None:
        scratch = workbook.create_sheet("scratch")
        self._arrays = {name: _built(scratch.cell(1, 1), style) for name, style in STYLES.items()}
        workbook.remove(scratch)

    def dress(self, cell: Cell, style: str) -> None:
        """Sets the look of a cell; to be called before text is written into it."""
        cell._style = copy(self._arrays[style])  # type: ignore[attr-defined]  # the stubs hide it


def _built(cell: Cell, style: Style) -> StyleArray:
    cell.font = Font(
        name=TYPEFACE,
        size=style.size,
        bold=style.bold,
        italic=style.italic,
        underline="single" if style.underline else None,
        color=style.colour,
    )
    cell.alignment = Alignment(
        horizontal=_side(style),
        vertical=style.vertical,
        wrap_text=style.wrap,
        indent=style.indent,
        readingOrder=style.reading or (_FROM_THE_RIGHT if right_to_left() else 0),
    )
    cell.fill = PatternFill("solid", start_color=style.fill) if style.fill else PatternFill()
    cell.border = _border(style)
    cell.number_format = _format(style)
    return cast("StyleArray", copy(cell._style))  # type: ignore[attr-defined]  # the stubs hide it


def _side(style: Style) -> str:
    """Where lines begin is at the right in some languages; a style that says how it is read stays so."""
    turned = right_to_left() and not style.reading
    return _TURNED.get(style.horizontal, style.horizontal) if turned else style.horizontal


def _format(style: Style) -> str:
    """How numbers and days are written, with the words and months of the language spoken."""
    if style.format == DAY:
        return _DAYS.get(spoken(), "") + DAY
    if style.format == ABOUT:
        before, _, after = tr(ABOUT, figure="\0").partition("\0")
        return f"{_literal(before)}{POINTS}{_literal(after)}"
    return style.format


def _literal(words: str) -> str:
    """Words inside a number format."""
    return f'"{words}"' if words else ""


def _border(style: Style) -> Border:
    line = Side("thin", color=LINE)
    if style.box:
        return Border(left=line, right=line, top=line, bottom=line)
    return Border(bottom=line) if style.line else Border()
