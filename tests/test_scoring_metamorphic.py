"""What must hold between two ratings of nearly the same audit, whatever was answered.

The relations are numbered 1 to 27, each one test. Where one holds in part only, its test says under what
condition; the rules behind it are those of docs/method.md. What does not hold, and why:

- 4: that Cronbach's alpha stays is with the reliability of the scales (tests/test_scoring_reliability.py).
  A rating that was not there may appear, since more people pass more limits.
- 13 and 14 hold for an item, not for an area or the overall: an area weighs its items alike, whoever answered
  how many of them, and women's and men's figures leave out what is sensitive or has too few of either.
- 16 holds for means: whether a third of the area does not apply is told, and may change.
- 23 holds within what the printing rounds away.
- 26 does not hold where the two disagree: then the value confirmed last counts (rule 1).
"""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import factorial
from random import Random
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from questionnaires.references import Baseline
from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import AreaRating, Assessment
from scoring.bands import band_of, in_order, position
from scoring.collected import Collected
from scoring.evidence_json import evidence_from_json, evidence_to_json
from scoring.fingerprint import evidence_hash, method_hash
from scoring.people import count
from tests.counting import Submission, evidence_of
from tests.two_areas import (
    AGREE,
    GROUPS,
    LEVELS,
    OTHERS,
    PAPERS,
    PEOPLE,
    QUESTIONNAIRE,
    REVERSED,
    STAFF,
    area,
    area_with,
    forms,
    groups,
    item,
    item_with,
    judge,
    kept,
    papers,
    rated_answers,
    submitted,
    turn,
    with_areas,
    with_extra,
    with_items,
)
from tests.worked_cases import item_of, questionnaire_of

many = st.lists(st.tuples(groups, rated_answers), min_size=24, max_size=40)


def figures(rated: AreaRating) -> tuple[Fraction | None, ...]:
    """Everything an area is rated with."""
    return (
        rated.score,
        rated.objective,
        rated.perception,
        rated.coverage,
        rated.women,
        rated.men,
        rated.gap,
    )


def scores(assessment: Assessment) -> list[Fraction | None]:
    """The figures of all areas, of the fronts and of the overall."""
    of_areas = [figure for one in assessment.areas for figure in figures(one)]
    return [*of_areas, *(front.score for front in assessment.fronts), assessment.overall.score]


