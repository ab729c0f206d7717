"""Understanding what came back: which audit it belongs to, and the tables as the kit had written them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.kit.forms import documents, staff_figures
from exports.kit.material import Kit
from exports.kit.texts import LANGUAGES, Texts, raw
from exports.reading.values import Cell, Returned, Row, Sheet
from questionnaires.answers import plain, short
from questionnaires.catalogue import marked, tr
from questionnaires.errors import Problem, UserError

PAPERS = (documents.PAPER, staff_figures.PAPER)
AGAIN = marked("Make a new one with: audit-engine kit AUDIT FOLDER")


@dataclass(frozen=True)
class Line:
    """A row of a returned table: heading -> its cell; headings of empty cells are left out."""

    sheet: str
    row: int
    cells: Mapping[str, Cell]

    def where(self, heading: str) -> str:
        """The place of a cell for a message, as "HR sheet C7"; of the row where the cell is empty."""
        cell = self.cells.get(heading)
        return f"{self.sheet} {cell.address}" if cell else f"{self.sheet} row {self.row}"

    def problem(self, heading: str, message: str, remedy: str = "") -> Problem:
        """A mistake at a cell of this row."""
        return Problem(self.where(heading), message, remedy)

    def text(self, heading: str) -> str:
        """What a cell says as text, trimmed; empty for none."""
        cell = self.cells.get(heading)
        return "" if cell is None or cell.value is None else plain(str(cell.value))


def paper_of(returned: Returned, kit: Kit, name: str) -> str:
    """Which paper of this kit came back. Raises UserError if it is none, or of another audit."""
    said = {key: str(value) for key, value in returned.properties.items()}
    paper = said.get("kit", "")
    if paper not in PAPERS:
        raise UserError(tr("{name} is no sheet of a field kit.", name=name), tr(AGAIN))
    if said.get("audit") != kit.audit:
        raise UserError(
            tr("{name} belongs to another audit.", name=name), tr("Import it into the audit it was made for.")
        )
    if said.get("questionnaire") != kit.sha256:
        raise UserError(tr("{name} was made for another version of the questionnaire.", name=name), tr(AGAIN))
    return paper


def table(returned: Returned, sheet: str, headings: Sequence[str], name: str) -> Iterator[Line]:
    """The rows below the headings, in whatever columns these stand now.

    Raises UserError if the sheet or a heading is missing.
    Headings that stand twice are told apart by their order.
    """
    found = returned.sheet(sheet)
    if found is None:
        raise UserError(tr("{name} has no sheet '{sheet}' any more.", name=name, sheet=sheet), tr(AGAIN))
    head, columns = _head(found, headings, name)
    for row in found.rows:
        if row.number > head and row.cells:
            cells = {key: cell for key, column in columns.items() if (cell := row.at(column)) is not None}
            yield Line(found.name, row.number, cells)


def keys(headings: Sequence[str]) -> tuple[str, ...]:
    """Headings made different: the second "of" is "of 2"."""
    return tuple(
        name
        if list(headings[:place]).count(name) == 0
        else f"{name} {list(headings[:place]).count(name) + 1}"
        for place, name in enumerate(headings)
    )


def _head(sheet: Sheet, headings: Sequence[str], name: str) -> tuple[int, dict[str, int]]:
    for row in sheet.rows:
        columns = _columns(row, headings)
        if len(columns) == len(headings):
            return row.number, columns
    raise UserError(
        tr(
            "{name}, sheet '{sheet}': the row of headings is not there any more.", name=name, sheet=sheet.name
        ),
        tr(AGAIN),
    )


def _columns(row: Row, headings: Sequence[str]) -> dict[str, int]:
    standing = [(str(cell.value).strip(), cell.column) for cell in row.cells if cell.value is not None]
    seen: list[str] = []
    found: dict[str, int] = {}
    for text, column in standing:
        if text in headings:
            seen.append(text)
            found[text if seen.count(text) == 1 else f"{text} {seen.count(text)}"] = column
    return {key: found[key] for key in keys(headings) if key in found}


def formulas(lines: Sequence[Line]) -> Iterator[Problem]:
    """Cells to fill in that hold a formula or an error in place of what somebody typed."""
    for line in lines:
        for heading, cell in line.cells.items():
            if cell.formula is not None:
                yield line.problem(
                    heading,
                    tr("holds a formula ({formula}).", formula=short(cell.formula)),
                    tr("Type the value."),
                )
            elif cell.error is not None:
                yield line.problem(
                    heading, tr("shows an error ({error}).", error=short(cell.error)), tr("Type the value.")
                )


def language_of(returned: Returned) -> str:
    """The language in which the kit wrote the workbook; English is what says none."""
    said = str(returned.properties.get("language", ""))
    return said if said in LANGUAGES else LANGUAGES[0]


def unfilled(kit: Kit) -> Texts:
    """The texts by which sheets in the kit's language are understood; nothing of them is printed."""
    words, papers = raw(kit.language)
    return Texts(words, papers, {"unit": kit.unit})
