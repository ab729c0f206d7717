"""The short form, and items that one questionnaire shares with another: what is checked, what is compared."""

from __future__ import annotations

from importlib.resources import files

import pytest

from exports.kit.requests import lines_for
from questionnaires.errors import UserError
from questionnaires.library import load, load_text
from questionnaires.routing import Setting
from questionnaires.sharing import SAME
from questionnaires.versions import diff
from questionnaires.warnings_structure import structure

PGA = load("pga", "1.0.0").questionnaire
SHORT = load("pga-short", "1.0.0").questionnaire
TEXT = files("questionnaires").joinpath("pga-short", "1.0.0.yaml").read_text(encoding="utf-8")
SETTING = Setting(20)
RULES = PGA.rules


def mistakes(before: str, after: str) -> list[str]:
    """What is said of the short form with one thing changed in its text."""
    assert TEXT.count(before)
    with pytest.raises(UserError) as caught:
        load_text(TEXT.replace(before, after, 1), "short")
    return [f"{problem.message} {problem.remedy}" for problem in caught.value.problems]


def test_every_area_can_be_rated_with_one_item_missing_or_not_applicable() -> None:
    assert [area.id for area in SHORT.areas] == [area.id for area in PGA.areas]
    for area in SHORT.areas:
        scored = [item for item in area.items if item.scored]
        kinds = [item.evidence for item in scored]
        assert min(kinds.count("objective"), kinds.count("perception")) >= 2, area.id
        assert len(scored) - 1 >= max(RULES.area_items, RULES.area_evidence), area.id
        assert 100 * (len(scored) - 1) >= RULES.area_coverage_percent * len(scored), area.id


def test_an_area_is_rated_where_no_partner_and_no_small_unit_item_counts() -> None:
    for area in SHORT.areas:
        certain = [item for item in area.items if item.voice != "partner" and item.minimum_staff is None]
        assert len(certain) >= RULES.area_items, area.id


def test_the_short_form_asks_nothing_sensitive_and_has_the_rules_of_the_full_one() -> None:
    assert {item.sensitivity for item in SHORT.items.values()} <= {"none", "person"}
    assert (SHORT.rules, SHORT.bands, SHORT.fronts) == (PGA.rules, PGA.bands, PGA.fronts)


def test_every_item_of_the_short_form_is_that_of_the_full_one() -> None:
    for name, item in SHORT.items.items():
        assert {field: getattr(item, field) for field in SAME} == {
            field: getattr(PGA.items[name], field) for field in SAME
        }
        assert SHORT.scale_of(item) == PGA.scale_of(PGA.items[name])


def test_a_reworded_shared_item_is_a_mistake() -> None:
    (told,) = mistakes("same chance of being chosen", "same chance to be chosen")
    assert told == (
        "`text` of `ST1-07` is not as in pga 1.0.0, with which the item is shared. "
        "Take it over from there, or give the item an id of its own under `shares: own_items`."
    )


def test_other_points_of_a_shared_scale_are_a_mistake_at_each_of_its_items() -> None:
    told = mistakes("label: Approaching, points: 100/3", "label: Approaching, points: 30")
    assert len(told) == sum(item.scale == "ev4" for item in SHORT.items.values())
    assert told[0].startswith("The scale `ev4` of `ST2-03` is not as in pga 1.0.0. Take the scale over")


def test_a_shared_item_that_is_turned_round_or_weighs_more_is_a_mistake() -> None:
    after = "text: Women and men here have the same chance of reaching senior posts\n"
    assert mistakes(after, f"{after}        reverse: true\n        weight: 2\n") == [
        f"`{name}` of `ST1-08` is not as in pga 1.0.0, with which the item is shared. "
        "Take it over from there, or give the item an id of its own under `shares: own_items`."
        for name in ("reverse", "weight")
    ]


def test_a_shared_item_may_be_asked_in_fewer_ways_and_not_in_more() -> None:
    both = "text: Women and men here have the same chance of reaching senior posts\n        instruments: "
    load_text(TEXT.replace(f"{both}[survey, interview]", f"{both}[survey]"), "short")
    assert mistakes(f"{both}[survey, interview]", f"{both}[survey, workshop]") == [
        "`ST1-08` is asked by `workshop`; in pga 1.0.0 it is not. "
        "Take that away; a shared item may be asked by fewer."
    ]


def test_an_item_of_ones_own_is_not_compared_with_the_other_questionnaire() -> None:
    text = TEXT.replace("version: 1.0.0}", "version: 1.0.0, own_items: [ST1-77]}", 1)
    text = text.replace("id: ST1-07", "id: ST1-77").replace("pair: ST1-07", "pair: ST1-77")
    own = load_text(text, "short").questionnaire
    assert (own.origin("ST1-77"), own.origin("ST1-08")) == ("pga-short", "pga")


def test_the_document_request_of_the_short_form_asks_for_the_same_papers() -> None:
    lines = lines_for(SHORT, SETTING)
    assert all(line.id.startswith("D") for line in lines)
    assert {item.id for line in lines for item in line.items} == {
        item.id for item in SHORT.items.values() if "document_review" in item.instruments
    }


def test_another_share_is_a_major_change_and_so_are_other_words_of_its_bands() -> None:
    card = load("scorecard", "1.0.0")
    text = card.text.replace("  from_points: 200/3\n", "  from_points: 100/3\n", 1)
    text = text.replace("Partly met", "Half met")
    changes = diff(card.questionnaire, load_text(text, "f").questionnaire)
    assert [(one.kind, one.key, one.need) for one in changes] == [
        ("reweighted", "share", "major"),
        ("reworded", "share.bands.partly_met.label", "major"),
    ]


def test_an_audit_carries_all_that_it_needs() -> None:
    text = load("pga-short", "1.0.0").text.replace("pga, version: 1.0.0", "gone, version: 7.0.0", 1)
    with pytest.raises(UserError) as raised:
        load_text(text, "f")
    assert "There is no gone 7.0.0 to share items with." in str(raised.value.problems[0])
    assert load_text(text, "f", shares_checked=True).questionnaire.shares is not None


def test_an_editor_misses_no_opinions_in_a_questionnaire_that_asks_for_none() -> None:
    assert list(structure(load("scorecard", "1.0.0").questionnaire)) == []
