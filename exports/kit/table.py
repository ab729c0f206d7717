"""Tables of printed papers: fixed widths, rows that are never cut by a page, headings on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from exports import layout
from exports.direction import right_to_left
from exports.kit import look
from exports.kit.look import Look, paragraph
from exports.kit.runs import filled, made

_CENTIMETRE = 567
_SMALL = (7.0, 6.5, 6.0)
_SMALL_PADDING = 0.06
_STANDARD = 0.0198
"""Centimetres of a standard character for each point of the type size."""


@dataclass(frozen=True)
class Box:
    """One cell. `span`: columns it takes; `fill`: colour behind it; `align` as in Look.

    `keep`: its row stays on the page of the next one.
    """

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 9.5
    colour: str = look.INK
    fill: str = ""
    align: str = "left"
    span: int = 1
    middle: bool = False
    keep: bool = False


Content = str | Box


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first one where lines begin. Widths, `height` (least, of a row) and
    `padding` in centimetres.

    `heads`: so many first rows are headings, repeated on every page. `ruled`: only lines below the rows.
    `together`: on one page as far as a page holds it.
    """

    widths: Sequence[float]
    rows: Sequence[Sequence[Content]]
    heads: int = 0
    height: float = 0.0
    padding: float = 0.12
    ruled: bool = False
    size: float = 9.5
    together: bool = False


def with_head(
    head: Sequence[str],
    rows: Sequence[Sequence[Content]],
    widths: Sequence[float],
    *,
    height: float = 0.0,
    size: float = 9.5,
    small_head: bool = False,
    together: bool = False,
) -> Table:
    """A table with one row of headings."""
    padding = _SMALL_PADDING if small_head else 0.12
    letters = _fitting(head, widths, padding) if small_head else size
    align = "center" if small_head else "left"
    plain = Box("", colour=look.WHITE, fill=look.BLUE, middle=True, keep=True)
    heads: list[Content] = [
        replace(plain, text=text, bold=not (small_head and place), size=letters, align=align)
        for place, text in enumerate(head)
    ]
    return Table(
        widths, [heads, *rows], heads=1, height=height, size=size, padding=padding, together=together
    )


def _fitting(head: Sequence[str], widths: Sequence[float], padding: float) -> float:
    """The size at which no word of a small heading is broken, if there is one."""
    for size in _SMALL:
        rooms = zip(head, widths, strict=True)
        if all(word_width(text, size) <= width - 2 * padding for text, width in rooms):
            return size
    return _SMALL[-1]


def word_width(text: str, size: float) -> float:
    """About how many centimetres the longest word of a text takes at a size of type."""
    longest = max((layout.width_of(word) for word in text.replace("-", "- ").split()), default=0.0)
    return longest * _STANDARD * size


def narrowest(head: Sequence[str], least: float) -> float:
    """The width at which small headings fit, at least so wide."""
    return max(least, *(word_width(text, _SMALL[-1]) + 2 * _SMALL_PADDING for text in head))


def scaled(widths: Sequence[float], width: float) -> list[float]:
    """The widths in the same proportion, so that together they take `width`."""
    return [each * width / sum(widths) for each in widths]


def element(wanted: Table) -> Any:
    """The table as the file holds it."""
    made_table = filled("tbl", [_shape(wanted), _grid(wanted)])
    for place, row in enumerate(wanted.rows):
        kept = wanted.together and place < len(wanted.rows) - 1
        made_table.append(_row(wanted, row, head=place < wanted.heads, keep=kept))
    return made_table


def _shape(wanted: Table) -> Any:
    sides = (
        ("bottom", "insideH") if wanted.ruled else ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    lines = [made(side, val="single", sz=4, space=0, color=look.LINE) for side in sides]
    padding = round(wanted.padding * _CENTIMETRE)
    room = [
        made(side, w=max(padding // 2, 28) if side in ("top", "bottom") else padding, type="dxa")
        for side in ("top", "left", "bottom", "right")
    ]
    order = [made("bidiVisual")] if right_to_left() else []
    return filled(
        "tblPr",
        [
            *order,
            made("tblW", w=round(sum(wanted.widths) * _CENTIMETRE), type="dxa"),
            made("tblInd", w=padding, type="dxa"),
            filled("tblBorders", lines),
            made("tblLayout", type="fixed"),
            filled("tblCellMar", room),
        ],
    )


def _grid(wanted: Table) -> Any:
    return filled("tblGrid", [made("gridCol", w=round(width * _CENTIMETRE)) for width in wanted.widths])


def _row(wanted: Table, row: Sequence[Content], *, head: bool, keep: bool) -> Any:
    shape = filled("trPr", [made("cantSplit")])
    if wanted.height and not head:
        shape.append(made("trHeight", val=round(wanted.height * _CENTIMETRE), hRule="atLeast"))
    if head:
        shape.append(made("tblHeader"))
    found = filled("tr", [shape])
    column = 0
    for content in row:
        box = content if isinstance(content, Box) else Box(content, size=wanted.size)
        box = replace(box, keep=box.keep or keep)
        found.append(_cell(box, sum(wanted.widths[column : column + box.span])))
        column += box.span
    return found


def _cell(box: Box, width: float) -> Any:
    shape = filled("tcPr", [made("tcW", w=round(width * _CENTIMETRE), type="dxa")])
    if box.span > 1:
        shape.append(made("gridSpan", val=box.span))
    if box.fill:
        shape.append(made("shd", val="clear", color="auto", fill=box.fill))
    if box.middle:
        shape.append(made("vAlign", val="center"))
    how = Look(
        bold=box.bold,
        italic=box.italic,
        size=box.size,
        colour=box.colour,
        align=box.align,
        after=1,
        keep=box.keep,
    )
    return filled("tc", [shape, *(paragraph(text, how) for text in box.text.split("\n"))])
