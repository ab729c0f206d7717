"""The door to explanations: an item, an area, a front or the overall by its id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, Assessment
from scoring.collected import Collected
from scoring.evidence import Earlier, Evidence
from scoring.explained_area import explain_area, explain_summary, parts_of
from scoring.explained_item import explain_item
from scoring.explanation import Explanation, MadeFrom, Respondents
from scoring.fingerprint import evidence_hash, method_hash
from scoring.summaries import OVERALL


def known_ids(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Everything that can be explained: overall, fronts, areas, items."""
    fronts = (front.id for front in questionnaire.fronts)
    areas = (area.id for area in questionnaire.areas)
    return (OVERALL, *fronts, *areas, *questionnaire.items)


def explain(
    questionnaire: Questionnaire,
    evidence: Evidence,
    assessment: Assessment,
    name: str,
    sha256: str,
    apart: Mapping[str, tuple[str, ...]] | None = None,
    earlier: Earlier | None = None,
) -> Explanation:
    """Why `name` is rated as it is; one of `known_ids`.

    `assessment` is what `assess` made of this evidence; `sha256` is the hash of the questionnaire's text.
    `apart`: item -> the values that facilitators gave it, where they differ and nobody settled on one.
    `earlier`: the previous audit that `assessment` was compared with. Raises KeyError for another name.
    """
    collected = Collected(questionnaire, evidence)
    respondents = Respondents(collected.respondents, earlier.respondents) if earlier else None
    made_from = MadeFrom(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        method=questionnaire.method,
        policy=evidence.policy,
        questionnaire_sha256=sha256,
        answers_sha256=evidence_hash(evidence),
        method_sha256=method_hash(questionnaire),
    )
    if item := questionnaire.items.get(name):
        area = _rated(assessment, questionnaire.area_of[name].id)
        values = (apart or {}).get(name, ())
        explained = explain_item(collected, item, area, parts_of(collected.questionnaire, area), values)
        return Explanation(name, "item", explained, made_from, respondents)
    if definition := questionnaire.area(name):
        found = explain_area(collected, definition, _rated(assessment, name))
        return Explanation(name, "area", found, made_from, respondents)
    summaries = {one.id: one for one in (assessment.overall, *assessment.fronts)}
    told = explain_summary(questionnaire, assessment, summaries[name])
    kind: Literal["overall", "front"] = "overall" if name == OVERALL else "front"
    return Explanation(name, kind, told, made_from, respondents)


def _rated(assessment: Assessment, name: str) -> AreaRating:
    return next(area for area in assessment.areas if area.id == name)
