"""Women and men beside each other, and the gap between them (docs/method.md, rules 5 and 8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.definition import Area, Item
from scoring.assessment import ItemRating
from scoring.collected import Collected
from scoring.evidence import Group
from scoring.people import Count, count, staff_tallies
from scoring.rounding import rounded

STEP = Fraction(5)
"""Women's and men's figures are published in steps of 5 points."""

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
    counted = [rating for rating in ratings if _in_confidence(collected, rating)]
    people = _people(collected, area, frozenset(rating.id for rating in counted))
    total, women, men = sum(people.values()), people["woman"], people["man"]
    if collected.small:
        return Groups(total)
    shown = shown_groups(collected, people)
    items = [item for item in area.items if item.id in {rating.id for rating in counted}]
    figures = _figures(collected, items)
    women_figure = figures[0] if "woman" in shown else None
    men_figure = figures[1] if "man" in shown else None
    flagged = _flagged(collected, women_figure, men_figure, min(women, men))
    return Groups(total, women, men, women_figure, men_figure, flagged)


def shown_groups(collected: Collected, people: dict[Group, int]) -> frozenset[Group]:
    """Which of women and men may be shown, by numbers of people alone: the larger is offered first.

    A group is shown if those who are in no shown group are none, or enough, or one in twenty at most.
    """
    smallest = collected.questionnaire.rules.minimum_group
    shown: frozenset[Group] = frozenset()
    offered: tuple[Group, ...] = ("woman", "man") if people["woman"] >= people["man"] else ("man", "woman")
    for group in offered:
        inside = sum(people[member] for member in (*shown, group))
        rest = sum(people.values()) - inside
        if people[group] >= smallest and (rest == 0 or rest >= smallest or NEARLY_ALL * rest <= inside):
            shown |= {group}
    return shown


def _in_confidence(collected: Collected, rating: ItemRating) -> bool:
    source = "survey" if collected.survey_held else "interviews"
    opinion = collected.questionnaire.items[rating.id].evidence == "perception"
    return opinion and rating.state == "counted" and rating.source == source


def _people(collected: Collected, area: Area, counted: frozenset[str]) -> dict[Group, int]:
    people: dict[Group, int] = {"woman": 0, "man": 0, "x": 0}
    for pattern in collected.evidence.patterns:
        mine = pattern.area == area.id and pattern.instrument == collected.confidential
        if mine and pattern.answered & counted:
            people[pattern.group] += pattern.people
    return people


def _figures(collected: Collected, items: list[Item]) -> tuple[Fraction | None, Fraction | None]:
    smallest = collected.questionnaire.rules.minimum_group
    women = men = weights = Fraction(0)
    for item in items:
        ours, theirs = (_of_group(collected, item, group) for group in ("woman", "man"))
        if item.sensitivity == "high" or min(ours.n, theirs.n) < smallest:
            continue
        women += item.weight * ours.total / ours.n
        men += item.weight * theirs.total / theirs.n
        weights += item.weight
    return (women / weights, men / weights) if weights else (None, None)


def _of_group(collected: Collected, item: Item, group: str) -> Count:
    tallies = staff_tallies(collected, item, collected.confidential)
    return count(collected, item, (tally for tally in tallies if tally.group == group))


def _flagged(collected: Collected, women: Fraction | None, men: Fraction | None, smaller: int) -> bool:
    if women is None or men is None:
        return False
    # What is flagged follows from published figures only, so the flag tells nothing that they do not.
    gap = abs(rounded(women, STEP) - rounded(men, STEP))
    limits = [flag for flag in collected.questionnaire.rules.gap_flags if flag.people <= smaller]
    return bool(limits) and gap >= max(limits, key=lambda flag: flag.people).points
