"""Dates in words, as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from exports.composing.edition import day_words
from questionnaires.catalogue import speaking


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "2 August 2026"),
        ("fr", "2 août 2026"),
        ("es", "2 de agosto de 2026"),
        ("ar", "2 آب/أغسطس 2026"),
        ("ru", "2 августа 2026 года"),
        ("de", "2 August 2026"),
    ],
)
def test_a_date_is_written_as_the_language_does(language: str, words: str) -> None:
    with speaking(language):
        assert day_words(date(2026, 8, 2)) == words


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    with speaking("fr"):
        assert day_words(date(2026, 3, 1)) == "1er mars 2026"
        assert day_words(date(2026, 3, 11)) == "11 mars 2026"
