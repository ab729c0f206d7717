"""Areas too thin to compare sources, and criteria or choices that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.mistakes import Place, placed_items
from questionnaires.scope import hears_opinions
from questionnaires.warning import EditorWarning

EACH_KIND = 2
"""Scored items of either kind of evidence that an area should have."""


def structure(questionnaire: Questionnaire) -> Iterator[EditorWarning]:
    """Thin areas; criteria and labels that do not differ."""
    yield from _thin_areas(questionnaire)
    for at, scale in enumerate(questionnaire.scales):
        labels: list[tuple[Place, str]] = [
            (("scales", at, "options", n, "label"), one.label) for n, one in enumerate(scale.options)
        ]
        for place in _alike(labels):
            message = tr("Two choices of `{id}` say the same.", id=scale.id)
            yield EditorWarning("labels_alike", place, message, tr("Say what makes the difference."))
    for at_item, item in placed_items(questionnaire):
        criteria = [((*at_item, "criteria", option), text) for option, text in item.criteria.items()]
        for place in _alike(criteria):
            message = tr("Two criteria of `{id}` say the same.", id=item.id)
            yield EditorWarning("criteria_alike", place, message, tr("Say what makes the difference."))


def _thin_areas(questionnaire: Questionnaire) -> Iterator[EditorWarning]:
    if not hears_opinions(questionnaire):
        return  # one kind of source by design, as in a scorecard: there is nothing to compare
    for at, area in enumerate(questionnaire.areas):
        kinds = [item.evidence for item in area.items if item.scored]
        for kind in ("objective", "perception"):
            if kinds.count(kind) < EACH_KIND:
                message, remedy = _thin(area.id, kind, kinds.count(kind))
                yield EditorWarning("thin_area", ("areas", at, "items"), message, remedy)


def _thin(area: str, kind: str, there: int) -> tuple[str, str]:
    message = tr_many(
        "`{id}` has {number} scored {kind} item.",
        "`{id}` has {number} scored {kind} items.",
        there,
        id=area,
        kind=kind,
    )
    remedy = tr(
        "Add {kind} items until there are {least}, so that sources can be compared.",
        kind=kind,
        least=EACH_KIND,
    )
    return message, remedy


def _alike(texts: list[tuple[Place, str]]) -> Iterator[Place]:
    """The places of texts that say what one before says."""
    seen: set[str] = set()
    for place, text in texts:
        plain = " ".join(re.findall(r"\w+", text.casefold()))
        if plain in seen:
            yield place
        seen.add(plain)
