"""From how many points on a gap between women and men calls for attention (docs/method.md, rule 5)."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.definition import Questionnaire


def gap_limit(questionnaire: Questionnaire, smaller: int) -> Fraction | None:
    """The limit in points where the smaller group has so many people; None if they are too few for any."""
    limits = [flag for flag in questionnaire.rules.gap_flags if flag.people <= smaller]
    return max(limits, key=lambda flag: flag.people).points if limits else None
