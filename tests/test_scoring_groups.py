"""How many people stand behind the answers of an area (docs/method.md, rule 8)."""

from __future__ import annotations

from questionnaires.routing import Setting
from scoring.collected import Collected
from scoring.evidence import Evidence, Spread
from scoring.groups import people_of
from tests.worked_cases import questionnaire_of

QUESTIONNAIRE = questionnaire_of({"items": {"A-1 to A-4": "agree5 survey", "B-1": "agree5 survey"}})


def test_people_counted_in_two_rows_are_added_up_and_other_areas_left_out() -> None:
    rows = (Spread("A", "woman", 3), Spread("A", "woman", 4), Spread("A", "man", 6), Spread("B", "x", 9))
    collected = Collected(QUESTIONNAIRE, Evidence(Setting(40), spreads=rows))
    assert people_of(collected.evidence, QUESTIONNAIRE.areas[0].id) == {"woman": 7, "man": 6, "x": 0}
    assert people_of(collected.evidence, QUESTIONNAIRE.areas[1].id) == {"woman": 0, "man": 0, "x": 9}
