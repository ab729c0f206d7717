"""The door to explanations: an item, an area, a front or the overall by its id."""

from __future__ import annotations

from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, Assessment
from scoring.collected import Collected
from scoring.evidence import Evidence
from scoring.explained_area import explain_area, explain_summary, parts_of
from scoring.explained_item import explain_item
from scoring.explanation import Explanation, MadeFrom
from scoring.fingerprint import evidence_hash, method_hash
from scoring.summaries import OVERALL


def known_ids(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Everything that can be explained: overall, fronts, areas, items."""
    fronts = (front.id for front in questionnaire.fronts)
    areas = (area.id for area in questionnaire.areas)
    return (OVERALL, *fronts, *areas, *questionnaire.items)


def explain(
    questionnaire: Questionnaire, evidence: Evidence, assessment: Assessment, name: str, sha256: str
) -> Explanation:
    """Why `name` is rated as it is; one of `known_ids`.

    `assessment` is what `assess` made of this evidence; `sha256` is the hash of the questionnaire's text.
    Raises KeyError for another name.
    """
    collected = Collected(questionnaire, evidence)
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
        return Explanation(name, "item", explain_item(collected, item, area, parts_of(area)), made_from)
    if definition := questionnaire.area(name):
        found = explain_area(collected, definition, _rated(assessment, name))
        return Explanation(name, "area", found, made_from)
    summaries = {one.id: one for one in (assessment.overall, *assessment.fronts)}
    told = explain_summary(questionnaire, assessment, summaries[name])
    return Explanation(name, "overall" if name == OVERALL else "front", told, made_from)


def _rated(assessment: Assessment, name: str) -> AreaRating:
    return next(area for area in assessment.areas if area.id == name)
