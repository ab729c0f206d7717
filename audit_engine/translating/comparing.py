"""A translator's workbook that came back, beside the translation that stands: what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from audit_engine.translating.row_back import Change, RowBack, quoted
from exports.answering.returned import Line
from exports.reading.values import Returned
from exports.translating.form import form_of
from exports.translating.returned import rows_in
from questionnaires.catalogue import tr
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
    form = form_of(draft)
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
    many = "1 thing" if len(problems) == 1 else f"{len(problems)} things"
    return UserError(
        tr("{name}: {many} cannot be taken; nothing was written.", name=name, many=many),
        tr("Mend them in the workbook, or ask the translator, and try again."),
        problems=tuple(problems),
    )


def _notes(draft: Draft, lines: Sequence[Line], hidden: int) -> Iterator[str]:
    """What the person who looks at it must know beside the changes."""
    if hidden:
        rows = "row was" if hidden == 1 else "rows were"
        yield f"{hidden} hidden or filtered {rows} read as well."
    there = {line.ref: line for line in lines}
    lacking = [key for key in draft.english if key not in there]
    if lacking:
        yield f"no row for {_some(lacking)}; what there is of them stays."
    emptied = [key for key, line in there.items() if draft.text(key) and "text" not in line.cells]
    if emptied:
        yield f"empty cells of {_some(emptied)} where there is a translation; it stays."
    for key, line in there.items():
        if "note" in line.cells and "text" not in line.cells and not draft.text(key):
            note = line.sent("note")
            yield f"{line.where('note')}, {key}: '{quoted(note)}' (kept only beside a translation)."


def _some(keys: Sequence[str]) -> str:
    more = len(keys) - MOST_NAMED
    return ", ".join(keys[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
