"""What would change a band: worked cases, and that a proposed change, made and assessed anew, does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from questionnaires.definition import Questionnaire
from questionnaires.library import load
from questionnaires.routing import Setting
from questionnaires.values import Choice
from scoring import assess
from scoring.assessment import AreaRating
from scoring.bands import band_of, in_order
from scoring.evidence import Evidence, Observation, Tally
from scoring.points import Mark, mark
from scoring.sensitivity import POOLED
from scoring.would_change import MOST, Move, Way, WouldChange, movables, would_change
from tests.worked_cases import Case, cases, evidence_in, questionnaire_of

TOLD = [case for case in cases() if "would_change" in case.told["expect"]]


def test_there_are_worked_cases() -> None:
    assert len(TOLD) >= 4


@pytest.mark.parametrize("case", TOLD, ids=[case.name for case in TOLD])
def test_case(case: Case) -> None:
    assessment, questionnaire = case.assess(), questionnaire_of(case.told)
    for name, wanted in case.told["expect"]["would_change"].items():
        area = assessment.area(name)
        assert area is not None
        ways = would_change(questionnaire, area)
        assert ways is not None
        assert {key: told(ways, key) for key in wanted} == wanted, name


def told(ways: WouldChange, key: str) -> str:
    """What the ways out of a band say about one line of a case."""
    up, down = ways.up, ways.down
    said: dict[str, Any] = {
        "next band": up and up.band,
        "short of it": None if up is None else up.points,
        "enough": moves(up.single if up else ()),
        "together": moves(up.together if up else ()),
        "to spare": None if down is None else down.points,
        "lost with": moves(down.single if down else ()),
    }
    return "none" if said[key] is None else str(said[key])


def moves(found: Sequence[Move]) -> str:
    said = (f"{one.id} from {one.before} to {'below ' if one.under else ''}{one.after}" for one in found)
    return " / ".join(said) or "none"


MIXED = questionnaire_of(
    {
        "items": {
            "A-1": "yn3 documents, weight 2",
            "A-2": "ev4 documents",
            "A-3": "ratio documents",
            "A-4": "sexcount staff_data",
            "A-5": "sexrate staff_data",
            "A-6": "agree5 survey",
            "A-7": "freq5 survey, reversed",
            "A-8": "agree5 survey+workshop",
            "A-9": "extent5 head",
        }
    }
)
AGREE = ("strongly_disagree", "disagree", "neither", "agree", "strongly_agree")
OFTEN = ("never", "rarely", "sometimes", "often", "always")
few = st.integers(0, 9)


@st.composite
def collected(draw: st.DrawFn) -> Evidence:
    """Something for every item of the mixed questionnaire; a few of them lost."""
    whole, women, men = draw(st.integers(1, 9)), draw(st.integers(4, 9)), draw(st.integers(4, 9))
    rate = (draw(st.integers(0, women)), draw(st.integers(0, men)))
    looked_up = {
        "A-1": draw(st.sampled_from(["no", "partly", "yes", "nf"])),
        "A-2": draw(st.sampled_from(["missing", "approaching", "meeting", "exceeding"])),
        "A-3": f"{draw(st.integers(0, whole))}/{whole}",
        "A-4": f"women={draw(few)} men={draw(few)}",
        "A-5": f"women={rate[0]}/{women} men={rate[1]}/{men}",
    }
    kept = [name for name in looked_up if draw(st.integers(0, 9))]
    voted = draw(st.sampled_from(AGREE))
    return Evidence(
        Setting(30),
        tallies=(
            *answered(draw, "A-6", AGREE),
            *answered(draw, "A-7", OFTEN),
            Tally("A-9", "interview", "director", "x", draw(st.sampled_from(EXTENT)), 1),
        ),
        observations=(
            *(
                Observation(
                    name, "staff_data" if name > "A-3" else "document_review", "facilitator", looked_up[name]
                )
                for name in kept
            ),
            Observation("A-8", "workshop", "group", f"{voted}=20 agreed={voted}"),
        ),
        survey_forms=20,
    )


EXTENT = ("not_at_all", "a_little", "partly", "largely", "fully")


def answered(draw: st.DrawFn, item: str, options: Sequence[str]) -> list[Tally]:
    return [Tally(item, "survey", "staff", "x", option, draw(few)) for option in options]


def area_of(evidence: Evidence) -> AreaRating:
    return assess(MIXED, evidence).areas[0]


def changed(evidence: Evidence, move: Move, after: Fraction | None = None) -> Evidence:
    """The evidence with one move made; a mean is made by as many people as it takes."""
    if move.becomes is None:
        tallies = [tally for tally in evidence.tallies if tally.item != move.id]
        people = people_with_mean(move.id, move.after if after is None else after)
        return replace(evidence, tallies=(*tallies, *people))
    if move.id == "A-9":
        others = [tally for tally in evidence.tallies if tally.item != "A-9"]
        head = Tally("A-9", "interview", "director", "x", move.becomes, 1)
        return replace(evidence, tallies=(*others, head))
    value = move.becomes if move.id != "A-8" else f"{move.becomes}=20 agreed={move.becomes}"
    seen = [replace(one, value=value) if one.item == move.id else one for one in evidence.observations]
    return replace(evidence, observations=tuple(seen))


def people_with_mean(item: str, mean: Fraction) -> list[Tally]:
    """Answers at both ends of the scale whose mean is exactly this."""
    ends = ("strongly_disagree", "strongly_agree") if item == "A-6" else ("always", "never")
    worth = mean / 100
    high, all_ = worth.numerator * 10, worth.denominator * 10
    numbers = zip(ends, (all_ - high, high), strict=True)
    return [Tally(item, "survey", "staff", "x", option, number) for option, number in numbers]


@given(collected())
def test_each_move_that_is_enough_reaches_the_next_band_when_it_is_made(evidence: Evidence) -> None:
    before = area_of(evidence)
    ways = would_change(MIXED, before)
    if ways is None or ways.up is None:
        return
    for move in ways.up.single:
        assert item_score(before, move.id) == move.before < move.after
        after = area_of(changed(evidence, move))
        assert item_score(after, move.id) == move.after
        assert after.score is not None
        assert after.score >= ways.up.limit
        assert position_of(after.band) > position_of(before.band)


@given(collected())
def test_each_move_that_is_named_loses_the_band_when_it_is_made(evidence: Evidence) -> None:
    before = area_of(evidence)
    ways = would_change(MIXED, before)
    if ways is None or ways.down is None:
        return
    for move in ways.down.single:
        after = area_of(changed(evidence, move))
        if move.under:
            assert after.score == ways.down.limit, "at the limit it is still in its band"
            after = area_of(changed(evidence, move, move.after - Fraction(1, 1000)))
        assert position_of(after.band) < position_of(before.band)


@given(collected())
def test_the_moves_together_reach_the_next_band_and_one_fewer_does_not(evidence: Evidence) -> None:
    before = area_of(evidence)
    ways = would_change(MIXED, before)
    if ways is None or ways.up is None or not ways.up.together:
        return
    assert not ways.up.single
    for move in ways.up.together:
        assert area_of(evidence).band == before.band
        evidence = changed(evidence, move)
    after = area_of(evidence)
    assert after.score is not None
    assert after.score >= ways.up.limit


@given(collected())
def test_a_smaller_move_would_not_do(evidence: Evidence) -> None:
    before = area_of(evidence)
    ways = would_change(MIXED, before)
    if ways is None or ways.up is None:
        return
    for move in ways.up.single:
        if move.becomes is None:
            slightly = area_of(changed(evidence, move, move.after - Fraction(1, 1000)))
            assert slightly.score is not None
            assert slightly.score < ways.up.limit
        for text in options_of(move.id):
            worth = points(move.id, text)
            if move.before < worth < move.after:
                tried = area_of(changed(evidence, replace(move, becomes=text)))
                assert tried.score is not None
                assert tried.score < ways.up.limit


@given(collected())
def test_moves_are_few_facts_first_and_the_smallest_first(evidence: Evidence) -> None:
    ways = would_change(MIXED, area_of(evidence))
    assume(ways is not None)
    assert ways is not None
    for way in filter(None, (ways.up, ways.down)):
        order = [(move.becomes is None, abs(move.after - move.before)) for move in way.single]
        assert order == sorted(order)
        assert len(order) <= MOST


def item_score(area: AreaRating, name: str) -> Fraction | None:
    return next(item.score for item in area.items if item.id == name)


def position_of(band: str | None) -> int:
    return [one.id for one in in_order(MIXED)].index(band or "")


def options_of(name: str) -> tuple[str, ...]:
    scale = MIXED.scale_of(MIXED.items[name])
    return tuple(option.id for option in scale.options) if name in ("A-1", "A-2", "A-8", "A-9") else ()


def points(name: str, text: str) -> Fraction:
    worth = mark(MIXED, MIXED.items[name], Choice(text))
    assert isinstance(worth, Mark)
    return worth.score


def test_an_area_that_is_not_rated_has_no_way_out() -> None:
    assert would_change(MIXED, area_of(Evidence(Setting(30)))) is None


def test_answers_that_end_below_the_limit_never_reach_it() -> None:
    """A scale that stops at 50: even all items at their best stay below 75."""
    scales = tuple(
        scale.model_copy(
            update={
                "options": tuple(o.model_copy(update={"points": (o.points or 0) / 2}) for o in scale.options)
            }
        )
        for scale in MIXED.scales
    )
    told = {"items": {"A-1 to A-4": "yn3 documents", "A-5": "agree5 survey"}, "staff": "20"}
    halved: Questionnaire = questionnaire_of(told).model_copy(update={"scales": scales})
    evidence = Evidence(
        Setting(20),
        tallies=(Tally("A-5", "survey", "staff", "x", "strongly_agree", 20),),
        observations=tuple(
            Observation(f"A-{n}", "document_review", "facilitator", "yes") for n in range(1, 5)
        ),
        survey_forms=20,
    )
    area = assess(halved, evidence).areas[0]
    ways = would_change(halved, area)
    assert ways is not None
    assert (area.score, band_of(halved, Fraction(50))) == (50, area.band)
    assert ways.up == Way("leading", Fraction(75), Fraction(25), (), ())


def told_ways(told: dict[str, Any]) -> WouldChange:
    ways = would_change(questionnaire_of(told), Case("", told).assess().areas[0])
    assert ways is not None
    return ways


def up(told: dict[str, Any]) -> Way:
    found = told_ways(told).up
    assert found is not None
    return found


def down(told: dict[str, Any]) -> Way:
    found = told_ways(told).down
    assert found is not None
    return found


def test_what_does_not_exist_is_said_so() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-5": "yn3 documents"},
        "documents": {"A-2": "nf", "A-3 to A-5": "no"},
    }
    # A-1 is lost and moves nothing.
    assert up(told).single[0] == Move("A-2", Fraction(0), Fraction(100), "nf", "yes")


def test_what_was_told_or_agreed_on_by_votes_is_one_value() -> None:
    told = {
        "staff": "20",
        "items": {
            "A-1": "yn3 documents+interview",
            "A-2": "agree5 survey+workshop",
            "A-3 to A-4": "yn3 documents",
        },
        "documents": {"A-3 to A-4": "partly"},
        "interviews": [{"1 director": {"A-1": "partly"}}],
        "workshop": {"A-2": "neither=12 agreed=neither"},
    }
    assert [(one.id, one.value, one.becomes) for one in down(told).single] == [
        ("A-2", "neither", "disagree"),
        ("A-1", "partly", "no"),
        ("A-3", "partly", "no"),
    ]


def test_votes_on_a_fact_are_told_by_the_option_that_was_agreed_on() -> None:
    questionnaire = questionnaire_of({"items": {"A-1 to A-4": "yn3 documents"}})
    area = Case(
        "", {"staff": "20", "items": {"A-1 to A-4": "yn3 documents"}, "documents": {"A-1 to A-4": "no"}}
    )
    rating = area.assess().areas[0]
    voted = replace(rating.items[0], source="workshop", value="no=6 agreed=no")
    ways = would_change(questionnaire, replace(rating, items=(voted, *rating.items[1:])))
    assert ways is not None
    assert ways.up is not None
    assert ways.up.single[0] == Move("A-1", Fraction(0), Fraction(100), "no", "yes")


def test_in_a_share_votes_are_told_by_their_own_option_and_not_by_what_they_count_as() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+workshop", "A-2 to A-4": "yn3 documents"},
        "documents": {"A-2 to A-4": "no"},
        "workshop": {"A-1": "agree=12 agreed=agree"},
    }
    plain, card = questionnaire_of(told), load("scorecard", "1.0.0").questionnaire
    shared = plain.model_copy(update={"share": card.share})
    (area,) = assess(shared, evidence_in(plain, told)).areas
    part = next(one for one in movables(shared, area) if one.id == "A-1")
    assert (part.points, part.value) == (100, "agree")


def test_one_head_is_one_value_and_two_are_a_mean() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "yn3 documents", "A-4": "extent5 head"},
        "documents": {"A-1 to A-3": "partly"},
    }
    one = {**told, "interviews": [{"1 director": {"A-4": "partly"}}]}
    assert down(one).single[0] == Move("A-4", Fraction(50), Fraction(25), "partly", "a_little")
    head = {"A-1 to A-3": "yn3 documents", "A-4": "extent5 head, weight 6"}
    two = {
        **told,
        "items": head,
        "documents": {"A-1 to A-3": "no"},
        "interviews": [{"2 director": {"A-4": "fully"}}],
    }
    # 600 / 9 = 66.7: to lose 16.7 points the two must fall by 25.
    assert down(two).single == (Move("A-4", Fraction(100), Fraction(75), None, None, under=True),)


def test_a_mean_cannot_leave_the_ends_of_its_scale() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "yn3 documents", "A-4": "agree5 survey"},
        "documents": {"A-1": "yes", "A-2": "yes", "A-3": "no"},
        "forms": [{"20 women": {"A-4": "neither"}}],
    }
    # 62.5: the mean would have to rise to exactly 100, or to fall below exactly 0.
    assert moves(up(told).single) == "A-3 from 0 to 50 / A-4 from 50 to 100"
    assert moves(down(told).single) == "A-1 from 100 to 0 / A-2 from 100 to 0"
    less = {**told, "documents": {"A-1": "yes", "A-2": "partly", "A-3": "no"}}
    assert moves(up(less).single) == "A-3 from 0 to 100"
    assert moves(down(less).single[-1:]) == "A-4 from 50 to below 50"


def test_the_pooled_figure_of_a_small_unit_moves_between_0_and_100() -> None:
    told = {
        "staff": "8",
        "items": {"A-1 to A-2": "yn3 documents, weight 3", "A-3 to A-4": "agree5 survey"},
        "documents": {"A-1 to A-2": "yes"},
        "forms": [{"8 women": {"A-3 to A-4": "neither"}}],
    }
    # (3 x 100 + 3 x 100 + 2 x 50) / 8 = 87.5, 12.5 above 75: 12.5 x 8 / 2 = 50 points, to below 0: never.
    assert POOLED not in [move.id for move in down(told).single]
    low = {**told, "documents": {"A-1": "yes", "A-2": "partly"}}
    # 68.75, 6.25 short: 6.25 x 8 / 2 = 25 points more.
    assert up(low).single[-1] == Move(POOLED, Fraction(50), Fraction(75), None, None)
    lower = {
        **told,
        "documents": {"A-1": "yes", "A-2": "no"},
        "forms": [{"8 women": {"A-3 to A-4": "strongly_agree"}}],
    }
    # 62.5: the pooled figure is at its best, so it is no way up.
    assert [move.id for move in up(lower).single] == ["A-2"]


def test_the_pooled_figure_moves_to_the_very_ends_of_its_scale_and_no_further() -> None:
    told = {
        "staff": "8",
        "items": {"A-1 to A-2": "ratio documents, weight 3", "A-3 to A-4": "agree5 survey"},
        "forms": [{"8 women": {"A-3 to A-4": "neither"}}],
    }
    # (6 x 599/6 + 2 x p) / 8 is 75 at p = 1/2.
    high = {**told, "documents": {"A-1 to A-2": "599/600"}}
    assert Move(POOLED, Fraction(50), Fraction(1, 2), None, None, under=True) in down(high).single
    # (6 x 66.5 + 2 x p) / 8 is 75 at p = 100.5, which nobody can say.
    low = {**told, "documents": {"A-1 to A-2": "665/1000"}}
    assert POOLED not in [move.id for move in up(low).single]


def test_the_fewest_together_are_those_that_bring_most() -> None:
    told = {
        "staff": "20",
        "items": {
            "A-1 to A-2": "yn3 documents",
            "A-3": "yn3 documents, weight 2",
            "A-4 to A-6": "yn3 documents",
        },
        "documents": {"A-1": "partly", "A-2": "no", "A-3": "partly", "A-4 to A-6": "no"},
    }
    # (50 + 2 x 50) / 7 = 21.4 is Absent; with A-3 at its best it is 35.7.
    assert up(told).limit == 25
    heavy = {**told, "documents": {"A-1": "yes", "A-2": "no", "A-3": "partly", "A-4 to A-6": "no"}}
    # 200 / 7 = 28.6, short of 50 by 150 points. A-2 brings 100, A-3 2 x 50, A-4 100: the first two do.
    assert moves(up(heavy).together) == "A-2 from 0 to 100 / A-3 from 50 to 100"
