"""Items with one value: what was found, where, and whether a source was named for it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import ItemRating
from tests.counting import Submission, evidence_of
from tests.worked_cases import Case, questionnaire_of


@pytest.mark.parametrize("named", [True, False])
def test_a_value_says_where_it_came_from_and_whether_a_source_was_named(named: bool) -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "ratio documents, weight 2"}})
    found = Submission("document_review", "facilitator", {"A-1": "1/2"}, evidence=named)
    assert assess(questionnaire, evidence_of(questionnaire, Setting(20), [found])).item("A-1") == ItemRating(
        id="A-1",
        state="counted",
        score=Fraction(50),
        band="established",
        n=1,
        weight=Fraction(2),
        evidence_weight=Fraction(2, 3),
        source="documents",
        instrument="document_review",
        value="1/2",
        documented=named,
    )


def test_who_does_not_know_does_not_take_back_what_another_told() -> None:
    told: dict[str, Any] = {
        "staff": "20",
        "items": {"A-1 to A-2": "yn3 documents+interview"},
        "interviews": [
            {"1 director": {"A-1": "yes", "A-2": "dk"}},
            {"1 staff": {"A-1": "dk"}},
            {"1 focal_point": {"A-1": "pnts"}},
        ],
    }
    one, other = Case("", told).assess().areas[0].items
    assert (one.state, one.score, one.source) == ("counted", 100, "told")
    assert other.why is not None
    assert (other.state, other.source, other.why.code) == ("lost", None, "not_known")
