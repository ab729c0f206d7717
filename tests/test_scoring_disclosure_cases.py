"""The worked cases of tests/cases about what a published file prints in place of a figure (rule 8)."""

from __future__ import annotations

import pytest

from scoring.assessment import Assessment
from scoring.disclosure import published_item, published_score
from tests.worked_cases import Case, cases, questionnaire_of

CASES = [case for case in cases() if "printed" in case.told["expect"]]
REASONS = {"not enough evidence", "documents not given", "not applicable", "not shown"}


def test_the_worked_cases_know_all_four_reasons() -> None:
    assert {words for case in CASES for words in case.told["expect"]["printed"].values()} >= REASONS


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    wanted, assessment = case.told["expect"]["printed"], case.assess()
    assert {name: printed(case, assessment, name) for name in wanted} == wanted


def printed(case: Case, assessment: Assessment, name: str) -> str:
    area, item = assessment.area(name), assessment.item(name)
    if area is not None:
        return published_score(area).text
    assert item is not None, name
    return published_item(questionnaire_of(case.told), item).text
