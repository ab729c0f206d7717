"""Bands: a word for a stretch of 0-100 (docs/method.md, rule 4)."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from questionnaires.definition import Questionnaire
from questionnaires.rules import Band

Of = Literal["figure", "item"]
"""Of what a band is: of an area and what is above it, or of an item. Most have the same for both."""


def in_order(questionnaire: Questionnaire, of: Of = "figure") -> list[Band]:
    """The bands from the lowest up."""
    bands = {"figure": questionnaire.figure_bands, "item": questionnaire.bands}
    return sorted(bands[of], key=lambda band: band.minimum)


def position(questionnaire: Questionnaire, score: Fraction, of: Of = "figure") -> int:
    """Which band the unrounded score is in, counted from 0 for the lowest; a lower bound belongs to it."""
    reached = sum(1 for band in in_order(questionnaire, of) if band.minimum <= score)
    return max(reached - 1, 0)


def band_of(questionnaire: Questionnaire, score: Fraction, of: Of = "figure") -> str:
    """The id of the band of an unrounded score."""
    return in_order(questionnaire, of)[position(questionnaire, score, of)].id
