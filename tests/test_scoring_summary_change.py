"""What would change a front or the overall: worked cases, and that a proposed change, made, does it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.definition import Questionnaire
from scoring import assess
from scoring.assessment import Assessment, Summary
from scoring.bands import band_of
from scoring.explaining import explain
from scoring.explanation import SummaryExplained
from scoring.sensitivity import POOLED
from scoring.summaries import front, overall
from scoring.summary_change import AreaMove, AreaWay, Reach, SummaryChange, summary_change
from scoring.would_change import MOST, Move
from tests.worked_cases import Case, cases, evidence_in, questionnaire_of

TOLD = [case for case in cases() if "front_would_change" in case.told["expect"]]
FRONTS = ("A", "B", "C", "D", "E", "F")


def test_there_are_worked_cases() -> None:
    assert len(TOLD) >= 3


@pytest.mark.parametrize("case", TOLD, ids=[case.name for case in TOLD])
def test_case(case: Case) -> None:
    questionnaire = questionnaire_of(case.told)
    evidence, assessment = evidence_in(questionnaire, case.told), case.assess()
    for name, wanted in case.told["expect"]["front_would_change"].items():
        found = explain(questionnaire, evidence, assessment, name, "").subject
        assert isinstance(found, SummaryExplained)
        assert {key: told(found, key) for key in wanted} == wanted, name


def told(found: SummaryExplained, key: str) -> str:
    """What the ways out of a band say about one line of a case."""
    ways = found.would_change
    assert ways is not None
    up, down = ways.up, ways.down
    said: dict[str, Any] = {
        "next band": up and up.band,
        "short of it": None if up is None else up.points,
        "enough": moves(up.single if up else ()),
        "together": moves(up.together if up else ()),
        "joining": moves(up.joining if up else ()),
        "to spare": None if down is None else down.points,
        "lost with": moves(down.single if down else ()),
        "lifts most": " / ".join(f"{one.id} by {one.up}" for one in ways.reach),
        "not rated": " / ".join(f"{one.id} lacks {one.missing.number}" for one in found.unrated),
    }
    return "none" if said[key] is None else str(said[key])


def moves(found: Iterable[AreaMove]) -> str:
    return " / ".join(map(moved, found)) or "none"


def moved(one: AreaMove) -> str:
    before = "" if one.before is None else f" from {one.before}"
    by = f" by {len(one.items)}" if one.items else ""
    return f"{one.id}{before} to {'below ' if one.under else ''}{one.after}{by}"


YES_NO = ("no", "partly", "yes")
SIX = questionnaire_of({"items": {f"{name}-1 to {name}-4": "yn3 documents" for name in FRONTS}})


@st.composite
def papers(draw: st.DrawFn) -> dict[str, str]:
    """An answer to each of 24 items; a few are not there."""
    found = {}
    for item in SIX.items:
        if draw(st.integers(0, 9)):
            found[item] = draw(st.sampled_from(YES_NO))
    return found


def rated(answers: Mapping[str, str], questionnaire: Questionnaire = SIX) -> Assessment:
    told = {"staff": "40", "documents": dict(answers)}
    return assess(questionnaire, evidence_in(SIX, told))


def ways_of(answers: Mapping[str, str], questionnaire: Questionnaire = SIX) -> SummaryChange | None:
    assessment = rated(answers, questionnaire)
    return summary_change(questionnaire, assessment.fronts[0], assessment.areas)


def with_area_at(assessment: Assessment, name: str, score: Fraction) -> Summary:
    """The front of these areas, one of them at another figure."""
    areas = [replace(each, score=score) if each.id == name else each for each in assessment.areas]
    return front(SIX, "staffing", areas)


@given(papers())
def test_each_area_that_is_enough_reaches_the_band_with_it_and_not_with_less(answers: dict[str, str]) -> None:
    assessment, ways = rated(answers), ways_of(answers)
    if ways is None or ways.up is None:
        return
    assert len(ways.up.single) <= MOST
    for move in (*ways.up.single, *ways.up.joining):
        assert with_area_at(assessment, move.id, move.after).score == ways.up.limit
        assert with_area_at(assessment, move.id, move.after - Fraction(1, 100)).band != ways.up.band


@given(papers())
def test_the_items_named_bring_the_area_there_and_so_the_front(answers: dict[str, str]) -> None:
    ways = ways_of(answers)
    if ways is None or ways.up is None:
        return
    for move in ways.up.single:
        changed = {**answers, **becoming(move.items)}
        after = rated(changed).fronts[0]
        assert after.score is not None
        assert after.score >= ways.up.limit
        one_less = {**answers, **becoming(move.items[:-1])}
        less = rated(one_less).fronts[0].score
        assert less is not None
        assert less < ways.up.limit


@given(papers())
def test_the_areas_together_reach_the_band_and_one_fewer_does_not(answers: dict[str, str]) -> None:
    assessment, ways = rated(answers), ways_of(answers)
    if ways is None or ways.up is None or not ways.up.together:
        return
    assert not ways.up.single
    for move in ways.up.together:
        before = front(SIX, "staffing", assessment.areas).score
        assert before is not None
        assert before < ways.up.limit
        areas = [replace(one, score=move.after) if one.id == move.id else one for one in assessment.areas]
        assessment = replace(assessment, areas=tuple(areas))
    assert front(SIX, "staffing", assessment.areas).score == ways.up.limit


@given(papers())
def test_a_fall_to_the_limit_keeps_the_band_and_one_below_loses_it(answers: dict[str, str]) -> None:
    assessment, ways = rated(answers), ways_of(answers)
    if ways is None or ways.down is None:
        return
    for move in ways.down.single:
        assert with_area_at(assessment, move.id, move.after).score == ways.down.limit
        lost = with_area_at(assessment, move.id, move.after - Fraction(1, 1000)).score
        assert lost is not None
        assert band_of(SIX, lost) == ways.down.band
        if move.items:
            after = rated({**answers, **becoming(move.items)}).fronts[0].score
            assert after is not None
            assert after < ways.down.limit


@given(papers())
def test_how_far_an_area_reaches_is_what_its_items_at_both_ends_make(answers: dict[str, str]) -> None:
    before, ways = rated(answers).fronts[0].score, ways_of(answers)
    if ways is None or before is None:
        return
    assert [one.up for one in ways.reach] == sorted((one.up for one in ways.reach), reverse=True)
    for one in ways.reach:
        for answer, way in (("yes", one.up), ("no", -one.down)):
            after = rated({k: answer if k[0] == one.id else v for k, v in answers.items()}).fronts[0].score
            assert after == before + way


def becoming(items: Iterable[Move]) -> dict[str, str]:
    return {item.id: str(item.becomes) for item in items}


def six(**answers: str) -> dict[str, str]:
    """The same answer to all four items of an area."""
    return {f"{name}-{number}": answer for name, answer in answers.items() for number in range(1, 5)}


def test_the_ends_of_the_scale_have_one_way_only() -> None:
    best, worst = ways_of(six(**dict.fromkeys(FRONTS, "yes"))), ways_of(six(**dict.fromkeys(FRONTS, "no")))
    assert best is not None
    assert worst is not None
    assert (best.up, worst.down) == (None, None)
    assert best.reach[0] == Reach("A", Fraction(0), Fraction(100, 6))
    assert worst.reach[0] == Reach("A", Fraction(100, 6), Fraction(0))


def test_what_is_not_rated_has_no_way_out() -> None:
    assert ways_of({}) is None


def test_the_fewest_items_come_first_then_the_fewest_points() -> None:
    # A and B 37.5, C 25, the rest 50: 250 / 6, so 50 points of one area are missing. B needs three items.
    answers = six(A="no", B="no", C="no", D="partly", E="partly", F="partly") | {
        "A-1": "yes",
        "A-2": "partly",
        "B-1": "partly",
        "B-2": "partly",
        "B-3": "partly",
        "C-1": "yes",
    }
    ways = ways_of(answers)
    assert ways is not None
    assert ways.up is not None
    assert moves(ways.up.single) == (
        "A from 75/2 to 175/2 by 2 / C from 25 to 75 by 2 / B from 75/2 to 175/2 by 3"
    )


def test_a_heavy_area_moves_the_mean_more_and_one_of_no_weight_not_at_all() -> None:
    weights = {"A": Fraction(3), "B": Fraction(0)}
    areas = tuple(area.model_copy(update={"weight": weights.get(area.id, Fraction(1))}) for area in SIX.areas)
    questionnaire = SIX.model_copy(update={"areas": areas})
    ways = ways_of(six(A="partly", B="no", C="partly", D="partly", E="partly"), questionnaire)
    assert ways is not None
    assert [(one.id, one.up) for one in ways.reach] == [
        ("A", 25),
        ("C", Fraction(25, 3)),
        ("D", Fraction(25, 3)),
        ("E", Fraction(25, 3)),
    ]
    assert ways.up is not None
    assert moves(ways.up.single) == "A from 50 to 100 by 4"
    assert moves(ways.up.joining) == "none"
    none = tuple(area.model_copy(update={"weight": Fraction(area.id != "F")}) for area in SIX.areas)
    nearly = six(A="partly", B="yes", C="yes", D="partly", E="partly")
    without = ways_of(nearly, SIX.model_copy(update={"areas": none}))
    assert without is not None
    assert without.up is not None
    assert without.up.joining == ()


def test_an_area_joins_only_if_it_can_come_to_so_much() -> None:
    # (50 + 50 + 100 + 75 + 75) / 5 = 70 is 5 points short of 75; F would have to come to 75 + 5 x 5 = 100.
    answers = six(A="partly", B="partly", C="yes", D="yes", E="yes") | {"D-1": "no", "E-1": "no"}
    ways = ways_of(answers)
    assert ways is not None
    assert ways.up is not None
    assert ways.up.joining == (AreaMove("F", None, Fraction(100)),)
    lower = ways_of(answers | {"C-1": "partly"})
    assert lower is not None
    assert lower.up is not None
    assert lower.up.joining == ()


def test_the_weight_of_an_area_decides_what_it_would_have_to_come_to() -> None:
    """Five areas at 67.5 are 7.5 short of 75: 37.5 points by weight, so F must come to 75 + 37.5 / weight."""
    answers = six(A="partly", B="partly", C="yes", D="yes", E="yes") | {"D-1": "no", "E-1": "no", "C-1": "no"}
    answers |= {"A-1": "yes", "B-1": "partly"}
    assert rated(answers).fronts[0].score == Fraction(135, 2)
    for weight, joining in ((Fraction(3), (AreaMove("F", None, Fraction(175, 2)),)), (Fraction(25, 17), ())):
        areas = (*SIX.areas[:5], SIX.areas[5].model_copy(update={"weight": weight}))
        ways = ways_of(answers, SIX.model_copy(update={"areas": areas}))
        assert ways is not None
        assert ways.up is not None
        assert ways.up.joining == joining


def test_of_areas_with_as_many_items_to_move_the_smallest_step_comes_first() -> None:
    """6.25 points an area are missing: 50 points of one item by yes and no, 25 by extent."""
    items = {f"{name}-1 to {name}-4": "extent5 documents" for name in FRONTS} | {
        "A-1 to A-4": "yn3 documents"
    }
    papers = {f"{name}-1 to {name}-4": "partly" for name in "BDEF"}
    papers |= {"A-1": "no", "A-2": "yes", "A-3 to A-4": "partly", "C-1 to C-3": "partly", "C-4": "a_little"}
    told = {"staff": "40", "items": items, "documents": papers}
    questionnaire, assessment = questionnaire_of(told), Case("", told).assess()
    ways = summary_change(questionnaire, assessment.fronts[0], assessment.areas)
    assert ways is not None
    assert ways.up is not None
    assert [move.id for move in ways.up.single] == ["B", "C", "D"]
    assert [item.after for move in ways.up.single for item in move.items] == [75, 75, 75]


def test_an_area_that_does_not_apply_cannot_join() -> None:
    answers = six(A="partly", B="partly", C="yes", D="yes", E="yes") | {
        "F-1": "na N1",
        "D-1": "no",
        "E-1": "no",
    }
    ways = ways_of(answers)
    assert ways is not None
    assert ways.up is not None
    assert ways.up.joining == ()


def test_in_a_small_unit_what_staff_say_moves_as_one() -> None:
    told: dict[str, Any] = {
        "staff": "10",
        "items": {"A-1 to A-4": "agree5 survey", "A-5": "yn3 documents"},
        "forms": [{"8 women": {"A-1 to A-4": "neither"}}],
        "documents": {"A-5": "partly"},
    }
    questionnaire, assessment = questionnaire_of(told), Case("", told).assess()
    ways = summary_change(questionnaire, assessment.fronts[0], assessment.areas)
    assert ways is not None
    assert ways.up is not None
    assert [item.id for item in ways.up.single[0].items] == [POOLED]
    assert ways.reach == (Reach("A", Fraction(50), Fraction(50)),)


def test_a_rate_falls_no_further_than_there_are_people_enough_to_judge() -> None:
    """Of 2 men of 10 beside 3 women of 10 one has to stay: 100 x 1 / 3 instead of 100 x 2 / 3."""
    told = {
        "staff": "40",
        "items": {"A-1 to A-4": "sexrate staff_data"},
        "staff_data": {"A-1 to A-4": "women=3/10 men=2/10"},
    }
    questionnaire, assessment = questionnaire_of(told), Case("", told).assess()
    ways = summary_change(questionnaire, assessment.fronts[0], assessment.areas)
    assert ways is not None
    assert ways.reach == (Reach("A", Fraction(100, 3), Fraction(100, 3)),)
    lowest: dict[str, Any] = {**told, "staff_data": {"A-1 to A-4": "women=3/10 men=1/10"}}
    assessment = Case("", lowest).assess()
    ways = summary_change(questionnaire, assessment.fronts[0], assessment.areas)
    assert ways is not None
    assert ways.down is not None
    assert (ways.reach[0].down, ways.down.limit, ways.down.single) == (0, 25, ())


def test_the_overall_is_told_over_all_its_areas() -> None:
    assessment = rated(six(**dict.fromkeys(FRONTS, "partly")))
    ways = summary_change(SIX, overall(SIX, assessment.areas), assessment.areas)
    assert ways is not None
    assert ways.down == AreaWay(
        "emerging",
        Fraction(50),
        Fraction(0),
        tuple(
            AreaMove(name, Fraction(50), Fraction(50), (Move(f"{name}-1", *NO, "partly", "no"),), under=True)
            for name in "ABC"
        ),
    )


NO = (Fraction(50), Fraction(0))


def test_the_first_item_that_loses_a_band_is_a_fact_with_the_smallest_step() -> None:
    told: dict[str, Any] = {
        "staff": "20",
        "items": {"A-1": "agree5 survey", "A-2": "yn3 documents", "A-3 to A-4": "extent5 documents"},
        "forms": [{"12 women": {"A-1": "neither"}}],
        "documents": {"A-2 to A-4": "partly"},
    }
    questionnaire, assessment = questionnaire_of(told), Case("", told).assess()
    ways = summary_change(questionnaire, assessment.fronts[0], assessment.areas)
    assert ways is not None
    assert ways.down is not None
    (lost,) = ways.down.single
    assert lost.items == (Move("A-3", Fraction(50), Fraction(25), "partly", "a_little"),)
