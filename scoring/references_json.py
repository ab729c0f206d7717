"""Baselines, aims and references of an assessment for programs (docs/score-json.md)."""

from __future__ import annotations

from typing import Any

from questionnaires.definition import Item
from scoring.aims import WHY, ParityDistance, TargetRating
from scoring.assessment import Comparison, SubChange
from scoring.rounding import number


def comparison_json(baseline: Comparison | None) -> dict[str, Any] | None:
    """A baseline of the unit and what changed against it; null if there is none."""
    if baseline is None:
        return None
    return {
        "kind": baseline.kind,
        "level": "unit",
        "score": number(baseline.score),
        "change": number(baseline.change),
        "status": baseline.status,
        "comparable": baseline.comparable,
        "note": baseline.note,
    }


def sub_changes_json(baseline: Comparison | None) -> dict[str, Any]:
    """The change of documents and of people, each null if nothing of its kind was compared."""
    objective = baseline.objective if baseline else None
    perception = baseline.perception if baseline else None
    return {
        "objective_change": _sub_change(objective),
        "perception_change": _sub_change(perception),
    }


def _sub_change(found: SubChange | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "change": number(found.change),
        "status": found.status,
        "comparable": found.comparable,
        "dead_zone": number(found.zone),
    }


def target_json(target: TargetRating | None) -> dict[str, Any] | None:
    """An item against its aim, in the unit of the aim; null if it has none."""
    if target is None:
        return None
    return {
        "kind": "target",
        "level": target.level,
        "direction": target.direction,
        "unit": target.unit,
        "by": target.by,
        "aim": number(target.aim),
        "value": number(target.value),
        "start": number(target.start),
        "start_kind": target.start_kind,
        "attainment": number(target.attainment),
        "reason": WHY[target.why] if target.why else None,
        "reason_code": target.why,
    }


def parity_json(distance: ParityDistance | None) -> dict[str, Any] | None:
    """Percentage points from parity, and which sex is fewer; null for other items and too few people."""
    if distance is None:
        return None
    return {"distance": number(distance.points), "fewer": distance.fewer}


def organisation_json(item: Item) -> dict[str, Any] | None:
    """The figure declared for the whole organisation: a reference, never the unit's baseline."""
    declared = item.baseline
    if declared is None or declared.level != "organisation":
        return None
    return {
        "kind": "declared",
        "level": declared.level,
        "direction": declared.direction,
        "unit": declared.unit,
        "period": declared.period,
        "value": number(declared.value),
    }
