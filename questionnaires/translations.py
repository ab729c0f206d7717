"""Texts of a questionnaire in another language, each with the fingerprint of the English it was made from.

They stand in a file of their own beside the version (`pga/1.0.0.fr.yaml`), so a version never changes because
of them. A text whose English has changed since, or that is missing, is English; nothing is guessed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import Field, ValidationError

from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.parts import Part, Text, Version
from questionnaires.reading import read
from questionnaires.texts import texts, with_texts

SOURCE = "en"
LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "fr": "français",
    "es": "español",
    "ar": "العربية",
    "ru": "русский",
}
"""Code -> what the language calls itself."""

_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


class Translated(Part):
    """One text; `of` is the fingerprint of the English it was made from."""

    of: str
    text: Text


class Translation(Part):
    """A file of texts. `after`: the version whose file holds what is not here.

    `read_by`: who, at home in the language, read it against the English; None while nobody has.
    """

    language: str = Field(pattern=r"^[a-z]{2}$")
    questionnaire: Text
    version: Version
    after: Version | None = None
    read_by: Text | None = None
    texts: dict[str, Translated]


@dataclass(frozen=True)
class Wording:
    """What there is of a questionnaire in a language.

    `texts`: key -> text, of those that fit the English of this version. `missing` were never translated,
    `outdated` are of an older English; both are shown in English. `read_by`: see Translation.
    """

    language: str
    texts: Mapping[str, str]
    missing: tuple[str, ...]
    outdated: tuple[str, ...]
    read_by: str | None


def mark(text: str) -> str:
    """The fingerprint of an English text: eight characters that change with it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def languages(questionnaire: Questionnaire) -> tuple[str, ...]:
    """English first, then the other languages in which there are texts of this version."""
    others = (code for code in LANGUAGES if code != SOURCE and _file(questionnaire, code).is_file())
    return (questionnaire.language, *others)


def wording(questionnaire: Questionnaire, language: str) -> Wording:
    """What there is of a packaged questionnaire in a language; without a file all of it is missing."""
    english = texts(questionnaire)
    if language == questionnaire.language:
        return Wording(language, english, (), (), "")
    known = _collected(questionnaire.id, questionnaire.version, language)
    fitting = {key: known.texts[key].text for key in english if _fits(english[key], known.texts.get(key))}
    return Wording(
        language,
        fitting,
        tuple(key for key in english if key not in known.texts),
        tuple(key for key in english if key in known.texts and key not in fitting),
        known.read_by,
    )


def in_language(questionnaire: Questionnaire, language: str) -> Questionnaire:
    """The questionnaire as people read it in a language, English where there is no text."""
    if language == questionnaire.language:
        return questionnaire
    return with_texts(questionnaire, wording(questionnaire, language).texts)


def _fits(english: str, found: Translated | None) -> bool:
    return found is not None and found.of == mark(english)


def _file(questionnaire: Questionnaire, language: str) -> Traversable:
    return _packaged(questionnaire.id, questionnaire.version, language)


def _packaged(name: str, version: str, language: str) -> Traversable:
    return files("questionnaires") / name / f"{version}.{language}.yaml"


@cache
def _collected(name: str, version: str, language: str) -> Translation:
    """The file of a version, filled up from the files it comes after; empty where there is none."""
    file = _packaged(name, version, language)
    if not file.is_file():
        return Translation(language=language, questionnaire=name, version=version, texts={})
    found = parse(file.read_bytes().decode("utf-8"), f"{name}/{file.name}")
    if found.after is None:
        return found
    before = _collected(name, found.after, language)
    return found.model_copy(update={"texts": {**before.texts, **found.texts}})


def parse(text: str, origin: str) -> Translation:
    """A file of texts. `origin` is what messages call it. Raises UserError naming every mistake."""
    document = read(text, origin)
    problems = list(document.problems)
    try:
        found = Translation.model_validate(document.data)
    except ValidationError as invalid:
        wrong = invalid.errors(include_url=False)
        problems += [
            Problem(document.where(tuple(one["loc"])), f"{one['msg']}.", "Mend it.") for one in wrong
        ]
        raise _refused(origin, problems) from None
    if problems:
        raise _refused(origin, problems)
    return found


def _refused(origin: str, problems: list[Problem]) -> UserError:
    return UserError(
        f"{origin} cannot be used as a translation.",
        "Mend what is listed.",
        problems=tuple(problems),
        code=ExitCode.BAD_INPUT,
    )


def unlike(english: str, translated: str) -> Iterator[str]:
    """What a translation must keep and does not: placeholders such as {unit}."""
    there, here = (sorted(_PLACEHOLDER.findall(text)) for text in (english, translated))
    if there != here:
        yield f"must keep {', '.join(there) or 'no placeholder'} and has {', '.join(here) or 'none'}."
