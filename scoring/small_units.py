"""Small units: people's answers are pooled over an area, no item of theirs is shown (docs/method.md, rule 8)."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.definition import Area, Item
from questionnaires.routing import asked_here, takes
from scoring.assessment import ItemRating
from scoring.collected import Collected, why_no_survey
from scoring.evidence import Pool
from scoring.people import count, of_staff, rate_staff, smallest_group, staff_tallies, too_few, too_few_answers
from scoring.points import NOT_COLLECTED, NOT_IN_THEIR_WORK, Mark, NoMark, mark


def pooled_items(collected: Collected, area: Area) -> tuple[Item, ...]:
    """The items of the area that the pool stands for: what staff are asked in confidence, and applies."""
    return tuple(
        item
        for item in area.items
        if item.scored
        and of_staff(item)
        and asked_here(item, collected.setting)
        and takes(collected.questionnaire, collected.setting, item, collected.confidential)
        and not (item.id in collected.setting.switched_off and not collected.answered(item))
        and not _nobodys_work(collected, item)
    )


def rate_pooled(collected: Collected, area: Area) -> dict[str, ItemRating]:
    """Rate the pooled items of an area, by id: one figure for all of them, shown for none.

    Without enough people each item is left to the workshop, or lost.
    """
    items = pooled_items(collected, area)
    pool = collected.evidence.pools.get(area.id, Pool(0, {}))
    fails = _fails(collected, pool)
    figure = _figure(collected, items, pool)
    if fails is None and figure is not None:
        return {item.id: _rating(collected, item, figure, pool.people) for item in items}
    fails = fails or NoMark("lost", NOT_COLLECTED)
    return {item.id: rate_staff(collected, item, fails) for item in items}


def nobodys_work(collected: Collected, area: Area) -> dict[str, NoMark]:
    """The items of which enough people, and all who answered, said that it is not in their work."""
    return {item.id: NoMark("na", NOT_IN_THEIR_WORK) for item in area.items if _nobodys_work(collected, item)}
