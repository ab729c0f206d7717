"""What changed in the documents and in what staff say, each on its own (docs/method.md, rule 6)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from questionnaires.definition import Area, Item, Questionnaire
from scoring.areas import of_staff_perception, weighed
from scoring.assessment import AreaRating, ItemRating, SubChange
from scoring.change import dead_zone, status_of
from scoring.collected import Collected
from scoring.evidence import Earlier, EarlierItem, Printed
from scoring.means import difference
from scoring.shares import counted_as


def of_documents(
    collected: Collected, area: Area, both: Sequence[ItemRating], earlier: Earlier
) -> SubChange | None:
    """The change of the objective items among those compared; None if there is none among them."""
    items = [item for item in area.items if item.scored and item.evidence == "objective"]
    names = {item.id for item in items}
    mine = [item for item in both if item.id in names]
    zone = collected.questionnaire.rules.dead_zone_objective
    return _changed(collected.questionnaire, mine, earlier, len(items), zone)


def of_people(
    collected: Collected, area: Area, rating: AreaRating, both: Sequence[ItemRating], earlier: Earlier
) -> SubChange | None:
    """The change of what staff say over the items compared; None if there is none of theirs among them."""
    items = [item for item in area.items if item.scored and _asks_staff(item)]
    counted = {item.id for item in rating.items if of_staff_perception(collected.questionnaire, item)}
    mine = [item for item in both if item.id in counted]
    before = earlier.areas.get(area.id)
    then = counted_then(collected, area, earlier)
    said = None if then is None else {name for name in then if _said_by_staff(collected, name, earlier)}
    people = min(collected.respondents, earlier.respondents)
    return _changed(
        collected.questionnaire,
        mine,
        earlier,
        len(items),
        dead_zone(collected.questionnaire, people),
        whole=counted == said == {item.id for item in mine} and _weigh_alike(mine, earlier),
        printed=before.printed_perception if before else None,
    )


def is_whole(
    collected: Collected, area: Area, rating: AreaRating, both: Sequence[ItemRating], earlier: Earlier
) -> bool:
    """Whether the items compared are all that the area is made of, now and then, with the same weights."""
    now = {item.id for item in rating.items if item.state == "counted"}
    then = counted_then(collected, area, earlier)
    return now == then == {item.id for item in both} and _weigh_alike(both, earlier)


def counted_then(collected: Collected, area: Area, earlier: Earlier) -> set[str] | None:
    """The items that counted in the area in the earlier audit; None if that is not known any more."""
    if all(item.area is not None for item in earlier.items.values()):
        return {name for name, item in earlier.items.items() if item.area == area.id}
    now = (collected.questionnaire.id, collected.questionnaire.version)
    if (earlier.questionnaire, earlier.version) != now:
        return None
    return {item.id for item in area.items if item.id in earlier.items}


def _weigh_alike(both: Sequence[ItemRating], earlier: Earlier) -> bool:
    """Whether no item has another weight now; the weight of its evidence follows from what was found."""
    return all(earlier.items[item.id].item_weight in (None, item.weight) for item in both)


def _said_by_staff(collected: Collected, name: str, earlier: Earlier) -> bool:
    """Whether staff said it; of an item that is there no more it is not known whose view it was."""
    item = collected.questionnaire.items.get(name)
    return _asks_staff(item) if item else earlier.items[name].evidence == "perception"


def _changed(
    questionnaire: Questionnaire,
    mine: Sequence[ItemRating],
    earlier: Earlier,
    number: int,
    zone: Fraction,
    *,
    whole: bool = False,
    printed: Printed | None = None,
) -> SubChange | None:
    change = change_over(questionnaire, mine, earlier)
    if change is None:
        return None
    comparable = f"{len(mine)} of {number}"
    return SubChange(change, status_of(change, zone), comparable, zone, whole, printed)


def change_over(
    questionnaire: Questionnaire, both: Sequence[ItemRating], earlier: Earlier
) -> Fraction | None:
    """The figure that these items make now minus the one they made then, in points; None without any item.

    Both sides have the weights of now, each with that of its own evidence: with those of its own version a
    new weight would be change.
    """
    then = [(earlier.items[item.id], item.weight) for item in both]
    return difference(
        ((weighed(item), counted_as(questionnaire, item.score)) for item in both if item.score is not None),
        ((weight * _evidence(item), counted_as(questionnaire, item.score)) for item, weight in then),
    )


def _evidence(item: EarlierItem) -> Fraction:
    # Before the weight of the item was kept, every item of the shipped questionnaire weighed 1.
    return item.weight / item.item_weight if item.item_weight else item.weight


def _asks_staff(item: Item) -> bool:
    return item.evidence == "perception" and item.voice == "staff"
