"""A previous audit, a declared figure, an aim: what an audit is set against (docs/method.md, rule 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from questionnaires.catalogue import marked
from questionnaires.definition import Area, Item, Questionnaire
from questionnaires.values import SexCount
from scoring.assessment import AreaRating, Comparison, ItemRating, Status, Summary
from scoring.change import dead_zone, one_person, status_of
from scoring.collected import Collected
from scoring.declared import declared_area, declared_item
from scoring.evidence import Earlier, EarlierArea, EarlierItem
from scoring.sub_changes import change_over, is_whole, of_documents, of_people
from scoring.summaries import OVERALL, mean_of_areas
from scoring.targets import parity_of, target_of

NOT_RATED_NOW = marked("not rated now")
NOT_RATED_THEN = marked("not rated then")
OTHER_QUESTIONNAIRE = marked("the earlier audit used another questionnaire")
NO_ITEM = marked("nothing is comparable and counted in both audits")
ONE_PERSON = marked("one person")


def with_baselines(collected: Collected, rating: AreaRating, earlier: Earlier | None) -> AreaRating:
    """An area and its items, each with its baseline: the previous audit if there is one, else declared.

    Items have their aim and their distance to parity besides.
    """
    questionnaire = collected.questionnaire
    area = next(area for area in questionnaire.areas if area.id == rating.id)
    items = tuple(_with_references(collected, item, earlier) for item in rating.items)
    if earlier is None:
        return replace(rating, items=items, baseline=declared_area(questionnaire, area, rating))
    return replace(rating, items=items, baseline=_area(collected, area, rating, earlier))


def summary_with_baseline(
    collected: Collected, summary: Summary, areas: Sequence[AreaRating], earlier: Earlier | None
) -> Summary:
    """A front or the overall with the mean change of its areas rated in both audits."""
    if earlier is None:
        return summary
    mine = [area for area in areas if summary.id in (OVERALL, area.front)]
    changes = {area.id: area.baseline.change for area in mine if area.baseline}
    then = {area.id: earlier.areas[area.id].score for area in mine if area.id in earlier.areas}
    of_areas = mean_of_areas(collected.questionnaire, mine, then)
    baseline = _compared(
        now=summary.score,
        then=earlier.overall if summary.id == OVERALL else of_areas,
        change=mean_of_areas(collected.questionnaire, mine, changes),
        zone=_zone(collected, earlier),
        comparable=f"{sum(change is not None for change in changes.values())} of {len(mine)}",
        same=_related(collected.questionnaire, earlier),
    )
    return replace(summary, baseline=baseline)


def comparable_items(
    collected: Collected, area: Area, rating: AreaRating, earlier: Earlier
) -> list[ItemRating]:
    """The items with the same id and meaning that count in both audits."""
    same = {item.id for item in area.items if _before(collected, item, earlier)}
    return [item for item in rating.items if item.state == "counted" and item.id in same]


def _before(collected: Collected, item: Item, earlier: Earlier | None) -> EarlierItem | None:
    """The item in the previous audit; None unless it counted there with the meaning it has now."""
    if earlier is None or not means_the_same(collected.questionnaire, item, earlier):
        return None
    return earlier.items[item.id]


def means_the_same(questionnaire: Questionnaire, item: Item, earlier: Earlier) -> bool:
    """Whether an item counted then and was the same: from one questionnaire, and not reworded since."""
    found = earlier.items.get(item.id)
    if found is None or found.comparable_since != item.comparable_since:
        return False
    return earlier.origin(item.id) == questionnaire.origin(item.id)


def _related(questionnaire: Questionnaire, earlier: Earlier) -> bool:
    """Whether the two audits used one questionnaire, or two that share items."""
    then = {earlier.questionnaire, *(earlier.origin(name) for name in earlier.items)}
    return bool(then & {questionnaire.id, *(questionnaire.origin(name) for name in questionnaire.items)})


def _with_references(collected: Collected, rating: ItemRating, earlier: Earlier | None) -> ItemRating:
    questionnaire = collected.questionnaire
    item = questionnaire.items[rating.id]
    before = _before(collected, item, earlier)
    alone = before if before and not before.pooled else None
    return replace(
        rating,
        baseline=_item(collected, rating, earlier),
        target=target_of(questionnaire, item, rating, alone),
        parity=parity_of(questionnaire, item, rating),
    )


def _area(collected: Collected, area: Area, rating: AreaRating, earlier: Earlier) -> Comparison:
    both = comparable_items(collected, area, rating, earlier)
    before = earlier.areas.get(area.id, EarlierArea(None, None, None))
    compared = _compared(
        now=rating.score,
        then=before.score,
        change=change_over(collected.questionnaire, both, earlier),
        zone=_zone(collected, earlier),
        comparable=f"{len(both)} of {sum(item.scored for item in area.items)}",
        same=_related(collected.questionnaire, earlier),
    )
    compared = replace(compared, coarse=before.coarse, printed=before.printed)
    if compared.change is None:
        return compared
    return replace(
        compared,
        whole=is_whole(collected, area, rating, both, earlier),
        objective=of_documents(collected, area, both, earlier),
        perception=of_people(collected, area, rating, both, earlier),
    )


def _compared(
    *,
    now: Fraction | None,
    then: Fraction | None,
    change: Fraction | None,
    zone: Fraction,
    comparable: str,
    same: bool,
) -> Comparison:
    status: Status = "not comparable"
    if not same:
        return Comparison("previous", then, None, status, comparable, OTHER_QUESTIONNAIRE)
    if now is None:
        return Comparison("previous", then, None, status, comparable, NOT_RATED_NOW)
    if then is None:
        return Comparison("previous", None, None, "new", comparable, NOT_RATED_THEN)
    if change is None:
        return Comparison("previous", then, None, status, comparable, NO_ITEM)
    return Comparison("previous", then, change, status_of(change, zone), comparable, zone=zone)


def _zone(collected: Collected, earlier: Earlier) -> Fraction:
    return dead_zone(collected.questionnaire, min(collected.respondents, earlier.respondents))


def _item(collected: Collected, rating: ItemRating, earlier: Earlier | None) -> Comparison | None:
    item = collected.questionnaire.items[rating.id]
    if not item.scored:
        return None
    before = earlier.items.get(item.id) if earlier else None
    if earlier is None or before is None:
        return declared_item(collected.questionnaire, rating)
    if rating.score is None or not rating.shown or before.pooled:
        return None
    if not means_the_same(collected.questionnaire, item, earlier):
        return Comparison("previous", before.score, None, "not comparable", "0 of 1")
    return _since(collected, item, rating, rating.score - before.score, before, earlier)


def _since(
    collected: Collected,
    item: Item,
    rating: ItemRating,
    change: Fraction,
    before: EarlierItem,
    earlier: Earlier,
) -> Comparison:
    if change and item.evidence == "objective" and _one_person(collected, item, rating, before):
        return Comparison("previous", before.score, change, "unchanged", "1 of 1", ONE_PERSON)
    # Any change of what was looked up is reported; what people said must move beyond the dead zone.
    zone = Fraction(0) if item.evidence == "objective" else _zone(collected, earlier)
    return Comparison("previous", before.score, change, status_of(change, zone), "1 of 1", zone=zone)


def _one_person(collected: Collected, item: Item, rating: ItemRating, before: EarlierItem) -> bool:
    if rating.value is None or before.value is None:
        return False
    now, then = collected.value(item, rating.value), collected.value(item, before.value)
    return isinstance(now, SexCount) and isinstance(then, SexCount) and one_person(then, now)
