"""How sure a gap is: by hand, by relations that must hold, and against scipy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from questionnaires.routing import Setting
from scoring.assessment import AreaRating, Why
from scoring.certainty import Certainty, certainty
from scoring.certainty_words import in_words, interval_end
from scoring.evidence import Evidence, Group, Spread

AREA = AreaRating(
    id="A",
    front="staffing",
    applicable=True,
    score=None,
    band=None,
    coverage=None,
    n=0,
    evidence=Fraction(0),
    why=None,
    objective=None,
    perception=None,
    women=Fraction(0),
    men=Fraction(0),
    gap=Fraction(0),
    gap_flagged=False,
    people=10,
    items=(),
)
means = st.lists(st.fractions(0, 100, max_denominator=4), min_size=2, max_size=12)
staff_numbers = st.none() | st.tuples(st.integers(0, 30), st.integers(0, 30))
MANY = (1_000_000_000, 1_000_000_000)


def spread(group: Group, found: Sequence[Fraction], area: str = "A") -> Spread:
    squares = sum((mean * mean for mean in found), Fraction(0))
    return Spread(area, group, len(found) + 3, len(found), sum(found, Fraction(0)), squares)


def judged(
    women: Sequence[Fraction | int],
    men: Sequence[Fraction | int],
    staff: tuple[int, int] | None = None,
    flagged: bool = True,
) -> Certainty | Why:
    """The certainty of a gap between people whose own means these are."""
    ours, theirs = [Fraction(mean) for mean in women], [Fraction(mean) for mean in men]
    table = {} if staff is None else {"all": staff}
    spreads = (spread("x", [Fraction(1)] * 5), spread("woman", ours), spread("man", theirs))
    elsewhere = spread("woman", [Fraction(0)] * 9, "B")
    evidence = Evidence(Setting(40, table), spreads=(elsewhere, *spreads))
    gap = sum(ours, Fraction(0)) / max(len(ours), 1) - sum(theirs, Fraction(0)) / max(len(theirs), 1)
    return certainty(evidence, replace(AREA, gap=gap, gap_flagged=flagged))


def sure(
    women: Sequence[Fraction | int],
    men: Sequence[Fraction | int],
    staff: tuple[int, int] | None = None,
    flagged: bool = True,
) -> Certainty:
    found = judged(women, men, staff, flagged)
    assert isinstance(found, Certainty)
    return found


def test_the_interval_is_that_of_welch() -> None:
    women, men = [75, 50, 50, 100, 25, 75], [0, 25, 25, 50, 0, 0, 25, 10]
    found = sure(women, men)
    scipys = stats.ttest_ind(women, men, equal_var=False)
    ends = scipys.confidence_interval(0.95)
    assert float(found.low) == pytest.approx(ends.low, abs=1e-8)
    assert float(found.high) == pytest.approx(ends.high, abs=1e-8)
    assert found.freedom is not None
    assert float(found.freedom) == pytest.approx(scipys.df)


def test_variances_by_hand_for_a_unit_of_known_size() -> None:
    found = sure([0, 50], [40, 60, 80], (8, 12))
    assert found.women.variance == Fraction(3, 4) * 1250 / 2
    assert found.men.variance == Fraction(3, 4) * 400 / 3
    assert (found.women.people, found.women.staff, found.men.people, found.men.staff) == (2, 8, 3, 12)


def test_numbers_of_all_categories_of_staff_are_added() -> None:
    spreads = (spread("woman", [Fraction(0), Fraction(50)]), spread("man", [Fraction(0), Fraction(50)]))
    table = {"professional": (3, 1), "support": (5, 3)}
    found = certainty(Evidence(Setting(40, table), spreads=spreads), AREA)
    assert isinstance(found, Certainty)
    assert (found.women.staff, found.men.staff) == (8, 4)


def test_without_a_shown_gap_nothing_is_said() -> None:
    evidence = Evidence(Setting(40), spreads=(spread("woman", [Fraction(1), Fraction(2)]),))
    found = certainty(evidence, replace(AREA, women=None, gap=None))
    assert found == Why("not_both_shown", "women's and men's figures are not both shown")


@pytest.mark.parametrize(("women", "men"), [([50], [40, 60]), ([40, 60], [50]), ([], [40, 60])])
def test_one_person_has_no_variance(women: list[int], men: list[int]) -> None:
    found = judged(women, men)
    assert found == Why("too_few_answers", "too few women or men answered to say how sure the gap is")


def test_a_group_that_nobody_counted_is_too_few() -> None:
    found = certainty(Evidence(Setting(40), spreads=(spread("man", [Fraction(1)] * 5),)), AREA)
    assert isinstance(found, Why)


def test_when_everybody_answered_the_gap_is_exact() -> None:
    found = sure([0, 50, 100], [50, 75, 100], (3, 3))
    assert (found.low, found.high, found.freedom, found.verdict) == (-25, -25, None, "clear")
    assert in_words(found) == (
        "Women 25.0 points lower than men; everybody answered (3 women and 3 men), "
        "so chance has no part in it: clear."
    )


def test_an_exact_gap_may_still_be_too_small() -> None:
    found = sure([50, 60], [60, 60], (2, 2), flagged=False)
    assert found.verdict == "small"
    assert in_words(found).endswith("so chance has no part in it, but too small to call for attention.")


def test_no_gap_at_all_is_no_gap() -> None:
    found = sure([50, 60], [60, 50], (2, 2), flagged=False)
    assert found.verdict == "chance"
    assert in_words(found) == (
        "Women and men the same; everybody answered (2 women and 2 men), so chance has no part in it."
    )


def test_more_answers_than_staff_count_as_everybody() -> None:
    assert sure([0, 50, 100], [50, 75, 100], (2, 0)).freedom is None
    assert not sure([0, 50, 100], [50, 75, 100], (4, 3)).women.everybody
    assert sure([0, 50, 100], [50, 75, 100], (4, 3)).men.everybody


def test_one_group_that_is_complete_leaves_the_freedom_of_the_other() -> None:
    found = sure([0, 50, 100, 75], [50, 75, 100], (9, 3))
    assert found.freedom == 3
    assert found.men.variance == 0 < found.women.variance


def test_when_a_group_answers_alike_the_words_say_so() -> None:
    found = sure([50, 50], [75, 75], (9, 9))
    assert in_words(found) == (
        "Women 25.0 points lower than men; each group answered alike or in full (2 women and 2 men), so the "
        "interval is the gap itself: clear."
    )


def test_alike_with_a_small_gap_and_alike_without_one() -> None:
    alike = "each group answered alike or in full (2 women and 2 men), so the interval is the gap itself"
    assert in_words(sure([50, 50], [52, 52], (9, 9), flagged=False)) == (
        f"Women 2.0 points lower than men; {alike}, but too small to call for attention."
    )
    assert in_words(sure([50, 50], [50, 50], (9, 9), flagged=False)) == f"Women and men the same; {alike}."


def test_words_of_a_gap_that_is_clear_and_of_one_that_is_not() -> None:
    assert in_words(sure([80, 70, 80, 70], [20, 10, 20, 10], (40, 40))) == (
        "Women 60.0 points higher than men; with 4 women and 4 men "
        "the gap lies between +50.6 and +69.5: clear."
    )
    assert in_words(sure([0, 50, 100], [50, 75, 100], (30, 30))) == (
        "Women 25.0 points lower than men; with 3 women and 3 men "
        "the gap lies between -100.0 and +73.6: could be chance."
    )
    assert in_words(sure([52, 50], [60, 62], (30, 30), flagged=False)).endswith(
        ": more than chance, but too small to call for attention."
    )


def test_half_a_point_more_is_higher() -> None:
    assert in_words(sure([50, 51], [50, 50], flagged=False)).startswith("Women 0.5 points higher than men;")


def test_one_group_that_answered_in_full_beside_one_that_answered_alike() -> None:
    told = in_words(sure([40, 60], [75, 75], (2, 9)))
    assert "; each group answered alike or in full (2 women and 2 men), so" in told
    assert "; each group answered alike or in full" in in_words(sure([75, 75], [40, 60], (9, 2)))


def test_words_say_when_nobody_told_how_many_work_here() -> None:
    told = in_words(sure([80, 70, 80, 70], [20, 10, 20, 10]))
    assert told.endswith(
        "clear. How many women and men work here was not given, so the unit was taken as very large."
    )


@pytest.mark.parametrize(
    ("end", "text"), [("0.01", "+0.1"), ("-0.01", "-0.1"), ("0", "0.0"), ("4.5", "+4.5"), ("-20.11", "-20.2")]
)
def test_an_end_beside_nought_never_reads_nought(end: str, text: str) -> None:
    assert interval_end(Fraction(end)) == text


def test_the_verdict_needs_both_the_interval_and_the_limit() -> None:
    apart = ([80, 70, 80, 70], [20, 10, 20, 10])
    assert sure(*apart, flagged=True).verdict == "clear"
    assert sure(*apart, flagged=False).verdict == "small"
    assert sure([0, 100], [50, 60], flagged=True).verdict == "chance"


def test_an_interval_that_just_touches_nought_could_be_chance() -> None:
    found = sure([50, 50], [50, 50])
    assert (found.gap, found.low, found.verdict) == (0, 0, "chance")


@given(means, means, staff_numbers, st.booleans())
def test_women_and_men_exchanged_turn_the_sign_round(
    women: list[Fraction], men: list[Fraction], staff: tuple[int, int] | None, flagged: bool
) -> None:
    one = sure(women, men, staff, flagged)
    other = sure(men, women, None if staff is None else (staff[1], staff[0]), flagged)
    assert (other.gap, other.low, other.high) == (-one.gap, -one.high, -one.low)
    assert (other.verdict, other.freedom) == (one.verdict, one.freedom)
    assert (other.women, other.men) == (one.men, one.women)


@given(means, means, staff_numbers, st.integers(2, 4))
def test_more_people_who_answer_alike_never_widen_the_interval(
    women: list[Fraction], men: list[Fraction], staff: tuple[int, int] | None, times: int
) -> None:
    few, many = sure(women, men, staff), sure(women * times, men * times, staff)
    assert many.gap == few.gap
    assert many.high - many.low <= few.high - few.low


@given(means, means, st.tuples(st.integers(12, 40), st.integers(12, 40)))
def test_a_known_unit_is_surer_than_an_endless_one(
    women: list[Fraction], men: list[Fraction], staff: tuple[int, int]
) -> None:
    known, larger, endless = (sure(women, men, size) for size in (staff, (staff[0] + 9, staff[1] + 9), None))
    for one, other in ((known, larger), (larger, endless)):
        assert one.women.variance <= other.women.variance
        assert one.men.variance <= other.men.variance
    nearly = sure(women, men, MANY)
    assert float(nearly.low) == pytest.approx(float(endless.low), abs=1e-4)


@given(means, means, staff_numbers)
def test_the_gap_lies_in_its_interval_and_the_interval_on_the_scale(
    women: list[Fraction], men: list[Fraction], staff: tuple[int, int] | None
) -> None:
    found = sure(women, men, staff)
    assert -100 <= found.low <= found.gap <= found.high <= 100
    assert (found.verdict == "chance") == (found.low <= 0 <= found.high)


@given(means, means, staff_numbers)
def test_freedom_lies_between_that_of_the_smaller_group_and_that_of_both(
    women: list[Fraction], men: list[Fraction], staff: tuple[int, int] | None
) -> None:
    found = sure(women, men, staff)
    if found.freedom is not None:
        assert min(len(women), len(men)) - 1 <= found.freedom <= len(women) + len(men) - 2
