"""The mean of an area over its items as they are printed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.assessment import AreaRating, Bound
from tests.worked_cases import Case

THREE = {"A-1 to A-3": "neither"}


def area(told: dict[str, Any]) -> AreaRating:
    found = Case("", {"staff": "20", **told}).assess().area("A")
    assert found is not None
    return found


def test_an_item_at_the_end_enters_the_mean_as_it_is_printed() -> None:
    bounds = []
    for answer in ("strongly_agree", "strongly_disagree"):
        told = {
            "items": {"A-1 to A-4": "agree5 survey"},
            "forms": [{"10 women": {**THREE, "A-4": answer}}],
        }
        rated = area(told)
        assert rated.bound == rated.bound_perception
        bounds.append(rated.bound)
    assert bounds == [Bound(Fraction(245, 4), ">="), Bound(Fraction(155, 4), "<=")]  # 3 x 50, and 95 or 5


def test_a_sensitive_item_at_the_end_is_printed_as_its_band_and_bounds_nothing() -> None:
    told = {
        "items": {"A-1 to A-3": "agree5 survey", "A-4": "agree5 survey, sensitive"},
        "forms": [{"10 women": {**THREE, "A-4": "strongly_agree"}}],
    }
    rated = area(told)
    assert (rated.score, rated.bound, rated.bound_perception) == (Fraction(125, 2), None, None)


def test_the_one_figure_of_a_small_unit_bounds_nothing_by_itself() -> None:
    told = {
        "staff": "8",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [{"8 women": {"A-1 to A-4": "strongly_agree"}}],
    }
    rated = area(told)
    assert (rated.score, rated.people, rated.bound) == (100, 8, None)
