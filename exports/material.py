"""What a report is made from: the ratings, the facts of the audit, and what people decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from exports.report import Answered, Fact, Paper, Progressed, Views
from questionnaires.catalogue import SOURCE
from questionnaires.definition import Questionnaire, UnitType
from scoring.assessment import Assessment
from scoring.evidence import Heard


@dataclass(frozen=True)
class Noted:
    """A finding, a strength or a good practice that the team confirmed.

    `transferable` and `consent` (to be shared) are None while nobody has decided.
    """

    kind: Literal["finding", "strength", "practice"]
    area: str
    text: str
    where: str = ""
    evidence: str = ""
    support: str = ""
    transferable: bool | None = None
    consent: bool | None = None


@dataclass(frozen=True)
class Decided:
    """A recommendation as people decided on it. `source`: its id in the questionnaire, empty if added.

    `responsible` holds ids of the questionnaire with commas between, or any text.
    """

    source: str
    area: str
    text: str
    status: Literal["proposed", "accepted", "rejected", "merged"]
    priority: str
    responsible: str
    due: date | None
    verification: str = ""
    raised_by: tuple[str, ...] = ()
    ref: str = ""


@dataclass(frozen=True)
class GroupSaid:
    """What a group of a workshop wrote under an open question that is meant to be published.

    `people`: how many the group had, as recorded, else as declared for the unit; None = not known.
    """

    prompt: str
    text: str
    people: int | None


@dataclass(frozen=True)
class Edition:
    """Which release a report prints. `number` and `at` None: a preview, nothing was published by it.

    `shows`: in a preview the release whose figures it shows, in words.
    `kept`: areas whose figures of people were published earlier, and when.
    """

    number: int | None
    at: date | None
    shows: str = ""
    kept: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Material:
    """All that a report is made from. Notes, single answers and words said in confidence are no part of it.

    `facts` are the lines about the unit and the audit in the order printed. `unit_type`
    decides on wording, None = not said. `confirmed_na`: items whose `na` the lead confirmed. `earlier` and
    `practice` are lines for the Method sheet: the baseline, and what was done about documents. `audit`: the
    random name of the audit file. `today`: the day from which the next dates are counted, that of the
    release; None = not known. `language`: that in which the questionnaire is here; `unread`: no speaker of it
    has read the translation. The rest is as in Report.
    """

    questionnaire: Questionnaire
    sha256: str
    assessment: Assessment
    unit: str
    unit_type: UnitType | None
    start: date
    facts: tuple[Fact, ...] = ()
    heard: tuple[Heard, ...] = ()
    noted: tuple[Noted, ...] = ()
    decided: tuple[Decided, ...] = ()
    groups_said: tuple[GroupSaid, ...] = ()
    confirmed_na: frozenset[str] = frozenset()
    earlier: Mapping[str, str] = field(default_factory=dict)
    practice: tuple[Fact, ...] = ()
    engine: str = ""
    edition: Edition = Edition(None, None)
    audit: str = ""
    answered: Mapping[str, Answered] = field(default_factory=dict)
    progressed: Mapping[str, Progressed] = field(default_factory=dict)
    views: tuple[Views, ...] = ()
    papers: tuple[Paper, ...] = ()
    dates: tuple[tuple[str, date], ...] = ()
    draft: bool = False
    language: str = SOURCE
    unread: bool = False
    today: date | None = None
