"""The words of a paragraph as a Word file holds them: a run for each direction they are read in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from exports import styles
from exports.direction import right_to_left

# Arial has Latin, Cyrillic and Arabic letters. Word brings it along; LibreOffice without it takes Liberation
# Sans, which is as wide, and Arabic letters from whatever typeface has them.
TYPEFACE = styles.TYPEFACE
INK = styles.INK[2:]
SIZE = 10

_WHITE_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CLOSING = {")": "(", "]": "[", "}": "{"}
_LEFTWARD = frozenset("\N{ARABIC COMMA}\N{ARABIC SEMICOLON}\N{ARABIC QUESTION MARK}\t\n")
"""Signs that end a stretch of words read from left to right, though they have no direction of their own."""


@dataclass(frozen=True)
class Letters:
    """How words look; `size` in points."""

    bold: bool = False
    italic: bool = False
    size: float = SIZE
    colour: str = INK


@dataclass(frozen=True)
class Field:
    """What the reader's program fills in: `PAGE` or `NUMPAGES`."""

    name: str


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


def shape_of(how: Letters, *, leftward: bool = False) -> Any:
    """The look of a run; `leftward`: its words are read from right to left.

    Word takes bold, italics and size of such words from marks of their own.
    """
    shape = filled("rPr", [made("rFonts", ascii=TYPEFACE, hAnsi=TYPEFACE, eastAsia=TYPEFACE, cs=TYPEFACE)])
    for wanted, tag in ((how.bold, "b"), (how.italic, "i")):
        if wanted:
            shape.append(made(tag))
        if wanted and leftward:
            shape.append(made(f"{tag}Cs"))
    shape.append(made("color", val=how.colour))
    shape.append(made("sz", val=round(how.size * 2)))
    shape.append(made("szCs", val=round(how.size * 2)))
    if leftward:
        shape.append(made("rtl"))
    return shape


def runs(text: str, how: Letters) -> Iterator[Any]:
    """The runs of a text; a tab stays a tab, a line break a line break."""
    if not right_to_left():
        yield _run(text, how, leftward=False)
        return
    for piece, leftward in stretches(text):
        yield _run(piece, how, leftward=leftward)


def field(wanted: Field, how: Letters) -> Iterator[Any]:
    """The runs of a field."""
    for kind in ("begin", "", "separate", "number", "end"):
        run = filled("r", [shape_of(how, leftward=right_to_left())])
        if kind in ("begin", "separate", "end"):
            run.append(made("fldChar", fldCharType=kind))
        elif kind == "number":
            run.append(_words("1"))
        else:
            code = made("instrText")
            code.text, _ = f" {wanted.name} ", code.set(_WHITE_SPACE, "preserve")
            run.append(code)
        yield run


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """(piece, whether it is read from right to left) of a text in a language that is.

    Words in letters of the other direction stay one piece with the blanks, digits and signs between them, or
    Word would turn these around: a command, a name, "Office (room 4)".
    """
    place = 0
    while place < len(text):
        start = next((at for at in range(place, len(text)) if _rightward(text[at])), len(text))
        while start > place and start < len(text) and text[start - 1].isdigit():
            start -= 1
        if start > place:
            yield text[place:start], True
        if start < len(text):
            place = _end(text, start)
            yield text[start:place], False
        else:
            place = start


def _end(text: str, start: int) -> int:
    """Where the words that begin here end: after the last letter, digit or bracket that belongs to them."""
    end, open_ones = start, []
    for place in range(start, len(text)):
        sign = text[place]
        if sign in _LEFTWARD or unicodedata.bidirectional(sign) in ("R", "AL"):
            break
        if sign in _CLOSING.values():
            open_ones.append(sign)
        elif sign in _CLOSING:
            if not open_ones or open_ones.pop() != _CLOSING[sign]:
                break
            end = place + 1 if not open_ones else end
        if _rightward(sign) or sign.isdigit():
            end = place + 1
    return end


def _rightward(sign: str) -> bool:
    return unicodedata.bidirectional(sign) == "L"


def _run(text: str, how: Letters, *, leftward: bool) -> Any:
    run = filled("r", [shape_of(how, leftward=leftward)])
    for place, line in enumerate(text.split("\n")):
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
