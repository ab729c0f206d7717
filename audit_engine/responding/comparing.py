"""Workbooks that came back, beside what stands in the audit: what is new, and what cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from audit_engine.responding.sent_as import (
    Standing,
    StandingIn,
    Values,
    changed_since,
    check_sender,
    not_read,
)
from audit_engine.responding.words import said as said_as
from exports.answering.form import Form
from exports.answering.returned import Line, Sent, lines
from exports.answering.spoken import as_sent
from exports.answering.values import filled
from exports.reading import Returned
from questionnaires.answers import short
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import Problem, UserError

MOST_NAMED = 6
"""References that a note names one by one."""


@dataclass(frozen=True)
class Change:
    """One cell that says something else than what stands."""

    ref: str
    name: str
    before: str
    now: str


@dataclass(frozen=True)
class Taken:
    """What the workbooks change. `sources`: reference -> the file and the release it came from.

    `notes` are for the person who looks at it.
    """

    changes: tuple[Change, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """The recommendations that change, each once."""
        return tuple(dict.fromkeys(change.ref for change in self.changes))


@dataclass(frozen=True)
class _Said:
    """One filled cell of one file."""

    file: str
    release: int
    where: str
    value: str


_Cells = dict[tuple[str, str], list[_Said]]


def compare(form: Form, standing_in: StandingIn, files: Sequence[tuple[str, Returned]]) -> Taken:
    """What all files together change, each in the language that its sheet is in.

    Raises UserError naming every cell that cannot be taken; then nothing is.
    """
    said: _Cells = {}
    problems: list[Problem] = []
    notes: list[str] = []
    known: Mapping[str, Values] = {}
    for name, returned in files:
        sheet = as_sent(returned, form)
        standing = standing_in(sheet.language)
        sent = lines(returned, sheet, standing.audit, name)
        release = check_sender(standing, sent.sender, name)
        problems += _in(name, [*sent.problems, *changed_since(sheet, standing, sent)])
        notes += [f"{name}: {note}" for note in _notes(sheet, standing, release, sent)]
        for line in sent.lines:
            problems += _in(name, _collect(sheet, line, name, release, said))
        known = standing.known
    changes, conflicts = _changes(form, known, said)
    problems += conflicts
    if problems:
        raise _refused(files, problems)
    return Taken(tuple(changes), _sources(said, changes), tuple(notes))


def _collect(form: Form, line: Line, name: str, release: int, said: _Cells) -> list[Problem]:
    """Puts the filled cells of a row beside those of other files; returns what is wrong with them."""
    values, wrong = filled(line, form)
    for field_name, value in values.items():
        one = _Said(name, release, line.where(field_name), value)
        said.setdefault((line.ref, field_name), []).append(one)
    return wrong


def _refused(files: Sequence[tuple[str, Returned]], problems: Sequence[Problem]) -> UserError:
    named = ", ".join(name for name, _ in files)
    return UserError(
        tr_many(
            "{names}: {number} thing cannot be taken; nothing was recorded.",
            "{names}: {number} things cannot be taken; nothing was recorded.",
            len(problems),
            names=named,
        ),
        tr("Mend them in the workbook, or ask the unit, and try again."),
        problems=tuple(problems),
    )


def _notes(form: Form, standing: Standing, release: int, sent: Sent) -> Iterator[str]:
    if release < standing.release:
        yield tr(
            "of release {release}, not {newest}; its rows read as today's, so they count.",
            release=release,
            newest=standing.release,
        )
    if sent.hidden:
        yield tr_many(
            "{number} hidden or filtered row was read as well.",
            "{number} hidden or filtered rows were read as well.",
            sent.hidden,
        )
    there = {line.ref: line for line in sent.lines}
    missing = [ref for ref in standing.rows if ref not in there]
    if missing:
        yield tr("no row for {names}; what is recorded of them stays.", names=some(missing))
    yield from not_read(form, standing, sent)
    emptied = [
        ref
        for ref, line in there.items()
        if any(
            one.name in standing.known.get(ref, {}) and one.name not in line.cells for one in form.filled_in
        )
    ]
    if emptied:
        yield tr("empty cells of {names} where something is recorded; it stays.", names=some(emptied))


def some(refs: Sequence[str]) -> str:
    """The first few by name, and how many more there are."""
    named, more = ", ".join(refs[:MOST_NAMED]), len(refs) - MOST_NAMED
    if more <= 0:
        return named
    return tr_many("{names} and {number} more", "{names} and {number} more", more, names=named)


def _changes(form: Form, known: Mapping[str, Values], said: _Cells) -> tuple[list[Change], list[Problem]]:
    """What differs from what stands; two files that want different things of one cell are in conflict."""
    changes: list[Change] = []
    conflicts: list[Problem] = []
    untold = {one.name: one.untold for one in form.filled_in}
    for (ref, name), every in said.items():
        before = known.get(ref, {}).get(name, "") or untold[name]
        new = [one for one in every if one.value != before]
        other = next((one for one in new if one.value != new[0].value), None)
        if other is not None:
            conflicts.append(_conflict(ref, new[0], other))
        elif new:
            changes.append(Change(ref, name, before, new[0].value))
    return changes, conflicts


def _conflict(ref: str, one: _Said, other: _Said) -> Problem:
    return Problem(
        f"{one.file}, {one.where}",
        tr(
            "{ref} says '{text}', and {file}, {where} says '{other}'.",
            ref=ref,
            text=short(said_as(one.value)),
            file=other.file,
            where=other.where,
            other=short(said_as(other.value)),
        ),
        tr("Ask the unit which of the two holds, and make both say so."),
    )


def _sources(said: _Cells, changes: Sequence[Change]) -> dict[str, str]:
    """Reference -> the file and release its change came from; both where two files change it."""
    found: dict[str, list[str]] = {}
    for change in changes:
        one = next(each for each in said[change.ref, change.name] if each.value == change.now)
        source = f"{one.file}, release {one.release}"
        named = found.setdefault(change.ref, [])
        named += [] if source in named else [source]
    return {ref: "; ".join(named) for ref, named in found.items()}


def _in(name: str, problems: Sequence[Problem]) -> list[Problem]:
    return [Problem(f"{name}, {one.where}", one.message, one.remedy) for one in problems]
