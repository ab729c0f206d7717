"""Taking in the HR sheet and the document request that came back: all or nothing, the same file once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import Connection

from audit_engine.audit import Document, Draw, Facts, StoredAnswer
from audit_engine.auditfile import AuditFile
from audit_engine.clock import now
from audit_engine.facts.staff_size import bracket
from audit_engine.kit.filling import kit_of
from audit_engine.store import bulk, judgement, submissions
from audit_engine.store.facts import get_meta, read_facts, set_meta
from audit_engine.terminal import say, warn
from exports.kit.forms import staff_figures
from exports.kit.forms.documents_returned import Absent, Documents, Paper, understood
from exports.kit.forms.figures_returned import Figures, figures
from exports.kit.forms.returned import paper_of
from exports.reading import Returned, read_workbook
from questionnaires.catalogue import speaking, tr, tr_many
from questionnaires.definition import Instrument, Role
from questionnaires.errors import ExitCode, Problem, UserError

_FROM_HR = "kit staff figures"
"""Where the audit file keeps the name of the submission that returned HR sheets are recorded in."""


def take_in(opened: AuditFile, file: Path, by: str) -> None:
    """Reads a returned workbook of the kit and records what it says.

    Raises UserError naming every mistake by sheet and cell; then nothing is recorded.
    """
    kit, facts = kit_of(opened), opened.facts()
    returned = read_workbook(file)
    paper = paper_of(returned, kit, file.name)
    mark = _mark(opened, facts, returned)
    with opened.reading() as connection:
        if bulk.seen_file(connection, mark):
            say(tr("{name} was imported before; nothing to do.", name=file.name))
            return
    if paper == staff_figures.PAPER:
        said = figures(returned, kit, file.name)
        _refuse(said.problems, file)
        with opened.writing() as connection:
            _still(connection, facts, mark)
            recorded = _record_figures(connection, said, by)
            bulk.remember_file(connection, mark)
        _tell_figures(said, recorded, file)
        return
    request = understood(returned, kit, file.name)
    _refuse(request.problems, file)
    with opened.writing() as connection, speaking(facts.language):
        _still(connection, facts, mark)
        told = _record_documents(connection, request, by)
        bulk.remember_file(connection, mark)
    _tell_documents(request, told, file)


def _mark(opened: AuditFile, facts: Facts, returned: Returned) -> str:
    """What a file is known by; the size of the unit is part of it, as it decides what is asked."""
    asked = bracket(opened.definition.questionnaire, facts.setting)
    return hashlib.sha256(f"kit {returned.sha256} {asked}".encode()).hexdigest()


def _refuse(problems: tuple[Problem, ...], file: Path) -> None:
    if problems:
        raise UserError(
            tr_many(
                "{name}: {number} mistake(s); nothing was imported.",
                "{name}: {number} mistake(s); nothing was imported.",
                len(problems),
                name=file.name,
            ),
            tr("Mend them in the file and import it again."),
            problems=problems,
        )


def _still(connection: Connection, facts: Facts, mark: str) -> None:
    if read_facts(connection) != facts or bulk.seen_file(connection, mark):
        raise UserError(
            tr("Another command changed the audit while the file was read; nothing was imported."),
            tr("Import the file again."),
            code=ExitCode.BUSY,
        )


def _record_figures(connection: Connection, said: Figures, by: str) -> list[tuple[str, str, str]]:
    """(item, before, now) of what is new or changed; an earlier sheet's figures stay in the history."""
    sheet = get_meta(connection, _FROM_HR)
    if sheet is None or submissions.submission(connection, sheet).state == "void":
        sheet = submissions.begin(connection, "staff_data", "hr_officer", by=by)
        submissions.set_state(connection, sheet, "done", by=by)
        set_meta(connection, _FROM_HR, sheet)
    standing, elsewhere = submissions.answers(connection, sheet), _elsewhere(connection, sheet)
    changes = []
    for figure in said.figures:
        before = standing.get(figure.item)
        note = before.note if before else ""
        answer = StoredAnswer(figure.item, figure.value, note, figure.source, by=by, at=now())
        submissions.record(connection, sheet, answer)
        stood = before.value if before else elsewhere.get(figure.item, "")
        if before is None or stood != figure.value:
            changes.append((figure.item, stood if stood != figure.value else "", figure.value))
    return changes


def _elsewhere(connection: Connection, sheet: str) -> dict[str, str]:
    """Item -> what another sitting of staff data recorded for it, which then counts no more."""
    found: dict[str, str] = {}
    for other in submissions.submissions(connection, instrument="staff_data"):
        if other.id != sheet and other.state != "void":
            answered = submissions.answers(connection, other.id).values()
            found |= {one.item: one.value for one in answered}
    return found


