"""When words that somebody typed are those of a drop-down list: what a keyboard leaves out does not count."""

from __future__ import annotations

import unicodedata

from questionnaires.answers import plain

_ALIKE = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "ё": "е",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "\N{ARABIC TATWEEL}": None,
    }
)
_UNSEEN = ("Mn", "Cf")
"""Marks above and below letters, and signs that only tell a direction."""


def same(text: str) -> str:
    """A text as it is compared: without case, double blanks, Arabic vowel signs and marks of direction.

    Letters that many leave their sign away from (hamza, the dots of ё) count as without it.
    """
    seen = (sign for sign in plain(text).casefold() if unicodedata.category(sign) not in _UNSEEN)
    return " ".join("".join(seen).translate(_ALIKE).split())
