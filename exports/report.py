"""The report as a value: everything that the workbook says, decided before any cell is written.

People's figures are here as they may be published; nothing in a Report has to be hidden later. Figures
are points of 0-100 and exact; a text in place of a figure is printed as it stands (">= 95.0", "not
shown"), but for "about 55", which `exports.composing.words.said` says; None is an empty cell. All else is
in the language that was spoken when the report was composed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from questionnaires.catalogue import SOURCE, marked

Shown = Fraction | str | None
"""A figure as it may be published: a number, a text in its place, or nothing."""


@dataclass(frozen=True)
class Fact:
    """One line of label and text."""

    label: str
    text: str


@dataclass(frozen=True)
class Line:
    """What is rated, in one line: the overall, a front, an area or an item.

    `band` is the band with its symbol, or the answer words of an item that people answered. `coverage`
    in percent. `change` in points, `changed` in words. `why` says why it is not rated or shown, or what
    the figure rests on.
    """

    id: str
    title: str
    score: Shown = None
    band: str = ""
    coverage: Shown = None
    objective: Shown = None
    perception: Shown = None
    women: Shown = None
    men: Shown = None
    gap: Shown = None
    baseline: Shown = None
    change: Shown = None
    changed: str = ""
    why: str = ""


@dataclass(frozen=True)
class RatedArea:
    """An area and its items. `notes`: what a reader must know beside the rating; `trace`: why it is so.

    `by_sex`: what its figures of women and men say, in a sentence. `would_change`: what would change the
    rating, as far as published figures tell.
    """

    line: Line
    front: str
    items: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()
    by_sex: str = ""
    would_change: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bars:
    """What the chart shows: a name, a figure and a baseline an area; None is a gap in the bars.

    `sentence` says in words what it shows. `baseline` names the second series, empty if there is none.
    """

    sentence: str
    areas: tuple[tuple[str, Fraction | None, Fraction | None], ...] = ()
    baseline: str = ""


@dataclass(frozen=True)
class Statement:
    """A finding, a strength, a gap or a good practice.

    `status`: confirmed, or proposed by rule; in English, to be said by `tr`.
    """

    area: str
    text: str
    where: str = ""
    evidence: str = ""
    support: str = ""
    status: str = marked("confirmed")
    transferable: str = ""
    consent: str = ""


@dataclass(frozen=True)
class Advice:
    """A recommendation. `status`: accepted or proposed; `due` None if no date was set.

    `status` and `priority` are in English, to be said by `tr`.

    `ref` is its reference (REC-ST1-1, TEAM-3), the same in every workbook; `number` its place in this one.
    `parties`: who is responsible, where that is said by the functions of the questionnaire alone.
    """

    number: str
    status: str
    area: str
    text: str
    priority: str
    raised_by: str
    responsible: str
    due: date | str | None
    verification: str = ""
    ref: str = ""
    parties: str = ""


@dataclass(frozen=True)
class Identity:
    """Which audit a workbook is of, so that it is known again when it comes back.

    `audit` is the random name of the audit file, `release` None in a preview, `definition` the SHA-256 of
    the questionnaire, `day` that of the release, None in a preview.
    """

    audit: str
    release: int | None
    definition: str
    day: date | None = None


@dataclass(frozen=True)
class Answered:
    """What the unit answered to a recommendation so far; empty texts and None where it did not.

    `answer` and `budget` are in English, to be said by `tr`.
    """

    answer: str = ""
    comment: str = ""
    owner: str = ""
    due: date | None = None
    budget: str = ""


@dataclass(frozen=True)
class Progressed:
    """How far a recommendation is carried out, the evidence for it, and the day it is told of.

    `state` is in English, to be said by `tr`.
    """

    state: str = marked("no update")
    evidence: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Views:
    """An area at the debriefing, in words of bands; empty where nobody said.

    `facilitators` is the facilitators' rating of that day, `unit` the unit's view with its reason,
    `agreed` the agreed rating.
    """

    area: str
    facilitators: str = ""
    unit: str = ""
    reason: str = ""
    agreed: str = ""


@dataclass(frozen=True)
class Paper:
    """A document on the list: kind, title, date, and whether it was read."""

    kind: str
    title: str
    date: str
    read: str


@dataclass(frozen=True)
class HeardRow:
    """People of one function; None where the number by sex may not be told."""

    what: str
    women: int | None = None
    men: int | None = None
    total: int | None = None


@dataclass(frozen=True)
class NotRating:
    """How often people could or would not rate an item, as shares in words: "15 %", "<= 10 %"."""

    item: str
    text: str
    dont_know: str
    not_in_my_work: str
    prefer_not_to_say: str


@dataclass(frozen=True)
class Heard:
    """Who was heard: the survey as total and rate only, interviews and workshop by sex and function.

    `not_rating`: the items that enough people could or would not rate for it to be told. `nobody`: what
    stands there without any row. `workshop`: the questionnaire asks groups, whose women and men are counted.
    """

    survey: tuple[Fact, ...]
    rows: tuple[HeardRow, ...]
    notes: tuple[str, ...] = ()
    not_rating: tuple[NotRating, ...] = ()
    nobody: str = ""
    workshop: bool = True


@dataclass(frozen=True)
class Section:
    """A part of the Method sheet: lines of label and text under a heading."""

    title: str
    facts: tuple[Fact, ...]
    empty: str = ""


@dataclass(frozen=True)
class Summary:
    """The first sheet. `findings` are those that the team confirmed; gaps are proposed by rule.

    `dates`: what comes next, in order of time.
    """

    facts: tuple[Fact, ...]
    reading: str
    strengths: tuple[Statement, ...]
    findings: tuple[Statement, ...]
    gaps: tuple[Statement, ...]
    overall: Line
    fronts: tuple[Line, ...]
    notices: tuple[str, ...] = ()
    dates: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True)
class Report:
    """All that a workbook says about one audit.

    `released`: which group of the workshop, and its words. `answered` and `progressed`: by reference of the
    recommendation, what the unit answered and how far it is. `dates`: what is due when, in order of time.
    `item_legend`: the bands of items, empty where they are those of areas. `opinions`: something was asked
    of people; without it nothing is said of them. `sexes_apart`: women's and men's opinions are compared.
    `staff_data`: figures from the personnel office are asked for. `draft`: sent for comment; every page
    says so. `groups_exact`: women's and men's figures stand to one decimal, not in whole steps. `limits`
    and `glossary`: what the figures cannot say, and the words.
    """

    title: str
    unit: str
    legend: str
    summary: Summary
    areas: tuple[RatedArea, ...]
    bars: Bars
    strengths: tuple[Statement, ...]
    practices: tuple[Statement, ...]
    findings: tuple[Statement, ...]
    advice: tuple[Advice, ...]
    heard: Heard
    method: tuple[Section, ...]
    also_raised: tuple[str, ...] = ()
    released: tuple[Fact, ...] = ()
    responses: tuple[str, ...] = (marked("Accepted"), marked("Partly accepted"), marked("Rejected"))
    identity: Identity = Identity("", None, "")
    answered: Mapping[str, Answered] = field(default_factory=dict)
    progressed: Mapping[str, Progressed] = field(default_factory=dict)
    views: tuple[Views, ...] = ()
    papers: tuple[Paper, ...] = ()
    dates: tuple[tuple[str, date], ...] = ()
    draft: bool = False
    groups_exact: bool = False
    by_sex: str = ""
    drawn: tuple[Fact, ...] = ()
    limits: tuple[Fact, ...] = ()
    glossary: tuple[Fact, ...] = ()
    item_legend: str = ""
    language: str = SOURCE
    opinions: bool = True
    sexes_apart: bool = True
    staff_data: bool = True
