"""Figures in words: bands by sign and word, means by the answers, counts without heads."""

from __future__ import annotations

from fractions import Fraction

import pytest

from exports.composing.figures import answer_words, band_words, legend, symbol, what_was_found
from questionnaires.library import load
from scoring.assessment import ItemRating

PGA = load("pga", "1.0.0").questionnaire


def item_with(scale: str, *, reverse: bool = False) -> str:
    return next(i for i, item in PGA.items.items() if item.scale == scale and item.reverse == reverse)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (0, "strongly disagree"),
        (50, "neither"),
        (Fraction(533, 10), "between neither and agree"),
        (100, "strongly agree"),
    ],
)
def test_a_mean_is_printed_in_the_words_of_the_answers(figure: int, words: str) -> None:
    assert answer_words(PGA, PGA.items[item_with("agree5")], Fraction(figure)) == words


def test_a_reversed_item_is_printed_as_it_was_answered() -> None:
    item = next(item for item in PGA.items.values() if item.reverse)
    scale = PGA.scale_of(item)
    lowest = min(scale.options, key=lambda option: option.points or 0)
    assert answer_words(PGA, item, Fraction(100)) == lowest.id.replace("_", " ")


def test_every_band_has_a_word_and_a_sign_of_its_own() -> None:
    words = [band_words(PGA, band.id) for band in PGA.bands]
    assert len({word.split(" ")[0] for word in words}) == len(PGA.bands)
    assert words[-1] == "■■■ Leading"
    assert all(word in legend(PGA) for word in words)
    assert band_words(PGA, None) == ""
    assert symbol(0, 6) == "□□□□□"


def rating(value: str, instrument: str) -> ItemRating:
    return ItemRating(
        "x",
        "counted",
        Fraction(0),
        None,
        1,
        Fraction(1),
        Fraction(1),
        source="documents",
        instrument=instrument,  # type: ignore[arg-type]  # a literal in the parameters of the test
        value=value,
    )


@pytest.mark.parametrize(
    ("scale", "value", "instrument", "said"),
    [
        ("sexcount", "women=3 men=2", "staff_data", "60 % women, 40 % men: men are fewer (small total"),
        ("sexcount", "women=10 men=10", "staff_data", "50 % women, 50 % men: as many women as men"),
        ("sexrate", "women=3/10 men=5/20", "staff_data", "30 % of the women, 25 % of the men"),
        ("ratio", "3/8", "staff_data", "38 % (small total"),
        ("ratio", "3/8", "document_review", "3 of 8 documents or cases"),
        ("ev4", "nf", "document_review", "confirmed not to exist"),
    ],
)
def test_what_was_found_is_told_without_counting_heads(
    scale: str, value: str, instrument: str, said: str
) -> None:
    item = PGA.items[item_with(scale)]
    assert what_was_found(PGA, item, rating(value, instrument)).startswith(said)


def test_a_level_is_told_with_its_criterion() -> None:
    item = PGA.items[item_with("ev4")]
    found = what_was_found(PGA, item, rating("meeting", "document_review"))
    assert found == f"meeting: {item.criteria['meeting']}"


def test_nothing_is_told_of_an_answer_given_in_confidence() -> None:
    item = PGA.items[item_with("yn3")]
    heard = ItemRating(
        item.id, "counted", Fraction(100), None, 1, Fraction(1), Fraction(1), source="interviews", value="yes"
    )
    assert what_was_found(PGA, item, heard) == ""
