"""How far the attacker comes with many units, as shares of the units and of their areas."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from tests.attack.attacker import Found, attack
from tests.attack.publishing import Published

NARROWED, NARROW, RECOVERED = 50.0, 25.0, 1.0
"""Points left of 100 for the mean of fewer than five hidden people."""
AT_MOST_NARROWED, AT_MOST_NARROW = 10, 1
"""Percent; nobody may be recovered at all."""
HAIR = 1e-6


@dataclass(frozen=True)
class Reach:
    """Of so many how many were narrowed below 50 points, and how many below 25."""

    of: int
    narrowed: int
    narrow: int

    @property
    def within(self) -> bool:
        return (
            self.narrowed * 100 <= AT_MOST_NARROWED * self.of
            and self.narrow * 100 <= AT_MOST_NARROW * self.of
        )

    @property
    def words(self) -> str:
        return f"below 50 points in {self._share(self.narrowed)} %, below 25 in {self._share(self.narrow)} %"

    def _share(self, number: int) -> str:
        return f"{100 * number / self.of:.1f}" if self.of else "0"

    def __add__(self, other: Reach) -> Reach:
        return Reach(self.of + other.of, self.narrowed + other.narrowed, self.narrow + other.narrow)


@dataclass(frozen=True)
class Measured:
    """What came of attacking some units.

    `units`: those in which the mean of hidden people over a whole area was narrowed, in any area; `areas`:
    such areas of all that show a figure of people; `items`: units in which a single item did it.
    `recovered` counts units, by area or item. `misread` tells where the attacker's reading contradicts the
    truth: nothing counts then.
    """

    units: Reach
    areas: Reach
    items: Reach
    recovered: int
    worst: tuple[str, ...]
    misread: tuple[str, ...]

    @property
    def words(self) -> str:
        """All shares in one line."""
        return (
            f"{self.units.of} units attacked. Fewer than five hidden people narrowed over a whole area: "
            f"{self.units.words} of the units ({self.areas.words} of {self.areas.of} areas). "
            f"In a single item: {self.items.words} of the units. Recovered: {self.recovered}"
        )

    def __add__(self, other: Measured) -> Measured:
        return Measured(
            self.units + other.units,
            self.areas + other.areas,
            self.items + other.items,
            self.recovered + other.recovered,
            self.worst + other.worst,
            self.misread + other.misread,
        )


def measured(units: Sequence[Published]) -> Measured:
    """Attack the units, and count in how many the attacker came how far."""
    found = attack([unit.attack for unit in units])
    both = list(zip(units, found, strict=True))
    over_areas = [[one for one in each if one.target.over in ("area", "printed")] for each in found]
    by_area = [part for unit, each in zip(units, over_areas, strict=True) for part in _by_area(unit, each)]
    return Measured(
        units=_reach(over_areas),
        areas=_reach(by_area),
        items=_reach(found),
        recovered=sum(_narrowest(each) < RECOVERED - HAIR for each in found),
        worst=tuple(_worst(unit, each) for unit, each in both if _narrowest(each) < NARROW - HAIR),
        misread=tuple(
            f"unit {unit.unit.number}: {wrong}" for unit, each in both for wrong in _misread(unit, each)
        ),
    )


def _by_area(unit: Published, found: Sequence[Found]) -> Iterable[list[Found]]:
    """What was found, apart for each area that shows a figure of people."""
    for number, audit in enumerate(unit.attack.audits):
        for area, cells in audit.publications[-1].areas.items():
            if cells.perception is not None:
                yield [one for one in found if one.target.area == area and one.target.audit == number]


def _reach(found: Sequence[Sequence[Found]]) -> Reach:
    widths = [_narrowest(each) for each in found]
    return Reach(
        len(found),
        sum(width < NARROWED - HAIR for width in widths),
        sum(width < NARROW - HAIR for width in widths),
    )


def _narrowest(found: Sequence[Found]) -> float:
    return min((one.interval.width for one in found), default=100.0)


def _worst(unit: Published, found: Sequence[Found]) -> str:
    """The narrowest interval of a unit, so that it can be looked at: who, where, between what."""
    one = min(found, key=lambda each: each.interval.width)
    who = ", ".join(f"{name.group} of releases {name.releases}" for name in sorted(one.target.people))
    audits = ", ".join(
        f"{len(audit.people)} of {audit.staff} in {audit.releases}" for audit in unit.unit.audits
    )
    return (
        f"unit {unit.unit.number} ({unit.unit.policy}, {unit.unit.style}, {audits}): {who}; "
        f"{one.target.area} {one.target.over}: {one.interval.low:.1f} to {one.interval.high:.1f}"
    )


def _misread(unit: Published, found: Sequence[Found]) -> list[str]:
    """Where the truth contradicts a row, or lies outside of an interval that was looked for to its ends."""
    sums: dict[Hashable, float] = {**unit.truth.sums}
    outside = []
    for one in found:
        true = sum(factor * sums[name] for name, factor in one.target.mean.items())
        inside = one.interval.low - 1e-4 <= true <= one.interval.high + 1e-4
        if one.interval.width < NARROWED - HAIR and not inside:
            outside.append(f"{one.target.area} {one.target.over}: {true:.2f} is not in {one.interval}")
    return [*unit.attack.equations.broken(sums), *outside]
