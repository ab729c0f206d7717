"""Items that a definition shares with a questionnaire of the package must say the same, word for word."""

from __future__ import annotations

from collections.abc import Iterator

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
            message = f"There is no item `{name}` in this file."
            yield Mistake(("shares", "own_items", at), message, "Correct the id, or delete it here.")
    for place, item in placed_items(questionnaire):
        theirs = other.items.get(item.id)
        if item.id in own and theirs:
            message = f"`{item.id}` is an item of its own here, but {where} has one with this id too."
            yield Mistake((*place, "id"), message, "Choose another id, or share the item.")
        elif item.id not in own and not theirs:
            message = f"`{item.id}` is to be shared with {where}, which has no such item."
            yield Mistake((*place, "id"), message, "Correct the id, or list it under `shares: own_items`.")
        elif item.id not in own and theirs:
            yield from _same(place, questionnaire, item, other, theirs)


def _same(
    place: Place, questionnaire: Questionnaire, item: Item, other: Questionnaire, theirs: Item
) -> Iterator[Mistake]:
    where = f"{other.id} {other.version}"
    for name in SAME:
        if getattr(item, name) != getattr(theirs, name):
            written = name in item.model_fields_set
            message = f"`{name}` of `{item.id}` is not as in {where}, with which the item is shared."
            remedy = "Take it over from there, or give the item an id of its own under `shares: own_items`."
            yield Mistake((*place, name) if written else place, message, remedy)
    if more := [name for name in item.instruments if name not in theirs.instruments]:
        message = f"`{item.id}` is asked by {listed(more)}; in {where} it is not."
        yield Mistake(
            (*place, "instruments"), message, "Take that away; a shared item may be asked by fewer."
        )
    if item.scale == theirs.scale and _scale(questionnaire, item) != _scale(other, theirs):
        message = f"The scale `{item.scale}` of `{item.id}` is not as in {where}."
        yield Mistake(
            (*place, "scale"), message, "Take the scale over from there with all its options and points."
        )
    here, there = questionnaire.area_of[item.id].id, other.area_of[item.id].id
    if here != there:
        message = f"`{item.id}` stands in the area `{here}`; in {where} it stands in `{there}`."
        yield Mistake((*place, "id"), message, "Put it into that area.")


def _scale(questionnaire: Questionnaire, item: Item) -> object:
    return questionnaire.scale.get(item.scale)
