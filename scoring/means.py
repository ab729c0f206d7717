"""The one weighted mean behind items, areas, fronts and baselines (docs/method.md, rules 2 and 6)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction


def weighted_mean(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction | None:
    """The mean of figures, given as (weight, figure); None if they weigh nothing."""
    total = weight_of_all = Fraction(0)
    for weight, figure in pairs:
        total += weight * figure
        weight_of_all += weight
    return total / weight_of_all if weight_of_all else None
