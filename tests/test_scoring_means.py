"""The one weighted mean, and the difference of two."""

from __future__ import annotations

from fractions import Fraction

from scoring.means import difference, weighted_mean

NOTHING = [(Fraction(0), Fraction(80))]
SOMETHING = [(Fraction(2), Fraction(80)), (Fraction(1), Fraction(50))]


def test_a_mean_weighs_its_figures_and_there_is_none_of_nothing() -> None:
    assert weighted_mean(SOMETHING) == 70
    assert weighted_mean(NOTHING) is None
    assert weighted_mean([]) is None


def test_a_difference_needs_a_mean_on_both_sides() -> None:
    assert difference(SOMETHING, [(Fraction(1), Fraction(30))]) == 40
    assert [
        difference(now, then) for now, then in ((SOMETHING, NOTHING), (NOTHING, SOMETHING), ([], []))
    ] == [
        None,
        None,
        None,
    ]
