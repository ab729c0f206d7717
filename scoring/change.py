"""What counts as a change (docs/method.md, rule 6)."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.definition import Questionnaire
from questionnaires.values import SexCount
from scoring.assessment import Status

SMALL_COUNT = 10
"""A count by sex of fewer people that changed by one person counts as unchanged."""


def dead_zone(questionnaire: Questionnaire, people: int) -> Fraction:
    """Points below which a change counts as none where the smaller audit heard so many people."""
    zones = questionnaire.rules.dead_zones
    reached = [zone for zone in zones if zone.people <= people]
    if not reached:
        return max(zone.points for zone in zones)
    return max(reached, key=lambda zone: zone.people).points


def status_of(change: Fraction, zone: Fraction) -> Status:
    """The change in a word; one equal to the dead zone is a change."""
    if change == 0 or abs(change) < zone:
        return "unchanged"
    return "improved" if change > 0 else "declined"


def compared(comparable: str) -> tuple[int, int]:
    """What "3 of 4" says: so many are compared, of so many; zeros for a text that says nothing of it."""
    part, _, whole = comparable.partition(" of ")
    return (int(part), int(whole)) if part.isdigit() and whole.isdigit() else (0, 0)


def one_person(then: SexCount, now: SexCount) -> bool:
    """Whether in a small count one person left, joined or was replaced, and nothing else changed."""
    women, men = now.women - then.women, now.men - then.men
    small = min(then.women + then.men, now.women + now.men) < SMALL_COUNT
    return small and (abs(women) + abs(men) == 1 or (abs(women) == 1 and women == -men))
