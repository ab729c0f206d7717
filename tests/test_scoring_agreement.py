"""Agreement of raters: Krippendorff's alpha for ordered levels, and per cent."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.library import load
from scoring.agreement import FEWEST_ITEMS, RatedAlone, agreement, alpha, in_words, points_apart
from scoring.assessment import Why, because
from tests.worked_cases import Case, cases, questionnaire_of, spread, told_of

PGA = load("pga", "1.0.0").questionnaire
LEVELS = ["SU1-01", "SU1-02", "SU2-04", "SU2-05", "SU4-04", "ST3-01", "IA1-04", "IA2-01", "SU1-08", "SU2-06"]
RATIO = "SU2-01"

# The example by which alpha is usually explained: 4 coders, 12 units, "." where a coder gave nothing
# (Krippendorff, Computing Krippendorff's Alpha-Reliability; ordinal 0.815).
CODERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def units_of(*coders: str) -> list[list[Fraction]]:
    columns = zip(*(coder.split() for coder in coders), strict=True)
    return [[Fraction(value) for value in column if value != "."] for column in columns]


def by_pairs(units: list[list[Fraction]]) -> Fraction | None:
    """Alpha as it is defined: disagreement of all pairs within units, over that of all pairs there are.

    The distance of two categories is counted out: every rating from the one to the other, less half of
    those in each of the two.
    """
    paired = [unit for unit in units if len(unit) > 1]
    every = [value for unit in paired for value in unit]

    def distance(one: Fraction, other: Fraction) -> Fraction:
        low, high = min(one, other), max(one, other)
        between = sum(1 for value in every if low <= value <= high)
        ends = sum(1 for value in every if value == low) + sum(1 for value in every if value == high)
        return (between - Fraction(ends, 2)) ** 2

    observed = Fraction(0)
    for unit in paired:
        apart = sum((distance(a, b) for a, b in permutations(unit, 2)), Fraction(0))
        observed += apart / (len(unit) - 1)
    expected = sum((distance(a, b) for a, b in permutations(every, 2)), Fraction(0))
    if expected == 0:
        return None
    number = len(every)
    return 1 - (observed / number) / (expected / (number * (number - 1)))


def test_the_published_example_gives_the_published_alpha() -> None:
    found = alpha(units_of(*CODERS))
    assert found == Fraction(108577, 133160)
    assert round(float(found), 3) == 0.815


def test_the_slow_count_of_pairs_gives_it_too() -> None:
    assert by_pairs(units_of(*CODERS)) == Fraction(108577, 133160)


@given(st.lists(st.lists(st.integers(0, 4).map(Fraction), max_size=4), max_size=12))
def test_alpha_is_what_counting_pairs_one_by_one_gives(units: list[list[Fraction]]) -> None:
    assert alpha(units) == by_pairs(units)


@given(st.lists(st.lists(st.integers(0, 4).map(Fraction), min_size=2, max_size=3), min_size=2, max_size=9))
def test_only_the_order_of_the_levels_matters(units: list[list[Fraction]]) -> None:
    stretched = [[value**3 + 7 * value - 5 for value in unit] for unit in units]
    assert alpha(units) == alpha(stretched)


@given(st.lists(st.lists(st.integers(0, 4).map(Fraction), min_size=2, max_size=3), min_size=2, max_size=9))
def test_alpha_is_the_same_for_levels_counted_from_the_other_end(units: list[list[Fraction]]) -> None:
    assert alpha(units) == alpha([[100 - value for value in unit] for unit in units])


def test_ratings_that_never_differ_give_one_and_opposite_ones_less_than_nothing() -> None:
    assert alpha(units_of("1 2 3 4", "1 2 3 4")) == 1
    found = alpha(units_of("1 4 1 4", "4 1 4 1"))
    assert found is not None
    assert found < 0


def test_where_no_two_ratings_differ_there_is_no_alpha() -> None:
    assert alpha(units_of("3 3 3", "3 3 3")) is None
    assert alpha([]) is None
    assert alpha(units_of("1 2 3", ". . .")) is None


# Over the items of a questionnaire


def rated(*answers: str, items: list[str] = LEVELS) -> list[RatedAlone]:
    """One line a facilitator, `.` where the item was not rated; the first letter of a level is enough."""
    words = {"m": "missing", "a": "approaching", "t": "meeting", "x": "exceeding"}
    columns = zip(*(line.split() for line in answers), strict=True)
    given_ = [tuple(words.get(a, a.replace("_", " ")) for a in column if a != ".") for column in columns]
    return [RatedAlone(item, answer) for item, answer in zip(items, given_, strict=False)]


def test_ten_items_on_levels_are_enough_for_alpha() -> None:
    found = agreement(PGA, rated("m a t x m a t x a a", "m a t x a a t t a a"))
    assert (found.items, found.alike, found.percent, found.ranked) == (10, 8, 80, 10)
    assert found.alpha == by_pairs([[Fraction("matx".index(v)) for v in p] for p in
                                    zip("matxmatxaa", "matxaattaa", strict=True)])  # fmt: skip
    assert found.why is None


def test_nine_items_are_too_few_and_the_reason_says_so() -> None:
    found = agreement(PGA, rated("m a t x m a t x a", "m a t x a a t t a"))
    assert (found.items, found.alike, found.percent, found.alpha) == (9, 7, Fraction(700, 9), None)
    assert found.why is not None
    assert found.why.code == "too_few_twice"
    assert found.why.words == "9 items got a level from two; below 10 it is chance"
    assert FEWEST_ITEMS == 10


def test_a_single_item_is_said_in_the_singular() -> None:
    found = agreement(PGA, rated("m", "a"))
    assert found.why is not None
    assert found.why.words.startswith("1 item got a level from two")


def test_ratings_all_on_one_level_have_no_alpha_however_many() -> None:
    found = agreement(PGA, rated("t t t t t t t t t t", "t t t t t t t t t t"))
    assert (found.percent, found.alpha) == (100, None)
    words = "all ratings are on one level, so there is nothing to tell apart"
    assert found.why == Why("no_variation", words)


def test_nothing_rated_by_two_has_neither_per_cent_nor_alpha() -> None:
    found = agreement(PGA, rated("m a t", ". . ."))
    assert (found.items, found.percent, found.alpha) == (0, None, None)
    assert found.why == Why("nothing_twice", "no item is rated by two")


def test_ratios_are_equal_or_not_and_no_part_of_alpha() -> None:
    ratios = [RatedAlone(RATIO, ("1/3", "2/6")), RatedAlone("SU2-02", ("4/9", "4/9"))]
    found = agreement(PGA, [*rated("m a", "m t"), *ratios])
    assert (found.items, found.alike, found.ranked) == (4, 2, 2)


def test_an_item_that_one_calls_not_applicable_is_unequal_and_no_part_of_alpha() -> None:
    found = agreement(PGA, rated("m na_N1 ng", "m a a"))
    assert (found.items, found.alike, found.ranked) == (3, 1, 1)


def test_of_three_raters_the_two_with_a_level_are_compared_where_the_third_has_none() -> None:
    found = agreement(PGA, rated("m na_N1", "m a", "m t"))
    assert (found.items, found.alike, found.ranked) == (2, 1, 2)


def test_all_who_rated_must_have_given_the_same() -> None:
    found = agreement(PGA, rated("m a t", "m a t", "m x ."))
    assert (found.items, found.alike) == (3, 2)


def test_what_does_not_exist_is_the_lowest_level_for_alpha_but_another_answer() -> None:
    one = agreement(PGA, rated("m a t x m a t x a a", "nf a t x m a t x a a"))
    assert (one.alike, one.alpha) == (9, 1)


def test_levels_of_different_scales_are_ranked_by_their_points() -> None:
    items = [*LEVELS[:9], "IA2-02"]
    found = agreement(PGA, rated("m a t x m a t x a yes", "m a t x m a t x a partly", items=items))
    # missing 0, approaching 33 1/3, partly 50, meeting 66 2/3, exceeding and yes 100
    ranks = {"m": 0, "a": 1, "p": 2, "t": 3, "x": 4}
    pairs = zip("matxmatxax", "matxmatxap", strict=True)
    assert found.alpha == by_pairs([[Fraction(ranks[v]) for v in pair] for pair in pairs])


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        (("missing", "meeting"), Fraction(200, 3)),
        (("approaching", "exceeding", "meeting"), Fraction(200, 3)),
        (("nf", "missing"), 0),
        (("na N1", "meeting"), None),
        (("ng", "na N1"), None),
    ],
)
def test_how_far_ratings_lie_apart_in_points(answers: tuple[str, ...], points: Fraction | None) -> None:
    assert points_apart(PGA, RatedAlone("SU2-04", answers)) == points


def test_ratios_lie_apart_by_what_they_are_worth() -> None:
    assert points_apart(PGA, RatedAlone(RATIO, ("1/4", "2/4"))) == 25
    assert points_apart(PGA, RatedAlone(RATIO, ("0/0", "2/4"))) is None


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (Fraction(1), "good"),
        (Fraction(4, 5), "good"),
        (Fraction(4, 5) - Fraction(1, 999), "middling"),
        (Fraction(2, 3), "middling"),
        (Fraction(2, 3) - Fraction(1, 999), "low"),
        (Fraction(-1, 2), "low"),
    ],
)
def test_alpha_in_words(found: Fraction, word: str) -> None:
    assert in_words(found).startswith(word)


# As a gender specialist works it out


RATED_CASES = [case for case in cases() if "raters" in case.told["expect"]]


def test_there_are_worked_cases_of_two_raters() -> None:
    assert len(RATED_CASES) >= 5


@pytest.mark.parametrize("case", RATED_CASES, ids=[case.name for case in RATED_CASES])
def test_worked_case(case: Case) -> None:
    questionnaire = questionnaire_of(case.told)
    sheets = [spread(sheet) for sheet in case.told["facilitators"].values()]
    found = agreement(
        questionnaire,
        (
            RatedAlone(item, tuple(sheet[item] for sheet in sheets if item in sheet))
            for item in questionnaire.items
        ),
    )
    wanted = case.told["expect"]["raters"]
    assert told_of(found, wanted) == wanted


def test_a_reason_is_shown_to_a_programmer_without_the_function_that_says_it() -> None:
    found = because("few", lambda: "too few")
    assert repr(found) == "Why(code='few', english='too few')"
    assert found == Why("few", "too few") != Why("few", "too many")
