"""Every text of a definition with the place it stands at, so that a message can name its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from questionnaires.definition import Questionnaire
from questionnaires.mistakes import Place
from questionnaires.parts import Part, Text

CITATIONS = ("source", "sources")
"""Keys that quote somebody else: their words are not ours to change."""


def placed_texts(questionnaire: Questionnaire) -> Iterator[tuple[Place, str]]:
    """Place -> text, in the order of the classes; citations are left out."""
    yield from _in_part((), questionnaire)


def _in_part(place: Place, part: Part) -> Iterator[tuple[Place, str]]:
    for name, is_text in _fields(type(part)).items():
        yield from _in_value((*place, name), getattr(part, name), is_text)


def _in_value(place: Place, value: Any, is_text: bool) -> Iterator[tuple[Place, str]]:
    if isinstance(value, Part):
        yield from _in_part(place, value)
    elif isinstance(value, str):
        if is_text:
            yield place, value
    elif isinstance(value, Mapping | tuple):
        entries = value.items() if isinstance(value, Mapping) else enumerate(value)
        for step, entry in entries:
            yield from _in_value((*place, step), entry, is_text)


@cache
def _fields(part: type[Part]) -> dict[str, bool]:
    """Field -> whether its words are texts (and no ids)."""
    hints = get_type_hints(part, include_extras=True)
    return {name: _is_text(hints[name]) for name in part.model_fields if name not in CITATIONS}


def _is_text(hint: Any) -> bool:
    return hint == Text or any(_is_text(argument) for argument in get_args(hint))
