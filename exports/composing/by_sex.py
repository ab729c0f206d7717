"""What the figures of women and men say, in sentences made from the printed figures only."""

from __future__ import annotations

from fractions import Fraction

from exports.report import Line, RatedArea
from scoring.published_figure import NOT_SHOWN
from scoring.rounding import brief

MARKED = 10
"""Points of a printed gap from which the sentence calls it one; below, women and men see much the same."""


SMALL = "A small unit: women and men are not shown apart."


def by_sex(line: Line, *, small_unit: bool) -> str:
    """One sentence on women and men in an area; empty where staff were not asked in it."""
    if line.women is None and line.men is None:
        return ""
    if small_unit:
        return SMALL
    if not isinstance(line.gap, Fraction):
        return _not_told(line)
    if abs(line.gap) < MARKED:
        return "Women and men see it much the same."
    lower, higher = ("Women", "men") if line.gap < 0 else ("Men", "women")
    return f"{lower} rate it lower than {higher}, by {_points(line)} points."


def _points(line: Line) -> str:
    assert isinstance(line.gap, Fraction)
    guarded = any(isinstance(one, str) for one in (line.women, line.men))
    return f"about {brief(abs(line.gap))}" if guarded else brief(abs(line.gap))


def _not_told(line: Line) -> str:
    if NOT_SHOWN.text in (line.women, line.men):
        return "Not shown: it takes enough women and enough men who answered."
    return "Near the end of the scale, so the gap is not told exactly."


def sentence(areas: tuple[RatedArea, ...]) -> str:
    """What the sheet of women and men shows as a whole."""
    told = [one.line for one in areas if isinstance(one.line.gap, Fraction)]
    if not told:
        return "In no area are there enough women and enough men for figures of both to be shown."
    marked = [line for line in told if isinstance(line.gap, Fraction) and abs(line.gap) >= MARKED]
    if not marked:
        return f"In the {len(told)} areas with figures of both, women and men see it much the same."
    widest = max(marked, key=lambda line: abs(Fraction(str(line.gap))))
    lower = sum(1 for line in marked if isinstance(line.gap, Fraction) and line.gap < 0)
    where = f"{len(marked)} of {len(told)} areas with figures of both"
    return (
        f"In {where} they differ by {MARKED} points or more; women rate lower in {lower} of them. "
        f"The widest gap is in {widest.id} {widest.title}."
    )
