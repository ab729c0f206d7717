"""What a rating is made from: counts of people's answers, and what was looked up once.

The store counts; scoring never sees who said what. A canonical answer text is the key of a count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from questionnaires.definition import Instrument, Role
from questionnaires.routing import Setting

Group = Literal["woman", "man", "x"]
"""`x` pools another gender, prefer not to say and not given; it is never split."""


@dataclass(frozen=True)
class Tally:
    """How many people of a group gave one answer to one item by one instrument."""

    item: str
    instrument: Instrument
    role: Role
    group: Group
    value: str
    number: int


@dataclass(frozen=True)
class Observation:
    """One answer that is not a person's confidential opinion: a document, a count, a workshop's value.

    `agreed`: two facilitators settled on it. Observations stand in the order they were confirmed. `ref`
    names the submission; `evidence` says whether a source was named for it.
    """

    item: str
    instrument: Instrument
    role: Role
    value: str
    agreed: bool = False
    ref: str = ""
    evidence: bool = False


@dataclass(frozen=True)
class Pattern:
    """How many people of a group gave a rating answer (one with points) to just these items of an area."""

    area: str
    instrument: Instrument
    group: Group
    answered: frozenset[str]
    people: int


@dataclass(frozen=True)
class Pool:
    """People's answers of one area where single items may not be shown.

    `people`: those who answered at least half of the area's closed items; `answers`: their counted
    answers, (item, canonical text) -> number.
    """

    people: int
    answers: Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Heard:
    """Interviews or workshop participants by function and group, for "who was heard" (people)."""

    instrument: Instrument
    role: Role
    group: Group
    number: int


@dataclass(frozen=True)
class Evidence:
    """All that was collected in one audit.

    `survey_forms`: forms sent. `pools` is filled in small units only, by area id.
    """

    setting: Setting
    tallies: tuple[Tally, ...] = ()
    observations: tuple[Observation, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    pools: Mapping[str, Pool] = field(default_factory=dict)
    survey_forms: int = 0
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True)
class EarlierItem:
    """One item of an earlier audit: exact score, its weight times evidence weight, kind of evidence.

    `value` is the canonical text of an objective item. `comparable_since` is the version from which the
    item has the meaning it had then. `pooled`: its own figure may not be shown.
    """

    score: Fraction
    weight: Fraction
    comparable_since: str
    evidence: str
    value: str | None = None
    pooled: bool = False


@dataclass(frozen=True)
class EarlierArea:
    """One area of an earlier audit; `score` None where it was not rated.

    `coarse`: it counted an item whose own figure was kept back, so it was published in steps.
    """

    score: Fraction | None
    objective: Fraction | None
    perception: Fraction | None
    coarse: bool = False


@dataclass(frozen=True)
class Earlier:
    """The figures of a previous audit of the same unit, copied in when it was named as the baseline.

    `respondents`: people who answered in confidence. Dates as ISO text.
    """

    unit: str
    start: str
    questionnaire: str
    version: str
    sha256: str
    respondents: int
    items: Mapping[str, EarlierItem] = field(default_factory=dict)
    areas: Mapping[str, EarlierArea] = field(default_factory=dict)
    overall: Fraction | None = None
