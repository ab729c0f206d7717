"""Why a group is not shown: how many people would be left without a group."""

from __future__ import annotations

import pytest

from scoring.explained_groups import _would_be_left


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        (0, "not shown: nobody would be in no shown group"),
        (1, "not shown: 1 person would be in no shown group"),
        (3, "not shown: 3 people would be in no shown group"),
    ],
)
def test_those_who_would_be_left_are_told_in_words_that_fit_their_number(rest: int, words: str) -> None:
    assert _would_be_left(rest) == words
