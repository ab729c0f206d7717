"""The texts of the kit in one language, read from the package and checked before a word is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("en", "fr", "es", "ar", "ru")
"""English, the original, first."""
_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Texts:
    """Texts with their places filled. `papers`: id of a paper -> its text as it stands in the file.

    `conditions`: what blocks of these papers may depend on, beside what holds for the kit.
    """

    words: Mapping[str, Any]
    papers: Mapping[str, Mapping[str, Any]]
    filling: Mapping[str, str]
    conditions: Mapping[str, bool] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        """The text with its places filled, in one pass: what people wrote is never searched for places."""
        return _PLACE.sub(lambda place: self.filling[place[1]], text)

    def filled(self, value: Any) -> Any:
        """The same for every text of a nested value."""
        if isinstance(value, str):
            return self.fill(value)
        if isinstance(value, dict):
            return {key: self.filled(part) for key, part in value.items()}
        return [self.filled(part) for part in value]

    def title(self, paper: str) -> str:
        """What a paper is called, also in the name of its file."""
        return str(self.papers[paper]["title"])


def chosen(value: Any, conditions: Mapping[str, bool]) -> Any:
    """The value without what this kit does not need; None if nothing is left of it.

    A part `{if: NAME, then: X, else: Y}` stands for X where the condition holds and for Y where it does not;
    without `else` it is left out of its list or mapping.
    """
    if isinstance(value, dict) and "then" in value:
        return chosen(value["then"] if conditions[value["if"]] else value.get("else"), conditions)
    if isinstance(value, dict):
        parts = {key: chosen(part, conditions) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part is not None}
    if isinstance(value, list):
        return [part for part in (chosen(each, conditions) for each in value) if part is not None]
    return value


@cache
def raw(language: str) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """(shared words, paper -> text) of a language, every scalar as text."""
    folder = files("exports.kit").joinpath("texts", language)
    words = _yaml(folder.joinpath("words.yaml").read_text(encoding="utf-8"))
    papers = {
        name: _yaml(folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8")) for name in words["papers"]
    }
    return words, papers


@cache
def paper_form(language: str) -> dict[str, Any]:
    """The text of the form with codes, which is in no kit."""
    file = files("exports.kit").joinpath("texts", language, "paper_form.yaml")
    return _yaml(file.read_text(encoding="utf-8"))


def chosen_language(wanted: str) -> str:
    """The language that the kit is written in: the wanted one if there are texts, else English."""
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def unread(language: str) -> bool:
    """Whether the texts are a translation that no speaker of the language has read yet."""
    return language != LANGUAGES[0] and not raw(language)[0]["read_by"]


def places(value: Any) -> Iterator[str]:
    """Every place to fill that stands in a nested value."""
    if isinstance(value, str):
        yield from _PLACE.findall(value)
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from places(part)


def _yaml(text: str) -> dict[str, Any]:
    found = yaml.load(text, Loader=yaml.BaseLoader)
    return dict(found)
