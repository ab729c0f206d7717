"""What the figures of women and men say, in sentences made from the printed figures only."""

from __future__ import annotations

from fractions import Fraction

from exports.composing.words import count_for, not_shown
from exports.report import Line, RatedArea
from questionnaires.catalogue import marked, tr, tr_many
from scoring.rounding import brief

WIDE = 10
"""Points of a printed gap from which the sentence calls it one; below, women and men see much the same."""


SMALL = marked("A small unit: women and men are not shown apart.")


def by_sex(line: Line, *, small_unit: bool) -> str:
    """One sentence on women and men in an area; empty where staff were not asked in it."""
    if line.women is None and line.men is None:
        return ""
    if small_unit:
        return tr(SMALL)
    if not isinstance(line.gap, Fraction):
        return _not_told(line)
    if abs(line.gap) < WIDE:
        return tr("Women and men see it much the same.")
    points, number = brief(abs(line.gap)), count_for(line.gap)
    if any(isinstance(one, str) for one in (line.women, line.men)):
        return _about(points, number, women_lower=line.gap < 0)
    if line.gap < 0:
        return tr_many(
            "Women rate it lower than men, by {points} points.",
            "Women rate it lower than men, by {points} points.",
            number,
            points=points,
        )
    return tr_many(
        "Men rate it lower than women, by {points} points.",
        "Men rate it lower than women, by {points} points.",
        number,
        points=points,
    )


def _about(points: str, number: int, *, women_lower: bool) -> str:
    """The same where one of the two figures is printed as ">= ..."."""
    if women_lower:
        return tr_many(
            "Women rate it lower than men, by about {points} points.",
            "Women rate it lower than men, by about {points} points.",
            number,
            points=points,
        )
    return tr_many(
        "Men rate it lower than women, by about {points} points.",
        "Men rate it lower than women, by about {points} points.",
        number,
        points=points,
    )


def _not_told(line: Line) -> str:
    if not_shown() in (line.women, line.men):
        return tr("Not shown: it takes enough women and enough men who answered.")
    return tr("Near the end of the scale, so the gap is not told exactly.")


def sentence(areas: tuple[RatedArea, ...]) -> str:
    """What the sheet of women and men shows as a whole."""
    told = [one.line for one in areas if isinstance(one.line.gap, Fraction)]
    if not told:
        return tr("In no area are there enough women and enough men for figures of both to be shown.")
    wide = [line for line in told if isinstance(line.gap, Fraction) and abs(line.gap) >= WIDE]
    if not wide:
        return tr_many(
            "In the {number} areas with figures of both, women and men see it much the same.",
            "In the {number} areas with figures of both, women and men see it much the same.",
            len(told),
        )
    widest = max(wide, key=lambda line: abs(Fraction(str(line.gap))))
    differ = tr_many(
        "In {wide} of {number} areas with figures of both they differ by {points} points or more; women rate "
        "lower in {lower} of them.",
        "In {wide} of {number} areas with figures of both they differ by {points} points or more; women rate "
        "lower in {lower} of them.",
        len(told),
        wide=len(wide),
        points=WIDE,
        lower=sum(1 for line in wide if isinstance(line.gap, Fraction) and line.gap < 0),
    )
    where = tr("The widest gap is in {area}.", area=f"{widest.id} {widest.title}")
    return f"{differ} {where}"
