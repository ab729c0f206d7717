"""Points and weights as whole numbers, so that SQL can add them up without rounding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from questionnaires.definition import Item
from scoring.confidential import Chosen

MOST_FORMS = 1_000_000
LARGEST_SQUARE = (2**63 - 1) // MOST_FORMS
"""The square of a form's sum may be no larger, or SQL would round when it adds up so many of them."""


@dataclass(frozen=True)
class Ruler:
    """The answers of an area that count in confidence, in whole numbers.

    `points`: item id -> canonical text -> points in units of `point` each. `weights`: what the items weigh
    among each other over which women and men are compared. `scale` as in Chosen. Weights or a scale that are
    too fine to be added up exactly are left out.
    """

    points: Mapping[str, Mapping[str, int]]
    weights: Mapping[str, int]
    scale: tuple[str, ...]
    point: Fraction

    @property
    def largest(self) -> int:
        """The most points that an answer can have, in units."""
        return max((points for worth in self.points.values() for points in worth.values()), default=0)


def ruler(chosen: Chosen, items: Mapping[str, Item]) -> Ruler:
    """The whole numbers for the answers of an area."""
    point = unit_of(points for worth in chosen.points.values() for points in worth.values())
    weight = unit_of(items[name].weight for name in chosen.compared)
    points = {
        name: {text: int(worth / point) for text, worth in chosen.points[name].items()}
        for name in chosen.counted
    }
    weights = {name: int(items[name].weight / weight) for name in chosen.compared}
    if not _fits(points, dict.fromkeys(chosen.counted, 1)):
        return Ruler({name: dict.fromkeys(worth, 0) for name, worth in points.items()}, {}, (), point)
    return Ruler(points, weights if _fits(points, weights) else {}, chosen.scale, point)


def unit_of(figures: Iterable[Fraction]) -> Fraction:
    """The largest number that goes into all of them without a rest; 1 where all are nought."""
    numbers = {figure for figure in figures if figure}
    denominator = lcm(*(number.denominator for number in numbers))
    common = gcd(*(int(number * denominator) for number in numbers))
    return Fraction(common or 1, denominator)


def _fits(points: Mapping[str, Mapping[str, int]], weights: Mapping[str, int]) -> bool:
    largest = sum(weight * max(1, *points[name].values()) for name, weight in weights.items())
    return largest**2 <= LARGEST_SQUARE
