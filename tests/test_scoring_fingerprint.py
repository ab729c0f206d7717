"""The hash of the answers and of the method."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from questionnaires.library import load
from questionnaires.routing import Setting
from scoring.evidence import Evidence, Heard, Observation, Pool, ScaleSums, Spread, Tally
from scoring.fingerprint import evidence_hash, method_hash
from tests.golden_audits import evidence_of_all, goldens, submissions_of

PGA = load("pga", "1.0.0").questionnaire
AGREE = Tally("ST1-07", "survey", "staff", "woman", "agree", 7)
NEITHER = Tally("ST1-07", "survey", "staff", "man", "neither", 5)
FOUND = Observation("ST1-04", "document_review", "facilitator", "partly", ref="a1")
COLLECTED = Evidence(
    Setting(28, {"professional": (8, 9)}, switched_off={"SU1-07": "N1"}),
    (AGREE, NEITHER),
    (FOUND, Observation("ST1-05", "document_review", "facilitator", "yes")),
    pools={"ST1": Pool(6, {("ST1-07", "agree"): 6})},
    survey_forms=12,
    heard=(Heard("interview", "director", "man", 1),),
    spreads=(Spread("ST1", "woman", 7, 7, Fraction(1000, 3), Fraction(5)),),
    scales=(ScaleSums("ST1", ("ST1-07",), 12, (Fraction(9),), (Fraction(10),), Fraction(11)),),
)
HASH = "1e81526fb7597d63a866107f9ca436bf165bff8cd942563c1c26ebfbb8709d0c"
EMPTY = "175a4bc2b771a0c50329e6bad94800fab8021653be3f973bf2e86c93b365d033"
NAMED = "90db65f809114222c2aaa096e94b7fad8d327b10cd025c4a05d171bf8d3e5e8a"
WHOLE = "b0e7650762aed6dc454b8548083dd7b6a49f3d403eeab789bf1ef3731a3ddd7b"
METHOD = "45faece355471ef2dcf7945d2a7178eae2e7b6540d712adf898a812f1d917bcb"


def test_the_hash_of_a_whole_audit_stays_the_same_for_ever() -> None:
    whole = next(each for each in goldens() if each.path.stem == "unit-of-45")
    assert evidence_hash(evidence_of_all(whole.told, submissions_of(whole.told))) == WHOLE


def test_the_hash_stays_the_same_for_ever() -> None:
    assert evidence_hash(COLLECTED) == HASH


def test_nothing_collected_has_its_hash_and_a_name_in_any_script_is_part_of_it() -> None:
    assert evidence_hash(Evidence(Setting(28))) == EMPTY
    assert evidence_hash(Evidence(Setting(28, {"appui — دعم": (2, 3)}))) == NAMED


def test_the_order_of_those_who_answered_does_not_matter() -> None:
    assert evidence_hash(replace(COLLECTED, tallies=(NEITHER, AGREE))) == HASH
    turned = replace(COLLECTED, observations=COLLECTED.observations[::-1])
    assert evidence_hash(turned) == HASH


def test_counts_are_the_same_added_up_and_one_by_one() -> None:
    one_by_one = (replace(AGREE, number=3), NEITHER, replace(AGREE, number=4), replace(AGREE, number=0))
    assert evidence_hash(replace(COLLECTED, tallies=one_by_one)) == HASH


def test_a_random_name_of_a_form_is_no_answer() -> None:
    renamed = (replace(FOUND, ref="b2"), *COLLECTED.observations[1:])
    assert evidence_hash(replace(COLLECTED, observations=renamed)) == HASH


def test_what_was_published_before_is_no_answer() -> None:
    before = {"ST1": ({"woman": 5, "man": 5, "x": 0},)}
    assert evidence_hash(replace(COLLECTED, people_before=before)) == HASH


def test_two_values_of_one_item_count_in_their_order() -> None:
    later = replace(FOUND, value="no")
    one, other = (
        replace(COLLECTED, observations=(FOUND, later)),
        replace(COLLECTED, observations=(later, FOUND)),
    )
    assert evidence_hash(one) != evidence_hash(other)


@pytest.mark.parametrize(
    "changed",
    [
        replace(COLLECTED, tallies=(replace(AGREE, number=8), NEITHER)),
        replace(COLLECTED, tallies=(replace(AGREE, value="disagree"), NEITHER)),
        replace(COLLECTED, tallies=(replace(AGREE, group="x"), NEITHER)),
        replace(COLLECTED, observations=(replace(FOUND, agreed=True), *COLLECTED.observations[1:])),
        replace(COLLECTED, setting=replace(COLLECTED.setting, invited=29)),
        replace(COLLECTED, setting=replace(COLLECTED.setting, switched_off={})),
        replace(COLLECTED, pools={}),
        replace(COLLECTED, survey_forms=13),
        replace(COLLECTED, heard=()),
        replace(COLLECTED, spreads=()),
        replace(COLLECTED, scales=()),
        replace(COLLECTED, policy="exact"),
    ],
)
def test_whatever_changes_in_what_was_collected_changes_the_hash(changed: Evidence) -> None:
    assert evidence_hash(changed) != HASH


def test_the_order_of_settings_does_not_matter() -> None:
    table = {"support": (2, 1), "professional": (8, 9)}
    turned = dict(reversed(table.items()))
    one, other = (
        replace(COLLECTED, setting=replace(COLLECTED.setting, staff=each)) for each in (table, turned)
    )
    assert evidence_hash(one) == evidence_hash(other)


def test_the_method_is_its_name_its_numbers_and_its_bands() -> None:
    base = method_hash(PGA)
    assert base == METHOD
    assert method_hash(PGA.model_copy(update={"title": "Another title"})) == base
    rules = PGA.rules.model_copy(update={"area_coverage_percent": Fraction(80)})
    bands = (PGA.bands[0].model_copy(update={"minimum": Fraction(1)}), *PGA.bands[1:])
    for changed in ({"method": "other"}, {"rules": rules}, {"bands": bands}):
        assert method_hash(PGA.model_copy(update=changed)) != base
