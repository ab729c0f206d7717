"""Audits of the past keep their results for ever, to the last digit (tests/golden/README.md)."""

from __future__ import annotations

import pytest

from questionnaires.library import available, load
from tests.golden_audits import Golden, goldens, results, text_of

GOLDENS = goldens()


@pytest.mark.parametrize("golden", GOLDENS, ids=[f"{g.path.parent.name}/{g.path.stem}" for g in GOLDENS])
def test_an_audit_has_the_results_that_its_version_of_the_method_gave_it(golden: Golden) -> None:
    assert results(golden.assess()) == golden.told["results"]


@pytest.mark.parametrize("golden", GOLDENS, ids=[f"{g.path.parent.name}/{g.path.stem}" for g in GOLDENS])
def test_an_audit_names_the_questionnaire_and_the_method_it_was_rated_by(golden: Golden) -> None:
    name, version = golden.told["questionnaire"].split()
    loaded = load(name, version)
    assert loaded.sha256 == golden.told["sha256"]
    assert golden.told["method"] == golden.method == loaded.questionnaire.method
    assert golden.assess().method == golden.method


def test_every_method_of_a_packaged_questionnaire_has_its_audits() -> None:
    methods = {load(name, version).questionnaire.method for name, version in available()}
    assert {golden.method for golden in GOLDENS} >= methods
    assert sum(golden.method == "1" for golden in GOLDENS) >= 7


@pytest.mark.parametrize("golden", GOLDENS, ids=[f"{g.path.parent.name}/{g.path.stem}" for g in GOLDENS])
def test_a_file_is_laid_out_one_line_an_item_so_that_a_change_can_be_read(golden: Golden) -> None:
    assert golden.path.read_text("utf-8") == text_of(golden.told)
