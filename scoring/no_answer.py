"""Don't know, not in my work, prefer not to say: a result of its own (docs/method.md, rules 1 and 8)."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from questionnaires.definition import Instrument, Item, Questionnaire
from questionnaires.routing import STAFF_ROLES, takes
from questionnaires.values import Missing
from scoring.assessment import Assessment, ItemRating, NoAnswer
from scoring.collected import Collected
from scoring.rounding import down, rounded, up

STEP = Fraction(5)
"""Published shares are in steps of 5 %."""
UNTOLD = 2
"""Fewer people than this, at either end, are never told of."""


def no_answer(collected: Collected, item: Item) -> NoAnswer | None:
    """How often staff gave no rating to an item; None if none was asked, or no item may stand alone."""
    by_form = collected.survey_held and "survey" in item.instruments
    instrument: Instrument = "survey" if by_form else "interview"
    if collected.small or not takes(collected.questionnaire, collected.setting, item, instrument):
        return None
    codes, given = Counter[str](), 0
    for tally in collected.tallies(item, instrument):
        if tally.role in STAFF_ROLES:
            value = collected.value(item, tally.value)
            given += tally.number
            if isinstance(value, Missing):
                codes[value.code] += tally.number
    # Who was not asked because of another answer has left nothing out.
    asked = collected.evidence.survey_forms if by_form and item.asked_if is None else None
    return NoAnswer(given, codes["dk"], codes["na"], codes["pnts"], asked) if given or asked else None


def published_shares(
    questionnaire: Questionnaire, assessment: Assessment, rating: ItemRating
) -> tuple[str, ...]:
    """The shares of don't know, not in my work and prefer not to say as they may leave the team.

    Decided by numbers of people alone; empty where nothing is published.
    """
    found, response = rating.no_answer, assessment.response
    if found is None or assessment.small_unit or (response.held and not response.counts):
        return ()
    sensitive = questionnaire.items[rating.id].sensitivity != "none"
    if sensitive or found.given < questionnaire.rules.minimum_group_sensitive:
        return ()
    return tuple(published_share(people, found.given) for people in (found.dk, found.na, found.pnts))


def published_share(people: int, of: int) -> str:
    """A share in steps of 5 % that tells neither of one person nor of all but one."""
    share, untold = Fraction(100 * people, of), Fraction(100 * UNTOLD, of)
    lowest, highest = up(untold, STEP), down(100 - untold, STEP)
    if share <= lowest:
        return f"<= {lowest} %"
    return f">= {highest} %" if share >= highest else f"{rounded(share, STEP)} %"
