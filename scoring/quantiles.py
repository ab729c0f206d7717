"""The t and F distributions: how far chance alone reaches in so many cases out of a hundred."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import Any

DECIMALS = 12
"""Decimals of a root; about ten digits of a quantile are right, and what is printed from it needs three."""
NOTHING_MORE = 1e-17
"""A term that is this share of a sum adds nothing to it."""


def t_quantile(share: Fraction, freedom: Fraction) -> Fraction:
    """The t that `share` (above 0.5, below 1) of Student's distribution lies below.

    `freedom` counts the degrees of freedom, at least 1; they need not be whole.
    """
    # The square of a t is an F with one degree of freedom above.
    return square_root(f_quantile(2 * share - 1, Fraction(1), freedom))


def f_quantile(share: Fraction, above: Fraction, below: Fraction) -> Fraction:
    """The F that `share` (above 0, below 1) of Fisher's distribution lies below.

    `above` and `below` count the degrees of freedom of its two parts, at least 1; they need not be whole.
    """
    # Imported here because only the team's working view needs it: no other command waits for it.
    import mpmath

    with mpmath.workdps(2 * DECIMALS):
        a, b = (mpmath.mpf(part.numerator) / part.denominator / 2 for part in (above, below))
        wanted = mpmath.mpf(share.numerator) / share.denominator
        mean = a / (a + b)
        eight_deviations = 8 * mpmath.sqrt(mean * (1 - mean) / (a + b + 1))
        nearly = mpmath.mpf(10) ** -DECIMALS
        place = mpmath.findroot(
            lambda x: _beta(x, a, b) - wanted,
            (max(nearly, mean - eight_deviations), min(1 - nearly, mean + eight_deviations)),
            solver="pegasus",
            tol=mean * nearly,
        )
        return Fraction(*(b * place / (a * (1 - place))).as_integer_ratio())


def square_root(figure: Fraction) -> Fraction:
    """The square root of a figure of 0 and more, cut off after 12 decimals."""
    scale = 10**DECIMALS
    return Fraction(isqrt(figure.numerator * scale**2 // figure.denominator), scale)


def _beta(place: Any, a: Any, b: Any) -> Any:
    """The regularized incomplete beta function, by the series whose terms are all positive.

    mpmath has one of its own, but with thousands of degrees of freedom it does not come to an end.
    """
    import mpmath

    if 2 * place > 1:
        return 1 - _beta(1 - place, b, a)
    front = mpmath.power(place, a) * mpmath.power(1 - place, b) / (a * mpmath.beta(a, b))
    return front * _series(float(place), float(a), float(b))


def _series(place: float, a: float, b: float) -> float:
    total = term = 1.0
    number = 0
    while term > total * NOTHING_MORE:
        term *= place * (a + b + number) / (a + 1 + number)
        total += term
        number += 1
    return total
