"""The benchmark file of the bureau, read strictly (docs/benchmark-json.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import cast, get_args

from audit_engine.judging.checks import MOST_REPORTED, Checks, said
from audit_engine.judging.strict_json import Twice, read_json
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire, Region, UnitType
from questionnaires.errors import Problem, UserError
from scoring.benchmark import FEWEST_UNITS, Benchmark, Distribution, Group

SCHEMA = "audit-engine-benchmark"
SCHEMA_VERSION = 1
MOST_SHOWN = 10
"""Mistakes on the screen; a file with more was made wrongly as a whole."""
ASK = marked("Ask the bureau for the file again; docs/benchmark-json.md says what it holds.")
HEAD = ("schema", "schema_version", "made", "questionnaire", "method", "groups")
GROUP = ("region", "unit_type", "units", "overall", "areas")
DISTRIBUTION = ("units", "lower_quartile", "median", "upper_quartile")


def read_benchmark(path: Path, questionnaire: Questionnaire) -> Benchmark:
    """The benchmark in a file, for audits by this questionnaire.

    Raises UserError that names the first ten mistakes with their places and says how many more there are;
    and if the file is for audits by another questionnaire or method, which cannot be compared.
    """
    found = read_json(path, tr(ASK))
    if not isinstance(found, Twice) or found.get("schema") != SCHEMA:
        message = tr(
            "{file} is no benchmark file: it does not say `schema: {schema}`.", file=path.name, schema=SCHEMA
        )
        raise UserError(message, tr("Name the file that the bureau sent."))
    _refuse_other(path, found, questionnaire)
    checks = Checks()
    checks.fields(tr("the file"), found, HEAD)
    made = _day(checks, found)
    groups = tuple(_groups(checks, found, questionnaire))
    if checks.problems:
        raise _refusal(path, checks.problems)
    return Benchmark(made, questionnaire.id, questionnaire.method, groups)


def _refuse_other(path: Path, found: Twice, questionnaire: Questionnaire) -> None:
    """What makes the rest of the file pointless to read. A key that is missing is told with the others."""
    wanted = {
        "schema_version": said(Fraction(SCHEMA_VERSION)),
        "questionnaire": said(questionnaire.id),
        "method": said(questionnaire.method),
    }
    remedies = {
        "schema_version": tr(
            "This program reads version {version}; use the program that fits the file.",
            version=SCHEMA_VERSION,
        ),
        "questionnaire": tr(
            "This audit is by `{questionnaire}`: ask the bureau for its benchmark.",
            questionnaire=questionnaire.id,
        ),
        "method": tr(
            "This audit is rated by method {method}: ask the bureau for its benchmark.",
            method=questionnaire.method,
        ),
    }
    problems = [
        Problem(name, tr("is {value}.", value=said(found[name])), remedies[name])
        for name, value in wanted.items()
        if name in found and said(found[name]) != value
    ]
    if problems:
        raise _refusal(path, problems)


def _refusal(path: Path, problems: list[Problem]) -> UserError:
    number, more = len(problems), len(problems) - MOST_SHOWN
    if number == MOST_REPORTED:
        message = tr_many(
            "{file} cannot be used as a benchmark: at least {number} mistake.",
            "{file} cannot be used as a benchmark: at least {number} mistakes.",
            number,
            file=path.name,
        )
        left = tr("... and at least {number} more.", number=more)
    else:
        message = tr_many(
            "{file} cannot be used as a benchmark: {number} mistake.",
            "{file} cannot be used as a benchmark: {number} mistakes.",
            number,
            file=path.name,
        )
        left = tr("... and {number} more.", number=more)
    remedy = " ".join((left, tr(ASK))) if more > 0 else tr(ASK)
    return UserError(message, remedy, problems=tuple(problems[:MOST_SHOWN]))


def _day(checks: Checks, found: Twice) -> str:
    value = found.get("made")
    if "made" in found and not _is_day(value):
        message = tr("is {value}, not a day.", value=said(value))
        checks.note("made", message, tr("Write year-month-day, for example 2026-03-02."))
    return str(value)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _groups(checks: Checks, found: Twice, questionnaire: Questionnaire) -> Iterator[Group]:
    seen: dict[tuple[str, str], int] = {}
    for number, value in enumerate(checks.members("", found, "groups"), 1):
        where = tr("group {number}", number=number)
        fields = checks.fields(where, value, GROUP)
        region = _word_or_all(checks, where, fields, "region", get_args(Region))
        unit_type = _word_or_all(checks, where, fields, "unit_type", get_args(UnitType))
        first = seen.setdefault((said(fields.get("region")), said(fields.get("unit_type"))), number)
        if first != number and {"region", "unit_type"} <= set(fields):
            checks.note(
                where, tr("is for the same units as group {first}.", first=first), tr("Keep one of them.")
            )
        units = checks.whole(where, fields, "units", FEWEST_UNITS, _too_few()) or 0
        yield Group(
            region=cast("Region | None", region),
            unit_type=cast("UnitType | None", unit_type),
            units=units,
            overall=_overall(checks, where, fields, units),
            areas=dict(_areas(checks, where, fields, units, questionnaire)),
        )


def _word_or_all(
    checks: Checks, where: str, fields: Twice, name: str, allowed: tuple[str, ...]
) -> str | None:
    """A region or type; null stands for all of them."""
    return None if fields.get(name) is None else checks.word(where, fields, name, allowed)


def _overall(checks: Checks, where: str, fields: Twice, units: int) -> Distribution | None:
    if fields.get("overall") is None:
        return None
    return _distribution(checks, f"{where}, overall", fields["overall"], units)


def _areas(
    checks: Checks, where: str, fields: Twice, units: int, questionnaire: Questionnaire
) -> Iterator[tuple[str, Distribution]]:
    known = {area.id for area in questionnaire.areas}
    areas = checks.entries(f"{where}, areas", fields["areas"]) if "areas" in fields else Twice()
    for name, value in areas.items():
        if name not in known:
            remedy = tr("The areas are {names}.", names=", ".join(sorted(known)))
            message = tr("has {name}, which is no area of this audit.", name=said(name))
            checks.note(f"{where}, areas", message, remedy)
            continue
        if distribution := _distribution(
            checks, tr("{place}, area {area}", place=where, area=name), value, units
        ):
            yield name, distribution


def _distribution(checks: Checks, where: str, value: object, of_units: int) -> Distribution | None:
    fields = checks.fields(where, value, DISTRIBUTION)
    units = checks.whole(where, fields, "units", FEWEST_UNITS, _too_few())
    lower, median, upper = (checks.points(where, fields, name) for name in DISTRIBUTION[1:])
    if units is None or lower is None or median is None or upper is None:
        return None
    if of_units and units > of_units:
        message = tr_many(
            "has {number} units of a group of {group}.",
            "has {number} units of a group of {group}.",
            units,
            group=of_units,
        )
        checks.note(where, message, tr("Correct one of the two."))
    if not lower <= median <= upper:
        checks.note(
            where, tr("has quartiles out of order."), tr("Write the lower, the median, the upper one.")
        )
    return Distribution(units, lower, median, upper)


def _too_few() -> str:
    return tr("Write how many units; what fewer than {number} are in is left out.", number=FEWEST_UNITS)
