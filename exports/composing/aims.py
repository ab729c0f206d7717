"""What became of an aim, and the distance to parity, in words (docs/method.md, rule 6)."""

from __future__ import annotations

from fractions import Fraction

from exports.composing.reference import UNITS
from questionnaires.definition import Item
from questionnaires.references import BaselineUnit
from scoring.aims import WHY, ParityDistance, TargetRating
from scoring.assessment import ItemRating
from scoring.rounding import TENTH, brief, down, rounded

WHOLE = Fraction(1)
PERCENT = 100
STARTS = {"previous": "in the previous audit", "declared": "declared as the baseline"}


def aim_named(target: TargetRating, year: int) -> str:
    """Whose aim it is and what it says; `year` is that of the audit.

    An aim whose date is past is an "aim of 2010"; one of the whole organisation is a reference only.
    """
    past = target.by is not None and target.by.isdigit() and int(target.by) < year
    by = f"aim of {target.by}" if past else f"aim for {target.by}" if target.by else "aim"
    whose = "of the unit" if target.level == "unit" else "of the whole organisation, a reference only"
    amount = "without a number" if target.aim is None else _amount(target.aim, target.unit, TENTH)
    return f"{by} {whose}: {amount}"


def progress(target: TargetRating, step: Fraction = TENTH) -> str:
    """How much of the way is done, or why that cannot be said; figures in multiples of `step`.

    Empty for an aim without a number: there is no way to it.
    """
    if target.why == "no_number":
        return ""
    if target.value is None:
        return WHY[target.why or "not_rated"]
    today = f"today {_amount(target.value, target.unit, step)}"
    if target.attainment == 1:
        return f"{today}: reached"
    if target.attainment is None or target.start is None:
        return f"{today}; {WHY[target.why]}" if target.why else today
    start = f"{_amount(target.start, target.unit, step)} {STARTS[target.start_kind or 'declared']}"
    # Rounded down: only an aim that is reached reads 100 %.
    return f"{today}, {start}: {down(target.attainment * PERCENT, WHOLE)} % of the way"


def published_progress(item: Item, rating: ItemRating) -> str:
    """The same for a report: of what was looked up only, in whole percent; empty where there is none.

    What people said is compared by area only.
    """
    looked_up = rating.shown and rating.value is not None and item.evidence == "objective"
    target = rating.target
    if target is None or not looked_up or target.value is None or target.why == "no_number":
        return ""
    return progress(target, WHOLE if target.unit != "score" else TENTH)


def parity_words(distance: ParityDistance, step: Fraction = WHOLE) -> str:
    """The distance to parity in words; no head counts."""
    if distance.fewer is None:
        return "parity: no count of so many people could be more even"
    points = brief(rounded(distance.points, step))
    return f"{points} percentage points from parity: {distance.fewer} are fewer"


def _amount(figure: Fraction, unit: BaselineUnit, step: Fraction) -> str:
    return f"{brief(rounded(figure, step))} {UNITS[unit]}".strip()
