"""The screens of explain: what a tired facilitator reads."""

from __future__ import annotations

from typing import Any

import pytest

from audit_engine.judging.explain_view import show_explanation
from scoring.explaining import explain, known_ids
from tests.worked_cases import Case, cases, earlier_of, evidence_in, questionnaire_of


def screen(told: dict[str, Any], name: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on the screen, its line breaks as blanks."""
    questionnaire = questionnaire_of(told)
    evidence, assessment = evidence_in(questionnaire, told), Case("", told).assess()
    earlier = earlier_of(questionnaire, told)
    found = explain(questionnaire, evidence, assessment, name, "ab" * 32, earlier=earlier)
    show_explanation(questionnaire, found, "Unit")
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
    assert "Gap, women minus men: -25.0; as printed -25, it calls for attention." in said
    assert "Flagged from 25 points: the smaller group has 6 people (rule 5)." in said
    assert "95 % interval: Women 25.0 points lower than men; each group answered alike or in full" in said


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
        "Baseline (rule 6) 50.0, the previous audit; change +25.0: improved. Compared over 4 of 5 items. "
        "Dead zone 20 points: a smaller change counts as unchanged, with 0 respondents now and 0 then (the "
        "smaller number decides)." in said
    )
    assert "Documents alone" not in said  # they are all there is
    assert "A fact has no dead zone: every change is told." in screen(told, "A-1", capsys)
    assert "Dead zone" not in screen(told, "A-5", capsys)
    new = {**told, "earlier": {"staff": "40", "documents": {"A-1": "partly"}}}
    assert "-, the previous audit; no change can be told: new." in screen(new, "A", capsys)
    declared = {
        "staff": "40",
        "items": {"A-1": "sexcount staff_data, baseline 61 percent_women unit"},
        "staff_data": {"A-1": "5 5"},
    }
    said = screen(declared, "A-1", capsys)
    assert "72.5, declared in the questionnaire, for one unit; change +27.5" in said
    zone = "Dead zone 5 points: a smaller change counts as unchanged, as against every declared figure."
    assert zone in said


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


MIXED_FRONT: dict[str, Any] = {
    "staff": "20",
    "items": {f"{name}-1 to {name}-4": "yn3 documents" for name in "ABCDEF"},
    "documents": {
        "A-1 to A-4": "partly",
        "B-1 to B-4": "partly",
        "C-1 to C-4": "partly",
        "D-1": "yes",
        "D-2 to D-4": "no",
        "E-1 to E-4": "partly",
        "F-1 to F-3": "partly",
    },
}


def test_a_front_tells_which_area_would_change_it_and_by_which_items(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = screen(MIXED_FRONT, "staffing", capsys)
    assert (
        "What would change the band Areas that could lift it most, each alone and at its best: D by 15.0, "
        "A by 10.0, B by 10.0. Areas that could pull it down most, each alone and at its worst: A by 10.0, "
        "B by 10.0, C by 10.0. 5.0 points short of Established (50): "
        "D from 25.0 to 50.0 would do, by 1 of its items: D-2 from 0.0 to 100.0: no -> yes "
        "A from 50.0 to 75.0 would do, by 2 of its items: A-1, A-2 "
        "B from 50.0 to 75.0 would do, by 2 of its items: B-1, B-2 "
        "F, not rated today, would do if it came to 75.0 "
        "20.0 points above the lower limit (25); no single area would lose it." in said
    )
    assert "What the areas that are not rated lack (rule 3) F: 1 more item counted What would" in said


def test_what_a_front_and_the_overall_lack_is_told_area_by_area(capsys: pytest.CaptureFixture[str]) -> None:
    few = {**MIXED_FRONT, "items": MIXED_FRONT["items"] | {"E-1 to E-4": "ratio documents"}}
    papers = {"A-1 to A-4": "yes", "B-1 to B-2": "yes", "E-1 to E-4": "1/1"}
    said = screen({**few, "documents": papers}, "overall", capsys)
    assert "What is missing: 5 more areas rated, of B, C, D, E, F." in said
    assert (
        "What the areas that are not rated lack (rule 3) B: 2 more items counted C: 4 more items counted "
        "D: 4 more items counted F: 4 more items counted "
        "E: not even all of its items that are lost would be enough Baseline" in said
    )
    assert "What would change the band" not in said


def test_a_front_at_the_ends_of_the_scale_has_one_way_only(capsys: pytest.CaptureFixture[str]) -> None:
    items = {f"{name}-1 to {name}-4": "yn3 documents" for name in "ABCDEF"}
    best = {"staff": "20", "items": items, "documents": {f"{name}-1 to {name}-4": "yes" for name in "ABCDEF"}}
    said = screen(best, "overall", capsys)
    assert "Areas that could lift it most" not in said
    assert "It is in the highest band. 25.0 points above the lower limit (75); no single area would" in said
    worst = {**best, "documents": {f"{name}-1 to {name}-4": "no" for name in "ABCDEF"}}
    said = screen(worst, "overall", capsys)
    assert "Areas that could pull it down most" not in said
    assert (
        "25.0 points short of Emerging (25): no single area would do; the fewest together are 2: "
        "A from 0.0 to 100.0, by 4 of its items: A-1, A-2, A-3, A-4 "
        "B from 0.0 to 50.0, by 2 of its items: B-1, B-2 It is in the lowest band." in said
    )
    middle = {**best, "documents": {f"{name}-1 to {name}-4": "partly" for name in "ABCDEF"}}
    assert (
        "0.0 points above the lower limit (50); it would be lost with: "
        "A from 50.0 to below 50.0, by 1 of its items: A-1 from 50.0 to 0.0: partly -> no"
        in screen(middle, "overall", capsys)
    )


def test_the_hashes_stand_whole_each_on_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    questionnaire = questionnaire_of(PAPERS)
    evidence, assessment = evidence_in(questionnaire, PAPERS), Case("", PAPERS).assess()
    found = explain(questionnaire, evidence, assessment, "A", "ab" * 32)
    show_explanation(questionnaire, found, "Unit")
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    made = found.made_from
    for what, sha256 in (
        ("questionnaire", "ab" * 32),
        ("answers", made.answers_sha256),
        ("method", made.method_sha256),
    ):
        assert lines[lines.index(f"SHA-256 of the {what}:") + 1] == sha256


def test_the_interval_of_a_gap_is_told_and_in_a_small_unit_nothing_of_groups(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = {
        "staff": "40",
        "working_here": "20 women, 20 men",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [
            {"8 women": {"A-1 to A-4": "disagree"}},
            {"4 women": {"A-1 to A-4": "agree"}},
            {"12 men": {"A-1 to A-4": "agree"}},
        ],
    }
    said = screen(told, "A", capsys)
    assert (
        "Gap, women minus men: -33.3; as printed -35, it calls for attention. "
        "Flagged from 20 points: the smaller group has 12 people (rule 5). "
        "95 % interval: Women 33.3 points lower than men; with 12 women and 12 men the gap lies" in said
    )
    small = screen({**told, "staff": "15", "working_here": "8 women, 7 men"}, "A", capsys)
    assert "interval" not in small
    assert "Flagged from" not in small
    assert "Women:" not in small