def _record_documents(connection: Connection, request: Documents, by: str) -> Mapping[str, list[str]]:
    """What became of the documents and of the items: kinds of lists, drawn kinds, items recorded or rated."""
    told: dict[str, list[str]] = {"new": [], "lists": [], "drawn already": [], "recorded": [], "rated": []}
    drawn = {draw.kind for draw in judgement.every(connection, Draw)}
    known = {(paper.kind, paper.title, paper.date) for paper in judgement.every(connection, Document)}
    for paper in request.papers:
        if (paper.kind, paper.title, paper.date) in known:
            continue
        told["drawn already" if paper.kind in drawn else "new"].append(paper.kind)
        if paper.kind not in drawn:
            _register(connection, paper, by)
            told["lists"] += [paper.kind] if paper.complete else []
    rated = _rated(connection)
    absent = [each for each in request.absent if rated.get(each.item) != each.value]
    told["rated"] = [each.item for each in absent if each.item in rated]
    told["recorded"] = _record_absent(connection, [each for each in absent if each.item not in rated], by)
    return told


def _register(connection: Connection, paper: Paper, by: str) -> None:
    """A document of a complete list is to be read only once it is drawn."""
    judgement.add(connection, Document(0, paper.title, paper.date, paper.kind, not paper.complete), by)


def _rated(connection: Connection) -> dict[str, str]:
    """Item -> value, of everything that facilitators have answered from documents."""
    sheets = submissions.submissions(connection, instrument="document_review")
    open_ones = [sheet for sheet in sheets if sheet.state != "void"]
    return {
        item: answer.value
        for sheet in open_ones
        for item, answer in submissions.answers(connection, sheet.id).items()
    }


def _record_absent(connection: Connection, absent: Iterable[Absent], by: str) -> list[str]:
    """Records in the document review of whoever imports, so that it is no second rating."""
    wanted = list(absent)
    if not wanted:
        return []
    sheet = _own_review(connection, by)
    for each in wanted:
        evidence = tr("document request, {line}", line=each.line)
        submissions.record(
            connection, sheet, StoredAnswer(each.item, each.value, "", evidence, by=by, at=now())
        )
    return [each.item for each in wanted]


def _own_review(connection: Connection, by: str) -> str:
    instrument: Instrument = "document_review"
    role: Role = "facilitator"
    own = [
        sheet
        for sheet in submissions.submissions(connection, instrument=instrument)
        if sheet.by.casefold() == by.casefold() and sheet.state != "void"
    ]
    in_use = [sheet for sheet in own if sheet.state == "open"] or own
    return in_use[-1].id if in_use else submissions.begin(connection, instrument, role, by=by)


def _tell_figures(said: Figures, recorded: list[tuple[str, str, str]], file: Path) -> None:
    new = [item for item, before, _ in recorded if not before]
    say(
        tr_many(
            "{name}: {number} answer(s) of staff data; {new} new.",
            "{name}: {number} answer(s) of staff data; {new} new.",
            len(said.figures),
            name=file.name,
            new=len(new),
        )
    )
    for item, before, value in recorded:
        if before:
            say(f"  {item}: {before} -> {value}")
    if said.too_few:
        warn(tr("not stored, as too few people stand behind it: {names}.", names=", ".join(said.too_few)))
    if said.left_empty:
        missing = [item for item in said.left_empty if item not in said.too_few]
        if missing:
            warn(tr("left empty in the sheet: {names}.", names=", ".join(missing)))


def _tell_documents(request: Documents, told: Mapping[str, list[str]], file: Path) -> None:
    say(
        tr_many(
            "{name}: {number} document(s) registered.",
            "{name}: {number} document(s) registered.",
            len(told["new"]),
            name=file.name,
        )
    )
    for kind in dict.fromkeys(told["lists"]):
        say(
            tr_many(
                '  to be drawn: {kind}, {number} listed (review --draw 10 --kind "{kind}")',
                '  to be drawn: {kind}, {number} listed (review --draw 10 --kind "{kind}")',
                told["lists"].count(kind),
                kind=kind,
            )
        )
    if told["recorded"]:
        say(
            tr(
                "Recorded as not existing, not given or not applicable: {names}.",
                names=", ".join(told["recorded"]),
            )
        )
    if told["rated"]:
        warn(tr("rated already, so left as rated: {names}.", names=", ".join(told["rated"])))
    if request.undecided:
        warn(
            tr(
                "a paper is missing; rate these items yourselves: {names}.",
                names=", ".join(request.undecided),
            )
        )
    for kind in dict.fromkeys(told["drawn already"]):
        warn(
            tr_many(
                "'{kind}' was drawn already; {number} new document(s) were left out.",
                "'{kind}' was drawn already; {number} new document(s) were left out.",
                told["drawn already"].count(kind),
                kind=kind,
            )
        )
    if request.unanswered:
        warn(tr("without a status: {names}.", names=", ".join(request.unanswered)))
