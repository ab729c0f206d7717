"""Figures as they are printed: how decimals are parted in each language."""

from __future__ import annotations

from fractions import Fraction

import pytest

from questionnaires.catalogue import speaking
from scoring.rounding import brief, one_decimal, two_decimals


@pytest.mark.parametrize(
    ("language", "said"), [("en", "62.5"), ("fr", "62,5"), ("es", "62,5"), ("ru", "62,5"), ("ar", "62.5")]
)
def test_decimals_are_parted_as_the_language_does(language: str, said: str) -> None:
    with speaking(language):
        assert one_decimal(Fraction(125, 2)) == brief(Fraction(125, 2)) == said
        assert two_decimals(Fraction(1, 4)) == f"0{said[2]}25"
        assert brief(Fraction(75)) == "75"
