"""The ratings as programs read them."""

from __future__ import annotations

import json
from typing import Any

from scoring.as_json import assessment_json
from tests.worked_cases import PGA, Case, cases, questionnaire_of

HASH = "a" * 64
NOTHING_BESIDE = dict.fromkeys(("target", "parity", "organisation", "no_answer"))


def told_json(told: dict[str, Any]) -> dict[str, Any]:
    found = assessment_json(Case("", told).assess(), questionnaire_of(told), HASH)
    # What cannot be written as plain JSON fails here, NaN included.
    reread: dict[str, Any] = json.loads(json.dumps(found, allow_nan=False))
    assert reread == found
    return found


def by_id(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == name)


def test_a_rated_area_has_a_rounded_and_an_exact_score() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "ev4 documents"}, "documents": {"A-1 to A-4": "meeting"}}
    area = by_id(told_json(told)["areas"], "A")
    assert (area["score"], area["exact"], area["band"]) == (66.666667, "200/3", "established")
    assert (area["coverage"], area["n"], area["reason"], area["reason_code"]) == (100.0, 4, None, None)
    assert (area["objective"], area["perception"], area["women"], area["baseline"]) == (
        66.666667,
        None,
        None,
        None,
    )


def test_a_whole_number_keeps_its_slash() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "yn3 documents"}, "documents": {"A-1 to A-4": "partly"}}
    assert by_id(told_json(told)["areas"], "A")["exact"] == "50/1"


def test_an_empty_audit_has_nulls_and_no_noughts_for_scores() -> None:
    found = told_json({"staff": "40"})
    assert found["questionnaire"] == {"id": "pga", "version": PGA.version, "sha256": HASH}
    assert [len(found[part]) for part in ("fronts", "areas", "items")] == [3, 12, 102]
    rows = [found["overall"], *found["fronts"], *found["areas"], *found["items"]]
    assert {row["score"] for row in rows} == {row["exact"] for row in rows} == {None}
    assert all(row["reason"] for row in rows)


def test_items_say_their_state_and_coverage() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "yn3 documents", "A-4": "yn3 information"},
        "documents": {"A-1": "yes", "A-2": "ng", "A-3": "na N2"},
    }
    items = told_json(told)["items"]
    assert [item["state"] for item in items] == ["counted", "lost", "na", "information"]
    assert [item["coverage"] for item in items] == [100.0, 0.0, None, None]
    assert [item["reason_code"] for item in items] == [None, "documents_not_given", "N2", "information"]
    assert [item["source"] for item in items] == ["documents", "documents", "documents", None]


def test_in_a_small_unit_no_item_of_people_has_a_figure() -> None:
    told = {
        "staff": "8",
        "items": {"A-1 to A-4": "agree5 survey, baseline 50 score unit"},
        "forms": [{"8 women": {"A-1 to A-4": "agree"}}],
    }
    found = told_json(told)
    assert by_id(found["items"], "A-1") == {
        "id": "A-1",
        "area": "A",
        "score": None,
        "exact": None,
        "band": None,
        "coverage": 100.0,
        "n": 8,
        "reason": "in a unit of this size people's answers are shown by area only",
        "reason_code": "pooled",
        "applicable": True,
        "state": "counted",
        "source": "pooled",
        "baseline": None,
        **NOTHING_BESIDE,
    }
    assert by_id(found["areas"], "A")["perception"] == 75.0


def test_the_overall_and_a_front_are_written_with_what_changed() -> None:
    names = [f"{area}-{number}" for area in "ABCDEFG" for number in range(1, 5)]
    found = told_json(
        {
            "staff": "20",
            "items": dict.fromkeys(names, "yn3 documents"),
            "documents": dict.fromkeys(names[:24], "partly"),
            "earlier": {
                "staff": "20",
                "documents": dict.fromkeys(names[4:], "no") | dict.fromkeys(names[:4], "yes"),
            },
        }
    )
    rated = {
        "score": 50.0,
        "exact": "50/1",
        "band": "established",
        "coverage": 85.714286,
        "n": 6,
        "reason": None,
        "reason_code": None,
        "applicable": True,
        "baseline": {
            "kind": "previous",
            "level": "unit",
            "score": 14.285714,
            "change": 33.333333,
            "status": "improved",
            "comparable": "6 of 7",
            "note": None,
        },
    }
    assert found["overall"] == {"id": "overall", **rated}
    assert found["fronts"][0] == {"id": "staffing", **rated}


def test_an_area_of_documents_and_people_and_its_items_are_written_whole() -> None:
    found = told_json(
        {
            "staff": "40",
            "items": {"A-1 to A-3": "agree5 survey", "A-4": "ev4 documents", "A-5": "yn3 documents"},
            "forms": [
                {"12 women": {"A-1 to A-3": "agree"}},
                {"8 men": {"A-1 to A-3": "neither"}},
                {"2 others": {"A-1": "dk"}},
            ],
            "documents": {"A-4": "meeting", "A-5": "na N2"},
        }
    )
    assert found["areas"] == [
        {
            "id": "A",
            "front": "staffing",
            "score": 65.416667,
            "exact": "785/12",
            "band": "established",
            "coverage": 100.0,
            "n": 4,
            "reason": None,
            "reason_code": None,
            "applicable": True,
            "objective": 66.666667,
            "perception": 65.0,
            "women": 75.0,
            "men": 50.0,
            "gap": 25.0,
            "baseline": None,
            "objective_change": None,
            "perception_change": None,
        }
    ]
    shares = {"given": 22, "dont_know": 2, "not_in_my_work": 0, "prefer_not_to_say": 0, "unanswered": 0}
    assert by_id(found["items"], "A-1") == {
        "id": "A-1",
        "area": "A",
        "score": 65.0,
        "exact": "65/1",
        "band": "established",
        "coverage": 100.0,
        "n": 20,
        "reason": None,
        "reason_code": None,
        "applicable": True,
        "state": "counted",
        "source": "survey",
        "baseline": None,
        **NOTHING_BESIDE,
        "no_answer": shares,
    }
    assert by_id(found["items"], "A-5") == {
        "id": "A-5",
        "area": "A",
        "score": None,
        "exact": None,
        "band": None,
        "coverage": None,
        "n": 0,
        "reason": "not applicable: It is decided elsewhere",
        "reason_code": "N2",
        "applicable": False,
        "state": "na",
        "source": "documents",
        "baseline": None,
        **NOTHING_BESIDE,
    }


def test_an_item_that_points_at_one_superior_is_exact_for_the_team_below_ten_too() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey, person"},
        "forms": [{"9 women": {"A-1": "agree"}}, {"1 man": {"A-1": "dk"}}],
    }
    item = by_id(told_json(told)["items"], "A-1")
    assert (item["score"], item["n"], item["reason_code"]) == (75.0, 9, None)


def test_a_baseline_is_written_with_its_change() -> None:
    told = {
        "staff": "120",
        "items": {
            "A-1": "sexcount staff_data, baseline 61 percent_women unit",
            "A-2 to A-4": "yn3 documents",
        },
        "staff_data": {"A-1": "55 45"},
        "documents": {"A-2 to A-4": "yes"},
    }
    assert by_id(told_json(told)["areas"], "A")["baseline"] == {
        "kind": "declared",
        "level": "unit",
        "score": 72.5,
        "change": 15.0,
        "status": "improved",
        "comparable": "1 of 4",
        "note": None,
    }


def test_every_worked_case_can_be_written_as_json() -> None:
    for case in cases():
        told_json(case.told)
