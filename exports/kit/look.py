"""How printed papers look: the typeface and the two colours of the workbook, paragraphs and running lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from exports import styles

TYPEFACE = styles.TYPEFACE
SIZE = 10
INK = styles.INK[2:]
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
_WHITE_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Look:
    """How a paragraph looks. Room and sizes in points, `hanging` and `right_tab` in centimetres."""

    bold: bool = False
    italic: bool = False
    size: float = SIZE
    colour: str = INK
    align: str = "left"
    before: float = 0
    after: float = 0
    keep: bool = False
    hanging: float = 0
    right_tab: float = 0
    style: str = ""


def printable(text: str) -> str:
    """The text as a paper can hold it: what is no character becomes a visible mark."""
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def made(tag: str, **attributes: str | int) -> Any:
    """An element `w:tag` with attributes `w:name`."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def filled(tag: str, children: Iterable[Any]) -> Any:
    """An element with children."""
    element = made(tag)
    for child in children:
        element.append(child)
    return element


def paragraph(text: str, how: Look) -> Any:
    """One paragraph; a tab in the text stays a tab, a line break a line break."""
    element = made("p")
    element.append(_shape(how))
    if text:
        element.append(_run(text, how))
    return element


def running(content: Sequence[str], how: Look) -> Any:
    """A line of header or footer; words in capitals are fields that the reader's program fills in."""
    element = filled("p", [_shape(how)])
    for part in content:
        for child in _field(part, how) if part.isupper() else (_run(part, how),):
            element.append(child)
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


def _one_typeface(element: Any) -> None:
    for old in element.findall(qn("w:rPr")):
        element.remove(old)
    for old in element.findall(qn("w:pPr")):
        for shape in ("pBdr", "spacing", "contextualSpacing", "tabs"):
            for each in old.findall(qn(f"w:{shape}")):
                old.remove(each)
    element.append(_letters(Look()))


def _shape(how: Look) -> Any:
    shape = made("pPr")
    if how.style:
        shape.append(made("pStyle", val=how.style.replace(" ", "")))
    if how.keep:
        shape.append(made("keepNext"))
    if how.hanging or how.right_tab:
        shape.append(_tabs(how))
    shape.append(made("spacing", before=round(how.before * _POINT), after=round(how.after * _POINT)))
    if how.hanging:
        indent = round(how.hanging * _CENTIMETRE)
        shape.append(made("ind", left=indent, hanging=indent))
    shape.append(made("jc", val=how.align))
    return shape


def _tabs(how: Look) -> Any:
    kind, place = ("left", how.hanging) if how.hanging else ("right", how.right_tab)
    return filled("tabs", [made("tab", val=kind, pos=round(place * _CENTIMETRE))])


def _letters(how: Look) -> Any:
    letters = filled("rPr", [made("rFonts", ascii=TYPEFACE, hAnsi=TYPEFACE, eastAsia=TYPEFACE, cs=TYPEFACE)])
    for wanted, tag in ((how.bold, "b"), (how.italic, "i")):
        if wanted:
            letters.append(made(tag))
    letters.append(made("color", val=how.colour))
    letters.append(made("sz", val=round(how.size * 2)))
    letters.append(made("szCs", val=round(how.size * 2)))
    return letters


def _run(text: str, how: Look) -> Any:
    run = filled("r", [_letters(how)])
    for place, line in enumerate(printable(text).split("\n")):
        if place:
            run.append(made("br"))
        for number, piece in enumerate(line.split("\t")):
            if number:
                run.append(made("tab"))
            run.append(_words(piece))
    return run


def _words(text: str) -> Any:
    words = made("t")
    words.text = text
    words.set(_WHITE_SPACE, "preserve")
    return words


def _field(name: str, how: Look) -> Iterable[Any]:
    for kind in ("begin", "", "separate", "number", "end"):
        run = filled("r", [_letters(how)])
        if kind in ("begin", "separate", "end"):
            run.append(made("fldChar", fldCharType=kind))
        elif kind == "number":
            run.append(_words("1"))
        else:
            code = made("instrText")
            code.text, _ = f" {name} ", code.set(_WHITE_SPACE, "preserve")
            run.append(code)
        yield run
