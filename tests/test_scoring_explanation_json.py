"""Explanations as programs read them: each kind of them whole, as it stands in snapshots/explain.json.

If the format is meant to change: change docs/explain-json.md, then write the snapshot anew with
`.venv/bin/python -m tests.test_scoring_explanation_json`, and read the difference.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scoring.explaining import explain
from scoring.explanation_json import explanation_json
from tests.worked_cases import Case, earlier_of, evidence_in, questionnaire_of

SNAPSHOT = Path(__file__).parent / "snapshots" / "explain.json"
LARGE: dict[str, Any] = {
    "staff": "20",
    "items": {
        "A-1": "agree5 survey+workshop, reversed",
        "A-2": "yn3 documents, weight 2",
        "A-3": "ratio documents",
        "A-4": "extent5 head",
        "A-5": "yn3 documents",
        "B-1 to B-4": "yn3 documents",
    },
    "forms": [
        {"6 women": {"A-1": "agree"}},
        {"6 men": {"A-1": "disagree"}},
        {"2 others": {"A-1": "dk"}},
    ],
    "workshop": {"A-1": "agree=12 agreed=agree"},
    "interviews": [{"1 director": {"A-4": "fully"}}],
    "documents": {"A-2": "partly", "A-3": "1/2", "A-5": "ng", "B-1": "yes"},
    "earlier": {"staff": "20", "documents": {"A-2": "no", "A-3": "1/2"}},
}
SMALL: dict[str, Any] = {
    "staff": "10",
    "items": {"A-1 to A-2": "agree5 survey", "A-3 to A-5": "yn3 documents"},
    "forms": [{"8 women": {"A-1 to A-2": "agree"}}],
    "documents": {"A-3 to A-5": "partly"},
    "earlier": {
        "staff": "10",
        "forms": [{"8 women": {"A-1 to A-2": "disagree"}}],
        "documents": {"A-3 to A-5": "no"},
    },
}
SIX: dict[str, Any] = {
    "staff": "20",
    "items": {f"{name}-1 to {name}-4": "yn3 documents" for name in "ABCDEF"},
    "documents": {f"{name}-1 to {name}-4": "partly" for name in "ABCDEF"},
}
SEXES: dict[str, Any] = {
    "staff": "40",
    "working_here": "20 women, 20 men",
    "items": {"A-1 to A-4": "agree5 survey"},
    "forms": [
        {"8 women": {"A-1 to A-4": "disagree"}},
        {"4 women": {"A-1 to A-4": "agree"}},
        {"12 men": {"A-1 to A-3": "agree", "A-4": "strongly_agree"}},
    ],
    "earlier": {"staff": "40", "forms": [{"24 women": {"A-1 to A-4": "neither"}}]},
}
EXPLAINED = {
    "an item of people": (LARGE, "A-1"),
    "an item that was looked up": (LARGE, "A-3"),
    "an item that is lost": (LARGE, "A-5"),
    "an area": (LARGE, "A"),
    "an area that is not rated": (LARGE, "B"),
    "a front that is not rated": (LARGE, "staffing"),
    "overall": (SIX, "overall"),
    "women and men of an area": (SEXES, "A"),
    "an item of a small unit": (SMALL, "A-1"),
    "an area of a small unit": (SMALL, "A"),
}


def written() -> str:
    """Every kind of explanation, as JSON in one text."""
    return (
        json.dumps({name: told(*each) for name, each in EXPLAINED.items()}, indent=1, allow_nan=False) + "\n"
    )


def told(case: dict[str, Any], name: str) -> dict[str, Any]:
    questionnaire = questionnaire_of(case)
    evidence, assessment = evidence_in(questionnaire, case), Case("", case).assess()
    earlier = earlier_of(questionnaire, case)
    return explanation_json(explain(questionnaire, evidence, assessment, name, "a" * 64, earlier=earlier))


def test_each_kind_of_explanation_is_written_as_it_was() -> None:
    assert json.loads(written()) == json.loads(SNAPSHOT.read_text(encoding="utf-8"))


def test_values_that_facilitators_gave_apart_are_written_beside_the_item() -> None:
    case = {"staff": "20", "items": {"A-1": "yn3 documents"}, "documents": {"A-1": "no"}}
    questionnaire = questionnaire_of(case)
    evidence, assessment = evidence_in(questionnaire, case), Case("", case).assess()
    found = explain(questionnaire, evidence, assessment, "A-1", "a" * 64, {"A-1": ("yes", "no")})
    assert explanation_json(found)["unsettled"] == {
        "values": ("yes", "no"),
        "counts": "no",
        "why": "rated differently by two facilitators and not settled: the later one counts",
    }


def test_what_a_small_unit_pools_has_no_baseline_of_its_own() -> None:
    case = {"staff": "8", "items": {"A-1 to A-4": "agree5 survey, baseline 50 score unit"}}
    found = told(case | {"forms": [{"8 women": {"A-1 to A-4": "agree"}}]}, "A-1")
    assert (found["pooled"], found["score"], found["band"], found["baseline"]) == (True, None, None, None)


if __name__ == "__main__":
    SNAPSHOT.write_text(written(), encoding="utf-8")
