"""Releases: what people said is published once, and renewed only where nobody can be told by it.

A figure published twice, before and after a few more people answered, tells what those few said. So every
area keeps the answers it was last published with until each group that changed has grown by enough people
(docs/method.md, rule 8). Decided from numbers of people alone, never from what they answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from questionnaires.definition import Area, Instrument, Item, Questionnaire, Role
from questionnaires.routing import STAFF_ROLES, survey_held
from questionnaires.values import Choice
from scoring.assessment import Assessment, ItemRating
from scoring.evidence import GROUPS, Evidence, Group, Pool, ScaleSums, Spread, Tally
from scoring.groups import people_of
from scoring.guard import IN_CONFIDENCE
from scoring.judgement import assess
from scoring.no_answer import published_shares
from scoring.points import NOT_IN_THEIR_WORK, Mark, mark

Part = TypeVar("Part", Tally, Spread, ScaleSums)
People = Mapping[Group, int]
Asked = tuple[Instrument, tuple[Role, ...]]
BY_FORM: Asked = ("survey", STAFF_ROLES)
IN_TALKS: Asked = ("interview", STAFF_ROLES)
WITH_PARTNERS: Asked = ("interview", ("partner",))


@dataclass(frozen=True)
class LedgerLine:
    """Who was in a published figure of an area, as numbers of people; never leaves the audit file."""

    area: str
    figure: Literal["all", "woman", "man"]
    women: int
    men: int
    x: int


@dataclass(frozen=True)
class Release:
    """What was published: a number from 1, an ISO date, and the evidence exactly as it was published.

    `since`: area -> number of the release that first told the answers of people which it holds; an area
    that never told any is not in it, and one that once did stays in it. `held`: areas whose newer answers
    are held back. `fingerprint` is the hash of the evidence the release was made from.
    """

    number: int
    at: str
    evidence: Evidence
    since: Mapping[str, int] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    fingerprint: str = ""


@dataclass(frozen=True)
class Publishable:
    """The evidence a new release may show; `since` and `held` as in Release."""

    evidence: Evidence
    since: Mapping[str, int]
    held: frozenset[str] = frozenset()


def publishable(questionnaire: Questionnaire, last: Release | None, now: Evidence) -> Publishable:
    """What may be published of `now` after the `last` release, None if there was none.

    Documents, staff data, workshop values and the head on record are always those of `now`.
    """
    if last is None:
        return Publishable(now, dict.fromkeys(_telling(questionnaire, now), 1))
    evidence, since, held = now, {}, set()
    telling = _telling(questionnaire, now)
    for area in questionnaire.areas:
        if area.id not in last.since:
            continue
        # An area shown no more is not forgotten: it may be told again. And also what few people answered to
        # an item stays as it was: that it moved would tell who answered.
        changed = area.id in telling and _told_changes(questionnaire, area, last.evidence, now)
        if changed and renewable(questionnaire, area, last.evidence, now):
            since[area.id] = last.number + 1
            continue
        evidence = _kept(questionnaire, area, last.evidence, evidence)
        since[area.id] = last.since[area.id]
        if changed:
            held.add(area.id)
    evidence = replace(evidence, people_before=people_before(questionnaire, last.evidence, evidence))
    fresh = _telling(questionnaire, evidence) - since.keys()
    return Publishable(evidence, since | dict.fromkeys(fresh, last.number + 1), frozenset(held))


def renewable(questionnaire: Questionnaire, area: Area, before: Evidence, now: Evidence) -> bool:
    """Whether the area's figures of people may be published anew after `before` was.

    For every item that enough people had answered to be told of, each group that changed must have gained
    enough people; a correction or a withdrawal gains nobody. Whether the item counts decides nothing: also
    "not applicable", or the share of don't know, tells of those who answered.
    """
    enough = questionnaire.rules.minimum_group
    then, today = (each.pools.get(area.id, Pool(0, {})) for each in (before, now))
    if then.people >= enough and not _pool_grew(then, today, enough):
        return False
    return all(
        _grew(questionnaire, item, asked, (before, now), enough)
        for item in area.items
        for asked in _asked(questionnaire, item, before)
        if sum(_answers(item, group, asked, before).total() for group in GROUPS) >= enough
    )


def people_before(
    questionnaire: Questionnaire, before: Evidence, now: Evidence
) -> dict[str, tuple[People, ...]]:
    """Numbers of people by group behind what was published of each area before `now` is."""
    found = {}
    for area in questionnaire.areas:
        earlier = tuple(before.people_before.get(area.id, ()))
        then = people_of(before, area.id)
        if any(then.values()) and then != people_of(now, area.id):
            earlier = (*earlier, then)
        if earlier:
            found[area.id] = earlier
    return found


def without_people(questionnaire: Questionnaire, evidence: Evidence) -> Evidence:
    """The evidence before anything that people said in confidence is released."""
    on_record = tuple(one for one in evidence.tallies if _public(questionnaire, one))
    return replace(evidence, tallies=on_record, spreads=(), scales=(), pools={})


def ledger(assessment: Assessment, evidence: Evidence) -> tuple[LedgerLine, ...]:
    """Who is in which published figure of people, area by area."""
    lines: list[LedgerLine] = []
    for area in assessment.areas:
        people = people_of(evidence, area.id)
        if not any(people.values()):
            continue
        lines.append(LedgerLine(area.id, "all", people["woman"], people["man"], people["x"]))
        if area.women is not None:
            lines.append(LedgerLine(area.id, "woman", people["woman"], 0, 0))
        if area.men is not None:
            lines.append(LedgerLine(area.id, "man", 0, people["man"], 0))
    return tuple(lines)


def _telling(questionnaire: Questionnaire, evidence: Evidence) -> set[str]:
    """The areas whose report tells anything of what people said in confidence."""
    assessment = assess(questionnaire, evidence)
    return {
        area.id
        for area in assessment.areas
        if any(_tells(questionnaire, assessment, rating) for rating in area.items)
    }


def _tells(questionnaire: Questionnaire, assessment: Assessment, rating: ItemRating) -> bool:
    """By a figure, as not in anybody's work, or by the shares of those who gave no rating."""
    counted = rating.state == "counted" and rating.source in IN_CONFIDENCE
    return (
        counted
        or rating.why == NOT_IN_THEIR_WORK
        or bool(published_shares(questionnaire, assessment, rating))
    )


