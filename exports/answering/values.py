"""From the cells that a unit filled in to plain values, strictly."""

from __future__ import annotations

import re
from datetime import date, datetime

from exports.answering.form import Field, Form, as_text, as_words
from exports.answering.returned import Line
from exports.reading.values import Cell
from questionnaires.answers import short
from questionnaires.errors import Problem

LONGEST_WORDS = 2_000
YEARS = range(2000, 2100)
TYPE_IT = "Type the value itself."
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
            problems.append(Problem(line.where(one.name), str(wrong), one.prompt or TYPE_IT))
        else:
            values |= {one.name: text} if text else {}
    return values, problems


def _value(one: Field, cell: Cell) -> str:
    """Raises ValueError saying what is wrong."""
    if cell.formula is not None:
        raise ValueError(f"holds a formula ({short(cell.formula)}).")
    if cell.error is not None:
        raise ValueError(f"shows an error ({short(cell.error)}).")
    text = as_text(cell.value)
    if not text:
        return ""
    if one.kind == "choice":
        return _choice(one, text)
    if one.kind == "day":
        return _day(cell, text)
    words = as_words(cell.value)
    if len(words) > LONGEST_WORDS:
        raise ValueError(f"is longer than {LONGEST_WORDS} characters.")
    return words


def _choice(one: Field, text: str) -> str:
    chosen = next((word for word in one.choices if word == text.casefold()), None)
    if chosen is None:
        raise ValueError(f"'{short(text)}' is not on the list.")
    return "" if chosen == one.untold else chosen


def _day(cell: Cell, text: str) -> str:
    if not isinstance(cell.value, datetime | date) and not _DAY.fullmatch(text):
        raise ValueError(f"'{short(text)}' is no date.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{short(text)}' is no day.") from None
    if day.year not in YEARS:
        raise ValueError(f"{text} is not a day of this century.")
    return text
