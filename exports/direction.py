"""Which way the language spoken is read, for papers and sheets."""

from __future__ import annotations

from questionnaires import languages
from questionnaires.catalogue import spoken

_MARK = "\N{RIGHT-TO-LEFT MARK}"


def right_to_left() -> bool:
    """Whether what is written now begins at the right."""
    return languages.right_to_left(spoken())


def in_direction(signs: str) -> str:
    """Signs that have no direction of their own, held in that of the language by marks that nobody sees.

    Not every program takes the direction of the cell for them.
    """
    return f"{_MARK}{signs}{_MARK}" if signs and right_to_left() else signs
