"""What must hold for any audit: relations between two judgements of nearly the same evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from questionnaires.definition import Area, Item, Questionnaire
from questionnaires.routing import Setting
from scoring import assess
from scoring.areas import rate_area
from scoring.assessment import AreaRating, Assessment
from scoring.bands import band_of, in_order, position
from scoring.collected import Collected
from scoring.earlier import earlier_from
from scoring.evidence import Earlier
from scoring.points import Mark, mark, parity
from scoring.rounding import down, rounded, up
from scoring.summaries import mean_of_areas
from tests.counting import Submission, evidence_of
from tests.worked_cases import PGA, item_of, questionnaire_of, spread

AGREE = ["strongly_disagree", "disagree", "neither", "agree", "strongly_agree"]
CODES = ["dk", "na", "pnts"]
LEVELS = ["missing", "approaching", "meeting", "exceeding"]
STAFF = 24
TOLD: dict[str, Any] = {
    "items": {
        "A-1 to A-3": "agree5 survey",
        "A-4": "agree5 survey, reversed",
        "A-5 to A-7": "ev4 documents",
        "B-1 to B-5": "ev4 documents",
    }
}
QUESTIONNAIRE = questionnaire_of(TOLD)
PEOPLE, PAPERS = ["A-1", "A-2", "A-3", "A-4"], ["A-5", "A-6", "A-7"]

answers = st.fixed_dictionaries({name: st.sampled_from(AGREE + CODES) for name in PEOPLE})
forms = st.lists(st.tuples(st.sampled_from(["woman", "man", "x"]), answers), min_size=12, max_size=STAFF)
papers = st.fixed_dictionaries({name: st.sampled_from([*LEVELS, "nf", "ng", "na N1"]) for name in PAPERS})


def submitted(people: Sequence[tuple[str, dict[str, str]]], found: dict[str, str]) -> list[Submission]:
    survey = [Submission("survey", "staff", given_, group) for group, given_ in people]  # type: ignore[arg-type]
    return [*survey, Submission("document_review", "facilitator", found)]


def judge(
    questionnaire: Questionnaire, submissions: Sequence[Submission], earlier: Earlier | None = None
) -> Assessment:
    return assess(questionnaire, evidence_of(questionnaire, Setting(STAFF), submissions), earlier)


def area(assessment: Assessment, name: str = "A") -> AreaRating:
    found = assessment.area(name)
    assert found is not None
    return found


def with_items(change: Any) -> Questionnaire:
    """The same questionnaire with each item changed."""
    areas = tuple(
        Area(id=one.id, title=one.title, front=one.front, items=tuple(change(item) for item in one.items))
        for one in QUESTIONNAIRE.areas
    )
    return with_areas(areas)


def with_areas(areas: Sequence[Area]) -> Questionnaire:
    parts = {name: getattr(QUESTIONNAIRE, name) for name in Questionnaire.model_fields}
    return Questionnaire(**{**parts, "areas": tuple(areas)})


def item_with(item: Item, **fields: Any) -> Item:
    return Item(**{**{name: getattr(item, name) for name in Item.model_fields}, **fields})


@given(forms, papers, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(people: Any, found: Any, random: Random) -> None:
    submissions = submitted(people, found)
    shuffled = list(submissions)
    random.shuffle(shuffled)
    assert judge(QUESTIONNAIRE, shuffled) == judge(QUESTIONNAIRE, submissions)


@given(forms, papers, st.randoms(use_true_random=False))
def test_the_order_of_items_and_areas_changes_no_figure(people: Any, found: Any, random: Random) -> None:
    submissions = submitted(people, found)
    areas = []
    for one in QUESTIONNAIRE.areas[::-1]:
        items = random.sample(one.items, len(one.items))
        areas.append(Area(id=one.id, title=one.title, front=one.front, items=tuple(items)))
    before, after = judge(QUESTIONNAIRE, submissions), judge(with_areas(areas), submissions)
    for name in ("A", "B"):
        first, second = area(before, name), area(after, name)
        assert replace(second, items=first.items) == first
    assert after.overall == before.overall
    assert set(after.proposals) == set(before.proposals)


@given(forms, papers)
def test_answering_and_scoring_an_item_the_other_way_round_changes_nothing(people: Any, found: Any) -> None:
    mirrored = [(group, {name: turn(answer) for name, answer in form.items()}) for group, form in people]
    turned = with_items(lambda item: item_with(item, reverse=not item.reverse) if item.id in PEOPLE else item)
    before, after = judge(QUESTIONNAIRE, submitted(people, found)), judge(turned, submitted(mirrored, found))
    assert after == before


def turn(answer: str) -> str:
    return AGREE[4 - AGREE.index(answer)] if answer in AGREE else answer


@given(forms, papers, st.fractions(Fraction(1), Fraction(9)))
def test_multiplying_all_weights_changes_no_score(people: Any, found: Any, factor: Fraction) -> None:
    submissions = submitted(people, found)
    heavier = with_items(lambda item: item_with(item, weight=item.weight * factor))
    before, after = area(judge(QUESTIONNAIRE, submissions)), area(judge(heavier, submissions))
    # More weight is more evidence, so a rating may appear; a rating that is there stays the same.
    assert before.score in (None, after.score)
    assert (after.coverage, after.perception, after.objective) == (
        before.coverage,
        before.perception,
        before.objective,
    )
    assert (after.women, after.men, after.gap) == (before.women, before.men, before.gap)


@given(forms, papers)
def test_an_item_of_weight_nought_is_as_good_as_none(people: Any, found: Any) -> None:
    submissions = submitted(people, found)
    extra = item_of("A-8", "ev4 documents, weight 0")
    one, other = QUESTIONNAIRE.areas
    wider = Area(id=one.id, title=one.title, front=one.front, items=(*one.items, extra))
    answered = [*submissions, Submission("document_review", "facilitator", {"A-8": "missing"})]
    before, after = judge(QUESTIONNAIRE, submissions), judge(with_areas([wider, other]), answered)
    assert replace(area(after), items=area(before).items) == area(before)


@given(forms, papers)
def test_what_does_not_apply_adds_nothing(people: Any, found: Any) -> None:
    submissions = submitted(people, found)
    extra = item_of("A-8", "ev4 documents")
    one, other = QUESTIONNAIRE.areas
    wider = Area(id=one.id, title=one.title, front=one.front, items=(*one.items, extra))
    answered = [*submissions, Submission("document_review", "facilitator", {"A-8": "na N2"})]
    before, after = area(judge(QUESTIONNAIRE, submissions)), area(judge(with_areas([wider, other]), answered))
    same = replace(after, items=before.items, many_not_applicable=before.many_not_applicable)
    assert same == before


@given(forms, papers, st.integers(0, 200), st.sampled_from(PEOPLE))
def test_a_better_answer_never_lowers_the_area(people: Any, found: Any, place: int, name: str) -> None:
    group, form = people[place % len(people)]
    ladder = AGREE[::-1] if name == "A-4" else AGREE
    if form[name] not in ladder[:-1]:
        return
    raised = {**form, name: ladder[ladder.index(form[name]) + 1]}
    better = [*people[: place % len(people)], (group, raised), *people[place % len(people) + 1 :]]
    before, after = (
        area(judge(QUESTIONNAIRE, submitted(people, found))),
        area(judge(QUESTIONNAIRE, submitted(better, found))),
    )
    assert (before.score is None) == (after.score is None)
    assert before.score is None or (after.score is not None and after.score >= before.score)
    assert area(judge(QUESTIONNAIRE, submitted(better, found)), "B") == area(
        judge(QUESTIONNAIRE, submitted(people, found)), "B"
    )


@given(forms, papers)
def test_every_figure_lies_between_its_inputs(people: Any, found: Any) -> None:
    rated = area(judge(QUESTIONNAIRE, submitted(people, found)))
    scores = [item.score for item in rated.items if item.score is not None]
    for figure in (rated.score, rated.perception, rated.objective):
        assert figure is None or min(scores) <= figure <= max(scores)
    assert all(0 <= score <= 100 for score in scores)


@given(forms, papers)
def test_women_men_and_the_others_make_up_all(people: Any, found: Any) -> None:
    evidence = evidence_of(QUESTIONNAIRE, Setting(STAFF), submitted(people, found))
    whole = Collected(QUESTIONNAIRE, evidence)
    rated = rate_area(whole, QUESTIONNAIRE.areas[0])
    for item in rated.items[:4]:
        marks = [
            (
                mark(
                    QUESTIONNAIRE,
                    QUESTIONNAIRE.items[item.id],
                    whole.value(QUESTIONNAIRE.items[item.id], tally.value),
                ),
                tally,
            )
            for tally in evidence.tallies
            if tally.item == item.id
        ]
        n = sum(tally.number for value, tally in marks if isinstance(value, Mark))
        total = sum(
            (value.score * tally.number for value, tally in marks if isinstance(value, Mark)), Fraction(0)
        )
        assert item.score is None or item.score == total / n


@given(forms, papers)
def test_two_of_everybody_give_the_same_scores(people: Any, found: Any) -> None:
    submissions, doubled = submitted(people, found), submitted([*people, *people], found)
    once = assess(QUESTIONNAIRE, evidence_of(QUESTIONNAIRE, Setting(STAFF), submissions))
    twice = assess(QUESTIONNAIRE, evidence_of(QUESTIONNAIRE, Setting(2 * STAFF), doubled))
    for before, after in zip(area(once).items, area(twice).items, strict=True):
        assert before.score is None or before.score == after.score


@given(forms, papers, forms, papers)
def test_swapping_now_and_then_turns_the_change_round(
    people: Any, found: Any, others: Any, others_found: Any
) -> None:
    now, then = submitted(people, found), submitted(others, others_found)
    forward = area(judge(QUESTIONNAIRE, now, kept(then))).baseline
    backward = area(judge(QUESTIONNAIRE, then, kept(now))).baseline
    assert forward is not None
    assert backward is not None
    if forward.change is not None and backward.change is not None:
        assert forward.change == -backward.change
    assert (forward.change is None) == (backward.change is None)


@given(forms, papers)
def test_an_audit_against_itself_has_not_changed(people: Any, found: Any) -> None:
    submissions = submitted(people, found)
    against_itself = judge(QUESTIONNAIRE, submissions, kept(submissions))
    for one in against_itself.areas:
        assert one.baseline is not None
        assert (one.baseline.change, one.baseline.status) in ((0, "unchanged"), (None, "not comparable"))
    alone = judge(QUESTIONNAIRE, submissions)
    assert [one.score for one in against_itself.areas] == [one.score for one in alone.areas]


def kept(submissions: Sequence[Submission]) -> Earlier:
    return earlier_from(
        QUESTIONNAIRE,
        judge(QUESTIONNAIRE, submissions),
        unit="unit",
        start="2024-01-01",
        sha256="",
        respondents=sum(one.instrument == "survey" for one in submissions),
    )


@given(st.fractions(0, 100))
def test_every_score_belongs_to_one_band_and_bands_rise(score: Fraction) -> None:
    minimums = [band.minimum for band in in_order(PGA)]
    above = [band for band in in_order(PGA) if band.minimum <= score]
    assert band_of(PGA, score) == above[-1].id
    assert position(PGA, score) == len(above) - 1
    assert position(PGA, min(Fraction(100), score + 1)) >= position(PGA, score)
    assert minimums == sorted(minimums)


@given(st.fractions(0, 50), st.fractions(0, 50))
def test_parity_rises_with_the_share_of_the_fewer(one: Fraction, other: Fraction) -> None:
    assert (parity(one) <= parity(other)) == (one <= other)
    assert 0 <= parity(one) <= 100


@given(st.fractions(-200, 200), st.sampled_from([Fraction(1, 10), Fraction(5), Fraction(1, 1000000)]))
def test_rounding_moves_a_figure_half_a_step_at_most_and_is_symmetrical(
    figure: Fraction, step: Fraction
) -> None:
    assert abs(rounded(figure, step) - figure) <= step / 2
    assert rounded(-figure, step) == -rounded(figure, step)
    assert down(figure, step) <= figure <= up(figure, step)


def test_the_mean_of_no_area_is_none() -> None:
    assert mean_of_areas(PGA, {}) is None


def test_ranges_of_items_are_spelled_out() -> None:
    assert list(spread({"ST1-08 to ST1-10": "yes"})) == ["ST1-08", "ST1-09", "ST1-10"]
