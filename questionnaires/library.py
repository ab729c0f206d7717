"""Questionnaires as they are found: in the package, in a file, in an audit that carries its own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from questionnaires.catalogue import tr
from questionnaires.checks import check
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.events import Document, refusal
from questionnaires.mistakes import Mistake, short
from questionnaires.parts import version_order
from questionnaires.published import NAME, Published, read_published, refuse_changed, registry_of
from questionnaires.reading import read, read_text
from questionnaires.salvage import salvage
from questionnaires.schema import place_of, translate
from questionnaires.sharing import shared

MAXIMUM_LISTED = 200
_NUMBERS = r"(?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){2}"
_FILE = re.compile(rf"({_NUMBERS})\.yaml", re.ASCII)
_REFERENCE = re.compile(rf"([A-Za-z0-9][A-Za-z0-9_.\-]*)(?:@({_NUMBERS}))?", re.ASCII)


@dataclass(frozen=True)
class Loaded:
    """A checked questionnaire with the exact text it came from; `sha256` is of the UTF-8 bytes of `text`."""

    questionnaire: Questionnaire
    text: str
    sha256: str


def available() -> list[tuple[str, str]]:
    """(id, version) of every questionnaire in the package, the versions of each from old to new."""
    return sorted(_packaged(), key=lambda name_version: (name_version[0], version_order(name_version[1])))


def load(name: str, version: str | None = None) -> Loaded:
    """A questionnaire of the package; `version` None means the newest.

    Raises UserError (NOT_NOW) naming what there is if it does not exist.
    """
    versions = [known for known_name, known in available() if known_name == name]
    chosen = version or (versions[-1] if versions else None)
    if chosen is None or chosen not in versions:
        raise _not_there(name, version, versions)
    text = _packaged()[name, chosen].read_bytes().decode("utf-8")
    loaded = load_text(text, f"{name}/{chosen}.yaml")
    refuse_changed(loaded.questionnaire, packaged(), ExitCode.INTEGRITY)
    return loaded


def packaged() -> tuple[Published, ...]:
    """The versions that the program itself has published."""
    return read_published(files("questionnaires") / NAME)


def load_file(path: Path) -> Loaded:
    """A questionnaire in a file of its own.

    Raises UserError with every mistake and its place, or if it was published with another content.
    """
    loaded = load_text(read_text(path), str(path))
    refuse_changed(loaded.questionnaire, read_published(registry_of(path)))
    return loaded


def load_text(text: str, origin: str, *, shares_checked: bool = False) -> Loaded:
    """A questionnaire from its text. `origin` is what messages call the file.

    `shares_checked`: shared items were held against the other questionnaire before, as in an audit file,
    which carries all it needs. Raises UserError with every mistake as `origin:line:column`.
    """
    document = read(text, origin)
    try:
        questionnaire = Questionnaire.model_validate(document.data)
    except ValidationError as invalid:
        raise _refused(_all_mistakes(document, invalid), document) from None
    mistakes = check(questionnaire)
    if not mistakes and not shares_checked:
        mistakes = _against_shared(questionnaire)
    if mistakes or document.problems:
        raise _refused(mistakes, document)
    return Loaded(questionnaire, text, hashlib.sha256(text.encode("utf-8")).hexdigest())


def _against_shared(questionnaire: Questionnaire) -> list[Mistake]:
    """What differs from the questionnaire of the package with which items are shared."""
    shares = questionnaire.shares
    if shares is None:
        return []
    if shares.questionnaire == questionnaire.id:
        message = tr("A questionnaire cannot share items with itself.")
        return [Mistake(("shares", "questionnaire"), message, tr("Name another one, or delete `shares`."))]
    file = _packaged().get((shares.questionnaire, shares.version))
    if file is None:
        message = tr(
            "There is no {questionnaire} {version} to share items with.",
            questionnaire=shares.questionnaire,
            version=shares.version,
        )
        remedy = tr("Write one that `audit-engine questionnaire list` shows.")
        return [Mistake(("shares", "questionnaire"), message, remedy)]
    text = file.read_bytes().decode("utf-8")
    return list(shared(questionnaire, Questionnaire.model_validate(read(text, file.name).data)))


def parse_reference(text: str) -> tuple[str, str | None]:
    """`pga@1.0.0` as name and version; the version is None in `pga`, which means the newest."""
    found = _REFERENCE.fullmatch(text)
    if not found:
        message = tr("`{text}` does not name a questionnaire.", text=short(text))
        raise UserError(message, tr("Write for example pga or pga@1.0.0."))
    return found[1], found[2]


def refuse_republished(loaded: Loaded) -> None:
    """Refuse another content under an id and version of the package: published versions never change."""
    refuse_changed(loaded.questionnaire, packaged())


def _packaged() -> dict[tuple[str, str], Traversable]:
    found = {}
    for folder in files("questionnaires").iterdir():
        for file in folder.iterdir() if folder.is_dir() else ():
            if match := _FILE.fullmatch(file.name):
                found[folder.name, match[1]] = file
    return found


def _not_there(name: str, version: str | None, versions: list[str]) -> UserError:
    if versions:
        message = tr("There is no version {version} of {name}.", version=version, name=name)
        remedy = tr("There is {names}.", names=", ".join(versions))
    else:
        names = list(dict.fromkeys(known for known, _ in available()))
        message = tr("There is no questionnaire `{name}`.", name=short(name))
        remedy = tr("There is {names}.", names=", ".join(names)) if names else tr("There is none.")
    return UserError(message, remedy, code=ExitCode.NOT_NOW)


def _all_mistakes(document: Document, invalid: ValidationError) -> list[Mistake]:
    found = invalid.errors(include_url=False)
    errors = [error for error in found if not _follows(error, document)][:MAXIMUM_LISTED]
    mistakes = [translate(error) for error in errors]
    rest = salvage(document, errors)
    return mistakes + (rest.in_file(check(rest.questionnaire), document) if rest else [])


def _follows(error: ErrorDetails, document: Document) -> bool:
    """Whether a list counts as too short only because entries of it are refused themselves."""
    entries = document.at(place_of(error))
    is_short = error["type"] == "too_short" and isinstance(entries, list)
    return is_short and len(entries or ()) >= error["ctx"]["min_length"]


def _refused(mistakes: Iterable[Mistake], document: Document) -> UserError:
    # What is refused in a line makes the rest of the line look wrong too.
    refused = {_position_in(problem)[0] for problem in document.problems}
    positions = ((document.position(mistake.place), mistake) for mistake in mistakes)
    placed = [(at, _problem(mistake, document)) for at, mistake in positions if at[0] not in refused]
    placed += [(_position_in(problem), problem) for problem in document.problems]
    return refusal(document.origin, [problem for _, problem in sorted(placed, key=lambda each: each[0])])


def _position_in(problem: Problem) -> tuple[int, int]:
    line, column = problem.where.rsplit(":", 2)[1:]
    return int(line), int(column)


def _problem(mistake: Mistake, document: Document) -> Problem:
    message = mistake.message
    if mistake.first is not None:
        first = tr("The first is in line {line}.", line=document.position(mistake.first)[0])
        message = " ".join((message, first))
    return Problem(document.where(mistake.place), message, mistake.remedy)
