"""The team's working view for programs: the assessment, and how far its figures of people can be relied on.

Docs: docs/score-json.md.
"""

from __future__ import annotations

from typing import Any

from questionnaires.definition import Questionnaire
from scoring.as_json import assessment_json
from scoring.assessment import AreaRating, Assessment, Why
from scoring.certainty import Certainty, Side, certainty
from scoring.evidence import Evidence
from scoring.participation import Participation, SpokeUp, participation
from scoring.reliability import Reliability, reliability
from scoring.rounding import exact, number, six_decimals


def team_json(
    questionnaire: Questionnaire, evidence: Evidence, assessment: Assessment, sha256: str
) -> dict[str, Any]:
    """All that the team may read, as plain values for `json.dumps`; `sha256` is that of the questionnaire."""
    found = assessment_json(assessment, questionnaire, sha256)
    areas = zip(found["areas"], assessment.areas, strict=True)
    return found | {
        "areas": [told | _of_area(evidence, area) for told, area in areas],
        "participation": _participation(participation(questionnaire, evidence)),
    }


def _of_area(evidence: Evidence, area: AreaRating) -> dict[str, Any]:
    sure, scale = certainty(evidence, area), reliability(evidence, area.id)
    return {
        "certainty": _certainty(sure) if isinstance(sure, Certainty) else None,
        "certainty_reason": sure.code if isinstance(sure, Why) else None,
        "reliability": _reliability(scale) if isinstance(scale, Reliability) else None,
        "reliability_reason": scale.code if isinstance(scale, Why) else None,
    }


def _certainty(sure: Certainty) -> dict[str, Any]:
    return {
        "low": six_decimals(sure.low),
        "high": six_decimals(sure.high),
        "degrees_of_freedom": number(sure.freedom),
        "verdict": sure.verdict,
        "women": _side(sure.women),
        "men": _side(sure.men),
    }


def _side(side: Side) -> dict[str, Any]:
    return {"people": side.people, "staff": side.staff, "variance": six_decimals(side.variance)}


def _reliability(scale: Reliability) -> dict[str, Any]:
    return {
        "alpha": six_decimals(scale.alpha),
        "exact": exact(scale.alpha),
        "low": six_decimals(scale.low),
        "high": six_decimals(scale.high),
        "forms": scale.forms,
        "items": list(scale.items),
    }


def _participation(found: Participation | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "staff": None if found.staff is None else {"women": found.staff[0], "men": found.staff[1]},
        "spoke": [_spoke(each) for each in found.spoke],
        "warnings": list(found.warnings),
    }


def _spoke(each: SpokeUp) -> dict[str, Any]:
    return {
        "instrument": each.instrument,
        "women": each.women,
        "men": each.men,
        "women_percent": number(each.women_rate),
        "men_percent": number(each.men_rate),
    }
