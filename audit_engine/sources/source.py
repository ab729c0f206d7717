"""A file to import, looked at once: its headings tell which reader it belongs to."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Hashable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from audit_engine.answers_csv import LONGEST_FIELD, content, records, text_of
from exports.reading import Cell, Returned, Sheet
from questionnaires.answers import short
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import Problem, UserError

_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True)
class Source:
    """A file from outside. `text` of a CSV file or `returned` of a workbook; the other one is None."""

    path: Path
    sha256: str
    headings: tuple[str, ...]
    text: str | None = None
    returned: Returned | None = None


@dataclass(frozen=True)
class TableRow:
    """A row below the headings: its number in the file, and heading -> text of what is filled in."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """A source as rows. `problems` names rows and cells that cannot be read."""

    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...]


def look(path: Path) -> Source:
    """What lies there. Raises UserError for a file that is neither a CSV file nor a workbook."""
    if path.suffix.lower() == ".xlsx":
        from exports.reading import read_workbook  # start-up: only here

        returned = read_workbook(path)
        return Source(path, returned.sha256, _first_row(returned), returned=returned)
    data = content(path)
    if path.suffix.lower() == ".zip":
        raise UserError(
            tr("{name} is an archive.", name=path.name),
            tr("Unpack it and import the CSV file that lies in it."),
        )
    text = text_of(data, path)
    return Source(path, hashlib.sha256(data).hexdigest(), _first_record(text), text)


def table_of(source: Source) -> Table:
    """All rows. Raises UserError if a heading stands twice, or a quote is never closed."""
    twice = sorted({short(name) for name in source.headings if name and source.headings.count(name) > 1})
    if twice:
        raise UserError(
            tr("{name}: the column '{heading}' stands twice.", name=source.path.name, heading=twice[0]),
            tr("Give one of them another heading."),
        )
    return _from_sheet(source) if source.text is None else _from_text(source, source.text)


def refuse_twice(source: Source, found: Mapping[str, Hashable]) -> None:
    """Raises UserError if two headings are the same question. `found`: heading -> what it asks."""
    first: dict[Hashable, str] = {}
    for heading, asked in found.items():
        if first.setdefault(asked, heading) != heading:
            raise UserError(
                tr(
                    "{name}: '{first}' and '{second}' are the same question.",
                    name=source.path.name,
                    first=short(first[asked]),
                    second=short(heading),
                ),
                tr("Take one of them out of the file."),
            )


def _from_text(source: Source, text: str) -> Table:
    rows, problems = [], []
    for number, cells in records(text, separator(text), source.path):
        if len(cells) > len(source.headings):
            said = tr_many(
                "has {number} column, the first line has {first}.",
                "has {number} columns, the first line has {first}.",
                len(cells),
                first=len(source.headings),
            )
            problems.append(
                Problem(
                    tr("row {number}", number=number),
                    said,
                    tr("A text with the separator in it needs quotes."),
                )
            )
        named = zip(source.headings, cells, strict=False)
        rows.append(TableRow(number, {name: cell.strip() for name, cell in named if name and cell.strip()}))
    return Table(tuple(rows), tuple(problems))


def separator(text: str) -> str:
    """What stands between the cells: that which gives the first line the most of them."""
    return max(_SEPARATORS, key=lambda one: len(_split(text, one)))


def _first_record(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in _split(text, separator(text)))


def _split(text: str, between: str) -> list[str]:
    usual = csv.field_size_limit(LONGEST_FIELD)
    try:
        with suppress(csv.Error):
            return next(csv.reader(io.StringIO(text, newline=""), delimiter=between), [])
        return []
    finally:
        # The limit is the whole process's.
        csv.field_size_limit(usual)


def _sheet(returned: Returned) -> Sheet | None:
    return next((sheet for sheet in returned.sheets if sheet.rows and not sheet.hidden), None)


def _first_row(returned: Returned) -> tuple[str, ...]:
    """The headings by the columns of the sheet; empty where a column has none."""
    sheet = _sheet(returned)
    if sheet is None:
        return ()
    named = {cell.column: _text(cell) for cell in sheet.rows[0].cells}
    return tuple(named.get(column, "") for column in range(1, max(named) + 1))


def _from_sheet(source: Source) -> Table:
    sheet = _sheet(source.returned) if source.returned else None
    rows, problems = [], []
    for row in sheet.rows[1:] if sheet else ():
        cells: dict[str, str] = {}
        for cell in row.cells:
            heading = source.headings[cell.column - 1] if cell.column <= len(source.headings) else ""
            if fault := _fault(cell):
                where = tr("{column}, row {number}", column=short(heading) or cell.address, number=row.number)
                problems.append(Problem(where, fault, tr("Export the answers again.")))
            elif heading and _text(cell):
                cells[heading] = _text(cell)
        rows.append(TableRow(row.number, cells))
    return Table(tuple(row for row in rows if row.cells), tuple(problems))


def _fault(cell: Cell) -> str:
    if cell.formula is not None:
        return tr("holds a formula ({formula}).", formula=short(cell.formula))
    return tr("shows an error ({error}).", error=short(cell.error)) if cell.error is not None else ""


def _text(cell: Cell) -> str:
    if isinstance(cell.value, float) and cell.value.is_integer():
        return str(int(cell.value))
    return "" if cell.value is None else str(cell.value).strip()
