"""What is adapted to the unit: the words of the house, and items that may not apply to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.table import Box, Content, scaled, with_head
from exports.kit.texts import Texts
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
            f"{preset.reason}: {reasons[preset.reason]}",
            block["tick"],
        ]
        for name, fitting in proposed.items()
        for preset in fitting
    ]
    paper.table(with_head(block["heads"], rows, scaled([1.6, 5.6, 5, 3, 1.8], paper.width), size=8.5))
    paper.gap()


def words_in(kit: Kit, texts: Iterable[str]) -> list[tuple[str, str]]:
    """The neutral terms that stand in these texts, with what they mean in this kind of organisation."""
    spoken = " ".join(texts).casefold()
    return [
        (word.term, kit.here(word))
        for word in kit.questionnaire.words
        if kit.here(word) and any(part.strip().casefold() in spoken for part in word.term.split("/"))
    ]
