"""Don't know, not in my work, prefer not to say: the counts for the team, and what is printed of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import assess
from scoring.assessment import NoAnswer
from scoring.collected import Collected
from scoring.no_answer import no_answer, published_share
from tests.worked_cases import Case, evidence_in, item_of, no_answer_printed, questionnaire_of


def rated(told: dict[str, Any], item: str = "A-1") -> NoAnswer | None:
    found = Case("", told).assess().item(item)
    assert found is not None
    return found.no_answer


def printed(told: dict[str, Any], item: str = "A-1") -> str:
    assessment = Case("", told).assess()
    rating = assessment.item(item)
    assert rating is not None
    return no_answer_printed(questionnaire_of(told), assessment, rating)


def test_what_interviews_heard_of_a_survey_item_is_not_added() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+interview"},
        "forms": [{"10 women": {"A-1": "agree"}}, {"1 man": {"A-1": "dk"}}],
        "interviews": [{"3 staff men": {"A-1": "dk"}}],
    }
    assert rated(told) == NoAnswer(given=11, dk=1, na=0, pnts=0, asked=11)


def test_of_an_item_that_only_interviews_ask_nobody_knows_who_left_it_out() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 interview"},
        "forms": [{"10 women": {}}],
        "interviews": [
            {"8 staff women": {"A-1": "agree"}},
            {"2 staff men": {"A-1": "pnts"}},
            {"3 partners": {"A-1": "dk"}},
        ],
    }
    found = rated(told)
    assert found == NoAnswer(given=10, dk=0, na=0, pnts=2, asked=None)
    assert found is not None
    assert found.unanswered is None
    assert printed(told) == "don't know <= 20 %, not in my work <= 20 %, prefer not to say <= 20 %"


def test_an_item_that_every_form_leaves_out_is_told_to_the_team() -> None:
    told = {"staff": "20", "items": {"A-1": "agree5 survey"}, "forms": [{"12 women": {}}]}
    found = rated(told)
    assert found == NoAnswer(given=0, dk=0, na=0, pnts=0, asked=12)
    assert found is not None
    assert found.unanswered == 12
    assert printed(told) == ""


def test_nothing_is_told_where_nobody_was_asked() -> None:
    assert rated({"staff": "20", "items": {"A-1": "agree5 survey"}}) is None
    assert rated({"staff": "20", "items": {"A-1": "agree5 interview"}, "forms": [{"12 women": {}}]}) is None
    assert (
        rated({"staff": "20", "items": {"A-1": "consensus5 workshop"}, "forms": [{"12 women": {}}]}) is None
    )
    assert rated({"staff": "20", "items": {"A-1": "ev4 documents"}, "documents": {"A-1": "meeting"}}) is None


def test_who_was_not_asked_because_of_another_answer_left_nothing_out() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-2": "agree5 survey"},
        "forms": [{"10 women": {"A-1": "agree"}}, {"5 women": {"A-1": "agree", "A-2": "dk"}}],
    }
    questionnaire = questionnaire_of(told)
    collected = Collected(questionnaire, evidence_in(questionnaire, told))
    asked = item_of("A-2", "agree5 survey")
    dependent = asked.model_copy(update={"asked_if": object()})
    assert no_answer(collected, asked) == NoAnswer(given=5, dk=5, na=0, pnts=0, asked=15)
    assert no_answer(collected, dependent) == NoAnswer(given=5, dk=5, na=0, pnts=0, asked=None)


def test_a_pooled_item_of_a_small_unit_tells_nothing() -> None:
    told = {"staff": "19", "items": {"A-1": "agree5 survey"}, "forms": [{"15 others": {"A-1": "agree"}}]}
    assert rated(told) is None
    assert printed(told) == ""


def test_only_items_that_are_not_sensitive_are_printed() -> None:
    told = {
        "staff": "40",
        "items": {"A-1": "agree5 survey", "A-2": "agree5 survey, person", "A-3": "agree5 survey, sensitive"},
        "forms": [{"20 women": {"A-1 to A-3": "agree"}}, {"10 men": {"A-1 to A-3": "dk"}}],
    }
    assert printed(told).startswith("don't know 35 %")
    assert printed(told, "A-2") == printed(told, "A-3") == ""
    assert rated(told, "A-2") == rated(told, "A-3") == NoAnswer(given=30, dk=10, na=0, pnts=0, asked=30)


def test_a_small_unit_prints_nothing_whatever_stands_in_the_rating() -> None:
    told = {"staff": "20", "items": {"A-1": "agree5 survey"}, "forms": [{"20 women": {"A-1": "agree"}}]}
    smaller = told | {"staff": "19"}
    rating = Case("", told).assess().item("A-1")
    assert rating is not None
    assert no_answer_printed(questionnaire_of(smaller), Case("", smaller).assess(), rating) == ""


def test_counts_of_the_rating_do_not_change_what_is_printed_of_no_answer() -> None:
    told = {
        "staff": "40",
        "items": {"A-1": "agree5 survey"},
        "forms": [{"3 women": {"A-1": "agree"}}, {"18 men": {"A-1": "dk"}}],
    }
    assessment = assess(questionnaire_of(told), evidence_in(questionnaire_of(told), told))
    rating = assessment.item("A-1")
    assert rating is not None
    assert (rating.state, rating.n) == ("lost", 3)
    assert printed(told) == "don't know 85 %, not in my work <= 10 %, prefer not to say <= 10 %"


@pytest.mark.parametrize(
    ("people", "of", "text"),
    [
        (0, 10, "<= 20 %"),
        (2, 10, "<= 20 %"),
        (3, 10, "30 %"),
        (7, 10, "70 %"),
        (8, 10, ">= 80 %"),
        (10, 10, ">= 80 %"),
        (2, 41, "<= 5 %"),
        (3, 41, "5 %"),
        (4, 41, "10 %"),
        (38, 41, "95 %"),
        (39, 41, ">= 95 %"),
        (3, 24, "15 %"),
        (0, 1000, "<= 5 %"),
        (50, 1000, "<= 5 %"),
        (74, 1000, "5 %"),
        (75, 1000, "10 %"),
        (950, 1000, ">= 95 %"),
    ],
)
def test_shares_are_printed_in_steps_of_five(people: int, of: int, text: str) -> None:
    assert published_share(people, of) == text


@given(st.integers(10, 400), st.data())
def test_what_is_printed_is_true_and_never_tells_of_fewer_than_two(of: int, data: st.DataObject) -> None:
    people = data.draw(st.integers(0, of))
    text = published_share(people, of)
    share, number = Fraction(100 * people, of), Fraction(text.strip("<>= %"))
    alike = {one for one in range(of + 1) if published_share(one, of) == text}
    if text.startswith("<="):
        assert share <= number
        assert {0, 1, 2} <= alike
    elif text.startswith(">="):
        assert share >= number
        assert {of, of - 1, of - 2} <= alike
    else:
        assert abs(share - number) <= Fraction(5, 2)
        assert 2 < people < of - 2
    assert number % 5 == 0
