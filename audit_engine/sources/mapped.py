"""Staff surveys that ran in Microsoft Forms or Google Forms: read by a mapping that a person confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from audit_engine.answers_csv import AnswersFile
from audit_engine.auditfile import AuditFile
from audit_engine.sources.labels import labels_of, spoken, worded
from audit_engine.sources.mapping import ColumnMapping, field_of, load, matched, place_of, proposed, write
from audit_engine.sources.source import Source, Table, TableRow, table_of
from audit_engine.sources.submitted import Collected, Submitted, named_cell
from audit_engine.store.facts import get_meta
from audit_engine.terminal import confirm, interactive, say
from audit_engine.terminal_table import table
from exports.xlsform.fields import CONSENT, Field
from questionnaires.answers import short
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, Problem, UserError

_FEWEST = 3
"""Headings that must be texts of the questionnaire before a table is taken for a form of it."""
_OF_PERSONS = {"email", "name", "email address", "username", "e mail", "e mail address"}
_NOBODY = {"", "anonymous", "anonyme", "anonimo", "anónimo", "анонимно", "مجهول"}
_NUMBERED = ("id",)


def recognised(source: Source, questionnaire: Questionnaire, mapping: Path | None) -> bool:
    """Whether the headings are questions of this questionnaire, or a mapping was named."""
    return mapping is not None or matched(source, questionnaire) >= _FEWEST


def read(opened: AuditFile, source: Source, named: Path | None) -> AnswersFile:
    """The forms of the file, by the mapping that was named, is kept, or is confirmed now.

    Raises UserError where nobody confirms one, and where the form was imported with another one.
    """
    questionnaire = opened.definition.questionnaire
    mapping = _mapping(source, questionnaire, named)
    known_by = _same_key(opened, source, mapping)
    columns = _columns(questionnaire, mapping)
    everywhere = spoken(questionnaire)
    labels = {
        one: labels_of(questionnaire, one, everywhere) for one in columns.values() if one.kind != "prompt"
    }
    reading = _Reading(columns, labels, mapping.key, _identity(source))
    table_ = table_of(source)
    found = Collected(problems=[*table_.problems])
    for row in table_.rows:
        reading.take(row, found)
    told = (*found.warnings(), *_telling(source, table_))
    return AnswersFile(source.sha256, tuple(found.rows), tuple(found.problems), told, (known_by,))


def _telling(source: Source, rows: Table) -> Iterator[str]:
    for name in source.headings:
        if worded(name) in _OF_PERSONS and any(
            worded(r.cells.get(name, "")) not in _NOBODY for r in rows.rows
        ):
            yield tr("the column '{name}' tells who answered; it is not read.", name=name)


def _mapping(source: Source, questionnaire: Questionnaire, named: Path | None) -> ColumnMapping:
    if named is not None:
        return load(named, source, questionnaire)
    place = place_of(source)
    mapping = load(place, source, questionnaire) if place.exists() else proposed(source, questionnaire)
    if mapping.confirmed:
        return mapping
    _show(mapping, questionnaire)
    if not interactive():
        write(mapping, place)
        raise UserError(
            tr(
                "{name} is read by a mapping of its columns, and nobody is here to confirm one. The "
                "proposal is written to {mapping}.",
                name=source.path.name,
                mapping=place.name,
            ),
            tr("Look at it, mend it, and import again with --mapping {mapping}", mapping=place.name),
            code=ExitCode.NOT_NOW,
        )
    if not confirm(tr("Is every column what stands beside it?")):
        write(mapping, place)
        raise UserError(
            tr("Nothing was imported. The proposal is in {mapping}.", mapping=place.name),
            tr("Mend it there and import the file again."),
            code=ExitCode.NOT_NOW,
        )
    write(replace(mapping, confirmed=True), place)
    say(tr("The mapping is kept in {mapping}.", mapping=place.name))
    return mapping


def _show(mapping: ColumnMapping, questionnaire: Questionnaire) -> None:
    """The mapping as a table: what stands in the file, and what it would be read as."""
    rows = []
    for heading, target in mapping.columns.items():
        item = questionnaire.items.get(target or "")
        rows.append((short(heading, 60), target or tr("(not read)"), short(item.text, 60) if item else ""))
    table((tr("Column"), tr("Is"), tr("Text of the item")), rows)


def _same_key(opened: AuditFile, source: Source, mapping: ColumnMapping) -> tuple[str, str]:
    """What the audit keeps of the mapping.

    Submissions are known again by the key of the mapping; with another key all would be counted twice."""
    name = f"mapping of {place_of(source).stem}"
    key = sha256(mapping.key.encode()).hexdigest()
    with opened.reading() as connection:
        before = get_meta(connection, name)
    if before is not None and before != key:
        raise UserError(
            tr("{name}: answers of this form were imported with another mapping.", name=source.path.name),
            tr("Name that one with --mapping; with a new one every answer would be counted twice."),
        )
    return name, key


def _columns(questionnaire: Questionnaire, mapping: ColumnMapping) -> dict[str, Field]:
    found = {heading: field_of(questionnaire, target or "") for heading, target in mapping.columns.items()}
    return {heading: one for heading, one in found.items() if one is not None}


def _identity(source: Source) -> str:
    """The column that tells submissions apart: their number if there is one, else the first (the time)."""
    return next((name for name in source.headings if worded(name) in _NUMBERED), source.headings[0])


@dataclass(frozen=True)
class _Reading:
    """`labels`: field -> label as compared -> what it stands for."""

    columns: Mapping[str, Field]
    labels: Mapping[Field, Mapping[str, str]]
    key: str
    identity: str
    at_once: dict[str, list[Mapping[Field, tuple[str, str]]]] = field(default_factory=dict)

    def take(self, row: TableRow, found: Collected) -> None:
        """One form: left out, a problem, or taken."""
        cells: dict[Field, tuple[str, str]] = {}
        agreed = "yes"
        for heading, one in self.columns.items():
            if (text := row.cells.get(heading)) is None:
                continue
            value = text if one.kind == "prompt" else self.labels[one].get(worded(text))
            if value is None:
                remedy = tr(
                    "Answers to {item} are: {names}.",
                    item=one.of,
                    names=", ".join(dict.fromkeys(self.labels[one].values())),
                )
                message = tr("'{text}' is no answer.", text=short(text))
                found.problems.append(Problem(named_cell(heading, row.number), message, remedy))
            elif one.of == CONSENT and one.kind == "form":
                agreed = value
            else:
                cells[one] = (heading, value)
        if agreed == "no":
            found.not_agreed()
        elif self.identity not in row.cells:
            said = tr("has nothing under '{column}'.", column=short(self.identity))
            found.problems.append(
                Problem(tr("row {number}", number=row.number), said, tr("Export all columns of the form."))
            )
        else:
            name = self._id(row.cells[self.identity], cells)
            found.take(Submitted(name, "survey", "staff", row.number, cells))

    def _id(self, known_by: str, cells: Mapping[Field, tuple[str, str]]) -> str:
        """What a submission is known by again. The key is in no audit: no time can be told from it.

        Two people may send in the same second; the same number is the same submission.
        """
        same = self.at_once.setdefault(known_by, [])
        if worded(self.identity) not in _NUMBERED and cells not in same:
            same.append(cells)
        place = same.index(cells) if cells in same else 0
        return sha256(f"{self.key} {known_by} {place}".encode()).hexdigest()[:32]
