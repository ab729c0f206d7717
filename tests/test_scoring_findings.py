"""Contradictions, strengths and gaps, and the limits of what is proposed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from questionnaires.definition import Questionnaire
from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import Assessment, Contradiction
from scoring.findings import gaps, strengths
from tests.counting import Submission, evidence_of
from tests.worked_cases import PGA, Case, evidence_in, questionnaire_of

LEVELS = ("missing", "approaching", "meeting", "exceeding")
AREAS = {f"{name}-1 to {name}-4": "ev4 documents" for name in "ABCDEFGH"}


def judged(told: dict[str, Any]) -> Assessment:
    return Case("", told).assess()


def test_strengths_are_the_highest_and_gaps_the_lowest_areas() -> None:
    documents = {f"{name}-1 to {name}-4": LEVELS[place % 4] for place, name in enumerate("ABCDEFGH")}
    told = {"staff": "20", "items": AREAS, "documents": documents}
    assessment, questionnaire = judged(told), questionnaire_of(told)
    assert [area.id for area in strengths(questionnaire, assessment)] == ["H", "D", "G"]
    assert [area.id for area in gaps(questionnaire, assessment)] == ["A", "E", "B"]


def test_the_middle_of_three_bands_is_no_strength() -> None:
    told = {
        "staff": "20",
        "items": {f"{name}-1 to {name}-4": "yn3 documents" for name in "ABC"},
        "documents": {"A-1 to A-4": "no", "B-1 to B-4": "partly", "C-1 to C-4": "yes"},
    }
    questionnaire = questionnaire_of(told)
    three = questionnaire.model_copy(update={"bands": (*questionnaire.bands[:1], *questionnaire.bands[2:])})
    assessment = assess(three, evidence_in(three, told))
    assert [area.band for area in assessment.areas] == ["absent", "established", "leading"]
    assert [area.id for area in strengths(three, assessment)] == ["C"]
    assert [area.id for area in gaps(three, assessment)] == ["A", "B"]


def test_an_area_whose_figure_is_at_the_end_is_a_strength_by_its_printed_band() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [{"10 women": {"A-1 to A-4": "strongly_agree"}}],
    }
    assert [area.id for area in strengths(questionnaire_of(told), judged(told))] == ["A"]


def test_an_audit_without_ratings_has_neither() -> None:
    told = {"staff": "20"}
    assert strengths(PGA, judged(told)) == gaps(PGA, judged(told)) == ()


def test_a_pair_is_found_from_either_side_and_told_once() -> None:
    told = {
        "staff": "20",
        "items": {
            "A-1": "yn3 documents, pair A-2",
            "A-2": "agree5 survey, pair A-1",
            "A-3": "agree5 survey, pair A-4",
            "A-4": "yn3 documents",
            "A-5": "yn3 documents, pair A-4",
        },
        "documents": {"A-1": "yes", "A-4": "yes", "A-5": "no"},
        "forms": [{"10 women": {"A-2": "disagree", "A-3": "strongly_disagree"}}],
    }
    found = [(one.objective, one.perception) for one in judged(told).contradictions]
    assert found == [("A-1", "A-2"), ("A-4", "A-3")]


def test_a_pair_needs_both_sides_shown() -> None:
    told = {
        "staff": "20",
        "items": {
            "A-1": "yn3 documents, pair A-2",
            "A-2": "agree5 survey, person",
            "A-3": "yn3 documents, pair A-4",
            "A-4": "agree5 survey",
        },
        "documents": {"A-1": "yes", "A-3": "yes"},
        "forms": [{"9 women": {"A-2": "strongly_disagree"}}, {"1 man": {"A-2": "dk"}}],
    }
    assert judged(told).contradictions == ()


def test_people_are_set_against_documents_by_the_figure_that_is_printed() -> None:
    told = {
        "staff": "500",
        "items": {
            "A-1": "yn3 documents, pair A-2",
            "A-2": "agree5 survey",
            "A-3": "yn3 documents, pair A-4",
            "A-4": "agree5 survey, sensitive",
            "A-5": "yn3 documents, pair A-6",
            "A-6": "agree5 survey, sensitive",
        },
        "documents": {"A-1": "no", "A-3": "no", "A-5": "no"},
        "forms": [
            {"499 women": {"A-2": "neither", "A-4": "neither", "A-6": "agree"}},
            {"1 man": {"A-2": "disagree", "A-4": "disagree", "A-6": "agree"}},
        ],
    }
    nearly = Fraction(4995, 100)  # printed as 50.0, two bands above 0; where only its band is told it is one
    assert judged(told).contradictions == (
        Contradiction("A-1", "A-2", Fraction(0), nearly),
        Contradiction("A-5", "A-6", Fraction(0), Fraction(75)),
    )


def test_fifteen_are_proposed_in_all_and_twelve_in_a_small_unit() -> None:
    missing = Submission("document_review", "facilitator", documents_of(PGA))
    for staff, limit in ((40, 15), (12, 12)):
        assessment = assess(PGA, evidence_of(PGA, Setting(staff), [missing]))
        proposed = [one for one in assessment.proposals if not one.also]
        assert len(proposed) == limit
        assert max(sum(one.area == area.id for one in proposed) for area in PGA.areas) == 2
        assert {"REC-ST3-2", "REC-ST3-3"} <= {one.recommendation for one in proposed}
        assert any(one.also for one in assessment.proposals)
        assert len({one.recommendation for one in assessment.proposals}) == len(assessment.proposals)


def documents_of(questionnaire: Questionnaire) -> dict[str, str]:
    """The lowest answer to every item that documents answer by a level or a yes."""
    lowest = {"ev4": "missing", "yn3": "no"}
    return {
        item.id: lowest[item.scale]
        for item in questionnaire.items.values()
        if item.scale in lowest and "document_review" in item.instruments
    }


def test_nothing_is_raised_by_a_figure_that_is_not_published() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey, person", "A-2 to A-4": "agree5 survey"},
        "forms": [{"9 women": {"A-1 to A-4": "strongly_disagree"}}, {"1 man": {"A-2": "dk"}}],
    }
    raised = [one.recommendation for one in judged(told).proposals]
    assert raised == ["REC-A-2", "REC-A-3", "REC-A-4"]


def test_fields_of_a_proposal_say_what_raised_it() -> None:
    told = {"staff": "20", "items": {"A-1": "ratio documents"}, "documents": {"A-1": "1/10"}}
    (proposal,) = judged(told).proposals
    (raised,) = proposal.raised_by
    assert (raised.id, raised.score, raised.why) == ("A-1", 10, "below 50")
