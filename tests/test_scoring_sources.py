"""Who is asked an item, and what is told of a source that does not count (docs/method.md, rule 1)."""

from __future__ import annotations

from typing import Any

import pytest

from scoring.assessment import Beside, ItemRating
from scoring.people import of_staff
from tests.two_areas import item_with
from tests.worked_cases import Case, item_of


def rated(**told: Any) -> ItemRating:
    found = Case("", {"staff": "24", **told}).assess().item("A-1")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("evidence", "instruments", "theirs"),
    [
        ("perception", ["survey"], True),
        ("perception", ["interview"], True),
        ("perception", ["workshop"], True),
        ("perception", ["document_review"], False),
        ("objective", ["survey"], True),
        ("objective", ["interview"], False),
        ("objective", ["workshop"], False),
        ("objective", ["survey", "document_review"], False),
        ("objective", ["survey", "staff_data"], False),
        ("objective", ["survey", "workshop"], False),
    ],
)
def test_staff_answer_opinions_and_facts_that_only_a_survey_asks(
    evidence: str, instruments: list[str], theirs: bool
) -> None:
    asked = item_with(item_of("A-1", "yn3 survey"), evidence=evidence, instruments=instruments)
    assert of_staff(asked) is theirs
    assert of_staff(item_with(asked, voice="partner")) is False


@pytest.mark.parametrize(("line", "who"), [("agree5 head", "1 director"), ("agree5 partners", "5 partners")])
def test_the_head_and_partners_are_heard_in_interviews(line: str, who: str) -> None:
    found = rated(items={"A-1": line}, interviews=[{who: {"A-1": "agree"}}])
    assert (found.state, found.score, found.instrument, found.beside) == ("counted", 75, "interview", ())


def test_too_few_answers_are_told_with_both_numbers() -> None:
    found = rated(
        items={"A-1": "agree5 survey"}, forms=[{"4 women": {"A-1": "agree"}}, {"9 men": {"A-1": "dk"}}]
    )
    assert found.why is not None
    assert found.why.words == "too few answers (4, 5 needed)"


def test_an_item_that_no_survey_asks_is_not_lost_for_want_of_forms() -> None:
    few = rated(
        items={"A-1": "agree5 interview", "A-2": "agree5 survey"}, forms=[{"3 women": {"A-2": "agree"}}]
    )
    assert few.why is not None
    assert (few.state, few.why.code) == ("lost", "not_collected")


def test_what_is_asked_in_interviews_alone_is_not_collected_in_a_unit_that_holds_a_survey() -> None:
    items = {"A-1": "agree5 interview", "A-2": "agree5 survey"}
    small = rated(staff="12", items=items, interviews=[{"6 staff": {"A-1": "agree"}}])
    assert small.why is not None
    assert (small.state, small.why.code, small.why.words) == (
        "lost",
        "not_collected",
        "nothing was collected",
    )


@pytest.mark.parametrize(("number", "shown"), [("9 staff", False), ("10 staff", True)])
def test_an_item_that_points_at_one_superior_needs_ten_in_interviews_too(number: str, shown: bool) -> None:
    found = rated(items={"A-1": "agree5 interview, person"}, interviews=[{number: {"A-1": "agree"}}])
    assert (found.state, found.score, found.instrument, found.shown) == ("counted", 75, "interview", shown)


def test_one_answer_to_a_survey_is_enough_to_say_that_there_was_one() -> None:
    found = rated(
        items={"A-1": "agree5 survey+workshop", "A-2": "agree5 survey"},
        forms=[{"1 woman": {"A-1": "agree"}}, {"12 men": {"A-2": "agree"}}],
        workshop={"A-1": "disagree=12 agreed=disagree"},
    )
    assert (found.source, found.score) == ("workshop", 25)
    assert found.beside == (Beside("survey", None, 1),)
