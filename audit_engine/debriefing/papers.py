"""Documents and staff data of one area in words: what was found, the criterion met, the next one up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from audit_engine.after import View
from audit_engine.debriefing.by_documents import ByDocuments
from audit_engine.debriefing.presentation import Block, Line
from exports.composing.edition import day_words
from exports.composing.figures import band_words, what_was_found
from questionnaires.answers import read_value
from questionnaires.definition import Item, Option, Questionnaire, Scale
from questionnaires.scope import looked_up_in
from questionnaires.values import Choice, Missing
from scoring.assessment import ItemRating
from scoring.rounding import one_decimal


def area_block(
    questionnaire: Questionnaire, found: ByDocuments, seen: Mapping[str, str], view: View | None
) -> Block:
    """One area. `seen`: item -> the evidence that was named for it. `view`: what the unit said to it."""
    lines = [Line(figure(questionnaire, found))]
    for rating in found.counted:
        lines += _item(questionnaire, questionnaire.items[rating.id], rating)
    lines += _example(found, seen)
    if view is not None:
        lines.append(Line(f"Recorded: {reaction_words(questionnaire, view)}"))
    return Block(tuple(lines), f"{found.area.id}  {found.area.title}", found.area.id)


def figure(questionnaire: Questionnaire, found: ByDocuments) -> str:
    """The figure and band by documents and staff data, or why there is none."""
    if found.score is None:
        return f"By {looked_up_in(questionnaire)} not rated: {found.why}."
    band = band_words(questionnaire, found.band)
    return (
        f"By {looked_up_in(questionnaire)}: {band}, {one_decimal(found.score)} of 100 "
        f"({len(found.counted)} of {found.applicable} {'item' if found.applicable == 1 else 'items'} found)."
    )


def reaction_words(questionnaire: Questionnaire, view: View) -> str:
    """What was recorded of one area at the debriefing, in one line."""
    bands = {band.id: band.label for band in questionnaire.figure_bands}
    said = {"agree": "the unit agrees", "dispute": "the unit disputes it", "": ""}[view.reaction]
    parts = [
        f"{said}, because {view.reason.rstrip('. ')}" if said and view.reason else said,
        f"facilitators' rating that day, by {looked_up_in(questionnaire)} alone: "
        f"{bands.get(view.facilitators, 'not rated')}",
        f"unit's view: {bands[view.unit]}" if view.unit in bands else "",
        f"agreed rating: {bands[view.agreed]}" if view.agreed in bands else "",
        f"evidence promised by {promised(view)}" if view.evidence_by else "",
    ]
    return "; ".join(part for part in parts if part) + "."


def promised(view: View) -> str:
    """The day by which evidence was promised, in words."""
    return day_words(date.fromisoformat(view.evidence_by))


def _item(questionnaire: Questionnaire, item: Item, rating: ItemRating) -> Iterator[Line]:
    scale = questionnaire.scale_of(item)
    if not item.criteria:
        found = what_was_found(questionnaire, item, rating) or "found"
        yield Line(item.text, item.id)
        yield Line(f"Found: {found}.", deeper=True)
        return
    yield Line(item.text, item.id)
    met, above = met_and_next(item, scale, rating)
    yield Line(f"Met: {met}", deeper=True)
    if above:
        yield Line(f"Next one up: {above}", deeper=True)


def met_and_next(item: Item, scale: Scale, rating: ItemRating) -> tuple[str, str]:
    """The criterion that was met and the next one up, each with its level; empty where there is none."""
    order = sorted(
        (option for option in scale.options if option.points is not None),
        key=lambda option: (option.points or 0) * (-1 if item.reverse else 1),
    )
    value = read_value(item, scale, rating.value or "")
    if isinstance(value, Missing):
        return ("confirmed not to exist", _criterion(item, order[1]) if len(order) > 1 else "")
    place = next(
        (i for i, option in enumerate(order) if isinstance(value, Choice) and option.id == value.option), None
    )
    if place is None:
        return "", ""
    above = _criterion(item, order[place + 1]) if place + 1 < len(order) else ""
    return _criterion(item, order[place]), above


def _criterion(item: Item, option: Option) -> str:
    text = item.criteria.get(option.id)
    return f"{option.label.lower()}: {text}" if text else option.label.lower()


def _example(found: ByDocuments, seen: Mapping[str, str]) -> list[Line]:
    """The item with the lowest points that names its evidence: there is most to talk about."""
    named = [one for one in found.counted if seen.get(one.id) and one.score is not None]
    if not named:
        return []
    lowest = min(named, key=lambda one: (one.score or 0, one.id))
    return [Line(f"An example: {lowest.id}, seen in: {seen[lowest.id]}")]
