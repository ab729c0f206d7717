"""How the people of a made-up unit answer: plainly, at the ends of the scale, or a few against the others."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaires.definition import Item, Questionnaire
from scoring.evidence import Group

TOP = 4.0
"""Moods are on 0 to 4 whatever the scale of an item."""
GROUPS: tuple[Group, ...] = ("woman", "man", "x")

Answers = Mapping[str, int]
"""Item -> the place of the option chosen, among those that carry points."""
Style = Literal["plain", "spread", "poles", "high", "low", "gap", "x apart", "newcomers apart"]
STYLES: Mapping[Style, int] = {
    "plain": 40,
    "spread": 15,
    "poles": 8,
    "high": 8,
    "low": 8,
    "gap": 9,
    "x apart": 6,
    "newcomers apart": 6,
}
"""Of a hundred units so many answer in each way; a fifth are extreme on purpose."""


def asked(questionnaire: Questionnaire) -> list[Item]:
    """What the survey asks, in order."""
    return [item for item in questionnaire.items.values() if "survey" in item.instruments]


def places(questionnaire: Questionnaire, item: Item) -> list[str]:
    """The options of an item that carry points, from the least agreement to the most."""
    return [option.id for option in questionnaire.scale_of(item).options if option.points is not None]


def points(questionnaire: Questionnaire, item: Item, place: int) -> int:
    """What an answer counts, 0 to 100."""
    option = questionnaire.scale_of(item).option(places(questionnaire, item)[place])
    assert option is not None
    assert option.points is not None
    return int(100 - option.points if item.reverse else option.points)


@dataclass(frozen=True)
class Mood:
    """One audit's mood: where the answers of a group to an item lie, how far they reach, what is left out.

    `silent`: how likely somebody of a group leaves an item out.
    """

    questionnaire: Questionnaire
    chance: random.Random
    style: Style
    middles: Mapping[tuple[str, Group], float]
    reach: float
    silent: Mapping[tuple[str, Group], float]

    def answers(self, group: Group, *, newcomer: bool = False) -> Answers:
        """One person's form."""
        return {
            item.id: self._place(item, group, newcomer)
            for item in asked(self.questionnaire)
            if self.chance.random() >= self.silent[item.id, group]
        }

    def _place(self, item: Item, group: Group, newcomer: bool) -> int:
        last = len(places(self.questionnaire, item)) - 1
        if self.style == "poles":
            return self.chance.choice((0, last))
        middle = self.middles[item.id, group]
        if self.style == "newcomers apart" and newcomer:
            middle = TOP - middle
        return max(0, min(last, round(self.chance.gauss(middle, self.reach) * last / TOP)))


def mood(questionnaire: Questionnaire, chance: random.Random, style: Style) -> Mood:
    """A mood of the given style."""
    base = {"high": (3.2, 4.2), "low": (-0.2, 0.8)}.get(style, (0.8, 3.2))
    apart = chance.choice((-2.0, 2.0))
    middles: dict[tuple[str, Group], float] = {}
    for item in asked(questionnaire):
        middle = chance.uniform(*base)
        middles |= {(item.id, group): middle for group in GROUPS}
        if style == "gap":
            middles |= {(item.id, "woman"): middle + apart / 2, (item.id, "man"): middle - apart / 2}
        if style == "x apart":
            middles[item.id, "x"] = 0.0 if middle > TOP / 2 else TOP
    reach = 3.0 if style == "spread" else chance.uniform(0.5, 1.3)
    return Mood(questionnaire, chance, style, middles, reach, _silent(questionnaire, chance))


def _silent(questionnaire: Questionnaire, chance: random.Random) -> dict[tuple[str, Group], float]:
    """Mostly the same everywhere; in one audit of seven some items are left out by most of a group."""
    everywhere = chance.choice((0.0, 0.0, 0.02, 0.05, 0.1, 0.2))
    uneven = chance.random() < 1 / 7
    return {
        (item.id, group): chance.choice((0.0, 0.3, 0.9)) if uneven and chance.random() < 0.4 else everywhere
        for item in asked(questionnaire)
        for group in GROUPS
    }
