"""From the blocks of a text to a printed paper: plain blocks here, generated ones in exports.kit.parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from exports.kit.filling import conditions
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.parts import PARTS
from exports.kit.texts import Texts

_PLAIN: Mapping[str, Callable[[Paper, Any], None]] = {
    "heading": Paper.heading,
    "text": Paper.text,
    "note": Paper.note,
    "say": Paper.say,
    "bullets": Paper.bullets,
    "steps": Paper.steps,
    "fields": Paper.fields,
    "checks": lambda paper, entries: paper.bullets(entries, "☐"),
    "page": lambda paper, _: paper.page(),
}


def printed(kit: Kit, texts: Texts, name: str) -> bytes:
    """A whole paper as the bytes of its file."""
    text = texts.papers[name]
    landscape = text.get("landscape") == "yes"
    paper = Paper(texts.title(name), kit.unit, kit.questionnaire.title, landscape=landscape)
    paper.subtitle(texts.fill(text["for"]))
    for block in text["blocks"]:
        if "if" not in block or {**conditions(kit), **texts.conditions}[block["if"]]:
            _write(paper, kit, texts, block)
    return paper.data()


def _write(paper: Paper, kit: Kit, texts: Texts, block: Mapping[str, Any]) -> None:
    if "part" in block:
        PARTS[block["part"]](paper, kit, texts, texts.filled(dict(block)))
        return
    for kind, content in block.items():
        if kind != "if":
            _PLAIN[kind](paper, texts.filled(content))
