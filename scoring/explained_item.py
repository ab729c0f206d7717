"""One item explained: its sources, what was counted, and the arithmetic (docs/method.md, rule 1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from questionnaires.catalogue import marked, tr
from questionnaires.definition import Item
from scoring.assessment import AreaRating, ItemRating, Source
from scoring.band_limits import limits_of
from scoring.collected import Collected
from scoring.evidence import Tally
from scoring.explained_sources import found_values, looked_at
from scoring.explanation import Counted, Found, ItemExplained, Part, Unsettled
from scoring.people import count, heard_from, of_staff, staff_tallies
from scoring.points import Mark
from scoring.sensitivity import POOLED
from scoring.working_out import working_out

MISSING = {
    "dk": marked("Don't know"),
    "pnts": marked("Prefer not to say"),
    "na": marked("Not in my work"),
    "nf": marked("Does not exist"),
    "ng": marked("Not given"),
}
"""What an answer without an option is called."""
NOT_SETTLED = marked("rated differently by two facilitators and not settled: the later one counts")
RATED_ANEW = marked(
    "rated differently after two facilitators agreed on a value: the agreed one counts until it is settled"
)


def explain_item(
    collected: Collected, item: Item, area: AreaRating, parts: Sequence[Part], apart: tuple[str, ...] = ()
) -> ItemExplained:
    """Why an item is rated as it is; `parts` are those of its area.

    `apart`: the canonical values that facilitators gave it, where they differ and nobody settled on one.
    """
    rating = next(each for each in area.items if each.id == item.id)
    hidden = rating.source == "pooled"
    tallies = _behind(collected, item, rating.source)
    told = count(collected, item, tallies)
    found = found_values(collected, item, rating)
    return ItemExplained(
        text=item.text,
        scale=collected.questionnaire.scale_of(item).title,
        reverse=item.reverse,
        rating=rating,
        hidden=hidden,
        looked=looked_at(collected, item, rating),
        found=found,
        counts=_counts(collected, item, rating, tallies),
        total=told.total if tallies else None,
        without_points=told.given - told.n,
        working=_working(collected, item, rating),
        limits=None
        if hidden or rating.score is None
        else limits_of(collected.questionnaire, rating.score, "item"),
        area=area.id,
        part=next(part for part in parts if part.id == (POOLED if hidden else item.id)),
        unsettled=_unsettled(rating, found, apart),
    )


def _unsettled(rating: ItemRating, found: Sequence[Found], apart: tuple[str, ...]) -> Unsettled | None:
    """What is said where facilitators rated apart; nothing where none of their values counts."""
    if not apart or rating.value is None:
        return None
    agreed = any(one.chosen and one.agreed for one in found)
    values = tuple(dict.fromkeys((*apart, rating.value)))
    return Unsettled(values, rating.value, tr(RATED_ANEW if agreed else NOT_SETTLED))


def _behind(collected: Collected, item: Item, source: Source | None) -> tuple[Tally, ...]:
    """People's answers behind the source that counts; none where one value decides, or in a pool."""
    if source == "survey":
        return staff_tallies(collected, item, "survey")
    if source == "interviews":
        return staff_tallies(collected, item, "interview")
    return heard_from(collected, item, source) if source in ("partners", "on_record") else ()


def _counts(
    collected: Collected, item: Item, rating: ItemRating, tallies: Sequence[Tally]
) -> tuple[Counted, ...]:
    """How many chose what, in the order of the scale; of few people only the sum is told."""
    enough = collected.questionnaire.rules.minimum_group_sensitive
    if rating.source != "on_record" and rating.n < enough:
        return ()
    given: Counter[str] = Counter()
    for tally in tallies:
        given[tally.value] += tally.number
    scale = collected.questionnaire.scale_of(item)
    order = [option.id for option in scale.options]
    places = {name: place for place, name in enumerate(order)}
    return tuple(
        Counted(name, _label(collected, item, name), _points(collected, item, name), given[name])
        for name in sorted(given, key=lambda name: (places.get(name, len(order)), name))
    )


def _label(collected: Collected, item: Item, name: str) -> str:
    option = collected.questionnaire.scale_of(item).option(name)
    return option.label if option else tr(MISSING[name.split(" ")[0]])


def _points(collected: Collected, item: Item, text: str) -> Fraction | None:
    worth = collected.worth(item, text)
    return worth.score if isinstance(worth, Mark) else None


def _working(collected: Collected, item: Item, rating: ItemRating) -> tuple[str, ...]:
    """The arithmetic of the one value that decides; empty where people's answers do."""
    text = rating.value
    if rating.source == "workshop" and of_staff(item):
        text = collected.observations(item, "workshop")[-1].value
    if text is None:
        return ()
    return working_out(collected.questionnaire, item, collected.value(item, text))
