"""Which reader a file belongs to: one table, looked at from the top."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audit_engine import answers_csv
from audit_engine.answers_csv import AnswersFile
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.days import warn_of_late_evidence
from audit_engine.paper_csv import is_typed, read_typed
from audit_engine.sources import limesurvey, mapped, phones
from audit_engine.sources.source import Source
from questionnaires.definition import Questionnaire


@dataclass(frozen=True)
class Asked:
    """What was asked for: a file, for an audit. `mapping`: the file with one, if it was named."""

    opened: AuditFile
    source: Source
    mapping: Path | None
    by: str

    @property
    def questionnaire(self) -> Questionnaire:
        return self.opened.definition.questionnaire


@dataclass(frozen=True)
class Reader:
    """A format. `read` gives the answers; None: it took in the file itself, which holds no forms."""

    recognises: Callable[[Asked], bool]
    read: Callable[[Asked], AnswersFile | None]


def reader_of(asked: Asked) -> Reader:
    """The first reader that knows the file; for one that nobody knows, that which says what is expected."""
    return next(reader for reader in READERS if reader.recognises(asked))


def _is_paper_of_kit(asked: Asked) -> bool:
    return asked.source.returned is not None and "kit" in asked.source.returned.properties


def _read_kit(asked: Asked) -> None:
    from audit_engine.kit.returning import take_in  # start-up: only here

    warn_of_late_evidence(asked.opened)
    take_in(asked.opened, asked.source.path, asked.by)


def _is_answers_csv(asked: Asked) -> bool:
    return set(answers_csv.REQUIRED) <= {name.strip('"').lower() for name in asked.source.headings}


READERS = (
    Reader(_is_paper_of_kit, _read_kit),
    Reader(
        lambda asked: is_typed(asked.source),
        lambda asked: read_typed(asked.source, asked.questionnaire),
    ),
    Reader(
        lambda asked: asked.source.text is not None and _is_answers_csv(asked),
        lambda asked: answers_csv.read(asked.source.path),
    ),
    Reader(
        lambda asked: phones.recognised(asked.source, asked.questionnaire),
        lambda asked: phones.read(asked.source, asked.questionnaire),
    ),
    Reader(
        lambda asked: limesurvey.recognised(asked.source),
        lambda asked: limesurvey.read(asked.source, asked.questionnaire),
    ),
    Reader(
        lambda asked: mapped.recognised(asked.source, asked.questionnaire, asked.mapping),
        lambda asked: mapped.read(asked.opened, asked.source, asked.mapping),
    ),
    Reader(lambda asked: asked.source.text is not None, lambda asked: answers_csv.read(asked.source.path)),
    Reader(lambda asked: True, _read_kit),
)
"""The last two know no file: they say why it is none of a kind."""
