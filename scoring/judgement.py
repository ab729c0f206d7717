"""From all that was collected in one audit to its ratings, baselines and proposals."""

from __future__ import annotations

from questionnaires.definition import Questionnaire
from scoring.areas import rate_area
from scoring.assessment import Assessment
from scoring.baselines import summary_with_baseline, with_baselines
from scoring.collected import Collected
from scoring.evidence import Earlier, Evidence
from scoring.findings import contradictions
from scoring.recommendations import proposals
from scoring.summaries import front, overall


def assess(questionnaire: Questionnaire, evidence: Evidence, earlier: Earlier | None = None) -> Assessment:
    """Judge one audit by the rules of its questionnaire (docs/method.md).

    `earlier` holds the figures of a previous audit of the same unit, None where there is none. Never fails
    for want of evidence: what cannot be rated says why.
    """
    collected = Collected(questionnaire, evidence)
    areas = tuple(
        with_baselines(collected, rate_area(collected, area), earlier) for area in questionnaire.areas
    )
    fronts = (front(questionnaire, one.id, areas) for one in questionnaire.fronts)
    return Assessment(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        method=questionnaire.method,
        small_unit=collected.small,
        response=collected.response,
        overall=summary_with_baseline(collected, overall(questionnaire, areas), areas, earlier),
        fronts=tuple(summary_with_baseline(collected, one, areas, earlier) for one in fronts),
        areas=areas,
        proposals=proposals(collected, areas),
        contradictions=contradictions(collected, areas),
        policy=evidence.policy,
    )


def respondents(questionnaire: Questionnaire, evidence: Evidence) -> int:
    """People who answered in confidence: survey forms, or staff interviewed where no survey is held."""
    return Collected(questionnaire, evidence).respondents
