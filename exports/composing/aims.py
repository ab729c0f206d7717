"""What became of an aim, and the distance to parity, in words (docs/method.md, rule 6)."""

from __future__ import annotations

from fractions import Fraction

from exports.composing.reference import amount
from exports.composing.words import count_for
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Item
from questionnaires.references import BaselineUnit
from scoring.aims import WHY, ParityDistance, TargetRating
from scoring.assessment import ItemRating
from scoring.rounding import TENTH, brief, down, rounded

WHOLE = Fraction(1)
PERCENT = 100


def aim_named(target: TargetRating, year: int) -> str:
    """Whose aim it is and what it says; `year` is that of the audit.

    An aim whose date is past is an "aim of 2010"; one of the whole organisation is a reference only.
    """
    past = target.by is not None and target.by.isdigit() and int(target.by) < year
    figure = tr("without a number") if target.aim is None else _amount(target.aim, target.unit, TENTH)
    if target.level == "unit":
        if past:
            return tr("aim of {year} of the unit: {figure}", year=target.by, figure=figure)
        if target.by:
            return tr("aim for {year} of the unit: {figure}", year=target.by, figure=figure)
        return tr("aim of the unit: {figure}", figure=figure)
    return _aim_of_all(target.by, figure, past=past)


def _aim_of_all(by: str | None, figure: str, *, past: bool) -> str:
    if past:
        return tr(
            "aim of {year} of the whole organisation, a reference only: {figure}", year=by, figure=figure
        )
    if by:
        return tr(
            "aim for {year} of the whole organisation, a reference only: {figure}", year=by, figure=figure
        )
    return tr("aim of the whole organisation, a reference only: {figure}", figure=figure)


def progress(target: TargetRating, step: Fraction = TENTH) -> str:
    """How much of the way is done, or why that cannot be said; figures in multiples of `step`.

    Empty for an aim without a number: there is no way to it.
    """
    if target.why == "no_number":
        return ""
    if target.value is None:
        return tr(WHY[target.why or "not_rated"])
    today = _amount(target.value, target.unit, step)
    if target.attainment == 1:
        return tr("today {figure}: reached", figure=today)
    if target.attainment is None or target.start is None:
        if target.why is None:
            return tr("today {figure}", figure=today)
        return tr("today {figure}; {reason}", figure=today, reason=tr(WHY[target.why]))
    start = _amount(target.start, target.unit, step)
    # Rounded down: only an aim that is reached reads 100 %.
    percent = down(target.attainment * PERCENT, WHOLE)
    if target.start_kind == "previous":
        return tr(
            "today {today}, {start} in the previous audit: {percent} % of the way",
            today=today,
            start=start,
            percent=percent,
        )
    return tr(
        "today {today}, {start} declared as the baseline: {percent} % of the way",
        today=today,
        start=start,
        percent=percent,
    )


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
        return tr("parity: no count of so many people could be more even")
    points = rounded(distance.points, step)
    if distance.fewer == "women":
        return tr_many(
            "{points} percentage points from parity: women are fewer",
            "{points} percentage points from parity: women are fewer",
            count_for(points),
            points=brief(points),
        )
    return tr_many(
        "{points} percentage points from parity: men are fewer",
        "{points} percentage points from parity: men are fewer",
        count_for(points),
        points=brief(points),
    )


def _amount(figure: Fraction, unit: BaselineUnit, step: Fraction) -> str:
    return amount(brief(rounded(figure, step)), unit)
