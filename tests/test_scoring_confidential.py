"""Which items count by what staff answered in confidence, and what each answer is worth."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from questionnaires.routing import Setting
from scoring import assess
from scoring.confidential import Chosen, chosen_items
from tests.counting import evidence_of
from tests.worked_cases import questionnaire_of, submissions

TOLD: dict[str, Any] = {
    "items": {
        "A-1": "agree5 survey",
        "A-2": "agree5 survey, reversed",
        "A-3": "agree5 survey, sensitive",
        "A-4": "yn3 documents",
        "B-1": "agree5 survey",
    },
    "documents": {"A-4": "yes"},
}


def test_an_area_tells_which_items_count_and_what_their_answers_are_worth() -> None:
    questionnaire = questionnaire_of(TOLD)
    forms = [
        {"6 women": {"A-1 to A-2": "agree", "A-3": "neither"}},
        {"5 men": {"A-1": "neither", "A-2": "dk", "A-3": "agree"}},
    ]
    found = chosen_items(
        questionnaire, evidence_of(questionnaire, Setting(20), submissions({**TOLD, "forms": forms}))
    )
    three = ("A-1", "A-2", "A-3")
    points = {
        "A-1": {"agree": Fraction(75), "neither": Fraction(50)},
        "A-2": {"agree": Fraction(25)},
        "A-3": {"agree": Fraction(75), "neither": Fraction(50)},
    }
    assert found == {"A": Chosen(counted=three, compared=("A-1",), scale=three, points=points)}


def test_where_a_definition_holds_no_survey_in_a_larger_unit_interviews_count_one_by_one() -> None:
    questionnaire = questionnaire_of(TOLD)
    rules = questionnaire.rules.model_copy(update={"no_survey_staff": 40})
    questionnaire = questionnaire.model_copy(update={"rules": rules})
    asked = [{"6 staff women": {"A-1": "agree"}}, {"5 staff men": {"A-1": "neither"}}]
    evidence = evidence_of(questionnaire, Setting(30), submissions({**TOLD, "interviews": asked}))
    points = {"A-1": {"agree": Fraction(75), "neither": Fraction(50)}}
    assert chosen_items(questionnaire, evidence) == {"A": Chosen(("A-1",), ("A-1",), (), points)}
    area = assess(questionnaire, evidence).area("A")
    assert area is not None
    assert (area.women, area.men, area.people) == (75, 50, 11)
