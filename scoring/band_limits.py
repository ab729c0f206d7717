"""Where a figure stands in its band, and how far it is to the next (docs/method.md, rule 4)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from questionnaires.definition import Questionnaire
from scoring.bands import Of, in_order, position


@dataclass(frozen=True)
class BandLimits:
    """A band, where it begins and where the next one does (points of 0-100), and the way to both.

    `above` is how far the figure is above the lower limit, `to_next` what is missing to the next band. The
    three about the next band are None in the highest.
    """

    band: str
    label: str
    begins: Fraction
    above: Fraction
    next_label: str | None = None
    next_begins: Fraction | None = None
    to_next: Fraction | None = None


def limits_of(questionnaire: Questionnaire, score: Fraction, of: Of = "figure") -> BandLimits:
    """The band of an unrounded score with its limits."""
    bands, place = in_order(questionnaire, of), position(questionnaire, score, of)
    now = bands[place]
    found = BandLimits(now.id, now.label, now.minimum, score - now.minimum)
    if place + 1 == len(bands):
        return found
    above = bands[place + 1]
    return BandLimits(
        now.id, now.label, now.minimum, found.above, above.label, above.minimum, above.minimum - score
    )
