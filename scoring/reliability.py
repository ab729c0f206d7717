"""How far the answers to an area's items go together, for the facilitation team only.

Cronbach's alpha, with the interval of Feldt (docs/method.md, rule 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from questionnaires.catalogue import marked, tr_many
from scoring.assessment import Why, because
from scoring.evidence import Evidence, ScaleSums
from scoring.quantiles import f_quantile
from scoring.rounding import two_decimals

FEWEST_FORMS = 30
"""Complete forms below which alpha says more about chance than about the items."""
FEWEST_ITEMS = 2
LOWER, UPPER = Fraction(25, 1000), Fraction(975, 1000)

NO_SCALE = Why("no_scale", marked("no form rated all of two items or more that count by the survey"))
NO_VARIATION = Why("no_variation", marked("all forms have the same sum, so there is nothing to tell apart"))


@dataclass(frozen=True)
class Reliability:
    """Cronbach's alpha of an area's survey items, exact, and the two ends of its 95 % interval.

    1: all items say the same; about 0: they have nothing in common; below 0: they contradict each other.
    `forms` rated every one of the `items`.
    """

    alpha: Fraction
    low: Fraction
    high: Fraction
    forms: int
    items: tuple[str, ...]


def reliability(evidence: Evidence, area_id: str) -> Reliability | Why:
    """The reliability of an area's scale, or why it is not told."""
    sums = next((scale for scale in evidence.scales if scale.area == area_id), None)
    if sums is None or len(sums.items) < FEWEST_ITEMS:
        return NO_SCALE
    if sums.forms < FEWEST_FORMS:
        return _too_few_forms(sums.forms)
    alpha = cronbach(sums)
    if alpha is None:
        return NO_VARIATION
    low, high = _interval(alpha, sums.forms, len(sums.items))
    return Reliability(alpha, low, high, sums.forms, sums.items)


def _too_few_forms(forms: int) -> Why:
    return because(
        "too_few_forms",
        lambda: tr_many(
            "{number} forms rated all its items ({needed} needed)",
            "{number} forms rated all its items ({needed} needed)",
            forms,
            needed=FEWEST_FORMS,
        ),
    )


def in_words(found: Reliability) -> str:
    """A sentence for the team: Cronbach's alpha 0.82, with 41 forms that rated all 6 items between ..."""
    return tr_many(
        "Cronbach's alpha {alpha}, with {number} forms that rated all {items} items between {low} and {high} "
        "(1: the items say the same; about 0: read each by itself).",
        "Cronbach's alpha {alpha}, with {number} forms that rated all {items} items between {low} and {high} "
        "(1: the items say the same; about 0: read each by itself).",
        found.forms,
        alpha=two_decimals(found.alpha),
        items=len(found.items),
        low=two_decimals(found.low),
        high=two_decimals(found.high),
    )


def cronbach(sums: ScaleSums) -> Fraction | None:
    """Cronbach's alpha of two items or more, whatever the number of forms; None if no form differs."""
    items = len(sums.items)
    of_sums = _spread(sums.total_squares, sum(sums.sums, Fraction(0)), sums.forms)
    if of_sums == 0:
        return None
    each = (
        _spread(squares, total, sums.forms) for squares, total in zip(sums.squares, sums.sums, strict=True)
    )
    return Fraction(items, items - 1) * (1 - sum(each) / of_sums)


def _spread(squares: Fraction, total: Fraction, forms: int) -> Fraction:
    """The sum of squared distances to the mean: a variance but for a divisor that is the same everywhere."""
    return squares - total**2 / forms


def _interval(alpha: Fraction, forms: int, items: int) -> tuple[Fraction, Fraction]:
    """The interval of Feldt (1965): 1 - (1 - alpha) F."""
    above, below = Fraction(forms - 1), Fraction((forms - 1) * (items - 1))
    low, high = (1 - (1 - alpha) * f_quantile(share, above, below) for share in (UPPER, LOWER))
    return low, high
