"""The t and F distributions, against printed tables and against scipy."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from scoring.quantiles import f_quantile, square_root, t_quantile

HIGH, LOW = Fraction(975, 1000), Fraction(25, 1000)


@pytest.mark.parametrize(
    ("freedom", "printed"),
    [
        ("1", 12.706),
        ("2", 4.303),
        ("3", 3.182),
        ("4", 2.776),
        ("10", 2.228),
        ("29", 2.045),
        ("30", 2.042),
        ("60", 2.000),
        ("120", 1.980),
    ],
)
def test_t_is_as_in_the_printed_table(freedom: str, printed: float) -> None:
    assert round(float(t_quantile(HIGH, Fraction(freedom))), 3) == printed


@pytest.mark.parametrize(
    ("above", "below", "printed"),
    [(1, 1, 647.79), (2, 10, 5.46), (10, 10, 3.72), (5, 30, 3.03), (20, 60, 1.94), (30, 120, 1.69)],
)
def test_f_is_as_in_the_printed_table(above: int, below: int, printed: float) -> None:
    assert round(float(f_quantile(HIGH, Fraction(above), Fraction(below))), 2) == printed


def test_between_two_lines_of_the_table_t_is_between_them() -> None:
    found = t_quantile(HIGH, Fraction("29.5"))
    assert t_quantile(HIGH, Fraction(30)) < found < t_quantile(HIGH, Fraction(29))
    assert float(found) == pytest.approx(2.0437249667721, abs=1e-10)


@given(st.fractions(1, 3000, max_denominator=1000), st.sampled_from([HIGH, Fraction(95, 100)]))
def test_t_agrees_with_scipy(freedom: Fraction, share: Fraction) -> None:
    assert float(t_quantile(share, freedom)) == pytest.approx(
        stats.t.ppf(float(share), float(freedom)), rel=1e-9
    )


@given(st.integers(1, 2000), st.integers(2, 9), st.sampled_from([LOW, HIGH, Fraction(1, 2)]))
def test_f_agrees_with_scipy(above: int, times: int, share: Fraction) -> None:
    found = f_quantile(share, Fraction(above), Fraction(above * times))
    assert float(found) == pytest.approx(stats.f.ppf(float(share), above, above * times), rel=1e-9)


@pytest.mark.parametrize("forms", [5_000, 50_000, 500_000])
def test_a_survey_of_any_size_comes_to_an_end(forms: int) -> None:
    above, below = forms - 1, (forms - 1) * 8
    found = f_quantile(HIGH, Fraction(above), Fraction(below))
    assert float(found) == pytest.approx(stats.f.ppf(0.975, above, below), rel=1e-9)


def test_the_low_end_of_f_is_the_high_end_turned_round() -> None:
    low, high = f_quantile(LOW, Fraction(29), Fraction(87)), f_quantile(HIGH, Fraction(87), Fraction(29))
    assert float(low * high) == pytest.approx(1, rel=1e-9)


def test_roots_are_cut_off_after_twelve_decimals() -> None:
    assert square_root(Fraction(0)) == 0
    assert square_root(Fraction(9, 4)) == Fraction(3, 2)
    assert square_root(Fraction(3)) == Fraction(1_732_050_807_568, 10**12)
    assert float(square_root(Fraction(1, 3))) == pytest.approx(sqrt(1 / 3), abs=1e-11)
