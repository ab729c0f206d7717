"""What changed in the documents and in what staff say, each on its own (docs/method.md, rule 6)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from questionnaires.definition import Area, Item, Questionnaire
from scoring.areas import of_staff_perception, weighed
from scoring.assessment import AreaRating, ItemRating, SubChange
from scoring.change import dead_zone, status_of
from scoring.collected import Collected
from scoring.evidence import Earlier, Printed
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
    then = {item.id for item in items if item.id in earlier.items}
    same = (earlier.questionnaire, earlier.version) == (
        collected.questionnaire.id,
        collected.questionnaire.version,
    )
    people = min(collected.respondents, earlier.respondents)
    return _changed(
        collected.questionnaire,
        mine,
        earlier,
        len(items),
        dead_zone(collected.questionnaire, people),
        whole=same and counted == then == {item.id for item in mine},
        printed=before.printed_perception if before else None,
    )


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
    """The figure that these items make now minus the one they made then, in points; None without any item."""
    then = [earlier.items[item.id] for item in both]
    return difference(
        ((weighed(item), counted_as(questionnaire, item.score)) for item in both if item.score is not None),
        ((item.weight, counted_as(questionnaire, item.score)) for item in then),
    )


def _asks_staff(item: Item) -> bool:
    return item.evidence == "perception" and item.voice == "staff"
