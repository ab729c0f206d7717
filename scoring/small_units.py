"""Small units: people's answers are pooled over an area, no item of theirs shown (docs/method.md, rule 8)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from questionnaires.definition import Area, Item
from questionnaires.routing import asked_here, takes
from scoring.assessment import ItemRating
from scoring.collected import Collected, why_no_survey
from scoring.evidence import Pool
from scoring.people import (
    beside_pool,
    of_staff,
    rate_staff,
    too_few_answers,
)
from scoring.points import NOT_COLLECTED, Mark, NoMark, mark


@dataclass(frozen=True)
class Pooled:
    """The one figure (0-100) of an area's answers, or why there is none."""

    figure: Fraction | None
    fails: NoMark | None


def rate_pooled(collected: Collected, area: Area) -> dict[str, ItemRating]:
    """Rate what staff were asked in confidence, by item id: one figure for all items, shown for none.

    Without enough people each item is left to the workshop, or lost.
    """
    items = [item for item in area.items if in_pool(collected, item)]
    pool = collected.evidence.pools.get(area.id, Pool(0, {}))
    pooled = _pooled(collected, items, pool)
    return {item.id: _rating(collected, item, pooled, pool.people) for item in items}


def in_pool(collected: Collected, item: Item) -> bool:
    """Whether the item is one of those whose answers a small unit pools."""
    opinion = item.evidence == "perception" and item.scored and of_staff(item)
    here = opinion and asked_here(item, collected.setting)
    off = item.id in collected.setting.switched_off and not collected.overruled(item)
    return (
        here and not off and takes(collected.questionnaire, collected.setting, item, collected.confidential)
    )


def _pooled(collected: Collected, items: list[Item], pool: Pool) -> Pooled:
    if collected.survey_held and not collected.response.counts:
        return Pooled(None, NoMark("lost", why_no_survey(collected.response)))
    needed = collected.questionnaire.rules.minimum_group
    if pool.people < needed:
        why = too_few_answers(pool.people, needed) if pool.people else NOT_COLLECTED
        return Pooled(None, NoMark("lost", why))
    total, n = Fraction(0), 0
    for item in items:
        for (asked, text), number in pool.answers.items():
            result = (
                mark(collected.questionnaire, item, collected.value(item, text)) if asked == item.id else None
            )
            if isinstance(result, Mark):
                total, n = total + result.score * number, n + number
    return Pooled(total / n, None) if n else Pooled(None, NoMark("lost", NOT_COLLECTED))


def _rating(collected: Collected, item: Item, pooled: Pooled, people: int) -> ItemRating:
    if pooled.figure is None:
        return rate_staff(collected, item, pooled.fails)
    return ItemRating(
        id=item.id,
        state="counted",
        score=pooled.figure,
        band=None,
        n=people,
        weight=item.weight,
        evidence_weight=Fraction(1),
        source="pooled",
        instrument=collected.confidential,
        beside=beside_pool(collected, item),
        shown=False,
    )
