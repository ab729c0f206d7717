"""What a band hangs on: worked cases, and what must hold whatever the figures."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from scoring.areas import weighed
from scoring.assessment import AreaRating
from scoring.bands import band_of
from scoring.sensitivity import POOLED, Sensitivity, sensitivity
from tests.worked_cases import Case, cases, questionnaire_of

TOLD = [case for case in cases() if "sensitivity" in case.told["expect"]]


def test_there_are_worked_cases() -> None:
    assert len(TOLD) >= 4


@pytest.mark.parametrize("case", TOLD, ids=[case.name for case in TOLD])
def test_case(case: Case) -> None:
    assessment, questionnaire = case.assess(), questionnaire_of(case.told)
    for name, wanted in case.told["expect"]["sensitivity"].items():
        area = assessment.area(name)
        assert area is not None
        found = sensitivity(questionnaire, area)
        assert found is not None
        assert {key: told(found, key) for key in wanted} == wanted, name


def told(found: Sensitivity, key: str) -> str:
    """What a sensitivity says about one line of a case."""
    without = {f"without {one.id}": one.band for one in found.items}
    if key.startswith("without "):
        return without.get(key, "not told") or "none"
    said: dict[str, Any] = {
        "stable": "yes" if found.stable else "no",
        "weighed equally": found.equal_weights,
        "in neither": " ".join(found.in_neither),
        "hangs on": " ".join(one.id for one in found.hangs_on),
    }
    return said[key] or "none"


RATED = [
    (case, area)
    for case in cases()
    for area in case.assess().areas
    if area.band is not None and case.told.get("items")
]


@pytest.mark.parametrize(("case", "area"), RATED, ids=[f"{case.name}-{area.id}" for case, area in RATED])
def test_the_figure_without_an_item_is_the_mean_of_the_rest(case: Case, area: AreaRating) -> None:
    questionnaire = questionnaire_of(case.told)
    found = sensitivity(questionnaire, area)
    assert found is not None
    for one in found.items:
        rest = [
            item for item in area.items if item.score is not None and one.id not in (item.id, item.source)
        ]
        total = sum((weighed(item) * (item.score or 0) for item in rest), Fraction(0))
        weight = sum((weighed(item) for item in rest), Fraction(0))
        assert one.score == (total / weight if rest else None)
        assert one.band == (None if one.score is None else band_of(questionnaire, one.score))
    assert (found.area, found.band) == (area.id, area.band)
    both = area.objective is not None and area.perception is not None
    equal = ((area.objective or Fraction(0)) + (area.perception or Fraction(0))) / 2 if both else None
    assert (found.equal_score, found.equal_weights) == (
        equal,
        None if equal is None else band_of(questionnaire, equal),
    )
    assert found.stable == (
        {one.band for one in found.items} == {area.band} and found.equal_weights in (None, area.band)
    )
    assert not {item.id for item in area.items if item.source == "pooled"} & {one.id for one in found.items}
    assert (POOLED in {one.id for one in found.items}) == any(item.source == "pooled" for item in area.items)


def test_an_area_that_is_not_rated_hangs_on_nothing() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "yn3 documents"}}
    assert sensitivity(questionnaire_of(told), Case("", told).assess().areas[0]) is None


def test_an_area_of_one_item_has_nothing_left_without_it() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "yn3 documents"}, "documents": {"A-1 to A-4": "yes"}}
    questionnaire, area = questionnaire_of(told), Case("", told).assess().areas[0]
    found = sensitivity(questionnaire, replace(area, items=area.items[:1]))
    assert found is not None
    assert [(one.id, one.score, one.band) for one in found.items] == [("A-1", None, None)]
    assert not found.stable
