"""What the unit is asked to hand over: one line a kind of document, with the items it is looked at for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from exports.kit.material import Kit
from questionnaires.definition import Item, Questionnaire
from questionnaires.routing import Setting, items_for


@dataclass(frozen=True)
class Line:
    """A line of the document request.

    `id` stays the same whatever the unit is asked: its number among all lines, or the item of a line of its
    own. `complete`: the unit lists every document of the kind, and facilitators draw. `items`: those of this
    audit, in the order of the questionnaire; empty for a paper that no item is rated by. `published`: the
    text as the questionnaire's own language has it.
    """

    id: str
    kind: str
    text: str
    complete: bool
    items: tuple[Item, ...]
    published: str


def lines_of(kit: Kit) -> tuple[Line, ...]:
    """What a kit asks for, in its language."""
    lines = lines_for(kit.questionnaire, kit.setting, kit.language)
    original = {line.id: line.text for line in lines_for(kit.published, kit.setting)}
    return tuple(replace(line, published=original[line.id]) for line in lines)


def lines_for(questionnaire: Questionnaire, setting: Setting, language: str = "en") -> tuple[Line, ...]:
    """What an audit asks for; items that no line names come in lines of their own at the end.

    A line whose items this audit does not ask is left out. What is not translated is English.
    """
    asked = {item.id: item for item in items_for(questionnaire, setting, "document_review", "facilitator")}
    told = _lines_of(questionnaire, language)
    lines = [_line(number, each, asked) for number, each in enumerate(told, 1)]
    named = {name for each in told for name in each["items"]}
    own = [
        Line(item.id, item.id, item.text, False, (item,), item.text)
        for item in asked.values()
        if item.id not in named
    ]
    wanted = [line for line, each in zip(lines, told, strict=True) if line.items or not each["items"]]
    return (*wanted, *own)


def mapped_items(questionnaire: Questionnaire) -> frozenset[str]:
    """Every item that the lines of this questionnaire name, so that a test can compare them with it."""
    return frozenset(name for each in _lines_of(questionnaire) for name in each["items"])


def _line(number: int, told: dict[str, Any], asked: dict[str, Item]) -> Line:
    kind = told["kind"]
    items = tuple(asked[name] for name in asked if name in told["items"])
    text = told.get("text", kind[:1].upper() + kind[1:])
    return Line(f"D{number:02}", kind, text, told.get("complete") == "yes", items, text)


def _translated(name: str, language: str, line: dict[str, Any]) -> dict[str, Any]:
    """The line with its words in a language; those that are not translated stay as they are."""
    words = _lines(f"{name}.{language}.yaml").get(line["kind"]) if language != "en" else None
    return {key: line[key] for key in line if key != "text"} | words if words else line


def _told(name: str, language: str) -> tuple[dict[str, Any], ...]:
    """The lines of a questionnaire in a language; none if it has no file."""
    return tuple(_translated(name, language, each) for each in _lines(f"{name}.yaml"))


def _lines_of(questionnaire: Questionnaire, language: str = "en") -> tuple[dict[str, Any], ...]:
    """Its own lines, else those of the questionnaire that it shares items with."""
    own = _told(questionnaire.id, language)
    return own if own or questionnaire.shares is None else _told(questionnaire.shares.questionnaire, language)


@cache
def _lines(file_name: str) -> Any:
    """What stands under `lines` in a file; nothing if there is no file."""
    file = files("exports.kit").joinpath("requests", file_name)
    if not file.is_file():
        return {}
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["lines"]
