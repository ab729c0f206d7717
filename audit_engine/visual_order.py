"""Arabic for terminals that lay every line out from left to right: letters joined, words in visual order.

Some terminals do this themselves and some do not, and none tells. So a person says which kind theirs is:
AUDIT_ENGINE_BIDI=program where Arabic stands backwards and its letters apart.
"""

from __future__ import annotations

import os
import re
from typing import IO

SETTING = "AUDIT_ENGINE_BIDI"
FROM_THE_RIGHT = "\N{RIGHT-TO-LEFT MARK}"
"""At the beginning of a line: it begins at the right, whatever its first letter is."""
FROM_THE_LEFT = "\N{LEFT-TO-RIGHT MARK}"
"""On both sides of a figure or an id: it keeps its own order, its sign included."""
_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_RIGHT_TO_LEFT = re.compile(f"[{FROM_THE_RIGHT}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


_NO_MARKS = str.maketrans("", "", FROM_THE_RIGHT + FROM_THE_LEFT)


def has_right_to_left(text: str) -> bool:
    """Whether letters that are written from the right stand in it."""
    return bool(_LETTERS.search(text))


def by_program() -> bool:
    """Whether the program is to put right-to-left text in order; else the terminal does."""
    return os.environ.get(SETTING, "terminal").strip().lower() == "program"


def in_visual_order(text: str) -> str:
    """The lines of a text as a terminal has to print them from left to right; others as they are."""
    return "".join(_line(line) for line in text.splitlines(keepends=True))


def _line(line: str) -> str:
    if not _RIGHT_TO_LEFT.search(line):
        return line
    from arabic_reshaper import reshape  # only for those who need it
    from bidi import get_display

    body = line.rstrip("\r\n")
    return str(get_display(reshape(body))).translate(_NO_MARKS) + line[len(body) :]


class InVisualOrder:
    """A stream whose lines are put in order as they are written; what is no `write` is the stream's own."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Writes the text in visual order."""
        return self._stream.write(in_visual_order(text))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)
