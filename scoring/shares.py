"""Figures that are a share: of the items that count, how many reach so many points (docs/method.md, rule 2).

A questionnaire that declares `share` counts an item as 100 if it reaches the points and as 0 if it does not.
All else follows from the mean. Other questionnaires count an item as its points.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, ItemRating
from scoring.bands import in_order


def counted_as(questionnaire: Questionnaire, score: Fraction) -> Fraction:
    """What an item with these points brings to the figure of its area, on 0-100."""
    if questionnaire.share is None:
        return score
    return Fraction(100 if score >= questionnaire.share.from_points else 0)


def share_of(questionnaire: Questionnaire) -> str:
    """What a share is of: `percent of the items that count at "Meets" or better`; empty for a mean."""
    level = level_words(questionnaire)
    return tr("percent of the items that count {level}", level=level) if level else ""


def level_words(questionnaire: Questionnaire) -> str:
    """What an item must reach to be in a share: `at "Meets" or better`; empty for a mean."""
    share = questionnaire.share
    if share is None:
        return ""
    level = [band for band in in_order(questionnaire, "item") if band.minimum <= share.from_points][-1]
    return tr('at "{level}" or better', level=level.label)


def reaching(questionnaire: Questionnaire, items: Iterable[ItemRating]) -> int:
    """How many items reach the points that the share asks for; 0 where no share is declared."""
    share = questionnaire.share
    if share is None:
        return 0
    return sum(item.score is not None and item.score >= share.from_points for item in items)


def weights_of(questionnaire: Questionnaire, areas: Iterable[AreaRating]) -> dict[str, Fraction]:
    """What each area weighs in the front and the overall: area id -> weight.

    In a share every item weighs the same wherever it stands, so an area weighs what its counted items do,
    or those that apply where it is not rated.
    """
    weights = {area.id: area.weight for area in questionnaire.areas}
    if questionnaire.share is None:
        return weights
    return weights | {area.id: weights[area.id] * _items(area) for area in areas}


def _items(area: AreaRating) -> Fraction:
    if area.score is not None:
        return area.evidence
    return sum((item.weight for item in area.items if item.state in ("counted", "lost")), Fraction(0))
