"""The versions that are published, each with the fingerprint it must keep: `published.json`.

One such file stands beside the questionnaires of the program; whoever writes questionnaires of their own gets
one in their folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from questionnaires.canonical import fingerprint
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError

NAME = "published.json"


@dataclass(frozen=True)
class Published:
    """One published version; `file` is relative to the folder of published.json, `sha256` its fingerprint."""

    id: str
    version: str
    file: str
    sha256: str


def read_published(file: Traversable) -> tuple[Published, ...]:
    """What a published.json lists; nothing where there is none.

    Raises UserError (INTEGRITY) if it cannot be understood.
    """
    if not file.is_file():
        return ()
    try:
        return tuple(Published(**one) for one in json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        raise UserError(
            f"{file.name} cannot be read.",
            "Put back the copy that was published last.",
            code=ExitCode.INTEGRITY,
        ) from None


def written(every: Iterable[Published]) -> str:
    """The text of a published.json, one version after the other in the order given."""
    return json.dumps([asdict(one) for one in every], indent=2, ensure_ascii=False) + "\n"


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
                f"{one.id} {one.version} was published with another content than this.",
                "A published version never changes: raise `version` in the file.",
                code=code,
            )
