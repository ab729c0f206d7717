"""Where other units stand, on the screen: a help to read the ratings, never a rating and no league table."""

from __future__ import annotations

from collections.abc import Iterable

from audit_engine.audit import Facts
from audit_engine.facts.options import REGIONS, UNIT_TYPES
from audit_engine.judging.rating_view import NOTHING, figure
from audit_engine.terminal import heading, say, table
from scoring.assessment import Assessment
from scoring.benchmark import Benchmark, Distribution, Group, Standing, comparable, finest, standings
from scoring.summaries import OVERALL


def show_benchmark(benchmark: Benchmark, assessment: Assessment, unit: Facts, area: str = "") -> None:
    """The unit beside the finest group of others that it belongs to; `area`: that one only."""
    heading("Beside other units")
    group = finest(benchmark, unit.region, unit.unit_type)
    if group is None:
        say(f"The benchmark of {benchmark.made} holds no group that this unit belongs to.")
    else:
        found = standings(assessment, group)
        say(f"Benchmark of {benchmark.made}: {group.units} units ({group_words(group)}).")
        say("It says where other units stand. It is no rating and no league table.")
        _rows(each for each in found if not area or each.id == area)
        say("The middle half: from the lower to the upper quarter.")
        if not area:
            say(f"{comparable(found)} can be compared.")
    _what_is_not_known(unit)


def group_words(group: Group) -> str:
    """Which units a group holds."""
    kind = UNIT_TYPES[group.unit_type].lower() if group.unit_type else "all types of unit"
    region = REGIONS[group.region] if group.region else "all regions"
    return f"{kind}; {region}"


def _rows(found: Iterable[Standing]) -> None:
    columns = ("", "This unit", "Median", "Middle half", "Units", "Where this unit stands")
    table(columns, (_row(each) for each in found), right=(1, 2, 3, 4))


def _row(each: Standing) -> tuple[str, ...]:
    name = "Overall" if each.id == OVERALL else f"  {each.id}"
    return (name, figure(each.score), *_others(each.others), each.place or each.why or "")


def _others(others: Distribution | None) -> tuple[str, str, str]:
    if others is None:
        return NOTHING, NOTHING, NOTHING
    return figure(others.median), f"{figure(others.lower)} - {figure(others.upper)}", str(others.units)


def _what_is_not_known(unit: Facts) -> None:
    missing = [name for name, value in (("region", unit.region), ("type", unit.unit_type)) if not value]
    if missing:
        say(f"The unit's {' and '.join(missing)} was not named: audit-engine edit --region, --unit-type.")
