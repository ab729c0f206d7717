"""Bands: a word for a stretch of 0-100 (docs/method.md, rule 4)."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.definition import Questionnaire
from questionnaires.rules import Band


def in_order(questionnaire: Questionnaire) -> list[Band]:
    """The bands from the lowest up."""
    return sorted(questionnaire.bands, key=lambda band: band.minimum)


def position(questionnaire: Questionnaire, score: Fraction) -> int:
    """Which band the unrounded score is in, counted from 0 for the lowest; a lower bound belongs to it."""
    reached = sum(1 for band in questionnaire.bands if band.minimum <= score)
    return max(reached - 1, 0)


def band_of(questionnaire: Questionnaire, score: Fraction) -> str:
    """The id of the band of an unrounded score."""
    return in_order(questionnaire)[position(questionnaire, score)].id
