"""Figures that a questionnaire declares for one unit, and what changed against them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.assessment import AreaRating, Comparison
from tests.worked_cases import Case

FIVE = Fraction(5)


def area(told: dict[str, Any]) -> AreaRating:
    found = Case("", {"staff": "20", **told}).assess().area("A")
    assert found is not None
    return found


def test_a_declared_percentage_of_a_reversed_item_is_turned_round_and_a_score_is_not() -> None:
    told = {
        "items": {
            "A-1": "ratio documents, reversed, baseline 40 percent unit",
            "A-2": "ratio documents, reversed, baseline 40 score unit",
            "A-3": "ratio documents, baseline 70 percent unit",
            "A-4 to A-5": "yn3 documents",
        },
        "documents": {"A-1 to A-2": "5/10", "A-4 to A-5": "yes"},
    }
    found = area(told)
    assert [item.baseline for item in found.items] == [
        Comparison("declared", Fraction(60), Fraction(-10), "declined", "1 of 1", zone=FIVE),
        Comparison("declared", Fraction(40), Fraction(10), "improved", "1 of 1", zone=FIVE),
        Comparison("declared", Fraction(70), None, "not comparable", "0 of 1"),
        None,
        None,
    ]
    assert found.baseline == Comparison(
        "declared", Fraction(50), Fraction(0), "unchanged", "2 of 5", zone=FIVE
    )


def test_an_area_that_is_not_rated_has_no_change_even_where_a_declared_item_counts() -> None:
    told = {
        "items": {"A-1": "ratio documents, baseline 40 percent unit", "A-2 to A-4": "yn3 documents"},
        "documents": {"A-1": "5/10"},
    }
    found = area(told)
    assert found.score is None
    assert found.baseline == Comparison("declared", Fraction(40), None, "not comparable", "1 of 4")


def test_an_area_is_whole_against_declared_figures_only_if_each_item_that_counts_has_one() -> None:
    items = {"A-1 to A-4": "ratio documents, baseline 40 percent unit"}
    documents = {"A-1 to A-4": "5/10"}
    whole = area({"items": items, "documents": documents}).baseline
    more = {"items": {**items, "A-5": "yn3 documents"}, "documents": {**documents, "A-5": "yes"}}
    partly = area(more).baseline
    assert whole is not None
    assert partly is not None
    assert (whole.whole, partly.whole, partly.comparable) == (True, False, "4 of 5")
