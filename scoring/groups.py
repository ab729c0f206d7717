"""Women and men beside each other, and the gap between them (docs/method.md, rules 5 and 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from questionnaires.definition import Area, Item
from scoring.assessment import ItemRating
from scoring.collected import Collected
from scoring.confidential import compared_items, count_of, in_confidence
from scoring.evidence import GROUPS, Evidence, Group, Policy
from scoring.gap_limit import gap_limit
from scoring.published_figure import STEP, of_people
from scoring.rounding import TENTH

STEPS: Mapping[Policy, Fraction] = {"steps": STEP, "exact": TENTH}
"""The points to whose multiples women's and men's figures are published, by policy."""

NEARLY_ALL = 20
"""One hidden person in so many shown ones moves no published step far enough to be told."""


@dataclass(frozen=True)
class Groups:
    """People behind an area's confidential answers; exact figures (0-100) of shown groups only."""

    people: int = 0
    women_people: int = 0
    men_people: int = 0
    women: Fraction | None = None
    men: Fraction | None = None
    flagged: bool = False

    @property
    def gap(self) -> Fraction | None:
        """Women's minus men's figure, in points; None unless both are shown."""
        return None if self.women is None or self.men is None else self.women - self.men


def groups(collected: Collected, area: Area, ratings: Iterable[ItemRating]) -> Groups:
    """The women's and the men's figure of an area, where the numbers of people allow it."""
    people = people_of(collected.evidence, area.id)
    total, women, men = sum(people.values()), people["woman"], people["man"]
    if collected.small:
        return Groups(total)
    counting = {rating.id for rating in ratings if in_confidence(collected, rating)}
    counted = [item for item in area.items if item.id in counting]
    shown = _shown(collected, area, people, counted)
    figures = _figures(collected, compared_items(collected, counted))
    women_figure = figures[0] if "woman" in shown else None
    men_figure = figures[1] if "man" in shown else None
    found = Groups(total, women, men, women_figure, men_figure)
    return replace(found, flagged=_flagged(collected, found))


def group_step(collected: Collected) -> Fraction:
    """The points to whose multiples women's and men's figures are published."""
    return STEPS[collected.evidence.policy]


def people_of(evidence: Evidence, area: str) -> dict[Group, int]:
    """People by group with a confidential answer to an item of the area (its id) that counts."""
    people: dict[Group, int] = dict.fromkeys(GROUPS, 0)
    for spread in evidence.spreads:
        if spread.area == area:
            people[spread.group] += spread.people
    return people


def shown_groups(collected: Collected, people: Mapping[Group, int]) -> frozenset[Group]:
    """Which of women and men may be shown, by numbers of people alone: the larger is offered first.

    A group is shown if those who are in no shown group are none, or enough, or, where figures are published
    in steps of 5 points, one in twenty at most.
    """
    smallest = collected.questionnaire.rules.minimum_group
    shown: frozenset[Group] = frozenset()
    offered: tuple[Group, ...] = ("woman", "man") if people["woman"] >= people["man"] else ("man", "woman")
    for group in offered:
        inside = sum(people[member] for member in (*shown, group))
        rest = sum(people.values()) - inside
        few = collected.evidence.policy == "steps" and NEARLY_ALL * rest <= inside
        if people[group] >= smallest and (rest == 0 or rest >= smallest or few):
            shown |= {group}
    return shown


def _shown(
    collected: Collected, area: Area, people: Mapping[Group, int], counted: list[Item]
) -> frozenset[Group]:
    """The groups that today's numbers allow and those of every earlier release.

    A figure newly shown beside an older one for all would tell what the rest had said then.
    """
    if collected.evidence.policy == "exact" and not _same_people(collected, people, counted):
        return frozenset()
    shown = shown_groups(collected, people)
    for before in collected.evidence.people_before.get(area.id, ()):
        shown &= shown_groups(collected, before)
    return shown


def _same_people(collected: Collected, people: Mapping[Group, int], counted: list[Item]) -> bool:
    """Whether everybody in the area answered every item of it, so that no two figures differ by a few."""
    return all(count_of(collected, item, group).n == people[group] for item in counted for group in GROUPS)


def _figures(collected: Collected, compared: list[Item]) -> tuple[Fraction | None, Fraction | None]:
    women = men = weights = Fraction(0)
    for item in compared:
        ours, theirs = (count_of(collected, item, group) for group in ("woman", "man"))
        women += item.weight * ours.total / ours.n
        men += item.weight * theirs.total / theirs.n
        weights += item.weight
    return (women / weights, men / weights) if weights else (None, None)


def _flagged(collected: Collected, found: Groups) -> bool:
    """Whether the gap calls for attention, by the figures as printed: the flag tells nothing more."""
    if found.women is None or found.men is None:
        return False
    step = group_step(collected)
    printed = (of_people(found.women, found.women_people, step), of_people(found.men, found.men_people, step))
    women, men = (figure.value or Fraction(0) for figure in printed)
    limit = gap_limit(collected.questionnaire, min(found.women_people, found.men_people))
    return limit is not None and abs(women - men) >= limit
