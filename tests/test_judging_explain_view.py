"""The screens of explain: what a tired facilitator reads."""

from __future__ import annotations

from typing import Any

import pytest

from audit_engine.judging.explain_view import show_explanation
from scoring.explaining import explain, known_ids
from tests.worked_cases import Case, cases, evidence_in, questionnaire_of


def screen(told: dict[str, Any], name: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on the screen, its line breaks as blanks."""
    questionnaire = questionnaire_of(told)
    evidence, assessment = evidence_in(questionnaire, told), Case("", told).assess()
    show_explanation(questionnaire, explain(questionnaire, evidence, assessment, name, "ab" * 32), "Unit")
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("case", cases(), ids=[case.name for case in cases()])
def test_every_worked_case_can_be_explained(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    questionnaire = questionnaire_of(case.told)
    evidence, assessment = evidence_in(questionnaire, case.told), case.assess()
    for name in known_ids(questionnaire)[:30]:
        show_explanation(questionnaire, explain(questionnaire, evidence, assessment, name, ""), "Unit")
        said = capsys.readouterr().out
        assert "Working view of the facilitation team: not for the unit." in " ".join(said.split())
        assert "None," not in said
        assert "None " not in said.replace("None: no earlier audit", "")


PAPERS = {"staff": "40", "items": {"A-1 to A-5": "extent5 documents"}}


def test_a_band_at_the_end_has_one_way_only(capsys: pytest.CaptureFixture[str]) -> None:
    lowest = screen({**PAPERS, "documents": {"A-1 to A-5": "not_at_all"}}, "A", capsys)
    assert "25.0 points short of Emerging (25): no single item would do; the fewest together are 2:" in lowest
    assert "A-1 from 0.0 to 100.0: not at all -> fully A-2 from 0.0 to 25.0: not at all -> a little" in lowest
    assert "It is in the lowest band." in lowest
    highest = screen({**PAPERS, "documents": {"A-1 to A-5": "largely"}}, "A", capsys)
    assert "75.0: Leading from 75, the highest band; 0.0 above its limit (rule 4)." in highest
    assert (
        "It is in the highest band. 0.0 points above the lower limit (75); it would be lost with:" in highest
    )
    assert (
        "It is the same without any one of its items. Documents and people cannot be weighed equally"
        in highest
    )


def test_a_little_is_never_rounded_to_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        "staff": "40",
        "items": {"A-1 to A-4": "ratio documents"},
        "documents": {"A-1 to A-4": "7499/10000"},
    }
    said = screen(told, "A", capsys)
    assert "75.0 (exactly 7499/100): Established from 50 to under 75; 25.0 above, under 0.1 short" in said
    assert (
        "under 0.1 points short of Leading (75): A-1 from 75.0 to 75.0: 7499 of 10000 -> 7503 of 10000"
        in said
    )


def test_women_and_men_of_a_count_and_of_a_rate_stay_in_their_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = {
        "staff": "40",
        "items": {
            "A-1": "sexcount documents, weight 8",
            "A-2": "sexrate documents, weight 8",
            "A-3 to A-4": "yn3 documents",
        },
        "documents": {"A-1": "14 6", "A-2": "women=2/10 men=8/10", "A-3 to A-4": "nf"},
    }
    said = screen(told, "A", capsys)
    assert "women 14, men 6 -> women 11, men 9" in said
    assert "women 2 of 10, men 8 of 10 -> women 5 of 10, men 8 of 10" in said


def test_people_are_told_by_the_mean_they_would_need(capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        "staff": "20",
        "items": {
            "A-1 to A-3": "yn3 documents, weight 1/9",
            "A-4": "agree5 survey, weight 4",
            "A-5": "extent5 head",
        },
        "documents": {"A-1 to A-3": "no"},
        "forms": [{"8 women": {"A-4": "neither"}}, {"6 men": {"A-4": "agree"}}],
        "interviews": [{"1 director": {"A-5": "partly"}}],
    }
    said = screen(told, "A", capsys)
    assert "A-4 (mean of the answers) from 60.7 to 87.5 would do" in said
    assert "A-4 (mean of the answers) from 60.7 to below 54.1" in said
    assert "In neither of the two: A-5 (head on record, partners)." in said
    assert "With documents and people weighed equally it would be Emerging (30.4)." in said
    assert "14 people answered in confidence; a group is shown from 5 people up" in said
    assert "Women: 50.0, 8 people, shown, with nobody in no shown group." in said
    assert "Gap, women minus men: -25.0; it calls for attention." in said


def test_an_item_whose_own_figure_is_kept_back_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        "staff": "20",
        "items": {
            "A-1": "agree5 survey, sensitive",
            "A-2": "agree5 survey, person",
            "A-3 to A-4": "yn3 documents",
        },
        "documents": {"A-3 to A-4": "yes"},
        "forms": [{"9 women": {"A-1": "agree", "A-2": "agree"}}, {"3 men": {"A-1": "agree"}}],
    }
    assert "A report prints its band only (rule 8)." in screen(told, "A-1", capsys)
    assert "A report does not show its own figure: it points at one superior" in screen(told, "A-2", capsys)
    assert "A report prints it in steps of 5: it counts an item whose own figure" in screen(told, "A", capsys)


def test_a_reversed_item_says_that_it_is_turned_round(capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey, reversed"},
        "forms": [{"12 women": {"A-1": "agree"}}],
    }
    said = screen(told, "A-1", capsys)
    assert "It names a problem, so it is turned round" in said
    assert "Agree 12 25.0" in said
    assert "A is not rated." in said


def test_the_baseline_and_its_change_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        **PAPERS,
        "documents": {"A-1 to A-5": "largely"},
        "earlier": {"staff": "40", "documents": {"A-1 to A-4": "partly"}},
    }
    said = screen(told, "A", capsys)
    assert (
        "Baseline (rule 6) 50.0, the previous audit; change +25.0: improved. Compared over 4 of 5 items."
        in said
    )
    new = {**told, "earlier": {"staff": "40", "documents": {"A-1": "partly"}}}
    assert "-, the previous audit; no change can be told: new." in screen(new, "A", capsys)
    declared = {
        "staff": "40",
        "items": {"A-1": "sexcount staff_data, baseline 61 percent_women unit"},
        "staff_data": {"A-1": "5 5"},
    }
    assert "72.5, declared in the questionnaire, for one unit; change +27.5" in screen(
        declared, "A-1", capsys
    )


def test_what_can_never_be_enough_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    few = {"staff": "20", "items": {"A-1 to A-4": "ratio documents"}, "documents": {"A-1 to A-4": "1/1"}}
    said = screen(few, "A", capsys)
    assert "Not rated, because the counted items rest on too few cases (evidence 1.3 of 3 needed)." in said
    assert "Nothing that is missing would be enough" in said


def test_a_rated_overall_tells_its_areas(capsys: pytest.CaptureFixture[str]) -> None:
    items = {f"{name}-1 to {name}-4": "yn3 documents" for name in "ABCDEF"}
    papers = {f"{name}-1 to {name}-4": "yes" for name in "ABCDEF"}
    said = screen({"staff": "20", "items": items, "documents": papers}, "overall", capsys)
    assert "100.0: Leading from 75, the highest band; 25.0 above its limit (rule 4)." in said
    assert "6 of 6 applicable areas are rated (75 %, and at least 6 needed)." in said
    assert "Sum of weight x score 600, divided by the sum of weights 6, is 100.0 (rule 2)." in said
