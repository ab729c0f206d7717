"""The numbers of the rating, as a definition fixes them (docs/method.md)."""

from __future__ import annotations

from pydantic import Field

from questionnaires.parts import Exact, Id, Part, Text


class Band(Part):
    """A word for a stretch of 0-100; `minimum` is its inclusive lower bound in points."""

    id: Id
    minimum: Exact
    label: Text
    meaning: Text


class Share(Part):
    """Areas, fronts and the overall as a share: percent of the items that count and reach `from_points`.

    `from_points` is where a band of the items begins. `bands` are the words for such a share; the bands of
    the questionnaire are those of its items.
    """

    from_points: Exact
    bands: tuple[Band, ...] = Field(min_length=2)


class DeadZone(Part):
    """Changes smaller than `points` count as unchanged where the smaller audit has at least `people`."""

    people: int = Field(ge=0)
    points: Exact


class GapFlag(Part):
    """A gap between women and men is flagged from `points` if the smaller group has at least `people`."""

    people: int = Field(ge=5)
    points: Exact


class Rules(Part):
    """The numbers of the rating. People's minimum groups have floors that no definition can lower.

    Percentages are 0-100; points are points of the 0-100 ruler; people are head counts.
    """

    minimum_group: int = Field(ge=5)
    minimum_group_sensitive: int = Field(ge=10)
    small_unit_staff: int = Field(ge=20)
    no_survey_staff: int = Field(ge=8)
    response_percent: Exact
    response_percent_small: Exact
    workshop_percent: Exact
    partner_organisations: int = Field(ge=5)
    full_evidence_denominator: int = Field(ge=1)
    area_coverage_percent: Exact
    area_items: int = Field(ge=1)
    area_evidence: Exact
    front_percent: Exact
    overall_percent: Exact
    overall_areas: int = Field(ge=1)
    not_applicable_notice: Exact
    dead_zones: tuple[DeadZone, ...] = Field(min_length=1)
    dead_zone_objective: Exact
    gap_flags: tuple[GapFlag, ...] = Field(min_length=1)
    pair_bands_apart: int = Field(ge=1)
    trigger_objective: Exact
    trigger_objective_evidence: Exact
    trigger_perception_many: Exact
    trigger_perception_few: Exact
    trigger_many_people: int = Field(ge=1)
    trigger_few_people: int = Field(ge=1)
    trigger_area: Exact
    trigger_high: Exact
    trigger_high_minimum: int = Field(ge=1)
    declined_below: Exact
    proposals_an_area: int = Field(ge=1)
    proposals_small: int = Field(ge=1)
    proposals: int = Field(ge=1)
    draw_all_up_to: int = Field(ge=1)
