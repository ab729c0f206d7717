"""Finding a sheet again in a workbook that came back, and the audit it was made for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.answering.form import Form, as_text
from exports.reading.values import Returned, Sheet
from questionnaires.errors import UserError

_IDENTITY = re.compile(r"audit ([0-9a-f]{16}), release (\d+|preview), questionnaire ([0-9a-f]{16})")
_PROPERTIES = ("audit", "release", "questionnaire")
SHOWN = 16
"""Characters of the questionnaire's SHA-256 that the line in the sheet tells."""
AGAIN = "Take the workbook as it was sent, fill that in and send it back."


@dataclass(frozen=True)
class Sender:
    """The audit, release (None: a preview) and questionnaire (start of its SHA-256) it was made for."""

    audit: str
    release: int | None
    definition: str


@dataclass(frozen=True)
class Table:
    """A sheet that was found: its headings stand in row `head`, each in the column (from 1) named."""

    sheet: Sheet
    head: int
    columns: Mapping[str, int]


def sender(returned: Returned, sheet: Sheet, name: str) -> Sender:
    """Which audit a sheet belongs to, by the properties of the file and by the line above the table.

    Programs drop one or the other; either will do. Raises UserError if neither is there, or if they differ.
    """
    told = [_sender(*each) for each in told_of(returned, sheet, _PROPERTIES, _IDENTITY)]
    if not told:
        raise UserError(f"{name} does not say which audit it belongs to.", AGAIN)
    if any(one != told[0] for one in told):
        raise UserError(
            f"{name}, sheet '{sheet.name}': the file was made for another audit or release than this sheet.",
            AGAIN,
        )
    return told[0]


def told_of(
    returned: Returned, sheet: Sheet, properties: Sequence[str], line: re.Pattern[str]
) -> Iterator[tuple[str, ...]]:
    """Whom a sheet belongs to: what the properties of the file say, then every line in the sheet that fits.

    The groups of `line` stand for the properties, in their order.
    """
    said = {key: as_text(value) for key, value in returned.properties.items()}
    if said.keys() >= set(properties) and said[properties[0]]:
        yield tuple(said[name] for name in properties)
    for cell in sheet.cells():
        found = line.search(cell.value) if isinstance(cell.value, str) else None
        if found:
            yield found.groups()


def _sender(audit: str, release: str, definition: str) -> Sender:
    return Sender(audit, int(release) if release.isdecimal() else None, definition[:SHOWN])


def table(returned: Returned, form: Form, name: str) -> Table:
    """The sheet with all headings of the form, whatever it is called now.

    Raises UserError if there is none, or more than one, or if a heading stands twice.
    """
    found = [(sheet, head) for sheet in returned.sheets if (head := _head(sheet, form)) is not None]
    if len(found) > 1:
        names = ", ".join(f"'{sheet.name}'" for sheet, _ in found)
        raise UserError(
            f"{name} has more than one sheet of this kind: {names}.", "Leave the one that counts in it."
        )
    if not found:
        raise _missing(returned, form, name)
    sheet, head = found[0]
    return Table(sheet, head, _columns(sheet, head, form, name))


def _head(sheet: Sheet, form: Form) -> int | None:
    wanted = set(form.headings)
    for row in sheet.rows:
        if wanted <= {as_text(cell.value) for cell in row.cells}:
            return row.number
    return None


def _columns(sheet: Sheet, head: int, form: Form, name: str) -> dict[str, int]:
    row = next(row for row in sheet.rows if row.number == head)
    columns: dict[str, int] = {}
    for cell in row.cells:
        text = as_text(cell.value)
        if text in columns:
            raise UserError(
                f"{name}, sheet '{sheet.name}': two columns are called '{text}'.",
                "Give the one that was added another heading.",
            )
        if text in form.headings:
            columns[text] = cell.column
    return columns


def _missing(returned: Returned, form: Form, name: str) -> UserError:
    sheet = returned.sheet(form.title)
    if sheet is None:
        return UserError(f"{name} has no sheet '{form.title}'.", AGAIN)
    lacking = [
        [heading for heading in form.headings if heading not in {as_text(cell.value) for cell in row.cells}]
        for row in sheet.rows
    ]
    closest = min(lacking, key=len, default=[*form.headings])
    named = ", ".join(f"'{heading}'" for heading in closest)
    one = len(closest) == 1
    return UserError(
        f"{name}, sheet '{form.title}': the heading{'' if one else 's'} {named} {'is' if one else 'are'} "
        "not there any more.",
        AGAIN,
    )
