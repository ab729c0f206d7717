"""Whether a workbook that came back is one of this audit's, and says what was sent where it is locked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from exports.answering.form import Field, Form, Row, as_text, check_of
from exports.answering.found import AGAIN, Sender
from exports.answering.returned import Line, Sent
from questionnaires.answers import short
from questionnaires.catalogue import marked, tr, tr_many
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


StandingIn = Callable[[str], Standing]
"""The same with rows in a language: a check holds for the words that were sent."""


def check_sender(standing: Standing, told: Sender, name: str) -> int:
    """The release a file was written with. Raises UserError if it is none of this audit's."""
    if told.audit != standing.audit:
        raise UserError(
            tr("{name} belongs to another audit.", name=name), tr("Give it to the audit it was made for.")
        )
    if not told.definition or not standing.definition.startswith(told.definition):
        raise UserError(
            tr("{name} was made with another questionnaire than this audit's.", name=name), tr(AGAIN)
        )
    if told.release is None:
        raise UserError(
            tr("{name} was made as a preview, which is not for the unit.", name=name),
            tr("Send the workbook of a release."),
            code=ExitCode.NOT_NOW,
        )
    if told.release > standing.release:
        raise UserError(
            tr(
                "{name} is of release {release}, and this file knows {newest} only.",
                name=name,
                release=told.release,
                newest=standing.release,
            )
            if standing.release
            else tr(
                "{name} is of release {release}, and this file knows none only.",
                name=name,
                release=told.release,
            ),
            tr("Use the newest copy of the audit file."),
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
        return Problem(
            line.where("ref"),
            tr("'{ref}' is no recommendation of this audit.", ref=short(line.ref)),
            tr(AGAIN),
        )
    return Problem(
        line.where("ref"),
        tr(
            "{ref} was sent, and is on no sheet of this kind any more: it was rejected or taken back.",
            ref=line.ref,
        ),
        tr("Take its row out."),
    )


def _edited(form: Form, standing: Standing, line: Line, row: Row) -> Iterator[Problem]:
    """The locked cells of a row that were changed; the row itself if only its check was."""
    just_this = line.check == check_of(form, standing.audit, row.ref, row.sent)
    said = (
        marked("says '{text}', and '{other}' was sent.")
        if just_this
        else marked("says '{text}', and '{other}' stands in the audit.")
    )
    changed = [
        Problem(
            line.where(one.name),
            tr(said, text=_quoted(line.sent(one.name)), other=_quoted(as_text(row.sent.get(one.name)))),
            tr("This cell is not for the unit to change; write what is to be said into the comment."),
        )
        for one in form.sent
        if line.sent(one.name) != as_text(row.sent.get(one.name))
    ]
    yield from changed or [
        Problem(line.where("ref"), tr("the check of {ref} was changed.", ref=line.ref), tr(AGAIN))
    ]


def _other_text(form: Form, line: Line, row: Row, release: int | None, last: int) -> Problem:
    """A row that came back as it was sent, but the recommendation reads differently by now."""
    name = next(
        (one.name for one in form.sent if line.sent(one.name) != as_text(row.sent.get(one.name))), "ref"
    )
    said = marked("{ref} was sent with '{text}' (release {release}), and reads '{other}' now.")
    if release != last:
        said = marked(
            "{ref} was sent with '{text}' (release {release}; release {newest} is the newest), and reads "
            "'{other}' now."
        )
    return Problem(
        line.where(name),
        tr(
            said,
            ref=line.ref,
            text=_quoted(line.sent(name)),
            release=release,
            newest=last,
            other=_quoted(as_text(row.sent.get(name))),
        ),
        tr("Send the unit a new workbook, and let it answer this one there."),
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
            yield _only_shown(one, other[0], len(other) - 1, standing)


def _only_shown(one: Field, first: Line, more: int, standing: Standing) -> str:
    values = {
        "where": first.where(one.name),
        "text": short(first.sent(one.name)),
        "other": short(as_text(standing.rows[first.ref].sent.get(one.name))),
        "heading": tr(one.heading),
    }
    if not more:
        return tr(
            "{where} says '{text}' and the audit '{other}'; '{heading}' is only shown here, so it was not "
            "read.",
            **values,
        )
    return tr_many(
        "{where} (and {number} more row) says '{text}' and the audit '{other}'; '{heading}' is only shown "
        "here, so it was not read.",
        "{where} (and {number} more rows) says '{text}' and the audit '{other}'; '{heading}' is only shown "
        "here, so it was not read.",
        more,
        **values,
    )


def _says_other(one: Field, line: Line, standing: Standing) -> bool:
    row = standing.rows.get(line.ref)
    return row is not None and line.sent(one.name) != as_text(row.sent.get(one.name))


def _quoted(text: str) -> str:
    return short(text, LONGEST_QUOTE)
