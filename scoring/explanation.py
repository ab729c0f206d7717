"""Why a figure is what it is: the whole path from the counts to it, as a value.

The facilitation team's working view: exact figures for all, and of women and men only what a report shows.
In a small unit no item of people stands alone. What people chose is counted out from ten answers up.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from questionnaires.definition import Instrument
from scoring.assessment import AreaRating, ItemRating, Source, State, Summary, Why
from scoring.band_limits import BandLimits
from scoring.certainty import Certainty
from scoring.evidence import Policy
from scoring.sensitivity import Sensitivity
from scoring.still_needed import StillNeeded, Unrated
from scoring.summary_change import SummaryChange
from scoring.would_change import WouldChange


@dataclass(frozen=True)
class MadeFrom:
    """What decided the figure: method, policy, and SHA-256 (64 hexadecimal digits) of the three inputs."""

    questionnaire: str
    version: str
    method: str
    policy: Policy
    questionnaire_sha256: str
    answers_sha256: str
    method_sha256: str


@dataclass(frozen=True)
class Looked:
    """One source that was looked at for an item.

    `n`: answers with points (a workshop: voters; documents: values). `score` None where it may not be shown.
    `why`: why it counts or does not.
    """

    source: Source
    n: int
    score: Fraction | None
    chosen: bool
    why: str


@dataclass(frozen=True)
class Counted:
    """How many people gave one answer: `points` (0-100) as they count, None where it has none."""

    answer: str
    label: str
    points: Fraction | None
    number: int


@dataclass(frozen=True)
class Found:
    """One value that was looked up or agreed on, and why it counts or does not."""

    value: str
    instrument: Instrument
    agreed: bool
    chosen: bool
    why: str


@dataclass(frozen=True)
class Unsettled:
    """The canonical values that facilitators gave one item, each once, where they differ and are not settled.

    `counts`: the one of them that counts meanwhile; `why` says why.
    """

    values: tuple[str, ...]
    counts: str
    why: str


@dataclass(frozen=True)
class Part:
    """An item in the figure of its area, or an area in the figure above it.

    `weight` is w, `evidence` e. `adds`: w x e x score over the sum of w x e, the points that it brings.
    `share`: its percent of that sum. None where it does not count. In a small unit items of people have
    no figure, and one more part stands for all of them together.
    """

    id: str
    state: State
    weight: Fraction
    evidence: Fraction
    score: Fraction | None
    adds: Fraction | None
    share: Fraction | None
    source: Source | None
    instrument: Instrument | None
    n: int
    why: Why | None


@dataclass(frozen=True)
class ItemExplained:
    """One item. `total` is the sum of the points of `n` answers, None unless people's answers count.

    `counts` is empty below ten answers. `without_points`: answers that are never averaged. `working`: the
    arithmetic of one value, line by line. `hidden`: its own figure is not told (a small unit).
    `unsettled` None: the facilitators rated it alike, settled on a value, or one of them alone rated it.
    """

    text: str
    scale: str
    reverse: bool
    rating: ItemRating
    hidden: bool
    looked: tuple[Looked, ...]
    found: tuple[Found, ...]
    counts: tuple[Counted, ...]
    total: Fraction | None
    without_points: int
    working: tuple[str, ...]
    limits: BandLimits | None
    area: str
    part: Part
    unsettled: Unsettled | None = None


@dataclass(frozen=True)
class GroupTold:
    """Women or men of an area: people who answered in confidence, the figure if it is shown, and why (not).

    `people` None where they are fewer than the smallest group.
    """

    people: int | None
    figure: Fraction | None
    why: str


@dataclass(frozen=True)
class GapMeasured:
    """What the gap is measured by: the team's view of it, nothing of which is published but `printed`.

    `printed`: the gap as a report prints it. `limit`: the points from which that is flagged, because the
    smaller group has `smaller` people; None where they are too few for any. `sure`: the 95 % interval of
    the exact gap, or why there is none.
    """

    printed: str
    smaller: int
    limit: Fraction | None
    sure: Certainty | Why


@dataclass(frozen=True)
class GroupsTold:
    """Women and men beside each other, and by which `rule`; `people` answered in confidence in all.

    `measured` None: the two are not both shown.
    """

    people: int
    women: GroupTold
    men: GroupTold
    gap: Fraction | None
    flagged: bool
    rule: str
    measured: GapMeasured | None = None


@dataclass(frozen=True)
class AreaExplained:
    """One area. `weight` is the sum of w x e over what counts, `total` that of w x e x score, or None."""

    title: str
    rating: AreaRating
    parts: tuple[Part, ...]
    total: Fraction | None
    weight: Fraction
    needed_coverage: Fraction
    needed_items: int
    needed_evidence: Fraction
    limits: BandLimits | None
    still_needed: StillNeeded | None
    sensitivity: Sensitivity | None
    would_change: WouldChange | None
    groups: GroupsTold


@dataclass(frozen=True)
class SummaryExplained:
    """A front or the overall, from its areas; `unrated` lacks the fewest items first."""

    title: str
    rating: Summary
    parts: tuple[Part, ...]
    total: Fraction | None
    weight: Fraction
    needed_percent: Fraction
    needed_areas: int
    limits: BandLimits | None
    still_needed: StillNeeded | None
    unrated: tuple[Unrated, ...]
    would_change: SummaryChange | None


@dataclass(frozen=True)
class Respondents:
    """Survey forms, or staff interviewed where no survey is held: in this audit and in the previous one."""

    now: int
    then: int


@dataclass(frozen=True)
class Explanation:
    """Why one thing is rated as it is, or not rated; `respondents` None without a previous audit."""

    id: str
    kind: Literal["item", "area", "front", "overall"]
    subject: ItemExplained | AreaExplained | SummaryExplained
    made_from: MadeFrom
    respondents: Respondents | None = None
