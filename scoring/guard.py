"""The end guard: how near the end of the scale a figure of people may be told (docs/method.md, rule 8)."""

from __future__ import annotations

from fractions import Fraction

IN_CONFIDENCE = ("survey", "interviews", "partners", "pooled")
"""The sources whose answers nobody but the team may know one by one."""


def end_slack(people: int) -> Fraction:
    """Points from either end that are never told of a mean of so many people.

    Two of them could have answered one level of five away from the end.
    """
    return Fraction(50, max(people, 1))
