"""The attacker: what everything printed about a unit leaves open for fewer than five hidden people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from questionnaires.definition import Area
from tests.attack.equations import Interval, Sum, intervals
from tests.attack.figures import mean
from tests.attack.known import Name, hidden_sets
from tests.attack.reading import Holdings, Reading


@dataclass(frozen=True)
class Target:
    """A hidden set in an area: over all that counts there, over what is printed, or in one item."""

    people: frozenset[Name]
    audit: int
    area: str
    over: str
    mean: Sum


@dataclass(frozen=True)
class Attack(Reading):
    """One unit under attack."""

    @cached_property
    def targets(self) -> list[Target]:
        """What the attacker is after in the last state of every audit."""
        return [
            target
            for number, audit in enumerate(self.audits)
            for area in self.questionnaire.areas
            for target in self._targets(number, audit, area)
        ]

    def _targets(self, number: int, audit: Holdings, area: Area) -> Iterable[Target]:
        counted, printed = set(), set()
        for release in range(1, len(audit.publications) + 1):
            for part in self.parts(number, release, area):
                if part.survey:
                    counted.add(part.item)
                    figure = audit.publications[release - 1].items.get(part.item)
                    if audit.known.small or (figure is not None and not isinstance(figure.score, str | None)):
                        printed.add(part.item)
        told = frozenset(
            release
            for release in range(1, len(audit.publications) + 1)
            if self.fresh(number, release, area) == release
            and self.cells(number, release, area).perception is not None
        )
        for people in hidden_sets(audit.known.crowds, area.id, told):
            theirs = [crowd for crowd in audit.known.crowds if crowd.name in people]
            for over, items in (
                ("area", counted),
                ("printed", printed),
                *((item, {item}) for item in sorted(printed)),
            ):
                aim = mean(theirs, items)
                if aim and not (over == "printed" and items == counted):
                    yield Target(people, number, area.id, over, aim)


@dataclass(frozen=True)
class Found:
    """What the attacker is left with about one hidden set."""

    target: Target
    interval: Interval


def attack(units: Sequence[Attack]) -> list[list[Found]]:
    """For each unit what is left about each of its hidden sets."""
    solved = intervals([(unit.equations, [target.mean for target in unit.targets]) for unit in units])
    return [
        [Found(target, interval) for target, interval in zip(unit.targets, each, strict=True)]
        for unit, each in zip(units, solved, strict=True)
    ]
