"""Reading a staff list for the draw of interviews: function, sex, and whoever is heard for the function."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from exports.kit.material import Sex
from questionnaires.answers import plain, short, storable
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import ExitCode, Problem, UserError

COLUMNS = ("function", "sex", "category", "heard")
REQUIRED = ("function", "sex")
LARGEST = 8 * 2**20
LONGEST_FUNCTION = 120
_SEXES: Mapping[str, Sex] = {
    "": "",
    "woman": "woman",
    "female": "woman",
    "f": "woman",
    "w": "woman",
    "man": "man",
    "male": "man",
    "m": "man",
    "femme": "woman",
    "homme": "man",
    "mujer": "woman",
    "hombre": "man",
    "женщина": "woman",
    "мужчина": "man",
    "ж": "woman",
    "м": "man",
    "امرأة": "woman",
    "رجل": "man",
}
_YES = {"yes": True, "y": True, "x": True, "1": True, "": False, "no": False, "n": False, "0": False}
_YES |= dict.fromkeys(("oui", "sí", "si", "да", "نعم"), True) | dict.fromkeys(("non", "нет", "لا"), False)


@dataclass(frozen=True)
class Person:
    """One line of a staff list. `line` counts from 1 as in the file; `always`: heard for the function."""

    line: int
    function: str
    sex: Sex
    category: str
    always: bool


def read_staff_list(path: Path) -> tuple[Person, ...]:
    """Everybody on the list; columns that are not needed, names among them, are not looked at.

    Raises UserError naming every line that cannot be read.
    """
    rows = list(_rows(path))
    names = _header(rows, path)
    people, problems = [], []
    for line, cells in rows[1:]:
        try:
            people.append(_person(line, dict(zip(names, cells, strict=False))))
        except UserError as error:
            problems.append(Problem(f"{path.name}:{line}", error.message, error.remedy))
    if problems:
        raise UserError(
            tr_many(
                "{name}: {number} line(s) cannot be read; nobody was drawn.",
                "{name}: {number} line(s) cannot be read; nobody was drawn.",
                len(problems),
                name=path.name,
            ),
            tr("Mend them and draw again."),
            problems=tuple(problems),
        )
    if not people:
        raise UserError(
            tr("{name} lists nobody.", name=path.name),
            tr("Write one person a line, without names if you like."),
        )
    return tuple(people)


def _person(line: int, cells: Mapping[str, str]) -> Person:
    function = storable(" ".join(cells.get("function", "").split()))
    if not function or len(function) > LONGEST_FUNCTION:
        raise UserError(
            tr("the function is missing or very long."), tr("Write for example: programme officer")
        )
    sex, heard = (plain(cells.get(name, "")).lower() for name in ("sex", "heard"))
    if sex not in _SEXES:
        raise UserError(
            tr("'{sex}' is no sex.", sex=short(sex)), tr("Write woman or man, or leave it empty.")
        )
    if heard not in _YES:
        raise UserError(tr("'{heard}' under heard.", heard=short(heard)), tr("Write yes, or leave it empty."))
    return Person(line, function, _SEXES[sex], plain(cells.get("category", "")).casefold(), _YES[heard])


def _header(rows: list[tuple[int, list[str]]], path: Path) -> list[str]:
    names = [plain(cell).lower() for cell in rows[0][1]] if rows else []
    missing = [name for name in REQUIRED if name not in names]
    twice = [name for name in COLUMNS if names.count(name) > 1]
    if missing or twice:
        if missing:
            told = tr("{name} has no column '{column}' in its first line.", name=path.name, column=missing[0])
        else:
            told = tr(
                "{name} has the column '{column}' twice in its first line.", name=path.name, column=twice[0]
            )
        raise UserError(
            told,
            tr("The first line names the columns: function,sex and if you like category,heard."),
        )
    return names


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of every row that is not empty."""
    text = _text(path)
    delimiter = max(",;\t", key=(text.splitlines() or [""])[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    ended = 0
    try:
        for cells in reader:
            line, ended = ended + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
    except csv.Error:
        raise UserError(
            tr("{name}: the line {number} cannot be read.", name=path.name, number=ended + 1),
            tr("Write one person a line, as function,sex."),
        ) from None


def _text(path: Path) -> str:
    if not path.is_file():
        raise UserError(
            tr("There is no file {path}.", path=path),
            tr("Check the name of the list."),
            code=ExitCode.NOT_NOW,
        )
    if path.stat().st_size > LARGEST:
        raise UserError(tr("{name} is larger than 8 MiB.", name=path.name), tr("Is it a staff list?"))
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        raise UserError(
            tr("{name} is not UTF-8 text.", name=path.name), tr("Save the list as 'CSV UTF-8'.")
        ) from None
