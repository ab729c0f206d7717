"""The choices of a question as boxes to tick, in the order of the scale."""

from __future__ import annotations

from exports.kit.material import Kit
from exports.kit.texts import Texts
from questionnaires.answers import codes_taken
from questionnaires.definition import Instrument, Item


def labels(kit: Kit, texts: Texts, item: Item, instrument: Instrument) -> list[str]:
    """The labels of the options, then those of the codes that anybody may choose."""
    scale = kit.questionnaire.scale_of(item)
    codes = codes_taken(item, scale, instrument)
    return [option.label for option in scale.options] + [texts.words["codes"][code] for code in codes]


def choices(kit: Kit, texts: Texts, item: Item, instrument: Instrument) -> str:
    """All of them in one text, each with its box."""
    return "   ".join(
        f"☐ {label}".replace(" ", "\N{NO-BREAK SPACE}") for label in labels(kit, texts, item, instrument)
    )
