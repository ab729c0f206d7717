"""What a translator is told of where a text stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaires.library import load
from questionnaires.text_contexts import contexts
from questionnaires.texts import texts
from tests.own_questionnaire import own, questionnaire_of

PGA = load("pga", "1.1.0").questionnaire


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("title", "The questionnaire: its name"),
        ("bands.absent.meaning", "Band of a rating: what it means"),
        ("scales.agree5.options.agree", "Scale 'How far do you agree?': an answer to choose"),
        (
            "areas.ST1.probes.director.1",
            "Interview guide, area ST1 Parity in posts and promotion: to ask the head",
        ),
        ("items.ST1-07.text", "Item ST1-07, area ST1 Parity in posts and promotion: asked of staff (survey)"),
        ("items.ST1-06.criteria.yes", "Item ST1-06: what must be true for 'Yes'"),
        ("items.ST1-01.target.note", "Item ST1-01: a note on the aim"),
        ("words.senior posts.ministry", "Word of the house 'senior posts': in a ministry"),
        ("recommendations.REC-ST1-1.text", "Recommendation, area ST1 Parity in posts and promotion"),
        ("consent.limit", "Consent, read out or shown before anybody answers: the one limit"),
        ("quiz.1.answers.2", "Knowledge quiz, question 1: the right answer"),
        ("quiz.1.answers.1", "Knowledge quiz, question 1: a wrong answer"),
    ],
)
def test_a_text_is_told_by_area_item_option_and_who_is_asked(key: str, told: str) -> None:
    assert contexts(PGA)[key].startswith(told)


def test_every_text_has_a_place_and_no_place_is_a_key() -> None:
    found = contexts(PGA)
    assert found.keys() == texts(PGA).keys()
    assert [key for key, place in found.items() if place.split(": ")[-1] in key.split(".")] == []


def test_dots_in_an_id_do_not_hide_the_place(tmp_path: Path) -> None:
    file = own(tmp_path, ("id: agree5", "id: agree.5"))
    file.write_text(
        file.read_text(encoding="utf-8").replace("scale: agree5", "scale: agree.5"), encoding="utf-8"
    )
    found = contexts(questionnaire_of(file))
    assert found["scales.agree.5.title"] == "Scale agree.5: the question above the answers"
