"""Reading an answers CSV: bytes to rows, and every row that cannot be read (docs/answers-csv.md)."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from questionnaires.answers import listed, short
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import ExitCode, Problem, UserError

COLUMNS = (
    "submission",
    "instrument",
    "role",
    "gender",
    "category",
    "supervises",
    "item",
    "answer",
    "note",
    "evidence",
)
REQUIRED = ("submission", "instrument", "role", "item", "answer")
LARGEST_FILE = 256 * 2**20
LONGEST_FIELD = 2_100_000


@dataclass(frozen=True)
class Row:
    """One row: an answer with what is known about its submission. `number` is its line in the file.

    `column`: the heading it stands under, where a row of the file holds a whole submission.
    """

    number: int
    submission: str
    instrument: str
    role: str
    gender: str
    category: str
    supervises: str
    item: str
    answer: str
    note: str
    evidence: str
    column: str = ""


@dataclass(frozen=True)
class AnswersFile:
    """A file that could be read as a table. `problems` names rows that do not fit the header.

    `warnings`: what was left out of it, and why. `known_by`: (name, value) kept with the answers.
    """

    sha256: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...] = ()
    known_by: tuple[tuple[str, str], ...] = ()


def read(path: Path) -> AnswersFile:
    """Reads the whole file. Raises UserError if it is no table of answers at all."""
    data = content(path)
    text = text_of(data, path)
    columns, delimiter = _header(text, path)
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, cells in records(text, delimiter, path):
        if len(cells) != len(columns):
            problems.append(_ragged(number, len(cells), len(columns)))
        else:
            given = dict(zip(columns, cells, strict=True))
            rows.append(Row(number, *(_cell(given, name) for name in COLUMNS)))
    return AnswersFile(hashlib.sha256(data).hexdigest(), tuple(rows), tuple(problems))


def _cell(given: dict[str, str], name: str) -> str:
    value = given.get(name, "")
    return value if name in ("answer", "note", "evidence") else value.strip()


def _ragged(number: int, found: int, expected: int) -> Problem:
    return Problem(
        tr("row {number}", number=number),
        tr_many(
            "has {number} columns, the header has {expected}.",
            "has {number} columns, the header has {expected}.",
            found,
            expected=expected,
        ),
        tr("A text that holds the separator or a line break stands in double quotes."),
    )


def content(path: Path) -> bytes:
    """The bytes of a file. Raises UserError if there is none, or it is too large."""
    if not path.exists():
        raise UserError(
            tr("There is no file {path}.", path=path), tr("Check the name."), code=ExitCode.NOT_NOW
        )
    if not path.is_file():
        raise UserError(tr("{path} is not a regular file.", path=path), tr("Name a CSV file."))
    if path.stat().st_size > LARGEST_FILE:
        raise UserError(
            tr("{name} is larger than 256 MiB.", name=path.name), tr("Split it; submissions must stay whole.")
        )
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            tr("{path} cannot be read: {reason}.", path=path.name, reason=error.strerror),
            tr("Check whose file it is."),
            code=ExitCode.BUSY,
        ) from None


def text_of(data: bytes, path: Path) -> str:
    """The text of a CSV file. Raises UserError if it is not UTF-8 with usual line ends."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UserError(tr("{name} is UTF-16, not UTF-8.", name=path.name), tr("Save it as 'CSV UTF-8'."))
    if data[:4] == b"PK\x03\x04":
        raise UserError(
            tr("{name} is a workbook, not a CSV file.", name=path.name), tr("Save the sheet as 'CSV UTF-8'.")
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            tr(
                "{name} is not UTF-8 (byte {byte}, line {line}).",
                name=path.name,
                byte=error.start + 1,
                line=_line(data, error.start),
            ),
            tr("Save it as 'CSV UTF-8'."),
        ) from None
    if "\0" in text:
        raise UserError(
            tr(
                "{name} holds a NUL character (line {line}).", name=path.name, line=_line(data, data.index(0))
            ),
            tr("Remove it."),
        )
    if "\r" in text and "\n" not in text:
        raise UserError(
            tr("{name} ends its lines in an old way (carriage return only).", name=path.name),
            tr("Save it with LF or CRLF."),
        )
    return text


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _header(text: str, path: Path) -> tuple[list[str], str]:
    first = text.splitlines()[0] if text.strip() else ""
    for delimiter in (",", ";", "\t"):
        names = [name.strip().strip('"').lower() for name in first.split(delimiter)]
        if set(REQUIRED) <= set(names):
            _check_columns(names, path)
            return names, delimiter
    found = tr("found: {first}", first=short(first, 120)) if first else tr("the file is empty")
    raise UserError(
        tr(
            "{name}: the first line is not the header of an answers file ({found}).",
            name=path.name,
            found=found,
        ),
        tr("It must name the columns: {columns}", columns=",".join(COLUMNS)),
    )


def _check_columns(names: list[str], path: Path) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    unknown = [name for name in names if name not in COLUMNS]
    if twice:
        raise UserError(
            tr("{name}: the column {column} stands twice.", name=path.name, column=listed(twice)),
            tr("Remove one of them."),
        )
    if unknown:
        raise UserError(
            tr(
                "{name}: unknown column {column}.",
                name=path.name,
                column=listed([short(name) for name in unknown]),
            ),
            tr("The columns are: {columns}", columns=",".join(COLUMNS)),
        )


def records(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of every row below the header that is not empty. Raises UserError for an open quote."""
    usual = csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    ended = 0
    try:
        for cells in reader:
            number, ended = ended + 1, reader.line_num
            if number > 1 and any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise UserError(
            tr(
                "{name}: the row that begins in line {line} cannot be read ({said}).",
                name=path.name,
                line=ended + 1,
                said=_said(error),
            ),
            tr("A text in double quotes must end with one; a quote inside it is written twice."),
        ) from None
    finally:
        # The limit is the whole process's.
        csv.field_size_limit(usual)


def _said(error: csv.Error) -> str:
    said = str(error)
    if "unexpected end" in said:
        return tr("a double quote is opened and never closed")
    if "field larger" in said:
        return tr("a text is longer than two million characters")
    return said
