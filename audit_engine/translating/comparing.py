"""A translator's workbook that came back, beside the translation that stands: what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from audit_engine.translating.row_back import Change, RowBack, quoted
from exports.answering.returned import Line
from exports.reading.values import Returned
from exports.translating.returned import form_in, rows_in
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import Problem, UserError
from questionnaires.translation_draft import Draft
from questionnaires.translation_file import Translated
from questionnaires.translations import mark

MOST_NAMED = 6
"""Keys that a note names one by one."""


@dataclass(frozen=True)
class Taken:
    """What a workbook changes: every change for the eye, and the texts as they become. `notes`: beside it."""

    changes: tuple[Change, ...]
    texts: Mapping[str, Translated] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def compare(draft: Draft, returned: Returned, name: str) -> Taken:
    """What the workbook changes.

    Raises UserError naming every cell that cannot be taken; then nothing is.
    """
    form = form_in(returned, draft)
    rows = rows_in(returned, form, draft, name)
    problems = list(rows.problems)
    found: list[Change] = []
    for line in rows.lines:
        changes, wrong = RowBack(draft, form, line).read()
        found += changes
        problems += wrong
    if problems:
        raise _refused(name, problems)
    notes = tuple(f"{name}: {note}" for note in _notes(draft, rows.lines, rows.hidden))
    return Taken(tuple(found), _becomes(draft, found), notes)


def _becomes(draft: Draft, changes: list[Change]) -> dict[str, Translated]:
    """The texts that change, as they are to be kept."""
    found: dict[str, Translated] = {}
    for change in changes:
        stood = found.get(change.key) or draft.known.texts.get(change.key)
        if change.what == "note":
            assert stood is not None  # a note is kept with a text only
            found[change.key] = stood.model_copy(update={"note": change.now})
        else:
            note = stood.note if stood else None
            found[change.key] = Translated(of=mark(draft.english[change.key]), text=change.now, note=note)
    return found


def _refused(name: str, problems: list[Problem]) -> UserError:
    return UserError(
        tr_many(
            "{name}: {number} thing cannot be taken; nothing was written.",
            "{name}: {number} things cannot be taken; nothing was written.",
            len(problems),
            name=name,
        ),
        tr("Mend them in the workbook, or ask the translator, and try again."),
        problems=tuple(problems),
    )


def _notes(draft: Draft, lines: Sequence[Line], hidden: int) -> Iterator[str]:
    """What the person who looks at it must know beside the changes."""
    if hidden:
        yield tr_many(
            "{number} hidden or filtered row was read as well.",
            "{number} hidden or filtered rows were read as well.",
            hidden,
        )
    there = {line.ref: line for line in lines}
    lacking = [key for key in draft.english if key not in there]
    if lacking:
        yield tr("no row for {names}; what there is of them stays.", names=some(lacking))
    emptied = [key for key, line in there.items() if draft.text(key) and "text" not in line.cells]
    if emptied:
        yield tr("empty cells of {names} where there is a translation; it stays.", names=some(emptied))
    for key, line in there.items():
        if "note" in line.cells and "text" not in line.cells and not draft.text(key):
            note = line.sent("note")
            yield tr(
                "{where}, {key}: '{note}' (kept only beside a translation).",
                where=line.where("note"),
                key=key,
                note=quoted(note),
            )


def some(keys: Sequence[str]) -> str:
    """The first few by name, and how many more there are."""
    named, more = ", ".join(keys[:MOST_NAMED]), len(keys) - MOST_NAMED
    if more <= 0:
        return named
    return tr_many("{names} and {number} more", "{names} and {number} more", more, names=named)
