"""Names that must lead somewhere: every id that a part of a definition mentions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Condition, Item, Questionnaire
from questionnaires.levels import rated_by_level
from questionnaires.mistakes import Mistake, Place, listed, placed_items


def references(questionnaire: Questionnaire) -> Iterator[Mistake]:
    """Names that lead nowhere, or to something that cannot be meant."""
    yield from _areas(questionnaire)
    yield from _recommendations(questionnaire)
    for place, item in placed_items(questionnaire):
        yield from _item(questionnaire, place, item)
        yield from _options(questionnaire, place, item)
        yield from _pair(questionnaire, place, item)
        if item.asked_if:
            yield from _condition(questionnaire, place, item, item.asked_if)
    yield from _quiz(questionnaire)


_UNKNOWN: dict[str, tuple[str, str]] = {
    "front": (marked("There is no front `{name}`."), marked("Correct the name, or add the front.")),
    "area": (marked("There is no area `{name}`."), marked("Correct the name, or add the area.")),
    "responsible party": (
        marked("There is no responsible party `{name}`."),
        marked("Correct the name, or add the responsible party."),
    ),
    "scale": (marked("There is no scale `{name}`."), marked("Correct the name, or add the scale.")),
    "recommendation": (
        marked("There is no recommendation `{name}`."),
        marked("Correct the name, or add the recommendation."),
    ),
    "reason": (marked("There is no reason `{name}`."), marked("Correct the name, or add the reason.")),
    "item": (marked("There is no item `{name}`."), marked("Correct the name, or add the item.")),
    "option": (
        marked("There is no option in the scale `{scale}` named `{name}`."),
        marked("Correct the name, or add the option to the scale `{scale}`."),
    ),
}
"""Kind of part -> what is said of a name that none of it has, and what to do."""


def _unknown(
    place: Place, kind: str, name: str, known: Collection[str], scale: str = ""
) -> Iterator[Mistake]:
    if name in known:
        return
    message, to_do = _UNKNOWN[kind]
    near = get_close_matches(name, known, n=1)
    if near:
        remedy = tr("Did you mean `{near}`?", near=near[0])
    elif 0 < len(known) <= 12:
        remedy = tr("Write {names}.", names=listed(list(known)))
    else:
        remedy = tr(to_do, scale=scale)
    yield Mistake(place, tr(message, name=name, scale=scale), remedy)


def _areas(questionnaire: Questionnaire) -> Iterator[Mistake]:
    fronts = [front.id for front in questionnaire.fronts]
    for at, area in enumerate(questionnaire.areas):
        yield from _unknown(("areas", at, "front"), "front", area.front, fronts)
    used = {area.front for area in questionnaire.areas}
    for at, front in enumerate(questionnaire.fronts):
        if front.id not in used:
            message = tr("The front `{id}` has no area.", id=front.id)
            yield Mistake(("fronts", at, "id"), message, tr("Delete it, or give it an area."))


def _recommendations(questionnaire: Questionnaire) -> Iterator[Mistake]:
    areas = [area.id for area in questionnaire.areas]
    parties = [party.id for party in questionnaire.responsible]
    for at, recommendation in enumerate(questionnaire.recommendations):
        yield from _unknown(("recommendations", at, "area"), "area", recommendation.area, areas)
        for index, party in enumerate(recommendation.lead):
            yield from _unknown(("recommendations", at, "lead", index), "responsible party", party, parties)


def _item(questionnaire: Questionnaire, place: Place, item: Item) -> Iterator[Mistake]:
    yield from _unknown((*place, "scale"), "scale", item.scale, questionnaire.scale)
    recommendations = questionnaire.recommendation
    yield from _unknown((*place, "recommendation"), "recommendation", item.recommendation, recommendations)
    parties = [party.id for party in questionnaire.responsible]
    for index, party in enumerate(item.responsible):
        yield from _unknown((*place, "responsible", index), "responsible party", party, parties)
    reasons = [reason.id for reason in questionnaire.reasons]
    for index, preset in enumerate(item.na_preset):
        yield from _unknown((*place, "na_preset", index, "reason"), "reason", preset.reason, reasons)


def _options(questionnaire: Questionnaire, place: Place, item: Item) -> Iterator[Mistake]:
    """A criterion for each option where documents are rated on a ladder, and none for other options."""
    scale = questionnaire.scale.get(item.scale)
    if scale is None:
        return
    options = [option.id for option in scale.options]
    for option in item.criteria:
        yield from _unknown((*place, "criteria", option), "option", option, options, scale.id)
    missing = [option for option in options if option not in item.criteria]
    if rated_by_level(item, scale) and missing:
        message = tr("`{id}` has no criterion for {names}.", id=item.id, names=listed(missing))
        remedy = tr("Say under `criteria` what must be true for each option.")
        yield Mistake((*place, "criteria") if item.criteria else place, message, remedy)


def _pair(questionnaire: Questionnaire, place: Place, item: Item) -> Iterator[Mistake]:
    if item.pair is None:
        return
    yield from _unknown((*place, "pair"), "item", item.pair, questionnaire.items)
    other = questionnaire.items.get(item.pair)
    if other and {item.evidence, other.evidence} != {"objective", "perception"}:
        message = tr("`{id}` and `{other}` cannot be a pair.", id=item.id, other=other.id)
        yield Mistake((*place, "pair"), message, tr("A pair is one objective and one perception item."))


def _condition(
    questionnaire: Questionnaire, place: Place, item: Item, condition: Condition
) -> Iterator[Mistake]:
    where = (*place, "asked_if", "item")
    other = questionnaire.items.get(condition.item)
    if other is None:
        yield from _unknown(where, "item", condition.item, questionnaire.items)
        return
    order = list(questionnaire.items)
    if order.index(other.id) >= order.index(item.id):
        chain = " -> ".join(_chain(questionnaire, item))
        message = tr(
            "`{id}` waits for an item that is not asked before it: {chain}.", id=item.id, chain=chain
        )
        yield Mistake(where, message, tr("Name an earlier item."))
    elif not set(other.instruments) & set(item.instruments):
        message = tr(
            "`{id}` waits for `{other}`, which is never in the same form.", id=item.id, other=other.id
        )
        yield Mistake(where, message, tr("Name an item with the same instrument."))
    scale = questionnaire.scale.get(other.scale)
    options = [option.id for option in scale.options] if scale else condition.one_of
    for index, option in enumerate(condition.one_of):
        yield from _unknown((*place, "asked_if", "one_of", index), "option", option, options, other.scale)


def _chain(questionnaire: Questionnaire, item: Item) -> list[str]:
    """The items that wait for each other, up to the first that is met again."""
    chain = [item.id]
    while item.asked_if and item.asked_if.item in questionnaire.items:
        item = questionnaire.items[item.asked_if.item]
        chain.append(item.id)
        if item.id in chain[:-1]:
            break
    return chain


def _quiz(questionnaire: Questionnaire) -> Iterator[Mistake]:
    quiz = questionnaire.quiz
    if quiz is None:
        return
    yield from _unknown(("quiz", "item"), "item", quiz.item, questionnaire.items)
    item = questionnaire.items.get(quiz.item)
    scale = questionnaire.scale.get(item.scale) if item else None
    if scale and scale.kind != "ratio":
        yield Mistake(
            ("quiz", "item"),
            tr("`{item}` is not on a ratio scale.", item=quiz.item),
            tr("Name an item that is."),
        )
    for at, question in enumerate(quiz.questions):
        if question.right > len(question.answers):
            message = tr_many(
                "The right answer is {right}, but there are {number} answers.",
                "The right answer is {right}, but there are {number} answers.",
                len(question.answers),
                right=question.right,
            )
            yield Mistake(("quiz", "questions", at, "right"), message, tr("Count the answers from 1."))
