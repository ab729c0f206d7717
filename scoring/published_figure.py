"""One figure as it is printed: rounded, and never at the end of the scale (docs/method.md, rules 4 and 8)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from questionnaires.catalogue import marked
from scoring.guard import end_slack
from scoring.rounding import TENTH, down, one_decimal, rounded, up

Sign = Literal[">=", "<=", "about"]
"""On which side of what is printed the true figure lies; `about`: on either."""
SIGNS: tuple[Sign, ...] = (">=", "<=", "about")

STEP = Fraction(5)
"""Points to whose multiples figures are printed that would tell too much to a tenth."""


@dataclass(frozen=True)
class PublishedFigure:
    """What may leave the team: `value` on 0-100 as printed and `text` for a cell.

    `value` None where no number is published; `text` is then a band, or why nothing is shown. The reasons and
    "about" are English, to be compared, and said by `tr`; the decimals are those of the language spoken.
    `at_end`: the true figure is at the value or beyond it.
    """

    value: Fraction | None
    text: str
    at_end: bool = False


NOT_SHOWN = PublishedFigure(None, marked("not shown"))
DOCUMENTS_NOT_GIVEN = marked("documents not given")
NOT_APPLICABLE = marked("not applicable")
NOT_ENOUGH = marked("not enough evidence")


def of_documents(figure: Fraction) -> PublishedFigure:
    """A figure that no person's confidential answer is in: exact to one decimal."""
    return PublishedFigure(rounded(figure), one_decimal(figure))


def of_people(figure: Fraction, people: int, step: Fraction = TENTH) -> PublishedFigure:
    """A mean of people's answers, in multiples of `step`, with the end guard.

    Two of the people could have answered one level of five away from the end, so nobody's answer is told.
    The guard is printed in steps of 5: to a tenth it would tell how many they are.
    """
    slack = end_slack(people)
    value = rounded(figure, step)
    if figure >= 100 - slack or value > 100 - slack:
        return PublishedFigure(down(100 - slack, STEP), f">= {down(100 - slack, STEP)}", True)
    if figure <= slack or value < slack:
        return PublishedFigure(up(slack, STEP), f"<= {up(slack, STEP)}", True)
    return PublishedFigure(value, in_words(value, step))


def in_words(figure: Fraction, step: Fraction) -> str:
    """The figure as text: whole where it is printed in whole steps, else to one decimal."""
    return str(figure) if step.denominator == 1 else one_decimal(figure)
