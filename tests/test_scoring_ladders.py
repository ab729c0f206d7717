"""The answers of an item in order of what they are worth, compared with trying every answer."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.values import Ratio, SexCount, SexRate, Value
from scoring.ladders import ladder_of
from scoring.points import Mark, mark
from tests.worked_cases import PGA, questionnaire_of

PLAIN = questionnaire_of(
    {"items": {"A-1": "ratio documents", "A-2": "sexcount documents", "A-3": "sexrate documents"}}
)
TURNED = questionnaire_of({"items": {"A-1": "ratio documents, reversed"}})
limits = st.fractions(0, 100)


def worth(values: Iterable[Value], name: str, definition: object = PLAIN) -> dict[str, Fraction]:
    """Every answer that carries points, with them."""
    found = {}
    for value in values:
        result = mark(definition, definition.items[name], value)  # type: ignore[attr-defined, arg-type]  # PLAIN
        if isinstance(result, Mark):
            found[str(value)] = result.score
    return found


@given(st.integers(1, 12), limits)
def test_a_ratio_keeps_its_whole(whole: int, limit: Fraction) -> None:
    every = worth((Ratio(Fraction(part), whole) for part in range(whole + 1)), "A-1")
    ladder = ladder_of(PLAIN, PLAIN.items["A-1"], f"0/{whole}")
    above = ladder.lowest_from(limit)
    assert above is not None
    assert above.points == every[above.text] == min(points for points in every.values() if points >= limit)
    below = ladder.highest_below(limit)
    assert below is None or below.points == every[below.text]
    assert (below.points if below else None) == max(
        (points for points in every.values() if points < limit), default=None
    )
    assert ladder.best.text == f"{whole}/{whole}"


def test_a_ratio_that_is_turned_round_rises_as_its_part_falls() -> None:
    ladder = ladder_of(TURNED, TURNED.items["A-1"], "3/4")
    assert [(ladder.rung(place).points, ladder.rung(place).text) for place in range(ladder.length)] == [
        (0, "4/4"),
        (25, "3/4"),
        (50, "2/4"),
        (75, "1/4"),
        (100, "0/4"),
    ]


def test_a_quiz_rises_by_half_points() -> None:
    quiz = next(item for item in PGA.items.values() if item.halves)
    ladder = ladder_of(PGA, quiz, "1.5/2")
    assert [ladder.rung(place).text for place in range(ladder.length)] == [
        "0/2",
        "0.5/2",
        "1/2",
        "1.5/2",
        "2/2",
    ]


@given(st.integers(0, 9), st.integers(0, 9), limits)
def test_a_count_by_sex_keeps_its_total_and_who_is_fewer(women: int, men: int, limit: Fraction) -> None:
    total = women + men
    if total < 4:
        return
    every = worth((SexCount(number, total - number) for number in range(total + 1)), "A-2")
    ladder = ladder_of(PLAIN, PLAIN.items["A-2"], f"women={women} men={men}")
    above = ladder.lowest_from(limit)
    assert above is not None
    assert above.points == every[above.text] == min(points for points in every.values() if points >= limit)
    below = ladder.highest_below(limit)
    assert (below.points if below else None) == max(
        (points for points in every.values() if points < limit), default=None
    )
    texts = [ladder.rung(place).text for place in range(ladder.length)]
    assert f"women={women} men={men}" in texts or women - men == 1
    rung = ladder.rung(0)
    assert rung.text == (f"women={total} men=0" if women > men else f"women=0 men={total}")


@given(st.integers(4, 9), st.integers(4, 9), st.data())
def test_rates_move_the_lower_of_the_two(of_women: int, of_men: int, data: st.DataObject) -> None:
    women, men = data.draw(st.integers(0, of_women)), data.draw(st.integers(0, of_men))
    if women + men < 4:
        return
    lower_is_women = women * of_men <= men * of_women
    moved = (
        (SexRate(number, of_women, men, of_men) for number in range(of_women + 1))
        if lower_is_women
        else (SexRate(women, of_women, number, of_men) for number in range(of_men + 1))
    )
    every = worth(moved, "A-3")
    now = f"women={women}/{of_women} men={men}/{of_men}"
    ladder = ladder_of(PLAIN, PLAIN.items["A-3"], now)
    rungs = [ladder.rung(place) for place in range(ladder.length)]
    assert [rung.points for rung in rungs] == sorted(rung.points for rung in rungs)
    assert now in [rung.text for rung in rungs]
    assert all(every[rung.text] == rung.points for rung in rungs)
    assert ladder.best.points == max(every.values())
    assert [rung.text for rung in rungs] == list(every)[: len(rungs)]


def test_a_count_goes_from_one_sex_alone_to_balance_and_no_further() -> None:
    for value, lowest, best, length in (
        ("women=5 men=5", "women=0 men=10", "women=5 men=5", 6),
        ("women=8 men=2", "women=10 men=0", "women=5 men=5", 6),
        ("women=4 men=3", "women=7 men=0", "women=4 men=3", 4),
    ):
        ladder = ladder_of(PLAIN, PLAIN.items["A-2"], value)
        assert (ladder.rung(0).text, ladder.best.text, ladder.length) == (lowest, best, length)
        assert ladder.at(Fraction(100)).text == best


@pytest.mark.parametrize(
    ("value", "lowest", "best"),
    [
        ("women=3/7 men=3/6", "women=1/7 men=3/6", "women=4/7 men=3/6"),
        ("women=3/6 men=3/7", "women=3/6 men=1/7", "women=3/6 men=4/7"),
        ("women=4/8 men=4/8", "women=0/8 men=4/8", "women=4/8 men=4/8"),
        ("women=1/4 men=9/10", "women=0/4 men=9/10", "women=4/4 men=9/10"),
        ("women=5/5 men=1/9", "women=5/5 men=0/9", "women=5/5 men=9/9"),
    ],
)
def test_rates_stay_large_enough_to_count(value: str, lowest: str, best: str) -> None:
    ladder = ladder_of(PLAIN, PLAIN.items["A-3"], value)
    assert (ladder.rung(0).text, ladder.best.text) == (lowest, best)


def test_options_stand_in_the_order_of_their_points() -> None:
    item = PGA.items["IA4-02"]
    assert item.reverse
    ladder = ladder_of(PGA, item, None)
    assert [ladder.rung(place).text for place in range(ladder.length)] == [
        "strongly_agree",
        "agree",
        "neither",
        "disagree",
        "strongly_disagree",
    ]
    above, below = ladder.lowest_from(Fraction(75)), ladder.highest_below(Fraction(75))
    assert above is not None
    assert below is not None
    assert (above.text, below.text) == ("disagree", "neither")
    assert ladder.lowest_from(Fraction(101)) is None
    assert ladder.highest_below(Fraction(0)) is None
