"""The words of the field, and what each is called in the languages of the program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import Field

from questionnaires.parts import Id, Part, Text
from questionnaires.reading import read

NAME = "glossary.yaml"


class Said(Part):
    """A term in a language: what to write, what counts as it in a text, and what must not stand for it.

    How `forms` and `never` are written is told in the file.
    """

    say: Text
    forms: tuple[Text, ...] = Field(min_length=1)
    never: tuple[Text, ...] = ()


class Term(Part):
    """A term of the field. `label` begins with a capital; `en`: how it stands in an English text.

    `apart`: English phrases in which the word means something else.
    """

    id: Id
    label: Text
    meaning: Text
    en: tuple[Text, ...] = Field(min_length=1)
    apart: tuple[Text, ...] = ()
    fr: Said
    es: Said
    ar: Said
    ru: Said

    def said(self, language: str) -> Said | None:
        """The term in a language; None for English and for a language that the list does not hold."""
        return getattr(self, language) if language in OTHERS else None


OTHERS = ("fr", "es", "ar", "ru")
"""The languages of the list besides English."""


class _File(Part):
    terms: tuple[Term, ...]


@cache
def glossary() -> tuple[Term, ...]:
    """Every term, in the order of the file."""
    text = (files("questionnaires") / NAME).read_text(encoding="utf-8")
    return _File.model_validate(read(text, NAME).data).terms


@cache
def terms() -> Mapping[str, Term]:
    """Every term by its id."""
    return {term.id: term for term in glossary()}
