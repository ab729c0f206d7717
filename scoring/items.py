"""Each item of an area: counted, lost, not applicable or information (docs/method.md, rules 1 and 3)."""

from __future__ import annotations

from questionnaires.definition import Area, Item
from questionnaires.routing import asked_here
from scoring.assessment import ItemRating
from scoring.collected import Collected
from scoring.observed import observed, without_score
from scoring.people import of_staff, rate_on_record, rate_partners, rate_staff
from scoring.points import INFORMATION, not_applicable
from scoring.small_units import rate_pooled


def rate_items(collected: Collected, area: Area) -> tuple[ItemRating, ...]:
    """Rate the items of an area, in its order."""
    pooled = rate_pooled(collected, area) if collected.small else {}
    return tuple(pooled.get(item.id) or _rate(collected, item) for item in area.items)


def _rate(collected: Collected, item: Item) -> ItemRating:
    if not item.scored:
        return without_score(item, "information", INFORMATION)
    if not asked_here(item, collected.setting):
        return without_score(item, "na", not_applicable(collected.questionnaire, "N3"))
    if item.evidence == "perception" and item.voice == "partner":
        return rate_partners(collected, item)
    reason = collected.setting.switched_off.get(item.id)
    if reason is not None and not collected.overruled(item):
        return without_score(item, "na", not_applicable(collected.questionnaire, reason))
    if item.evidence == "perception" and item.voice == "management":
        return rate_on_record(collected, item)
    return rate_staff(collected, item) if of_staff(item) else observed(collected, item)
