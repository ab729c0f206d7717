"""What a sheet holds that comes back: what is sent and locked, and what somebody fills in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from exports.cells import readable
from exports.layout import Column
from exports.reading.values import Returned, Sheet
from questionnaires.catalogue import SOURCE, marked, tr

Kind = Literal["sent", "shown", "choice", "day", "words"]
LOCKED: tuple[Kind, ...] = ("sent", "shown")
Filled = str | date | None


@dataclass(frozen=True)
class Field:
    """A column. `name` is how programs call it, `choices` the words of its list, `prompt` what it asks for.

    `kind`: what is sent must come back as it was; what is only shown is locked too and may have moved on.
    `choices` and `untold` are what programs know; `words` are the choices as the list shows them, in their
    order. `untold`: what stands in the cell as long as nobody said anything; it says no more than an empty
    one. `prompt`: its {words} are the list. `style`: how its cells look (exports/styles.py); empty for what
    the kind asks for.
    """

    name: str
    heading: str
    width: float
    kind: Kind
    choices: tuple[str, ...] = ()
    prompt: str = ""
    untold: str = ""
    style: str = ""
    words: tuple[str, ...] = ()

    def word(self, choice: str) -> str:
        """A choice as the list shows it; anything else stays as it is."""
        shown = dict(zip(self.choices, self.words, strict=False))
        return shown.get(choice, choice)

    def choice(self, word: str) -> str | None:
        """What somebody chose or typed, whatever its capitals; None if it is not on the list."""
        known = {said.casefold(): choice for said, choice in zip(self.words, self.choices, strict=False)}
        known |= {choice: choice for choice in self.choices if choice not in known}
        return known.get(word.casefold())

    def asks_for(self) -> str:
        """What it asks for, in the language spoken, with the words of its list."""
        return tr(self.prompt, words=", ".join(self.words or self.choices)) if self.prompt else ""


@dataclass(frozen=True)
class Form:
    """A sheet with one row a recommendation or a text; the reference stands first, the check last.

    `key`: what programs call it, the same in every language. `nothing`: what it says in place of rows;
    `least_height` of a row in points. `ref` and `check`: the headings of the first and the last column; by
    the check a row is known to hold what was sent. `language`: that of its words.
    """

    key: str
    title: str
    heading: str
    intro: str
    fields: tuple[Field, ...]
    nothing: str = marked("No recommendation is accepted or proposed yet.")
    ref_width: float = 14
    least_height: float = 40.0
    ref: str = marked("Reference")
    check: str = marked("Check")
    language: str = SOURCE

    @property
    def columns(self) -> tuple[Column, ...]:
        """As the page needs them."""
        between = (Column(one.heading, one.width) for one in self.fields)
        return (Column(self.ref, self.ref_width), *between, Column(self.check, 15))

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

    def head_in(self, sheet: Sheet) -> int | None:
        """The number of the first row of a sheet that holds all headings."""
        wanted = set(self.headings)
        rows = (row for row in sheet.rows if wanted <= {as_text(cell.value) for cell in row.cells})
        return next((row.number for row in rows), None)

    def is_in(self, returned: Returned) -> bool:
        """Whether some sheet of a workbook holds all headings."""
        return any(self.head_in(sheet) is not None for sheet in returned.sheets)


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
    parts = [owner, form.key, ref, *(as_text(sent.get(one.name)) for one in form.sent)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def in_order(form: Form, row: Row) -> Iterator[tuple[Field, Filled]]:
    """Every field with what its cell holds."""
    for one in form.fields:
        yield one, (row.sent if one.kind in LOCKED else row.filled).get(one.name)


def columns_filled_in(form: Form) -> list[int]:
    """Where somebody writes, counted from 1."""
    return [place for place, one in enumerate(form.fields, 2) if one.kind not in LOCKED]
