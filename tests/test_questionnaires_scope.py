"""What a questionnaire asks at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaires.definition import Instrument, Questionnaire
from questionnaires.library import load, load_file
from questionnaires.scope import (
    asks_by,
    compares_by_sex,
    counts_by_sex,
    has_survey,
    hears_opinions,
    looked_up_in,
)

PGA = load("pga", "1.0.0").questionnaire
SHORT = load("pga-short", "1.0.0").questionnaire
CARD = load("scorecard", "1.0.0").questionnaire
FIRE = load_file(Path(__file__).parent / "fire_safety.yaml").questionnaire


@pytest.mark.parametrize(
    ("asked", "survey", "opinions", "compared", "counted"),
    [
        (PGA, True, True, True, True),
        (SHORT, True, True, True, True),
        (CARD, False, False, False, False),
        (FIRE, True, True, False, False),
    ],
    ids=lambda value: value.id if isinstance(value, Questionnaire) else None,
)
def test_what_is_asked(
    asked: Questionnaire, survey: bool, opinions: bool, compared: bool, counted: bool
) -> None:
    assert (has_survey(asked), hears_opinions(asked)) == (survey, opinions)
    assert (compares_by_sex(asked), counts_by_sex(asked)) == (compared, counted)


def test_who_people_are_means_nothing_where_none_is_asked_for_an_opinion() -> None:
    asked = CARD.model_copy(update={"profile": PGA.profile})
    assert not compares_by_sex(asked)


@pytest.mark.parametrize(
    ("instrument", "asked"),
    [("document_review", True), ("interview", True), ("survey", False), ("workshop", False)],
)
def test_a_way_of_asking(instrument: Instrument, asked: bool) -> None:
    assert asks_by(CARD, instrument) == asked


def test_an_open_question_alone_is_a_way_of_asking() -> None:
    prompt = CARD.prompts[0].model_copy(update={"instruments": ("workshop",)})
    assert asks_by(CARD.model_copy(update={"prompts": (prompt,)}), "workshop")


def test_where_is_looked() -> None:
    assert looked_up_in(PGA) == "documents and staff data"
    assert looked_up_in(CARD) == "documents"
