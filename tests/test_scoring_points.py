"""What a single answer is worth, at the limits (docs/method.md, rule 1)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from questionnaires.definition import Questionnaire
from questionnaires.values import Choice, Count, Missing, Ratio, SexCount, SexRate, Value, Votes, Words
from scoring.points import INFORMATION, NOT_COLLECTED, Mark, NoMark, mark, not_applicable
from tests.worked_cases import PGA, item_of, questionnaire_of

TOO_FEW = ("N3", "not applicable: The numbers are too small to be fair or safe")
NONE_THERE = ("N1", "not applicable: There is no such post or activity")
NO_POINTS = ("no_points", "the answer carries no points")
NOT_KNOWN = ("not_known", "only 'don't know' or 'prefer not to say'")


def marked(line: str, value: Value) -> Any:
    """What an answer to an item made from a line such as `agree5 survey, reversed` is worth."""
    found = mark(questionnaire_of({"items": {"A-1": line}}), item_of("A-1", line), value)
    if isinstance(found, NoMark):
        return found.state, (found.why.code, found.why.words)
    return found


@pytest.mark.parametrize(
    ("women", "men", "score"),
    [
        (50, 50, 100),
        (40, 60, 75),
        (30, 70, 50),
        (72, 28, 45),
        (20, 80, 25),
        (41, 159, Fraction(105, 4)),  # a share of 20.5: the steeper line holds from 20 up
        (39, 161, Fraction(195, 8)),
        (0, 10, 0),
        (2, 3, 100),  # five people cannot be split better
        (2, 2, 100),
        (1, 3, 37.5),
        (4, 3, 100),
    ],
)
def test_parity_at_its_corners(women: int, men: int, score: float) -> None:
    assert marked("sexcount staff_data", SexCount(women, men)) == Mark(Fraction(score))


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (SexCount(0, 0), NONE_THERE),
        (SexCount(0, 1), TOO_FEW),
        (SexCount(1, 2), TOO_FEW),
    ],
)
def test_fewer_than_four_people_are_not_judged(value: Value, why: tuple[str, str]) -> None:
    assert marked("sexcount staff_data", value) == ("na", why)


@pytest.mark.parametrize(
    ("value", "score"),
    [
        (SexRate(4, 4, 4, 4), 100),
        (SexRate(2, 4, 4, 4), 50),
        (SexRate(4, 4, 2, 4), 50),
        (SexRate(0, 4, 4, 10), 0),
        (SexRate(3, 10, 1, 5), Fraction(200, 3)),
    ],
)
def test_rates_are_the_lower_by_the_higher(value: Value, score: float) -> None:
    assert marked("sexrate staff_data", value) == Mark(Fraction(score))


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (SexRate(0, 0, 0, 0), NONE_THERE),
        (SexRate(0, 0, 4, 9), TOO_FEW),
        (SexRate(3, 3, 4, 9), TOO_FEW),
        (SexRate(4, 9, 3, 3), TOO_FEW),
        (SexRate(2, 9, 1, 9), TOO_FEW),
        (SexRate(0, 1, 0, 0), TOO_FEW),
    ],
)
def test_rates_of_few_or_to_few_are_not_judged(value: Value, why: tuple[str, str]) -> None:
    assert marked("sexrate staff_data", value) == ("na", why)


@pytest.mark.parametrize(
    ("part", "whole", "score", "weight"),
    [
        (1, 1, 100, Fraction(1, 3)),
        (1, 2, 50, Fraction(2, 3)),
        (1, 3, Fraction(100, 3), 1),
        (1, 4, 25, 1),
        (0, 9, 0, 1),
    ],
)
def test_a_ratio_of_few_cases_weighs_less(
    part: int, whole: int, score: Fraction | int, weight: Fraction | int
) -> None:
    assert marked("ratio documents", Ratio(Fraction(part), whole)) == Mark(Fraction(score), Fraction(weight))


def test_a_ratio_of_nothing_does_not_apply() -> None:
    assert marked("ratio documents", Ratio(Fraction(0), 0)) == ("na", NONE_THERE)


def test_a_reversed_item_is_turned_round_with_its_weight_kept() -> None:
    assert marked("agree5 survey, reversed", Choice("agree")) == Mark(Fraction(25))
    assert marked("ratio documents, reversed", Ratio(Fraction(1), 2)) == Mark(Fraction(50), Fraction(2, 3))
    assert marked("ratio documents, reversed", Ratio(Fraction(1), 4)) == Mark(Fraction(75))


def test_what_is_confirmed_not_to_exist_is_the_lowest_either_way_round() -> None:
    assert marked("ev4 documents", Missing("nf")) == Mark(Fraction(0))
    assert marked("ev4 documents, reversed", Missing("nf")) == Mark(Fraction(0))


def test_what_is_confirmed_not_to_exist_has_no_points_where_no_answer_is_written_out() -> None:
    assert marked("count information", Missing("nf")) == ("lost", NO_POINTS)


@pytest.mark.parametrize(
    ("value", "state", "why"),
    [
        (Missing("ng"), "lost", ("documents_not_given", "documents not given")),
        (Missing("dk"), "lost", NOT_KNOWN),
        (Missing("pnts"), "lost", NOT_KNOWN),
        (Missing("na"), "na", ("not_in_their_work", "not in anybody's work")),
        (Missing("na", "N2"), "na", ("N2", "not applicable: It is decided elsewhere")),
        (Choice("no such answer"), "lost", NO_POINTS),
        (Votes((("agree", 5),)), "lost", NO_POINTS),
        (Count(3), "lost", NO_POINTS),
        (Words("Well."), "lost", NO_POINTS),
    ],
)
def test_an_answer_without_points_says_why(value: Value, state: str, why: tuple[str, str]) -> None:
    assert marked("agree5 survey", value) == (state, why)


def test_a_reason_that_the_questionnaire_does_not_spell_out_is_told_by_its_code() -> None:
    parts = {name: getattr(PGA, name) for name in Questionnaire.model_fields}
    found = not_applicable(Questionnaire(**{**parts, "reasons": ()}), "N5")
    assert (found.code, found.words) == ("N5", "not applicable: N5")


def test_what_was_not_asked_for_points_and_what_never_came_say_so() -> None:
    assert (NOT_COLLECTED.code, NOT_COLLECTED.words) == ("not_collected", "nothing was collected")
    assert (INFORMATION.code, INFORMATION.words) == ("information", "information only, never scored")


def test_a_vote_counts_by_what_the_group_agreed_on() -> None:
    assert marked("agree5 survey", Votes((("agree", 5),), agreed="disagree")) == Mark(Fraction(25))
