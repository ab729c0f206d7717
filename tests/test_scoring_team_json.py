"""What only the facilitation team sees, as programs read it."""

from __future__ import annotations

import json
from typing import Any

from scoring import assess
from scoring.team_json import team_json
from tests.worked_cases import evidence_in, questionnaire_of

HASH = "a" * 64
ITEMS = {"A-1 to A-4": "agree5 survey"}


def told_json(told: dict[str, Any]) -> dict[str, Any]:
    questionnaire = questionnaire_of(told)
    evidence = evidence_in(questionnaire, told)
    found = team_json(questionnaire, evidence, assess(questionnaire, evidence), HASH)
    # What cannot be written as plain JSON fails here, NaN included.
    reread: dict[str, Any] = json.loads(json.dumps(found, allow_nan=False))
    assert reread == found
    return found


def test_it_names_the_method_and_how_women_and_men_are_published() -> None:
    found = told_json({"staff": "40", "items": ITEMS, "policy": "exact"})
    assert (found["method"], found["policy"]) == ("1", "exact")
    assert found["questionnaire"]["sha256"] == HASH


def test_an_area_tells_how_sure_its_gap_is_and_how_its_items_go_together() -> None:
    forms = [
        {"10 women": {"A-1 to A-4": "agree"}},
        {"5 women": {"A-1 to A-2": "neither", "A-3 to A-4": "agree"}},
        {"15 men": {"A-1 to A-4": "strongly_agree"}},
    ]
    told = {"staff": "40", "working_here": "20 women, 20 men", "items": ITEMS, "forms": forms}
    (area,) = told_json(told)["areas"]
    assert area["id"] == "A"
    assert area["certainty_reason"] is area["reliability_reason"] is None
    assert area["certainty"] == {
        "low": -30.855527,
        "high": -27.477806,
        "degrees_of_freedom": 14.0,
        "verdict": "clear",
        "women": {"people": 15, "staff": 20, "variance": 0.620040},
        "men": {"people": 15, "staff": 20, "variance": 0.0},
    }
    scale = area["reliability"]
    assert (scale["forms"], scale["items"]) == (30, ["A-1", "A-2", "A-3", "A-4"])
    assert 0 < scale["low"] < scale["alpha"] < scale["high"] < 1
    numerator, denominator = scale["exact"].split("/")
    assert round(int(numerator) / int(denominator), 6) == scale["alpha"]


def test_what_cannot_be_told_is_null_with_the_code_of_its_reason() -> None:
    (area,) = told_json({"staff": "40", "items": ITEMS})["areas"]
    assert (area["certainty"], area["certainty_reason"]) == (None, "not_both_shown")
    assert (area["reliability"], area["reliability_reason"]) == (None, "no_scale")


def test_who_spoke_stands_beside_who_works_here() -> None:
    told = {
        "staff": "40",
        "working_here": "20 women, 15 men",
        "items": ITEMS,
        "forms": [{"18 women": {}}, {"6 men": {}}],
    }
    assert told_json(told)["participation"] == {
        "staff": {"women": 20, "men": 15},
        "spoke": [
            {"instrument": "survey", "women": 18, "men": 6, "women_percent": 90.0, "men_percent": 40.0}
        ],
        "warnings": [
            "18 of 20 women but 6 of 15 men answered the survey: what 'staff say' is mostly what women say."
        ],
    }


def test_without_staff_numbers_the_rates_are_null() -> None:
    found = told_json({"staff": "40", "items": ITEMS, "forms": [{"18 women": {}}]})["participation"]
    assert found["staff"] is None
    assert found["spoke"][0]["women_percent"] is None
    assert len(found["warnings"]) == 1


def test_a_small_unit_tells_nothing_of_women_and_men() -> None:
    found = told_json({"staff": "19", "items": ITEMS, "forms": [{"15 others": {"A-1 to A-4": "agree"}}]})
    assert found["participation"] is None
    assert found["areas"][0]["certainty"] is found["areas"][0]["reliability"] is None
    assert [item["no_answer"] for item in found["items"]] == [None] * 4


def test_an_item_tells_what_people_gave_instead_of_a_rating() -> None:
    told = {
        "staff": "40",
        "items": ITEMS,
        "forms": [
            {"15 women": {"A-1": "agree"}},
            {"3 women": {"A-1": "dk"}},
            {"2 men": {"A-1": "na"}},
            {"1 man": {"A-1": "pnts"}},
            {"4 men": {}},
        ],
    }
    assert told_json(told)["items"][0]["no_answer"] == {
        "given": 21,
        "dont_know": 3,
        "not_in_my_work": 2,
        "prefer_not_to_say": 1,
        "unanswered": 4,
    }
