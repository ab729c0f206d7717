"""What would change an area's rating, as far as published figures tell (docs/method.md, rules 2, 4 and 8).

Only facts are named: documents, staff data, what a group agreed on. What people say in confidence is not
something to be moved, and nothing is computed where a figure is kept back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exports.composing import areas
from exports.composing.words import either, reason_words, together
from exports.material import Material
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from scoring.areas import mean
from scoring.assessment import AreaRating, ItemRating
from scoring.bands import band_of, in_order
from scoring.disclosure import published_item, published_reason, published_score
from scoring.would_change import Move, Way, would_change

MOST_NAMED = 3
LOWER_HALF = 50


def outlook(material: Material, area: AreaRating) -> tuple[str, ...]:
    """What would lift the rating, or make the area rated, in sentences; empty if nothing can be said."""
    if not area.applicable:
        return ()
    if area.score is None:
        return tuple(_missing(material, area))
    as_printed = _of_printed_figures(material.questionnaire, area)
    if as_printed is None:
        return tuple(_lowest(material, area))
    way = would_change(material.questionnaire, as_printed)
    return _up(material.questionnaire, way.up) if way and way.up else (tr("It lies in the highest band."),)


def _of_printed_figures(questionnaire: Questionnaire, area: AreaRating) -> AreaRating | None:
    """The area as a reader would rate it from the report; None where a figure is kept back or coarse."""
    if area.in_steps or published_score(area).at_end:
        return None
    found: list[ItemRating] = []
    for item in area.items:
        figure = published_item(questionnaire, item)
        if item.state != "counted":
            continue
        if figure.value is None or figure.at_end:
            return None
        # A share counts whether the exact points reach its limit; a document's are no secret.
        found.append(item if questionnaire.share else replace(item, score=figure.value))
    score = mean(questionnaire, found)
    if score is None or band_of(questionnaire, score) != area.band:
        return None
    return replace(area, items=tuple(found), score=score)


def _up(questionnaire: Questionnaire, way: Way) -> tuple[str, ...]:
    label = next(band.label for band in in_order(questionnaire) if band.id == way.band)
    facts = [move for move in way.single if move.becomes is not None]
    if facts:
        named = either([_move(questionnaire, move) for move in facts])
        return (tr("One of these alone would make it {band}: {moves}.", band=label, moves=named),)
    if way.together and all(move.becomes is not None for move in way.together):
        named = together([_move(questionnaire, move) for move in way.together[:MOST_NAMED]])
        more = len(way.together) - MOST_NAMED
        if more > 0:
            named = tr_many("{moves}, and {number} more", "{moves}, and {number} more", more, moves=named)
        return (tr("Together these would make it {band}: {moves}.", band=label, moves=named),)
    return (
        tr(
            "No document or staff figure alone would make it {band}: what people see has to change too.",
            band=label,
        ),
    )


def _move(questionnaire: Questionnaire, move: Move) -> str:
    """An item and the answer it would need; numbers of people and cases are not printed."""
    item = questionnaire.items[move.id]
    option = questionnaire.scale_of(item).option(move.becomes or "")
    if option is None:
        return tr("a better figure at {item}", item=move.id)
    return tr('{item} at "{answer}"', item=move.id, answer=option.label.lower())


def _lowest(material: Material, area: AreaRating) -> Iterator[str]:
    items = material.questionnaire.items
    facts = [
        (figure, rating.id)
        for figure, rating in areas.listed_figures(material, area)
        if items[rating.id].evidence == "objective" and figure < LOWER_HALF
    ]
    if facts:
        named = ", ".join(name for _, name in sorted(facts)[:MOST_NAMED])
        yield tr("Begin with what documents and staff data show to be lowest: {items}.", items=named)
    yield tr(
        "How much would be enough is not computed: the report keeps back or rounds a figure of this area."
    )


def _missing(material: Material, area: AreaRating) -> Iterator[str]:
    lost = [
        item
        for item in area.items
        if item.state == "lost"
        and not areas.hidden_in_small_unit(material, material.questionnaire.items[item.id], item)
    ]
    for found in sorted({published_reason(item.why) for item in lost}):
        named = ", ".join(item.id for item in lost if published_reason(item.why) == found)
        yield tr(
            "It could be rated with more evidence; {reason} at {items}.",
            reason=reason_words(found),
            items=named,
        )
