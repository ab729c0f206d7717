"""An audit whose report went out, and the hands of the people who fill in its sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from audit_engine.after import Progress, Response
from audit_engine.auditfile import AuditFile
from audit_engine.store import after
from tests.running import Ran, begin, run

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-answers.csv"
RESPONSE, FOLLOW_UP = "Management response", "Follow-up"
LATE, IN_TIME = "2026-01-31", "2099-12-31"


def published(folder: Path) -> tuple[Path, Path]:
    """An audit with two accepted recommendations and one of the team, and the workbook of its release."""
    audit, workbook = begin(folder / "geneva.audit", staff="professional=20/20"), folder / "sent.xlsx"
    done = [
        run("import", audit, EXAMPLE),
        run("recommend", audit, "--accept", "REC-IA1-1", "--due", LATE, "--priority", "high"),
        run("recommend", audit, "--accept", "REC-IA2-1", "--due", IN_TIME),
        run("recommend", audit, "--add", "Ask staff again in a year.", "--area", "ST1", "--due", IN_TIME),
        run("report", audit, workbook),
    ]
    assert [ran.code for ran in done] == [0] * len(done), [ran.said for ran in done]
    return audit, workbook


class Hand:
    """A sheet that somebody fills in: cells are named by the reference of the row and the heading."""

    def __init__(self, path: Path, title: str = RESPONSE, reference: str = "Reference") -> None:
        self.book: Any = load_workbook(path)
        self.sheet: Any = self.book[title]
        self.reference = reference
        self.head = next(row for row in range(1, 30) if self._row_holds(row, reference))

    def _row_holds(self, row: int, text: str) -> bool:
        return any(cell.value == text for cell in self.sheet[row])

    def column(self, heading: str) -> int:
        return int(next(cell.column for cell in self.sheet[self.head] if cell.value == heading))

    def row(self, ref: str) -> int:
        column = self.column(self.reference)
        rows = range(self.head + 1, self.sheet.max_row + 1)
        return next(row for row in rows if self.sheet.cell(row, column).value == ref)

    @property
    def refs(self) -> list[str]:
        rows = range(self.head + 1, self.sheet.max_row + 1)
        found = [self.sheet.cell(row, self.column(self.reference)).value for row in rows]
        return [ref for ref in found if ref]

    def cell(self, ref: str, heading: str) -> Any:
        return self.sheet.cell(self.row(ref), self.column(heading))

    def put(self, ref: str, **values: object) -> Hand:
        """Writes into the row: `Due_date=` stands for the heading "Due date"."""
        for name, value in values.items():
            self.cell(ref, name.replace("_", " ")).value = value
        return self

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path


def responses(audit: Path) -> dict[str, Response]:
    with AuditFile(audit) as opened, opened.reading() as connection:
        return after.standing(connection, Response)


def told(audit: Path) -> dict[str, Progress]:
    with AuditFile(audit) as opened, opened.reading() as connection:
        return after.standing(connection, Progress)


def named(ran: Ran, file: str = "back.xlsx") -> list[str]:
    """The lines of a refusal that name a cell."""
    return [line for line in ran.err.splitlines() if line.startswith(f"{file}, ")]
