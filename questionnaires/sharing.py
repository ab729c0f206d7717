"""Items that a definition shares with a questionnaire of the package must say the same, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from questionnaires.catalogue import tr
from questionnaires.definition import Item, Questionnaire
from questionnaires.mistakes import Mistake, Place, listed, placed_items

SAME = (
    "text",
    "scale",
    "evidence",
    "reverse",
    "weight",
    "respondents",
    "voice",
    "sensitivity",
    "halves",
    "minimum_staff",
    "minimum_total",
    "asked_if",
    "criteria",
    "counts_when",
    "since",
    "comparable_since",
)
"""What decides how a person answers, or what an answer is worth. Advice, sources and presets may differ."""


def shared(questionnaire: Questionnaire, other: Questionnaire) -> Iterator[Mistake]:
    """Every shared item that is not the same in `other`, the questionnaire that `shares` names."""
    where = f"{other.id} {other.version}"
    own = questionnaire.shares.own_items if questionnaire.shares else ()
    for at, name in enumerate(own):
        if name not in questionnaire.items:
            message = tr("There is no item `{name}` in this file.", name=name)
            yield Mistake(("shares", "own_items", at), message, tr("Correct the id, or delete it here."))
    for place, item in placed_items(questionnaire):
        theirs = other.items.get(item.id)
        if item.id in own and theirs:
            message = tr(
                "`{id}` is an item of its own here, but {where} has one with this id too.",
                id=item.id,
                where=where,
            )
            yield Mistake((*place, "id"), message, tr("Choose another id, or share the item."))
        elif item.id not in own and not theirs:
            message = tr(
                "`{id}` is to be shared with {where}, which has no such item.", id=item.id, where=where
            )
            yield Mistake(
                (*place, "id"), message, tr("Correct the id, or list it under `shares: own_items`.")
            )
        elif item.id not in own and theirs:
            yield from _same(place, questionnaire, item, other, theirs)


def _same(
    place: Place, questionnaire: Questionnaire, item: Item, other: Questionnaire, theirs: Item
) -> Iterator[Mistake]:
    where = f"{other.id} {other.version}"
    for name in SAME:
        if getattr(item, name) != getattr(theirs, name):
            written = name in item.model_fields_set
            message = tr(
                "`{name}` of `{id}` is not as in {where}, with which the item is shared.",
                name=name,
                id=item.id,
                where=where,
            )
            remedy = tr(
                "Take it over from there, or give the item an id of its own under `shares: own_items`."
            )
            yield Mistake((*place, name) if written else place, message, remedy)
    if more := [name for name in item.instruments if name not in theirs.instruments]:
        message = tr(
            "`{id}` is asked by {names}; in {where} it is not.", id=item.id, names=listed(more), where=where
        )
        yield Mistake(
            (*place, "instruments"), message, tr("Take that away; a shared item may be asked by fewer.")
        )
    if item.scale == theirs.scale and _scale(questionnaire, item) != _scale(other, theirs):
        message = tr(
            "The scale `{scale}` of `{id}` is not as in {where}.", scale=item.scale, id=item.id, where=where
        )
        yield Mistake(
            (*place, "scale"), message, tr("Take the scale over from there with all its options and points.")
        )
    here, there = questionnaire.area_of[item.id].id, other.area_of[item.id].id
    if here != there:
        message = tr(
            "`{id}` stands in the area `{here}`; in {where} it stands in `{there}`.",
            id=item.id,
            here=here,
            where=where,
            there=there,
        )
        yield Mistake((*place, "id"), message, tr("Put it into that area."))


def _scale(questionnaire: Questionnaire, item: Item) -> object:
    return questionnaire.scale.get(item.scale)
