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
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Item, Option, Questionnaire, Scale
from questionnaires.scope import looked_up_in
from questionnaires.values import Choice, Missing
from scoring.assessment import ItemRating
from scoring.rounding import one_decimal

REACTIONS = {"agree": marked("the unit agrees"), "dispute": marked("the unit disputes it")}
REASONED = {
    "agree": marked("the unit agrees, because {reason}"),
    "dispute": marked("the unit disputes it, because {reason}"),
}


def area_block(
    questionnaire: Questionnaire, found: ByDocuments, seen: Mapping[str, str], view: View | None
) -> Block:
    """One area. `seen`: item -> the evidence that was named for it. `view`: what the unit said to it."""
    lines = [Line(figure(questionnaire, found))]
    for rating in found.counted:
        lines += _item(questionnaire, questionnaire.items[rating.id], rating)
    lines += _example(found, seen)
    if view is not None:
        lines.append(Line(tr("Recorded: {recorded}", recorded=reaction_words(questionnaire, view))))
    return Block(tuple(lines), f"{found.area.id}  {found.area.title}", found.area.id)


def figure(questionnaire: Questionnaire, found: ByDocuments) -> str:
    """The figure and band by documents and staff data, or why there is none."""
    sources = looked_up_in(questionnaire)
    if found.score is None:
        return tr("By {sources} not rated: {reason}.", sources=sources, reason=found.why)
    return tr_many(
        "By {sources}: {band}, {score} of 100 ({found} of {number} item found).",
        "By {sources}: {band}, {score} of 100 ({found} of {number} items found).",
        found.applicable,
        sources=sources,
        band=band_words(questionnaire, found.band),
        score=one_decimal(found.score),
        found=len(found.counted),
    )


def reaction_words(questionnaire: Questionnaire, view: View) -> str:
    """What was recorded of one area at the debriefing, in one line."""
    bands = {band.id: band.label for band in questionnaire.figure_bands}
    parts = [
        _reaction(view),
        tr(
            "facilitators' rating that day, by {sources} alone: {band}",
            sources=looked_up_in(questionnaire),
            band=bands.get(view.facilitators, tr("not rated")),
        ),
        tr("unit's view: {band}", band=bands[view.unit]) if view.unit in bands else "",
        tr("agreed rating: {band}", band=bands[view.agreed]) if view.agreed in bands else "",
        tr("evidence promised by {day}", day=promised(view)) if view.evidence_by else "",
    ]
    return "; ".join(part for part in parts if part) + "."


def _reaction(view: View) -> str:
    if not view.reaction:
        return ""
    if not view.reason:
        return tr(REACTIONS[view.reaction])
    return tr(REASONED[view.reaction], reason=view.reason.rstrip(". "))


def promised(view: View) -> str:
    """The day by which evidence was promised, in words."""
    return day_words(date.fromisoformat(view.evidence_by))


def _item(questionnaire: Questionnaire, item: Item, rating: ItemRating) -> Iterator[Line]:
    scale = questionnaire.scale_of(item)
    if not item.criteria:
        found = what_was_found(questionnaire, item, rating) or tr("found")
        yield Line(item.text, item.id)
        yield Line(tr("Found: {found}.", found=found), deeper=True)
        return
    yield Line(item.text, item.id)
    met, above = met_and_next(item, scale, rating)
    yield Line(tr("Met: {criterion}", criterion=met), deeper=True)
    if above:
        yield Line(tr("Next one up: {criterion}", criterion=above), deeper=True)


def met_and_next(item: Item, scale: Scale, rating: ItemRating) -> tuple[str, str]:
    """The criterion that was met and the next one up, each with its level; empty where there is none."""
    order = sorted(
        (option for option in scale.options if option.points is not None),
        key=lambda option: (option.points or 0) * (-1 if item.reverse else 1),
    )
    value = read_value(item, scale, rating.value or "")
    if isinstance(value, Missing):
        return (tr("confirmed not to exist"), _criterion(item, order[1]) if len(order) > 1 else "")
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
    return [Line(tr("An example: {item}, seen in: {paper}", item=lowest.id, paper=seen[lowest.id]))]
