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
from pathlib import Path

from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode
from questionnaires.languages import LANGUAGES
from questionnaires.published import NAME, published_texts, refuse_changed_texts, registry_of
from questionnaires.reading import read_text
from questionnaires.texts import texts, with_texts
from questionnaires.translation_file import Translated, Translation, file_name, parse

_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


@dataclass(frozen=True)
class Shelf:
    """Where the texts of a questionnaire stand, and the published.json that they must agree with.

    `code`: how the program ends if one does not.
    """

    folder: Traversable
    registry: Traversable
    code: ExitCode = ExitCode.BAD_INPUT


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

    @property
    def whole(self) -> bool:
        """Whether every text is there and of the English of this version."""
        return not self.missing and not self.outdated


def mark(text: str) -> str:
    """The fingerprint of an English text: eight characters that change with it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def packaged_shelf(name: str) -> Shelf:
    """Where the texts of a questionnaire of the program stand."""
    package = files("questionnaires")
    return Shelf(package / name, package / NAME, ExitCode.INTEGRITY)


def shelf_beside(file: Path) -> Shelf:
    """Where the texts of a questionnaire in a file of its own stand: beside it."""
    return Shelf(file.resolve().parent, registry_of(file))


def languages(questionnaire: Questionnaire, shelf: Shelf | None = None) -> tuple[str, ...]:
    """The language it is written in first, then the others in which there are texts of this version.

    `shelf` None: that of the questionnaires of the program, here and below.
    """
    where = shelf or packaged_shelf(questionnaire.id)
    named = re.compile(re.escape(questionnaire.version) + r"\.([a-z]{2})\.yaml")
    entries = where.folder.iterdir() if where.folder.is_dir() else ()
    found = {match[1] for entry in entries if (match := named.fullmatch(entry.name))}
    others = sorted(found - {questionnaire.language}, key=lambda code: (_place(code), code))
    return (questionnaire.language, *others)


def _place(language: str) -> int:
    return [*LANGUAGES].index(language) if language in LANGUAGES else len(LANGUAGES)


def wording(questionnaire: Questionnaire, language: str, shelf: Shelf | None = None) -> Wording:
    """What there is of a questionnaire in a language; without a file all of it is missing.

    Raises UserError if a file cannot be used, or was published with another content.
    """
    english = texts(questionnaire)
    if language == questionnaire.language:
        return Wording(language, english, (), (), "")
    return fitting(english, collected(questionnaire, language, shelf))


def fitting(english: Mapping[str, str], known: Translation) -> Wording:
    """Which translated texts fit an English wording, and which do not."""
    fit = {key: known.texts[key].text for key in english if _fits(english[key], known.texts.get(key))}
    return Wording(
        known.language,
        fit,
        tuple(key for key in english if key not in known.texts),
        tuple(key for key in english if key in known.texts and key not in fit),
        known.read_by,
    )


def in_language(questionnaire: Questionnaire, language: str, shelf: Shelf | None = None) -> Questionnaire:
    """The questionnaire as people read it in a language, English where there is no text."""
    if language == questionnaire.language:
        return questionnaire
    return with_texts(questionnaire, wording(questionnaire, language, shelf).texts)


def _fits(english: str, found: Translated | None) -> bool:
    return found is not None and found.of == mark(english)


def collected(questionnaire: Questionnaire, language: str, shelf: Shelf | None = None) -> Translation:
    """The file of a version, filled up from the files it comes after; empty where there is none.

    Raises UserError as `wording` does.
    """
    return collected_of(questionnaire.id, questionnaire.version, language, shelf)


def collected_of(name: str, version: str, language: str, shelf: Shelf | None = None) -> Translation:
    """The same of a version by its name, also where its definition is not at hand."""
    wanted = Translation(language=language, questionnaire=name, version=version, texts={})
    return _packaged(name, version, language) if shelf is None else _collected(shelf, wanted)


def own_file(questionnaire: Questionnaire, language: str, shelf: Shelf) -> Translation | None:
    """What the file of a version itself holds; None where there is none.

    Raises UserError as `wording` does.
    """
    wanted = Translation(
        language=language, questionnaire=questionnaire.id, version=questionnaire.version, texts={}
    )
    return _read(shelf, wanted)


@cache
def _packaged(name: str, version: str, language: str) -> Translation:
    wanted = Translation(language=language, questionnaire=name, version=version, texts={})
    return _collected(packaged_shelf(name), wanted)


def _read(shelf: Shelf, wanted: Translation) -> Translation | None:
    """`wanted` names language, questionnaire and version."""
    file = shelf.folder / file_name(wanted.version, wanted.language)
    return parse(_text(file), _origin(shelf, wanted), wanted) if file.is_file() else None


def _origin(shelf: Shelf, wanted: Translation) -> str:
    return f"{shelf.folder.name}/{file_name(wanted.version, wanted.language)}"


def _collected(shelf: Shelf, wanted: Translation) -> Translation:
    """`wanted` itself where there is no file."""
    found = _read(shelf, wanted)
    if found is None:
        return wanted
    if found.after is not None:
        before = _collected(shelf, wanted.model_copy(update={"version": found.after}))
        found = found.model_copy(update={"texts": {**before.texts, **found.texts}})
    refuse_changed_texts(found, published_texts(shelf.registry), _origin(shelf, wanted), shelf.code)
    return found


def _text(file: Traversable) -> str:
    return read_text(file) if isinstance(file, Path) else file.read_text(encoding="utf-8")


def unlike(english: str, translated: str) -> Iterator[str]:
    """What a translation must keep and does not: placeholders such as {unit}."""
    there, here = (sorted(_PLACEHOLDER.findall(text)) for text in (english, translated))
    if there != here:
        yield _kept(", ".join(there), ", ".join(here))


def _kept(there: str, here: str) -> str:
    if not there:
        return tr("must keep no placeholder and has {names}.", names=here)
    if not here:
        return tr("must keep {names} and has none.", names=there)
    return tr("must keep {names} and has {others}.", names=there, others=here)
