"""Made-up units for the attacker: who answered what, in which release, and what the documents said."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from questionnaires.definition import Questionnaire
from scoring.evidence import Group, Policy
from tests.attack.moods import STYLES, Answers, Mood, Style, mood
from tests.worked_cases import questionnaire_of

QUESTIONNAIRE = questionnaire_of(
    {
        "items": {
            "A-1 to A-5": "agree5 survey",
            "A-6": "agree5 survey, sensitive, from 20",
            "A-7": "agree5 survey, person",
            "A-8 to A-9": "ev4 documents",
            "B-1 to B-7": "agree5 survey",
            "B-8": "ev4 documents",
        }
    }
)
"""Two areas of seven perception items, so that thousands of units are rated in a minute."""

SMALL_UNIT = 20
OF_HUNDRED_X = 4
NEWCOMERS = 8
"""At most so many people are added in a later release."""
LEVELS = ("missing", "approaching", "meeting", "exceeding")


@dataclass(frozen=True)
class Person:
    """One respondent; `answers` by release, None where the person has no form in it (yet, or any more)."""

    group: Group
    answers: tuple[Answers | None, ...]


@dataclass(frozen=True)
class Audit:
    """One audit: staff invited, who answered, documents, and how many releases were published of it."""

    staff: int
    people: tuple[Person, ...]
    documents: Mapping[str, str]
    releases: int


@dataclass(frozen=True)
class Unit:
    """A unit with one audit, or with two where the first is the second's baseline."""

    number: int
    policy: Policy
    audits: tuple[Audit, ...]
    style: Style = "plain"

    @property
    def size(self) -> str:
        """How large it was at its first audit, in words."""
        staff = self.audits[0].staff
        return "10-19" if staff < SMALL_UNIT else "20-34" if staff < 35 else "35-60"


def unit(
    number: int,
    policy: Policy | None = None,
    *,
    questionnaire: Questionnaire = QUESTIONNAIRE,
    changes: bool = True,
) -> Unit:
    """The made-up unit of this number, the same on every run; a quarter publishes exact figures.

    `changes`: in some, one person leaves or corrects a form between two releases.
    """
    chance = random.Random(f"unit {number}")
    chosen: Policy = "exact" if chance.random() < 0.25 else "steps"
    style = chance.choices(list(STYLES), list(STYLES.values()))[0]
    staff = chance.choice((chance.randint(10, 19), chance.randint(20, 34), chance.randint(35, 60)))
    make = _Maker(questionnaire, chance, style, changes)
    audits = [make.audit(staff, chance.choice((1, 1, 2, 2, 3)))]
    if chance.random() < 0.15:
        audits.append(make.audit(max(10, staff + chance.randint(-3, 3)), 1))
    return Unit(number, policy or chosen, tuple(audits), style)


@dataclass(frozen=True)
class _Maker:
    questionnaire: Questionnaire
    chance: random.Random
    style: Style
    changes: bool

    def audit(self, staff: int, releases: int) -> Audit:
        entries = self._entries(staff, releases)
        asked_for_sex, women = staff >= SMALL_UNIT, self.chance.uniform(0.25, 0.75)
        of_audit = mood(self.questionnaire, self.chance, self.style)
        people = [
            _person(of_audit, self._group(women) if asked_for_sex else "x", entry, releases)
            for entry in entries
        ]
        if self.changes and releases > 1 and self.chance.random() < 0.15:
            people[0] = self._leaves_or_corrects(of_audit, people[0])
        documents = {
            item.id: self.chance.choice(LEVELS)
            for item in self.questionnaire.items.values()
            if item.scale == "ev4"
        }
        return Audit(staff, tuple(people), documents, releases)

    def _entries(self, staff: int, releases: int) -> list[int]:
        """Each person's first release: mostly enough for the survey to count, then up to eight more each."""
        enough = 0.6 if staff < SMALL_UNIT else 0.5
        least = 0.3 if self.chance.random() < 0.08 else enough
        answered = -int(-staff * self.chance.uniform(least, 1) // 1)
        entries = [1] * answered
        for release in range(2, releases + 1):
            newcomers = min(self.chance.randint(0, NEWCOMERS), staff - len(entries))
            entries += [release] * newcomers
        return entries

    def _group(self, women: float) -> Group:
        if self.chance.randrange(100) < OF_HUNDRED_X:
            return "x"
        return "woman" if self.chance.random() < women else "man"

    def _leaves_or_corrects(self, of_audit: Mood, person: Person) -> Person:
        """The last release without this person's form, or with other answers of theirs."""
        other = of_audit.answers(person.group, newcomer=True) if self.chance.random() < 0.5 else None
        return replace(person, answers=(*person.answers[:-1], other))


def _person(of_audit: Mood, group: Group, entry: int, releases: int) -> Person:
    answers = of_audit.answers(group, newcomer=entry > 1)
    return Person(group, tuple(answers if release >= entry else None for release in range(1, releases + 1)))
