"""The jobs that make or fill a whole file: import, a new audit, the workbook."""

from __future__ import annotations

import zipfile
from pathlib import Path

from sqlalchemy import func, select

from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions, survey
from audit_engine.store.tables import ImportedFileRow
from questionnaires.errors import ExitCode, UserError
from tests.running import begin, run, survey_answered, write_answers
from tests.torture.jobs import AUDIT, CSV, WORKBOOK, Job, Verdict
from tests.torture.victims import Ending

# -- import of a small file

ROWS = (
    *(f"S{n},survey,staff,woman,,,{item},agree,," for n in range(3) for item in ("ST1-07", "ST1-08")),
    *(f"P{n},interview,partner,,,,SU1-07,fully,," for n in range(2)),
    "D1,document_review,facilitator,,,,ST1-09,no,,",
    "D1,document_review,facilitator,,,,ST2-03,missing,,",
)


def _prepare_import(folder: Path) -> None:
    begin(folder / AUDIT)
    write_answers(folder / CSV, *ROWS)


def _imported(folder: Path) -> tuple[int, int, int, int, int]:
    with AuditFile(folder / AUDIT) as file, file.reading() as connection:
        found = submissions.submissions(connection)
        return (
            survey.forms(connection),
            survey_answered(connection).get("ST1-07", 0),
            len(found),
            sum(each.answers for each in found),
            connection.execute(select(func.count()).select_from(ImportedFileRow)).scalar_one(),
        )


NOTHING_IN, ALL_IN = (0, 0, 0, 0, 0), (3, 3, 3, 4, 1)


def _look_import(folder: Path, ending: Ending, verdict: Verdict) -> None:
    found = _imported(folder)
    if found not in (NOTHING_IN, ALL_IN):
        verdict.half.append(f"half an import: {found}")
    if (ending.code == ExitCode.DONE or "Imported" in ending.said) and found != ALL_IN:
        verdict.lost.append("the import was confirmed and is not there")
    if ending.code == ExitCode.BUSY and found == ALL_IN:
        verdict.in_doubt.append("imported, though not confirmed")


def _again_import(folder: Path, verdict: Verdict) -> None:
    ran = run("import", folder / AUDIT, folder / CSV)
    if ran.code != ExitCode.DONE or _imported(folder) != ALL_IN:
        verdict.half.append(f"importing again does not help: {ran.said[-300:]}")


# -- a new audit

NEW = ("new", "{}/" + AUDIT, "--unit", "Unit", "--staff", "professional=14/14", "--yes")


def _look_new(folder: Path, ending: Ending, verdict: Verdict) -> None:
    audit = folder / AUDIT
    if audit.exists():
        try:
            with AuditFile(audit) as file:
                whole = file.facts().unit == "Unit" and bool(file.definition.questionnaire.items)
        except UserError as error:
            whole = False
            verdict.half.append(str(error))
        if not whole:
            verdict.half.append("half an audit file")
    if ("holds the audit" in ending.said or ending.code == ExitCode.DONE) and not audit.exists():
        verdict.lost.append("the audit was confirmed and is not there")
    if ending.code == ExitCode.BUSY and audit.exists():
        verdict.in_doubt.append("made, though not confirmed")
    if ending.signal is None and verdict.left:
        verdict.half.append(f"left behind: {verdict.left}")


def _again_new(folder: Path, verdict: Verdict) -> None:
    there = (folder / AUDIT).exists()
    ran = run(*(word.format(folder) for word in NEW))
    if ran.code != (ExitCode.NOT_NOW if there else ExitCode.DONE):
        verdict.half.append(f"the next 'new' ends with {ran.code}: {ran.said[-300:]}")


# -- the workbook, new and in the place of an earlier one


def _prepare_report(folder: Path) -> None:
    _prepare_import(folder)
    run("import", folder / AUDIT, folder / CSV)


def _prepare_replace(folder: Path) -> None:
    _prepare_report(folder)
    (folder / WORKBOOK).write_bytes(b"an earlier workbook")


def _look_report(folder: Path, ending: Ending, verdict: Verdict) -> None:
    path = folder / WORKBOOK
    earlier = path.exists() and path.read_bytes() == b"an earlier workbook"
    if path.exists() and not earlier and not _whole(path):
        verdict.half.append("half a workbook")
    if ("is written" in ending.said or ending.code == ExitCode.DONE) and (earlier or not path.exists()):
        verdict.lost.append("the workbook was confirmed and is not there")
    if ending.code == ExitCode.BUSY and path.exists() and not earlier:
        verdict.in_doubt.append("written, though not confirmed")
    if ending.signal is None and verdict.left:
        verdict.half.append(f"left behind: {verdict.left}")


def _look_replace(folder: Path, ending: Ending, verdict: Verdict) -> None:
    if not (folder / WORKBOOK).exists():
        verdict.lost.append("the earlier workbook is gone")
    _look_report(folder, ending, verdict)


def _whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as book:
            return book.testzip() is None and "xl/workbook.xml" in book.namelist()
    except (zipfile.BadZipFile, FileNotFoundError):
        return False


def _again_report(folder: Path, verdict: Verdict) -> None:
    ran = run("report", folder / AUDIT, folder / WORKBOOK, "--force")
    if ran.code != ExitCode.DONE or not _whole(folder / WORKBOOK):
        verdict.half.append(f"the next report fails: {ran.said[-300:]}")


_REPORT = ("report", "{}/" + AUDIT, "{}/" + WORKBOOK)
FILE_JOBS = (
    Job(
        "import",
        ("import", "{}/" + AUDIT, "{}/" + CSV),
        _prepare_import,
        _look_import,
        _again_import,
    ),
    Job("new audit", NEW, lambda folder: None, _look_new, _again_new),
    Job("report, new", _REPORT, _prepare_report, _look_report, _again_report, makes=(WORKBOOK,)),
    Job(
        "report, replaced",
        (*_REPORT, "--force"),
        _prepare_replace,
        _look_replace,
        _again_report,
        makes=(WORKBOOK,),
    ),
)
