"""The assessment for programs: absent means null, exact figures beside rounded ones, no clock."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from questionnaires.definition import Item, Questionnaire
from scoring.assessment import AreaRating, Assessment, ItemRating, NoAnswer, State, Summary, Why
from scoring.references_json import (
    comparison_json,
    organisation_json,
    parity_json,
    sub_changes_json,
    target_json,
)
from scoring.rounding import exact, number

ITEM_COVERAGE: dict[State, Fraction | None] = {
    "counted": Fraction(100),
    "lost": Fraction(0),
    "na": None,
    "information": None,
}
POOLED = Why("pooled", "in a unit of this size people's answers are shown by area only")


def assessment_json(assessment: Assessment, questionnaire: Questionnaire, sha256: str) -> dict[str, Any]:
    """The working view of an assessment as plain values for `json.dumps` (docs/score-json.md).

    `sha256` is the hash of the questionnaire's text. Figures are on 0-100, `coverage` is in percent.
    """
    identity = {"id": questionnaire.id, "version": questionnaire.version, "sha256": sha256}
    return {
        "questionnaire": identity,
        "method": assessment.method,
        "policy": assessment.policy,
        "overall": _summary(assessment.overall),
        "fronts": [_summary(front) for front in assessment.fronts],
        "areas": [_area(area) for area in assessment.areas],
        "items": [
            _item(questionnaire.items[item.id], item, area)
            for area in assessment.areas
            for item in area.items
        ],
    }


def _rating(
    name: str, score: Fraction | None, band: str | None, coverage: Fraction | None, n: int, why: Why | None
) -> dict[str, Any]:
    return {
        "id": name,
        "score": number(score),
        "exact": None if score is None else exact(score),
        "band": band,
        "coverage": number(coverage),
        "n": n,
        "reason": why.english if why else None,
        "reason_code": why.code if why else None,
    }


def _summary(summary: Summary) -> dict[str, Any]:
    rating = _rating(summary.id, summary.score, summary.band, summary.coverage, summary.n, summary.why)
    return rating | {"applicable": summary.applicable, "baseline": comparison_json(summary.baseline)}


def _area(area: AreaRating) -> dict[str, Any]:
    rating = _rating(area.id, area.score, area.band, area.coverage, area.n, area.why)
    return rating | {
        "front": area.front,
        "applicable": area.applicable,
        "objective": number(area.objective),
        "perception": number(area.perception),
        "women": number(area.women),
        "men": number(area.men),
        "gap": number(area.gap),
        "baseline": comparison_json(area.baseline),
        **sub_changes_json(area.baseline),
    }


def _item(asked: Item, item: ItemRating, area: AreaRating) -> dict[str, Any]:
    # The team sees every figure but one: in a small unit no item of people stands alone.
    pooled = item.source == "pooled"
    score, band = (None, None) if pooled else (item.score, item.band)
    why = item.why or (POOLED if pooled else None)
    return _rating(item.id, score, band, ITEM_COVERAGE[item.state], item.n, why) | {
        "area": area.id,
        "applicable": item.state != "na",
        "state": item.state,
        "source": item.source,
        "baseline": None if pooled else comparison_json(item.baseline),
        "target": target_json(item.target),
        "parity": parity_json(item.parity),
        "organisation": organisation_json(asked),
        "no_answer": _no_answer(item.no_answer),
    }


def _no_answer(found: NoAnswer | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "given": found.given,
        "dont_know": found.dk,
        "not_in_my_work": found.na,
        "prefer_not_to_say": found.pnts,
        "unanswered": found.unanswered,
    }
