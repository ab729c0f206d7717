"""A translator's workbook, from the file to the translation beside the questionnaire: all or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from audit_engine.questionnaire_named import Named, named
from audit_engine.terminal import confirm, interactive, say, say_command, warn
from audit_engine.terminal_table import table
from audit_engine.translating.comparing import Taken, compare, some
from audit_engine.translating.row_back import Change, What
from audit_engine.translating.sending import draft_of, is_published
from exports.on_disk import not_written, put, sync_folder
from exports.reading import read_workbook
from questionnaires.answers import short
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.errors import ExitCode, UserError
from questionnaires.glossary_use import doubts
from questionnaires.published import patch_of
from questionnaires.translation_draft import MISSING, OUT_OF_DATE, Draft
from questionnaires.translation_file import Translation, comments_above, opening, parse, written

LONGEST = 60
"""Characters of a text that the table of changes shows."""
MOST_SHOWN = 50
"""Changes that the table shows."""

NOTHING = "-"
_WHAT: Mapping[What, str] = {
    "text": marked("text"),
    "still right": marked("still right"),
    "note": marked("note"),
}


def take_in(name: str, language: str, file: Path, *, read_by: str, yes: bool) -> None:
    """Shows what the workbook changes, asks, and writes the translation.

    `read_by`: who, at home in the language, read all of it against the source; empty for nobody. Raises
    UserError, with nothing written, for whatever cannot be taken, and where nobody says yes.
    """
    wanted = named(name)
    standing = draft_of(wanted, language)
    taken = compare(standing, read_workbook(file), file.name)
    _show(standing, taken)
    becomes = standing.with_changes(taken.texts, read_by.strip() or None)
    if becomes == standing.file or not (taken.changes or read_by):
        say(tr("Nothing in it is new; nothing was written."))
        return
    if taken.changes and is_published(wanted, standing):
        raise _frozen(standing)
    _agreed(taken, standing, yes=yes)
    target = _write(wanted, standing, becomes)
    _tell(wanted, name, target, language)


def _show(standing: Draft, taken: Taken) -> None:
    """The changes, cell by cell, and what must be known beside them."""
    rows = [_shown(standing, change) for change in taken.changes]
    if rows:
        table((tr("Text"), tr("Source"), tr("Before"), tr("Now")), rows[:MOST_SHOWN])
    if len(rows) > MOST_SHOWN:
        more = len(rows) - MOST_SHOWN
        say(tr_many("... and {number} more changes.", "... and {number} more changes.", more))
    for note in taken.notes:
        say(note)
    _tell_doubts(standing, taken)


def _tell_doubts(standing: Draft, taken: Taken) -> None:
    """New texts that do not use the words of the glossary: worth a look, no mistake."""
    found = [
        f"{change.key}: {doubt}"
        for change in taken.changes
        if change.what == "text"
        for doubt in doubts(standing.english[change.key], change.now, standing.language)
    ]
    for doubt in found[:MOST_SHOWN]:
        say(doubt, "yellow")
    if len(found) > MOST_SHOWN:
        more = tr_many(
            "... and {number} more words of the glossary.",
            "... and {number} more words of the glossary.",
            len(found) - MOST_SHOWN,
        )
        say(more, "yellow")


def _shown(standing: Draft, change: Change) -> tuple[str, str, str, str]:
    now = short(change.now, LONGEST)
    return (
        change.key,
        short(standing.english[change.key], LONGEST),
        short(change.before, LONGEST) or NOTHING,
        now if change.what == "text" else f"{tr(_WHAT[change.what])}: {now}",
    )


def _frozen(standing: Draft) -> UserError:
    return UserError(
        tr(
            "The texts of {reference} in {language} are published and do not change; nothing was written.",
            reference=standing.questionnaire.reference,
            language=standing.language,
        ),
        " ".join((patch_of(standing.known), tr("Give this workbook to the patch: its rows fit."))),
        code=ExitCode.NOT_NOW,
    )


def _agreed(taken: Taken, standing: Draft, *, yes: bool) -> None:
    """Asks whether to write it. Raises UserError if nobody says so."""
    if yes:
        return
    changes = tr_many(
        "{number} change to {file}", "{number} changes to {file}", len(taken.changes), file=standing.name
    )
    if not interactive():
        raise UserError(
            tr("Nothing was written; this waits for a yes: {changes}.", changes=changes),
            tr("Add --yes to write it."),
            code=ExitCode.NOT_NOW,
        )
    if not confirm(tr("Write {changes}?", changes=changes)):
        raise UserError(tr("Nothing was written."), "", code=ExitCode.NOT_NOW)


def _write(wanted: Named, standing: Draft, becomes: Translation) -> Path:
    """The file on the disk, whole or not at all. Raises UserError if it changed meanwhile or is refused."""
    target = Path(str(wanted.shelf.folder)) / standing.name
    before = target.read_text(encoding="utf-8") if target.is_file() else ""
    if draft_of(wanted, standing.language) != standing:
        raise UserError(
            tr("{name} was changed meanwhile; nothing was written.", name=target.name),
            tr("Do it again."),
            code=ExitCode.BUSY,
        )
    text = written(becomes, comments_above(before) or opening(becomes))
    parse(text, target.name, becomes)
    try:
        put(target, text.encode("utf-8"))
        sync_folder(target.parent)
    except OSError as error:
        raise not_written(target, error) from None
    return target


def _tell(wanted: Named, name: str, target: Path, language: str) -> None:
    """What was written, and what is still to be done."""
    now = draft_of(wanted, language)
    say(tr("{file} is written.", file=target))
    missing, old = now.keys(MISSING), now.keys(OUT_OF_DATE)
    if missing:
        names = some(missing)
        say(tr_many("{number} missing: {names}.", "{number} missing: {names}.", len(missing), names=names))
    if old:
        names = some(old)
        say(
            tr_many("{number} out of date: {names}.", "{number} out of date: {names}.", len(old), names=names)
        )
    if not missing and not old:
        say(tr("Every text is there."))
    if wanted.file is None:
        warn(tr("An update of the program replaces its folder: keep a copy, or send it to the project."))
    say(tr("See it with:"))
    say_command(f"audit-engine questionnaire show {name} --language {language}")
