"""Where other units stand, for programs (docs/score-json.md)."""

from __future__ import annotations

from typing import Any

from audit_engine.audit import Facts
from scoring.assessment import Assessment
from scoring.benchmark import Benchmark, Group, Standing, comparable, finest, standings
from scoring.rounding import six_decimals


def benchmark_json(
    benchmark: Benchmark, assessment: Assessment, unit: Facts, area: str = ""
) -> dict[str, Any]:
    """The unit beside the finest group of others that it belongs to; `area`: that one only."""
    group = finest(benchmark, unit.region, unit.unit_type)
    found = standings(assessment, group) if group else ()
    return {
        "kind": "benchmark",
        "made": benchmark.made,
        "group": _group(group) if group else None,
        "comparable": comparable(found) if group else None,
        "standings": [_standing(each) for each in found if not area or each.id == area],
    }


def _group(group: Group) -> dict[str, Any]:
    return {"region": group.region, "unit_type": group.unit_type, "units": group.units}


def _standing(each: Standing) -> dict[str, Any]:
    others = each.others
    return {
        "id": each.id,
        "units": others.units if others else None,
        "lower_quartile": six_decimals(others.lower) if others else None,
        "median": six_decimals(others.median) if others else None,
        "upper_quartile": six_decimals(others.upper) if others else None,
        "place": each.place,
        "reason": each.why,
    }
