"""What is presented at the debriefing, as a value and as plain text of any width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from audit_engine.terminal import clean
from exports.composing.words import capital
from questionnaires.catalogue import marked, tr

WIDTH = 78
"""Columns of the text that is handed out."""
_INDENT = 2
_LABEL = 8
TO_TICK = marked("[ ] agreed   [ ] disputed, because:   [ ] evidence by (day):")
"""Where somebody notes on paper what the unit says to an area."""


@dataclass(frozen=True)
class Line:
    """A paragraph; `label` stands before it (an item, a number), and `deeper` moves it in."""

    text: str
    label: str = ""
    deeper: bool = False


@dataclass(frozen=True)
class Block:
    """Some lines under a title, either may be missing; `area`: the id of the area they are about."""

    lines: tuple[Line, ...]
    title: str = ""
    area: str = ""


@dataclass(frozen=True)
class Part:
    """One of the seven parts. `ask` is put to the unit after each block; `empty` stands in their place."""

    number: int
    title: str
    blocks: tuple[Block, ...]
    ask: str = ""
    empty: str = ""


@dataclass(frozen=True)
class Debriefing:
    """All that the unit is shown, and `team`: what only the facilitation team is told."""

    title: str
    parts: tuple[Part, ...]
    team: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A printed line and whether it is a heading."""

    text: str
    strong: bool = False


def page(part: Part, block: Block | None = None, width: int = WIDTH) -> Iterator[Shown]:
    """A part, or one block of it, line by line; in a whole part an area has room for what the unit says."""
    yield Shown(f"{part.number}  {clean(part.title)}", strong=True)
    for one in part.blocks if block is None else (block,):
        yield from _block(one, width)
        if one.area and block is None:
            yield from _line(Line(tr(TO_TICK)), width)
    if not part.blocks and part.empty:
        yield from _line(Line(part.empty), width)
    if part.ask and part.blocks:
        yield Shown("")
        yield from _line(
            Line(f"{block.area}: {part.ask}" if block and block.area else capital(part.ask)), width
        )


def as_text(debriefing: Debriefing, width: int = WIDTH) -> str:
    """Everything the unit is shown, to be handed out or printed."""
    lines = [clean(debriefing.title), "=" * min(len(debriefing.title), width)]
    for part in debriefing.parts:
        lines += ["", *(shown.text for shown in page(part, width=width))]
    return "\n".join(lines) + "\n"


def _block(block: Block, width: int) -> Iterator[Shown]:
    if block.title:
        yield Shown("")
        for text in textwrap.wrap(clean(block.title), width):
            yield Shown(text, strong=True)
    for line in block.lines:
        yield from _line(line, width)


def _line(line: Line, width: int) -> Iterator[Shown]:
    label = clean(line.label)
    first = " " * _INDENT + (f"{label:<{_LABEL}}" if label or line.deeper else "")
    if len(label) >= _LABEL:
        first = f"{' ' * _INDENT}{label}  "
    rest = " " * (_INDENT + (_LABEL if label or line.deeper else 0))
    for paragraph in clean(line.text, lines=True).splitlines() or [""]:
        wrapped = textwrap.wrap(paragraph, width, initial_indent=first, subsequent_indent=rest)
        for text in wrapped or [first]:
            yield Shown(text.rstrip())
        first = rest
