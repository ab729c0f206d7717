"""The assessment: the one value that everything downstream reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from questionnaires.catalogue import SOURCE, speaking, tr
from questionnaires.definition import Instrument
from scoring.aims import ParityDistance, TargetRating
from scoring.evidence import Policy, Printed
from scoring.published_figure import Sign

State = Literal["counted", "lost", "na", "information"]
Source = Literal["documents", "told", "survey", "workshop", "interviews", "on_record", "partners", "pooled"]
"""`told`: facilitators rated a fact by what they were told in interviews; no document was there."""
Status = Literal["improved", "unchanged", "declined", "new", "not comparable"]
Priority = Literal["high", "medium", "low"]


@dataclass(frozen=True)
class Why:
    """Why there is no rating: a code for programs and a sentence for people.

    `english` tells two reasons apart, whatever is spoken; `words` says it in the language that is spoken.
    """

    code: str
    english: str
    say: Callable[[], str] | None = field(default=None, compare=False, repr=False)

    @property
    def words(self) -> str:
        return self.say() if self.say else tr(self.english)


def because(code: str, say: Callable[[], str]) -> Why:
    """A reason with numbers in it; `say` makes its sentence in the language that is spoken then."""
    with speaking(SOURCE):
        return Why(code, say(), say)


@dataclass(frozen=True)
class Beside:
    """A source that is shown beside an item's rating and never added to it.

    `score` None: too few answers to show.
    """

    source: Source
    score: Fraction | None
    n: int


@dataclass(frozen=True)
class NoAnswer:
    """How often staff gave no rating to an item: people, in the survey or, where none is held, in interviews.

    `given`: any answer at all; of them `dk` don't know, `na` not in their work, `pnts` prefer not to say.
    `asked`: forms sent; None where it is not known how many were asked.
    """

    given: int
    dk: int
    na: int
    pnts: int
    asked: int | None

    @property
    def unanswered(self) -> int | None:
        """Forms without any answer to the item; None where it is not known how many were asked."""
        return None if self.asked is None else self.asked - self.given


@dataclass(frozen=True)
class SubChange:
    """What changed in the documents, or in what staff say, of an area since the previous audit.

    `change` in points over the `comparable` items ("3 of 4"), with `zone` as its dead zone. `whole`: these
    items are all that either mean is made of. `printed`: the earlier mean as its report printed it.
    """

    change: Fraction
    status: Status
    comparable: str
    zone: Fraction
    whole: bool = False
    printed: Printed | None = None


@dataclass(frozen=True)
class Comparison:
    """A baseline and what changed against it, in points of 0-100.

    `kind` previous (an earlier audit) or declared (for one unit). `score` is the baseline's own figure, None
    if it had none. `change` is now minus then over the items comparable and counted on both sides.
    `comparable` reads "1 of 8". `coarse`: the earlier area was published in steps, and so is its figure
    here; `printed`: as its report printed it, None if not known. `note` adds what a reader must know, e.g.
    "one person"; it and `status` are English, and said by `tr`. `objective`, `perception`: the change of
    documents and of people, None if not compared. `zone`: the dead zone, in points. `whole`: the items
    compared are all that either figure is made of, with the same weights.
    """

    kind: Literal["previous", "declared"]
    score: Fraction | None
    change: Fraction | None
    status: Status
    comparable: str
    note: str | None = None
    coarse: bool = False
    printed: Printed | None = None
    objective: SubChange | None = None
    perception: SubChange | None = None
    zone: Fraction = Fraction(0)
    whole: bool = False


@dataclass(frozen=True)
class ItemRating:
    """One item, rated or not.

    `score` on 0-100, None unless counted; `n` counts answers; `value` is the canonical text of the one
    answer of an objective item. `weight` is w, `evidence_weight` e. `why` says why it does not count.
    `documented`: a source was named for the value. `no_answer`: None where nobody may be told from it.
    """

    id: str
    state: State
    score: Fraction | None
    band: str | None
    n: int
    weight: Fraction
    evidence_weight: Fraction
    source: Source | None = None
    instrument: Instrument | None = None
    value: str | None = None
    why: Why | None = None
    beside: tuple[Beside, ...] = ()
    shown: bool = True
    documented: bool | None = None
    baseline: Comparison | None = None
    target: TargetRating | None = None
    parity: ParityDistance | None = None
    no_answer: NoAnswer | None = None


@dataclass(frozen=True)
class Bound:
    """A mean over items of which some are taken as printed (">= 95"): exact, on 0-100.

    `sign`: where the true mean lies.
    """

    value: Fraction
    sign: Sign


@dataclass(frozen=True)
class AreaRating:
    """One area. Figures on 0-100, None where there is none; `coverage` in percent; `n` counted items.

    `people`: distinct people with a counted answer given in confidence. `women`, `men`: exact figures of
    shown groups only. `in_steps`: it counts an item whose own figure is kept back.
    `many_not_applicable`: more than a third of its items are na. `women_people`, `men_people`: those behind
    the two figures, never published; `group_step`: the points to whose multiples the two are published.
    `bound`, `bound_perception`: None where no item in the mean is printed as ">= ..." or "<= ...".
    """

    id: str
    front: str
    applicable: bool
    score: Fraction | None
    band: str | None
    coverage: Fraction | None
    n: int
    evidence: Fraction
    why: Why | None
    objective: Fraction | None
    perception: Fraction | None
    women: Fraction | None
    men: Fraction | None
    gap: Fraction | None
    gap_flagged: bool
    people: int
    items: tuple[ItemRating, ...]
    many_not_applicable: bool = False
    in_steps: bool = False
    women_people: int = 0
    men_people: int = 0
    group_step: Fraction = Fraction(5)
    baseline: Comparison | None = None
    bound: Bound | None = None
    bound_perception: Bound | None = None


@dataclass(frozen=True)
class Summary:
    """A front or the overall: the mean of its rated areas. `n` counts rated areas, `coverage` in percent."""

    id: str
    applicable: bool
    score: Fraction | None
    band: str | None
    coverage: Fraction | None
    n: int
    why: Why | None
    baseline: Comparison | None = None


@dataclass(frozen=True)
class Raised:
    """What raised a recommendation: an item (or an area), its figure on 0-100, and why in words."""

    id: str
    score: Fraction
    why: str


@dataclass(frozen=True)
class Proposal:
    """A recommendation that a rule proposes; nothing is decided until a person accepts it.

    `also`: raised too, but beyond the number proposed. `raised_by` is empty for those offered in every
    audit.
    """

    recommendation: str
    area: str
    priority: Priority
    raised_by: tuple[Raised, ...]
    also: bool = False


@dataclass(frozen=True)
class Contradiction:
    """Documents and people two bands apart on a named pair of items (both figures on 0-100)."""

    objective: str
    perception: str
    documents: Fraction
    people: Fraction


@dataclass(frozen=True)
class Response:
    """How many of the invited answered the survey; `counts` says whether that is enough (percent)."""

    held: bool
    forms: int
    invited: int
    needed_percent: Fraction
    counts: bool


@dataclass(frozen=True)
class Assessment:
    """Everything the ratings say about one audit."""

    questionnaire: str
    version: str
    method: str
    small_unit: bool
    response: Response
    overall: Summary
    fronts: tuple[Summary, ...]
    areas: tuple[AreaRating, ...]
    proposals: tuple[Proposal, ...]
    contradictions: tuple[Contradiction, ...]
    policy: Policy = "steps"

    def area(self, area_id: str) -> AreaRating | None:
        return next((area for area in self.areas if area.id == area_id), None)

    def item(self, item_id: str) -> ItemRating | None:
        return next((item for area in self.areas for item in area.items if item.id == item_id), None)
