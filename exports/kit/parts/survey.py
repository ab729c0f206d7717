"""The survey on paper: exactly what the survey of this audit asks, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from exports.kit import look
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.parts.adapting import words_used
from exports.kit.parts.choices import labels
from exports.kit.table import Box, Content, narrowest, with_head
from exports.kit.texts import Texts
from questionnaires.catalogue import labelled
from questionnaires.definition import Item
from questionnaires.routing import items_for, profile_questions, prompts_for

_TICK = 1.42
"""Centimetres of one column to tick, at least."""


def survey(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Questions about the person that this size asks, all items, the open questions."""
    _about(paper, kit, block)
    items = items_for(kit.questionnaire, kit.setting, "survey", "staff")
    _words(paper, kit, items)
    paper.note(block["tick"])
    for _, same in groupby(items, key=lambda item: item.scale):
        _table(paper, kit, texts, list(same))
    paper.heading(block["words"])
    for _, prompt in prompts_for(kit.questionnaire, "survey", "staff"):
        paper.text(prompt.text, keep=True)
        paper.lines(3)


def _about(paper: Paper, kit: Kit, block: dict[str, Any]) -> None:
    questions = profile_questions(kit.questionnaire, kit.setting)
    if questions:
        paper.heading(block["about"])
        paper.fields([(q.text, "   ".join(f"☐ {option.label}" for option in q.options)) for q in questions])


def _words(paper: Paper, kit: Kit, items: tuple[Item, ...]) -> None:
    for line in words_used(kit, items):
        paper.note(line)


def _table(paper: Paper, kit: Kit, texts: Texts, items: list[Item]) -> None:
    columns = labels(kit, texts, items[0], "survey")
    scale_table(paper, kit, items, columns, ["☐"] * len(columns))


def scale_table(
    paper: Paper,
    kit: Kit,
    items: Sequence[Item],
    columns: Sequence[str],
    marks: Sequence[str],
    *,
    named: bool = False,
) -> None:
    """Consecutive items of one scale; the name of an area stands over its items.

    `marks`: what is printed in each column of a line; `named`: with the id of the item.
    """
    tick = narrowest(columns, _TICK)
    widths = [paper.width - tick * len(columns), *[tick] * len(columns)]
    title = kit.questionnaire.scale_of(items[0]).title
    rows: list[list[Content]] = []
    area = ""
    for item in items:
        if kit.questionnaire.area_of[item.id].title != area:
            area = kit.questionnaire.area_of[item.id].title
            rows.append([Box(area, bold=True, fill=look.BLUE_TINT, size=9, span=len(columns) + 1, keep=True)])
        size = 12 if len(max(marks, key=len)) == 1 else 10
        ticks = [Box(mark, align="center", size=size, middle=True) for mark in marks]
        rows.append([_asked(kit, item, named), *ticks])
    paper.table(with_head([title, *columns], rows, widths, small_head=True))
    paper.gap(8)


def _asked(kit: Kit, item: Item, named: bool) -> Box:
    text = f"[{item.id}]  {item.text}" if named else item.text
    return Box("\n".join([text, *_meanings(kit, item)]), size=9.5)


def _meanings(kit: Kit, item: Item) -> Iterator[str]:
    """What the options mean where the questionnaire says so."""
    for option in kit.questionnaire.scale_of(item).options:
        if option.id in item.criteria:
            yield labelled(option.label, item.criteria[option.id])
