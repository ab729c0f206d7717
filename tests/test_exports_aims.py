"""Aims, distance to parity, and the changes of documents and of people in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.composing.aims import aim_named, parity_words, progress, published_progress
from exports.composing.changes import (
    changes_in_words,
    documents_change,
    people_change,
)
from exports.composing.figures import baseline_of
from questionnaires.definition import Questionnaire
from scoring.aims import ParityDistance, TargetRating
from scoring.assessment import AreaRating, Comparison, SubChange
from scoring.disclosure import published_perception
from scoring.evidence import Printed
from tests.worked_cases import Case, questionnaire_of

AIM = TargetRating(
    "organisation",
    "reach",
    "percent_women",
    "2010",
    Fraction(50),
    Fraction(417, 10),
    Fraction(364, 10),
    "previous",
    Fraction(38, 100),
    None,
)


def test_an_aim_whose_date_is_past_is_an_aim_of_its_year() -> None:
    assert aim_named(AIM, 2026) == "aim of 2010 of the whole organisation, a reference only: 50 % women"
    assert aim_named(AIM, 2010).startswith("aim for 2010 of the whole organisation")
    assert aim_named(replace(AIM, by=None, level="unit"), 2026) == "aim of the unit: 50 % women"
    assert aim_named(replace(AIM, by="soon"), 2026).startswith("aim for soon")
    assert aim_named(replace(AIM, aim=None), 2026).endswith("a reference only: without a number")


def test_the_way_to_an_aim_is_told_with_the_figures_it_follows_from() -> None:
    assert progress(AIM) == "today 41.7 % women, 36.4 % women in the previous audit: 38 % of the way"
    declared = replace(AIM, start_kind="declared", start=Fraction(30))
    assert progress(declared).endswith(", 30 % women declared as the baseline: 38 % of the way")
    reached = replace(AIM, value=Fraction(50), attainment=Fraction(1))
    assert progress(reached) == "today 50 % women: reached"


def test_an_aim_that_is_not_reached_never_reads_100_percent() -> None:
    assert progress(replace(AIM, attainment=Fraction(999, 1000))).endswith("99 % of the way")


def test_without_an_attainment_the_reason_is_told() -> None:
    unknown = replace(AIM, start=None, start_kind=None, attainment=None, why="no_start")
    assert progress(unknown) == "today 41.7 % women; there is no figure to start from"
    assert progress(replace(unknown, value=None, why="not_rated")) == "there is no figure today"
    assert progress(replace(unknown, aim=None, why="no_number")) == ""


def told(**other: Any) -> dict[str, Any]:
    return {
        "staff": "40",
        "items": {
            "A-1": "sexcount staff_data, aim reach 50 percent_women unit",
            "A-2 to A-3": "yn3 documents",
            "A-4 to A-7": "agree5 survey, aim increase 90 score unit",
        },
        "staff_data": {"A-1": "17 31"},
        "documents": {"A-2 to A-3": "yes"},
        "forms": [{"20 women": {"A-4 to A-7": "agree"}}, {"10 men": {"A-4 to A-7": "neither"}}],
        "earlier": {
            "staff": "40",
            "staff_data": {"A-1": "10 30"},
            "documents": {"A-2 to A-3": "no"},
            "forms": [{"30 women": {"A-4 to A-7": "neither"}}],
        },
    } | other


def area_of(told: dict[str, Any]) -> tuple[Questionnaire, AreaRating]:
    return questionnaire_of(told), Case("", told).assess().areas[0]


def test_a_report_tells_whole_percent_of_what_was_looked_up() -> None:
    questionnaire, area = area_of(told())
    item = questionnaire.items["A-1"]
    said = published_progress(item, area.items[0])
    assert said == "today 35 % women, 25 % women in the previous audit: 41 % of the way"


def test_a_report_tells_nothing_of_an_aim_about_what_people_said() -> None:
    questionnaire, area = area_of(told())
    rating = area.items[3]
    assert rating.target is not None
    assert rating.target.value is not None
    assert published_progress(questionnaire.items["A-4"], rating) == ""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("sexcount staff_data", "10 10"),
        ("sexcount staff_data, aim reach none percent_women unit", "10 10"),
        ("sexcount staff_data, aim reach 50 percent_women unit", "1 1"),
    ],
)
def test_a_report_tells_nothing_without_an_aim_a_number_or_a_figure(line: str, found: str) -> None:
    case = {"staff": "40", "items": {"A-1": line}, "staff_data": {"A-1": found}}
    questionnaire, area = area_of(case)
    assert published_progress(questionnaire.items["A-1"], area.items[0]) == ""


def test_points_keep_their_decimal_in_a_report() -> None:
    case = {
        "staff": "40",
        "items": {"A-1": "ratio documents, aim increase 90 score unit"},
        "documents": {"A-1": "1/3"},
    }
    questionnaire, area = area_of(case)
    said = published_progress(questionnaire.items["A-1"], area.items[0])
    assert said == "today 33.3 points; there is no figure to start from"


def test_the_distance_to_parity_says_which_sex_is_fewer() -> None:
    assert parity_words(ParityDistance(Fraction(226, 10), "women")) == (
        "23 percentage points from parity: women are fewer"
    )
    assert parity_words(ParityDistance(Fraction(226, 10), "men"), Fraction(1, 10)) == (
        "22.6 percentage points from parity: men are fewer"
    )
    assert "could be more even" in parity_words(ParityDistance(Fraction(0), None))


def test_documents_improved_and_people_unchanged_can_be_said_in_a_report() -> None:
    before = told()["earlier"] | {"forms": [{"30 women": {"A-4 to A-7": "agree"}}]}
    questionnaire, area = area_of(told(earlier=before))
    assert documents_change(questionnaire, area) == (Fraction(753, 10), "improved")
    assert people_change(area) == (Fraction(-83, 10), "unchanged")
    assert changes_in_words(questionnaire, area) == (
        "documents improved (+75.3), what staff say unchanged (-8.3)"
    )


def test_the_change_of_people_is_the_difference_of_the_printed_figures_and_its_word_follows_from_it() -> None:
    # 14.96 points: printed as 65.0 and 50.0, so as 15, which is a change; exactly it would be none.
    _, area = area_of(told())
    assert area.baseline is not None
    assert area.baseline.perception is not None
    exact = replace(
        area.baseline.perception, change=Fraction(1496, 100), status="unchanged", zone=Fraction(15)
    )
    near = replace(
        area,
        perception=Fraction(6496, 100),
        baseline=replace(area.baseline, perception=replace(exact, printed=Printed(Fraction(50), "50.0"))),
    )
    assert people_change(near) == (15, "improved")


def guarded(area: AreaRating, **changed: Any) -> AreaRating:
    assert area.baseline is not None
    assert area.baseline.perception is not None
    return replace(
        area, baseline=replace(area.baseline, perception=replace(area.baseline.perception, **changed))
    )


def test_nothing_is_said_of_people_unless_both_printed_figures_stand_on_the_same_items() -> None:
    _, area = area_of(told())
    assert people_change(guarded(area, whole=False)) is None
    assert people_change(guarded(area, printed=None)) is None
    assert people_change(guarded(area, printed=Printed(Fraction(5), "<= 5.0", at_end=True))) is None
    assert people_change(replace(area, perception=Fraction(100))) is None
    assert people_change(replace(area, perception=None)) is None
    assert people_change(replace(area, baseline=None)) is None


def test_nothing_is_said_of_documents_that_people_answered_for_or_that_were_not_compared() -> None:
    questionnaire, area = area_of(told())
    nameless = tuple(replace(item, value=None) for item in area.items)
    assert documents_change(questionnaire, replace(area, items=nameless)) is None
    assert documents_change(questionnaire, replace(area, baseline=None)) is None
    assert changes_in_words(questionnaire, replace(area, baseline=None)) == ""


def test_an_area_printed_in_steps_then_changes_by_steps_now() -> None:
    _, area = area_of(told())
    assert area.baseline is not None
    coarse = replace(area, baseline=replace(area.baseline, coarse=True))
    assert published_perception(area).text == "66.7"
    assert people_change(coarse) == (15, "improved")  # 65 and 50


@given(st.fractions(20, 80), st.fractions(20, 80), st.fractions(-10, 10))
def test_the_printed_change_follows_from_the_printed_figures_alone(
    now: Fraction, then: Fraction, exact: Fraction
) -> None:
    _, area = area_of(told())
    printed = Printed(then, "")
    one = replace(guarded(area, printed=printed, change=exact), perception=now)
    assert people_change(one) == people_change(guarded(one, change=Fraction(99)))


def test_the_baseline_is_told_as_the_earlier_report_told_it() -> None:
    _, area = area_of(told())
    comparison = Comparison("previous", Fraction(97), None, "not comparable", "0 of 7")
    at_end = replace(comparison, printed=Printed(Fraction(95), ">= 95", at_end=True))
    assert baseline_of(replace(area, baseline=at_end)) == ">= 95"
    middle = replace(comparison, printed=Printed(Fraction(615, 10), "61.5"))
    assert baseline_of(replace(area, baseline=middle)) == Fraction(615, 10)
    assert baseline_of(replace(area, baseline=comparison)) == "not shown"
    assert baseline_of(replace(area, baseline=None)) is None


def test_a_change_of_nothing_has_no_sign() -> None:
    questionnaire, area = area_of(told(earlier=told()["earlier"] | {"documents": {"A-2 to A-3": "yes"}}))
    assert area.baseline is not None
    flat = SubChange(Fraction(0), "unchanged", "3 of 3", Fraction(5))
    same = replace(area, baseline=replace(area.baseline, objective=flat, perception=None))
    assert changes_in_words(questionnaire, same) == "documents unchanged (0.0)"
