"""What people decided: findings and good practices, documents and draws, recommendations."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlmodel import col

from audit_engine.audit import Decision, Document, Draw, Finding
from audit_engine.store.facts import log_changes
from audit_engine.store.tables import DecisionRow, DocumentRow, DrawRow, FindingRow
from questionnaires.catalogue import marked, tr
from questionnaires.errors import ExitCode, UserError

T = TypeVar("T", Finding, Document, Draw, Decision)
_MISSING = {
    "Finding": marked("There is no finding number {number}."),
    "Document": marked("There is no document number {number}."),
    "Draw": marked("There is no draw number {number}."),
    "Decision": marked("There is no decision number {number}."),
}
Ordered = TypeVar("Ordered", Finding, Decision)
_TABLES: dict[type[Any], type[Any]] = {
    Finding: FindingRow,
    Document: DocumentRow,
    Draw: DrawRow,
    Decision: DecisionRow,
}


def every(connection: Connection, kind: type[T]) -> list[T]:
    """All of a kind; findings and decisions in their own order, the rest as registered."""
    table = _TABLES[kind]
    columns = table.__table__.columns
    order = [columns[name] for name in ("position", "id") if name in columns]
    rows = connection.execute(select(table.__table__).order_by(*order)).mappings()
    return [kind(**_read(dict(row))) for row in rows]


def one(connection: Connection, kind: type[T], number: int) -> T:
    """The one with this number. Raises UserError if there is none."""
    for found in every(connection, kind):
        if found.id == number:
            return found
    raise UserError(
        tr(_MISSING[kind.__name__], number=number),
        tr("See the list for the numbers."),
        code=ExitCode.NOT_NOW,
    )


def add(connection: Connection, value: T, by: str) -> int:
    """Stores a new one (its id is ignored) and returns its number; it goes to the end of the order."""
    table = _TABLES[type(value)]
    row = _written(value)
    if "position" in row and not row["position"]:
        last = connection.execute(select(func.max(col(table.position)))).scalar() or 0
        row["position"] = last + 1
    number = int(connection.execute(insert(table).values(row)).lastrowid)
    log_changes(connection, [(f"{type(value).__name__.lower()} {number}", "", _label(value))], by)
    return number


def change(connection: Connection, value: T, by: str) -> None:
    """Stores a changed one; the earlier wording stays in the history."""
    table = _TABLES[type(value)]
    before = one(connection, type(value), value.id)
    if before == value:
        return
    connection.execute(update(table).where(col(table.id) == value.id).values(_written(value)))
    log_changes(
        connection, [(f"{type(value).__name__.lower()} {value.id}", _label(before), _label(value))], by
    )


def remove(connection: Connection, value: T, by: str) -> None:
    """Takes one out; its text stays in the history."""
    table = _TABLES[type(value)]
    connection.execute(delete(table).where(col(table.id) == value.id))
    log_changes(connection, [(f"{type(value).__name__.lower()} {value.id}", _label(value), "")], by)


def move(connection: Connection, kind: type[Ordered], number: int, to: int, by: str) -> None:
    """Puts one at a place in the order (1 is first)."""
    found = [value for value in every(connection, kind) if value.id != number]
    found.insert(max(to, 1) - 1, one(connection, kind, number))
    for place, value in enumerate(found, 1):
        change(connection, replace(value, position=place), by)


def _written(value: Any) -> dict[str, Any]:
    row = {key: part for key, part in asdict(value).items() if key != "id"}
    if "raised_by" in row:
        row["raised_by"] = " ".join(row["raised_by"])
    return row


def _read(row: dict[str, Any]) -> dict[str, Any]:
    if "raised_by" in row:
        row["raised_by"] = tuple(row["raised_by"].split())
    return row


def _label(value: Any) -> str:
    parts = [f"{key}={part}" for key, part in _written(value).items() if part not in ("", None)]
    return "; ".join(parts)
