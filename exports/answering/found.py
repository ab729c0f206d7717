"""Finding a sheet again in a workbook that came back, and the audit it was made for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.answering.form import Form, as_text
from exports.reading.values import Returned, Sheet
from questionnaires.catalogue import marked, tr
from questionnaires.errors import UserError

_IDENTITY = re.compile(r"audit ([0-9a-f]{16}), release (\d+|preview), questionnaire ([0-9a-f]{16})")
_PROPERTIES = ("audit", "release", "questionnaire")
SHOWN = 16
"""Characters of the questionnaire's SHA-256 that the line in the sheet tells."""
AGAIN = marked("Take the workbook as it was sent, fill that in and send it back.")


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
        raise UserError(tr("{file} does not say which audit it belongs to.", file=name), tr(AGAIN))
    if any(one != told[0] for one in told):
        raise UserError(
            tr(
                "{file}, sheet '{sheet}': the file was made for another audit or release than this sheet.",
                file=name,
                sheet=sheet.name,
            ),
            tr(AGAIN),
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
    found = [(sheet, head) for sheet in returned.sheets if (head := form.head_in(sheet)) is not None]
    if len(found) > 1:
        names = ", ".join(f"'{sheet.name}'" for sheet, _ in found)
        raise UserError(
            tr("{file} has more than one sheet of this kind: {names}.", file=name, names=names),
            tr("Leave the one that counts in it."),
        )
    if not found:
        raise _missing(returned, form, name)
    sheet, head = found[0]
    return Table(sheet, head, _columns(sheet, head, form, name))


def _columns(sheet: Sheet, head: int, form: Form, name: str) -> dict[str, int]:
    row = next(row for row in sheet.rows if row.number == head)
    columns: dict[str, int] = {}
    for cell in row.cells:
        text = as_text(cell.value)
        if text in columns:
            raise UserError(
                tr(
                    "{file}, sheet '{sheet}': two columns are called '{heading}'.",
                    file=name,
                    sheet=sheet.name,
                    heading=text,
                ),
                tr("Give the one that was added another heading."),
            )
        if text in form.headings:
            columns[text] = cell.column
    return columns


def _missing(returned: Returned, form: Form, name: str) -> UserError:
    sheet = returned.sheet(form.title)
    if sheet is None:
        return UserError(tr("{file} has no sheet '{sheet}'.", file=name, sheet=form.title), tr(AGAIN))
    lacking = [
        [heading for heading in form.headings if heading not in {as_text(cell.value) for cell in row.cells}]
        for row in sheet.rows
    ]
    closest = min(lacking, key=len, default=[*form.headings])
    named = ", ".join(f"'{heading}'" for heading in closest)
    where = {"file": name, "sheet": form.title, "headings": named}
    if len(closest) == 1:
        said = tr("{file}, sheet '{sheet}': the heading {headings} is not there any more.", **where)
    else:
        said = tr("{file}, sheet '{sheet}': the headings {headings} are not there any more.", **where)
    return UserError(said, tr(AGAIN))
