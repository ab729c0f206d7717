"""Which answers of staff count in confidence, so that the store can add them up by form.

Docs: docs/method.md, rules 1, 5 and 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.definition import Area, Item, Questionnaire
from scoring.assessment import ItemRating
from scoring.collected import Collected
from scoring.evidence import Evidence, Group, Spread
from scoring.items import rate_items
from scoring.people import Count, count, staff_tallies
from scoring.points import Mark
from scoring.small_units import in_pool


@dataclass(frozen=True)
class Chosen:
    """The items of an area that count by what staff answered in confidence, each part in the area's order.

    `compared`: those over which women and men are compared. `scale`: those whose answers together may be
    tested as a scale, fewer than two of them are none. `points`: item id -> canonical text -> points of
    0-100 as they count (reversed items turned); every other text has none.
    """

    counted: tuple[str, ...]
    compared: tuple[str, ...]
    scale: tuple[str, ...]
    points: Mapping[str, Mapping[str, Fraction]]


def chosen_items(questionnaire: Questionnaire, evidence: Evidence) -> dict[str, Chosen]:
    """Area id -> its items that count in confidence; areas without any are left out.

    Follows from the tallies and from what decides about sources. Empty in a small unit, where no item of
    people counts by itself.
    """
    collected = Collected(questionnaire, evidence)
    if collected.small:
        return {}
    found = {area.id: _counted(collected, area) for area in questionnaire.areas}
    return {area: _chosen(collected, items) for area, items in found.items() if items}


def pooled_items(questionnaire: Questionnaire, evidence: Evidence) -> dict[str, str]:
    """Item id -> id of its area, for the items whose answers a small unit pools; follows from the tallies."""
    collected = Collected(questionnaire, evidence)
    return {
        item.id: area.id for area in questionnaire.areas for item in area.items if in_pool(collected, item)
    }


def pooled_spreads(questionnaire: Questionnaire, evidence: Evidence) -> tuple[Spread, ...]:
    """The people behind each pooled figure of a small unit, where nobody is asked for their sex."""
    collected = Collected(questionnaire, evidence)
    rated = {area.id: rate_items(collected, area) for area in questionnaire.areas}
    return tuple(
        Spread(area, "x", next(one.n for one in ratings if one.source == "pooled"))
        for area, ratings in rated.items()
        if any(one.source == "pooled" for one in ratings)
    )


def in_confidence(collected: Collected, rating: ItemRating) -> bool:
    """Whether an item counts by what staff answered in confidence, one by one."""
    source = "survey" if collected.survey_held else "interviews"
    opinion = collected.questionnaire.items[rating.id].evidence == "perception"
    return opinion and rating.source == source


def compared_items(collected: Collected, counted: Iterable[Item]) -> list[Item]:
    """Of items that count in confidence those over which women and men are compared (rule 5)."""
    smallest = collected.questionnaire.rules.minimum_group
    return [
        item
        for item in counted
        if item.sensitivity != "high"
        and min(count_of(collected, item, group).n for group in ("woman", "man")) >= smallest
    ]


def count_of(collected: Collected, item: Item, group: Group) -> Count:
    """What one group of staff answered to an item in confidence."""
    tallies = staff_tallies(collected, item, collected.confidential)
    return count(collected, item, (tally for tally in tallies if tally.group == group))


def _counted(collected: Collected, area: Area) -> list[Item]:
    ratings = rate_items(collected, area)
    return [collected.questionnaire.items[one.id] for one in ratings if in_confidence(collected, one)]


def _chosen(collected: Collected, counted: list[Item]) -> Chosen:
    names = tuple(item.id for item in counted)
    return Chosen(
        counted=names,
        compared=tuple(item.id for item in compared_items(collected, counted)),
        scale=names if collected.survey_held and len(names) > 1 else (),
        points={item.id: _points(collected, item) for item in counted},
    )


def _points(collected: Collected, item: Item) -> dict[str, Fraction]:
    given = {tally.value for tally in staff_tallies(collected, item, collected.confidential)}
    worth = {text: collected.worth(item, text) for text in given}
    return {text: found.score for text, found in sorted(worth.items()) if isinstance(found, Mark)}
