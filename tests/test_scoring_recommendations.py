"""In which order recommendations are proposed, and with which priority."""

from __future__ import annotations

from fractions import Fraction

from scoring.assessment import Proposal, Raised
from scoring.recommendations import distance
from tests.worked_cases import Case


def test_a_proposal_is_as_far_below_50_as_the_lowest_figure_that_raised_it() -> None:
    raised = (Raised("A-1", Fraction(10), "below 50"), Raised("A-2", Fraction(40), "below 50"))
    assert distance(Proposal("REC-A-1", "A", "medium", raised)) == 40
    assert distance(Proposal("REC-A-1", "A", "medium", ())) == 0


def test_the_stronger_of_two_reasons_gives_the_priority_and_many_weak_ones_stay_behind_it() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "ratio documents", "B-1 to B-4": "ratio documents"},
        "documents": {
            "A-1": "55/100",
            "A-2 to A-4": "70/100",
            "B-1": "40/100",
            "B-2 to B-4": "76/100",
        },
        "earlier": {"staff": "20", "documents": {"A-1 to A-4": "90/100", "B-1 to B-4": "90/100"}},
    }
    found = [one for one in Case("", told).assess().proposals if not one.also]
    assert [(one.recommendation, one.priority, [each.id for each in one.raised_by]) for one in found] == [
        ("REC-B-1", "medium", ["B-1", "B"]),
        ("REC-A-1", "low", ["A-1", "A"]),
        ("REC-A-2", "low", ["A-2"]),
    ]


def test_one_reason_of_more_weight_goes_before_two_of_less() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "ratio documents", "B-1 to B-4": "ratio documents"},
        "documents": {"A-1": "55/100", "A-2 to A-4": "70/100", "B-1": "40/100", "B-2 to B-4": "76/100"},
        "earlier": {"staff": "20", "documents": {"A-1 to A-4": "90/100"}},
    }
    found = [one for one in Case("", told).assess().proposals if not one.also]
    assert [(one.recommendation, one.priority, len(one.raised_by)) for one in found] == [
        ("REC-B-1", "medium", 1),
        ("REC-A-1", "low", 2),
        ("REC-A-2", "low", 1),
    ]
