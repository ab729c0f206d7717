"""Cronbach's alpha: published examples, relations that must hold, and when it is not told."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from questionnaires.routing import Setting
from scoring.assessment import Why
from scoring.evidence import Evidence, ScaleSums
from scoring.reliability import Reliability, cronbach, in_words, reliability

points = st.sampled_from([Fraction(each) for each in (0, 25, 50, 75, 100)])
forms_of_three = st.lists(st.tuples(points, points, points), min_size=30, max_size=40)


def added(forms: Sequence[Sequence[Fraction | int]], area: str = "A") -> ScaleSums:
    """The sums of forms, each with its points of every item."""
    columns = list(zip(*forms, strict=True))
    return ScaleSums(
        area=area,
        items=tuple(f"{area}-{number}" for number in range(len(columns))),
        forms=len(forms),
        sums=tuple(Fraction(sum(column)) for column in columns),
        squares=tuple(Fraction(sum(each * each for each in column)) for column in columns),
        total_squares=Fraction(sum(sum(form) ** 2 for form in forms)),
    )


def told(*scales: ScaleSums) -> Reliability | Why:
    return reliability(Evidence(Setting(100), scales=scales), "A")


def test_the_example_of_bland_and_altman() -> None:
    # BMJ 1997;314:572: ten items whose variances add up to 11.16, and a variance of 77.44 of their sum: 0.95.
    of_items, of_sum, degrees = Fraction("11.16"), Fraction("77.44"), 248
    nothing = (Fraction(0),) * 10
    sums = ScaleSums(
        "A", ("A",) * 10, degrees + 1, nothing, (of_items * degrees / 10,) * 10, of_sum * degrees
    )
    assert round(float(cronbach(sums) or 0), 2) == 0.95


def test_a_small_scale_by_hand() -> None:
    # Distances squared: items 5000 and 5000, sums 15000: 2 x (1 - 10000 / 15000).
    assert cronbach(added([[0, 50], [50, 50], [100, 100], [50, 0]])) == Fraction(2, 3)


def test_the_interval_is_that_of_feldt() -> None:
    forms = [[number % 5 * 25, (number * number) % 5 * 25, number % 3 * 50] for number in range(40)]
    found = told(added(forms))
    assert isinstance(found, Reliability)
    left = 1 - float(found.alpha)
    assert float(found.low) == pytest.approx(1 - left * stats.f.ppf(0.975, 39, 78))
    assert float(found.high) == pytest.approx(1 - left * stats.f.ppf(0.025, 39, 78))
    assert (found.forms, found.items) == (40, ("A-0", "A-1", "A-2"))


def test_words_for_the_team() -> None:
    found = told(added([[75, 75]] * 10 + [[75, 50]] * 10 + [[50, 50]] * 10))
    assert isinstance(found, Reliability)
    assert in_words(found) == (
        "Cronbach's alpha 0.67, with 30 forms that rated all 2 items between 0.30 and 0.84 "
        "(1: the items say the same; about 0: read each by itself)."
    )


def test_thirty_forms_are_enough_and_twenty_nine_are_not() -> None:
    assert isinstance(told(added([[0, 0]] * 15 + [[100, 100]] * 15)), Reliability)
    assert told(added([[0, 0]] * 15 + [[100, 100]] * 14)) == Why(
        "too_few_forms", "29 forms rated all its items (30 needed)"
    )


def test_without_a_scale_of_two_items_there_is_none() -> None:
    none = Why("no_scale", "no form rated all of two items or more that count by the survey")
    assert told() == none
    assert told(added([[0], [100]] * 15)) == none
    assert told(added([[0, 0], [100, 100]] * 15, area="B")) == none


def test_forms_with_the_same_sum_have_no_alpha() -> None:
    found = told(added([[0, 100], [100, 0]] * 15))
    assert found == Why("no_variation", "all forms have the same sum, so there is nothing to tell apart")


@given(forms_of_three, st.integers(2, 4))
def test_every_form_twice_leaves_alpha_as_it_is(forms: list[tuple[Fraction, ...]], times: int) -> None:
    once = cronbach(added(forms))
    assert cronbach(added(forms * times)) == once
    one, many = told(added(forms)), told(added(forms * times))
    if isinstance(one, Reliability):
        assert isinstance(many, Reliability)
        assert many.high - many.low <= one.high - one.low


@given(st.lists(points, min_size=30, max_size=40), st.integers(2, 5))
def test_items_that_say_the_same_have_an_alpha_of_one(ratings: list[Fraction], items: int) -> None:
    assume(len(set(ratings)) > 1)
    found = told(added([[rating] * items for rating in ratings]))
    assert isinstance(found, Reliability)
    assert (found.alpha, found.low, found.high) == (1, 1, 1)


@given(forms_of_three)
def test_the_order_of_forms_and_items_changes_nothing(forms: list[tuple[Fraction, ...]]) -> None:
    turned = [form[::-1] for form in reversed(forms)]
    assert cronbach(added(turned)) == cronbach(added(forms))


@given(forms_of_three)
def test_alpha_lies_in_its_interval_and_never_above_one(forms: list[tuple[Fraction, ...]]) -> None:
    found = told(added(forms))
    if isinstance(found, Reliability):
        assert found.low <= found.alpha <= found.high <= 1
