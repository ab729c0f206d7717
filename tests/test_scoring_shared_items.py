"""Audits by two questionnaires that share items, one after the other."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from questionnaires.definition import Questionnaire
from questionnaires.library import load
from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import Assessment
from scoring.baselines import OTHER_QUESTIONNAIRE, means_the_same
from scoring.earlier import earlier_from, earlier_from_json, earlier_to_json
from scoring.evidence import Earlier
from tests.counting import Submission, evidence_of

PGA = load("pga", "1.0.0").questionnaire
SHORT = load("pga-short", "1.0.0").questionnaire
SETTING = Setting(40)


def told(questionnaire: Questionnaire, level: str, earlier: Earlier | None = None) -> Assessment:
    """An audit in which documents alone were looked at, all with one level and one answer."""
    answers = {"ev4": level, "yn3": "partly", "ratio": "1/2"}
    found = {
        item.id: answers[item.scale]
        for item in questionnaire.items.values()
        if "document_review" in item.instruments and item.scale in answers
    }
    submissions = [Submission("document_review", "facilitator", found)]
    return assess(questionnaire, evidence_of(questionnaire, SETTING, submissions), earlier)


def left(questionnaire: Questionnaire, level: str) -> Earlier:
    """What such an audit leaves to the next one, by way of the file that keeps it."""
    assessment = told(questionnaire, level)
    kept = earlier_from(
        questionnaire, assessment, unit="Geneva", start="2024-03-01", sha256="f" * 64, respondents=12
    )
    assert earlier_from_json(earlier_to_json(kept)) == kept
    return kept


@pytest.mark.parametrize(("then", "now"), [(PGA, SHORT), (SHORT, PGA)], ids=["full-short", "short-full"])
def test_the_two_are_compared_over_the_items_that_they_share(then: Questionnaire, now: Questionnaire) -> None:
    found = told(now, "meeting", left(then, "missing"))
    items = {item.id: item.baseline for area in found.areas for item in area.items if item.baseline}
    assert items["SU1-01"].kind == "previous"
    assert (items["SU1-01"].change, items["SU1-01"].status) == (Fraction(200, 3), "improved")
    area = found.area("SU1")
    assert area is not None
    assert area.baseline is not None
    of = sum(item.scored for item in (now.area("SU1") or SHORT.areas[0]).items)
    assert area.baseline.comparable == f"4 of {of}"


@pytest.mark.parametrize(("then", "now"), [(PGA, SHORT), (SHORT, PGA)], ids=["full-short", "short-full"])
def test_an_item_that_was_reworded_in_the_full_form_is_not_compared(
    then: Questionnaire, now: Questionnaire
) -> None:
    earlier = left(then, "missing")
    reworded = replace(earlier.items["SU1-01"], comparable_since="2.0.0")
    found = told(now, "meeting", replace(earlier, items={**earlier.items, "SU1-01": reworded}))
    item = found.item("SU1-01")
    assert item is not None
    assert item.baseline is not None
    assert (item.baseline.change, item.baseline.status) == (None, "not comparable")


def test_an_unrelated_questionnaire_stays_not_comparable() -> None:
    earlier = replace(left(PGA, "missing"), questionnaire="other")
    baseline = told(SHORT, "meeting", earlier).areas[4].baseline
    assert baseline is not None
    assert (baseline.note, baseline.status) == (OTHER_QUESTIONNAIRE, "not comparable")


def test_figures_kept_before_items_could_be_shared_are_those_of_their_own_questionnaire() -> None:
    stored = earlier_to_json(left(PGA, "missing"))
    assert not any("origin" in item for item in stored["items"].values())
    assert earlier_from_json(stored).origin("SU1-01") == "pga"


def with_an_own_item(name: str) -> Questionnaire:
    """The short form, but for one item that it has not taken over."""
    assert SHORT.shares is not None
    return SHORT.model_copy(update={"shares": SHORT.shares.model_copy(update={"own_items": (name,)})})


def test_an_item_of_ones_own_carries_no_other_origin_into_the_next_audit() -> None:
    kept = left(with_an_own_item("SU1-01"), "missing")
    assert (kept.items["SU1-01"].origin, kept.items["SU1-02"].origin) == ("", "pga")
    stored = earlier_to_json(kept)["items"]
    assert "origin" not in stored["SU1-01"]
    assert stored["SU1-02"]["origin"] == "pga"


def test_an_item_of_ones_own_does_not_mean_the_same_as_its_namesake() -> None:
    own, earlier = with_an_own_item("SU1-01"), left(PGA, "missing")
    assert not means_the_same(own, own.items["SU1-01"], earlier)
    assert means_the_same(own, own.items["SU1-02"], earlier)


def test_two_questionnaires_are_related_by_a_single_shared_item() -> None:
    every = tuple(name for name in SHORT.items if name != "SU1-02")
    assert SHORT.shares is not None
    only = SHORT.model_copy(update={"shares": SHORT.shares.model_copy(update={"own_items": every})})
    then = replace(left(SHORT, "missing"), questionnaire="pga-short")
    then = replace(then, items={"SU1-02": then.items["SU1-02"]})
    found = told(only.model_copy(update={"id": "pga-brief"}), "meeting", then)
    item = found.item("SU1-02")
    assert item is not None
    assert item.baseline is not None
    assert item.baseline.status == "improved"


def test_two_questionnaires_without_a_shared_item_are_not_related() -> None:
    assert SHORT.shares is not None
    own = SHORT.shares.model_copy(update={"own_items": tuple(SHORT.items)})
    apart = SHORT.model_copy(update={"shares": own})
    baseline = told(apart, "meeting", left(PGA, "missing")).areas[4].baseline
    assert baseline is not None
    assert baseline.note == OTHER_QUESTIONNAIRE
