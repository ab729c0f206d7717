"""What a band hangs on: one item alone, or how documents and people are weighed (docs/method.md, rule 4).

A band that another fair choice would change is told as such. Coverage is not asked again: the question is
what the same evidence says with one item fewer, not whether it would be enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.definition import Questionnaire
from scoring.areas import mean, of_staff_perception
from scoring.assessment import AreaRating, ItemRating
from scoring.bands import band_of

POOLED = "pooled"
"""Stands for all items of people in a small unit: one figure, so they are left out together."""


@dataclass(frozen=True)
class Without:
    """An area's figure (0-100) and band without one item; None where nothing is left. `id` may be POOLED."""

    id: str
    score: Fraction | None
    band: str | None


@dataclass(frozen=True)
class Sensitivity:
    """How a rated area's band fares under other fair choices.

    `items`: leaving out each counted item. `equal_weights`: the mean of the two means of objective and
    perception items (0-100), None where one of them is missing. `in_neither`: the counted items that are in
    neither of them, of partners and of the head on record.
    """

    area: str
    band: str
    items: tuple[Without, ...]
    equal_score: Fraction | None
    equal_weights: str | None
    in_neither: tuple[str, ...]

    @property
    def hangs_on(self) -> tuple[Without, ...]:
        """The items without which the band is another."""
        return tuple(without for without in self.items if without.band != self.band)

    @property
    def weighting_matters(self) -> bool:
        """Whether documents and people, weighed equally, give another band."""
        return self.equal_weights is not None and self.equal_weights != self.band

    @property
    def stable(self) -> bool:
        """Whether the band is the same however it is looked at."""
        return not self.hangs_on and not self.weighting_matters


def sensitivity(questionnaire: Questionnaire, area: AreaRating) -> Sensitivity | None:
    """How the band of an area fares, on its exact figures; None if it is not rated, and for a share.

    A share counts few items as all or nothing: its band hangs on each of them.
    """
    if area.band is None or questionnaire.share is not None:
        return None
    counted = [item for item in area.items if item.state == "counted"]
    return sensitivity_of(questionnaire, area.id, area.band, counted)


def sensitivity_of(
    questionnaire: Questionnaire, area: str, band: str, counted: Sequence[ItemRating]
) -> Sensitivity:
    """How a band fares that was made from these counted items."""
    names = dict.fromkeys(_name(item) for item in counted)
    objective = [item for item in counted if questionnaire.items[item.id].evidence == "objective"]
    perception = [item for item in counted if of_staff_perception(questionnaire, item)]
    equal = _equal(mean(questionnaire, objective), mean(questionnaire, perception))
    return Sensitivity(
        area=area,
        band=band,
        items=tuple(_without(questionnaire, name, counted) for name in names),
        equal_score=equal,
        equal_weights=None if equal is None else band_of(questionnaire, equal),
        in_neither=tuple(item.id for item in counted if item not in (*objective, *perception)),
    )


def _equal(objective: Fraction | None, perception: Fraction | None) -> Fraction | None:
    return None if objective is None or perception is None else (objective + perception) / 2


def _name(item: ItemRating) -> str:
    return POOLED if item.source == "pooled" else item.id


def _without(questionnaire: Questionnaire, name: str, counted: Iterable[ItemRating]) -> Without:
    rest = mean(questionnaire, (item for item in counted if _name(item) != name))
    return Without(name, rest, None if rest is None else band_of(questionnaire, rest))
