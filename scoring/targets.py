"""Attainment of an aim, and distance to parity, on the ruler of the item (docs/method.md, rule 6)."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from questionnaires.answers import read_value
from questionnaires.definition import Item, Questionnaire
from questionnaires.references import BaselineUnit, Direction, Target
from questionnaires.values import SexCount
from scoring.aims import ParityDistance, TargetRating, Unmeasured
from scoring.assessment import ItemRating
from scoring.declared import declared_figure
from scoring.evidence import EarlierItem
from scoring.points import FEWEST_BY_SEX, share_of_fewer
from scoring.rulers import PERCENT_OF_SEX, fits, on_ruler

HALF = Fraction(50)
Start = tuple[Literal["previous", "declared"] | None, Fraction | None]


def target_of(
    questionnaire: Questionnaire, item: Item, rating: ItemRating, before: EarlierItem | None
) -> TargetRating | None:
    """An item against its aim, None if it has none.

    `before` is the item in the previous audit, if it counted there with the same meaning; else the
    declared figure of one unit is where it started from.
    """
    target = item.target
    if target is None:
        return None
    value = _today(questionnaire, item, rating, target.unit)
    kind, start = _start(questionnaire, item, target.unit, before)
    now = _measured(questionnaire, item, target, value, rating.value)
    then = _measured(questionnaire, item, target, start, before.value if before else None)
    done = None
    if now is not None and target.value is not None:
        done = attainment(target.direction, now, then, target.value)
    return TargetRating(
        level=target.level,
        direction=target.direction,
        unit=target.unit,
        by=target.by,
        aim=target.value,
        value=value,
        start=start,
        start_kind=kind,
        attainment=done,
        why=_why(questionnaire, item, target, value, start) if done is None else None,
    )


def attainment(
    direction: Direction, value: Fraction, start: Fraction | None, aim: Fraction
) -> Fraction | None:
    """How much of the way from `start` to `aim` is done: 0 to 1, and 1 as soon as the aim is reached.

    None where it is not reached and the start is not known, or was at the aim already.
    """
    if is_reached(direction, value, aim):
        return Fraction(1)
    if start is None or is_reached(direction, start, aim):
        return None
    if direction == "reach":
        done = 1 - abs(value - aim) / abs(start - aim)
    else:
        done = (value - start) / (aim - start)
    return max(Fraction(0), done)


def is_reached(direction: Direction, value: Fraction, aim: Fraction) -> bool:
    """Whether a figure is where the aim wants it: on it, or beyond it where it is to rise or fall."""
    if direction == "reach":
        return value == aim
    return value >= aim if direction == "increase" else value <= aim


def parity_of(questionnaire: Questionnaire, item: Item, rating: ItemRating) -> ParityDistance | None:
    """How far a count by sex is from parity; None for other items and for too few people (rule 1)."""
    return None if rating.value is None else _distance(questionnaire, item, rating.value)


def _distance(questionnaire: Questionnaire, item: Item, answer: str) -> ParityDistance | None:
    value = read_value(item, questionnaire.scale_of(item), answer)
    if not isinstance(value, SexCount) or value.women + value.men < FEWEST_BY_SEX:
        return None
    points = HALF - share_of_fewer(value)
    if not points:
        return ParityDistance(points, None)
    return ParityDistance(points, "women" if value.women < value.men else "men")


def _today(
    questionnaire: Questionnaire, item: Item, rating: ItemRating, unit: BaselineUnit
) -> Fraction | None:
    if rating.score is None or not rating.shown:
        return None
    return on_ruler(questionnaire, item, unit, rating.score, rating.value)


def _start(questionnaire: Questionnaire, item: Item, unit: BaselineUnit, before: EarlierItem | None) -> Start:
    if before is not None:
        figure = on_ruler(questionnaire, item, unit, before.score, before.value)
        return ("previous", figure) if figure is not None else (None, None)
    declared = declared_figure(questionnaire, item, unit)
    return ("declared", declared) if declared is not None else (None, None)


def _measured(
    questionnaire: Questionnaire, item: Item, target: Target, figure: Fraction | None, answer: str | None
) -> Fraction | None:
    """The figure as it is measured: a count that could not be more even has reached an aim of one half."""
    half = target.unit in PERCENT_OF_SEX and target.value == HALF
    if figure is None or answer is None or not half:
        return figure
    distance = _distance(questionnaire, item, answer)
    return HALF if distance is not None and distance.fewer is None else figure


def _why(
    questionnaire: Questionnaire,
    item: Item,
    target: Target,
    value: Fraction | None,
    start: Fraction | None,
) -> Unmeasured:
    if target.value is None:
        return "no_number"
    if not fits(questionnaire, item, target.unit):
        return "other_ruler"
    if value is None:
        return "not_rated"
    return "no_start" if start is None else "reached_before"
