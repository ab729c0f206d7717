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

GROUPS: tuple[Group, ...] = ("woman", "man", "x")

Policy = Literal["steps", "exact"]
"""How women's and men's figures are published: in steps of 5 points, or to one decimal."""


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
class Spread:
    """How the people of a group answered an area in confidence, added up so that nobody stands alone.

    `people`: distinct people with a rating answer to an item of the area that counts. `compared`: those
    among them with an answer to an item over which women and men are compared; `total` and `squares`: the
    sum, and the sum of the squares, of their own means over these items (points of 0-100).
    """

    area: str
    group: Group
    people: int
    compared: int = 0
    total: Fraction = Fraction(0)
    squares: Fraction = Fraction(0)


@dataclass(frozen=True)
class ScaleSums:
    """The survey forms that rated all `items` of an area, added up for the reliability of the scale.

    `sums` and `squares` hold the sum of the points of each item and of their squares, in the order of
    `items`; `total_squares` the sum of the squares of the forms' totals, which holds every cross-product.
    """

    area: str
    items: tuple[str, ...]
    forms: int
    sums: tuple[Fraction, ...]
    squares: tuple[Fraction, ...]
    total_squares: Fraction


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

    `survey_forms`: forms sent. `pools` is filled in small units only, by area id. `policy` was chosen before
    the first answer. `spreads` and `scales` follow from the items that count (scoring.confidential); in a
    small unit a spread holds the people of a pool only. `people_before`: area id -> the numbers of people
    by group behind the area in each release published earlier.
    """

    setting: Setting
    tallies: tuple[Tally, ...] = ()
    observations: tuple[Observation, ...] = ()
    pools: Mapping[str, Pool] = field(default_factory=dict)
    survey_forms: int = 0
    heard: tuple[Heard, ...] = ()
    spreads: tuple[Spread, ...] = ()
    scales: tuple[ScaleSums, ...] = ()
    policy: Policy = "steps"
    people_before: Mapping[str, tuple[Mapping[Group, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class EarlierItem:
    """One item of an earlier audit: exact score, its weight times evidence weight, kind of evidence.

    `value` is the canonical text of an objective item. `comparable_since` is the version from which the
    item has the meaning it had then. `pooled`: its own figure may not be shown. `area`: where it counted, and
    `item_weight`: its weight without that of the evidence; None in what was copied in before they were kept.
    `origin`: the questionnaire it has its meaning from; empty: the one of the audit.
    """

    score: Fraction
    weight: Fraction
    comparable_since: str
    evidence: str
    value: str | None = None
    pooled: bool = False
    area: str | None = None
    item_weight: Fraction | None = None
    origin: str = ""


@dataclass(frozen=True)
class Printed:
    """A figure as an earlier report printed it: `value` on 0-100, `text` with ">=" or "<=" if `at_end`."""

    value: Fraction
    text: str
    at_end: bool = False


@dataclass(frozen=True)
class EarlierArea:
    """One area of an earlier audit; `score` None where it was not rated.

    `coarse`: it counted an item whose own figure was kept back, so it was published in steps. `printed` and
    `printed_perception`: its rating and what staff said as its report printed them; None if not known.
    """

    score: Fraction | None
    objective: Fraction | None
    perception: Fraction | None
    coarse: bool = False
    printed: Printed | None = None
    printed_perception: Printed | None = None


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

    def origin(self, item_id: str) -> str:
        """The questionnaire that an item of this audit has its meaning from."""
        return self.items[item_id].origin or self.questionnaire
