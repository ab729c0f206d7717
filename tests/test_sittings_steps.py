"""The order of questions as a pure function of the answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pytest

from audit_engine.sittings.steps import (
    Step,
    can_be_taken_up,
    find_step,
    next_open,
    no_longer_asked,
    progress,
    state_of,
    step_before,
    steps_of,
)
from questionnaires.library import load, load_file
from questionnaires.routing import NOT_ASKED, Setting

PGA = load("pga", "1.0.0").questionnaire
SMALL = load_file(Path(__file__).parent / "small.yaml").questionnaire
REVIEW = steps_of(SMALL, Setting(28), "document_review", "facilitator")
DIRECTOR = steps_of(PGA, Setting(28), "interview", "director")


def ids(steps: Sequence[Step]) -> list[str]:
    return [step.id for step in steps]


def following(values: Mapping[str, str], skipped: Collection[str] = (), after: str | None = None) -> str:
    found = next_open(REVIEW, values, skipped, after)
    return found.id if found else ""


def test_an_interview_goes_through_each_area_and_closes_with_its_own_prompts() -> None:
    area = [step.id for step in DIRECTOR if step.area and step.area.id == "SU1"]
    assert area == ["SU1-03", "SU1-08", "SU1-good-practice", "SU1-main-obstacle", "SU1-next-action"]
    assert DIRECTOR[-1].id == "should_have_asked"


def test_a_workshop_votes_first_then_comes_the_quiz_then_the_words() -> None:
    steps = steps_of(PGA, Setting(28), "workshop", "group")
    assert ids(steps)[7] == "ST4-07"
    assert all(step.item for step in steps[:8])
    assert ids(steps)[-2:] == ["women_statement", "men_statement"]


def test_where_no_survey_is_held_the_interview_asks_its_items() -> None:
    assert "ST1-07" in ids(steps_of(PGA, Setting(7), "interview", "staff"))
    assert "ST1-07" not in ids(steps_of(PGA, Setting(28), "interview", "staff"))


def test_an_item_outside_the_order_is_taken_up_in_its_place() -> None:
    steps = steps_of(PGA, Setting(28), "interview", "focal_point", ["SU1-08"])
    assert ids(steps)[ids(steps).index("SU1-08") + 1] == "SU1-good-practice"
    assert can_be_taken_up(PGA, Setting(28), "interview", "focal_point", PGA.items["SU1-08"])
    assert not can_be_taken_up(PGA, Setting(28), "interview", "focal_point", PGA.items["ST1-01"])


def test_the_next_question_is_the_first_open_one_after_this_going_round() -> None:
    first, second, third = ids(REVIEW)[:3]
    assert following({}) == first
    assert following({second: "no"}, (), first) == third
    assert following({}, (), ids(REVIEW)[-1]) == first
    assert following(dict.fromkeys(ids(REVIEW), "yes")) == ""


def test_skipped_questions_are_passed_over_and_what_was_not_asked_comes_again() -> None:
    first, second = ids(REVIEW)[:2]
    assert following({}, {first}) == second
    assert following({first: NOT_ASKED}) == first
    assert state_of(REVIEW[0], {}, {first}) == "skipped"


def test_a_changed_answer_makes_later_items_irrelevant_and_only_those() -> None:
    answered = {"WO1-01": "no", "WO1-02": "yes", "PE2-01": "meeting"}
    assert no_longer_asked(REVIEW, answered) == ["WO1-02"]
    assert no_longer_asked(REVIEW, {**answered, "WO1-01": "partly"}) == []
    assert no_longer_asked(REVIEW, {"WO1-02": NOT_ASKED}) == []


def test_progress_counts_only_what_is_asked() -> None:
    name = ids(REVIEW)[-1]
    without = progress(REVIEW, {"WO1-01": "no"}, name)
    assert progress(REVIEW, {"WO1-01": "yes"}, name) == (without[0] + 1, without[1] + 1)


@pytest.mark.parametrize("typed", ["SU1-03", "su1-03", "SU1", "su1"])
def test_a_question_is_found_by_its_id_or_its_area(typed: str) -> None:
    found = find_step(DIRECTOR, {}, (), typed)
    assert found is not None
    assert found.id == "SU1-03"


def test_an_area_leads_to_its_first_open_question() -> None:
    found = find_step(DIRECTOR, {"SU1-03": "partly"}, (), "SU1")
    assert found is not None
    assert found.id == "SU1-08"
    assert find_step(DIRECTOR, {}, (), "XX9") is None


def test_before_the_first_question_there_is_none() -> None:
    assert step_before(DIRECTOR, {}, DIRECTOR[0].id) is None
    assert step_before(DIRECTOR, {}, None) == DIRECTOR[-1]
    assert step_before(REVIEW, {"WO1-01": "no"}, "WO1-06") == find_step(REVIEW, {}, (), "WO1-01")
