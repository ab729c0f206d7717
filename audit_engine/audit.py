"""What an audit is made of, as plain values: the unit, the people who run it, its phases, its papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, get_args

from questionnaires.catalogue import marked
from questionnaires.definition import Constituent, Instrument, Reason, Region, Role, UnitType
from questionnaires.routing import Setting
from scoring.evidence import Policy

Phase = Literal[
    "planned",
    "preparing",
    "document_review",
    "fieldwork",
    "debrief",
    "draft_report",
    "final_report",
    "follow_up",
    "closed",
]
PHASES: tuple[Phase, ...] = get_args(Phase)
FindingKind = Literal["finding", "strength", "practice"]
DecisionStatus = Literal["proposed", "accepted", "rejected", "merged"]

_DAYS_FROM_START: dict[Phase, int] = {
    "preparing": -28,
    "document_review": -14,
    "fieldwork": 0,
    "debrief": 14,
    "draft_report": 44,
    "final_report": 74,
    "follow_up": 104,
}

SURVEY_DAYS = 14
"""Days after the end of the fieldwork by which the survey should be closed (docs/method.md, rule 8)."""
UNCHECKED = marked("heard and not checked")
"""How far a finding is supported that somebody told and nobody looked up."""
VOICES = 3
"""People who must have said an opinion before it is told outside the team."""


def default_dates(start: date) -> dict[Phase, date]:
    """When each phase is due, counted in days from the start of the fieldwork (docs/method.md, phases)."""
    return {phase: start + timedelta(days=days) for phase, days in _DAYS_FROM_START.items()}


@dataclass(frozen=True)
class Facts:
    """The facts of one audit.

    `invited`: people invited to the survey. `staff`: category -> (women, men). `region` and `unit_type` are
    None until somebody says. `policy`: how women's and men's figures are published. `survey_closes` None =
    a fixed number of days after the debrief.
    """

    unit: str
    region: Region | None
    unit_type: UnitType | None
    country: str
    start: date
    language: str
    invited: int
    staff: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    constituent: Constituent | None = None
    facilitators: tuple[str, ...] = ()
    coordinator: str = ""
    referral: str = ""
    phase: Phase = "planned"
    dates: Mapping[Phase, date] = field(default_factory=dict)
    switched_off: Mapping[str, Reason] = field(default_factory=dict)
    policy: Policy = "steps"
    survey_closes: date | None = None

    @property
    def survey_due(self) -> date:
        """The day by which the survey should be closed: as set, else so many days after the debrief."""
        debrief = self.dates.get("debrief") or default_dates(self.start)["debrief"]
        return self.survey_closes or debrief + timedelta(days=SURVEY_DAYS)

    @property
    def setting(self) -> Setting:
        """What about the unit decides what is asked."""
        return Setting(self.invited, self.staff, self.unit_type, self.constituent, self.switched_off)

    @property
    def lead(self) -> str:
        """Who records when nobody is named: the first facilitator."""
        return self.facilitators[0] if self.facilitators else "facilitator"


@dataclass(frozen=True)
class Profile:
    """What is known about the person behind a submission; None = not given or not asked."""

    gender: str | None = None
    category: str | None = None
    supervises: str | None = None


@dataclass(frozen=True)
class Submission:
    """One sitting or form that has a name: everything but survey forms.

    `women` and `men` count the participants of a workshop. `state` open, done or void. `language`: the code
    of the one it was asked in; empty where nobody said.
    """

    id: str
    instrument: Instrument
    role: Role
    profile: Profile
    by: str
    started: str
    state: Literal["open", "done", "void"]
    reason: str = ""
    women: int | None = None
    men: int | None = None
    language: str = ""
    answers: int = 0


@dataclass(frozen=True)
class StoredAnswer:
    """The standing answer to one item of a submission. `value` is the canonical text."""

    item: str
    value: str
    note: str = ""
    evidence: str = ""
    by: str = ""
    at: str = ""
    agreed: bool = False


@dataclass(frozen=True)
class EarlierAnswer:
    """A value that was replaced: when and by whom it had been recorded, and when, by whom and by what."""

    submission: str
    item: str
    value: str
    by: str
    at: str
    replaced_at: str
    now: str
    replaced_by: str


@dataclass(frozen=True)
class Note:
    """A note of a facilitator; a restricted one is read by its author and the lead facilitator only."""

    id: int
    submission: str
    item: str
    text: str
    by: str
    at: str
    restricted: bool = False


@dataclass(frozen=True)
class Finding:
    """A finding, a strength or a good practice, as the report leads with it.

    `where` names the place or activity, `support` how far it is supported, `position` its order in the
    report (from 1). `transferable` and `consent` are None while nobody has decided. `voices`: how many
    people said it; None where it is no opinion but a fact that can be checked.
    """

    id: int
    kind: FindingKind
    area: str
    text: str
    where: str = ""
    evidence: str = ""
    support: str = ""
    transferable: bool | None = None
    consent: bool | None = None
    confirmed: bool = False
    position: int = 0
    by: str = ""
    voices: int | None = None

    @property
    def kept_back(self) -> bool:
        """Whether it stays in the team, confirmed or not: an opinion of too few, or a fact not checked.

        Without a number of voices it is a fact, and a fact names what it can be checked by.
        """
        if self.voices is None:
            return self.support == UNCHECKED or not self.evidence.strip()
        return self.voices < VOICES


@dataclass(frozen=True)
class Document:
    """A paper registered for review; `drawn` is False for one that is on the list but was not drawn."""

    id: int
    title: str
    date: str
    kind: str
    drawn: bool = True
    draw: int | None = None


@dataclass(frozen=True)
class Draw:
    """How documents of one kind were drawn: size of the list, first one taken, every how many, by whom."""

    id: int
    kind: str
    listed: int
    drawn: int
    start: int
    step: int
    by: str
    at: str


@dataclass(frozen=True)
class Decision:
    """A recommendation as people have decided on it so far. `due` is an ISO date, empty if none was set.

    `source` is the id in the questionnaire, empty for one that the team added. `raised_by` names items.
    """

    id: int
    source: str
    area: str
    text: str
    status: DecisionStatus
    priority: str
    responsible: str
    due: str
    verification: str = ""
    reason: str = ""
    raised_by: tuple[str, ...] = ()
    merged_into: int | None = None
    position: int = 0
