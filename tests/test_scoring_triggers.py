"""What raises a recommendation, in which words, and what does not."""

from __future__ import annotations

from typing import Any

from scoring.assessment import Proposal
from tests.worked_cases import Case


def proposals(told: dict[str, Any]) -> list[Proposal]:
    return list(Case("", told).assess().proposals)


def test_a_low_answer_of_people_says_below_what_and_by_how_many() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [{"12 women": {"A-1": "disagree", "A-2 to A-4": "agree"}}],
    }
    assert [one.raised_by[0].why for one in proposals(told)] == ["below 40 (12 answers)"]


def test_where_the_area_decides_the_reason_names_the_area() -> None:
    told = {
        "staff": "10",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [{"8 women": {"A-1 to A-4": "disagree"}}],
    }
    why = {raised.why for one in proposals(told) for raised in one.raised_by}
    assert why == {"what staff said in the area is below 50"}


def test_all_of_an_area_in_the_lowest_band_is_of_high_priority() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [{"12 women": {"A-1": "strongly_disagree", "A-2 to A-4": "strongly_disagree"}}],
    }
    assert {one.priority for one in proposals(told)} == {"high"}
    told["forms"] = [{"12 women": {"A-1 to A-4": "disagree"}}]
    assert {one.priority for one in proposals(told)} == {"medium"}


def test_what_the_head_says_better_of_than_before_raises_nothing() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 head", "A-2 to A-4": "ratio documents"},
        "documents": {"A-2 to A-4": "80/100"},
        "interviews": [{"1 director": {"A-1": "neither"}}],
        "earlier": {
            "staff": "20",
            "documents": {"A-2 to A-4": "80/100"},
            "interviews": [{"1 director": {"A-1": "disagree"}}],
        },
    }
    item = Case("", told).assess().item("A-1")
    assert item is not None
    assert item.baseline is not None
    assert (item.baseline.change, item.baseline.status, proposals(told)) == (25, "improved", [])


def test_an_area_that_fell_says_by_how_many_points() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-5": "ratio documents"},
        "documents": {"A-1 to A-5": "60/100"},
        "earlier": {"staff": "20", "documents": {"A-1 to A-5": "80/100"}},
    }
    raised = [one for proposal in proposals(told) for one in proposal.raised_by if one.id == "A"]
    assert [(one.score, one.why) for one in raised] == [(60, "fell by 20 points since the baseline")]


def test_an_item_that_fell_says_by_how_many_points() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-5": "ratio documents"},
        "documents": {"A-1": "60/100", "A-2 to A-5": "80/100"},
        "earlier": {"staff": "20", "documents": {"A-1": "85/100", "A-2 to A-5": "80/100"}},
    }
    raised = [one for proposal in proposals(told) for one in proposal.raised_by]
    assert [(one.id, one.score, one.why) for one in raised] == [
        ("A-1", 60, "fell by 25 points since the baseline")
    ]
