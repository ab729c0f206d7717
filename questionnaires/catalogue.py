"""What the program says, in the language of the one who reads it: gettext, English where a text is missing.

A text is written in English where it is said, `tr("Your code: {code}", code=code)`; the other languages stand
in `questionnaires/catalogues/fr.po` and so on. Which language is spoken is set around a task (`speaking`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable

SOURCE = "en"
READ_BY: Mapping[str, str] = {}
"""Language -> who, at home in it, has read every text of its catalogue; nobody yet where it is not named."""
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


def labelled(label: str, text: object) -> str:
    """Something and what is said of it, with the colon as the language sets it."""
    return tr("{label}: {text}", label=label, text=text)


def marked(text: str) -> str:
    """The text as it is: a mark for those that are translated where they are said, by `tr`."""
    return text


def has_catalogue(language: str) -> bool:
    """Whether the program speaks this language by a translation."""
    return _file(language).is_file()


def known_or_english(language: str) -> str:
    """The language if the program speaks it, else English."""
    return language if has_catalogue(language) else SOURCE


def read_by(language: str) -> str:
    """Who, at home in the language, has read all that the program says in it; empty for nobody."""
    return READ_BY.get(language, "")


def _file(language: str) -> Traversable:
    return files("questionnaires") / "catalogues" / f"{language}.po"


@cache
def _catalogue(language: str) -> NullTranslations:
    file = _file(language)
    if language == SOURCE or not file.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo  # English needs neither
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(file.read_bytes()), locale=language))
    return GNUTranslations(io.BytesIO(compiled.getvalue()))
