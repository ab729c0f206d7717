"""How near the end of the scale a figure of people may be told, and of which sources."""

from __future__ import annotations

from fractions import Fraction

from scoring.disclosure import published_item
from scoring.guard import end_slack
from tests.worked_cases import Case, questionnaire_of


def test_two_people_of_slack_are_left_and_never_more_than_half_of_the_scale() -> None:
    assert [end_slack(people) for people in (0, 1, 2, 5, 10)] == [50, 50, 25, 10, 5]


def test_what_was_said_in_confidence_is_guarded_whichever_way_it_was_asked() -> None:
    told = {
        "staff": "20",
        "items": {
            "A-1": "agree5 survey",
            "A-2": "agree5 interview",
            "A-3": "agree5 partners",
            "A-4": "extent5 head",
            "A-5": "yn3 documents",
        },
        "forms": [{"10 women": {"A-1": "strongly_agree"}}],
        "interviews": [
            {"5 staff": {"A-2": "strongly_agree"}},
            {"5 partners": {"A-3": "strongly_agree"}},
            {"1 director": {"A-4": "fully"}},
        ],
        "documents": {"A-5": "yes"},
    }
    questionnaire, (area,) = questionnaire_of(told), Case("", told).assess().areas
    printed = [published_item(questionnaire, item).text for item in area.items]
    assert printed == [">= 95", ">= 90", ">= 90", "100.0", "100.0"]
    assert (area.in_steps, area.bound and area.bound.value) == (True, Fraction(95))