def _asked(questionnaire: Questionnaire, item: Item, evidence: Evidence) -> tuple[Asked, ...]:
    """How people were asked for an item in confidence; interviews about what the survey asks stay inside."""
    if item.voice == "management":
        return ()  # asked of the head on record
    by_form = "survey" in item.instruments and survey_held(questionnaire, evidence.setting)
    return (BY_FORM,) if by_form else (IN_TALKS, WITH_PARTNERS)


def _grew(
    questionnaire: Questionnaire, item: Item, asked: Asked, compared: tuple[Evidence, Evidence], enough: int
) -> bool:
    """Whether each group's answers to an item are the same, or those of enough more people."""
    then, today = compared
    return all(
        _group_grew(
            questionnaire,
            _answers(item, group, asked, then),
            _answers(item, group, asked, today),
            item,
            enough,
        )
        for group in GROUPS
    )


def _group_grew(
    questionnaire: Questionnaire, then: Counter[str], today: Counter[str], item: Item, enough: int
) -> bool:
    if then == today:
        return True
    if today.total() - then.total() < enough:
        return False
    rated_then, rated_now = (
        Counter({text: n for text, n in answers.items() if _has_points(questionnaire, item, text)})
        for answers in (then, today)
    )
    return rated_then == rated_now or rated_now.total() - rated_then.total() >= enough


def _answers(item: Item, group: Group, asked: Asked, evidence: Evidence) -> Counter[str]:
    """How many of a group gave which answer, asked in one way."""
    instrument, roles = asked
    found: Counter[str] = Counter()
    for tally in evidence.tallies:
        mine = tally.item == item.id and tally.instrument == instrument and tally.group == group
        if mine and tally.role in roles:
            found[tally.value] += tally.number
    return found


def _has_points(questionnaire: Questionnaire, item: Item, text: str) -> bool:
    return isinstance(mark(questionnaire, item, Choice(text)), Mark)


def _pool_grew(then: Pool, today: Pool, enough: int) -> bool:
    return then == today or today.people - then.people >= enough


def _told_changes(questionnaire: Questionnaire, area: Area, before: Evidence, now: Evidence) -> bool:
    """Whether anything differs that enough people answered, then or today, to be told of."""
    enough = questionnaire.rules.minimum_group
    then, today = (each.pools.get(area.id, Pool(0, {})) for each in (before, now))
    if then != today and max(then.people, today.people) >= enough:
        return True
    return any(
        _every(item, asked, before) != _every(item, asked, now)
        and max(sum(found.values()) for found in (_every(item, asked, before), _every(item, asked, now)))
        >= enough
        for item in area.items
        for asked in _asked(questionnaire, item, now)
    )


def _every(item: Item, asked: Asked, evidence: Evidence) -> Counter[tuple[Group, str]]:
    """How many gave which answer, asked in one way, by group."""
    return Counter(
        {
            (group, text): number
            for group in GROUPS
            for text, number in _answers(item, group, asked, evidence).items()
        }
    )


def _kept(questionnaire: Questionnaire, area: Area, before: Evidence, now: Evidence) -> Evidence:
    """`now` with the area's answers of people as they were before."""
    items = {item.id for item in area.items}

    def mine(tally: Tally) -> bool:
        return tally.item in items and not _public(questionnaire, tally)

    pools = {name: pool for name, pool in now.pools.items() if name != area.id}
    if area.id in before.pools:
        pools[area.id] = before.pools[area.id]
    return replace(
        now,
        tallies=_swapped(now.tallies, before.tallies, mine),
        spreads=_swapped(now.spreads, before.spreads, lambda one: one.area == area.id),
        scales=_swapped(now.scales, before.scales, lambda one: one.area == area.id),
        pools=pools,
    )


def _swapped(
    now: tuple[Part, ...], before: tuple[Part, ...], mine: Callable[[Part], bool]
) -> tuple[Part, ...]:
    others = [one for one in now if not mine(one)]
    return tuple(others + [one for one in before if mine(one)])


def _public(questionnaire: Questionnaire, tally: Tally) -> bool:
    """Whether it was said on record, by the head as a function, and not in confidence."""
    return questionnaire.items[tally.item].voice == "management" and tally.role == "director"
