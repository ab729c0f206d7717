"""What a sheet holds that comes back: what is sent and locked, and what somebody fills in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from exports.cells import readable
from exports.layout import Column

Kind = Literal["sent", "shown", "choice", "day", "words"]
LOCKED: tuple[Kind, ...] = ("sent", "shown")
Filled = str | date | None
REF = "Reference"
CHECK = "Check"
"""The heading of the column by which a row is known to hold what was sent."""


@dataclass(frozen=True)
class Field:
    """A column. `name` is how programs call it, `choices` the words of its list, `prompt` what it asks for.

    `kind`: what is sent must come back as it was; what is only shown is locked too and may have moved on.
    `untold`: what stands in the cell as long as nobody said anything; it says no more than an empty one.
    `style`: how its cells look (exports/styles.py); empty for what the kind asks for.
    """

    name: str
    heading: str
    width: float
    kind: Kind
    choices: tuple[str, ...] = ()
    prompt: str = ""
    untold: str = ""
    style: str = ""


@dataclass(frozen=True)
class Form:
    """A sheet with one row a recommendation or a text; the reference stands first, the check last.

    `nothing`: what it says in place of rows; `least_height` of a row in points.
    """

    title: str
    heading: str
    intro: str
    fields: tuple[Field, ...]
    nothing: str = "No recommendation is accepted or proposed yet."
    ref_width: float = 14
    least_height: float = 40.0

    @property
    def columns(self) -> tuple[Column, ...]:
        """As the page needs them."""
        between = (Column(one.heading, one.width) for one in self.fields)
        return (Column(REF, self.ref_width), *between, Column(CHECK, 15))

    @property
    def sent(self) -> tuple[Field, ...]:
        """The locked columns that must come back as they were."""
        return tuple(one for one in self.fields if one.kind == "sent")

    @property
    def filled_in(self) -> tuple[Field, ...]:
        """The columns in which whoever gets the sheet writes."""
        return tuple(one for one in self.fields if one.kind not in LOCKED)

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings, from left to right."""
        return tuple(column.heading for column in self.columns)


@dataclass(frozen=True)
class Row:
    """One recommendation or text: what is sent, by name of the field, and what is filled in already."""

    ref: str
    sent: Mapping[str, Filled]
    filled: Mapping[str, Filled] = field(default_factory=dict)


def as_text(value: object) -> str:
    """What a cell says, in one form for all programs: a day as 2027-03-31, blanks at the ends left out."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())


def as_words(value: object) -> str:
    """What a cell for words says, with its lines, as it would stand in a workbook written anew."""
    if not isinstance(value, str):
        return as_text(value)
    lines = (line.strip() for line in readable(value).split("\n"))
    return "\n".join(lines).strip()


def check_of(form: Form, owner: str, ref: str, sent: Mapping[str, object]) -> str:
    """Sixteen characters that change with anything that was sent in the row, or with whom it belongs to.

    `owner`: the random name of the audit, or the questionnaire.
    """
    parts = [owner, form.title, ref, *(as_text(sent.get(one.name)) for one in form.sent)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def in_order(form: Form, row: Row) -> Iterator[tuple[Field, Filled]]:
    """Every field with what its cell holds."""
    for one in form.fields:
        yield one, (row.sent if one.kind in LOCKED else row.filled).get(one.name)


def columns_filled_in(form: Form) -> list[int]:
    """Where somebody writes, counted from 1."""
    return [place for place, one in enumerate(form.fields, 2) if one.kind not in LOCKED]
