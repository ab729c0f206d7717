"""Why a front or the whole audit is not rated, in words."""

from __future__ import annotations

from typing import Any

from scoring.summaries import overall
from tests.worked_cases import Case, questionnaire_of

FOUR = {f"{area}-1 to {area}-4": "ratio documents" for area in "ABCD"}


def told(*rated: str) -> dict[str, Any]:
    return {
        "staff": "20",
        "items": FOUR,
        "documents": {f"{area}-1 to {area}-4": "80/100" for area in rated},
    }


def test_too_few_rated_areas_are_counted_beside_what_is_needed() -> None:
    assessment = Case("", told("A", "B")).assess()
    why = assessment.overall.why
    assert why is not None
    assert why.words == "only 2 of 4 areas are rated (75 % and at least 6 needed)"
    staffing = assessment.fronts[0].why
    assert staffing is not None
    assert staffing.words == "only 2 of 4 areas are rated (75 % needed)"


def test_two_areas_at_least_are_told_like_any_other_number() -> None:
    given = told("A")
    questionnaire = questionnaire_of(given)
    rules = questionnaire.rules.model_copy(update={"overall_areas": 2})
    why = overall(questionnaire.model_copy(update={"rules": rules}), Case("", given).assess().areas).why
    assert why is not None
    assert why.words == "only 1 of 4 areas are rated (75 % and at least 2 needed)"


def test_where_no_area_applies_it_is_said() -> None:
    why = Case("", told("A", "B")).assess().fronts[1].why
    assert why is not None
    assert (why.code, why.words) == (
        "not_applicable",
        "not applicable to this unit: none of its areas applies",
    )
