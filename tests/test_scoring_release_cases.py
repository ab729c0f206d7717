"""The worked cases of tests/cases with later reports: what each of them may tell (docs/method.md, rule 8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from questionnaires.definition import Questionnaire
from scoring import assess
from scoring.release import Publishable, Release, publishable
from tests.worked_cases import Case, cases, evidence_in, plain, questionnaire_of, told_of, wanted_of

CASES = [case for case in cases() if "later" in case.told]
OF_THE_REPORT = ("held_back", "from_report")


def test_there_are_worked_cases_of_later_reports() -> None:
    assert len(CASES) >= 12


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    questionnaire = questionnaire_of(case.told)
    wanted = (later["expect"] for later in case.told["later"])
    for number, (found, expected) in enumerate(zip(reports(questionnaire, case), wanted, strict=True), 2):
        for name, facts in expected.items():
            assert told(questionnaire, found, name, facts) == wanted_of(facts), (number, name)


def reports(questionnaire: Questionnaire, case: Case) -> Iterator[Publishable]:
    """What each later report tells; the first one is published as the case stands."""
    stands = dict(case.told)
    last = publishable(questionnaire, None, evidence_in(questionnaire, stands))
    for number, later in enumerate(case.told["later"], 2):
        stands |= {name: what for name, what in later.items() if name not in ("more", "expect")}
        stands["forms"] = [*stands.get("forms", []), *later.get("more", [])]
        before = Release(number - 1, "2026-05-04", last.evidence, last.since, last.held)
        last = publishable(questionnaire, before, evidence_in(questionnaire, stands))
        yield last


def told(
    questionnaire: Questionnaire, found: Publishable, name: str, wanted: Mapping[str, str] | str
) -> dict[str, Any]:
    """What a report tells of an area or an item, by what is wanted of it."""
    assessment = assess(questionnaire, found.evidence)
    subject = assessment.area(name) or assessment.item(name)
    assert subject is not None, name
    keys = dict(wanted) if isinstance(wanted, Mapping) else {"score": wanted}
    of_report = {"held_back": plain(name in found.held), "from_report": plain(found.since.get(name))}
    figures = {key: value for key, value in keys.items() if key not in OF_THE_REPORT}
    return told_of(subject, figures) | {key: of_report[key] for key in OF_THE_REPORT if key in keys}
