"""Understanding the rows that came back, wherever they stand and whatever program saved them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from exports.answering.form import Form, as_text, check_of
from exports.answering.found import Sender, Table, sender, table
from exports.reading.values import Cell, Returned, Row
from questionnaires.catalogue import tr
from questionnaires.errors import Problem


@dataclass(frozen=True)
class Line:
    """One row that came back. `check` is what stands in its last column; `cells` by name of the field.

    `check_now` is the check of what its locked cells say now; it differs where somebody changed one.
    """

    sheet: str
    row: int
    ref: str
    check: str
    check_now: str
    cells: Mapping[str, Cell]
    places: Mapping[str, str] = field(default_factory=dict)

    def where(self, name: str) -> str:
        """The place of a cell for a message, as "Management response F7"."""
        return f"{self.sheet} {self.places[name]}"

    def sent(self, name: str) -> str:
        """What a locked cell says now."""
        cell = self.cells.get(name)
        return "" if cell is None else as_text(cell.value)


@dataclass(frozen=True)
class Rows:
    """The rows of a sheet that came back, how many of them are hidden or filtered away, what is wrong."""

    lines: tuple[Line, ...]
    hidden: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Sent:
    """A sheet of an audit that came back: whose it is, and its rows as in `Rows`."""

    sender: Sender
    lines: tuple[Line, ...]
    hidden: int
    problems: tuple[Problem, ...]


def lines(returned: Returned, form: Form, audit: str, name: str) -> Sent:
    """Every row with a reference, each reference once.

    `audit`: the random name of the audit that reads it. Raises UserError if the sheet, a heading or the
    line that names the audit is missing.
    """
    found = table(returned, form, name)
    every = rows_of(found, form, audit)
    told = sender(returned, found.sheet, name)
    return Sent(told, every.lines, every.hidden, every.problems)


def rows_of(found: Table, form: Form, owner: str) -> Rows:
    """Every row of a table with a reference, each reference once. `owner`: see `check_of`."""
    rows = [row for row in found.sheet.rows if row.number > found.head]
    every = [_line(found, row, form, owner) for row in rows if _ref(found, row, form)]
    without = [row for row in rows if not _ref(found, row, form)]
    problems = [
        *(problem for row in without for problem in _unreferenced(found, row, form)),
        *_twice(every),
        *_merged(found, form, every),
    ]
    kept = {line.ref: line for line in reversed(every)}
    hidden = sum(row.hidden for row in rows if _ref(found, row, form))
    return Rows(tuple(line for line in every if kept[line.ref] is line), hidden, tuple(problems))


def _ref(found: Table, row: Row, form: Form) -> str:
    cell = row.at(found.columns[form.ref])
    return "" if cell is None else as_text(cell.value if cell.formula is None else cell.formula)


def _line(found: Table, row: Row, form: Form, owner: str) -> Line:
    columns = found.columns
    cells = {one.name: cell for one in form.fields if (cell := row.at(columns[one.heading])) is not None}
    check = as_text(cell.value) if (cell := row.at(columns[form.check])) else ""
    said = {one.name: cells[one.name].value for one in form.sent if one.name in cells}
    places = {one.name: f"{get_column_letter(columns[one.heading])}{row.number}" for one in form.fields}
    places |= {"ref": f"{get_column_letter(columns[form.ref])}{row.number}"}
    ref = _ref(found, row, form)
    return Line(found.sheet.name, row.number, ref, check, check_of(form, owner, ref, said), cells, places)


def _unreferenced(found: Table, row: Row, form: Form) -> Iterator[Problem]:
    """A row somebody wrote below the table cannot be recorded, and is not left out in silence."""
    written = [cell for one in form.filled_in if (cell := row.at(found.columns[one.heading])) is not None]
    if written:
        yield Problem(
            f"{found.sheet.name} {written[0].address}",
            tr("stands in a row without a reference."),
            tr("Write it into the row it belongs to, or take it out."),
        )


def _twice(found: Sequence[Line]) -> Iterator[Problem]:
    seen: dict[str, Line] = {}
    for line in found:
        first = seen.setdefault(line.ref, line)
        if first is not line:
            yield Problem(
                line.where("ref"),
                tr("{ref} stands twice (also in {place}).", ref=line.ref, place=first.places["ref"]),
                tr("Keep one of the two rows."),
            )


def _merged(found: Table, form: Form, every: Sequence[Line]) -> Iterator[Problem]:
    """Of joined cells only the first holds a value, so nobody knows for which rows it was meant."""
    rows, columns = {line.row for line in every}, {found.columns[one.heading] for one in form.filled_in}
    for merged in found.sheet.merged:
        area = CellRange(merged)
        across, down = range(area.min_col, area.max_col + 1), range(area.min_row, area.max_row + 1)
        if not columns.isdisjoint(across) and not rows.isdisjoint(down):
            yield Problem(
                f"{found.sheet.name} {merged}",
                tr("these cells were joined to one."),
                tr("Part them, and fill in each row."),
            )
