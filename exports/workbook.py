"""The workbook: which sheets, in which order, and how the file comes to lie on the disk whole."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from exports.begun import begun, known_by
from exports.in_memory import whole
from exports.on_disk import not_written, sync_folder, write_through
from exports.report import Identity, Report
from exports.sheets import (
    action_plan,
    areas,
    contents,
    documents,
    findings,
    first_steps,
    follow_up,
    glossary,
    heard,
    items,
    method,
    recommendations,
    response,
    strengths,
    summary,
    women_men,
)
from exports.sheets.book import Book
from questionnaires.catalogue import labelled, marked, speaking, tr
from questionnaires.errors import ExitCode, UserError

SUFFIX = ".xlsx"
SHEETS = (
    summary,
    areas,
    items,
    women_men,
    strengths,
    findings,
    recommendations,
    action_plan,
    response,
    follow_up,
    heard,
    documents,
    method,
    glossary,
)
STANDING = marked("Where you stand")


def write_report(report: Report, path: Path, *, force: bool = False, brief: bool = False) -> tuple[str, ...]:
    """Writes the workbook, whole or not at all, and returns the names of its sheets.

    `brief`: the two pages for the head of unit instead.

    Raises UserError if the name does not end in .xlsx, if the file exists (unless `force`), or if it cannot
    be written; what was there before then stays as it was.
    """
    check_target(path, force=force)
    with speaking(report.language):
        workbook = build_brief(report) if brief else build(report)
    save(workbook, path, report.identity.day, force=force)
    return tuple(workbook.sheetnames)


def write_follow_up(report: Report, path: Path) -> None:
    """Writes the follow-up sheet alone, whole or not at all. Raises UserError as `write_report` does."""
    check_target(path, force=False)
    with speaking(report.language):
        book = _begun(report)
        follow_up.write(book, report)
    _identify(book, report.identity)
    save(book.workbook, path, report.identity.day, force=False)


def check_target(path: Path, *, force: bool) -> None:
    """Whether a workbook may be written there. Raises UserError."""
    if path.suffix.lower() != SUFFIX:
        raise UserError(
            tr("{file} is no name for a workbook.", file=path.name),
            tr("Let it end in {suffix}.", suffix=SUFFIX),
        )
    if path.is_dir():
        raise UserError(
            tr("{path} is a folder.", path=path), tr("Choose another name."), code=ExitCode.NOT_NOW
        )
    if not path.parent.is_dir():
        raise UserError(
            tr("There is no folder {folder}.", folder=path.parent),
            tr("Make it first."),
            code=ExitCode.NOT_NOW,
        )
    if path.exists() and not force:
        raise UserError(
            tr("{path} exists already.", path=path),
            tr("Add --force to replace it, or choose another name."),
            code=ExitCode.NOT_NOW,
        )


def build(report: Report) -> Workbook:
    """The workbook in memory: the first page first, then the list of all sheets."""
    book = _begun(report)
    for sheet in SHEETS:
        sheet.write(book, report)
    titles = book.workbook.sheetnames
    contents.write(book, titles)
    _identify(book, report.identity)
    book.workbook.move_sheet(tr(contents.TITLE), 1 - len(titles))
    book.close_links()
    return book.workbook


def build_brief(report: Report) -> Workbook:
    """The two pages for the head of unit in memory."""
    book = _begun(report)
    summary.standing(book, report, tr(STANDING))
    first_steps.write(book, report)
    book.close_links()
    return book.workbook


def _begun(report: Report) -> Book:
    return begun(
        tr("{title}: report", title=report.title),
        labelled(report.title, report.unit),
        draft=report.draft,
    )


def _identify(book: Book, identity: Identity) -> None:
    """Lets a workbook that comes back be known again: which audit, which release, which questionnaire."""
    release = "" if identity.release is None else str(identity.release)
    known_by(book, {"audit": identity.audit, "release": release, "questionnaire": identity.definition})


def save(workbook: Workbook, path: Path, day: date | None, *, force: bool) -> None:
    """Puts a workbook on the disk, whole or not at all. `day`: of the release it belongs to, if any.

    Raises UserError if the target is not to be written to, or if the disk refuses.
    """
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        write_through(made, whole(workbook, day))
        _move(made, path, force=force)
    except OSError as error:
        raise not_written(path, error) from None
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)


def _move(made: Path, path: Path, *, force: bool) -> None:
    """Puts the finished file in its place. Hard links would be safer, but memory sticks know none."""
    check_target(path, force=force)
    made.replace(path)
    # Whole either way: should the power fail now, the earlier or the new one is there.
    with suppress(OSError):
        sync_folder(path.parent)
