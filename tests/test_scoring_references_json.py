"""Aims, parity, references and changes as programs read them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.as_json import assessment_json
from scoring.assessment import Comparison
from scoring.references_json import comparison_json, sub_changes_json
from tests.worked_cases import Case, questionnaire_of

MEN = "sexcount staff_data, baseline 28 percent_men organisation"
TOLD: dict[str, Any] = {
    "staff": "40",
    "items": {
        "A-1": f"{MEN}, aim reach 50 percent_men unit 2028",
        "A-2": "ratio documents, baseline 20 percent unit",
        "A-3 to A-4": "yn3 documents, aim increase none extent organisation",
        "A-5 to A-8": "agree5 survey",
    },
    "staff_data": {"A-1": "60 40"},
    "documents": {"A-2": "5/10", "A-3 to A-4": "yes"},
    "forms": [{"40 women": {"A-5 to A-8": "agree"}}],
    "earlier": {
        "staff": "40",
        "staff_data": {"A-1": "80 20"},
        "documents": {"A-2": "5/10", "A-3 to A-4": "yes"},
        "forms": [{"40 women": {"A-5 to A-8": "neither"}}],
    },
}


def rows(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found = assessment_json(Case("", told).assess(), questionnaire_of(told), "a" * 64)
    return {row["id"]: row for row in (*found["areas"], *found["items"])}


def test_an_aim_is_written_with_every_figure_it_follows_from() -> None:
    assert rows(TOLD)["A-1"]["target"] == {
        "kind": "target",
        "level": "unit",
        "direction": "reach",
        "unit": "percent_men",
        "by": "2028",
        "aim": 50.0,
        "value": 40.0,
        "start": 20.0,
        "start_kind": "previous",
        "attainment": 0.666667,
        "reason": None,
        "reason_code": None,
    }


def test_an_aim_without_attainment_says_why() -> None:
    target = rows(TOLD)["A-3"]["target"]
    assert (target["attainment"], target["reason"], target["reason_code"]) == (
        None,
        "the aim has no number",
        "no_number",
    )


def test_items_without_aim_parity_or_reference_have_nulls() -> None:
    row = rows(TOLD)["A-2"]
    assert (row["target"], row["parity"], row["organisation"]) == (None, None, None)


def test_parity_and_the_figure_of_the_organisation_stand_beside_the_item() -> None:
    row = rows(TOLD)["A-1"]
    assert row["parity"] == {"distance": 10.0, "fewer": "men"}
    assert row["organisation"] == {
        "kind": "declared",
        "level": "organisation",
        "direction": "increase",
        "unit": "percent_men",
        "period": None,
        "value": 28.0,
    }


def test_the_changes_of_documents_and_of_people_stand_beside_the_baseline() -> None:
    area = rows(TOLD)["A"]
    assert area["objective_change"] == {
        "change": 12.5,
        "status": "improved",
        "comparable": "4 of 4",
        "dead_zone": 5.0,
    }
    assert area["perception_change"] == {
        "change": 25.0,
        "status": "improved",
        "comparable": "4 of 4",
        "dead_zone": 10.0,
    }


def test_without_a_baseline_there_is_no_change() -> None:
    nothing = {"objective_change": None, "perception_change": None}
    assert (comparison_json(None), sub_changes_json(None)) == (None, nothing)
    declared = Comparison("declared", Fraction(50), Fraction(5), "improved", "1 of 4")
    assert sub_changes_json(declared) == nothing


def test_a_baseline_says_that_it_is_a_units() -> None:
    row = rows({name: part for name, part in TOLD.items() if name != "earlier"})["A-2"]
    assert row["baseline"] == {
        "kind": "declared",
        "level": "unit",
        "score": 20.0,
        "change": 30.0,
        "status": "improved",
        "comparable": "1 of 1",
        "note": None,
    }
