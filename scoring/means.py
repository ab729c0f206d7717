"""The one weighted mean behind items, areas, fronts and baselines (docs/method.md, rules 2 and 6)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

Weighed = tuple[Fraction, Fraction]
"""A weight and the figure it belongs to."""


def weighted_mean(pairs: Iterable[Weighed]) -> Fraction | None:
    """The mean of figures, given as (weight, figure); None if they weigh nothing."""
    total = weight_of_all = Fraction(0)
    for weight, figure in pairs:
        total += weight * figure
        weight_of_all += weight
    return total / weight_of_all if weight_of_all else None


def difference(now: Iterable[Weighed], then: Iterable[Weighed]) -> Fraction | None:
    """The weighted mean now minus the one then; None if either side weighs nothing."""
    mean_now, mean_then = weighted_mean(now), weighted_mean(then)
    return None if mean_now is None or mean_then is None else mean_now - mean_then
