"""What the program says, in the language of the one who reads it: gettext, English where a text is missing.

A text is written in English where it is said, `tr("Your code: {code}", code=code)`; the other languages stand
in `questionnaires/catalogues/fr.po` and so on. Which language is spoken is set around a task (`speaking`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

SOURCE = "en"
_SPOKEN: ContextVar[str] = ContextVar("spoken", default=SOURCE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything said inside is said in this language (a code such as `fr`), as far as there are texts."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def spoken() -> str:
    """The code of the language that is spoken now."""
    return _SPOKEN.get()


def tr(text: str, /, **values: object) -> str:
    """A text in the language spoken, its {places} filled. Only the text of the program is ever searched."""
    # An empty text is the key of a catalogue's own header.
    said = _catalogue(spoken()).gettext(text) if text else text
    return said.format(**values) if values else said


def tr_many(one: str, many: str, number: int, /, **values: object) -> str:
    """A text with a count, in the plural form that the language has for it; `{number}` is filled too."""
    return _catalogue(spoken()).ngettext(one, many, number).format(number=number, **values)


def marked(text: str) -> str:
    """The text as it is: a mark for those that are translated where they are said, by `tr`."""
    return text


@cache
def _catalogue(language: str) -> NullTranslations:
    file = files("questionnaires") / "catalogues" / f"{language}.po"
    if language == SOURCE or not file.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo  # English needs neither
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(file.read_bytes()), locale=language))
    return GNUTranslations(io.BytesIO(compiled.getvalue()))
