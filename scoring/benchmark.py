"""Where other units stand: a benchmark of the bureau beside one audit (docs/method.md, rule 6).

A benchmark is no baseline of the unit, no rating and no league table: it holds quartiles of many units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from questionnaires.catalogue import marked
from questionnaires.definition import Region, UnitType
from scoring.assessment import AreaRating, Assessment, Summary

FEWEST_UNITS = 5
"""Units below which a group or a distribution would tell of single ones."""

Place = Literal["below the lower quarter", "in the middle half", "above the upper quarter"]

NOT_RATED = marked("not rated")
NO_DISTRIBUTION = marked("too few other units")


@dataclass(frozen=True)
class Distribution:
    """Figures of so many `units`, on 0-100: a quarter of them below `lower`, a quarter above `upper`."""

    units: int
    lower: Fraction
    median: Fraction
    upper: Fraction


@dataclass(frozen=True)
class Group:
    """So many `units` of a region and a type; None stands for all of them.

    `overall` None, or an area missing: fewer than 5 of the units were rated there.
    """

    region: Region | None
    unit_type: UnitType | None
    units: int
    overall: Distribution | None
    areas: Mapping[str, Distribution]


@dataclass(frozen=True)
class Benchmark:
    """What a bureau's file says of audits by one questionnaire and method. `made`: ISO date."""

    made: str
    questionnaire: str
    method: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Standing:
    """One figure of a unit beside the distribution of others; `place` None for the reason in `why`.

    Both are English, and said by `tr`.
    """

    id: str
    score: Fraction | None
    others: Distribution | None
    place: Place | None
    why: str | None


def finest(benchmark: Benchmark, region: Region | None, unit_type: UnitType | None) -> Group | None:
    """The finest group that a unit belongs to: its region and type, its type, its region, all; else None."""
    groups = {(group.region, group.unit_type): group for group in benchmark.groups}
    wanted = ((region, unit_type), (None, unit_type), (region, None), (None, None))
    return next((groups[key] for key in wanted if key in groups), None)


def standings(assessment: Assessment, group: Group) -> tuple[Standing, ...]:
    """The overall and every area beside the units of a group."""
    overall = _standing(assessment.overall, group.overall)
    return (overall, *(_standing(area, group.areas.get(area.id)) for area in assessment.areas))


def _standing(rating: Summary | AreaRating, others: Distribution | None) -> Standing:
    why = NOT_RATED if rating.score is None else NO_DISTRIBUTION if others is None else None
    place = place_of(rating.score, others) if rating.score is not None and others else None
    return Standing(rating.id, rating.score, others, place, why)


def place_of(score: Fraction, others: Distribution) -> Place:
    """Where an exact figure lies; on a quartile it lies in the middle half."""
    if score < others.lower:
        return "below the lower quarter"
    return "above the upper quarter" if score > others.upper else "in the middle half"


def comparable(found: tuple[Standing, ...]) -> str:
    """How many of the overall and the areas have both a rating and a distribution, as "11 of 13"."""
    return f"{sum(one.place is not None for one in found)} of {len(found)}"
