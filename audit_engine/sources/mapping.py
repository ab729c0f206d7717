"""Which column of a form is which item: what is proposed, and the JSON file it is kept in."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import Any

from audit_engine.sources.labels import spoken, worded
from audit_engine.sources.source import Source
from exports.xlsform.fields import CONSENT, Field, known_fields
from questionnaires.answers import short
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError

WHAT = "audit-engine mapping"
_ALIKE = 0.88
"""From this share of alike letters on a column is proposed for an item; people confirm it."""


@dataclass(frozen=True)
class ColumnMapping:
    """`columns`: heading -> id of an item, open question or profile question, `consent`, or None: not read.

    `key`: by it the submissions of this form are known again; it says nothing about them. `questionnaire`:
    id@version. `confirmed`: a person looked at it.
    """

    questionnaire: str
    columns: Mapping[str, str | None]
    key: str
    confirmed: bool


def proposed(source: Source, questionnaire: Questionnaire) -> ColumnMapping:
    """Columns matched to items by their text, in any language; what is doubtful is left open."""
    known = dict(_known(questionnaire))
    columns: dict[str, str | None] = {}
    for heading in filter(None, source.headings):
        match = _match(heading, known)
        columns[heading] = match if match not in columns.values() else None
    return ColumnMapping(questionnaire.reference, columns, secrets.token_hex(16), confirmed=False)


def matched(source: Source, questionnaire: Questionnaire) -> int:
    """How many headings are the text of something that the questionnaire asks."""
    known = dict(_known(questionnaire))
    return sum(worded(_asked(heading)) in known for heading in source.headings)


def place_of(source: Source) -> Path:
    """Where the mapping of this form is kept: beside the export, the same for every export of the form."""
    form = sha256("\n".join(source.headings).encode()).hexdigest()[:8]
    return source.path.with_name(f"mapping-{form}.json")


def write(mapping: ColumnMapping, path: Path) -> None:
    """Keeps the mapping. Raises UserError if the disk refuses."""
    told = {
        "what": WHAT,
        "questionnaire": mapping.questionnaire,
        "confirmed": mapping.confirmed,
        "key": mapping.key,
        "columns": mapping.columns,
    }
    try:
        path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise UserError(
            tr("{path} could not be written: {reason}.", path=path, reason=error.strerror),
            tr("Copy the export into a folder of your own."),
            code=ExitCode.BUSY,
        ) from None


def load(path: Path, source: Source, questionnaire: Questionnaire) -> ColumnMapping:
    """A kept mapping. Raises UserError if it is none, or does not fit the file or the questionnaire."""
    told = _json(path)
    if not _well_formed(told):
        raise UserError(
            tr("{name} is no mapping.", name=path.name), tr("Delete it and import again: one is proposed.")
        )
    mapping = ColumnMapping(told["questionnaire"], told["columns"], told["key"], bool(told["confirmed"]))
    if mapping.questionnaire != questionnaire.reference:
        raise UserError(
            tr(
                "{name} maps to {questionnaire}; not to {reference}.",
                name=path.name,
                questionnaire=short(mapping.questionnaire),
                reference=questionnaire.reference,
            ),
            tr("Name another one with --mapping, or delete it: a new one is proposed."),
        )
    _fits(mapping, path, source, questionnaire)
    return mapping


def field_of(questionnaire: Questionnaire, target: str) -> Field | None:
    """The field that a target of a mapping is; None if the questionnaire has none of that name."""
    fields = known_fields(questionnaire).values()
    return next((one for one in fields if one.of == target and one.piece in ("choice", "words")), None)


def _fits(mapping: ColumnMapping, path: Path, source: Source, questionnaire: Questionnaire) -> None:
    targets = [target for target in mapping.columns.values() if target is not None]
    unknown = [target for target in targets if field_of(questionnaire, target) is None]
    twice = [target for target in targets if targets.count(target) > 1]
    new = [heading for heading in source.headings if heading and heading not in mapping.columns]
    gone = [head for head, target in mapping.columns.items() if target and head not in source.headings]
    faults = (
        (
            unknown,
            marked("{name}: '{text}' is no item of the questionnaire."),
            marked("Write the id of one, or null."),
        ),
        (twice, marked("{name}: two columns are '{text}'."), marked("Write null for one of them.")),
        (
            new,
            marked("{name}: the column '{text}' of the export is not in it."),
            marked("Add it with the id of an item, or null."),
        ),
        (
            gone,
            marked("{name}: the export has no column '{text}'."),
            marked("Take it out, or export all columns."),
        ),
    )
    for found, said, remedy in faults:
        if found:
            raise UserError(tr(said, name=path.name, text=short(found[0])), tr(remedy))


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise UserError(
            tr("There is no mapping {path}.", path=path), tr("Check the name."), code=ExitCode.NOT_NOW
        ) from None
    except (ValueError, RecursionError):
        raise UserError(
            tr("{name} is no JSON file.", name=path.name), tr("Delete it: a new one is proposed.")
        ) from None


def _well_formed(told: Any) -> bool:
    if not isinstance(told, dict) or told.get("what") != WHAT:
        return False
    columns, texts = told.get("columns"), (told.get("questionnaire"), told.get("key"))
    return (
        isinstance(columns, dict)
        and all(isinstance(target, str | None) for target in columns.values())
        and all(isinstance(text, str) and text for text in texts)
        and isinstance(told.get("confirmed"), bool)
    )


def _known(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """(text as compared, target) of everything that a survey asks, in every language."""
    for said in spoken(questionnaire).values():
        for item in questionnaire.items.values():
            if "survey" in item.instruments:
                yield worded(said.get(f"items.{item.id}.text", item.text)), item.id
        for name, prompt in questionnaire.open_prompts.items():
            if "survey" in prompt.instruments:
                yield worded(said.get(f"prompts.{prompt.id}.text", prompt.text)), name
        for question in questionnaire.profile:
            yield worded(said.get(f"profile.{question.id}.text", question.text)), question.id
        yield worded(said.get("consent.question", questionnaire.consent.question)), CONSENT


def _asked(heading: str) -> str:
    """The question in a heading: of a grid it stands in brackets, after what all its rows share."""
    if heading.endswith("]") and "[" in heading:
        return heading[heading.rindex("[") + 1 : -1]
    return heading


def _match(heading: str, known: Mapping[str, str]) -> str | None:
    wanted = worded(_asked(heading))
    if wanted in known:
        return known[wanted]
    first = heading.split()[0].strip(".:)").casefold() if heading.split() else ""
    by_id = [target for target in known.values() if target.casefold() == first]
    if by_id:
        return by_id[0]
    alike = {target for text, target in known.items() if _ratio(text, wanted) >= _ALIKE}
    return alike.pop() if len(alike) == 1 else None


def _ratio(text: str, wanted: str) -> float:
    matcher = SequenceMatcher(None, text, wanted, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
