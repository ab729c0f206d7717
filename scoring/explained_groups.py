"""Why women's and men's figures of an area are shown or not (docs/method.md, rules 5 and 8)."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Area
from scoring.assessment import AreaRating
from scoring.certainty import certainty
from scoring.collected import Collected
from scoring.confidential import compared_items, in_confidence
from scoring.disclosure import published_gap
from scoring.evidence import Group
from scoring.explanation import GapMeasured, GroupsTold, GroupTold
from scoring.gap_limit import gap_limit
from scoring.groups import NEARLY_ALL, people_of, shown_groups

SMALL = marked(
    "in a unit of this size what people say is told by area only, and nobody is asked for their sex"
)
WOMEN_AND_MEN: tuple[Group, ...] = ("woman", "man")


def explain_groups(collected: Collected, area: Area, rating: AreaRating) -> GroupsTold:
    """The rule with its numbers of people; figures only of groups that are shown."""
    women, men = (_told(collected, area, rating, group) for group in WOMEN_AND_MEN)
    gap = _gap(collected, rating)
    return GroupsTold(rating.people, women, men, rating.gap, rating.gap_flagged, _rule(collected), gap)


def _gap(collected: Collected, rating: AreaRating) -> GapMeasured | None:
    if rating.gap is None:
        return None
    smaller = min(rating.women_people, rating.men_people)
    return GapMeasured(
        printed=published_gap(rating).text,
        smaller=smaller,
        limit=gap_limit(collected.questionnaire, smaller),
        sure=certainty(collected.evidence, rating),
    )


def _rule(collected: Collected) -> str:
    if collected.small:
        return tr(SMALL)
    smallest = collected.questionnaire.rules.minimum_group
    if collected.evidence.policy == "steps":
        return tr_many(
            "a group is shown from {number} people up, if nobody or {number} and more are left in no shown "
            "group, or 1 in {nearly_all} of those shown; the larger group goes first",
            "a group is shown from {number} people up, if nobody or {number} and more are left in no shown "
            "group, or 1 in {nearly_all} of those shown; the larger group goes first",
            smallest,
            nearly_all=NEARLY_ALL,
        )
    return tr_many(
        "a group is shown from {number} people up, if nobody or {number} and more are left in no shown "
        "group; the larger group goes first",
        "a group is shown from {number} people up, if nobody or {number} and more are left in no shown "
        "group; the larger group goes first",
        smallest,
    )


def _told(collected: Collected, area: Area, rating: AreaRating, group: Group) -> GroupTold:
    people = people_of(collected.evidence, area.id)
    smallest = collected.questionnaire.rules.minimum_group
    several = people[group] if not collected.small and people[group] >= smallest else None
    return GroupTold(several, _figure(rating, group), _why(collected, area, rating, group))


def _why(collected: Collected, area: Area, rating: AreaRating, group: Group) -> str:
    """The first reason that hides the group; what shows it if none does."""
    people = people_of(collected.evidence, area.id)
    smallest = collected.questionnaire.rules.minimum_group
    if collected.small:
        return tr(SMALL)
    if not rating.people:
        return tr("nobody answered in confidence what counts here")
    if people[group] < smallest:
        return tr_many("fewer than {number} people", "fewer than {number} people", smallest)
    shown = shown_groups(collected, people)
    rest = _rest(people, group, shown)
    if group not in shown:
        return _would_be_left(rest)
    if _figure(rating, group) is not None:
        return _are_left(rest)
    return _other_reason(collected, area, rating, group, smallest)


def _rest(people: dict[Group, int], group: Group, shown: frozenset[Group]) -> int:
    inside = sum(people[member] for member in shown | {group})
    return sum(people.values()) - inside


def _would_be_left(rest: int) -> str:
    if not rest:
        return tr("not shown: nobody would be in no shown group")
    return tr_many(
        "not shown: {number} person would be in no shown group",
        "not shown: {number} people would be in no shown group",
        rest,
    )


def _are_left(rest: int) -> str:
    if not rest:
        return tr("shown, with nobody in no shown group")
    return tr_many(
        "shown, with {number} person in no shown group", "shown, with {number} people in no shown group", rest
    )


def _figure(rating: AreaRating, group: Group) -> Fraction | None:
    return rating.women if group == "woman" else rating.men


def _other_reason(collected: Collected, area: Area, rating: AreaRating, group: Group, smallest: int) -> str:
    """Why a group is hidden that today's numbers would show."""
    counting = {item.id for item in rating.items if in_confidence(collected, item)}
    if not compared_items(collected, [item for item in area.items if item.id in counting]):
        return tr_many(
            "not shown: no item that counts was answered by at least {number} women and {number} men",
            "not shown: no item that counts was answered by at least {number} women and {number} men",
            smallest,
        )
    before = collected.evidence.people_before.get(area.id, ())
    if any(group not in shown_groups(collected, people) for people in before):
        return tr("not shown: an earlier release hid it, and both together would tell what the rest said")
    return tr("not shown: not everybody answered every item (policy exact)")
