"""The texts of a form in all its languages at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from questionnaires import translations
from questionnaires.definition import Questionnaire
from questionnaires.texts import texts

Said = dict[str, str]
"""Language -> text; every language of the form is there."""
TextsIn = Callable[[Questionnaire, str], Mapping[str, str]]
ENGLISH = "en"


def texts_in(questionnaire: Questionnaire, language: str) -> Mapping[str, str]:
    """The texts of a questionnaire in one language by the keys of `questionnaires.texts`.

    A key that is left out is taken in the language of the questionnaire.
    """
    return translations.wording(questionnaire, language).texts


@dataclass(frozen=True)
class Wording:
    """What is said in each language. `filling`: what stands for {unit} and the like, where it is known."""

    languages: tuple[str, ...]
    of_questionnaire: Mapping[str, Mapping[str, str]]
    filling: Mapping[str, str]

    def text(self, key: str) -> Said:
        """A text of the questionnaire."""
        return {language: self.of_questionnaire[language][key] for language in self.languages}

    def word(self, *path: str, this: Said | None = None) -> Said:
        """A word of the form, with `this` put into its place."""
        return {
            language: _found(language, path).replace("{this}", this[language] if this else "")
            for language in self.languages
        }

    def filled(self, key: str) -> Said:
        """A text of the questionnaire with the name of the unit and the contacts in it."""
        return {language: self._fill(text, language) for language, text in self.text(key).items()}

    def _fill(self, text: str, language: str) -> str:
        contacts = self.filling.get("contacts") or _found(language, ("contacts",))
        unit = self.filling.get("unit") or _found(language, ("unit",))
        # A mark that no text holds keeps the name of a unit from being searched for places.
        for place, mark in (("{unit}", "\0u"), ("{channel}", "\0c"), ("{card}", "\0c")):
            text = text.replace(place, mark)
        return text.replace("\0u", unit).replace("\0c", contacts)

    @property
    def default(self) -> str:
        """The language that a phone begins with, as XLSForms write it."""
        return language_name(self.languages[0])


def wording(
    questionnaire: Questionnaire,
    languages: Sequence[str],
    filling: Mapping[str, str],
    source: TextsIn = texts_in,
) -> Wording:
    """All texts in the languages wanted; what is not translated stays in the original language."""
    original = texts(questionnaire)
    found = {language: {**original, **source(questionnaire, language)} for language in languages}
    return Wording(tuple(dict.fromkeys(languages)), found, dict(filling))


def language_name(language: str) -> str:
    """A language as XLSForms write it, for example "Français (fr)"."""
    return f"{words(language).get('name', language)} ({language})"


def joined(between: str, parts: Iterable[Said]) -> Said:
    """Texts one after the other, in each language."""
    together: dict[str, list[str]] = {}
    for part in parts:
        for language, text in part.items():
            together.setdefault(language, []).append(text)
    return {language: between.join(texts) for language, texts in together.items()}


def _found(language: str, path: Sequence[str]) -> str:
    for each in (language, ENGLISH):
        value: Any = words(each)
        for step in path:
            value = value.get(step, {})
        if isinstance(value, str):
            return value
    raise KeyError(path)


@cache
def words(language: str) -> dict[str, Any]:
    """The words of the form itself in one language; empty where there is no file of them."""
    file = files("exports.xlsform").joinpath("words", f"{language}.yaml")
    if not file.is_file():
        return {}
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded
