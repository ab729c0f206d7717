"""Items with one value: documents, staff data, a group's quiz (docs/method.md, rule 1)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from questionnaires.definition import Instrument, Item
from questionnaires.values import Missing
from scoring.assessment import ItemRating, Source, State, Why
from scoring.bands import band_of
from scoring.collected import Collected
from scoring.evidence import Observation
from scoring.points import NOT_COLLECTED, NOT_KNOWN, Mark, mark

SOURCES: tuple[tuple[Source, tuple[Instrument, ...]], ...] = (
    ("documents", ("document_review", "staff_data")),
    ("workshop", ("workshop",)),
    ("told", ("interview",)),
)
"""In this order: what was only told counts where nothing came from documents."""


def observed(collected: Collected, item: Item) -> ItemRating:
    """Rate an item by its one value: the one two facilitators agreed on, else the last confirmed."""
    for source, instruments in SOURCES:
        said = [
            found for found in collected.observations(item, *instruments) if not empty(collected, item, found)
        ]
        if said:
            agreed = [found for found in said if found.agreed]
            return _rating(collected, item, source, (agreed or said)[-1])
    instruments = tuple(name for _, names in SOURCES for name in names)
    kept = [
        found
        for found in collected.observations(item, *instruments)
        if not collected.says_nothing(item, found)
    ]
    return without_score(item, "lost", NOT_KNOWN if kept else NOT_COLLECTED)


def without_score(item: Item, state: State, why: Why, n: int = 0) -> ItemRating:
    """An item that is lost, does not apply or is information."""
    return ItemRating(item.id, state, None, None, n, item.weight, Fraction(1), why=why)


def empty(collected: Collected, item: Item, found: Observation) -> bool:
    """Whether what was found says nothing that can count."""
    value = collected.value(item, found.value)
    unknown = isinstance(value, Missing) and value.code in ("dk", "pnts")
    return unknown or collected.says_nothing(item, found)


def _rating(collected: Collected, item: Item, source: Source, found: Observation) -> ItemRating:
    result = mark(collected.questionnaire, item, collected.value(item, found.value))
    if isinstance(result, Mark):
        band = band_of(collected.questionnaire, result.score, "item")
        rating = ItemRating(item.id, "counted", result.score, band, 1, item.weight, result.evidence_weight)
    else:
        rating = without_score(item, result.state, result.why)
    return replace(
        rating, source=source, instrument=found.instrument, value=found.value, documented=found.evidence
    )
