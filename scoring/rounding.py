"""The one place where an exact figure is rounded (docs/method.md, rule 4).

Half goes away from zero. What is rounded here is printed, never compared with a limit or given a band.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from questionnaires.catalogue import spoken

TENTH = Fraction(1, 10)
DECIMAL_COMMA = frozenset({"fr", "es", "ru"})
"""Languages that write a comma before the decimals; the others write a point."""


def rounded(figure: Fraction, step: Fraction = TENTH) -> Fraction:
    """The figure to the nearest multiple of `step`, half away from zero."""
    whole = floor(abs(figure) / step + Fraction(1, 2))
    return step * (whole if figure >= 0 else -whole)


def down(figure: Fraction, step: Fraction = TENTH) -> Fraction:
    """The largest multiple of `step` that is not above the figure."""
    return step * floor(figure / step)


def up(figure: Fraction, step: Fraction = TENTH) -> Fraction:
    """The smallest multiple of `step` that is not below the figure."""
    return step * ceil(figure / step)


def one_decimal(figure: Fraction) -> str:
    """The figure as it is printed in the language spoken, e.g. `66.7`, or `66,7` in French."""
    return written(f"{float(rounded(figure)):.1f}")


def two_decimals(figure: Fraction) -> str:
    """A share of 1 as it is printed, e.g. `0.82`."""
    return written(f"{float(rounded(figure, Fraction(1, 100))):.2f}")


def written(figure: str) -> str:
    """A figure with a decimal point, with the sign that the language spoken has for it."""
    return figure.replace(".", ",") if spoken() in DECIMAL_COMMA else figure


def brief(figure: Fraction) -> str:
    """A limit as it stands in a sentence: `75`, or `66.7` where it is no whole number."""
    return str(figure.numerator) if figure.denominator == 1 else one_decimal(figure)


def six_decimals(figure: Fraction) -> float:
    """The figure as programs read it in JSON."""
    return float(rounded(figure, Fraction(1, 1_000_000)))


def number(figure: Fraction | None) -> float | None:
    """The same where there may be no figure: absent stays absent."""
    return None if figure is None else six_decimals(figure)


def exact(figure: Fraction) -> str:
    """The figure without rounding, as `75/1`."""
    return f"{figure.numerator}/{figure.denominator}"
