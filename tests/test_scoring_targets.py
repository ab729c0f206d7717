"""Attainment of an aim and distance to parity."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.references import Direction
from scoring.aims import WHY, ParityDistance, TargetRating
from scoring.assessment import ItemRating
from scoring.targets import attainment, is_reached
from tests.worked_cases import PGA, Case

percents = st.fractions(0, 100, max_denominator=50)
directions = st.sampled_from(["reach", "increase", "decrease"])


def item_of_case(told: dict[str, Any], name: str = "A-1") -> ItemRating:
    item = Case("", told).assess().item(name)
    assert item is not None
    return item


def target_in(told: dict[str, Any]) -> TargetRating:
    target = item_of_case(told).target
    assert target is not None
    return target


@pytest.mark.parametrize(
    ("direction", "value", "start", "aim", "expected"),
    [
        ("reach", 40, 30, 50, Fraction(1, 2)),
        ("reach", 60, 30, 50, Fraction(1, 2)),
        ("reach", 20, 30, 50, Fraction(0)),
        ("reach", 80, 30, 50, Fraction(0)),
        ("reach", 50, 50, 50, Fraction(1)),
        ("reach", 49, 50, 50, None),
        ("increase", 35, 20, 80, Fraction(1, 4)),
        ("increase", 90, 20, 80, Fraction(1)),
        ("increase", 10, 20, 80, Fraction(0)),
        ("increase", 70, 80, 80, None),
        ("increase", 50, 80, 60, None),
        ("increase", 60, 80, 60, Fraction(1)),
        ("decrease", 50, 60, 20, Fraction(1, 4)),
        ("decrease", 10, 60, 20, Fraction(1)),
        ("decrease", 70, 60, 20, Fraction(0)),
        ("decrease", 30, 20, 20, None),
    ],
)
def test_attainment_is_how_much_of_the_way_from_the_start_to_the_aim_is_done(
    direction: Direction, value: int, start: int, aim: int, expected: Fraction | None
) -> None:
    assert attainment(direction, Fraction(value), Fraction(start), Fraction(aim)) == expected


def test_without_a_start_only_an_aim_that_is_reached_has_an_attainment() -> None:
    assert attainment("reach", Fraction(49), None, Fraction(50)) is None
    assert attainment("reach", Fraction(50), None, Fraction(50)) == 1


@given(directions, percents, percents, percents)
def test_attainment_lies_between_0_and_1_and_is_1_only_where_the_aim_is_reached(
    direction: Direction, value: Fraction, start: Fraction, aim: Fraction
) -> None:
    found = attainment(direction, value, start, aim)
    assert found is None or 0 <= found <= 1
    assert (found == 1) == is_reached(direction, value, aim)


@given(directions, percents, percents)
def test_where_nothing_changed_nothing_is_attained(
    direction: Direction, start: Fraction, aim: Fraction
) -> None:
    found = attainment(direction, start, start, aim)
    assert found == (1 if is_reached(direction, start, aim) else 0)


@given(directions, percents, percents, percents)
def test_measured_by_the_other_sex_the_attainment_is_the_same(
    direction: Direction, value: Fraction, start: Fraction, aim: Fraction
) -> None:
    mirrored: dict[Direction, Direction] = {
        "reach": "reach",
        "increase": "decrease",
        "decrease": "increase",
    }
    other = attainment(mirrored[direction], 100 - value, 100 - start, 100 - aim)
    assert attainment(direction, value, start, aim) == other


@given(percents, percents, percents, percents)
def test_nearer_to_the_aim_is_never_less(
    value: Fraction, other: Fraction, start: Fraction, aim: Fraction
) -> None:
    nearer, farther = sorted((value, other), key=lambda figure: abs(figure - aim))
    one, two = (attainment("reach", figure, start, aim) for figure in (nearer, farther))
    assert one is None or two is None or one >= two


def test_where_nothing_is_attained_the_reason_is_told_in_words() -> None:
    aim = "ratio documents, aim increase 80 percent unit"
    told = {
        "staff": "40",
        "items": {
            "A-1": "yn3 documents, aim increase none extent organisation",
            "A-2": "yn3 documents, aim increase 50 percent unit",
            "A-3 to A-5": aim,
            "A-6": "agree5 survey, aim increase 80 percent unit",
        },
        "forms": [{"20 women": {"A-6": "agree"}}],
        "documents": {"A-1 to A-2": "yes", "A-4 to A-5": "5/10"},
        "earlier": {"staff": "40", "documents": {"A-3": "2/10", "A-5": "9/10"}},
    }
    why = {item.id: item.target.why for item in Case("", told).assess().areas[0].items if item.target}
    assert {name: WHY[reason] for name, reason in why.items() if reason} == {
        "A-1": "the aim has no number",
        "A-2": "the aim is counted in another way than the item",
        "A-3": "there is no figure today",
        "A-4": "there is no figure to start from",
        "A-5": "the aim was reached at the start and is missed today",
        "A-6": "the aim is counted in another way than the item",
    }


def test_the_published_aim_of_half_the_posts_is_a_reference_of_the_organisation() -> None:
    assessment = Case("", {"staff": "120", "staff_data": {"ST1-01": "30 70"}}).assess()
    aims = {item.id: item.target for area in assessment.areas for item in area.items if item.target}
    assert {aim.level for aim in aims.values()} == {"organisation"}
    of_posts = aims["ST1-01"]
    assert (of_posts.aim, of_posts.by, of_posts.value, of_posts.why) == (50, "2010", 30, "no_start")
    assert len(aims) == sum(item.target is not None for item in PGA.items.values())


def test_an_item_without_an_aim_has_no_target_rating() -> None:
    told = {"staff": "40", "items": {"A-1": "yn3 documents"}, "documents": {"A-1": "yes"}}
    assert item_of_case(told).target is None


def test_an_item_of_a_small_unit_that_stands_for_its_area_has_no_figure_of_its_own() -> None:
    told = {
        "staff": "8",
        "items": {"A-1 to A-4": "agree5 survey, aim increase 80 score unit"},
        "forms": [{"8 women": {"A-1 to A-4": "agree"}}],
    }
    target = target_in(told)
    assert (target.value, target.attainment, target.why) == (None, None, "not_rated")


def test_a_start_that_was_pooled_in_the_earlier_audit_is_not_used() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "agree5 survey, aim increase 100 score unit"},
        "forms": [{"20 women": {"A-1 to A-4": "agree"}}],
        "earlier": {"staff": "8", "forms": [{"8 women": {"A-1 to A-4": "neither"}}]},
    }
    target = target_in(told)
    assert (target.value, target.start, target.why) == (75, None, "no_start")


def test_an_aim_tells_all_its_figures_in_its_own_unit() -> None:
    case = Case(
        "",
        {
            "staff": "40",
            "items": {"A-1": "ratio documents, aim increase 80 percent unit"},
            "documents": {"A-1": "5/10"},
            "earlier": {"staff": "40", "documents": {"A-1": "2/10"}},
        },
    )
    target = case.assess().item("A-1")
    assert target is not None
    assert target.target == TargetRating(
        "unit",
        "increase",
        "percent",
        None,
        Fraction(80),
        Fraction(50),
        Fraction(20),
        "previous",
        Fraction(1, 2),
        None,
    )


def test_a_start_from_which_no_percentage_can_be_told_is_none() -> None:
    told = {
        "staff": "40",
        "items": {"A-1": "yn3 documents, aim increase 50 percent unit"},
        "documents": {"A-1": "partly"},
        "earlier": {"staff": "40", "documents": {"A-1": "no"}},
    }
    target = target_in(told)
    assert (target.value, target.start, target.start_kind, target.why) == (None, None, None, "other_ruler")


def test_a_declared_figure_in_points_starts_an_aim_in_points_only() -> None:
    told = {
        "staff": "40",
        "items": {
            "A-1": "ratio documents, baseline 20 percent unit, aim increase 60 score unit",
            "A-2": "ratio documents, baseline 20 score unit, aim increase 60 percent unit",
            "A-3": "sexcount staff_data, baseline 20 percent_men unit, aim increase 100 score unit",
        },
        "documents": {"A-1": "4/10", "A-2": "4/10"},
        "staff_data": {"A-3": "60 40"},
    }
    starts = [item_of_case(told, name).target for name in ("A-1", "A-2", "A-3")]
    assert [target and target.start for target in starts] == [20, None, 25]
    assert [target and target.attainment for target in starts] == [Fraction(1, 2), None, Fraction(2, 3)]


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_distance_to_parity_is_the_same_whichever_sex_is_fewer(women: int, men: int) -> None:
    told = {"staff": "120", "items": {"A-1 to A-2": "sexcount staff_data"}}
    told |= {"staff_data": {"A-1": f"{women} {men}", "A-2": f"{men} {women}"}}
    one, two = (item_of_case(told, name).parity for name in ("A-1", "A-2"))
    if women + men < 4:
        assert one is None
        assert two is None
        return
    assert one is not None
    assert two is not None
    assert one.points == two.points
    assert 0 <= one.points <= 50
    if one.fewer is None:
        assert abs(women - men) <= 1
        assert one == two == ParityDistance(Fraction(0), None)
    else:
        assert {one.fewer, two.fewer} == {"women", "men"}
        assert (one.fewer == "women") == (women < men)


def test_a_count_that_was_not_given_has_no_distance_to_parity() -> None:
    told = {"staff": "40", "items": {"A-1": "sexcount staff_data"}, "staff_data": {"A-1": "ng"}}
    assert item_of_case(told).parity is None


def test_an_aim_never_changes_the_rating() -> None:
    told = {"staff": "40", "documents": {"A-1": "5/10"}}
    plain = item_of_case({**told, "items": {"A-1": "ratio documents"}})
    aimed = item_of_case({**told, "items": {"A-1": "ratio documents, aim increase 80 percent unit"}})
    assert replace(aimed, target=None) == plain
