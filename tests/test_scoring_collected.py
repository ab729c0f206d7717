"""What was collected: whether it is enough, who answered, and when it wins over a preset."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from questionnaires.routing import Setting
from scoring.assessment import Assessment, ItemRating, Response, Why
from scoring.collected import Collected, why_no_survey
from scoring.evidence import Evidence
from tests.worked_cases import Case, questionnaire_of

ITEMS = {"A-1 to A-4": "agree5 survey"}


def assessed(told: dict[str, Any]) -> Assessment:
    return Case("", told).assess()


def rated(told: dict[str, Any]) -> ItemRating:
    found = assessed(told).item("A-1")
    assert found is not None
    return found


def test_one_form_below_half_of_the_staff_is_too_few() -> None:
    questionnaire = questionnaire_of({"items": ITEMS})
    found = [
        Collected(questionnaire, Evidence(Setting(400), survey_forms=forms)).response
        for forms in (199, 200, 0)
    ]
    assert found == [
        Response(held=True, forms=199, invited=400, needed_percent=Fraction(50), counts=False),
        Response(held=True, forms=200, invited=400, needed_percent=Fraction(50), counts=True),
        Response(held=True, forms=0, invited=400, needed_percent=Fraction(50), counts=False),
    ]
    assert [why_no_survey(found[place]) for place in (0, 2)] == [
        Why("low_response", "199 of 400 people answered the survey (49.7 %, 50 % needed)"),
        Why("not_collected", "no survey form came in"),
    ]


def test_where_no_survey_is_held_its_items_are_pooled_from_interviews() -> None:
    found = rated({"staff": "6", "items": ITEMS, "interviews": [{"6 staff": {"A-1 to A-4": "agree"}}]})
    assert (found.score, found.source, found.instrument, found.n) == (75, "pooled", "interview", 6)


def test_one_answer_of_the_head_wins_over_a_preset() -> None:
    told: dict[str, Any] = {"staff": "20", "items": {"A-1": "extent5 head"}, "switched_off": {"A-1": "N2"}}
    said = rated({**told, "interviews": [{"1 director": {"A-1": "largely"}}]})
    assert (said.state, said.score) == ("counted", 75)
    assert rated(told).state == "na"


def test_a_group_that_says_it_is_not_in_its_work_wins_over_a_preset() -> None:
    told: dict[str, Any] = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+workshop"},
        "switched_off": {"A-1": "N2"},
    }
    reasons = [rated(one).why for one in (told, {**told, "workshop": {"A-1": "na"}})]
    assert [reason and reason.code for reason in reasons] == ["N2", "not_in_their_work"]
