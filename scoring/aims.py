"""How far an item has come towards an aim, and how far it is from parity (docs/method.md, rule 6)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from questionnaires.catalogue import marked
from questionnaires.references import BaselineUnit, Direction, Level

Unmeasured = Literal["no_number", "other_ruler", "not_rated", "no_start", "reached_before"]
Sex = Literal["women", "men"]

WHY: dict[Unmeasured, str] = {
    "no_number": marked("the aim has no number"),
    "other_ruler": marked("the aim is counted in another way than the item"),
    "not_rated": marked("there is no figure today"),
    "no_start": marked("there is no figure to start from"),
    "reached_before": marked("the aim was reached at the start and is missed today"),
}
"""Why there is no attainment, in English words; said by `tr`."""


@dataclass(frozen=True)
class TargetRating:
    """An item against its aim; every figure is in `unit` (percent or points).

    `level` unit: the unit's own aim; organisation: a reference only. `by`: the year of the aim, if it names
    one. `start` is the figure of the baseline that `start_kind` names. `attainment`: 0 (no nearer than at
    the start) to 1 (reached); None for the reason in `why`.
    """

    level: Level
    direction: Direction
    unit: BaselineUnit
    by: str | None
    aim: Fraction | None
    value: Fraction | None
    start: Fraction | None
    start_kind: Literal["previous", "declared"] | None
    attainment: Fraction | None
    why: Unmeasured | None


@dataclass(frozen=True)
class ParityDistance:
    """Percentage points between the share of the sex that is fewer and 50; `fewer` None where balanced."""

    points: Fraction
    fewer: Sex | None
