"""One figure of people as it is printed, at the limits of the guard."""

from __future__ import annotations

from fractions import Fraction

import pytest

from scoring.published_figure import STEP, PublishedFigure, of_people
from scoring.rounding import TENTH


@pytest.mark.parametrize(
    ("figure", "people", "step", "printed"),
    [
        ("94.96", 10, TENTH, PublishedFigure(Fraction(95), "95.0")),
        ("95", 10, TENTH, PublishedFigure(Fraction(95), ">= 95", at_end=True)),
        ("5.04", 10, TENTH, PublishedFigure(Fraction(5), "5.0")),
        ("5", 10, TENTH, PublishedFigure(Fraction(5), "<= 5", at_end=True)),
        ("94.4", 9, TENTH, PublishedFigure(Fraction(472, 5), "94.4")),
        ("100", 9, TENTH, PublishedFigure(Fraction(90), ">= 90", at_end=True)),
        ("0", 9, TENTH, PublishedFigure(Fraction(10), "<= 10", at_end=True)),
        ("92.4", 9, STEP, PublishedFigure(Fraction(90), "90")),
        ("92.5", 9, STEP, PublishedFigure(Fraction(90), ">= 90", at_end=True)),
        ("7.4", 9, STEP, PublishedFigure(Fraction(10), "<= 10", at_end=True)),
        ("7.5", 9, STEP, PublishedFigure(Fraction(10), "10")),
    ],
)
def test_a_figure_is_guarded_where_it_or_what_is_printed_for_it_lies_beyond_the_limit(
    figure: str, people: int, step: Fraction, printed: PublishedFigure
) -> None:
    assert of_people(Fraction(figure), people, step) == printed
