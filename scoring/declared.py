"""Baselines that the questionnaire declares for one unit (docs/method.md, rule 6).

A figure of the whole organisation is never a unit's baseline; it is printed as a reference line only.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from questionnaires.definition import Area, Item, Questionnaire
from questionnaires.references import BaselineUnit
from scoring.areas import weighed
from scoring.assessment import AreaRating, Comparison, ItemRating
from scoring.change import status_of
from scoring.means import weighted_mean
from scoring.points import parity, turned
from scoring.rulers import PERCENT_OF_SEX, fits
from scoring.shares import counted_as


def declared_figure(questionnaire: Questionnaire, item: Item, unit: BaselineUnit) -> Fraction | None:
    """The figure declared for one unit, in `unit` (percent or points); None where there is none."""
    if unit == "score":
        return declared_score(questionnaire, item)
    declared, figure = _of_one_unit(questionnaire, item) or (unit, None)
    if figure is None or declared == unit:
        return figure
    return 100 - figure if {declared, unit} == set(PERCENT_OF_SEX) else None


def declared_score(questionnaire: Questionnaire, item: Item) -> Fraction | None:
    """The declared figure on 0-100 points; None where there is none or it does not fit the item."""
    found = _of_one_unit(questionnaire, item)
    if found is None:
        return None
    unit, figure = found
    if unit in PERCENT_OF_SEX:
        return turned(item, parity(min(figure, 100 - figure)))
    return turned(item, figure) if unit == "percent" else figure


def _of_one_unit(questionnaire: Questionnaire, item: Item) -> tuple[BaselineUnit, Fraction] | None:
    """In which unit a figure of one unit is declared, and the figure; None unless it fits the item."""
    declared = item.baseline
    if declared is None or declared.value is None or declared.level != "unit" or not item.scored:
        return None
    usable = 0 <= declared.value <= 100 and fits(questionnaire, item, declared.unit)
    return (declared.unit, declared.value) if usable else None


def declared_item(questionnaire: Questionnaire, rating: ItemRating) -> Comparison | None:
    """An item against its declared baseline; None if it has none."""
    score = declared_score(questionnaire, questionnaire.items[rating.id])
    if score is None:
        return None
    if rating.score is None or not rating.shown:
        return Comparison("declared", score, None, "not comparable", "0 of 1")
    change = rating.score - score
    zone = questionnaire.rules.dead_zone_objective
    return Comparison("declared", score, change, status_of(change, zone), "1 of 1", zone=zone)


def declared_area(questionnaire: Questionnaire, area: Area, rating: AreaRating) -> Comparison | None:
    """An area against the declared baselines of its items; None if none of them has a number."""
    scores = {item.id: declared_score(questionnaire, item) for item in area.items}
    known = {item: score for item, score in scores.items() if score is not None}
    if not known:
        return None
    both = [item for item in rating.items if item.id in known and item.score is not None]
    comparable = f"{len(both)} of {sum(item.scored for item in area.items)}"
    now = weighted_mean(
        (weighed(item), counted_as(questionnaire, item.score)) for item in both if item.score is not None
    )
    then = weighted_mean((weighed(item), counted_as(questionnaire, known[item.id])) for item in both)
    if rating.score is None or now is None or then is None:
        return Comparison("declared", _plain(questionnaire, known), None, "not comparable", comparable)
    zone = questionnaire.rules.dead_zone_objective
    whole = len(both) == sum(item.state == "counted" for item in rating.items)
    status = status_of(now - then, zone)
    return Comparison("declared", then, now - then, status, comparable, zone=zone, whole=whole)


def _plain(questionnaire: Questionnaire, known: Mapping[str, Fraction]) -> Fraction | None:
    """The mean of declared figures by the weights of their items alone."""
    return weighted_mean(
        (questionnaire.items[name].weight, counted_as(questionnaire, score)) for name, score in known.items()
    )
