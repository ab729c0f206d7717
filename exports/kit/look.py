"""How printed papers look: the typeface and the two colours of the workbook, paragraphs and running lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from exports import styles
from exports.direction import right_to_left
from exports.kit import runs
from exports.kit.runs import Field, Letters, filled, made
from questionnaires.catalogue import spoken

INK = runs.INK
BLUE = styles.BLUE[2:]
BLUE_TINT = styles.BLUE_TINT[2:]
BLUE_FAINT = styles.BLUE_FAINT[2:]
OCHRE_TINT = styles.OCHRE_TINT[2:]
LINE = styles.LINE[2:]
WHITE = "FFFFFF"
GREY = "52606D"

_POINT = 20
_CENTIMETRE = 567
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_KEPT = {
    "Normal",
    "Title",
    "Heading 1",
    "Header",
    "Footer",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
}
# What an editor checks the spelling by; English papers stay as the template has it.
_SPELLING = {"fr": "fr-FR", "es": "es-ES", "ru": "ru-RU"}


@dataclass(frozen=True)
class Look(Letters):
    """How a paragraph looks. Room and sizes in points, `hanging` and `end_tab` in centimetres.

    `align` left is where lines begin, be it at the right; right is where they end; or center.
    """

    align: str = "left"
    before: float = 0
    after: float = 0
    keep: bool = False
    hanging: float = 0
    end_tab: float = 0
    style: str = ""


def printable(text: str) -> str:
    """The text as a paper can hold it: what is no character becomes a visible mark."""
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraph(text: str, how: Look) -> Any:
    """One paragraph; a tab in the text stays a tab, a line break a line break."""
    element = made("p")
    element.append(_shape(how))
    if text:
        element.extend(runs.runs(printable(text), how))
    return element


def running(content: Sequence[str | Field], how: Look) -> Any:
    """A line of header or footer."""
    element = filled("p", [_shape(how)])
    for part in content:
        element.extend(runs.field(part, how) if isinstance(part, Field) else runs.runs(printable(part), how))
    return element


def room(points: float) -> Any:
    """An empty line so high."""
    return filled(
        "p",
        [filled("pPr", [made("spacing", before=0, after=0, line=round(points * _POINT), lineRule="exact")])],
    )


def page_break() -> Any:
    """An empty paragraph after which a new page begins."""
    shape = filled("pPr", [made("spacing", before=0, after=0, line=20, lineRule="exact")])
    return filled("p", [shape, filled("r", [made("br", type="page")])])


def plain_styles(document: Any) -> None:
    """Leaves only the few styles that are used, all in the one typeface."""
    styles_element = document.styles.element
    for style in list(document.styles):
        if style.name not in _KEPT:
            styles_element.remove(style.element)
    for style in document.styles:
        if style.name in ("Normal", "Title", "Heading 1", "Header", "Footer"):
            _one_typeface(style.element)
    if spoken() in _SPELLING:
        next(styles_element.iter(qn("w:lang"))).set(qn("w:val"), _SPELLING[spoken()])


def _one_typeface(element: Any) -> None:
    for old in element.findall(qn("w:rPr")):
        element.remove(old)
    for old in element.findall(qn("w:pPr")):
        for shape in ("pBdr", "spacing", "contextualSpacing", "tabs"):
            for each in old.findall(qn(f"w:{shape}")):
                old.remove(each)
    element.append(runs.shape_of(Letters()))


def _shape(how: Look) -> Any:
    shape = made("pPr")
    if how.style:
        shape.append(made("pStyle", val=how.style.replace(" ", "")))
    if how.keep:
        shape.append(made("keepNext"))
    if how.hanging or how.end_tab:
        shape.append(_tabs(how))
    if right_to_left():
        shape.append(made("bidi"))
    shape.append(made("spacing", before=round(how.before * _POINT), after=round(how.after * _POINT)))
    if how.hanging:
        indent = round(how.hanging * _CENTIMETRE)
        shape.append(made("ind", left=indent, hanging=indent))
    shape.append(made("jc", val=how.align))
    return shape


def _tabs(how: Look) -> Any:
    kind, place = ("left", how.hanging) if how.hanging else ("right", how.end_tab)
    return filled("tabs", [made("tab", val=kind, pos=round(place * _CENTIMETRE))])
