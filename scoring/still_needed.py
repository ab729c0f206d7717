"""What is missing for a rating where there is none (docs/method.md, rule 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from questionnaires.definition import Questionnaire
from scoring.areas import weighed
from scoring.assessment import AreaRating, ItemRating, Summary
from scoring.summaries import needed


@dataclass(frozen=True)
class StillNeeded:
    """How many more must count: items of an area, or areas of a front and of the overall.

    `number` None: even all of them would not be enough. `of`: the ids that could still count.
    """

    number: int | None
    of: tuple[str, ...]


@dataclass(frozen=True)
class Unrated:
    """An applicable area that is not rated, and the items that it lacks."""

    id: str
    missing: StillNeeded


def missing_items(questionnaire: Questionnaire, area: AreaRating) -> StillNeeded | None:
    """The fewest lost items that would make an area rated; None if it is rated or does not apply."""
    if area.score is not None or not area.applicable:
        return None
    counted = [item for item in area.items if item.state == "counted"]
    lost = [item for item in area.items if item.state == "lost"]
    by_weight = sorted(lost, key=lambda item: -item.weight)
    return StillNeeded(_fewest(questionnaire, counted, by_weight), tuple(item.id for item in lost))


def missing_areas(
    questionnaire: Questionnaire, summary: Summary, areas: Sequence[AreaRating]
) -> StillNeeded | None:
    """The fewest unrated areas that would make a front or the overall rated; None as for an area."""
    if summary.score is not None or not summary.applicable:
        return None
    percent, fewest = needed(questionnaire, summary.id)
    unrated = [area.id for area in areas if area.applicable and area.score is None]
    applicable = summary.n + len(unrated)
    enough = (
        more
        for more, _ in enumerate(unrated, 1)
        if (summary.n + more) * 100 >= percent * applicable and summary.n + more >= fewest
    )
    return StillNeeded(next(enough, None), tuple(unrated))


def unrated_areas(questionnaire: Questionnaire, areas: Sequence[AreaRating]) -> tuple[Unrated, ...]:
    """The areas that are missing in a front or the overall: those that lack the fewest items first."""
    found = [
        Unrated(area.id, missing)
        for area in areas
        if (missing := missing_items(questionnaire, area)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.missing.number is None, one.missing.number or 0)))


def _fewest(
    questionnaire: Questionnaire, counted: Sequence[ItemRating], lost: Sequence[ItemRating]
) -> int | None:
    rules = questionnaire.rules
    applies = sum(item.weight for item in (*counted, *lost))
    weight = sum(item.weight for item in counted)
    evidence = sum(weighed(item) for item in counted)
    for more, item in enumerate(lost, 1):
        # What is not there yet is taken to rest on enough cases.
        weight, evidence = weight + item.weight, evidence + item.weight
        covered = weight * 100 >= rules.area_coverage_percent * applies
        if covered and len(counted) + more >= rules.area_items and evidence >= rules.area_evidence:
            return more
    return None
