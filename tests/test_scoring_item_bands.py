"""Where items have bands of their own: the level of an indicator is no band of a share of indicators."""

from __future__ import annotations

from fractions import Fraction

import pytest

from questionnaires.library import load
from questionnaires.routing import Setting
from scoring import assess
from scoring.band_limits import limits_of
from scoring.bands import band_of, in_order, position
from scoring.disclosure import band_label
from scoring.explaining import explain
from tests.counting import Submission, evidence_of
from tests.worked_cases import evidence_in, questionnaire_of

CARD = load("scorecard", "1.0.0").questionnaire
HASH = "0" * 64


@pytest.mark.parametrize(
    ("score", "of_item", "of_share"),
    [(0, "missing", "none_met"), (40, "approaches", "partly_met"), (92, "exceeds", "mostly_met")],
)
def test_a_score_is_in_one_band_as_an_item_and_in_another_as_a_share(
    score: int, of_item: str, of_share: str
) -> None:
    figure = Fraction(score)
    assert band_of(CARD, figure, "item") == of_item
    assert band_of(CARD, figure) == band_of(CARD, figure, "figure") == of_share
    assert in_order(CARD, "item")[position(CARD, figure, "item")].id == of_item
    assert limits_of(CARD, figure, "item").band == of_item
    assert limits_of(CARD, figure).band == of_share


def test_the_limits_are_those_of_the_bands_in_question() -> None:
    item, share = limits_of(CARD, Fraction(92), "item"), limits_of(CARD, Fraction(92))
    assert (item.begins, item.above, item.next_begins, item.to_next) == (90, 2, None, None)
    assert (share.begins, share.next_label, share.next_begins, share.to_next) == (50, "Met", 95, 3)


def test_the_word_of_an_item_is_that_of_its_level() -> None:
    assert band_label(CARD, Fraction(92)) == "Exceeds"
    assert band_label(CARD, Fraction(40)) == "Approaches"


def test_an_explanation_measures_an_item_by_its_levels() -> None:
    levels = dict.fromkeys(CARD.items, "meets")
    evidence = evidence_of(CARD, Setting(0), [Submission("document_review", "facilitator", levels)])
    name = next(iter(CARD.items))
    found = explain(CARD, evidence, assess(CARD, evidence), name, HASH).subject
    assert found.limits == limits_of(CARD, Fraction(200, 3), "item")
    assert found.limits is not None
    assert (found.limits.label, found.limits.next_label) == ("Meets", "Exceeds")


@pytest.mark.parametrize(("documents", "found"), [("yes", ["A-1"]), ("partly", [])])
def test_documents_and_people_are_set_against_each_other_by_the_bands_of_items(
    documents: str, found: list[str]
) -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "yn3 documents, pair A-2", "A-2": "agree5 survey"},
        "documents": {"A-1": documents},
        "forms": [{"10 women": {"A-2": "disagree"}}],
    }
    plain = questionnaire_of(told)
    assert CARD.share is not None
    low = [band.model_copy(update={"minimum": 5 * place}) for place, band in enumerate(CARD.share.bands)]
    shared = plain.model_copy(update={"share": CARD.share.model_copy(update={"bands": tuple(low)})})
    evidence = evidence_in(plain, told)
    # By the bands of the share, all below 20, one apart would be two, and two would be none.
    assert [one.objective for one in assess(shared, evidence).contradictions] == found
    assert assess(shared, evidence).contradictions == assess(plain, evidence).contradictions
    bands = [[item.band for item in assess(one, evidence).areas[0].items] for one in (shared, plain)]
    assert bands[0] == bands[1], "an item has the band of an item whether documents or people rate it"


@pytest.mark.parametrize("minima", [None, (0, 5, 10, 15), (0, 60, 80, 95)])
def test_a_sensitive_item_raises_its_recommendation_by_the_bands_of_items(
    minima: tuple[int, ...] | None,
) -> None:
    told = {
        "staff": "40",
        "items": {"B-1": "agree5 survey, sensitive", "B-2 to B-4": "agree5 survey"},
        "forms": [{"20 women": {"B-1": "disagree", "B-2 to B-4": "neither"}}],
    }
    questionnaire = plain = questionnaire_of(told)
    if minima is not None:
        assert CARD.share is not None
        bands = zip(CARD.share.bands, minima, strict=True)
        moved = tuple(band.model_copy(update={"minimum": Fraction(least)}) for band, least in bands)
        share = CARD.share.model_copy(update={"bands": moved})
        questionnaire = plain.model_copy(update={"share": share})
    proposals = assess(questionnaire, evidence_in(plain, told)).proposals
    assert "REC-B-1" in [one.recommendation for one in proposals]
