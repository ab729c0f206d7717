"""What is adapted to the unit: the words of the house, and items that may not apply to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from exports.kit.joining import opened
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.table import Box, Content, scaled, with_head
from exports.kit.texts import Texts
from questionnaires.catalogue import labelled
from questionnaires.definition import Item
from questionnaires.routing import proposed_presets


def words(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Every neutral term with what it is called in organisations of this kind, and room to correct it."""
    rows: list[list[Content]] = [
        [Box(word.term, bold=True), kit.here(word), ""] for word in kit.questionnaire.words
    ]
    paper.table(with_head(block["heads"], rows, scaled([5, 6, 6], paper.width)))
    paper.gap()


def presets(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """The items that may be left out in a unit like this; nothing is switched on by the kit."""
    proposed = proposed_presets(kit.questionnaire, kit.setting)
    reasons = {reason.id: reason.text for reason in kit.questionnaire.reasons}
    if not proposed:
        paper.text(block["none"])
        return
    rows: list[list[Content]] = [
        [
            Box(name, bold=True),
            kit.questionnaire.items[name].text,
            preset.when,
            labelled(preset.reason, reasons[preset.reason]),
            block["tick"],
        ]
        for name, fitting in proposed.items()
        for preset in fitting
    ]
    paper.table(with_head(block["heads"], rows, scaled([1.6, 5.6, 5, 3, 1.8], paper.width), size=8.5))
    paper.gap()


def words_used(kit: Kit, items: Iterable[Item]) -> Iterator[str]:
    """A line for each neutral term that stands in these items: what it means in this kind of organisation."""
    published = kit.published.items
    return words_in(kit, (published[item.id].text for item in items))


def words_in(kit: Kit, texts: Iterable[str]) -> Iterator[str]:
    """The same for texts of the questionnaire as published: only there do terms stand as they are listed.

    In other languages they stand in all their cases and forms.
    """
    said = " ".join(texts).casefold()
    for word, published in zip(kit.questionnaire.words, kit.published.words, strict=True):
        named = any(part.strip().casefold() in said for part in published.term.split("/"))
        if named and kit.here(word):
            yield opened(word.term, kit.here(word))
