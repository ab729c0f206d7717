"""How sure a gap between women and men is, for the facilitation team only (docs/method.md, rule 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from questionnaires.catalogue import marked
from questionnaires.routing import Setting
from scoring.assessment import AreaRating, Why
from scoring.evidence import Evidence, Group, Spread
from scoring.quantiles import square_root, t_quantile

UPPER = Fraction(975, 1000)
"""An interval of 95 % leaves 2.5 % of chance on either side."""

Verdict = Literal["clear", "small", "chance"]
"""`clear`: more than chance, and as large as the limit of rule 5; `small`: more than chance, but below that
limit; `chance`: could be chance."""

WIDEST = Fraction(100)
"""No gap of two figures of 0-100 can be wider."""
NOT_BOTH_SHOWN = Why("not_both_shown", marked("women's and men's figures are not both shown"))
TOO_FEW = Why("too_few_answers", marked("too few women or men answered to say how sure the gap is"))


@dataclass(frozen=True)
class Side:
    """The women or the men behind a gap.

    `people` of them answered, of `staff` in the unit (None: not given). `variance` is that of their mean
    (points squared): 0 where all of them answered, or where the answers of all were worth the same.
    """

    people: int
    staff: int | None
    variance: Fraction

    @property
    def everybody(self) -> bool:
        return self.staff is not None and self.people >= self.staff


@dataclass(frozen=True)
class Certainty:
    """The gap (women's minus men's figure, in points) and the two ends of its 95 % interval.

    `freedom` counts the degrees of freedom, None where nothing varies and the interval is the gap itself.
    """

    gap: Fraction
    low: Fraction
    high: Fraction
    freedom: Fraction | None
    verdict: Verdict
    women: Side
    men: Side


def certainty(evidence: Evidence, area: AreaRating) -> Certainty | Why:
    """How sure an area's gap is, by the t-test of Welch for a unit of known size; or why not."""
    if area.gap is None:
        return NOT_BOTH_SHOWN
    spreads = {spread.group: spread for spread in evidence.spreads if spread.area == area.id}
    women, men = _side(spreads, "woman", evidence.setting), _side(spreads, "man", evidence.setting)
    if women is None or men is None:
        return TOO_FEW
    freedom = _freedom(women, men)
    reach = _reach(women, men, freedom)
    low, high = max(area.gap - reach, -WIDEST), min(area.gap + reach, WIDEST)
    return Certainty(area.gap, low, high, freedom, _verdict(area, area.gap, reach), women, men)


def staff_by_sex(setting: Setting) -> tuple[int, int] | None:
    """Women and men who work in the unit; None if nobody said."""
    pairs = setting.staff.values()
    return (sum(women for women, _ in pairs), sum(men for _, men in pairs)) if pairs else None


def _side(spreads: Mapping[Group, Spread], group: Literal["woman", "man"], setting: Setting) -> Side | None:
    spread = spreads.get(group)
    if spread is None or spread.compared < 2:
        return None
    numbers, n = staff_by_sex(setting), spread.compared
    staff = None if numbers is None else numbers[0 if group == "woman" else 1]
    squared = (spread.squares - spread.total**2 / n) / (n - 1)
    return Side(n, staff, _unheard(n, staff) * squared / n)


def _unheard(people: int, staff: int | None) -> Fraction:
    """The share of those who work here and did not answer: only they can still move the figure."""
    if staff is None:
        return Fraction(1)
    return Fraction(0) if people >= staff else 1 - Fraction(people, staff)


def _freedom(women: Side, men: Side) -> Fraction | None:
    """The degrees of freedom after Welch and Satterthwaite; None where nothing varies."""
    both = women.variance + men.variance
    if both == 0:
        return None
    return both**2 / sum(side.variance**2 / (side.people - 1) for side in (women, men))


def _reach(women: Side, men: Side, freedom: Fraction | None) -> Fraction:
    """How far the interval goes to either side of the gap."""
    if freedom is None:
        return Fraction(0)
    return t_quantile(UPPER, freedom) * square_root(women.variance + men.variance)


def _verdict(area: AreaRating, gap: Fraction, reach: Fraction) -> Verdict:
    if abs(gap) <= reach:
        return "chance"
    return "clear" if area.gap_flagged else "small"
