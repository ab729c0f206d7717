"""The ruler on which a figure is declared: percent of women, percent, points (docs/method.md, rule 6)."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.answers import read_value
from questionnaires.definition import Item, Questionnaire, ScaleKind
from questionnaires.references import BaselineUnit
from questionnaires.values import Ratio, SexCount

PERCENT_OF_SEX: tuple[BaselineUnit, ...] = ("percent_women", "percent_men")
KINDS: dict[BaselineUnit, ScaleKind] = {
    "percent_women": "sexcount",
    "percent_men": "sexcount",
    "percent": "ratio",
}
"""Which answers can be put on a ruler other than points; a count and an extent are on none."""


def fits(questionnaire: Questionnaire, item: Item, unit: BaselineUnit) -> bool:
    """Whether figures in this unit and answers to this item can be compared."""
    return unit == "score" or KINDS.get(unit) == questionnaire.scale_of(item).kind


def on_ruler(
    questionnaire: Questionnaire, item: Item, unit: BaselineUnit, score: Fraction, answer: str | None
) -> Fraction | None:
    """A counted item's figure in `unit`; None if it has none there.

    `score` is on 0-100, `answer` the canonical text behind it where one answer is.
    """
    if unit == "score":
        return score
    value = read_value(item, questionnaire.scale_of(item), answer) if answer is not None else None
    if isinstance(value, SexCount) and unit in PERCENT_OF_SEX:
        part = value.women if unit == "percent_women" else value.men
        return Fraction(100 * part, value.women + value.men)
    if isinstance(value, Ratio) and unit == "percent":
        return value.part / value.whole * 100
    return None
