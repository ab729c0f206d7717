"""The worked cases of tests/cases about who was heard, as a report prints it (docs/method.md, rule 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from exports.composing.people import heard
from exports.material import Material
from exports.report import HeardRow
from scoring.evidence import Heard
from tests.worked_cases import Case, by_sex, cases, evidence_in, questionnaire_of

CASES = [case for case in cases() if "heard" in case.told["expect"]]


def test_there_are_worked_cases_of_who_was_heard() -> None:
    assert len(CASES) >= 3


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    assert list(lines(material(case))) == case.told["expect"]["heard"]


def material(case: Case) -> Material:
    questionnaire = questionnaire_of(case.told)
    people = (*evidence_in(questionnaire, case.told).heard, *room(case))
    return Material(
        questionnaire=questionnaire,
        sha256="",
        assessment=case.assess(),
        unit="Unit",
        unit_type=None,
        start=date(2026, 3, 2),
        heard=people,
    )


def room(case: Case) -> Iterator[Heard]:
    """Those in the workshop, as they were recorded."""
    if "in_the_workshop" in case.told:
        ((women, men),) = by_sex(case.told["in_the_workshop"]).values()
        yield Heard("workshop", "group", "woman", women)
        yield Heard("workshop", "group", "man", men)


def lines(found: Material) -> Iterator[str]:
    told = heard(found)
    yield from (f"{fact.label}: {fact.text}" for fact in told.survey)
    yield from (f"{row.what}: {numbers(row)}" for row in told.rows)


def numbers(row: HeardRow) -> str:
    if row.total is row.women is row.men is None:
        return "-"
    if row.total is None:
        return f"{row.women} women, {row.men} men"
    assert (row.women, row.men) == (None, None)
    return str(row.total)
