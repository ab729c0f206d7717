"""The worked cases of tests/cases about what only the facilitation team sees (their part `team`)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from questionnaires.definition import Questionnaire
from scoring import assess
from scoring.assessment import AreaRating, Assessment, Why
from scoring.certainty import certainty
from scoring.certainty_words import interval_end
from scoring.evidence import Evidence
from scoring.participation import participation
from scoring.reliability import reliability
from scoring.rounding import two_decimals
from tests.worked_cases import Case, cases, evidence_in, no_answer_printed, questionnaire_of

CASES = [case for case in cases() if "team" in case.told["expect"]]


def test_there_are_cases_of_what_the_team_sees() -> None:
    assert len(CASES) >= 20


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    questionnaire = questionnaire_of(case.told)
    evidence = evidence_in(questionnaire, case.told)
    assessment = assess(questionnaire, evidence)
    for name, wanted in case.told["expect"]["team"].items():
        assert told(questionnaire, evidence, assessment, name, wanted) == in_one_form(wanted), name


def told(
    questionnaire: Questionnaire, evidence: Evidence, assessment: Assessment, name: str, wanted: Any
) -> Any:
    if name == "who_spoke":
        found = participation(questionnaire, evidence)
        return list(found.warnings) if found else []
    if name == "no_answer":
        return {item: gave_instead(assessment, item) for item in wanted}
    if name == "published_no_answer":
        ratings = {item: assessment.item(item) for item in wanted}
        return {i: no_answer_printed(questionnaire, assessment, one) for i, one in ratings.items() if one}
    area = assessment.area(name)
    assert area is not None
    return {key: value for key, value in of_area(evidence, area).items() if key in wanted}


def of_area(evidence: Evidence, area: AreaRating) -> dict[str, Any]:
    sure, scale = certainty(evidence, area), reliability(evidence, area.id)
    found: dict[str, Any] = {}
    if isinstance(sure, Why):
        found |= {"not_sure": sure.code}
    else:
        ends = f"{interval_end(sure.low)} and {interval_end(sure.high)}"
        found |= {"gap": sure.gap, "between": ends, "verdict": sure.verdict}
    if isinstance(scale, Why):
        return found | {"no_alpha": scale.code}
    ends = f"{two_decimals(scale.low)} and {two_decimals(scale.high)}"
    return found | {"alpha": scale.alpha, "alpha_between": ends}


def gave_instead(assessment: Assessment, item: str) -> str:
    rating = assessment.item(item)
    found = rating.no_answer if rating else None
    if found is None:
        return "nothing"
    return (
        f"{found.given} answered, {found.dk} don't know, {found.na} not in their work, "
        f"{found.pnts} prefer not to say, {found.unanswered} left it out"
    )


def in_one_form(wanted: Any) -> Any:
    if not isinstance(wanted, dict):
        return wanted
    return {key: Fraction(value) if key in ("gap", "alpha") else value for key, value in wanted.items()}
