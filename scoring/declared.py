"""Baselines that the questionnaire declares for one unit (docs/method.md, rule 6).

A figure of the whole organisation is never a unit's baseline; it is printed as a reference line only.
"""

from __future__ import annotations

from fractions import Fraction

from questionnaires.definition import Area, Item, Questionnaire
from scoring.assessment import AreaRating, Comparison, ItemRating
from scoring.change import status_of
from scoring.points import parity, turned

PERCENT_OF_SEX = ("percent_women", "percent_men")


def declared_score(questionnaire: Questionnaire, item: Item) -> Fraction | None:
    """The declared figure on the ruler of its item (0-100); None where there is none or it does not fit."""
    declared = item.baseline
    if declared is None or declared.value is None or declared.level != "unit" or not item.scored:
        return None
    if not 0 <= declared.value <= 100:
        return None
    kind = questionnaire.scale_of(item).kind
    if declared.unit in PERCENT_OF_SEX and kind == "sexcount":
        return turned(item, parity(min(declared.value, 100 - declared.value)))
    if declared.unit == "percent" and kind == "ratio":
        return turned(item, declared.value)
    return declared.value if declared.unit == "score" else None


def declared_item(questionnaire: Questionnaire, rating: ItemRating) -> Comparison | None:
    """An item against its declared baseline; None if it has none."""
    score = declared_score(questionnaire, questionnaire.items[rating.id])
    if score is None:
        return None
    if rating.score is None or not rating.shown:
        return Comparison("declared", score, None, "not comparable", "0 of 1")
    change = rating.score - score
    status = status_of(change, questionnaire.rules.dead_zone_objective)
    return Comparison("declared", score, change, status, "1 of 1")


def declared_area(questionnaire: Questionnaire, area: Area, rating: AreaRating) -> Comparison | None:
    """An area against the declared baselines of its items; None if none of them has a number."""
    scores = {item.id: declared_score(questionnaire, item) for item in area.items}
    known = {item: score for item, score in scores.items() if score is not None}
    if not known:
        return None
    now = {item.id: item for item in rating.items if item.id in known and item.score is not None}
    comparable = f"{len(now)} of {sum(item.scored for item in area.items)}"
    if not now or rating.score is None:
        plain = mean_by({name: questionnaire.items[name].weight for name in known}, known)
        return Comparison("declared", plain, None, "not comparable", comparable)
    weights = {name: item.weight * item.evidence_weight for name, item in now.items()}
    then = mean_by(weights, known)
    change = (
        mean_by(weights, {name: item.score for name, item in now.items() if item.score is not None}) - then
    )
    status = status_of(change, questionnaire.rules.dead_zone_objective)
    return Comparison("declared", then, change, status, comparable)


def mean_by(weights: dict[str, Fraction], figures: dict[str, Fraction]) -> Fraction:
    """The mean of the figures of the items that have a weight; not for no item at all."""
    total = sum(weights.values(), Fraction(0))
    return sum((weight * figures[name] for name, weight in weights.items()), Fraction(0)) / total
