"""Why women's and men's figures of an area are shown or not (docs/method.md, rules 5 and 8)."""

from __future__ import annotations

from fractions import Fraction

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

SMALL = "in a unit of this size what people say is told by area only, and nobody is asked for their sex"
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
        return SMALL
    smallest = collected.questionnaire.rules.minimum_group
    nearly = f", or 1 in {NEARLY_ALL} of those shown" if collected.evidence.policy == "steps" else ""
    left = f"nobody or {smallest} and more are left in no shown group{nearly}"
    return f"a group is shown from {smallest} people up, if {left}; the larger group goes first"


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
        return SMALL
    if not rating.people:
        return "nobody answered in confidence what counts here"
    if people[group] < smallest:
        return f"fewer than {smallest} people"
    shown = shown_groups(collected, people)
    rest = _rest(people, group, shown)
    if group not in shown:
        return f"not shown: {_people(rest)} would be in no shown group"
    if _figure(rating, group) is not None:
        return f"shown, with {_people(rest)} in no shown group"
    return _other_reason(collected, area, rating, group, smallest)


def _rest(people: dict[Group, int], group: Group, shown: frozenset[Group]) -> int:
    inside = sum(people[member] for member in shown | {group})
    return sum(people.values()) - inside


def _people(number: int) -> str:
    return {0: "nobody", 1: "1 person"}.get(number, f"{number} people")


def _figure(rating: AreaRating, group: Group) -> Fraction | None:
    return rating.women if group == "woman" else rating.men


def _other_reason(collected: Collected, area: Area, rating: AreaRating, group: Group, smallest: int) -> str:
    """Why a group is hidden that today's numbers would show."""
    counting = {item.id for item in rating.items if in_confidence(collected, item)}
    if not compared_items(collected, [item for item in area.items if item.id in counting]):
        return f"not shown: no item that counts was answered by at least {smallest} women and {smallest} men"
    before = collected.evidence.people_before.get(area.id, ())
    if any(group not in shown_groups(collected, people) for people in before):
        return "not shown: an earlier release hid it, and both together would tell what the rest said"
    return "not shown: not everybody answered every item (policy exact)"
