"""What raises a recommendation (docs/method.md, rule 7): figures as they are published, never others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Item
from questionnaires.values import Ratio
from scoring.assessment import AreaRating, ItemRating, Priority, Raised
from scoring.bands import in_order, position
from scoring.collected import Collected
from scoring.disclosure import published_band, published_item, published_perception, published_score
from scoring.guard import IN_CONFIDENCE
from scoring.published_change import published_change, published_status
from scoring.rounding import brief


@dataclass(frozen=True)
class Trigger:
    """One reason for one recommendation."""

    recommendation: str
    priority: Priority
    raised: Raised


def triggers(collected: Collected, area: AreaRating) -> Iterator[Trigger]:
    """All that raises a recommendation in an area, item by item, then the area itself."""
    for rating in area.items:
        item = collected.questionnaire.items[rating.id]
        if rating.state == "counted":
            found = _low(collected, area, item, rating) or _declined_item(collected, item, rating)
            if found:
                yield found
    declined = _declined_area(collected, area)
    if declined:
        yield declined


def _low(collected: Collected, area: AreaRating, item: Item, rating: ItemRating) -> Trigger | None:
    if item.evidence == "objective" and rating.source != "survey":
        return _objective(collected, area, item, rating)
    return _perception(collected, area, item, rating)


def _objective(collected: Collected, area: AreaRating, item: Item, rating: ItemRating) -> Trigger | None:
    rules = collected.questionnaire.rules
    score = rating.score
    if score is None or score >= rules.trigger_objective:
        return None
    if rating.evidence_weight < rules.trigger_objective_evidence:
        return None
    grave = score < rules.trigger_high and _large_enough(collected, item, rating)
    why = tr("below {limit}", limit=brief(rules.trigger_objective))
    return Trigger(item.recommendation, _priority(collected, area, grave), Raised(item.id, score, why))


def _large_enough(collected: Collected, item: Item, rating: ItemRating) -> bool:
    value = collected.value(item, rating.value) if rating.value is not None else None
    return not isinstance(value, Ratio) or value.whole >= collected.questionnaire.rules.trigger_high_minimum


def _perception(collected: Collected, area: AreaRating, item: Item, rating: ItemRating) -> Trigger | None:
    if rating.source == "pooled":
        return _by_area(collected, area, item)
    if item.sensitivity == "high":
        return _sensitive(collected, area, item, rating)
    rules, figure = collected.questionnaire.rules, published_item(collected.questionnaire, rating).value
    if figure is None:
        return None
    if rating.n < rules.trigger_few_people:
        return _by_area(collected, area, item, figure) if figure < rules.trigger_area else None
    many = rating.n >= rules.trigger_many_people
    limit = rules.trigger_perception_many if many else rules.trigger_perception_few
    if figure >= limit:
        return None
    why = tr_many(
        "below {limit} ({number} answers)",
        "below {limit} ({number} answers)",
        rating.n,
        limit=brief(limit),
    )
    raised = Raised(item.id, figure, why)
    return Trigger(item.recommendation, _priority(collected, area), raised)


def _sensitive(collected: Collected, area: AreaRating, item: Item, rating: ItemRating) -> Trigger | None:
    """Only the band of a sensitive item is published, so only its band may raise anything."""
    low = rating.score is not None and _band_below(collected, rating.score)
    return _by_area(collected, area, item) if low else None


def _band_below(collected: Collected, score: Fraction) -> bool:
    bands = in_order(collected.questionnaire, "item")
    above = position(collected.questionnaire, score, "item") + 1
    return above < len(bands) and bands[above].minimum <= collected.questionnaire.rules.trigger_area


def _by_area(
    collected: Collected, area: AreaRating, item: Item, own: Fraction | None = None
) -> Trigger | None:
    """Where an item's own figure is not enough, the area's published perception figure must be low too."""
    limit, figure = collected.questionnaire.rules.trigger_area, published_perception(area).value
    if figure is None or figure >= limit:
        return None
    why = tr("what staff said in the area is below {limit}", limit=brief(limit))
    raised = Raised(item.id, figure if own is None else own, why)
    return Trigger(item.recommendation, _priority(collected, area), raised)


def _priority(collected: Collected, area: AreaRating, grave: bool = False) -> Priority:
    absent = published_band(collected.questionnaire, area) == in_order(collected.questionnaire)[0].id
    return "high" if grave or absent else "medium"


def _declined_item(collected: Collected, item: Item, rating: ItemRating) -> Trigger | None:
    rules, baseline = collected.questionnaire.rules, rating.baseline
    if baseline is None or baseline.change is None or baseline.status != "declined":
        return None
    if rating.source in IN_CONFIDENCE:
        return None  # the change of what people said in confidence is printed by area only
    figure = published_item(collected.questionnaire, rating).value
    # Any change of what was looked up is told; only one beyond the dead zone raises something.
    if figure is None or (item.evidence == "objective" and -baseline.change < rules.dead_zone_objective):
        return None
    if not rules.trigger_objective <= figure < rules.declined_below:
        return None
    return Trigger(item.recommendation, "low", Raised(item.id, figure, _fallen(-baseline.change)))


def _declined_area(collected: Collected, area: AreaRating) -> Trigger | None:
    rules, change = collected.questionnaire.rules, published_change(area)
    figure = published_score(area).value
    if figure is None or change is None or change.value is None or published_status(area) != "declined":
        return None
    if not rules.trigger_area <= figure < rules.declined_below:
        return None
    weakest = _weakest(collected, area)
    raised = Raised(area.id, figure, _fallen(-change.value))
    return Trigger(weakest.recommendation, "low", raised) if weakest else None


def _weakest(collected: Collected, area: AreaRating) -> Item | None:
    known = [
        (figure, rating.id)
        for rating in area.items
        if (figure := published_item(collected.questionnaire, rating).value) is not None
    ]
    return collected.questionnaire.items[min(known)[1]] if known else None


def _fallen(points: Fraction) -> str:
    return tr("fell by {points} points since the baseline", points=brief(points))
