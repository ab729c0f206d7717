"""Which source of an item counts, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from questionnaires.definition import Item
from questionnaires.routing import Setting
from questionnaires.values import Choice, Count, Missing, Ratio, Votes
from scoring import assess
from scoring.assessment import Beside, ItemRating, Why
from scoring.collected import Collected
from scoring.evidence import Evidence, Group, Observation, Policy, Pool, Tally
from scoring.groups import shown_groups
from scoring.people import heard_from, sources
from scoring.points import Mark, NoMark, mark
from tests.worked_cases import PGA, Case, evidence_in, item_of, questionnaire_of


def rated(told: dict[str, Any], name: str = "A-1") -> ItemRating:
    found = Case("", told).assess().item(name)
    assert found is not None
    return found


def test_the_workshop_stands_beside_the_survey() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+workshop"},
        "forms": [{"10 women": {"A-1": "agree"}}],
        "workshop": {"A-1": "disagree=10 agreed=disagree"},
    }
    assert rated(told).beside == (Beside("workshop", Fraction(25), 10),)


def test_four_votes_stand_beside_without_their_figure() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+workshop"},
        "forms": [{"10 women": {"A-1": "agree"}}],
        "workshop": {"A-1": "disagree=4 agreed=disagree"},
    }
    assert rated(told).beside == (Beside("workshop", None, 4),)


def test_a_workshop_that_counts_is_told_as_one_and_needs_half_of_the_staff() -> None:
    told = {"staff": "400", "items": {"A-1": "agree5 survey+workshop"}}
    half = rated({**told, "workshop": {"A-1": "agree=200 agreed=agree"}})
    assert (half.source, half.instrument, half.score, half.n) == ("workshop", "workshop", 75, 200)
    one_less = rated({**told, "workshop": {"A-1": "agree=199 agreed=agree"}})
    assert (one_less.state, one_less.why) == (
        "lost",
        Why("too_few_answers", "too few answers (199 of 400 people voted, 50 % needed)"),
    )


def test_a_silent_workshop_or_head_is_lost_and_too_few_partners_do_not_apply() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "consensus5 workshop", "A-2": "extent5 head", "A-3": "agree5 partners"},
    }
    told |= {"interviews": [{"4 partners": {"A-3": "agree"}}]}
    found = Case("", told).assess().areas[0].items
    assert [(item.state, item.why and item.why.code, item.n, item.source) for item in found] == [
        ("lost", "not_collected", 0, None),
        ("lost", "not_collected", 0, None),
        ("na", "N3", 4, None),
    ]


def test_one_interview_stands_beside_a_survey_without_its_figure_and_a_silent_workshop_does_not() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+interview", "A-2": "agree5 survey+workshop"},
        "forms": [{"10 women": {"A-1 to A-2": "agree"}}],
        "interviews": [{"1 staff": {"A-1": "disagree"}}],
    }
    assert rated(told).beside == (Beside("interviews", None, 1),)
    assert rated(told, "A-2").beside == ()
    questionnaire = questionnaire_of(told)
    collected = Collected(questionnaire, evidence_in(questionnaire, told))
    assert [heard.source for heard in sources(collected, questionnaire.items["A-2"])] == [
        "survey",
        "workshop",
    ]


def test_interviews_stand_beside_a_survey_and_never_replace_it() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+interview"},
        "forms": [{"4 women": {"A-1": "agree"}}, {"6 men": {"A-1": "dk"}}],
        "interviews": [{"5 staff": {"A-1": "disagree"}}],
    }
    found = rated(told)
    assert found.why is not None
    assert (found.state, found.why.code) == ("lost", "too_few_answers")
    assert found.beside == (Beside("survey", None, 4), Beside("interviews", Fraction(25), 5))


def test_a_survey_with_too_few_forms_does_not_even_stand_beside() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+workshop"},
        "forms": [{"9 women": {"A-1": "agree"}}],
        "workshop": {"A-1": "disagree=10 agreed=disagree"},
    }
    assert rated(told).beside == ()


def test_a_source_that_said_nothing_does_not_stand_beside() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+workshop", "A-2": "agree5 survey+interview"},
        "forms": [{"10 women": {"A-2": "agree"}}],
        "workshop": {"A-1": "disagree=10 agreed=disagree"},
    }
    assert rated(told).beside == rated(told, "A-2").beside == ()


def test_an_item_that_only_interviews_ask_counts_from_five_of_them() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-2": "agree5 interview"},
        "interviews": [
            {"5 staff": {"A-1": "agree"}},
            {"4 staff": {"A-2": "agree"}},
            {"9 partners": {"A-2": "agree"}},
        ],
    }
    assert (rated(told).score, rated(told).source) == (75, "interviews")
    assert rated(told, "A-2").state == "lost"


def test_where_no_form_came_in_the_few_voters_are_the_reason() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey+workshop"},
        "workshop": {"A-1": "disagree=4 agreed=disagree"},
    }
    found = rated(told)
    assert found.why is not None
    assert found.why.words == "too few answers (4, 5 needed)"


def test_a_head_who_does_not_know_or_was_not_asked_leaves_the_item_lost() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "extent5 head"},
        "interviews": [{"1 director": {"A-1": "dk", "A-2": "na"}}],
    }
    assert [rated(told, f"A-{number}").state for number in (1, 2, 3)] == ["lost", "na", "lost"]


def test_a_heads_answer_counts_however_it_was_counted() -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "extent5 head"}})
    tally = Tally("A-1", "interview", "director", "x", "largely", 1)
    seen = Observation("A-1", "interview", "director", "largely")
    heard = Observation("A-1", "interview", "staff", "not_at_all")
    for evidence in (
        Evidence(Setting(20), tallies=(tally,)),
        Evidence(Setting(20), observations=(seen, heard)),
    ):
        item = assess(questionnaire, evidence).item("A-1")
        assert item is not None
        assert (item.score, item.n) == (75, 1)
        said = heard_from(Collected(questionnaire, evidence), questionnaire.items["A-1"], "on_record")
        assert said == (tally,)


def test_a_plain_fact_asked_in_the_survey_counts_as_people_say_it() -> None:
    told = {"staff": "20", "items": {"A-1": "yn3 fact"}, "forms": [{"10 women": {"A-1": "partly"}}]}
    found = Case("", told).assess()
    item, area = found.item("A-1"), found.area("A")
    assert item is not None
    assert area is not None
    assert (item.score, item.source) == (50, "survey")
    assert (area.objective, area.perception) == (50, None)


def test_a_pool_without_answers_that_carry_points_gives_no_figure() -> None:
    questionnaire = questionnaire_of({"items": {"A-1 to A-4": "agree5 survey"}})
    evidence = Evidence(Setting(8), pools={"A": Pool(6, {("A-1", "dk"): 6})}, survey_forms=6)
    item = assess(questionnaire, evidence).item("A-1")
    assert item is not None
    assert (item.state, item.score) == ("lost", None)


def test_a_preset_gives_way_to_an_answer_in_the_pool() -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "agree5 survey"}})
    pools = {"A": Pool(6, {("A-1", "agree"): 6})}
    item = assess(
        questionnaire, Evidence(Setting(8, switched_off={"A-1": "N1"}), pools=pools, survey_forms=6)
    ).item("A-1")
    assert item is not None
    assert (item.state, item.source) == ("counted", "pooled")


def people(women: int, men: int, others: int, policy: Policy = "steps") -> frozenset[str]:
    collected = Collected(PGA, Evidence(Setting(60), policy=policy))
    return shown_groups(collected, {"woman": women, "man": men, "x": others})


def test_women_and_men_are_shown_or_hidden_by_numbers_of_people() -> None:
    both = {"woman", "man"}
    assert people(12, 10, 0) == both
    assert people(12, 7, 1) == {"woman"}  # one beside nineteen is too easily told
    assert people(12, 8, 1) == both
    assert people(21, 19, 2) == both
    assert people(20, 19, 2) == {"woman"}
    assert people(12, 10, 5) == both
    assert people(7, 12, 1) == {"man"}
    assert people(7, 7, 1) == {"woman"}
    assert people(5, 5, 0) == both
    assert people(20, 5, 0) == both
    assert people(4, 4, 0) == frozenset()
    assert people(7, 7, 0) == both
    assert people(20, 4, 0) == frozenset()
    assert people(20, 1, 0) == {"woman"}


def test_exact_figures_are_shown_only_where_the_rest_is_nobody_or_enough() -> None:
    both = {"woman", "man"}
    assert people(12, 10, 0, "exact") == both
    assert people(12, 10, 5, "exact") == both
    assert people(12, 8, 1, "exact") == {"woman"}
    assert people(20, 1, 0, "exact") == frozenset()
    assert people(900, 900, 4, "exact") == {"woman"}


def women_and_men_said() -> dict[str, Any]:
    return {
        "staff": "30",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [{"10 women": {"A-1 to A-4": "agree"}}, {"8 men": {"A-1 to A-4": "neither"}}],
    }


def shown_after(*before: dict[Group, int]) -> tuple[bool, bool]:
    """Whether women's and men's figures are shown where releases had been made of so many people."""
    questionnaire = questionnaire_of(women_and_men_said())
    evidence = evidence_in(questionnaire, women_and_men_said())
    area = assess(questionnaire, replace(evidence, people_before={"A": before, "B": ({},)})).area("A")
    assert area is not None
    return area.women is not None, area.men is not None


def test_a_group_is_shown_only_if_the_numbers_of_every_earlier_release_allow_it_too() -> None:
    assert shown_after() == (True, True)
    assert shown_after({"woman": 9, "man": 7, "x": 0}) == (True, True)
    assert shown_after({"woman": 9, "man": 7, "x": 1}) == (True, False)
    assert shown_after({"woman": 6, "man": 7, "x": 1}) == (False, True)
    assert shown_after({"woman": 9, "man": 7, "x": 0}, {"woman": 9, "man": 7, "x": 1}) == (True, False)
    assert shown_after({"woman": 9, "man": 7, "x": 1}, {"woman": 6, "man": 7, "x": 1}) == (False, False)


def test_only_those_who_answered_an_item_that_counts_stand_behind_an_area() -> None:
    told = {
        "staff": "40",
        "items": {"A-1 to A-2": "agree5 survey", "A-3": "agree5 survey, sensitive"},
        "forms": [
            {"10 women": {"A-1": "agree", "A-2": "dk"}},
            {"3 men": {"A-2": "agree", "A-3": "agree"}},
            {"5 men": {"A-1": "agree", "A-3": "agree"}},
            {"4 others": {"A-1": "dk"}},
        ],
        "interviews": [{"9 staff": {"A-1": "agree"}}],
    }
    area = Case("", told).assess().area("A")
    assert area is not None
    assert (area.women_people, area.men_people, area.people) == (10, 5, 15)


def pga(name: str) -> Item:
    return PGA.items[name]


def test_an_answer_without_points_is_lost() -> None:
    for value in (Count(3), Choice("not_an_option"), Votes((("agree", 5),))):
        found = mark(PGA, pga("ST1-07"), value)
        assert isinstance(found, NoMark)
        assert found.state == "lost"


def test_confirmed_missing_means_nothing_on_a_scale_without_options() -> None:
    found = mark(PGA, pga("ST1-01"), Missing("nf"))
    assert isinstance(found, NoMark)


def test_confirmed_missing_is_the_lowest_score_of_a_reversed_item_too() -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "yn3 documents, reversed"}})
    assert mark(questionnaire, item_of("A-1", "yn3 documents, reversed"), Missing("nf")) == Mark(Fraction(0))


def test_a_reversed_ratio_is_turned_round() -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "ratio documents, reversed"}})
    item = questionnaire.items["A-1"]
    assert mark(questionnaire, item, Ratio(Fraction(1), 2)) == Mark(Fraction(50), Fraction(2, 3))
    assert mark(questionnaire, item, Ratio(Fraction(0), 9)) == Mark(Fraction(100))
