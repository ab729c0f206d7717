"""A file of translated texts: its form, how it is read strictly, and how it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import Field, ValidationError

from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.events import Document
from questionnaires.languages import called
from questionnaires.parts import Part, Text, Version, version_order
from questionnaires.reading import read


class Translated(Part):
    """One text; `of` is the fingerprint of the English it was made from.

    `note`: what the translator has to say about it; nobody who is asked reads it.
    """

    of: str
    text: Text
    note: Text | None = None


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


def file_name(version: str, language: str) -> str:
    """What the file of a version's texts is called, for example "1.1.0.fr.yaml"."""
    return f"{version}.{language}.yaml"


def parse(text: str, origin: str, expected: Translation | None = None) -> Translation:
    """A file of texts. `origin` is what messages call it; `expected`: whose texts it must hold.

    Raises UserError naming every mistake.
    """
    document = read(text, origin)
    problems = list(document.problems)
    try:
        found = Translation.model_validate(document.data)
    except ValidationError as invalid:
        wrong = invalid.errors(include_url=False)
        problems += [
            Problem(document.where(tuple(one["loc"])), f"{one['msg']}.", tr("Mend it.")) for one in wrong
        ]
        raise _refused(origin, problems) from None
    problems += [*_not_before(found, document), *(_of_another(found, expected, document) if expected else ())]
    if problems:
        raise _refused(origin, problems)
    return found


def _not_before(found: Translation, document: Document) -> Iterator[Problem]:
    if found.after is not None and version_order(found.after) >= version_order(found.version):
        message = tr(
            "`after` is {after}, which is not before {version}.", after=found.after, version=found.version
        )
        yield Problem(document.where(("after",)), message, tr("Name an earlier version, or leave it out."))


def _of_another(found: Translation, expected: Translation, document: Document) -> Iterator[Problem]:
    for name in ("language", "questionnaire", "version"):
        is_so, wanted = getattr(found, name), getattr(expected, name)
        if is_so != wanted:
            message = tr(
                "`{name}` is {value}, and {wanted} is looked for here.", name=name, value=is_so, wanted=wanted
            )
            yield Problem(document.where((name,)), message, tr("Rename the file, or mend the line."))


def _refused(origin: str, problems: list[Problem]) -> UserError:
    return UserError(
        tr("{origin} cannot be used as a translation.", origin=origin),
        tr("Mend what is listed."),
        problems=tuple(problems),
        code=ExitCode.BAD_INPUT,
    )


def opening(translation: Translation) -> str:
    """The comment that a new file begins with."""
    of = f"{translation.questionnaire} {translation.version}"
    return (
        f"# {called(translation.language)}: the texts of {of}. "
        "`of` is the fingerprint of the English text each was made from.\n"
    )


def comments_above(text: str) -> str:
    """The lines of comment that a file begins with."""
    lines = text.splitlines(keepends=True)
    count = next((place for place, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(lines[:count])


def written(translation: Translation, comments: str) -> str:
    """The text of the file; `parse` gives the same value back. `comments` stand above it."""
    lines = [f"language: {translation.language}", f"questionnaire: {translation.questionnaire}"]
    lines += [f"version: {translation.version}"]
    lines += [f"after: {translation.after}"] if translation.after else []
    lines += [f"read_by: {_quoted(translation.read_by)}"] if translation.read_by else []
    lines += ["texts:" if translation.texts else "texts: {}"]
    for key, one in translation.texts.items():
        lines += [f"  {_key(key)}:", f"    of: {_quoted(one.of)}", f"    text: {_quoted(one.text)}"]
        lines += [f"    note: {_quoted(one.note)}"] if one.note else []
    return comments + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """As YAML writes it between quotation marks; its escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)


def _key(key: str) -> str:
    plain = key.replace(".", "").replace("-", "").replace("_", "").isalnum()
    return key if plain else _quoted(key)
