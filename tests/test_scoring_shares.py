"""Areas and the overall as a share of items, by the scorecard that the package holds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.library import load
from questionnaires.routing import Setting, survey_held
from questionnaires.scope import has_survey, hears_opinions
from questionnaires.texts import texts
from scoring import assess
from scoring.assessment import AreaRating, Assessment
from scoring.earlier import earlier_from, earlier_from_json, earlier_to_json
from scoring.evidence import Earlier
from scoring.explained_area import explain_summary, parts_of
from scoring.fingerprint import method_hash
from scoring.published_trace import published_sensitivity, published_trace
from scoring.sensitivity import sensitivity
from scoring.shares import counted_as, level_words, reaching, share_of, weights_of
from scoring.summary_change import summary_change
from scoring.would_change import would_change
from tests.counting import Submission, evidence_of

PGA = load("pga", "1.0.0").questionnaire
CARD = load("scorecard", "1.0.0").questionnaire
LEVELS = dict(
    zip(
        CARD.items,
        [
            "meets",
            "approaches",
            "meets",
            "exceeds",
            "meets",
            "missing",
            "meets",
            "exceeds",
            "approaches",
            "missing",
            "meets",
            "exceeds",
            "approaches",
            "missing",
            "meets",
        ],
        strict=True,
    )
)


def rated(earlier: Earlier | None = None, **levels: str) -> Assessment:
    """A scorecard with 9 of 15 indicators at meets or better; `levels`: PL_1="meets" for another."""
    found = LEVELS | {name.replace("_", "-"): level for name, level in levels.items()}
    given = {name: level for name, level in found.items() if level}
    forms = [Submission("document_review", "facilitator", given)]
    return assess(CARD, evidence_of(CARD, Setting(0), forms), earlier)


def area(assessment: Assessment, name: str) -> AreaRating:
    found = assessment.area(name)
    assert found is not None
    return found


def test_the_scorecard_has_fifteen_indicators_in_seven_dimensions_each_with_four_criteria() -> None:
    assert [len(one.items) for one in CARD.areas] == [3, 3, 2, 3, 2, 1, 1]
    for item in CARD.items.values():
        assert list(item.criteria) == ["missing", "approaches", "meets", "exceeds"]
        assert len(set(item.criteria.values())) == len(item.criteria)
        assert CARD.recommendation[item.recommendation].area == CARD.area_of[item.id].id


def test_the_overall_is_the_share_of_indicators_that_meet_or_exceed() -> None:
    found = rated()
    assert (found.overall.score, found.overall.band) == (Fraction(900, 15), "mostly_met")
    assert [one.score for one in found.areas[:3]] == [Fraction(200, 3), Fraction(200, 3), 100]
    assert [one.band for one in found.areas[:3]] == ["mostly_met", "mostly_met", "all_met"]
    assert found.fronts[0].score == found.overall.score


def test_an_indicator_keeps_the_points_and_the_word_of_its_level() -> None:
    found = rated()
    assert [(one.score, one.band) for one in area(found, "PL").items] == [
        (Fraction(200, 3), "meets"),
        (Fraction(100, 3), "approaches"),
        (Fraction(200, 3), "meets"),
    ]


def test_all_that_just_meet_are_all_met_and_not_exceeded() -> None:
    found = rated(**dict.fromkeys((name.replace("-", "_") for name in LEVELS), "meets"))
    assert (found.overall.score, found.overall.band) == (100, "all_met")


def test_what_does_not_apply_leaves_the_share() -> None:
    found = rated(PM_1="na N1")
    assert found.overall.score == Fraction(800, 14)
    assert area(found, "PM").score == 50


def test_a_whole_dimension_that_does_not_apply_leaves_the_share() -> None:
    found = rated(RE_1="na N2")
    assert not area(found, "RE").applicable
    assert found.overall.score == Fraction(900, 14)


def test_a_scorecard_that_is_not_whole_has_no_overall() -> None:
    found = rated(RE_1="")
    assert (found.overall.score, found.overall.why and found.overall.why.code) == (None, "too_few_areas")
    assert area(found, "RE").score is None


def test_confirmed_not_to_exist_is_missing_and_not_given_is_lost() -> None:
    assert rated(PL_1="nf").overall.score == Fraction(800, 15)
    assert rated(PL_1="ng").overall.score is None


@pytest.mark.parametrize(
    ("points", "counts"), [("0", 0), ("100/3", 0), ("66.6", 0), ("200/3", 100), ("100", 100)]
)
def test_exactly_at_the_level_is_enough(points: str, counts: int) -> None:
    assert counted_as(CARD, Fraction(points)) == counts
    assert counted_as(PGA, Fraction(points)) == Fraction(points)


@given(st.lists(st.sampled_from(["missing", "approaches", "meets", "exceeds"]), min_size=15, max_size=15))
def test_the_overall_is_always_so_many_of_all_indicators(levels: list[str]) -> None:
    names = [name.replace("-", "_") for name in LEVELS]
    found = rated(**dict(zip(names, levels, strict=True)))
    reached = sum(level in ("meets", "exceeds") for level in levels)
    assert found.overall.score == found.fronts[0].score == Fraction(100 * reached, 15)
    assert sum(reaching(CARD, one.items) for one in found.areas) == reached
    assert reaching(PGA, found.areas[0].items) == 0


@given(
    st.lists(st.sampled_from(["missing", "approaches", "meets", "exceeds"]), min_size=15, max_size=15),
    st.sampled_from(list(CARD.items)),
)
def test_a_higher_level_never_lowers_a_share(levels: list[str], name: str) -> None:
    names = [each.replace("-", "_") for each in LEVELS]
    before = dict(zip(names, levels, strict=True))
    after = rated(**{**before, name.replace("-", "_"): "exceeds"}).overall.score
    now = rated(**before).overall.score
    assert now is not None
    assert after is not None
    assert after >= now


@given(st.lists(st.sampled_from(["missing", "approaches", "meets", "exceeds"]), min_size=15, max_size=15))
def test_the_areas_named_together_do_reach_the_next_band(levels: list[str]) -> None:
    names = [each.replace("-", "_") for each in LEVELS]
    given_levels = dict(zip(names, levels, strict=True))
    found = rated(**given_levels)
    change = summary_change(CARD, found.overall, found.areas)
    assert change is not None
    if change.up is None:
        return
    for moves in (change.up.together, *((move,) for move in change.up.single)):
        moved = {item.id.replace("-", "_"): str(item.becomes) for move in moves for item in move.items}
        after = rated(**{**given_levels, **moved})
        for move in moves:
            assert area(after, move.id).score == move.after
        assert not moves or (after.overall.score or 0) >= change.up.limit


def test_every_indicator_weighs_the_same_wherever_it_stands() -> None:
    found = rated()
    assert list(weights_of(CARD, found.areas).values()) == [3, 3, 2, 3, 2, 1, 1]
    assert weights_of(CARD, rated(RE_1="ng").areas)["RE"] == 1  # what it would weigh once it is rated
    assert set(weights_of(PGA, ()).values()) == {1}


def test_what_the_parts_bring_adds_up_to_the_share() -> None:
    found = rated()
    explained = explain_summary(CARD, found, found.overall)
    assert sum(part.adds or 0 for part in explained.parts) == found.overall.score
    assert (explained.total, explained.weight) == (900, 15)
    for one in found.areas:
        assert sum(part.adds or 0 for part in parts_of(CARD, one)) == one.score


def test_the_least_level_that_counts_would_change_a_dimension() -> None:
    ways = would_change(CARD, area(rated(), "PL"))
    assert ways is not None
    assert ways.up is not None
    assert ways.down is not None
    assert [(move.id, move.value, move.becomes) for move in ways.up.single] == [
        ("PL-2", "approaches", "meets")
    ]
    assert [(move.id, move.value, move.becomes) for move in ways.down.single] == [
        ("PL-1", "meets", "approaches"),
        ("PL-3", "meets", "approaches"),
    ]


def test_the_fewest_that_together_would_do_need_no_more_than_the_level() -> None:
    found = rated(LC_3="missing")
    ways = would_change(CARD, area(found, "LC"))
    assert ways is not None
    assert ways.up is not None
    assert {move.becomes for move in ways.up.single} == {"meets"}
    change = summary_change(CARD, found.overall, found.areas)
    assert change is not None
    assert change.up is not None
    assert {item.becomes for move in change.up.together for item in move.items} == {"meets"}


def test_an_exceeding_indicator_is_lost_only_below_the_level() -> None:
    ways = would_change(CARD, area(rated(), "GA"))
    assert ways is not None
    assert ways.down is not None
    (move,) = ways.down.single
    assert (move.value, move.becomes) == ("exceeds", "approaches")


def test_what_a_share_hangs_on_is_not_told() -> None:
    found = area(rated(), "PL")
    assert sensitivity(CARD, found) is None
    assert published_sensitivity(CARD, found) is None


def test_a_report_tells_how_many_of_how_many() -> None:
    told = published_trace(CARD, area(rated(), "PL"), small_unit=True)
    assert told[0] == (
        'All 3 items that apply count (coverage 100 %; 100 % is enough). 2 of 3 at "Meets" or better.'
    )
    alone = published_trace(CARD, area(rated(), "RS"), small_unit=True)
    assert alone[0].startswith("The one item that applies counts (")
    assert share_of(CARD) == 'percent of the items that count at "Meets" or better'
    assert (share_of(PGA), level_words(PGA)) == ("", "")


def test_two_scorecards_are_compared_by_how_many_reach_the_level() -> None:
    before = rated()
    kept = earlier_from(CARD, before, unit="Amara", start="2024-03-01", sha256="f" * 64, respondents=0)
    found = rated(earlier_from_json(earlier_to_json(kept)), PL_2="exceeds", PM_1="meets", LC_2="approaches")
    assert found.overall.baseline is not None
    assert (found.overall.baseline.score, found.overall.baseline.change) == (60, Fraction(100, 15))
    planning, programming, culture = (area(found, name).baseline for name in ("PL", "PM", "LC"))
    assert planning is not None
    assert programming is not None
    assert culture is not None
    assert (planning.change, planning.status, planning.comparable) == (Fraction(100, 3), "improved", "3 of 3")
    assert (programming.change, culture.change) == (0, 0)
    one = found.item("LC-2")
    assert one is not None
    assert one.baseline is not None
    assert (one.baseline.change, one.baseline.status) == (Fraction(100, 3), "improved")


def test_every_indicator_below_the_level_raises_its_recommendation() -> None:
    raised = {one.recommendation: one.priority for one in rated().proposals}
    below = {name for name, level in LEVELS.items() if level in ("missing", "approaches")}
    assert set(raised) == {f"REC-{name}" for name in below}
    assert raised["REC-PM-3"] == raised["REC-LC-2"] == "high"
    assert raised["REC-PL-2"] == "medium"


def test_a_share_is_part_of_what_a_method_is() -> None:
    share = CARD.share
    assert share is not None
    other = CARD.model_copy(update={"share": share.model_copy(update={"from_points": Fraction(100, 3)})})
    words = CARD.model_copy(update={"share": share.model_copy(update={"bands": share.bands[:-1]})})
    assert len({method_hash(one) for one in (CARD, other, words)}) == 3
    # What is printed in reports of years: the hash stays.
    assert method_hash(CARD) == "b5f99cfa4b84bf595d4f45fbd1f8f1d3a777f99584a69051aa55d421cebd5717"
    assert {"share.bands.all_met.label", "share.bands.all_met.meaning"} <= set(texts(CARD))


def test_a_scorecard_holds_no_survey_whatever_the_size_of_the_unit() -> None:
    assert (has_survey(CARD), hears_opinions(CARD), survey_held(CARD, Setting(500))) == (False, False, False)
    assert (has_survey(PGA), hears_opinions(PGA), survey_held(PGA, Setting(8))) == (True, True, True)


def test_no_code_knows_a_questionnaire_by_its_items() -> None:
    root = Path(__file__).parent.parent
    for package in ("questionnaires", "scoring", "exports", "audit_engine"):
        for file in (root / package).rglob("*.py"):
            code = file.read_text(encoding="utf-8")
            assert not any(f'"{name}"' in code for name in ("scorecard", "pga-short", *CARD.items)), file


def test_an_area_that_is_not_rated_hides_nothing_of_the_others() -> None:
    found = rated(RE_1="ng")
    whole = area(rated(), "PL")
    assert replace(area(found, "PL"), baseline=None) == replace(whole, baseline=None)


def test_an_area_that_is_not_rated_weighs_what_its_applicable_items_do() -> None:
    found = rated(PL_2="", PL_3="")
    assert area(found, "PL").score is None
    assert weights_of(CARD, found.areas)["PL"] == 3
