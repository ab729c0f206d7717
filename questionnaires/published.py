"""The versions and translations that are published, with the fingerprints they must keep: `published.json`.

One such file stands beside the questionnaires of the program; whoever writes questionnaires of their own gets
one in their folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from questionnaires.canonical import fingerprint, fingerprint_of_texts
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.languages import called
from questionnaires.parts import next_patch
from questionnaires.translation_file import Translation, file_name

NAME = "published.json"


@dataclass(frozen=True)
class Published:
    """One published version, or its texts in one language; `sha256` is the fingerprint.

    `file` is relative to the folder of published.json; `language` is empty for the version itself.
    """

    id: str
    version: str
    file: str
    sha256: str
    language: str = ""


def read_published(file: Traversable) -> tuple[Published, ...]:
    """The versions that a published.json lists; nothing where there is none. Raises UserError (INTEGRITY)."""
    return tuple(one for one in read_registry(file) if not one.language)


def published_texts(file: Traversable) -> tuple[Published, ...]:
    """The translations that a published.json lists. Raises UserError (INTEGRITY)."""
    return tuple(one for one in read_registry(file) if one.language)


def read_registry(file: Traversable) -> tuple[Published, ...]:
    """All that a published.json lists; nothing where there is none.

    Raises UserError (INTEGRITY) if it cannot be understood.
    """
    if not file.is_file():
        return ()
    try:
        return tuple(Published(**one) for one in json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        raise UserError(
            tr("{name} cannot be read.", name=file.name),
            tr("Put back the copy that was published last."),
            code=ExitCode.INTEGRITY,
        ) from None


def written(every: Iterable[Published]) -> str:
    """The text of a published.json, one entry after the other in the order given."""
    entries = [{name: value for name, value in asdict(one).items() if value} for one in every]
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


def registry_of(file: Path) -> Path:
    """The published.json a questionnaire file belongs to: in its folder or the one above, else a new one."""
    above = file.resolve().parent.parent / NAME
    return above if above.is_file() else file.resolve().parent / NAME


def refuse_changed(
    questionnaire: Questionnaire, known: Iterable[Published], code: ExitCode = ExitCode.BAD_INPUT
) -> None:
    """Raises UserError with `code` if the version was published with another content."""
    for one in known:
        same = (one.id, one.version) == (questionnaire.id, questionnaire.version)
        if same and one.sha256 != fingerprint(questionnaire):
            raise UserError(
                tr(
                    "{id} {version} was published with another content than this.",
                    id=one.id,
                    version=one.version,
                ),
                tr("A published version never changes: raise `version` in the file."),
                code=code,
            )


def refuse_changed_texts(
    texts: Translation, known: Iterable[Published], origin: str, code: ExitCode = ExitCode.BAD_INPUT
) -> None:
    """Raises UserError with `code` if the translation was published with another content.

    `texts` is to be filled up from the files it comes after; `origin` is what the message calls its file.
    One that was never published may change at any time.
    """
    for one in known:
        same = (one.id, one.version, one.language) == (texts.questionnaire, texts.version, texts.language)
        if same and one.sha256 != fingerprint_of_texts(texts):
            raise UserError(
                tr(
                    "{origin}: the texts of {id} {version} in {language} ({code}) were published with "
                    "another content than this.",
                    origin=origin,
                    id=one.id,
                    version=one.version,
                    language=called(one.language),
                    code=one.language,
                ),
                " ".join(
                    (
                        tr("A published translation never changes. Put the file back as it was."),
                        patch_of(texts),
                    )
                ),
                code=code,
            )


def patch_of(texts: Translation) -> str:
    """What to do about published texts that should read differently, as a sentence."""
    patch = next_patch(texts.version)
    return tr(
        "Better wording is a patch: copy {version}.yaml to {patch}.yaml with `version: {patch}` and "
        "`supersedes: {version}`, put the new texts into {file} beside it (translate does that), and "
        "publish it.",
        version=texts.version,
        patch=patch,
        file=file_name(patch, texts.language),
    )
