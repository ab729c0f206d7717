"""Baselines: what is compared, and what is never compared."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

from questionnaires.definition import Role
from questionnaires.routing import Setting
from questionnaires.values import SexCount
from scoring import assess
from scoring.assessment import Comparison, SubChange
from scoring.change import dead_zone, one_person, status_of
from scoring.earlier import earlier_from, earlier_from_json, earlier_to_json
from scoring.evidence import Earlier, Printed
from scoring.judgement import respondents
from tests.counting import Submission, evidence_of
from tests.worked_cases import PGA, Case, questionnaire_of

TOLD = {"items": {"A-1 to A-4": "ev4 documents"}}
QUESTIONNAIRE = questionnaire_of(TOLD)
NOUGHT = Printed(Fraction(0), "0.0")


def evidence(level: str) -> object:
    found = {f"A-{number}": level for number in range(1, 5)}
    return evidence_of(QUESTIONNAIRE, Setting(20), [Submission("document_review", "facilitator", found)])


def earlier(level: str) -> Earlier:
    assessment = assess(QUESTIONNAIRE, evidence(level))  # type: ignore[arg-type]
    return earlier_from(
        QUESTIONNAIRE, assessment, unit="Geneva", start="2024-03-01", sha256="f" * 64, respondents=12
    )


def area_against(previous: Earlier) -> Comparison:
    found = assess(QUESTIONNAIRE, evidence("meeting"), previous).areas[0].baseline  # type: ignore[arg-type]
    assert found is not None
    return found


def test_another_questionnaire_is_not_comparable() -> None:
    found = area_against(replace(earlier("missing"), questionnaire="other"))
    note = "the earlier audit used another questionnaire"
    assert found == Comparison(
        "previous", Fraction(0), None, "not comparable", "0 of 4", note, printed=NOUGHT
    )


def test_an_item_whose_meaning_changed_since_is_not_comparable() -> None:
    previous = earlier("missing")
    changed = replace(previous.items["A-1"], comparable_since="0.9.0")
    found = area_against(replace(previous, items={**previous.items, "A-1": changed}))
    assert (found.change, found.comparable) == (Fraction(200, 3), "3 of 4")
    assessment = assess(QUESTIONNAIRE, evidence("meeting"), replace(previous, items={"A-1": changed}))  # type: ignore[arg-type]
    item = assessment.item("A-1")
    assert item is not None
    assert item.baseline == Comparison("previous", Fraction(0), None, "not comparable", "0 of 1")


def test_an_aim_does_not_start_from_an_item_whose_meaning_changed_since() -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "ratio documents, aim increase 80 percent unit"}})
    found = Submission("document_review", "facilitator", {"A-1": "2/10"})
    counted = evidence_of(questionnaire, Setting(20), [found])
    before = earlier_from(
        questionnaire, assess(questionnaire, counted), unit="", start="", sha256="", respondents=0
    )
    changed = replace(before.items["A-1"], comparable_since="0.9.0")
    for previous, start in (
        (before, Fraction(20)),
        (replace(before, items={"A-1": changed}), None),
        (replace(before, questionnaire="other"), None),
    ):
        item = assess(questionnaire, counted, previous).item("A-1")
        assert item is not None
        assert item.target is not None
        assert (item.target.value, item.target.start) == (20, start)


def test_nothing_that_counts_twice_is_not_comparable() -> None:
    found = area_against(replace(earlier("missing"), items={}))
    note = "nothing is comparable and counted in both audits"
    assert found == Comparison(
        "previous", Fraction(0), None, "not comparable", "0 of 4", note, printed=NOUGHT
    )


def test_what_an_earlier_area_kept_back_stays_with_its_baseline() -> None:
    previous = earlier("missing")
    found = area_against(replace(previous, areas={"A": replace(previous.areas["A"], coarse=True)}))
    documents = SubChange(Fraction(200, 3), "improved", "4 of 4", Fraction(5))
    assert found == Comparison(
        "previous",
        Fraction(0),
        Fraction(200, 3),
        "improved",
        "4 of 4",
        coarse=True,
        printed=NOUGHT,
        objective=documents,
        zone=Fraction(20),
        whole=True,
    )


def test_an_item_that_is_not_rated_or_not_shown_in_either_audit_has_no_baseline() -> None:
    said = {"9 women": {"A-1": "agree", "A-2": "neither"}}
    told: dict[str, Any] = {
        "staff": "12",
        "items": {"A-1": "agree5 survey, person", "A-2": "agree5 survey", "A-3": "yn3 documents"},
    }
    audits = {
        "shown": {**told, "staff": "20", "forms": [said, {"2 men": {"A-1": "agree", "A-2": "agree"}}]},
        "hidden": {**told, "staff": "20", "forms": [said, {"1 man": {"A-2": "agree"}}]},
        "pooled": {**told, "forms": [said]},
        "lost": {**told, "staff": "20"},
    }
    found = {
        f"{then}, {now}": Case("", {**audits[now], "earlier": audits[then]})
        .assess()
        .areas[0]
        .items[0]
        .baseline
        for then in ("shown", "hidden", "pooled")
        for now in audits
    }
    alone = Comparison("previous", Fraction(75), Fraction(0), "unchanged", "1 of 1", zone=Fraction(15))
    assert found == dict.fromkeys(found) | {"shown, shown": alone}


def test_figures_come_back_exactly_from_a_file() -> None:
    figures = earlier("approaching")
    assert earlier_from_json(json.loads(json.dumps(earlier_to_json(figures)))) == figures
    assert figures.items["A-1"].score == Fraction(100, 3)
    assert figures.overall is None


def test_figures_that_may_not_be_shown_are_marked() -> None:
    told = {"items": {"A-1 to A-4": "agree5 survey"}}
    questionnaire = questionnaire_of(told)
    form = Submission("survey", "staff", {f"A-{number}": "agree" for number in range(1, 5)})
    counted = evidence_of(questionnaire, Setting(8), [form] * 6)
    figures = earlier_from(
        questionnaire, assess(questionnaire, counted), unit="", start="", sha256="", respondents=6
    )
    assert [item.pooled for item in figures.items.values()] == [True] * 4
    assert respondents(questionnaire, counted) == 6


def test_without_a_survey_the_staff_interviewed_are_the_respondents() -> None:
    roles: tuple[Role, ...] = ("staff", "director", "partner")
    asked = [Submission("interview", role, {}) for role in roles]
    assert respondents(QUESTIONNAIRE, evidence_of(QUESTIONNAIRE, Setting(6), asked)) == 2


def test_the_dead_zone_narrows_with_the_number_of_respondents() -> None:
    zones = [dead_zone(PGA, people) for people in (0, 9, 10, 24, 25, 99, 100)]
    assert zones == [20, 20, 15, 15, 10, 10, 5]


def test_without_a_zone_for_so_few_people_the_widest_holds() -> None:
    rules = PGA.rules.model_copy(update={"dead_zones": PGA.rules.dead_zones[1:]})
    questionnaire = QUESTIONNAIRE.model_copy(update={"rules": rules})
    assert dead_zone(questionnaire, 3) == 15


def test_a_change_equal_to_the_dead_zone_is_a_change() -> None:
    assert status_of(Fraction(15), Fraction(15)) == "improved"
    assert status_of(Fraction(-15), Fraction(15)) == "declined"
    assert status_of(Fraction(1499, 100), Fraction(15)) == "unchanged"
    assert status_of(Fraction(0), Fraction(0)) == "unchanged"


def test_one_person_is_one_who_left_joined_or_was_replaced() -> None:
    assert one_person(SexCount(3, 4), SexCount(3, 5))
    assert one_person(SexCount(3, 4), SexCount(2, 5))
    assert not one_person(SexCount(3, 4), SexCount(4, 5))
    assert not one_person(SexCount(3, 4), SexCount(1, 6))
    assert not one_person(SexCount(5, 5), SexCount(5, 6))


def test_the_overall_is_new_if_the_earlier_audit_had_none() -> None:
    names = [f"{area}-{number}" for area in "ABCDEF" for number in range(1, 5)]
    questionnaire = questionnaire_of({"items": dict.fromkeys(names, "ev4 documents")})
    now = Submission("document_review", "facilitator", dict.fromkeys(names, "meeting"))
    then = Submission("document_review", "facilitator", dict.fromkeys(names[:-4], "meeting"))
    first = assess(questionnaire, evidence_of(questionnaire, Setting(20), [then]))
    figures = earlier_from(questionnaire, first, unit="", start="", sha256="", respondents=0)
    found = assess(questionnaire, evidence_of(questionnaire, Setting(20), [now]), figures).overall.baseline
    assert found is not None
    assert (found.score, found.change, found.status, found.comparable) == (None, None, "new", "5 of 6")


def test_any_change_of_a_plain_fact_is_told() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "yn3 fact"},
        "forms": [{"10 women": {"A-1": "partly"}}],
        "earlier": {"staff": "20", "forms": [{"9 women": {"A-1": "partly"}}, {"1 man": {"A-1": "yes"}}]},
    }
    item = Case("", told).assess().item("A-1")
    assert item is not None
    assert item.baseline == Comparison("previous", Fraction(55), Fraction(-5), "declined", "1 of 1")


def test_a_count_whose_earlier_numbers_are_not_known_is_told_as_any_other_change() -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "sexcount staff_data"}})
    then, now = (
        evidence_of(questionnaire, Setting(20), [Submission("staff_data", "facilitator", {"A-1": count})])
        for count in ("2 4", "3 4")
    )
    figures = earlier_from(
        questionnaire, assess(questionnaire, then), unit="", start="", sha256="", respondents=0
    )
    forgotten = replace(figures, items={"A-1": replace(figures.items["A-1"], value=None)})
    items = [assess(questionnaire, now, previous).item("A-1") for previous in (figures, forgotten)]
    status = [item.baseline and (item.baseline.status, item.baseline.note) for item in items if item]
    assert status == [("unchanged", "one person"), ("improved", None)]


def test_what_people_said_must_move_beyond_the_dead_zone_of_its_item_too() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey"},
        "forms": [{"9 women": {"A-1": "neither"}}, {"1 man": {"A-1": "agree"}}],
        "earlier": {"staff": "20", "forms": [{"10 women": {"A-1": "neither"}}]},
    }
    item = Case("", told).assess().item("A-1")
    assert item is not None
    assert item.baseline == Comparison(
        "previous", Fraction(50), Fraction(5, 2), "unchanged", "1 of 1", zone=Fraction(15)
    )
