"""What holds of the shipped questionnaire in every version, and what its second major version changes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from questionnaires.comparability import declared, untrue
from questionnaires.definition import Questionnaire
from questionnaires.library import available, load
from questionnaires.parts import version_order
from questionnaires.versions import diff, smallest
from questionnaires.warnings import warnings

VERSIONS = [version for name, version in available() if name == "pga"]
NEW = load("pga", "2.0.0").questionnaire
OLD = load("pga", "1.1.0").questionnaire
FIRST = load("pga", "1.0.0").questionnaire


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_version_says_of_each_older_one_is_true(version: str) -> None:
    questionnaire = load("pga", version).questionnaire
    for told in questionnaire.comparability:
        assert untrue(load("pga", told.version).questionnaire, questionnaire) == [], told.version


def test_the_newest_version_says_how_it_compares_with_each_older_one() -> None:
    newest = load("pga").questionnaire
    assert newest.version == VERSIONS[-1] == "2.0.0"
    assert {told.version for told in newest.comparability} == set(VERSIONS[:-1])


def test_no_id_comes_back_after_it_was_dropped() -> None:
    for version in VERSIONS:
        questionnaire = load("pga", version).questionnaire
        for told in questionnaire.comparability:
            gone = {one.id for one in told.dropped}
            for later in VERSIONS[VERSIONS.index(version) :]:
                assert not gone & load("pga", later).questionnaire.items.keys(), (version, later)


@pytest.mark.parametrize("version", VERSIONS)
def test_an_item_is_comparable_since_a_version_that_held_it(version: str) -> None:
    for name, item in load("pga", version).questionnaire.items.items():
        assert name in load("pga", item.since).questionnaire.items
        assert version_order(item.since) <= version_order(item.comparable_since) <= version_order(version)


def test_an_editor_has_no_question_about_the_second_version() -> None:
    for staff in (None, 8, 20, 40, 1000):
        assert warnings(NEW, staff=staff) == []


def test_every_kind_of_change_occurs_and_asks_for_a_major_version() -> None:
    told = declared(OLD, NEW)
    relations = {one.relation for one in told.origins}
    assert relations == {"reworded", "rescaled", "split", "merged", "new"}
    assert {one.comparable for one in told.origins if one.relation == "reworded"} == {True, False}
    changes = diff(OLD, NEW)
    assert {"added", "removed", "reworded", "rescaled", "reweighted", "moved"} <= {
        one.kind for one in changes
    }
    assert (smallest(OLD, changes), smallest(FIRST, diff(FIRST, NEW))) == ("2.0.0", "2.0.0")


def test_what_was_taken_apart_weighs_together_what_it_weighed() -> None:
    parts: dict[str, list[Fraction]] = {}
    for one in declared(OLD, NEW).origins:
        if one.relation == "split" and NEW.items[one.id].scored:
            parts.setdefault(one.of[0], []).append(NEW.items[one.id].weight)
    assert parts == {name: [Fraction(1, 2)] * 2 for name in ("ST2-07", "ST3-01", "ST3-03")}
    assert all(sum(weights) == OLD.items[name].weight for name, weights in parts.items())


def test_every_area_is_seen_in_documents_and_by_people() -> None:
    for area in NEW.areas:
        kinds = [item.evidence for item in area.items if item.scored]
        assert kinds.count("objective") >= 2, area.id
        assert kinds.count("perception") >= 2, area.id


def test_a_recommendation_belongs_to_the_area_of_the_items_that_raise_it() -> None:
    for name, item in NEW.items.items():
        assert NEW.recommendation[item.recommendation].area == NEW.area_of[name].id, name


def test_pairs_follow_the_items_that_took_the_place_of_others() -> None:
    def pairs(questionnaire: Questionnaire) -> set[tuple[str, str]]:
        return {(item.id, item.pair) for item in questionnaire.items.values() if item.pair}

    assert pairs(OLD) - pairs(NEW) == {("ST2-01", "ST2-07"), ("ST3-01", "ST3-03"), ("SU4-04", "SU4-05")}
    assert pairs(NEW) - pairs(OLD) == {
        ("ST2-01", "ST2-09"),
        ("ST3-13", "ST3-17"),
        ("ST3-14", "ST3-18"),
        ("SU4-04", "SU4-10"),
    }
