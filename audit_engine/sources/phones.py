"""Answers that were collected with a form of ours in ODK Central or KoboToolbox."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audit_engine.answers_csv import AnswersFile
from audit_engine.sources.labels import texts_everywhere, worded
from audit_engine.sources.source import Source, TableRow, refuse_twice, table_of
from audit_engine.sources.submitted import REJECTED, Collected, Submitted, last_name
from exports.xlsform.asking import NOTES, WITH_CONSENT
from exports.xlsform.fields import (
    CONSENT,
    INSTRUMENT,
    QUESTIONNAIRE,
    ROLE,
    Field,
    folded,
    form_name,
    known_fields,
)
from questionnaires.answers import short
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import Problem, UserError

_CENTRAL = (
    *("SubmissionDate", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected"),
    *("Status", "ReviewState", "DeviceID", "Edits", "FormVersion", "instanceID", "instanceName"),
)
_IDS = (
    *("meta/rootUuid", "meta:rootUuid", "meta.rootUuid", "_uuid", "KEY"),
    *("meta/instanceID", "meta-instanceID", "meta:instanceID", "meta.instanceID", "instanceID"),
)
"""Where a submission's own id stands, the best first: the root stays when an answer is corrected."""
_REJECTED = {"ReviewState": "rejected", "_validation_status": "validation_status_not_approved"}
_AGAIN = marked(
    "Download again with the names of the questions: in KoboToolbox choose the value and header format 'XML "
    "values and headers'; ODK Central exports names by itself."
)


def recognised(source: Source, questionnaire: Questionnaire) -> bool:
    """Whether a server for XLSForms wrote the file, or a form of ours stands behind it."""
    names = set(source.headings)
    ours = any(last_name(name) == folded(form_name(QUESTIONNAIRE)) for name in names)
    return ours or {"_uuid", "_submission_time"} <= names or {"KEY", "SubmissionDate"} <= names


def read(source: Source, questionnaire: Questionnaire) -> AnswersFile:
    """The submissions of the file. Raises UserError if its headings are not the names of our fields."""
    table = table_of(source)
    columns, rest = _columns(source, questionnaire)
    reading = _Reading(questionnaire, columns)
    if rest and reading.versions(table.rows) <= {questionnaire.reference}:
        raise UserError(
            tr(
                "{name}: '{heading}' is no question of {id}.",
                name=source.path.name,
                heading=short(rest[0]),
                id=questionnaire.id,
            ),
            tr(
                "If it was added to the form, take the column out of the file; what is asked beyond "
                "the questionnaire is not rated."
            ),
        )
    found = Collected(problems=[*table.problems])
    for row in table.rows:
        reading.take(row, found)
    return AnswersFile(source.sha256, tuple(found.rows), tuple(found.problems), found.warnings())


@dataclass(frozen=True)
class _Reading:
    questionnaire: Questionnaire
    columns: Mapping[str, Field]

    def take(self, row: TableRow, found: Collected) -> None:
        """One submission: left out, a problem, or taken."""
        said = {field.of: text for field, (_, text) in self._cells(row, "form").items()}
        fault = self._fault(row, said)
        if any(row.cells.get(name) == word for name, word in _REJECTED.items()):
            found.left_out[REJECTED] += 1
        elif fault:
            found.problems.append(Problem(tr("row {number}", number=row.number), *fault))
        elif said[INSTRUMENT] in WITH_CONSENT and said[CONSENT] == "no":
            found.not_agreed()
        else:
            cells = {**self._cells(row, "profile"), **self._cells(row, "item"), **self._cells(row, "prompt")}
            role = said.get(ROLE, "")
            found.take(Submitted(_id(row), said[INSTRUMENT], role, row.number, cells))

    def _cells(self, row: TableRow, kind: str) -> dict[Field, tuple[str, str]]:
        return {
            field: (heading, row.cells[heading])
            for heading, field in self.columns.items()
            if field.kind == kind and heading in row.cells
        }

    def versions(self, rows: Iterable[TableRow]) -> set[str]:
        """What the submissions say they were asked from."""
        said = (self._cells(row, "form") for row in rows)
        return {text for cells in said for field, (_, text) in cells.items() if field.of == QUESTIONNAIRE}

    def _fault(self, row: TableRow, said: Mapping[str, str]) -> tuple[str, str] | None:
        made_of = said.get(QUESTIONNAIRE, "")
        ours = self.questionnaire.reference
        if made_of != ours:
            return (
                tr(
                    "was filled in on '{questionnaire}'; this audit runs on {here}.",
                    questionnaire=short(made_of) or tr("no questionnaire"),
                    here=ours,
                ),
                tr("Import it into the audit that runs on it."),
            )
        if not _id(row):
            return tr("has no id of its submission."), tr("Export the column _uuid or KEY too.")
        if not said.get(INSTRUMENT):
            return (
                tr("has nothing under {column}.", column=form_name(INSTRUMENT)),
                tr("Export all columns of the form."),
            )
        if said[INSTRUMENT] in WITH_CONSENT and said.get(CONSENT) not in ("yes", "no"):
            return (
                tr("does not say whether the person agreed ('{text}').", text=short(said.get(CONSENT, ""))),
                tr(
                    "Under {column} stands yes or no; what was not agreed to is not read.",
                    column=form_name(CONSENT),
                ),
            )
        return None


def _columns(source: Source, questionnaire: Questionnaire) -> tuple[dict[str, Field], list[str]]:
    """Heading -> field, and the headings that nobody knows. Raises UserError for labels in place of names."""
    fields = known_fields(questionnaire)
    named = {name: fields.get(folded(name)) or fields.get(last_name(name)) for name in source.headings}
    found = {name: field for name, field in named.items() if field is not None}
    rest = [name for name in source.headings if name not in found and not _of_server(name)]
    labels = {worded(text) for text in texts_everywhere(questionnaire)}
    labelled = [name for name in rest if worded(name) in labels or worded(name.rsplit("/", 1)[-1]) in labels]
    if labelled or form_name(QUESTIONNAIRE) not in {form_name(field.of) for field in found.values()}:
        name = source.path.name
        if labelled:
            told = tr(
                "{name}: the headings are no names of a form of ours ('{heading}').",
                name=name,
                heading=short(labelled[0]),
            )
        else:
            told = tr("{name}: the headings are no names of a form of ours.", name=name)
        raise UserError(told, tr(_AGAIN))
    refuse_twice(source, found)
    return found, rest


def _of_server(heading: str) -> bool:
    """Whether a column is the server's or holds no answer; times, phones and names in it are not read."""
    grouped = heading.startswith(("_", "meta/", "meta-", "meta:", "meta.", "formhub"))
    return not heading or grouped or heading in _CENTRAL or last_name(heading) in map(folded, NOTES)


def _id(row: TableRow) -> str:
    return next((row.cells[name] for name in _IDS if name in row.cells), "").removeprefix("uuid:")
