"""Where a unit stands beside others: the group, and the place in its distribution."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.definition import Region, UnitType
from scoring.benchmark import (
    FEWEST_UNITS,
    Benchmark,
    Distribution,
    Group,
    Place,
    Standing,
    comparable,
    finest,
    place_of,
    standings,
)
from tests.worked_cases import Case

OTHERS = Distribution(12, Fraction(40), Fraction(50), Fraction(60))


def group(region: Region | None, unit_type: UnitType | None, units: int = 10) -> Group:
    return Group(region, unit_type, units, OTHERS, {"A": OTHERS, "B": OTHERS})


def benchmark(*groups: Group) -> Benchmark:
    return Benchmark("2026-01-31", "pga", "1", groups)


ALL, REGION = group(None, None), group("africa", None)
TYPE, BOTH = group(None, "field_office"), group("africa", "field_office")


def test_the_finest_group_is_region_and_type_then_type_then_region_then_all() -> None:
    found = [
        finest(benchmark(*groups), "africa", "field_office")
        for groups in ((ALL, REGION, TYPE, BOTH), (ALL, REGION, TYPE), (ALL, REGION), (ALL,), ())
    ]
    assert found == [BOTH, TYPE, REGION, ALL, None]


def test_a_unit_is_set_beside_no_group_it_does_not_belong_to() -> None:
    assert finest(benchmark(REGION, TYPE, BOTH), "americas", "project") is None
    assert finest(benchmark(BOTH, ALL), "africa", "project") is ALL
    assert finest(benchmark(TYPE, REGION), "africa", "project") is REGION


def test_a_unit_whose_region_or_type_was_not_named_is_beside_wider_groups() -> None:
    every = benchmark(BOTH, TYPE, REGION, ALL)
    assert finest(every, None, "field_office") is TYPE
    assert finest(every, "africa", None) is REGION
    assert finest(every, None, None) is ALL


@pytest.mark.parametrize(
    ("score", "place"),
    [
        (Fraction(3999, 100), "below the lower quarter"),
        (Fraction(40), "in the middle half"),
        (Fraction(50), "in the middle half"),
        (Fraction(60), "in the middle half"),
        (Fraction(6001, 100), "above the upper quarter"),
    ],
)
def test_on_a_quartile_a_figure_lies_in_the_middle_half(score: Fraction, place: Place) -> None:
    assert place_of(score, OTHERS) == place


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_a_higher_figure_never_stands_in_a_lower_place(one: Fraction, other: Fraction) -> None:
    order = ["below the lower quarter", "in the middle half", "above the upper quarter"]
    low, high = sorted((one, other))
    assert order.index(place_of(low, OTHERS)) <= order.index(place_of(high, OTHERS))


def told() -> dict[str, Any]:
    names = [f"{area}-{number}" for area in "ABCDEF" for number in range(1, 5)]
    return {
        "staff": "40",
        "items": dict.fromkeys([*names, "G-1"], "yn3 documents"),
        "documents": dict.fromkeys(names, "partly") | dict.fromkeys(names[:4], "yes"),
    }


def test_every_figure_has_a_place_or_says_why_not() -> None:
    areas = {"A": OTHERS, "B": OTHERS, "G": OTHERS}
    found = standings(Case("", told()).assess(), Group(None, None, 12, OTHERS, areas))
    assert {each.id: each.place or each.why for each in found} == {
        "overall": "in the middle half",
        "A": "above the upper quarter",
        "B": "in the middle half",
        **dict.fromkeys("CDEF", "too few other units"),
        "G": "not rated",
    }
    assert comparable(found) == "3 of 8"
    assert [each.score for each in found][:3] == [Fraction(175, 3), 100, 50]
    assert [each.others for each in found][2:4] == [OTHERS, None]


def test_a_figure_says_where_it_stands_and_beside_whom() -> None:
    found = standings(Case("", told()).assess(), Group(None, None, 12, None, {"A": OTHERS}))
    assert found[:3] == (
        Standing("overall", Fraction(175, 3), None, None, "too few other units"),
        Standing("A", Fraction(100), OTHERS, "above the upper quarter", None),
        Standing("B", Fraction(50), None, None, "too few other units"),
    )
    assert FEWEST_UNITS == 5


def test_without_a_distribution_the_overall_has_no_place() -> None:
    found = standings(Case("", told()).assess(), Group(None, None, 12, None, {}))
    assert {each.place for each in found} == {None}
    assert comparable(found) == "0 of 8"


def test_a_benchmark_changes_no_rating() -> None:
    assessment = Case("", told()).assess()
    standings(assessment, ALL)
    assert assessment == Case("", told()).assess()
