"""Whether a workbook that came back is one of this audit's, and says what was sent where it is locked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exports.answering.form import Field, Form, Row, as_text, check_of
from exports.answering.found import AGAIN, Sender
from exports.answering.returned import Line, Sent
from questionnaires.answers import short
from questionnaires.errors import ExitCode, Problem, UserError

LONGEST_QUOTE = 70
Values = Mapping[str, str]
"""What is filled in for one recommendation, by name of the field; days as 2027-03-31."""


@dataclass(frozen=True)
class Standing:
    """The audit as it is now: its random name, its questionnaire, its last release (0: none yet).

    `rows` are what a workbook written now would send; `known` is what was filled in so far, by reference.
    """

    audit: str
    definition: str
    release: int
    rows: Mapping[str, Row]
    known: Mapping[str, Values]


def check_sender(standing: Standing, told: Sender, name: str) -> int:
    """The release a file was written with. Raises UserError if it is none of this audit's."""
    if told.audit != standing.audit:
        raise UserError(f"{name} belongs to another audit.", "Give it to the audit it was made for.")
    if not told.definition or not standing.definition.startswith(told.definition):
        raise UserError(f"{name} was made with another questionnaire than this audit's.", AGAIN)
    if told.release is None:
        raise UserError(
            f"{name} was made as a preview, which is not for the unit.",
            "Send the workbook of a release.",
            code=ExitCode.NOT_NOW,
        )
    if told.release > standing.release:
        raise UserError(
            f"{name} is of release {told.release}, and this file knows {standing.release or 'none'} only.",
            "Use the newest copy of the audit file.",
            code=ExitCode.INTEGRITY,
        )
    return told.release


def changed_since(form: Form, standing: Standing, sent: Sent) -> Iterator[Problem]:
    """Rows that the audit does not know, and locked cells that say something else than what was sent."""
    for line in sent.lines:
        row = standing.rows.get(line.ref)
        if row is None:
            yield _unknown(line)
        elif line.check != line.check_now:
            yield from _edited(form, standing, line, row)
        elif line.check != check_of(form, standing.audit, row.ref, row.sent):
            yield _other_text(form, line, row, sent.sender.release, standing.release)


def _unknown(line: Line) -> Problem:
    if line.check != line.check_now:
        return Problem(line.where("ref"), f"'{short(line.ref)}' is no recommendation of this audit.", AGAIN)
    return Problem(
        line.where("ref"),
        f"{line.ref} was sent, and is on no sheet of this kind any more: it was rejected or taken back.",
        "Take its row out.",
    )


def _edited(form: Form, standing: Standing, line: Line, row: Row) -> Iterator[Problem]:
    """The locked cells of a row that were changed; the row itself if only its check was."""
    just_this = line.check == check_of(form, standing.audit, row.ref, row.sent)
    was = "was sent" if just_this else "stands in the audit"
    changed = [
        Problem(
            line.where(one.name),
            f"says '{_quoted(line.sent(one.name))}', and '{_quoted(as_text(row.sent.get(one.name)))}' {was}.",
            "This cell is not for the unit to change; write what is to be said into the comment.",
        )
        for one in form.sent
        if line.sent(one.name) != as_text(row.sent.get(one.name))
    ]
    yield from changed or [Problem(line.where("ref"), f"the check of {line.ref} was changed.", AGAIN)]


def _other_text(form: Form, line: Line, row: Row, release: int | None, last: int) -> Problem:
    """A row that came back as it was sent, but the recommendation reads differently by now."""
    name = next(
        (one.name for one in form.sent if line.sent(one.name) != as_text(row.sent.get(one.name))), "ref"
    )
    newer = f"; release {last} is the newest" if release != last else ""
    return Problem(
        line.where(name),
        f"{line.ref} was sent with '{_quoted(line.sent(name))}' (release {release}{newer}), and reads "
        f"'{_quoted(as_text(row.sent.get(name)))}' now.",
        "Send the unit a new workbook, and let it answer this one there.",
    )


def not_read(form: Form, standing: Standing, sent: Sent) -> Iterator[str]:
    """Cells that are only shown and say something else than the audit: they change nothing, and that is said.

    They may have moved on since the sheet was written, so they are no mistake of the unit.
    """
    for one in form.fields:
        if one.kind != "shown" or one.name == "number":
            continue
        other = [line for line in sent.lines if _says_other(one, line, standing)]
        if other:
            first, more = other[0], len(other) - 1
            rows = f" (and {more} more row{'s' * (more > 1)})" if more else ""
            stands = as_text(standing.rows[first.ref].sent.get(one.name))
            yield (
                f"{first.where(one.name)}{rows} says '{short(first.sent(one.name))}' and the audit "
                f"'{short(stands)}'; '{one.heading}' is only shown here, so it was not read."
            )


def _says_other(one: Field, line: Line, standing: Standing) -> bool:
    row = standing.rows.get(line.ref)
    return row is not None and line.sent(one.name) != as_text(row.sent.get(one.name))


def _quoted(text: str) -> str:
    return short(text, LONGEST_QUOTE)
