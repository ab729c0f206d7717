"""The worked cases of tests/cases: what a gender specialist expects of the rules."""

from __future__ import annotations

import pytest

from scoring.assessment import Assessment
from tests.worked_cases import Case, cases, told_of, wanted_of

CASES = cases()


def test_there_are_enough_worked_cases() -> None:
    assert len(CASES) >= 25


def test_every_case_says_which_rule_it_shows() -> None:
    for case in CASES:
        assert {"case", "rule", "staff", "expect"} <= set(case.told), case.name


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    assessment = case.assess()
    expected = case.told["expect"]
    for section in ("items", "areas", "fronts"):
        for name, wanted in expected.get(section, {}).items():
            subject = _subject(assessment, section, name)
            assert told_of(subject, wanted) == wanted_of(wanted), (section, name)
    if "overall" in expected:
        assert told_of(assessment.overall, expected["overall"]) == wanted_of(expected["overall"])
    _compare_lists(assessment, expected)


def _subject(assessment: Assessment, section: str, name: str) -> object:
    if section == "items":
        return assessment.item(name)
    if section == "areas":
        return assessment.area(name)
    return next(front for front in assessment.fronts if front.id == name)


def _compare_lists(assessment: Assessment, expected: dict[str, list[str]]) -> None:
    proposed = [f"{one.recommendation} {one.priority}" for one in assessment.proposals if not one.also]
    also = [one.recommendation for one in assessment.proposals if one.also]
    apart = [f"{one.objective} {one.perception}" for one in assessment.contradictions]
    for key, found in (("proposed", proposed), ("also", also), ("contradictions", apart)):
        if key in expected:
            assert found == expected[key], key
