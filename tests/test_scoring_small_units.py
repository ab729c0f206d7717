"""What people said in a small unit: one figure for an area, or why there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import Beside, ItemRating, Why
from scoring.evidence import Evidence, Observation, Pool
from tests.worked_cases import Case, questionnaire_of

ALL = "A-1 to A-4"
TOLD: dict[str, Any] = {"staff": "8", "items": {ALL: "agree5 survey", "B-1": "agree5 survey"}}


def items(told: dict[str, Any]) -> tuple[ItemRating, ...]:
    return Case("", told).assess().areas[0].items


def test_an_item_that_was_switched_off_is_not_pooled_with_the_others() -> None:
    forms = [{"6 women": {"A-2 to A-4": "agree"}}]
    found = items({**TOLD, "forms": forms, "switched_off": {"A-1": "N2"}})
    assert [(item.state, item.source, item.score) for item in found] == [
        ("na", None, None),
        *[("counted", "pooled", 75)] * 3,
    ]


def test_an_area_that_nobody_or_too_few_answered_says_so() -> None:
    nobody = items({**TOLD, "forms": [{"6 women": {"B-1": "agree"}}]})
    assert {item.why for item in nobody} == {Why("not_collected", "nothing was collected")}
    four = items({**TOLD, "forms": [{"4 women": {ALL: "agree"}}, {"2 women": {"B-1": "agree"}}]})
    assert {item.why for item in four} == {Why("too_few_answers", "too few answers (4, 5 needed)")}


def test_a_pool_without_points_is_the_reason_and_not_the_few_voters_of_a_workshop() -> None:
    questionnaire = questionnaire_of({"items": {"A-1 to A-4": "agree5 survey+workshop"}})
    evidence = Evidence(
        Setting(8),
        observations=(Observation("A-1", "workshop", "group", "agree=4 agreed=agree"),),
        pools={"A": Pool(6, {("A-1", "dk"): 6})},
        survey_forms=6,
    )
    item = assess(questionnaire, evidence).item("A-1")
    assert item is not None
    assert (item.state, item.why) == ("lost", Why("not_collected", "nothing was collected"))


def test_a_workshop_of_fewer_than_half_stands_beside_what_a_small_unit_pools() -> None:
    told = {
        "staff": "12",
        "items": {ALL: "agree5 survey+workshop"},
        "forms": [{"8 women": {ALL: "agree"}}],
        "workshop": {"A-1": "disagree=5 agreed=disagree"},
    }
    assert [item.beside for item in items(told)] == [(Beside("workshop", Fraction(25), 5),), (), (), ()]


def test_a_workshop_that_would_count_alone_stands_beside_what_a_small_unit_pools() -> None:
    told = {
        "staff": "8",
        "items": {ALL: "agree5 survey+workshop"},
        "forms": [{"6 women": {ALL: "agree"}}],
        "workshop": {"A-1": "disagree=5 agreed=disagree"},
    }
    assert [(item.source, item.score, item.beside) for item in items(told)] == [
        ("pooled", 75, (Beside("workshop", Fraction(25), 5),)),
        *[("pooled", 75, ())] * 3,
    ]
