"""From the cells that a unit filled in to plain values, strictly."""

from __future__ import annotations

import re
from datetime import date, datetime

from exports.answering.form import Field, Form, as_text, as_words
from exports.answering.returned import Line
from exports.reading.values import Cell
from questionnaires.answers import short
from questionnaires.catalogue import marked, tr
from questionnaires.errors import Problem

LONGEST_WORDS = 2_000
YEARS = range(2000, 2100)
TYPE_IT = marked("Type the value itself.")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def filled(line: Line, form: Form) -> tuple[dict[str, str], list[Problem]]:
    """What was filled in, by name of the field, and what is wrong; empty cells are left out."""
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for one in form.filled_in:
        cell = line.cells.get(one.name)
        if cell is None:
            continue
        try:
            text = _value(one, cell)
        except ValueError as wrong:
            problems.append(Problem(line.where(one.name), str(wrong), one.asks_for() or tr(TYPE_IT)))
        else:
            values |= {one.name: text} if text else {}
    return values, problems


def _value(one: Field, cell: Cell) -> str:
    """Raises ValueError saying what is wrong."""
    if cell.formula is not None:
        raise ValueError(tr("holds a formula ({formula}).", formula=short(cell.formula)))
    if cell.error is not None:
        raise ValueError(tr("shows an error ({error}).", error=short(cell.error)))
    text = as_text(cell.value)
    if not text:
        return ""
    if one.kind == "choice":
        return _choice(one, text)
    if one.kind == "day":
        return _day(cell, text)
    words = as_words(cell.value)
    if len(words) > LONGEST_WORDS:
        raise ValueError(tr("is longer than {number} characters.", number=LONGEST_WORDS))
    return words


def _choice(one: Field, text: str) -> str:
    chosen = one.choice(text)
    if chosen is None:
        raise ValueError(tr("'{text}' is not on the list.", text=short(text)))
    return "" if chosen == one.untold else chosen


def _day(cell: Cell, text: str) -> str:
    if not isinstance(cell.value, datetime | date) and not _DAY.fullmatch(text):
        raise ValueError(tr("'{text}' is no date.", text=short(text)))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(tr("'{text}' is no day.", text=short(text))) from None
    if day.year not in YEARS:
        raise ValueError(tr("{text} is not a day of this century.", text=text))
    return text