@given(forms, papers, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(people: Any, found: Any, random: Random) -> None:
    """Relation 1: neither that of the forms nor that of the rows in which they were counted."""
    shuffled = random.sample(people, len(people))
    evidence = evidence_of(QUESTIONNAIRE, Setting(STAFF), submitted(shuffled, found))
    rows = {name: getattr(evidence, name) for name in ("tallies", "spreads", "scales", "heard")}
    mixed = replace(evidence, **{name: tuple(random.sample(row, len(row))) for name, row in rows.items()})
    assert assess(QUESTIONNAIRE, mixed) == judge(QUESTIONNAIRE, submitted(people, found))


@given(forms, papers, st.randoms(use_true_random=False))
def test_the_order_of_the_items_of_an_area_changes_no_figure(people: Any, found: Any, random: Random) -> None:
    """Relation 2."""
    turned = [area_with(one, random.sample(one.items, len(one.items))) for one in QUESTIONNAIRE.areas]
    before = judge(QUESTIONNAIRE, submitted(people, found))
    after = judge(with_areas(turned), submitted(people, found))
    assert [replace(one, items=()) for one in after.areas] == [replace(one, items=()) for one in before.areas]
    assert [item(after, one.id) for one in area(before).items] == list(area(before).items)
    assert after.overall == before.overall


@given(forms, papers)
def test_the_order_of_the_areas_changes_no_figure(people: Any, found: Any) -> None:
    """Relation 3."""
    before = judge(QUESTIONNAIRE, submitted(people, found))
    after = judge(with_areas(QUESTIONNAIRE.areas[::-1]), submitted(people, found))
    assert after.areas == before.areas[::-1]
    assert (after.overall, after.fronts) == (before.overall, before.fronts)
    assert set(after.proposals) == set(before.proposals)


@given(many, papers)
def test_two_of_everybody_give_the_same_means(people: Any, found: Any) -> None:
    """Relation 4, where the same items count: n doubles, every mean stays."""
    once = area(judge(QUESTIONNAIRE, submitted(people, found), staff=40))
    twice = area(judge(QUESTIONNAIRE, submitted([*people, *people], found), staff=80))
    assert [one.score for one in twice.items] == [one.score for one in once.items]
    assert [one.n for one in twice.items[:4]] == [2 * one.n for one in once.items[:4]]
    assert (twice.score, twice.perception) == (once.score, once.perception)
    of_each = [sum(group == name for group, _ in people) for name in ("woman", "man")]
    assert min(of_each) < 5 or (twice.women, twice.men) == (once.women, once.men)


@given(forms, papers, st.sampled_from(PEOPLE))
def test_an_item_asked_the_other_way_round_changes_nothing(people: Any, found: Any, name: str) -> None:
    """Relation 5: the key of one item and its answers are turned."""
    mirrored = [(group, form | {name: turn(form[name])}) for group, form in people]
    turned = with_items(lambda one: item_with(one, reverse=not one.reverse) if one.id == name else one)
    after = judge(turned, submitted(mirrored, found))
    assert after == judge(QUESTIONNAIRE, submitted(people, found))


@given(forms, papers)
def test_everything_asked_the_other_way_round_changes_no_figure(people: Any, found: Any) -> None:
    """Relation 6: all keys and all answers are turned. What does not exist still counts as the lowest."""
    mirrored = [(group, {name: turn(said) for name, said in form.items()}) for group, form in people]
    turned = with_items(lambda one: item_with(one, reverse=not one.reverse))
    after = judge(turned, submitted(mirrored, {name: turn(said) for name, said in found.items()}))
    assert scores(after) == scores(judge(QUESTIONNAIRE, submitted(people, found)))


@given(
    st.lists(st.sampled_from(["no", "partly", "yes"]), min_size=12, max_size=STAFF),
    st.integers(0, 9),
    st.integers(3, 9),
    st.integers(2, 9),
)
def test_the_ruler_an_answer_is_given_on_changes_no_score(
    said: list[str], part: int, whole: int, factor: int
) -> None:
    """Relation 7: no, partly, yes as the ends and the middle of five steps; a ratio of more of all."""
    assume(part <= whole)
    five_steps = dict(zip(("no", "partly", "yes"), AGREE[::2], strict=True))

    def rated(scale: str, given_: list[str], ratio: str) -> list[Fraction | None]:
        lines = {"A-1": f"{scale} survey", "A-2": "ratio staff_data"}
        survey = [Submission("survey", "staff", {"A-1": one}) for one in given_]
        looked_up = Submission("staff_data", "facilitator", {"A-2": ratio})
        found = judge(questionnaire_of({"items": lines}), [*survey, looked_up])
        return [item(found, name).score for name in lines]

    before = rated("yn3", said, f"{part}/{whole}")
    after = rated("agree5", [five_steps[one] for one in said], f"{part * factor}/{whole * factor}")
    assert after == before
    assert None not in before


@given(st.lists(st.integers(0, 2), min_size=6, max_size=11), papers, groups)
def test_one_more_who_answers_like_the_mean_changes_no_mean(apart: list[int], found: Any, group: str) -> None:
    """Relation 8: everybody has a counterpart on the other side of the middle; one in it joins."""
    steps = [2 + sign * distance for distance in apart for sign in (1, -1)]
    people = [(group, dict.fromkeys(PEOPLE, AGREE[step])) for step in steps]
    middle = (group, dict.fromkeys(PEOPLE, AGREE[2]))
    before = area(judge(QUESTIONNAIRE, submitted(people, found)))
    after = area(judge(QUESTIONNAIRE, submitted([*people, middle], found)))
    assert [one.score for one in after.items] == [one.score for one in before.items]
    assert figures(after) == figures(before)
    assert before.perception == 50


@given(forms, papers, st.integers(0, 200), st.sampled_from([name for name in PEOPLE if name != REVERSED]))
def test_a_better_answer_never_lowers_the_area(people: Any, found: Any, place: int, name: str) -> None:
    """Relation 9."""
    before, after = before_and_after(people, found, place % len(people), name)
    assert (before.score is None) == (after.score is None)
    assert before.score is None or (after.score is not None and after.score >= before.score)


@given(forms, papers, st.integers(0, 200))
def test_more_agreement_with_a_reversed_item_never_raises_the_area(
    people: Any, found: Any, place: int
) -> None:
    """Relation 10."""
    before, after = before_and_after(people, found, place % len(people), REVERSED)
    assert (before.score is None) == (after.score is None)
    assert before.score is None or (after.score is not None and after.score <= before.score)


def before_and_after(people: Any, found: Any, place: int, name: str) -> tuple[AreaRating, AreaRating]:
    """The area with one answer of one person a step further up its scale; no other area moves."""
    group, form = people[place]
    step = AGREE.index(form[name]) if form[name] in AGREE else 4
    raised = (group, form | ({name: AGREE[step + 1]} if step < 4 else {}))
    moved = [*people[:place], raised, *people[place + 1 :]]
    before = judge(QUESTIONNAIRE, submitted(people, found))
    after = judge(QUESTIONNAIRE, submitted(moved, found))
    assert area(after, "B") == area(before, "B")
    untouched = [n for n, one in enumerate(area(before).items) if one.id != name]
    assert [area(after).items[n] for n in untouched] == [area(before).items[n] for n in untouched]
    return area(before), area(after)


@given(forms, papers, st.fractions(Fraction(1, 9), Fraction(9)))
def test_all_weights_times_the_same_change_no_figure(people: Any, found: Any, factor: Fraction) -> None:
    """Relation 11. More weight is more evidence, so a rating may come or go; its figure stays."""
    heavier = with_items(lambda one: item_with(one, weight=one.weight * factor))
    before = area(judge(QUESTIONNAIRE, submitted(people, found)))
    after = area(judge(heavier, submitted(people, found)))
    assert None in (before.score, after.score) or after.score == before.score
    assert figures(after)[1:] == figures(before)[1:]


@given(forms, papers, st.sampled_from(LEVELS))
def test_an_item_of_weight_nought_is_as_good_as_none(people: Any, found: Any, level: str) -> None:
    """Relation 12."""
    before = judge(QUESTIONNAIRE, submitted(people, found))
    wider = with_extra(item_of("A-8", "ev4 documents, weight 0"))
    after = judge(wider, submitted(people, found | {"A-8": level}))
    assert replace(area(after), items=area(before).items) == area(before)
    assert after.overall == before.overall


@given(many, papers, st.data())
def test_the_two_halves_of_a_unit_make_up_the_whole(people: Any, found: Any, data: Any) -> None:
    """Relation 13, for items."""
    cut = data.draw(st.integers(12, len(people) - 12))
    parts = [judge(QUESTIONNAIRE, submitted(half, found)) for half in (people[:cut], people[cut:])]
    whole = judge(QUESTIONNAIRE, submitted(people, found), staff=2 * STAFF)
    for name in PEOPLE:
        halves = [item(part, name) for part in parts]
        total = sum((one.score * one.n for one in halves if one.score is not None), Fraction(0))
        assert item(whole, name).score == total / sum(one.n for one in halves)


@given(forms, papers)
def test_women_men_and_the_others_make_up_all(people: Any, found: Any) -> None:
    """Relation 14, for items."""
    evidence = evidence_of(QUESTIONNAIRE, Setting(STAFF), submitted(people, found))
    collected, rated = Collected(QUESTIONNAIRE, evidence), judge(QUESTIONNAIRE, submitted(people, found))
    for name in PEOPLE:
        asked = QUESTIONNAIRE.items[name]
        of_all = [one for one in evidence.tallies if one.item == name]
        parts = [count(collected, asked, [one for one in of_all if one.group == group]) for group in GROUPS]
        total = sum((one.mean * one.n for one in parts if one.mean is not None), Fraction(0))
        n = sum(one.n for one in parts)
        assert item(rated, name).score in (None, total / n if n else None)


@given(st.integers(12, STAFF), groups, st.integers(0, 4), st.integers(0, 3))
def test_all_the_same_answer_is_the_figure(number: int, group: str, step: int, level: int) -> None:
    """Relation 15: all lowest give 0, all highest 100, all the same just that."""
    form = {name: AGREE[4 - step if name == REVERSED else step] for name in PEOPLE}
    found = dict.fromkeys(PAPERS + OTHERS, LEVELS[level])
    rated = area(judge(QUESTIONNAIRE, submitted([(group, form)] * number, found)))
    worth, fact = Fraction(25 * step), Fraction(100 * level, 3)
    assert (rated.perception, rated.objective) == (worth, fact)
    assert rated.score == (4 * worth + 3 * fact) / 7


@given(forms, papers, groups)
def test_what_does_not_apply_changes_no_mean(people: Any, found: Any, group: str) -> None:
    """Relation 16, for means: an item that does not apply, and a person in whose work nothing of it is."""
    before = area(judge(QUESTIONNAIRE, submitted(people, found)))
    wider = with_extra(item_of("A-8", "ev4 documents"))
    with_item = area(judge(wider, submitted(people, found | {"A-8": "na N2"})))
    assert figures(with_item) == figures(before)
    with_person = area(
        judge(QUESTIONNAIRE, submitted([*people, (group, dict.fromkeys(PEOPLE, "na"))], found), staff=STAFF)
    )
    assert [one.score for one in with_person.items] == [one.score for one in before.items]


@given(forms, papers, st.lists(st.sampled_from(PAPERS + PEOPLE), unique=True, max_size=5))
def test_what_is_missing_leaves_the_figure_in_between_or_none(
    people: Any, found: Any, missing: list[str]
) -> None:
    """Relation 17: with enough left the score is between what was answered; else there is none."""
    fewer = [(group, {n: said for n, said in form.items() if n not in missing}) for group, form in people]
    papers_left = {name: said for name, said in found.items() if name not in missing}
    rated = area(judge(QUESTIONNAIRE, submitted(fewer, papers_left)))
    given_ = [one.score for one in rated.items if one.score is not None]
    assert all(item_.score is None for item_ in rated.items if item_.id in missing)
    if rated.score is None:
        assert rated.why is not None
    else:
        assert min(given_) <= rated.score <= max(given_)
        assert 4 * len(given_) >= 3 * (len(given_) + sum(one.state == "lost" for one in rated.items))


@given(forms, papers)
def test_every_figure_lies_between_its_inputs(people: Any, found: Any) -> None:
    """Relation 18."""
    found_all = judge(QUESTIONNAIRE, submitted(people, found))
    for rated in found_all.areas:
        inputs = [one.score for one in rated.items if one.score is not None]
        for figure in (rated.score, rated.perception, rated.objective):
            assert figure is None or min(inputs) <= figure <= max(inputs)
        assert all(0 <= score <= 100 for score in inputs)


@given(st.fractions(0, 100), st.fractions(0, 100), st.integers(1, 30))
def test_bands_rise_with_the_score_and_a_limit_belongs_to_one(one: Fraction, other: Fraction, n: int) -> None:
    """Relation 19."""
    lower, higher = sorted((one, other))
    assert position(QUESTIONNAIRE, lower) <= position(QUESTIONNAIRE, higher)
    bands = in_order(QUESTIONNAIRE)
    for below, band in pairwise(bands):
        hair = Fraction(1, factorial(n) * 100)
        assert band_of(QUESTIONNAIRE, band.minimum - hair) == below.id
        assert band_of(QUESTIONNAIRE, band.minimum) == band_of(QUESTIONNAIRE, band.minimum + hair) == band.id


@given(forms, papers, forms, papers)
def test_swapping_now_and_then_turns_the_change_round(
    people: Any, found: Any, others: Any, others_found: Any
) -> None:
    """Relation 20: the sign of every change flips, and an audit has not changed against itself."""
    now, then = submitted(people, found), submitted(others, others_found)
    forward, backward = judge(QUESTIONNAIRE, now, kept(then)), judge(QUESTIONNAIRE, then, kept(now))
    for one, other in zip(changes(forward), changes(backward), strict=True):
        assert (one is None) == (other is None)
        assert one is None or other is None or one == -other
    assert set(changes(judge(QUESTIONNAIRE, now, kept(now)))) <= {Fraction(0), None}


def changes(assessment: Assessment) -> list[Fraction | None]:
    """The change of every area and the overall."""
    compared = [one.baseline for one in (*assessment.areas, assessment.overall)]
    return [None if one is None else one.change for one in compared]


@given(forms, papers, forms, papers, st.integers(0, 100))
def test_no_baseline_touches_the_rating_of_today(
    people: Any, found: Any, others: Any, others_found: Any, value: int
) -> None:
    """Relation 21: neither an earlier audit nor what is declared."""
    now = submitted(people, found)
    declared = Baseline(value=Fraction(value), unit="score", level="unit", direction="increase", source="-")
    with_declared = with_items(lambda one: item_with(one, baseline=declared))
    alone = judge(QUESTIONNAIRE, now)
    for compared in (
        judge(QUESTIONNAIRE, now, kept(submitted(others, others_found))),
        judge(with_declared, now),
    ):
        assert scores(compared) == scores(alone)
        assert [one.band for one in compared.areas] == [one.band for one in alone.areas]


@given(forms, papers)
def test_what_was_collected_comes_back_from_a_file_with_the_same_hash(people: Any, found: Any) -> None:
    """Relation 22."""
    evidence = evidence_of(QUESTIONNAIRE, Setting(STAFF), submitted(people, found))
    reread = evidence_from_json(json.loads(json.dumps(evidence_to_json(evidence))))
    assert evidence_hash(reread) == evidence_hash(evidence)
    assert assess(QUESTIONNAIRE, reread) == assess(QUESTIONNAIRE, evidence)


@given(forms, papers, st.text(min_size=1, max_size=20))
def test_a_translation_changes_no_score_and_no_method(people: Any, found: Any, text: str) -> None:
    """Relation 24."""
    translated = with_items(lambda one: item_with(one, text=f"ñ {text}", gap=f"ß {text}"))
    before, after = (
        judge(QUESTIONNAIRE, submitted(people, found)),
        judge(translated, submitted(people, found)),
    )
    assert after == before
    assert method_hash(translated) == method_hash(QUESTIONNAIRE)


@given(forms, papers)
def test_one_more_question_that_nobody_has_to_answer_changes_no_old_score(people: Any, found: Any) -> None:
    """Relation 25: asked for information only, or of larger units only. The questionnaire is another."""
    before = judge(QUESTIONNAIRE, submitted(people, found))
    for line in ("ev4 information", "ev4 documents, from 100"):
        wider = with_extra(item_of("A-8", line))
        assert scores(judge(wider, submitted(people, found))) == scores(before)
        assert wider.model_dump_json() != QUESTIONNAIRE.model_dump_json()


@given(forms, papers, papers, st.randoms(use_true_random=False))
def test_in_which_order_two_facilitators_enter_what_they_found_changes_nothing(
    people: Any, found: Any, agreed: Any, random: Random
) -> None:
    """Relation 26: each enters documents, partly the same, and what they agreed on is entered too."""
    half = dict(list(found.items())[: random.randint(0, len(found))])
    sheets = [
        Submission("document_review", "facilitator", half),
        Submission("document_review", "facilitator", found),
        Submission("document_review", "facilitator", {"A-5": agreed["A-5"]}, agreed=True),
    ]
    survey = submitted(people, {})
    orders = [random.sample(sheets, len(sheets)) for _ in range(2)]
    first, second = (scores(judge(QUESTIONNAIRE, [*survey, *order])) for order in orders)
    assert first == second


@given(forms, papers)
def test_rating_twice_gives_the_same_and_leaves_the_evidence_as_it_is(people: Any, found: Any) -> None:
    """Relation 27, as far as `scoring` goes; that the file is not written is with the command."""
    evidence = evidence_of(QUESTIONNAIRE, Setting(STAFF), submitted(people, found))
    before = evidence_hash(evidence)
    assert assess(QUESTIONNAIRE, evidence) == assess(QUESTIONNAIRE, evidence)
    assert evidence_hash(evidence) == before
