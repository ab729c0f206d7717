"""Areas too thin to compare sources, and criteria or choices that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
        yield from _alike(f"Two choices of `{scale.id}`", "labels_alike", labels)
    for place, item in placed_items(questionnaire):
        criteria = [((*place, "criteria", option), text) for option, text in item.criteria.items()]
        yield from _alike(f"Two criteria of `{item.id}`", "criteria_alike", criteria)


def _thin_areas(questionnaire: Questionnaire) -> Iterator[EditorWarning]:
    if not hears_opinions(questionnaire):
        return  # one kind of source by design, as in a scorecard: there is nothing to compare
    for at, area in enumerate(questionnaire.areas):
        kinds = [item.evidence for item in area.items if item.scored]
        for kind in ("objective", "perception"):
            if kinds.count(kind) < EACH_KIND:
                there = kinds.count(kind)
                message = f"`{area.id}` has {there} scored {kind} item{'' if there == 1 else 's'}."
                remedy = f"Add {kind} items until there are {EACH_KIND}, so that sources can be compared."
                yield EditorWarning("thin_area", ("areas", at, "items"), message, remedy)


def _alike(what: str, rule: str, texts: list[tuple[Place, str]]) -> Iterator[EditorWarning]:
    seen: set[str] = set()
    for place, text in texts:
        plain = " ".join(re.findall(r"\w+", text.casefold()))
        if plain in seen:
            yield EditorWarning(rule, place, f"{what} say the same.", "Say what makes the difference.")
        seen.add(plain)
