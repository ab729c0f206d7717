"""Whether those who spoke are those who work here, for the team only (docs/method.md, rule 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.catalogue import marked, tr
from questionnaires.definition import Instrument, Questionnaire
from questionnaires.routing import STAFF_ROLES, small_unit
from scoring.certainty import staff_by_sex
from scoring.evidence import Evidence, Group

APART = 25
"""Percentage points by which women's and men's parts may differ before the team is warned."""
FEWEST_HEARD = 5
"""People heard below whom their mixture of women and men is chance."""
WHERE: dict[Instrument, str] = {
    "survey": marked("Survey"),
    "interview": marked("Interviews"),
    "workshop": marked("Workshop"),
}


@dataclass(frozen=True)
class SpokeUp:
    """How many women and men took part; who did not say which is in neither.

    `women_rate`, `men_rate`: percent of the women and men who work here; None where none do, or nobody
    said how many.
    """

    instrument: Instrument
    women: int
    men: int
    women_rate: Fraction | None
    men_rate: Fraction | None


@dataclass(frozen=True)
class Participation:
    """Who spoke beside who works here. `staff`: women and men, None if nobody said how many."""

    staff: tuple[int, int] | None
    spoke: tuple[SpokeUp, ...]
    warnings: tuple[str, ...]


def participation(questionnaire: Questionnaire, evidence: Evidence) -> Participation | None:
    """Women and men in survey, interviews and workshop; None in a small unit, where nobody is asked."""
    if small_unit(questionnaire, evidence.setting):
        return None
    staff = staff_by_sex(evidence.setting)
    spoke = tuple(found for found in (_spoke(evidence, each, staff) for each in WHERE) if found)
    return Participation(staff, spoke, tuple(_warnings(staff, spoke)))


def _spoke(evidence: Evidence, instrument: Instrument, staff: tuple[int, int] | None) -> SpokeUp | None:
    women, men = _number(evidence, instrument, "woman"), _number(evidence, instrument, "man")
    if not women and not men:
        return None
    of_women, of_men = staff or (0, 0)
    return SpokeUp(instrument, women, men, _percent(women, of_women), _percent(men, of_men))


def _percent(number: int, of: int) -> Fraction | None:
    return Fraction(100 * number, of) if of else None


def _number(evidence: Evidence, instrument: Instrument, group: Group) -> int:
    return sum(
        heard.number
        for heard in evidence.heard
        if heard.instrument == instrument and heard.group == group and heard.role in (*STAFF_ROLES, "group")
    )


def _warnings(staff: tuple[int, int] | None, spoke: Iterable[SpokeUp]) -> Iterator[str]:
    if staff is None:
        yield tr("How many women and men work here was not given, so who spoke cannot be compared with it.")
        return
    for each in spoke:
        if each.women > staff[0] or each.men > staff[1]:
            yield tr(
                "{where}: {women} of {all_women} women and {men} of {all_men} men cannot be. "
                "Correct the staff numbers, or who took part.",
                where=tr(WHERE[each.instrument]),
                women=each.women,
                all_women=staff[0],
                men=each.men,
                all_men=staff[1],
            )
        warning = _of_survey(each, staff) if each.instrument == "survey" else _of_heard(each, staff)
        if warning:
            yield warning


def _of_survey(each: SpokeUp, staff: tuple[int, int]) -> str:
    """Everybody was invited to the survey, so the two rates are compared."""
    if each.women_rate is None or each.men_rate is None or abs(each.women_rate - each.men_rate) <= APART:
        return ""
    answered = tr(
        "{women} of {all_women} women but {men} of {all_men} men answered the survey",
        women=each.women,
        all_women=staff[0],
        men=each.men,
        all_men=staff[1],
    )
    return f"{answered}: {_said_by_staff(each, each.women_rate > each.men_rate)}"


def _said_by_staff(each: SpokeUp, women_lead: bool) -> str:
    """Whose view the survey tells; the end of a sentence."""
    if women_lead:
        if each.women > each.men:
            return tr("what 'staff say' is mostly what women say.")
        return tr("what 'staff say' leans towards what women say.")
    if each.men > each.women:
        return tr("what 'staff say' is mostly what men say.")
    return tr("what 'staff say' leans towards what men say.")


def _of_heard(each: SpokeUp, staff: tuple[int, int]) -> str:
    """Only some are heard in person, so their mixture is compared with that of the unit."""
    heard, working = each.women + each.men, sum(staff)
    if heard < FEWEST_HEARD or not working:
        return ""
    more_women = Fraction(100 * each.women, heard) - Fraction(100 * staff[0], working)
    if abs(more_women) <= APART:
        return ""
    where = tr(WHERE[each.instrument])
    if more_women > 0:
        there = tr(
            "{where}: {women} of {heard} are women, who are {all_women} of {staff} staff.",
            where=where,
            women=each.women,
            heard=heard,
            all_women=staff[0],
            staff=working,
        )
    else:
        there = tr(
            "{where}: {men} of {heard} are men, who are {all_men} of {staff} staff.",
            where=where,
            men=each.men,
            heard=heard,
            all_men=staff[1],
            staff=working,
        )
    return f"{there} {_said_there(each, more_women > 0)}"


def _said_there(each: SpokeUp, women_lead: bool) -> str:
    if women_lead:
        if each.women > each.men:
            return tr("What was said there is mostly what women say.")
        return tr("What was said there leans towards what women say.")
    if each.men > each.women:
        return tr("What was said there is mostly what men say.")
    return tr("What was said there leans towards what men say.")
