"""What must hold of the single steps of a rating, whatever the figures."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scoring.bands import band_of, in_order, position
from scoring.points import parity
from scoring.rounding import down, rounded, up
from scoring.summaries import mean_of_areas
from tests.worked_cases import PGA, spread


@given(st.fractions(0, 100))
def test_every_score_belongs_to_one_band_and_bands_rise(score: Fraction) -> None:
    minimums = [band.minimum for band in in_order(PGA)]
    above = [band for band in in_order(PGA) if band.minimum <= score]
    assert band_of(PGA, score) == above[-1].id
    assert position(PGA, score) == len(above) - 1
    assert position(PGA, min(Fraction(100), score + 1)) >= position(PGA, score)
    assert minimums == sorted(minimums)


@given(st.fractions(0, 50), st.fractions(0, 50))
def test_parity_rises_with_the_share_of_the_fewer(one: Fraction, other: Fraction) -> None:
    assert (parity(one) <= parity(other)) == (one <= other)
    assert 0 <= parity(one) <= 100


@given(st.fractions(-200, 200), st.sampled_from([Fraction(1, 10), Fraction(5), Fraction(1, 1000000)]))
def test_rounding_moves_a_figure_half_a_step_at_most_and_is_symmetrical(
    figure: Fraction, step: Fraction
) -> None:
    assert abs(rounded(figure, step) - figure) <= step / 2
    assert rounded(-figure, step) == -rounded(figure, step)
    assert down(figure, step) <= figure <= up(figure, step)


def test_the_mean_of_no_area_is_none() -> None:
    assert mean_of_areas(PGA, (), {}) is None


def test_ranges_of_items_are_spelled_out() -> None:
    assert list(spread({"ST1-08 to ST1-10": "yes"})) == ["ST1-08", "ST1-09", "ST1-10"]
