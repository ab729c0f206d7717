"""Commands typed while the keyboard writes Cyrillic or Arabic: the right keys, but no Latin letters."""

from __future__ import annotations

_RUSSIAN = dict(zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm", strict=True))
_ARABIC = dict(zip("ضصثقفغعهخحشسيبلاتنمئءؤرىة", "qwertyuiopasdfghjklzxcvnm", strict=True))
_B_IN_ARABIC = "لا"
"""One key writes two letters there."""
_KEYS = str.maketrans(_RUSSIAN | _ARABIC)


def latin(typed: str) -> str:
    """What the same keys write in Latin letters; a text that has Latin letters already stays as it is."""
    if any(character.isascii() and character.isalpha() for character in typed):
        return typed
    return typed.lower().replace(_B_IN_ARABIC, "b").translate(_KEYS)
