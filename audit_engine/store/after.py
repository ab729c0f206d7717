"""Responses, follow-up, debriefing: what stands now and how it came to stand."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, insert, select, update

from audit_engine.after import Progress, Rank, Response, View
from audit_engine.clock import now
from audit_engine.store.after_tables import ProgressRow, RankRow, ResponseRow, ViewRow
from audit_engine.store.facts import log_changes

T = TypeVar("T", bound=Response | Progress | View | Rank)
_TABLES: dict[type[Any], tuple[type[Any], str]] = {
    Response: (ResponseRow, "recommendation"),
    Progress: (ProgressRow, "recommendation"),
    View: (ViewRow, "area"),
    Rank: (RankRow, "recommendation"),
}


def standing(connection: Connection, kind: type[T]) -> dict[str, T]:
    """What stands of a kind, by recommendation or area, in the order of recording."""
    table, key = _TABLES[kind]
    columns = table.__table__.columns
    rows = connection.execute(
        select(table.__table__).where(columns.replaced_at == "").order_by(columns.seq)
    ).mappings()
    return {row[key]: _value(kind, dict(row)) for row in rows}


def history(connection: Connection, kind: type[T], name: str) -> list[T]:
    """All that ever stood for one recommendation or area, the oldest first."""
    table, key = _TABLES[kind]
    columns = table.__table__.columns
    rows = connection.execute(
        select(table.__table__).where(columns[key] == name).order_by(columns.seq)
    ).mappings()
    return [_value(kind, dict(row)) for row in rows]


def record(connection: Connection, value: T, by: str) -> bool:
    """Puts a value in the place of what stood; False if just that stands already."""
    table, key = _TABLES[type(value)]
    name = getattr(value, key)
    before = standing(connection, type(value)).get(name)
    if before is not None and replace(value, by=before.by, at=before.at) == before:
        return False
    columns, moment = table.__table__.columns, now()
    connection.execute(
        update(table.__table__)
        .where(columns[key] == name, columns.replaced_at == "")
        .values(replaced_at=moment)
    )
    connection.execute(insert(table).values(asdict(replace(value, by=by, at=moment))))
    return True


def take_out(connection: Connection, kind: type[T], name: str, by: str) -> bool:
    """Leaves nothing standing for a recommendation or area; False if nothing stood. The history keeps it."""
    before = standing(connection, kind).get(name)
    if before is None:
        return False
    table, key = _TABLES[kind]
    columns = table.__table__.columns
    connection.execute(
        update(table.__table__)
        .where(columns[key] == name, columns.replaced_at == "")
        .values(replaced_at=now())
    )
    log_changes(connection, [(f"{kind.__name__.lower()} {name}", _label(before), "")], by)
    return True


def _label(value: Response | Progress | View | Rank) -> str:
    return "; ".join(f"{key}={part}" for key, part in asdict(value).items() if part != "")


def _value(kind: type[T], row: dict[str, Any]) -> T:
    return kind(**{name: part for name, part in row.items() if name not in ("seq", "replaced_at")})
