"""The questionnaire as a value: what is asked, of whom, on which scale, and by which rules it is rated.

Every class is frozen and refuses unknown keys, so a typing slip in a definition file is never a
silently missing item. Texts are in the language of the definition.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from questionnaires.field_texts import Consent, FieldTexts, Quiz, Word
from questionnaires.history import Comparability, Correction, Shares
from questionnaires.parts import Exact, Id, Part, Text, Version
from questionnaires.references import Baseline, Figure, Target
from questionnaires.rules import Band, Rules, Share

Instrument = Literal["interview", "survey", "document_review", "staff_data", "workshop"]
Role = Literal["staff", "director", "focal_point", "hr_officer", "facilitator", "group", "partner"]
Evidence = Literal["objective", "perception", "information"]
Sensitivity = Literal["none", "person", "high"]
Voice = Literal["staff", "management", "partner", "facilitator"]
ScaleKind = Literal["choice", "ratio", "sexcount", "sexrate", "count", "votes"]
MissingCode = Literal["dk", "na", "pnts", "ng", "nf"]
Reason = Literal["N1", "N2", "N3", "N4", "N5"]
UnitType = Literal["field_office", "hq_unit", "constituent", "un_agency", "project"]
Region = Literal["africa", "americas", "arab_states", "asia_pacific", "europe_central_asia"]
Constituent = Literal["government", "employers", "workers"]


class Option(Part):
    """One choice of a scale; `points` on 0-100, None where the option carries no points."""

    id: Id
    label: Text
    points: Exact | None = None


class Scale(Part):
    """How an item is answered; `codes` are the missing codes that the scale itself takes."""

    id: Id
    kind: ScaleKind
    title: Text
    options: tuple[Option, ...] = ()
    codes: tuple[MissingCode, ...] = ()

    def option(self, option_id: str) -> Option | None:
        return next((option for option in self.options if option.id == option_id), None)


class Preset(Part):
    """A case in which an item may be marked `na` for the whole audit; off until the team switches it on.

    `unit_types`, `constituents` and `under_staff` (number of people) say where it is proposed; `when`
    says in words what must be true.
    """

    reason: Reason
    when: Text
    unit_types: tuple[UnitType, ...] = ()
    constituents: tuple[Constituent, ...] = ()
    under_staff: int | None = Field(default=None, ge=1)


class Condition(Part):
    """Ask an item only if an earlier item of the same form was answered with one of `one_of`."""

    item: Id
    one_of: tuple[Id, ...] = Field(min_length=1)


class Item(Part):
    """One thing asked or looked at.

    `weight` 0 and evidence `information` are never scored. `minimum_staff`: not asked in a smaller unit
    (then `na` N3). `minimum_total`: a count by sex below it is not stored. `halves`: a ratio that takes
    half points. `criteria`: option id -> what must be true. `counts_when`: what counts in a ratio.
    """

    id: Id
    since: Version
    comparable_since: Version
    text: Text
    instruments: tuple[Instrument, ...] = Field(min_length=1)
    scale: Id
    evidence: Evidence
    respondents: tuple[Role, ...] = Field(min_length=1)
    voice: Voice
    gap: Text
    recommendation: Id
    responsible: tuple[Id, ...] = Field(min_length=1)
    reverse: bool = False
    weight: Exact = Fraction(1)
    sensitivity: Sensitivity = "none"
    halves: bool = False
    minimum_staff: int | None = Field(default=None, ge=1)
    minimum_total: int | None = Field(default=None, ge=1)
    pair: Id | None = None
    asked_if: Condition | None = None
    criteria: dict[Id, Text] = Field(default_factory=dict)
    counts_when: Text | None = None
    na_preset: tuple[Preset, ...] = ()
    baseline: Baseline | None = None
    target: Target | None = None
    sources: tuple[Text, ...] = ()

    @property
    def scored(self) -> bool:
        """Whether the item can enter a rating at all."""
        return self.evidence != "information" and self.weight > 0


class Area(Part):
    """What is rated: a set of items. `probes`: role -> questions of the interview guide."""

    id: Id
    title: Text
    front: Id
    items: tuple[Item, ...] = Field(min_length=1)
    weight: Exact = Fraction(1)
    ilo_areas: tuple[Id, ...] = ()
    probes: dict[Role, tuple[Text, ...]] = Field(default_factory=dict)
    sources: tuple[Text, ...] = ()


class Front(Part):
    """One of the groups that areas are read in."""

    id: Id
    title: Text


class Prompt(Part):
    """An open question; with `each_area` it is asked once an area, as `AREA-prompt` (e.g. `ST1-practice`).

    `released`: a group of a workshop decides to publish what is said here. `of`: women or men only, None =
    all in the room. `minimum_people`: nothing is asked of a smaller group, and nothing from one published.
    """

    id: Id
    text: Text
    instruments: tuple[Instrument, ...] = Field(min_length=1)
    each_area: bool = False
    respondents: tuple[Role, ...] = ()
    released: bool = False
    of: Literal["woman", "man"] | None = None
    minimum_people: int | None = Field(default=None, ge=4)


class ProfileQuestion(Part):
    """A question about the respondent; never asked below `minimum_staff` people.

    `minimum_cell`: asked only if every declared cell of the staff table (sex by category) holds so many.
    """

    id: Literal["gender", "category", "supervises"]
    text: Text
    options: tuple[Option, ...] = Field(min_length=2)
    minimum_staff: int = Field(ge=20)
    minimum_cell: int | None = Field(default=None, ge=10)


class Recommendation(Part):
    """A text that a low score raises. `offer`: also offered `always`, or where `documents_not_given`."""

    id: Id
    area: Id
    text: Text
    due_days: int = Field(ge=1, le=1000)
    lead: tuple[Id, ...] = Field(min_length=1)
    offer: Literal["triggered", "always", "documents_not_given"] = "triggered"


class ResponsibleParty(Part):
    """Who can answer for a recommendation; `elsewhere` names the same post outside the ILO."""

    id: Id
    label: Text
    elsewhere: Text | None = None


class ReasonText(Part):
    """Why an item does not apply."""

    id: Reason
    text: Text


class Questionnaire(Part):
    """A whole definition with a version. Items and options have ids that are never reused.

    `supersedes`: the version this one was made from; `corrections` and `comparability` say what changed.
    """

    id: Id
    version: Version
    supersedes: Version | None = None
    shares: Shares | None = None
    corrections: tuple[Correction, ...] = ()
    comparability: tuple[Comparability, ...] = ()
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    method: Id
    title: Text
    summary: Text
    source: Text
    rules: Rules
    bands: tuple[Band, ...] = Field(min_length=2)
    share: Share | None = None
    fronts: tuple[Front, ...] = Field(min_length=1)
    scales: tuple[Scale, ...] = Field(min_length=1)
    reasons: tuple[ReasonText, ...]
    responsible: tuple[ResponsibleParty, ...]
    profile: tuple[ProfileQuestion, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    words: tuple[Word, ...] = ()
    areas: tuple[Area, ...] = Field(min_length=1)
    recommendations: tuple[Recommendation, ...]
    figures: tuple[Figure, ...] = ()
    consent: Consent
    field_texts: FieldTexts = FieldTexts()
    quiz: Quiz | None = None

    @property
    def reference(self) -> str:
        """How it is named, for example "pga@1.0.0"."""
        return f"{self.id}@{self.version}"

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by id, in the order of the areas."""
        return {item.id: item for area in self.areas for item in area.items}

    @cached_property
    def area_of(self) -> dict[str, Area]:
        """The area of each item id."""
        return {item.id: area for area in self.areas for item in area.items}

    @property
    def figure_bands(self) -> tuple[Band, ...]:
        """The bands of areas, fronts and the overall; `bands` are those of the items."""
        return self.bands if self.share is None else self.share.bands

    @property
    def every_band(self) -> tuple[Band, ...]:
        """The bands of items and of figures, each once."""
        return self.bands if self.share is None else (*self.bands, *self.share.bands)

    @cached_property
    def scale(self) -> dict[str, Scale]:
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def recommendation(self) -> dict[str, Recommendation]:
        return {text.id: text for text in self.recommendations}

    def origin(self, item_id: str) -> str:
        """The id of the questionnaire that an item has its meaning from: this one, or one it shares with."""
        if self.shares is None or item_id in self.shares.own_items:
            return self.id
        return self.shares.questionnaire

    def scale_of(self, item: Item) -> Scale:
        return self.scale[item.scale]

    def area(self, area_id: str) -> Area | None:
        return next((area for area in self.areas if area.id == area_id), None)

    def area_named(self, typed: str) -> Area | None:
        """The area of an id in any case of letters."""
        return next((area for area in self.areas if area.id.casefold() == typed.strip().casefold()), None)

    @cached_property
    def open_prompts(self) -> dict[str, Prompt]:
        """Every open question by the id it is answered under; `each_area` ones as `AREA-prompt`."""
        found: dict[str, Prompt] = {}
        for prompt in self.prompts:
            if prompt.each_area:
                found |= {f"{area.id}-{prompt.id}": prompt for area in self.areas}
            else:
                found[prompt.id] = prompt
        return found
