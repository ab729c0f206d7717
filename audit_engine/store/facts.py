"""The audit's facts in the file: unit, staff, team, phases, what was switched off, and their history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any, cast

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import col

from audit_engine.audit import Facts, Phase
from audit_engine.clock import now
from audit_engine.store.tables import (
    ChangeRow,
    FacilitatorRow,
    MetaRow,
    PhaseRow,
    StaffRow,
    SwitchedOffRow,
)
from questionnaires.catalogue import tr
from questionnaires.definition import Reason
from questionnaires.errors import ExitCode, UserError
from scoring.evidence import Policy

_PLAIN = ("unit", "region", "unit_type", "country", "language", "coordinator", "referral", "phase")


def write_facts(connection: Connection, facts: Facts, by: str) -> None:
    """Puts all facts into the file, replacing what stood there."""
    for name in _PLAIN:
        set_meta(connection, name, getattr(facts, name) or "")
    set_meta(connection, "constituent", facts.constituent or "")
    set_meta(connection, "start", facts.start.isoformat())
    set_meta(connection, "invited", str(facts.invited))
    set_meta(connection, "policy", facts.policy)
    set_meta(connection, "survey_closes", facts.survey_closes.isoformat() if facts.survey_closes else "")
    _replace(
        connection, StaffRow, [{"category": c, "women": w, "men": m} for c, (w, m) in facts.staff.items()]
    )
    _replace(
        connection, FacilitatorRow, [{"position": i, "name": n} for i, n in enumerate(facts.facilitators, 1)]
    )
    _replace(connection, PhaseRow, [{"phase": p, "due": d.isoformat()} for p, d in facts.dates.items()])
    _switch_off(connection, facts.switched_off, by)


def change_facts(connection: Connection, before: Facts, after: Facts, by: str) -> list[tuple[str, str, str]]:
    """Stores changed facts, keeps the earlier ones, and returns (what, before, after) of each change.

    Raises UserError (busy) if the facts are no longer those that the change was made from.
    """
    if read_facts(connection) != before:
        raise UserError(
            tr("The facts of the audit were changed by another command meanwhile; nothing was changed here."),
            tr("Look at them again, then repeat the change."),
            code=ExitCode.BUSY,
        )
    changes = changes_between(before, after)
    write_facts(connection, after, by)
    log_changes(connection, changes, by)
    return changes


def _switch_off(connection: Connection, off: Mapping[str, Reason], by: str) -> None:
    """Those that stood already keep who switched them off and when."""
    rows = connection.execute(select(SwitchedOffRow.__table__)).mappings()  # type: ignore[attr-defined]  # SQLModel sets it at run time
    standing = {(row["item"], row["reason"]): dict(row) for row in rows}
    new = {"by": by, "at": now()}
    _replace(
        connection,
        SwitchedOffRow,
        [standing.get(each, {"item": each[0], "reason": each[1], **new}) for each in off.items()],
    )


def _replace(connection: Connection, table: Any, rows: list[dict[str, object]]) -> None:
    connection.execute(delete(table))
    if rows:
        connection.execute(insert(table), rows)


def read_facts(connection: Connection) -> Facts:
    """The facts as they stand."""
    meta = dict(connection.execute(select(col(MetaRow.key), col(MetaRow.value))).all())
    staff = connection.execute(select(col(StaffRow.category), col(StaffRow.women), col(StaffRow.men)))
    team = connection.execute(select(col(FacilitatorRow.name)).order_by(col(FacilitatorRow.position)))
    dates = connection.execute(select(col(PhaseRow.phase), col(PhaseRow.due))).all()
    off = connection.execute(select(col(SwitchedOffRow.item), col(SwitchedOffRow.reason))).all()
    plain: dict[str, Any] = {name: meta[name] for name in _PLAIN}
    plain |= {name: meta[name] or None for name in ("region", "unit_type")}
    return Facts(
        **plain,
        constituent=cast("Any", meta["constituent"] or None),
        start=date.fromisoformat(meta["start"]),
        invited=int(meta["invited"]),
        policy=cast("Policy", meta.get("policy", "steps")),
        survey_closes=date.fromisoformat(closes) if (closes := meta.get("survey_closes")) else None,
        staff={category: (women, men) for category, women, men in staff},
        facilitators=tuple(team.scalars()),
        dates={cast("Phase", phase): date.fromisoformat(due) for phase, due in dates},
        switched_off={item: cast("Reason", reason) for item, reason in off},
    )


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Stores one single fact as text."""
    connection.execute(
        upsert(MetaRow).values(key=key, value=value).on_conflict_do_update(["key"], set_={"value": value})
    )


def get_meta(connection: Connection, key: str) -> str | None:
    """One single fact, None if it was never stored."""
    return connection.execute(select(col(MetaRow.value)).where(col(MetaRow.key) == key)).scalar()


def changes_between(before: Facts, after: Facts) -> list[tuple[str, str, str]]:
    """What differs, as (what, before, after) in words for the history."""
    old, new = asdict(before), asdict(after)
    return [
        (field.name, _said(old[field.name]), _said(new[field.name]))
        for field in fields(Facts)
        if old[field.name] != new[field.name]
    ]


def _said(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}={_said(part)}" for key, part in sorted(value.items()))
    if isinstance(value, (tuple, list)):
        return "/".join(str(part) for part in value)
    return "" if value is None else str(value)


def log_changes(connection: Connection, changes: Iterable[tuple[str, str, str]], by: str) -> None:
    """Keeps earlier values with when and by whom."""
    rows = [
        {"what": what, "before": before, "after": after, "by": by, "at": now()}
        for what, before, after in changes
    ]
    if rows:
        connection.execute(insert(ChangeRow), rows)


def read_changes(connection: Connection) -> list[dict[str, str]]:
    """The history of the facts, oldest first."""
    columns = [col(getattr(ChangeRow, name)) for name in ("what", "before", "after", "by", "at")]
    rows = connection.execute(select(*columns).order_by(col(ChangeRow.seq))).mappings()
    return [{key: str(value) for key, value in row.items()} for row in rows]
