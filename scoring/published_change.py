"""A change since the baseline as it is published: it tells no more than the two figures beside it.

Docs: docs/method.md, rules 6 and 8. Points of 0-100.
"""

from __future__ import annotations

from fractions import Fraction

from scoring.assessment import AreaRating, Status
from scoring.change import compared, status_of
from scoring.disclosure import published_score, step_of
from scoring.published_figure import NOT_SHOWN, STEP, PublishedFigure
from scoring.rounding import one_decimal, rounded, written

FEW_ITEMS = 4
"""Items compared below which a change could tell one of them."""


def published_baseline(area: AreaRating) -> PublishedFigure | None:
    """The baseline's own figure: as its report printed it, else rounded as the area's rating is.

    None where the area has no baseline, or that had no figure.
    """
    baseline = area.baseline
    if baseline is None or baseline.score is None:
        return None
    if baseline.printed is not None:
        return PublishedFigure(
            baseline.printed.value, written(baseline.printed.text), baseline.printed.at_end
        )
    if baseline.kind == "previous" and area.people:
        return NOT_SHOWN  # how its own report printed it is not known, and it may have been guarded
    step = step_of_change(area)
    value = rounded(baseline.score, step)
    return PublishedFigure(value, str(value) if step == STEP else one_decimal(value))


def published_change(area: AreaRating) -> PublishedFigure | None:
    """The change in points; None where nothing is compared.

    Not shown where it rests on so few items that it would tell one of them, or where one of the two figures
    is printed as ">= ...". Where either is printed in steps it is the difference of what is printed; that is
    a change only if both rest on the same items, so it is not shown either if they do not.
    """
    baseline = area.baseline
    if baseline is None or baseline.change is None:
        return None
    now, then = published_score(area), published_baseline(area)
    guarded = now.at_end or (then is not None and (then.at_end or then.value is None))
    if guarded or (area.people and compared(baseline.comparable)[0] < FEW_ITEMS):
        return NOT_SHOWN
    if of_other_items(area):
        return NOT_SHOWN
    if step_of_change(area) == STEP and now.value is not None and then is not None and then.value is not None:
        return PublishedFigure(now.value - then.value, one_decimal(now.value - then.value))
    return PublishedFigure(rounded(baseline.change), one_decimal(baseline.change))


def of_other_items(area: AreaRating) -> bool:
    """Whether one of the two figures stands in steps, and they do not rest on the same items."""
    baseline = area.baseline
    if baseline is None or baseline.change is None:
        return False
    return not baseline.whole and step_of_change(area) == STEP


def published_status(area: AreaRating) -> Status | None:
    """The word for the change as it is published; None where the change is not shown, or there is none."""
    baseline, change = area.baseline, published_change(area)
    if baseline is None:
        return None
    if change is None:
        return baseline.status
    return None if change.value is None else status_of(change.value, baseline.zone)


def step_of_change(area: AreaRating) -> Fraction:
    """The points to whose multiples a change is printed: the coarser of the two audits' steps."""
    coarse = area.baseline is not None and area.baseline.coarse
    return STEP if coarse else step_of(area)
