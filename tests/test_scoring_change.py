"""When a change is one, and which way it goes (docs/method.md, rule 6)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from scoring.change import status_of


@pytest.mark.parametrize(
    ("change", "zone", "word"),
    [
        (Fraction(1, 2), Fraction(0), "improved"),
        (Fraction(-1, 2), Fraction(0), "declined"),
        (Fraction(0), Fraction(0), "unchanged"),
        (Fraction(5), Fraction(5), "improved"),
        (Fraction(-5), Fraction(5), "declined"),
        (Fraction(49, 10), Fraction(5), "unchanged"),
        (Fraction(-49, 10), Fraction(5), "unchanged"),
    ],
)
def test_a_change_as_large_as_the_dead_zone_is_one(change: Fraction, zone: Fraction, word: str) -> None:
    assert status_of(change, zone) == word
