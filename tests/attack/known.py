"""What the attacker knows before any figure: how many people of which group answered what, and when.

This is more than a head of unit can know: the worst case. What they answered is not in here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from questionnaires.definition import Area, Questionnaire
from scoring.evidence import Group
from tests.attack.moods import Answers, points
from tests.attack.units import SMALL_UNIT, Audit, Person

POOL = "pool"
"""The one thing printed of an area of a small unit, in place of its items."""
TOO_FEW = 5
"""A set of fewer people than this must not be told about."""


@dataclass(frozen=True, order=True)
class Name:
    """A crowd's name: those of a group whose answers were in just these releases of an audit."""

    audit: int
    group: Group
    releases: tuple[int, ...]


@dataclass(frozen=True)
class Crowd:
    """People whom no publication tells apart: `people` by area; `answers`: answers with points by item.

    In a small unit `answers` are by area and POOL, of those who answered half of the area's items or more.
    """

    name: Name
    people: Mapping[str, int]
    answers: Mapping[str, int]


@dataclass(frozen=True)
class Known:
    """One audit as the attacker knows it; `forms` by release, the first being 1."""

    small: bool
    staff: int
    crowds: tuple[Crowd, ...]
    forms: tuple[int, ...]

    def present(self, release: int) -> tuple[Crowd, ...]:
        return tuple(crowd for crowd in self.crowds if release in crowd.name.releases)


@dataclass(frozen=True)
class Truth:
    """What the attacker wants to know: each crowd's sum of points by item."""

    sums: Mapping[tuple[Name, str], float]


def pool_of(area: str) -> str:
    """The name of an area's pooled figure, in place of an item."""
    return f"{area} {POOL}"


def known(questionnaire: Questionnaire, audit: Audit, number: int) -> tuple[Known, Truth]:
    """What is known of an audit (`number` of the unit, from 0), and, apart from it, the truth."""
    small = audit.staff < SMALL_UNIT
    members: dict[Name, list[Answers]] = {}
    for person in audit.people:
        for releases, answers in _versions(person):
            members.setdefault(Name(number, person.group, releases), []).append(answers)
    found = {name: _counted(questionnaire, small, every) for name, every in sorted(members.items())}
    return (
        Known(
            small,
            audit.staff,
            tuple(Crowd(name, people, answers) for name, (people, answers, _) in found.items()),
            tuple(
                sum(person.answers[release] is not None for person in audit.people)
                for release in range(audit.releases)
            ),
        ),
        Truth({(name, item): each for name, (_, _, sums) in found.items() for item, each in sums.items()}),
    )


def _versions(person: Person) -> Iterable[tuple[tuple[int, ...], Answers]]:
    """A person's different forms, each with the releases it was in."""
    found: list[tuple[list[int], Answers]] = []
    for release, answers in enumerate(person.answers, 1):
        if answers is None:
            continue
        same = next((releases for releases, other in found if other == answers), None)
        if same is None:
            found.append(([release], answers))
        else:
            same.append(release)
    return ((tuple(releases), answers) for releases, answers in found)


def _counted(
    questionnaire: Questionnaire, small: bool, forms: list[Answers]
) -> tuple[dict[str, int], dict[str, int], dict[str, float]]:
    people: dict[str, int] = {}
    answers: dict[str, int] = {}
    sums: dict[str, float] = {}
    for area in questionnaire.areas:
        names = closed(area, small)
        for form in forms:
            given = [name for name in names if name in form]
            if not given or (small and 2 * len(given) < len(names)):
                continue
            people[area.id] = people.get(area.id, 0) + 1
            for name in given:
                item = pool_of(area.id) if small else name
                answers[item] = answers.get(item, 0) + 1
                worth = points(questionnaire, questionnaire.items[name], form[name])
                sums[item] = sums.get(item, 0) + worth
    return people, answers, sums


def closed(area: Area, small: bool) -> list[str]:
    """The items of an area that the survey asks of staff in a unit of this size."""
    return [
        item.id
        for item in area.items
        if "survey" in item.instruments
        and item.evidence == "perception"
        and not (small and item.minimum_staff is not None and item.minimum_staff > SMALL_UNIT - 1)
    ]


def hidden_sets(crowds: Iterable[Crowd], area: str, told: frozenset[int]) -> list[frozenset[Name]]:
    """Sets of fewer than five people whom the attacker is after, of those in an area's publications.

    Each group by the publications (`told`, by release) it is in, each pair of them; all of one group; all
    who are in the same publications. People whom no publication tells apart are not looked at one by one:
    nothing is known of four of them that is not known of any other four.
    """
    sizes: dict[tuple[Group, tuple[int, ...]], int] = {}
    names: dict[tuple[Group, tuple[int, ...]], set[Name]] = {}
    for crowd in crowds:
        kind = (crowd.name.group, tuple(sorted(told & set(crowd.name.releases))))
        if kind[1] and crowd.people.get(area):
            sizes[kind] = sizes.get(kind, 0) + crowd.people[area]
            names.setdefault(kind, set()).add(crowd.name)
    sets = [pair for number in (1, 2) for pair in combinations(sizes, number)]
    for part in (0, 1):
        sets += [
            tuple(kind for kind in sizes if kind[part] == same) for same in {kind[part] for kind in sizes}
        ]
    few = [one for one in sets if sum(sizes[kind] for kind in one) < TOO_FEW]
    return list(dict.fromkeys(frozenset(name for kind in one for name in names[kind]) for one in few))
