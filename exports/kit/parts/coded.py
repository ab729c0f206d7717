"""A form with a number beside each choice, and the list of all numbers for whoever types them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from exports.kit.joining import comma
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.parts.choices import labels
from exports.kit.parts.survey import scale_table
from exports.kit.table import Content, Table, with_head
from exports.kit.texts import Texts
from questionnaires.answers import voted
from questionnaires.catalogue import labelled
from questionnaires.definition import Instrument, Item, Role
from questionnaires.paper_codes import item_numbers, option_numbers
from questionnaires.routing import about_person, items_for, prompts_for


def asked(kit: Kit, texts: Texts) -> tuple[Instrument, Role]:
    """The instrument and the role that the form is for."""
    return texts.words["instrument"], texts.words["role"]


def coded_form(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Questions about the person, all items, the open questions; each choice with its number."""
    instrument, role = asked(kit, texts)
    _about(paper, kit, block, instrument)
    paper.note(block["tick"])
    items = items_for(kit.questionnaire, kit.setting, instrument, role)
    for ticked, same in groupby(items, key=lambda item: _ticked(kit, item, instrument)):
        if ticked:
            for _, alike in groupby(same, key=lambda item: (item.scale, _codes(kit, item, instrument))):
                _choices(paper, kit, texts, list(alike), instrument)
        else:
            _in_numbers(paper, kit, list(same), block["examples"])
    prompts = _prompts(kit, instrument, role)
    if prompts:
        paper.heading(block["words"])
    for name, text in prompts:
        paper.text(f"[{name}]  {text}", keep=True)
        paper.lines(3)


def codebook(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Column -> its numbers; columns with the same numbers share a row."""
    instrument, role = asked(kit, texts)
    told: dict[str, list[str]] = {}
    for question in about_person(kit.questionnaire, kit.setting, instrument):
        words = {option.id: option.label for option in question.options}
        told.setdefault(_listed(option_numbers(question.options), words), []).append(question.id)
    for item in items_for(kit.questionnaire, kit.setting, instrument, role):
        if _ticked(kit, item, instrument):
            numbers = _codes(kit, item, instrument)
            names = dict(
                zip((name for name, _ in numbers), labels(kit, texts, item, instrument), strict=True)
            )
            told.setdefault(_listed(dict(numbers), names), []).append(item.id)
    rows: list[list[Content]] = [[", ".join(columns), codes] for codes, columns in told.items()]
    paper.table(with_head(block["heads"], rows, [paper.width * 0.45, paper.width * 0.55], size=8.5))


def _listed(numbers: Mapping[str, str], words: Mapping[str, str]) -> str:
    return f"{comma()} ".join(f"{number} {words[name]}" for name, number in numbers.items())


def _about(paper: Paper, kit: Kit, block: dict[str, Any], instrument: Instrument) -> None:
    questions = about_person(kit.questionnaire, kit.setting, instrument)
    if not questions:
        return
    paper.heading(block["about"])
    rows: list[tuple[str, str]] = []
    for question in questions:
        numbers = option_numbers(question.options)
        ticks = "   ".join(
            f"☐ {numbers[option.id]} {option.label}".replace(" ", "\N{NO-BREAK SPACE}")
            for option in question.options
        )
        rows.append((f"{question.text} [{question.id}]", ticks))
    paper.fields(rows)


def _ticked(kit: Kit, item: Item, instrument: Instrument) -> bool:
    scale = kit.questionnaire.scale_of(item)
    return bool(scale.options) and not voted(scale, instrument)


def _codes(kit: Kit, item: Item, instrument: Instrument) -> tuple[tuple[str, str], ...]:
    return tuple(item_numbers(item, kit.questionnaire.scale_of(item), instrument).items())


def _choices(paper: Paper, kit: Kit, texts: Texts, items: Sequence[Item], instrument: Instrument) -> None:
    columns = labels(kit, texts, items[0], instrument)
    marks = [f"☐ {number}" for _, number in _codes(kit, items[0], instrument)]
    scale_table(paper, kit, items, columns, marks, named=True)


def _in_numbers(paper: Paper, kit: Kit, items: Sequence[Item], examples: Mapping[str, str]) -> None:
    rows: list[list[Content]] = [
        [
            f"[{item.id}]",
            item.text,
            examples[kit.questionnaire.scale_of(item).kind],
        ]
        for item in items
    ]
    paper.table(Table([1.8, paper.width - 8.3, 6.5], rows, height=0.9))
    paper.gap(8)


def _prompts(kit: Kit, instrument: Instrument, role: Role) -> list[tuple[str, str]]:
    found = [(name, one.text) for name, one in prompts_for(kit.questionnaire, instrument, role)]
    for area in kit.questionnaire.areas:
        each = prompts_for(kit.questionnaire, instrument, role, area)
        found += [(name, labelled(area.title, one.text)) for name, one in each]
    return found
