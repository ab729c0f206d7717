"""Explanations: the sums in them give exactly the score, and they tell of people no more than may be told."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import Assessment, Why
from scoring.certainty import Certainty
from scoring.evidence import Evidence, Observation, Tally
from scoring.explained_sources import BESIDE, COUNTS
from scoring.explaining import explain, known_ids
from scoring.explanation import (
    AreaExplained,
    Explanation,
    GapMeasured,
    ItemExplained,
    Looked,
    Part,
    Respondents,
    SummaryExplained,
    Unsettled,
)
from scoring.explanation_json import explanation_json
from scoring.fingerprint import evidence_hash, method_hash
from scoring.sensitivity import POOLED
from scoring.still_needed import StillNeeded, Unrated
from tests.worked_cases import PGA, Case, cases, earlier_of, evidence_in, questionnaire_of

HASH = "a" * 64
CASES = cases()


def explained(told: dict[str, Any], name: str) -> Explanation:
    questionnaire = questionnaire_of(told)
    return explain(questionnaire, evidence_in(questionnaire, told), Case("", told).assess(), name, HASH)


def item(told: dict[str, Any], name: str) -> ItemExplained:
    subject = explained(told, name).subject
    assert isinstance(subject, ItemExplained)
    return subject


def area(told: dict[str, Any], name: str = "A") -> AreaExplained:
    subject = explained(told, name).subject
    assert isinstance(subject, AreaExplained)
    return subject


@pytest.fixture(scope="module", params=CASES, ids=[case.name for case in CASES])
def every(request: pytest.FixtureRequest) -> tuple[Assessment, list[Explanation]]:
    """All that can be explained of a worked case."""
    case: Case = request.param
    questionnaire = questionnaire_of(case.told)
    evidence, assessment = evidence_in(questionnaire, case.told), case.assess()
    names = known_ids(questionnaire)
    if "items" not in case.told:
        names = names[:20]
    return assessment, [explain(questionnaire, evidence, assessment, name, HASH) for name in names]


Every = tuple[Assessment, list[Explanation]]


def test_what_the_parts_add_is_exactly_the_score(every: Every) -> None:
    for found in every[1]:
        subject = found.subject
        if isinstance(subject, ItemExplained):
            continue
        score = subject.rating.score
        adds = [part.adds for part in subject.parts if part.adds is not None]
        assert sum(adds, Fraction(0)) == (score or 0)
        assert sum((part.share or Fraction(0) for part in subject.parts), Fraction(0)) == (
            100 if score is not None else 0
        )
        assert (subject.total is None) == (score is None)
        assert score is None or subject.total == score * subject.weight
        weighed = [part for part in subject.parts if part.adds is not None]
        assert score is None or subject.weight == sum(
            (part.weight * part.evidence for part in weighed), Fraction(0)
        )


def test_the_counts_of_an_item_are_exactly_its_score(every: Every) -> None:
    for found in every[1]:
        subject = found.subject
        if not isinstance(subject, ItemExplained) or subject.total is None or subject.rating.score is None:
            continue
        assert subject.total / subject.rating.n == subject.rating.score
        if subject.counts:
            counted = [one for one in subject.counts if one.points is not None]
            assert sum(one.number for one in counted) == subject.rating.n
            assert sum((one.points or 0) * one.number for one in counted) == subject.total
            others = sum(one.number for one in subject.counts if one.points is None)
            assert others == subject.without_points


def test_few_answers_are_never_counted_out_by_option(every: Every) -> None:
    for found in every[1]:
        if isinstance(found.subject, ItemExplained) and found.subject.rating.source != "on_record":
            assert not found.subject.counts or found.subject.rating.n >= 10


def test_in_a_small_unit_no_item_of_people_stands_alone(every: Every) -> None:
    assessment, explanations = every
    if not assessment.small_unit:
        return
    pooled = {one.id for each in assessment.areas for one in each.items if one.source == "pooled"}
    for found in explanations:
        subject, told = found.subject, json.dumps(explanation_json(found))
        if isinstance(subject, ItemExplained) and found.id in pooled:
            assert (subject.counts, subject.total, subject.limits, subject.without_points) == (
                (),
                None,
                None,
                0,
            )
            assert explanation_json(found)["score"] is None
            assert subject.part is not None
            assert subject.part.id == POOLED
        if isinstance(subject, AreaExplained):
            assert all(part.score is part.adds is None for part in subject.parts if part.id in pooled)
            changes = subject.would_change
            for way in (changes.up, changes.down) if changes else ():
                assert not {move.id for move in (*way.single, *way.together)} & pooled if way else True
            assert subject.groups.women.figure is subject.groups.men.figure is None
            assert subject.groups.women.people is None
        assert "woman" not in told


def test_every_explanation_can_be_written_as_json(every: Every) -> None:
    for found in every[1]:
        told = explanation_json(found)
        assert json.loads(json.dumps(told, allow_nan=False)) == told
        assert (told["id"], told["kind"]) == (found.id, found.kind)


def test_a_source_that_counts_is_named_once(every: Every) -> None:
    for found in every[1]:
        subject = found.subject
        if isinstance(subject, ItemExplained) and subject.rating.state == "counted":
            chosen = [one for one in (*subject.looked, *subject.found) if one.chosen]
            assert len(chosen) == 1, found.id


SURVEY = {
    "staff": "20",
    "items": {
        "A-1 to A-3": "agree5 survey+workshop",
        "A-4": "agree5 survey, reversed",
        "A-5": "yn3 documents",
    },
    "forms": [
        {"7 women": {"A-1": "agree", "A-2": "agree", "A-4": "agree"}},
        {"5 men": {"A-1": "neither", "A-2": "dk", "A-4": "disagree"}},
        {"2 others": {"A-1": "pnts", "A-2": "na", "A-4": "neither"}},
    ],
    "workshop": {"A-1 to A-3": "agree=6 neither=6 agreed=neither"},
    "documents": {"A-5": "partly"},
}


def test_what_people_chose_is_counted_out_with_its_points() -> None:
    found = item(SURVEY, "A-1")
    assert (found.text, found.scale, found.reverse, found.hidden, found.area) == (
        "A-1",
        "How far do you agree?",
        False,
        False,
        "A",
    )
    told = [(one.answer, one.label, one.points, one.number) for one in found.counts]
    assert told == [
        ("neither", "Neither agree nor disagree", 50, 5),
        ("agree", "Agree", 75, 7),
        ("pnts", "Prefer not to say", None, 2),
    ]
    assert (found.total, found.rating.n, found.rating.score, found.without_points) == (
        775,
        12,
        Fraction(775, 12),
        2,
    )


def test_json_has_the_whole_path_of_an_item() -> None:
    told = explanation_json(explained(SURVEY, "A-1"))
    assert told["sources"] == [
        {"source": "survey", "n": 12, "score": 64.583333, "chosen": True, "why": COUNTS},
        {"source": "workshop", "n": 12, "score": 50.0, "chosen": False, "why": BESIDE},
    ]
    assert told["counts"][0] == {
        "answer": "neither",
        "label": "Neither agree nor disagree",
        "points": 50.0,
        "number": 5,
    }
    assert (told["total"], told["n"], told["exact"], told["without_points"]) == ("775/1", 12, "775/12", 2)
    assert told["limits"] == {
        "band": "established",
        "begins": 50.0,
        "above": "175/12",
        "next_begins": 75.0,
        "to_next": "125/12",
    }
    assert told["part"]["share"] == 20.0
    paper = explanation_json(explained(SURVEY, "A-5"))
    assert paper["values"] == [
        {
            "value": "partly",
            "instrument": "document_review",
            "agreed": False,
            "chosen": True,
            "why": "decides: the last confirmed",
        }
    ]
    assert (paper["sources"], paper["counts"], paper["total"], paper["working"]) == (
        [],
        [],
        None,
        ["partly: 50 points"],
    )


def test_json_has_what_would_change_an_area_and_what_it_hangs_on() -> None:
    # (775/12 + 75 + 50 + 650/14 + 50) / 5: 17.8 points short of 75, so one item alone would have to gain 89.
    told = explanation_json(explained(SURVEY, "A"))
    up, found = told["would_change"]["up"], area(SURVEY).rating.score
    assert found is not None
    assert Fraction(up["points"]) == 75 - found
    assert (up["band"], up["limit"], up["single"]) == ("leading", 75.0, [])
    people, agreed = up["together"]
    assert people == {
        "id": "A-4",
        "from": "325/7",
        "to": "100/1",
        "under": False,
        "value": None,
        "becomes": None,
    }
    assert (agreed["id"], agreed["value"], agreed["becomes"]) == ("A-3", "neither", "strongly_agree")
    assert told["would_change"]["down"]["band"] == "emerging"
    assert [one["id"] for one in told["sensitivity"]["without"]] == ["A-1", "A-2", "A-3", "A-4", "A-5"]
    assert told["groups"]["people"] == 14
    assert told["needed"] == {"coverage": 75.0, "items": 4, "evidence": 3.0}


def test_below_ten_answers_only_their_sum_is_told() -> None:
    found = item(SURVEY, "A-2")
    assert (found.counts, found.total, found.rating.n, found.without_points) == ((), 525, 7, 7)


def test_a_reversed_item_is_counted_with_its_points_turned_round() -> None:
    assert item(SURVEY, "A-4").reverse
    told = [(one.answer, one.points) for one in item(SURVEY, "A-4").counts]
    assert told == [("disagree", 75), ("neither", 50), ("agree", 25)]


def test_the_sources_say_which_counts_and_why_not_the_others() -> None:
    told = [(one.source, one.n, one.score, one.chosen, one.why) for one in item(SURVEY, "A-1").looked]
    assert told == [
        ("survey", 12, Fraction(775, 12), True, "counts: the first source that qualifies"),
        ("workshop", 12, Fraction(50), False, "stands beside it: an earlier source counts"),
    ]
    told = [(one.source, one.n, one.chosen, one.why) for one in item(SURVEY, "A-3").looked]
    assert told == [
        ("survey", 0, False, "nothing was collected"),
        ("workshop", 12, True, "counts: the first source that qualifies"),
    ]
    assert item(SURVEY, "A-3").working == (
        "12 voted and agreed on neither (neither agree nor disagree): 50 points",
    )


def test_a_survey_of_too_few_is_told_by_numbers_alone() -> None:
    told = {**SURVEY, "forms": [{"9 women": {"A-1": "agree"}}]}
    (survey, workshop) = item(told, "A-1").looked
    assert (survey.n, survey.score, survey.chosen) == (9, None, False)
    assert survey.why == "9 of 20 people answered the survey (45 %, 50 % needed)"
    assert workshop.chosen


def test_interviews_only_stand_beside_what_the_survey_asks() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-2": "agree5 survey+interview"},
        "forms": [{"12 women": {"A-1": "agree"}}],
        "interviews": [{"6 staff": {"A-1": "disagree", "A-2": "disagree"}}],
    }
    survey, interviews = item(told, "A-1").looked
    assert (interviews.n, interviews.score, interviews.chosen) == (6, 25, False)
    assert interviews.why == "stands beside it only: the survey asks this item"
    assert survey.chosen
    assert [one.why for one in item(told, "A-2").looked] == [
        "nothing was collected",
        "stands beside it only: the survey asks this item",
    ]


def test_interviews_count_where_no_survey_asks() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 interview"},
        "interviews": [{"10 staff": {"A-1": "disagree"}}],
    }
    found = item(told, "A-1")
    assert [(one.answer, one.number) for one in found.counts] == [("disagree", 10)]
    assert found.total == 250


def test_the_head_on_record_is_told_with_the_one_answer() -> None:
    told = {"staff": "20", "items": {"A-1": "extent5 head"}, "interviews": [{"1 director": {"A-1": "fully"}}]}
    found = item(told, "A-1")
    assert [(one.source, one.n, one.chosen, one.why) for one in found.looked] == [
        ("on_record", 1, True, "counts: said on record, as a function")
    ]
    assert [(one.answer, one.number) for one in found.counts] == [("fully", 1)]


def test_a_head_whose_answer_is_kept_as_an_observation_is_counted_too() -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "extent5 head"}})
    said = Observation("A-1", "interview", "director", "fully")
    heard = Observation("A-1", "interview", "staff", "not_at_all")
    evidence = Evidence(Setting(20), observations=(said, heard))
    found = explain(questionnaire, evidence, assess(questionnaire, evidence), "A-1", HASH).subject
    assert isinstance(found, ItemExplained)
    assert (found.total, found.rating.n) == (100, 1)
    assert found.found == ()


def test_partners_are_told_by_their_number_and_the_reason() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-2": "extent5 partners"},
        "interviews": [{"4 partners": {"A-1": "fully", "A-2": "fully"}}, {"1 partners": {"A-2": "partly"}}],
    }
    (few,) = item(told, "A-1").looked
    assert (few.source, few.n, few.score, few.chosen) == ("partners", 4, None, False)
    assert few.why == "not applicable: The numbers are too small to be fair or safe"
    (enough,) = item(told, "A-2").looked
    assert (enough.n, enough.score, enough.why) == (5, 90, "counts: enough organisations rated it")
    assert item(told, "A-2").total == 450
    assert item(told, "A-1").total is None


def test_values_that_were_looked_up_say_why_one_of_them_decides() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "yn3 documents+interview"},
        "documents": [{"A-1": "no", "A-2": "no"}, {"A-1": "yes", "A-2": "partly"}],
        "agreed": {"A-1": "partly"},
        "interviews": [{"1 director": {"A-1": "yes", "A-3": "pnts"}}, {"1 director": {"A-3": "yes"}}],
    }
    assert [(one.value, one.agreed, one.chosen, one.why) for one in item(told, "A-1").found] == [
        ("no", False, False, "the value that two facilitators agreed on decides"),
        ("yes", False, False, "the value that two facilitators agreed on decides"),
        ("partly", True, True, "decides: two facilitators agreed on it"),
        ("yes", False, False, "an earlier source decides"),
    ]
    assert [(one.value, one.chosen, one.why) for one in item(told, "A-3").found] == [
        ("pnts", False, "says nothing that can count"),
        ("yes", True, "decides: the last confirmed"),
    ]
    assert [(one.value, one.chosen, one.why) for one in item(told, "A-2").found] == [
        ("no", False, "a later value decides"),
        ("partly", True, "decides: the last confirmed"),
    ]
    assert item(told, "A-1").working == ("partly: 50 points",)
    assert item(told, "A-1").total is item(told, "A-3").total is None


def unsettled(apart: tuple[str, ...], **more: Any) -> Unsettled | None:
    """What is told of an item of documents that facilitators rated `apart`; its last value is "no"."""
    told = {"staff": "20", "items": {"A-1": "yn3 documents"}, "documents": [{"A-1": "no"}], **more}
    questionnaire = questionnaire_of(told)
    evidence, assessment = evidence_in(questionnaire, told), Case("", told).assess()
    subject = explain(questionnaire, evidence, assessment, "A-1", HASH, {"A-1": apart}).subject
    assert isinstance(subject, ItemExplained)
    return subject.unsettled


def test_facilitators_who_rated_apart_are_told_with_the_value_that_counts() -> None:
    assert unsettled(("yes", "no")) == Unsettled(
        ("yes", "no"), "no", "rated differently by two facilitators and not settled: the later one counts"
    )
    again = unsettled(("yes", "no"), agreed={"A-1": "partly"})
    assert again == Unsettled(
        ("yes", "no", "partly"),
        "partly",
        "rated differently after two facilitators agreed on a value: "
        "the agreed one counts until it is settled",
    )


def test_nothing_is_told_apart_where_nobody_differed_or_no_value_counts() -> None:
    assert unsettled(()) is None
    assert unsettled(("yes", "no"), documents=[]) is None


def test_what_is_not_asked_here_was_not_looked_at() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey, from 40", "A-2": "agree5 survey", "A-3": "yn3 information"},
        "switched_off": {"A-2": "N2"},
    }
    for name, state in (("A-1", "na"), ("A-2", "na"), ("A-3", "information")):
        found = item(told, name)
        assert (found.looked, found.found, found.rating.state) == ((), (), state)
        assert found.limits is found.total is None


POOL = {
    "staff": "10",
    "items": {"A-1 to A-3": "agree5 survey+workshop", "A-4": "yn3 documents", "A-5": "agree5 workshop"},
    "forms": [{"8 women": {"A-1 to A-3": "agree"}}],
    "workshop": {"A-1": "agree=6 agreed=agree", "A-5": "agree=6 agreed=agree"},
    "documents": {"A-4": "yes"},
}


def test_a_pooled_item_has_the_workshop_beside_it_and_no_figure() -> None:
    pooled, workshop = item(POOL, "A-1").looked
    assert (pooled.source, pooled.n, pooled.score, pooled.chosen) == ("pooled", 8, None, True)
    assert pooled.why == "counts as a part of the area's one figure of what staff say"
    assert item(POOL, "A-1").hidden
    assert (workshop.score, workshop.chosen) == (75, False)
    assert [one.source for one in item(POOL, "A-5").looked] == ["workshop"]
    assert item(POOL, "A-1").part == area(POOL).parts[-1]


@pytest.mark.parametrize(
    ("forms", "why"),
    [
        ([{"4 women": {"A-1 to A-3": "agree"}}], "4 of 10 people answered the survey (40 %, 60 % needed)"),
        ([{"4 women": {"A-1 to A-3": "agree"}}, {"4 women": {"A-1": "dk"}}], "too few answers (4, 5 needed)"),
        ([{"8 women": {"A-1": "dk"}}], "nothing was collected"),
    ],
)
def test_a_pool_that_fails_says_why_and_the_workshop_counts(forms: list[Any], why: str) -> None:
    pooled, workshop = item({**POOL, "forms": forms}, "A-1").looked
    people = sum(int(who.split()[0]) for form in forms for who, said in form.items() if "A-1 to A-3" in said)
    assert pooled == Looked("pooled", people, None, False, why)
    assert workshop.chosen


def test_an_area_tells_its_sums_and_its_limits() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "ratio documents, weight 2", "A-2 to A-4": "yn3 documents", "A-5": "yn3 documents"},
        "documents": {"A-1": "1/2", "A-2": "yes", "A-3": "no", "A-4": "partly"},
    }
    found = area(told)
    # (2 x 2/3 x 50 + 100 + 0 + 50) / (4/3 + 3) = (200/3 + 150) / (13/3) = 50
    assert (found.total, found.weight, found.rating.score) == (Fraction(650, 3), Fraction(13, 3), 50)
    assert [part.adds for part in found.parts] == [
        Fraction(200, 13),
        Fraction(300, 13),
        0,
        Fraction(150, 13),
        None,
    ]
    assert [part.share for part in found.parts][:2] == [Fraction(400, 13), Fraction(300, 13)]
    assert (found.needed_coverage, found.needed_items, found.needed_evidence) == (75, 4, 3)
    assert found.limits is not None
    assert (found.limits.band, found.limits.label, found.limits.begins, found.limits.above) == (
        "established",
        "Established",
        50,
        0,
    )
    assert (found.limits.next_label, found.limits.next_begins, found.limits.to_next) == ("Leading", 75, 25)
    assert found.still_needed is None


def test_the_highest_band_has_no_next_one() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "yn3 documents"}, "documents": {"A-1 to A-4": "yes"}}
    limits = area(told).limits
    assert limits is not None
    assert (limits.label, limits.begins) == ("Leading", 75)
    assert (limits.band, limits.above, limits.next_label, limits.next_begins, limits.to_next) == (
        "leading",
        25,
        None,
        None,
        None,
    )


GROUPS = {"staff": "60", "items": {"A-1 to A-4": "agree5 survey"}}


@pytest.mark.parametrize(
    ("people", "women", "men"),
    [
        (
            ["20 women", "12 men"],
            (20, 75, "shown, with nobody in no shown group"),
            (12, 75, "shown, with nobody in no shown group"),
        ),
        (
            ["20 women", "12 men", "2 others"],
            (20, 75, "shown, with 14 people in no shown group"),
            (12, None, "not shown: 2 people would be in no shown group"),
        ),
        (
            ["20 women", "20 men", "1 others"],
            (20, 75, "shown, with 1 person in no shown group"),
            (20, 75, "shown, with 1 person in no shown group"),
        ),
        (
            ["20 women", "5 men", "5 others"],
            (20, 75, "shown, with 5 people in no shown group"),
            (5, 75, "shown, with 5 people in no shown group"),
        ),
        (
            ["28 women", "4 men"],
            (28, None, "not shown: 4 people would be in no shown group"),
            (None, None, "fewer than 5 people"),
        ),
    ],
)
def test_women_and_men_say_by_numbers_of_people_why_they_are_shown(
    people: list[str], women: tuple[Any, ...], men: tuple[Any, ...]
) -> None:
    told = {**GROUPS, "forms": [{who: {"A-1 to A-4": "agree"}} for who in people]}
    groups = area(told).groups
    assert groups.people == sum(int(who.split()[0]) for who in people)
    assert [(one.people, one.figure, one.why) for one in (groups.women, groups.men)] == [women, men]
    assert groups.rule == (
        "a group is shown from 5 people up, if nobody or 5 and more are left in no shown group, "
        "or 1 in 20 of those shown; the larger group goes first"
    )


def test_women_and_men_are_not_shown_over_items_that_too_few_of_either_answered() -> None:
    forms = [{"12 women": {"A-1 to A-4": "agree"}}] + [{"2 men": {f"A-{n}": "agree"}} for n in range(1, 5)]
    groups = area({**GROUPS, "staff": "40", "forms": forms}).groups
    assert (groups.men.people, groups.men.figure) == (8, None)
    assert groups.men.why == "not shown: no item that counts was answered by at least 5 women and 5 men"


def test_an_earlier_release_keeps_a_group_hidden() -> None:
    told = {**GROUPS, "forms": [{who: {"A-1 to A-4": "agree"}} for who in ("20 women", "12 men")]}
    questionnaire = questionnaire_of(told)
    before: dict[str, Any] = {"A": ({"woman": 20, "man": 8, "x": 2},)}
    evidence = replace(evidence_in(questionnaire, told), people_before=before)
    found = explain(questionnaire, evidence, assess(questionnaire, evidence), "A", HASH).subject
    assert isinstance(found, AreaExplained)
    assert (found.groups.women.figure, found.groups.men.figure) == (75, None)
    assert found.groups.men.why.startswith("not shown: an earlier release hid it")


def test_the_exact_policy_hides_both_where_not_everybody_answered_every_item() -> None:
    forms = [{"20 women": {"A-1 to A-4": "agree"}}, {"12 men": {"A-1 to A-3": "agree"}}]
    told = {**GROUPS, "forms": forms}
    questionnaire = questionnaire_of(told)
    evidence = replace(evidence_in(questionnaire, told), policy="exact")
    found = explain(questionnaire, evidence, assess(questionnaire, evidence), "A", HASH)
    assert isinstance(found.subject, AreaExplained)
    assert found.subject.groups.men.why == "not shown: not everybody answered every item (policy exact)"
    assert found.subject.groups.rule == (
        "a group is shown from 5 people up, if nobody or 5 and more are left in no shown group; "
        "the larger group goes first"
    )
    allowed: dict[str, Any] = {"A": ({"woman": 20, "man": 10, "x": 0},)}
    kept = replace(evidence, people_before=allowed)
    found = explain(questionnaire, kept, assess(questionnaire, kept), "A", HASH)
    assert isinstance(found.subject, AreaExplained)
    assert found.subject.groups.women.why == "not shown: not everybody answered every item (policy exact)"
    before: dict[str, Any] = {"A": ({"woman": 3, "man": 12, "x": 0},)}
    evidence = replace(evidence, people_before=before)
    found = explain(questionnaire, evidence, assess(questionnaire, evidence), "A", HASH)
    assert isinstance(found.subject, AreaExplained)
    assert found.subject.groups.women.why.startswith("not shown: an earlier release hid it")
    assert found.made_from.policy == "exact"


def test_the_gap_stands_beside_women_and_men() -> None:
    forms = [{"20 women": {"A-1 to A-4": "disagree"}}, {"20 men": {"A-1 to A-4": "agree"}}]
    groups = area({**GROUPS, "forms": forms}).groups
    assert (groups.women.figure, groups.men.figure, groups.gap, groups.flagged) == (25, 75, -50, True)


def measured(told: dict[str, Any]) -> GapMeasured:
    found = area(told).groups.measured
    assert found is not None
    return found


def test_the_gap_is_told_with_its_limit_and_its_interval() -> None:
    forms = [
        {"10 women": {"A-1 to A-4": "disagree"}},
        {"9 women": {"A-1 to A-4": "neither"}},
        {"20 men": {"A-1 to A-4": "agree"}},
    ]
    found = measured({**GROUPS, "working_here": "30 women, 30 men", "forms": forms})
    # Women 700 / 19 = 36.8, printed 35; men 75. The smaller group is one short of the next limit.
    assert (found.printed, found.smaller, found.limit) == ("-40", 19, 20)
    assert isinstance(found.sure, Certainty)
    assert (found.sure.gap, found.sure.verdict) == (Fraction(700, 19) - 75, "clear")
    assert found.sure.low < found.sure.gap < found.sure.high < 0
    more = measured({**GROUPS, "forms": [*forms, {"1 woman": {"A-1 to A-4": "neither"}}]})
    assert (more.smaller, more.limit) == (20, 15)


def test_a_questionnaire_may_have_no_limit_for_few_people() -> None:
    forms = [{"6 women": {"A-1 to A-4": "disagree"}}, {"30 men": {"A-1 to A-4": "agree"}}]
    told = {**GROUPS, "forms": forms}
    plain = questionnaire_of(told)
    rules = plain.rules.model_copy(update={"gap_flags": plain.rules.gap_flags[1:]})
    questionnaire = plain.model_copy(update={"rules": rules})
    evidence = evidence_in(plain, told)
    found = explain(questionnaire, evidence, assess(questionnaire, evidence), "A", HASH)
    assert isinstance(found.subject, AreaExplained)
    groups = found.subject.groups
    assert groups.measured is not None
    assert (groups.measured.limit, groups.flagged) == (None, False)
    assert explanation_json(found)["groups"]["measured"]["limit"] is None


def test_why_there_is_no_interval_is_said() -> None:
    """Spreads of an older file hold nobody who was compared."""
    forms = [{"6 women": {"A-1 to A-4": "disagree"}}, {"30 men": {"A-1 to A-4": "agree"}}]
    questionnaire = questionnaire_of({**GROUPS, "forms": forms})
    evidence = evidence_in(questionnaire, {**GROUPS, "forms": forms})
    evidence = replace(evidence, spreads=tuple(replace(one, compared=0) for one in evidence.spreads))
    found = explain(questionnaire, evidence, assess(questionnaire, evidence), "A", HASH)
    told = explanation_json(found)["groups"]["measured"]
    assert (told["low"], told["high"], told["verdict"]) == (None, None, None)
    assert told["certainty_reason"] == "too_few_answers"


@pytest.mark.parametrize("people", [["12 women", "4 men"], ["20 women", "12 men", "2 others"]])
def test_no_limit_and_no_interval_are_told_unless_women_and_men_are_both_shown(people: list[str]) -> None:
    told = {**GROUPS, "staff": "30", "forms": [{who: {"A-1 to A-4": "agree"}} for who in people]}
    assert area(told).groups.measured is None
    assert explanation_json(explained(told, "A"))["groups"]["measured"] is None


def test_a_small_unit_tells_nothing_by_sex() -> None:
    groups = area(POOL).groups
    words = "in a unit of this size what people say is told by area only, and nobody is asked for their sex"
    assert (groups.people, groups.rule, groups.women.why, groups.men.why) == (8, words, words, words)
    assert (groups.women.people, groups.women.figure, groups.gap, groups.measured) == (None, None, None, None)


def test_an_area_that_nobody_answered_in_confidence_says_so() -> None:
    groups = area({"staff": "20", "items": {"A-1": "yn3 documents"}}).groups
    assert groups.women.why == groups.men.why == "nobody answered in confidence what counts here"


def test_what_is_missing_for_a_rating_is_counted() -> None:
    told = {"staff": "20", "items": {"A-1 to A-8": "yn3 documents"}, "documents": {"A-1 to A-3": "yes"}}
    found = area(told)
    assert found.still_needed == StillNeeded(3, ("A-4", "A-5", "A-6", "A-7", "A-8"))
    assert found.total is found.limits is found.would_change is found.sensitivity is None
    assert all(part.adds is part.share is None for part in found.parts)
    assert found.parts[0].score == 100


def test_heavier_items_are_needed_first_and_a_few_cases_may_never_be_enough() -> None:
    told = {"staff": "20", "items": {"A-1": "yn3 documents, weight 9", "A-2 to A-5": "yn3 documents"}}
    assert area({**told, "documents": {"A-2 to A-4": "yes"}}).still_needed == StillNeeded(1, ("A-1", "A-5"))
    few = {"staff": "20", "items": {"A-1 to A-4": "ratio documents"}, "documents": {"A-1 to A-4": "1/1"}}
    assert area(few).still_needed == StillNeeded(None, ())
    five = {**few, "items": {"A-1 to A-5": "ratio documents"}}
    assert area(five).still_needed == StillNeeded(None, ("A-5",))


def test_an_area_that_does_not_apply_needs_nothing() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "yn3 documents"}, "documents": {"A-1": "na N1"}}
    assert area(told).still_needed is None


def test_a_front_and_the_overall_tell_their_areas() -> None:
    items = {f"{name}-1 to {name}-4": "yn3 documents" for name in "ABCDEFGH"}
    papers = {f"{name}-1 to {name}-4": "yes" for name in "ABCDE"}
    told = {"staff": "20", "items": items, "documents": papers | {"H-1": "na N1"}}
    overall, front = explained(told, "overall"), explained(told, "staffing")
    assert (overall.kind, front.kind) == ("overall", "front")
    for found, needed in ((overall, 1), (front, 1)):
        assert isinstance(found.subject, SummaryExplained)
        assert found.subject.still_needed == StillNeeded(needed, ("F", "G"))
        assert [part.state for part in found.subject.parts] == ["counted"] * 5 + ["lost", "lost", "na"]
        assert found.subject.total is found.subject.limits is None
    assert isinstance(overall.subject, SummaryExplained)
    assert (overall.subject.title, overall.subject.needed_areas, overall.subject.needed_percent) == (
        "Overall",
        6,
        75,
    )
    rated = explained({**told, "documents": papers | {"F-1 to F-4": "no"}}, "overall").subject
    assert isinstance(rated, SummaryExplained)
    assert (rated.total, rated.weight, rated.still_needed) == (500, 6, None)
    assert [part.adds for part in rated.parts][:6] == [Fraction(100, 6)] * 5 + [0]


def test_the_areas_that_lack_the_fewest_items_are_named_first() -> None:
    items = {f"{name}-1 to {name}-4": "yn3 documents" for name in "ABCD"} | {"B-1 to B-4": "ratio documents"}
    papers = {"A-1": "yes", "B-1 to B-4": "1/1", "C-1 to C-3": "yes", "D-1 to D-4": "yes"}
    found = explained({"staff": "20", "items": items, "documents": papers}, "staffing").subject
    assert isinstance(found, SummaryExplained)
    assert found.unrated == (
        Unrated("C", StillNeeded(1, ("C-4",))),
        Unrated("A", StillNeeded(3, ("A-2", "A-3", "A-4"))),
        Unrated("B", StillNeeded(None, ())),
    )
    assert found.would_change is None


def test_a_change_is_told_with_the_respondents_of_both_audits() -> None:
    told = {**GROUPS, "forms": [{"31 women": {"A-1 to A-4": "agree"}}]}
    earlier = {"staff": "30", "forms": [{"24 women": {"A-1 to A-4": "neither"}}]}
    questionnaire = questionnaire_of(told)
    evidence, before = evidence_in(questionnaire, told), earlier_of(questionnaire, {"earlier": earlier})
    assessment = assess(questionnaire, evidence, before)
    for name in ("A", "A-1", "staffing", "overall"):
        found = explain(questionnaire, evidence, assessment, name, HASH, earlier=before)
        assert found.respondents == Respondents(31, 24)
        assert explanation_json(found)["respondents"] == {"now": 31, "then": 24}
    found = explain(questionnaire, evidence, assessment, "A", HASH, earlier=before)
    told_of = explanation_json(found)
    assert (told_of["baseline"]["change"], told_of["baseline"]["dead_zone"]) == (25, 15)
    assert told_of["perception_change"] == {
        "change": 25,
        "status": "improved",
        "comparable": "4 of 4",
        "dead_zone": 15,
    }
    assert explained(told, "A").respondents is None
    assert explanation_json(explained(told, "A"))["respondents"] is None


def test_a_front_of_nothing_needs_nothing() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "yn3 documents"}}
    found = explained(told, "substance").subject
    assert isinstance(found, SummaryExplained)
    assert (found.parts, found.still_needed, found.needed_areas) == ((), None, 1)
    assert found.title == "Substance"
    assert isinstance(found.weight, Fraction)


def test_the_parts_of_an_area_are_told_whole() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "ratio staff_data", "A-2 to A-4": "yn3 documents", "A-5": "agree5 survey"},
        "staff_data": {"A-1": "1/2"},
        "documents": {"A-2": "ng", "A-3": "na N1", "A-4": "yes"},
        "forms": [{"12 women": {"A-5": "agree"}}],
    }
    found = area({**told, "documents": {"A-2": "yes", "A-3": "na N1", "A-4": "yes"}})
    assert found.title == "A"
    ratio, yes, na, _, people = found.parts
    assert ratio == Part(
        id="A-1",
        state="counted",
        weight=Fraction(1),
        evidence=Fraction(2, 3),
        score=Fraction(50),
        adds=Fraction(100, 11),
        share=Fraction(200, 11),
        source="documents",
        instrument="staff_data",
        n=1,
        why=None,
    )
    assert (yes.adds, yes.share) == (Fraction(300, 11), Fraction(300, 11))
    assert (na.state, na.score, na.adds, na.share, na.source) == ("na", None, None, None, "documents")
    assert na.why == Why("N1", "not applicable: There is no such post or activity")
    assert (people.state, people.source, people.instrument, people.n) == ("counted", "survey", "survey", 12)
    assert area(told).parts[1].why == Why("documents_not_given", "documents not given")


POOL_OF_ONE: dict[str, Any] = {"forms": [{"8 women": {"A-1": "agree"}}], "workshop": {}}


def test_the_pooled_part_of_a_small_unit_is_told_whole() -> None:
    found = area(
        {**POOL, "items": {"A-1": "agree5 survey, weight 2", "A-4": "yn3 documents, weight 4"}} | POOL_OF_ONE
    )
    assert found.parts[0] == Part(
        "A-1", "counted", Fraction(2), Fraction(1), None, None, None, "pooled", "survey", 0, None
    )
    assert found.parts[-1] == Part(
        id=POOLED,
        state="counted",
        weight=Fraction(2),
        evidence=Fraction(1),
        score=Fraction(75),
        adds=None,
        share=None,
        source="pooled",
        instrument="survey",
        n=8,
        why=None,
    )
    whole = area(POOL).parts[-1]
    # (75 + 75 + 75 + 100 + 75) / 5
    assert (whole.weight, whole.n, whole.adds, whole.share) == (3, 8, 45, 60)


def test_the_areas_of_a_front_are_told_whole_and_weighed() -> None:
    told = {
        "staff": "20",
        "items": {f"{name}-1 to {name}-4": "yn3 documents" for name in "AB"},
        "documents": {"A-1 to A-4": "yes", "B-1 to B-4": "partly"},
    }
    plain = questionnaire_of(told)
    heavy = (plain.areas[0].model_copy(update={"weight": Fraction(3)}), plain.areas[1])
    rules = plain.rules.model_copy(update={"front_percent": Fraction(60)})
    questionnaire = plain.model_copy(update={"areas": heavy, "rules": rules})
    evidence = evidence_in(plain, told)
    assessment = assess(questionnaire, evidence)
    front = explain(questionnaire, evidence, assessment, "staffing", HASH).subject
    assert isinstance(front, SummaryExplained)
    assert front.parts == (
        Part(
            "A",
            "counted",
            Fraction(3),
            Fraction(1),
            Fraction(100),
            Fraction(75),
            Fraction(75),
            None,
            None,
            4,
            None,
        ),
        Part(
            "B",
            "counted",
            Fraction(1),
            Fraction(1),
            Fraction(50),
            Fraction(25, 2),
            Fraction(25),
            None,
            None,
            4,
            None,
        ),
    )
    assert (front.title, front.total, front.weight, front.needed_percent) == ("Staffing", 350, 4, 60)
    assert front.limits is not None
    assert (front.limits.band, front.limits.above) == ("leading", Fraction(25, 2))
    overall = explain(questionnaire, evidence, assessment, "overall", HASH).subject
    assert isinstance(overall, SummaryExplained)
    assert overall.needed_percent == 75
    assert (overall.parts[0].score, overall.parts[0].adds, overall.parts[0].why) == (100, None, None)
    unrated = explained({**told, "documents": {}}, "staffing").subject
    assert isinstance(unrated, SummaryExplained)
    assert unrated.parts[0].why == Why("coverage", "only 0 of 4 items counted (0 %, 75 % needed)")


def test_answers_of_several_groups_are_added_up_and_those_without_points_are_named() -> None:
    questionnaire = questionnaire_of({"items": {"A-1": "agree5 survey"}})
    given = (
        ("woman", "agree", 5),
        ("man", "agree", 6),
        ("x", "na N2", 1),
        ("man", "dk", 1),
        ("x", "ng", 1),
        ("x", "nf", 1),
    )
    tallies = tuple(Tally("A-1", "survey", "staff", group, text, n) for group, text, n in given)
    evidence = Evidence(Setting(20), tallies, survey_forms=14)
    found = explain(questionnaire, evidence, assess(questionnaire, evidence), "A-1", HASH).subject
    assert isinstance(found, ItemExplained)
    assert [(one.label, one.number) for one in found.counts] == [
        ("Agree", 11),
        ("Don't know", 1),
        ("Not in my work", 1),
        ("Does not exist", 1),
        ("Not given", 1),
    ]


def test_a_fact_that_the_head_tells_is_looked_up_and_no_opinion() -> None:
    plain = questionnaire_of({"items": {"A-1": "extent5 head"}})
    fact = plain.items["A-1"].model_copy(update={"evidence": "objective"})
    area = plain.areas[0].model_copy(update={"items": (fact,)})
    questionnaire = plain.model_copy(update={"areas": (area,)})
    questionnaire.__dict__.pop("items", None)
    evidence = Evidence(Setting(20), observations=(Observation("A-1", "interview", "director", "fully"),))
    found = explain(questionnaire, evidence, assess(questionnaire, evidence), "A-1", HASH).subject
    assert isinstance(found, ItemExplained)
    assert (found.looked, [one.value for one in found.found]) == ((), ["fully"])


def test_an_explanation_says_what_it_was_made_from() -> None:
    found = explained(SURVEY, "A").made_from
    assert (found.questionnaire, found.version, found.method, found.policy) == ("pga", "1.0.0", "1", "steps")
    assert found.questionnaire_sha256 == HASH
    evidence = evidence_in(questionnaire_of(SURVEY), SURVEY)
    assert found.answers_sha256 == evidence_hash(evidence)
    assert found.method_sha256 == method_hash(questionnaire_of(SURVEY))


def test_an_explanation_names_what_it_explains() -> None:
    names = ("A-1", "A", "staffing", "overall")
    assert [(explained(SURVEY, name).id, explained(SURVEY, name).kind) for name in names] == [
        ("A-1", "item"),
        ("A", "area"),
        ("staffing", "front"),
        ("overall", "overall"),
    ]


def test_everything_that_can_be_explained_has_an_id() -> None:
    names = known_ids(PGA)
    assert names[:5] == ("overall", "staffing", "substance", "structure", "ST1")
    assert len(names) == 1 + 3 + 12 + 102
    with pytest.raises(KeyError):
        explained(SURVEY, "B")
