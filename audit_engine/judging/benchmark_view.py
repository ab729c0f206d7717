"""Where other units stand, on the screen: a help to read the ratings, never a rating and no league table."""

from __future__ import annotations

from collections.abc import Iterable

from audit_engine.audit import Facts
from audit_engine.facts.options import REGIONS, UNIT_TYPES
from audit_engine.judging.rating_view import NOTHING, figure
from audit_engine.judging.words import word
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import tr, tr_many
from scoring.assessment import Assessment
from scoring.benchmark import Benchmark, Distribution, Group, Standing, comparable, finest, standings
from scoring.change import compared as parted
from scoring.summaries import OVERALL


def show_benchmark(benchmark: Benchmark, assessment: Assessment, unit: Facts, area: str = "") -> None:
    """The unit beside the finest group of others that it belongs to; `area`: that one only."""
    heading(tr("Beside other units"))
    group = finest(benchmark, unit.region, unit.unit_type)
    if group is None:
        say(tr("The benchmark of {date} holds no group that this unit belongs to.", date=benchmark.made))
    else:
        found = standings(assessment, group)
        say(
            tr_many(
                "Benchmark of {date}: {number} units ({which}).",
                "Benchmark of {date}: {number} units ({which}).",
                group.units,
                date=benchmark.made,
                which=group_words(group),
            )
        )
        say(tr("It says where other units stand. It is no rating and no league table."))
        _rows(each for each in found if not area or each.id == area)
        say(tr("The middle half: from the lower to the upper quarter."))
        if not area:
            some, of = parted(comparable(found))
            say(tr("{some} of {of} can be compared.", some=some, of=of))
    _what_is_not_known(unit)


def group_words(group: Group) -> str:
    """Which units a group holds."""
    kind = tr(UNIT_TYPES[group.unit_type]).lower() if group.unit_type else tr("all types of unit")
    region = tr(REGIONS[group.region]) if group.region else tr("all regions")
    return f"{kind}; {region}"


def _rows(found: Iterable[Standing]) -> None:
    columns = (
        "",
        tr("This unit"),
        tr("Median"),
        tr("Middle half"),
        tr("Units"),
        tr("Where this unit stands"),
    )
    table(columns, (_row(each) for each in found), right=(1, 2, 3, 4))


def _row(each: Standing) -> tuple[str, ...]:
    name = tr("Overall") if each.id == OVERALL else f"  {each.id}"
    return (name, figure(each.score), *_others(each.others), word(each.place or each.why))


def _others(others: Distribution | None) -> tuple[str, str, str]:
    if others is None:
        return NOTHING, NOTHING, NOTHING
    return figure(others.median), f"{figure(others.lower)} - {figure(others.upper)}", str(others.units)


def _what_is_not_known(unit: Facts) -> None:
    if not unit.region and not unit.unit_type:
        say(tr("The unit's region and type was not named: audit-engine edit --region, --unit-type."))
    elif not unit.region:
        say(tr("The unit's region was not named: audit-engine edit --region, --unit-type."))
    elif not unit.unit_type:
        say(tr("The unit's type was not named: audit-engine edit --region, --unit-type."))
