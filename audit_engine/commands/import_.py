"""audit-engine import: answers from a CSV file, or a workbook of the field kit that came back."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Connection

from audit_engine.answers_csv import AnswersFile
from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Facts
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.by_documents import LOOKED_UP
from audit_engine.debriefing.days import warn_of_late_evidence
from audit_engine.facts.staff_size import bracket
from audit_engine.importing import understand
from audit_engine.incoming import Import, Incoming
from audit_engine.sources.readers import Asked, reader_of
from audit_engine.sources.source import look
from audit_engine.store import bulk, survey
from audit_engine.store.facts import read_facts, set_meta
from audit_engine.survey.closing import refuse_closed
from audit_engine.terminal import say, warn
from questionnaires.answers import short
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.routing import Setting

app = typer.Typer(add_completion=False)


@app.command()
def import_answers(
    audit: AuditPath,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Answers (docs/answers-csv.md), typed paper forms, a returned sheet of the kit, or what "
            "another tool exported (docs/other-tools.md).",
        ),
    ],
    new_only: Annotated[
        bool, typer.Option("--new-only", help="Leave out submissions imported before, import the others.")
    ] = False,
    mapping: Annotated[
        Path | None,
        typer.Option(help="Which column is which item, for Microsoft and Google Forms."),
    ] = None,
    by: By = "",
) -> None:
    """Read answers from CSV, a sheet of the kit, or another tool.

    A sheet is one of the kit; docs/other-tools.md says what other tools export.

    Every mistake is named with its line or cell and the reason, and then nothing is imported. The same file
    twice changes nothing.
    """
    with AuditFile(audit) as opened:
        facts = opened.facts()
        answers = _read(Asked(opened, look(file), mapping, by or facts.lead))
        if answers is None:
            return
        mark = _mark(answers.sha256, opened.definition.questionnaire, facts.setting)
        with opened.reading() as connection:
            if bulk.seen_file(connection, mark):
                say(tr("{name} was imported before; nothing to do.", name=file.name))
                return
        found = understand(opened.definition.questionnaire, facts.setting, answers.rows)
        refuse((*answers.problems, *found.problems), file)
        if any(form.instrument in LOOKED_UP for form in found.submissions):
            warn_of_late_evidence(opened)
        with opened.writing() as connection:
            _still(connection, facts, mark)
            fresh = _fresh(connection, found.submissions, file, new_only)
            if any(form.instrument == "survey" for form in fresh):
                refuse_closed(connection, audit.name)
            _store(connection, fresh, mark, by or facts.lead, answers.known_by)
            forms = survey.forms(connection)
    for left_out in answers.warnings:
        warn(f"{file.name}: {left_out}")
    _tell(found, fresh, file)
    if forms > facts.invited:
        warn(
            tr_many(
                "{number} survey forms, but only {invited} people were invited.",
                "{number} survey forms, but only {invited} people were invited.",
                forms,
                invited=facts.invited,
            )
        )


def _read(asked: Asked) -> AnswersFile | None:
    """The answers of the file, by the reader that knows it; None: the reader has taken it in itself."""
    return reader_of(asked).read(asked)


def _still(connection: Connection, facts: Facts, mark: str) -> None:
    """Raises UserError (busy) if another command changed what the rows were checked against."""
    if read_facts(connection).setting != facts.setting or bulk.seen_file(connection, mark):
        raise UserError(
            tr("Another command changed the audit while the file was read; nothing was imported."),
            tr("Import the file again."),
            code=ExitCode.BUSY,
        )


def _line(problem: Problem) -> int:
    return int(re.findall(r"\d+", problem.where)[-1])


def refuse(problems: tuple[Problem, ...], file: Path) -> None:
    """Raises UserError naming every bad row, in the order of the file."""
    if problems:
        ordered = tuple(sorted(problems, key=_line))
        raise UserError(
            tr_many(
                "{name}: {number} row(s) cannot be read; nothing was imported.",
                "{name}: {number} row(s) cannot be read; nothing was imported.",
                len(ordered),
                name=file.name,
            ),
            tr("Mend them and import the file again."),
            problems=ordered,
        )


def _mark(sha256: str, questionnaire: Questionnaire, setting: Setting) -> str:
    """What a file once imported is known by.

    The size of the unit is part of it: rows that were dropped in a smaller unit can come in later.
    """
    asked = bracket(questionnaire, setting)
    return hashlib.sha256(f"{sha256} {asked}".encode()).hexdigest()


def _fresh(connection: Connection, forms: tuple[Incoming, ...], file: Path, new_only: bool) -> list[Incoming]:
    named = {form.id for form in forms if form.instrument != "survey"} & bulk.known_submissions(connection)
    seen = survey.seen_ids(connection, [form.id for form in forms if form.instrument == "survey"])
    old = named | set(seen)
    if old and not new_only:
        raise UserError(
            tr_many(
                "{name} repeats {number} submission(s) that are in the audit already: {ids}. "
                "Nothing was imported.",
                "{name} repeats {number} submission(s) that are in the audit already: {ids}. "
                "Nothing was imported.",
                len(old),
                name=file.name,
                ids=", ".join(short(name) for name in sorted(old)),
            ),
            tr("Import the others with --new-only, or give them new ids."),
        )
    return [form for form in forms if form.id not in old]


def _store(
    connection: Connection,
    forms: list[Incoming],
    mark: str,
    by: str,
    known_by: tuple[tuple[str, str], ...],
) -> None:
    surveys = [form for form in forms if form.instrument == "survey"]
    survey.send_all(connection, ((form.known, form.answers, form.words | form.notes) for form in surveys))
    survey.remember_ids(connection, [form.id for form in surveys])
    for form in forms:
        if form.instrument != "survey":
            bulk.add_submission(
                connection,
                form.id,
                form.instrument,
                form.role,
                form.known,
                by,
                form.answers | form.words,
                form.notes,
                form.evidence,
            )
    bulk.remember_file(connection, mark)
    for name, value in known_by:
        set_meta(connection, name, value)


def _tell(found: Import, fresh: list[Incoming], file: Path) -> None:
    for warning in found.warnings:
        warn(f"{file.name}: {warning}")
    say(
        tr_many(
            "Imported {number} submission(s) from {name}:",
            "Imported {number} submission(s) from {name}:",
            len(fresh),
            name=file.name,
        )
    )
    for instrument in dict.fromkeys(form.instrument for form in fresh):
        mine = [form for form in fresh if form.instrument == instrument]
        answers = sum(len(form.answers) + len(form.words) for form in mine)
        say(
            "  "
            + tr_many(
                "{instrument}: {forms} with {number} answer(s)",
                "{instrument}: {forms} with {number} answer(s)",
                answers,
                instrument=instrument,
                forms=len(mine),
            )
        )
