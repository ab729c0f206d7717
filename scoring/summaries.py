"""Fronts and the overall: the mean of their rated areas (docs/method.md, rules 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from questionnaires.catalogue import marked, tr_many
from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, Summary, Why, because
from scoring.bands import band_of
from scoring.means import weighted_mean
from scoring.rounding import brief
from scoring.shares import weights_of

OVERALL = "overall"


def front(questionnaire: Questionnaire, front_id: str, areas: Iterable[AreaRating]) -> Summary:
    """A front: rated when enough of its applicable areas are."""
    return _summary(questionnaire, front_id, [area for area in areas if area.front == front_id])


def overall(questionnaire: Questionnaire, areas: Iterable[AreaRating]) -> Summary:
    """The whole audit: rated when enough of its applicable areas are, and at least a fixed number."""
    return _summary(questionnaire, OVERALL, list(areas))


def needed(questionnaire: Questionnaire, name: str) -> tuple[Fraction, int]:
    """How many areas must be rated for a front or the overall: percent of those that apply, and at least."""
    rules = questionnaire.rules
    return (rules.overall_percent, rules.overall_areas) if name == OVERALL else (rules.front_percent, 1)


def _summary(questionnaire: Questionnaire, name: str, areas: list[AreaRating]) -> Summary:
    percent, fewest = needed(questionnaire, name)
    applicable = [area for area in areas if area.applicable]
    rated = [area for area in applicable if area.score is not None]
    why = _why(len(rated), len(applicable), percent, fewest)
    score = None if why else mean_of_areas(questionnaire, rated, {area.id: area.score for area in rated})
    return Summary(
        id=name,
        applicable=bool(applicable),
        score=score,
        band=band_of(questionnaire, score) if score is not None else None,
        coverage=Fraction(100 * len(rated), len(applicable)) if applicable else None,
        n=len(rated),
        why=why,
    )


def mean_of_areas(
    questionnaire: Questionnaire, areas: Iterable[AreaRating], figures: Mapping[str, Fraction | None]
) -> Fraction | None:
    """The mean of areas' figures (area id -> figure) by the weights of the areas; None if there is none.

    `areas`: the ratings of these areas; a share weighs them by their items.
    """
    weights = weights_of(questionnaire, areas)
    return weighted_mean((weights[area], figure) for area, figure in figures.items() if figure is not None)


def _why(rated: int, applicable: int, percent: Fraction, fewest: int) -> Why | None:
    if not applicable:
        return Why("not_applicable", marked("not applicable to this unit: none of its areas applies"))
    if rated * 100 >= percent * applicable and rated >= fewest:
        return None
    return because("too_few_areas", lambda: _too_few(rated, applicable, percent, fewest))


def _too_few(rated: int, applicable: int, percent: Fraction, fewest: int) -> str:
    if fewest > 1:
        return tr_many(
            "only {rated} of {number} areas are rated ({percent} % and at least {fewest} needed)",
            "only {rated} of {number} areas are rated ({percent} % and at least {fewest} needed)",
            applicable,
            rated=rated,
            percent=brief(percent),
            fewest=fewest,
        )
    return tr_many(
        "only {rated} of {number} areas are rated ({percent} % needed)",
        "only {rated} of {number} areas are rated ({percent} % needed)",
        applicable,
        rated=rated,
        percent=brief(percent),
    )
