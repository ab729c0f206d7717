"""Drawing documents from a complete list: all if they are few, else every k-th from a random start."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from questionnaires.answers import short, storable
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import ExitCode, Problem, UserError

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LIKE_A_DATE = re.compile(r"[\d\s./-]*\d[\d\s./-]*")
_LARGEST_LIST = 100_000


@dataclass(frozen=True)
class Listed:
    """One document of a list; `date` as 2025, 2025-03 or 2025-03-31, empty if it has none."""

    title: str
    date: str


@dataclass(frozen=True)
class Drawn:
    """What was drawn. `start` counts from 1 in the order of the dates; `step` 1 where all were taken."""

    listed: tuple[Listed, ...]
    places: frozenset[int]
    start: int
    step: int


def draw(listed: Sequence[Listed], size: int, all_up_to: int, randbelow: Callable[[int], int]) -> Drawn:
    """Draws `size` documents (docs/method.md, rule 9): all where there are at most `all_up_to`.

    The list is put in the order of the dates and thought of as a circle, so that each document has the
    same chance. `randbelow(n)` gives a number from 0 to n - 1.
    """
    ordered = tuple(sorted(listed, key=lambda document: document.date or "9999"))
    total = len(ordered)
    if total <= max(size, all_up_to):
        return Drawn(ordered, frozenset(range(total)), 1, 1)
    step, start = total // size, randbelow(total)
    places = frozenset((start + turn * step) % total for turn in range(size))
    return Drawn(ordered, places, start + 1, step)


def read_list(path: Path) -> list[Listed]:
    """The documents of a list, one a line: the title, and after a comma its date if it has one.

    Raises UserError naming every line that cannot be read.
    """
    found, problems = [], []
    for number, cells in _rows(path):
        where = f"{path.name}:{number}"
        if not any(cells) or (number == 1 and [cell.lower() for cell in cells[:2]] == ["title", "date"]):
            continue
        try:
            found.append(_document(cells))
        except UserError as error:
            problems.append(Problem(where, error.message, error.remedy))
    if problems:
        raise UserError(
            tr("{name} cannot be used; nothing was drawn.", name=path.name),
            tr("Mend the lines and draw again."),
            problems=tuple(problems),
        )
    if not found:
        raise UserError(
            tr("{name} lists no documents.", name=path.name), tr("Write one document a line: title,date.")
        )
    if len(found) > _LARGEST_LIST:
        raise UserError(
            tr_many(
                "{name} lists more than {number} documents.",
                "{name} lists more than {number} documents.",
                _LARGEST_LIST,
                name=path.name,
            ),
            tr("Split it by kind."),
        )
    return found


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """(line, cells without blanks around them) of every row."""
    rows = csv.reader(io.StringIO(_text_of(path), newline=""))
    try:
        for cells in rows:
            yield rows.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise UserError(f"{path.name}:{rows.line_num}: {error}.", tr("Write one document a line.")) from None


def _document(cells: list[str]) -> Listed:
    given = _date(cells[-1]) if len(cells) > 1 else None
    title = " ".join(", ".join(cells[:-1] if given is not None else cells).split())
    if not title:
        raise UserError(tr("There is no title."), tr("Write the title, a comma and the date."))
    return Listed(storable(title), given or "")


def _date(cell: str) -> str | None:
    """The date in a cell, empty for an empty one; None if it is a part of the title."""
    if not cell:
        return ""
    if not _LIKE_A_DATE.fullmatch(cell):
        return None
    try:
        if _DATE.fullmatch(cell) is None:
            raise ValueError
        date.fromisoformat((cell + "-01-01")[:10] if len(cell) < 10 else cell)
    except ValueError:
        raise UserError(
            tr("'{text}' is not a date.", text=short(cell)), tr("Write it as 2025-03-31 or 2025.")
        ) from None
    return cell


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or tr("it cannot be read")).lower()
        raise UserError(
            f"{path}: {reason}.", tr("Check the name of the list."), code=ExitCode.NOT_NOW
        ) from None
    except UnicodeDecodeError:
        raise UserError(
            tr("{name} is not UTF-8 text.", name=path.name), tr("Save the list as UTF-8 text or CSV.")
        ) from None
