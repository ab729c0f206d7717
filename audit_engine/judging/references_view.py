"""Aims, distance to parity, and the changes of documents and of people, on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from audit_engine.audit import Facts
from audit_engine.judging.rating_view import signed
from audit_engine.judging.words import items_comparable, word
from audit_engine.terminal import heading, say
from exports.composing.aims import aim_named, parity_words, progress
from exports.composing.reference import UNITS
from questionnaires.catalogue import tr
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
        heading(tr("Aims and parity"))
    for line in lines:
        say(line)


def _changes(rating: AreaRating) -> None:
    baseline = rating.baseline
    if baseline is None or baseline.change is None:
        return
    parts = [(tr("Documents"), baseline.objective), (tr("What staff say"), baseline.perception)]
    known = [(name, change) for name, change in parts if change]
    if known:
        heading(tr("Changed since the previous audit"))
    for name, change in known:
        say(tr("{name}: {change}.", name=name, change=_change(change)))


def _change(change: SubChange) -> str:
    return tr(
        "{change}, {status}, {comparable} (under {zone} points is no change)",
        change=signed(change.change),
        status=word(change.status),
        comparable=items_comparable(change.comparable),
        zone=brief(change.zone),
    )


def _of_item(item: Item, rating: ItemRating, year: int) -> Iterator[str]:
    if rating.parity:
        yield f"{item.id}: {parity_words(rating.parity, TENTH)}."
    if rating.target:
        parts = [aim_named(rating.target, year), progress(rating.target)]
        yield f"{item.id}: {'; '.join(part for part in parts if part)}."
    declared = item.baseline
    if declared and declared.level == "organisation" and declared.value is not None:
        amount = f"{brief(declared.value)} {word(UNITS[declared.unit])}".strip()
        if declared.period:
            amount = f"{amount} ({declared.period})"
        yield tr("{item}: {amount} in the whole organisation, a reference only.", item=item.id, amount=amount)
