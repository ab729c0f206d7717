"""The document sheets: each item that papers answer, with its levels or its rule of counting."""

from __future__ import annotations

from typing import Any

from exports.kit import look
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.parts.adapting import words_used
from exports.kit.table import Box, Content, Table, scaled
from exports.kit.texts import Texts
from questionnaires.definition import Item
from questionnaires.routing import items_for


def sheets(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """All items of the document review in this audit, area by area."""
    items = items_for(kit.questionnaire, kit.setting, "document_review", "facilitator")
    for line in words_used(kit, items):
        paper.note(line)
    area = ""
    for item in items:
        if kit.questionnaire.area_of[item.id].id != area:
            area = kit.questionnaire.area_of[item.id].id
            paper.heading(f"{area} {kit.questionnaire.area_of[item.id].title}")
        paper.table(_sheet(paper, kit, block, item))
        paper.gap(7)


def _sheet(paper: Paper, kit: Kit, block: dict[str, Any], item: Item) -> Table:
    middle = (
        _levels(kit, item)
        if kit.questionnaire.scale_of(item).kind == "choice"
        else _numbers(kit, block, item)
    )
    rows: list[list[Content]] = [
        [Box(item.id, bold=True, fill=look.BLUE_TINT), Box(item.text, bold=True, fill=look.BLUE_TINT)],
        *middle,
        [Box(block["evidence"], size=8.5, fill=look.BLUE_FAINT), "\n"],
        ["", Box(_codes(kit, block, item), size=8.5)],
    ]
    return Table(scaled([3.2, 13.8], paper.width), rows, size=9, together=True)


def _levels(kit: Kit, item: Item) -> list[list[Content]]:
    """From the highest level down, as the first of which all is true is ticked."""
    options = reversed(kit.questionnaire.scale_of(item).options)
    return [
        [Box(f"☐ {option.label}", size=9), Box(item.criteria.get(option.id, ""), size=9)]
        for option in options
    ]


def _numbers(kit: Kit, block: dict[str, Any], item: Item) -> list[list[Content]]:
    scale = kit.questionnaire.scale_of(item)
    rule: list[list[Content]] = (
        [["", Box(block["counts"] + item.counts_when, size=9)]] if item.counts_when else []
    )
    if scale.kind == "count":
        return [*rule, [Box(block["number"], size=9, fill=look.BLUE_FAINT), ""]]
    return [
        *rule,
        [Box(block["tally"], size=9, fill=look.BLUE_FAINT), "\n"],
        [
            Box(block["part_of"], size=9, fill=look.BLUE_FAINT),
            f"________   {block['whole'].lower()}   ________",
        ],
    ]


def _codes(kit: Kit, block: dict[str, Any], item: Item) -> str:
    """What can be ticked in place of a rating, as the scale allows."""
    codes = kit.questionnaire.scale_of(item).codes
    return "   ".join(block["codes"][code] for code in ("nf", "ng", "na") if code in codes)
