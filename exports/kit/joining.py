"""How the language joins what is filled in: lists of names, and a name with what is said of it."""

from __future__ import annotations

from collections.abc import Iterable

from exports.direction import right_to_left
from questionnaires.catalogue import labelled


def comma() -> str:
    """The sign between two parts of a list, with its blank.

    A mark of direction after the Arabic one: or two names in Latin letters around it would change places.
    """
    return "\N{ARABIC COMMA}\N{RIGHT-TO-LEFT MARK} " if right_to_left() else ", "


def enumerated(parts: Iterable[str]) -> str:
    """Several names in one line."""
    return comma().join(parts)


def opened(term: str, text: str) -> str:
    """The same at the beginning of a line."""
    return labelled(f"{term[:1].upper()}{term[1:]}", text)
