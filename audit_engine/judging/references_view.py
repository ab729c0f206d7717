"""Aims, distance to parity, and the changes of documents and of people, on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from audit_engine.audit import Facts
from audit_engine.judging.rating_view import signed
from audit_engine.terminal import heading, say
from exports.composing.aims import aim_named, parity_words, progress
from exports.composing.reference import UNITS
from questionnaires.definition import Area, Item, Questionnaire
from scoring.assessment import AreaRating, Assessment, ItemRating, SubChange
from scoring.rounding import TENTH, brief


def show_references(questionnaire: Questionnaire, assessment: Assessment, area: Area, unit: Facts) -> None:
    """What an area and its items are set against beside the baseline."""
    rating = next(each for each in assessment.areas if each.id == area.id)
    year = unit.start.year
    _changes(rating)
    lines = [line for item in rating.items for line in _of_item(questionnaire.items[item.id], item, year)]
    if lines:
        heading("Aims and parity")
    for line in lines:
        say(line)


def _changes(rating: AreaRating) -> None:
    baseline = rating.baseline
    if baseline is None or baseline.change is None:
        return
    parts = [("Documents", baseline.objective), ("What staff say", baseline.perception)]
    known = [(name, change) for name, change in parts if change]
    if known:
        heading("Changed since the previous audit")
    for name, change in known:
        say(f"{name}: {_change(change)}.")


def _change(change: SubChange) -> str:
    zone = f"under {brief(change.zone)} points is no change"
    return f"{signed(change.change)}, {change.status}, {change.comparable} items comparable ({zone})"


def _of_item(item: Item, rating: ItemRating, year: int) -> Iterator[str]:
    if rating.parity:
        yield f"{item.id}: {parity_words(rating.parity, TENTH)}."
    if rating.target:
        parts = [aim_named(rating.target, year), progress(rating.target)]
        yield f"{item.id}: {'; '.join(part for part in parts if part)}."
    declared = item.baseline
    if declared and declared.level == "organisation" and declared.value is not None:
        amount = f"{brief(declared.value)} {UNITS[declared.unit]}".strip()
        period = f" ({declared.period})" if declared.period else ""
        yield f"{item.id}: {amount}{period} in the whole organisation, a reference only."
