"""How much room text needs: no wrapped line is ever cut, on screen or on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from questionnaires.catalogue import SOURCE, spoken, tr

LINE_HEIGHT = 1.38
"""Height of a line for each point of the type size."""

PADDING = 4.0
"""Points above and below the text of a row."""

MAX_LINES = 27
"""Lines of one row; Excel allows no row higher than 409 points."""

BOLD = 1.08
"""How much wider bold type is."""

BESIDE_HEADING = 2.7
"""Standard characters that a heading leaves free at its sides, the indent of a number's included."""

WIDEST = 1.9
"""Standard characters that one character takes at most."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]` ")
_BROAD = frozenset("mwMW%@—…")
_BLOCKS = frozenset("■□█░")
_BROAD_CYRILLIC = frozenset("жмыъюфшщЖМЫЮФШЩ")


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading and its width in characters of the standard type."""

    heading: str
    width: float
    number: bool = False


@lru_cache(maxsize=20_000)  # the same words come again and again
def width_of(text: str) -> float:
    """About how many standard characters wide a text is; rather too many than too few."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if character in _NARROW:
        return 0.6
    if character in _BROAD or unicodedata.east_asian_width(character) in "WF":
        return WIDEST if character not in _BROAD else 1.7
    if character in _BLOCKS:
        return 1.35
    if character in _BROAD_CYRILLIC:
        return 1.75 if character.isupper() else 1.4
    if unicodedata.combining(character):
        return 0.0
    return 1.22 if character.isupper() else 0.98


def wrapped(text: str, width: float, *, scale: float = 1.0) -> list[str]:
    """The lines that a text takes in a column so wide; `scale` is the type size over the standard one."""
    room = max((width - 1.2) / scale, 3.0)
    if len(text) * WIDEST <= room and "\n" not in text:
        return [text]
    return [line for paragraph in text.split("\n") for line in _broken(paragraph, room)]


def _broken(paragraph: str, room: float) -> Iterator[str]:
    line, used = "", 0.0
    for word in _pieces(paragraph, room):
        taken = width_of(word)
        if line and used + width_of(word.rstrip()) > room:
            yield line.rstrip()
            line, used = "", 0.0
        line += word
        used += taken
    yield line.rstrip()


def _pieces(paragraph: str, room: float) -> Iterator[str]:
    """Words with the blank after them; a word wider than the column comes in pieces."""
    for word in paragraph.split(" "):
        rest = word + " "
        while width_of(rest.rstrip()) > room:
            fitting = _fitting(rest, room)
            yield rest[:fitting]
            rest = rest[fitting:]
        yield rest


def _fitting(text: str, room: float) -> int:
    used = 0.0
    for place, character in enumerate(text):
        used += _width(character)
        if used > room:
            return max(place, 1)
    return len(text)


def height_of(lines: int, size: float) -> float:
    """The height in points of a row with so many lines of a type size."""
    return round(max(lines, 1) * size * LINE_HEIGHT + PADDING, 1)


def chunks(text: str, width: float, *, scale: float = 1.0) -> list[tuple[str, int]]:
    """A text in pieces that each fit into one row, with their number of lines; nearly always one piece."""
    lines = wrapped(text, width, scale=scale)
    if len(lines) <= MAX_LINES:
        return [(text, len(lines))]
    parts = [lines[start : start + MAX_LINES] for start in range(0, len(lines), MAX_LINES)]
    return [("\n".join(part), len(part)) for part in parts]


def in_words(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with their headings in the language spoken, none so narrow that it breaks a word of it."""
    if spoken() == SOURCE:
        return tuple(columns)
    return tuple(_in_words(one) for one in columns)


def _in_words(column: Column) -> Column:
    heading = tr(column.heading) if column.heading else ""
    return replace(column, heading=heading, width=wide_enough(heading, column.width))


def wide_enough(heading: str, width: float) -> float:
    """The width of a column, or more if a word of its heading would be broken."""
    longest = max(map(width_of, heading.split()), default=0.0)
    return max(width, round(longest * BOLD + BESIDE_HEADING, 1))


def total(columns: Sequence[Column]) -> float:
    """The width of all columns together."""
    return sum(column.width for column in columns)
