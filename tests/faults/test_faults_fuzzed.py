"""Spoilt workbooks, a hundred of them: only a value or a refusal ever comes out. `make fuzz` tries more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.fuzz import outcome, spoilt, through_a_process
from tests.faults.made_workbooks import sound

GOOD = sound()


@settings(max_examples=100)
@given(st.integers(0, 2**32 - 1))
@pytest.mark.filterwarnings("ignore")
def test_a_workbook_spoilt_at_random_is_read_or_refused(seed: int) -> None:
    assert outcome(spoilt(GOOD, random.Random(seed)))


@settings(max_examples=100)
@given(st.binary(max_size=300), st.integers(0, len(GOOD)))
@pytest.mark.filterwarnings("ignore")
def test_any_bytes_after_a_good_beginning_are_read_or_refused(tail: bytes, kept: int) -> None:
    assert outcome(GOOD[:kept] + tail)


@pytest.mark.parametrize("seed", range(8))
def test_a_spoilt_workbook_ends_in_one_message_through_the_process_too(tmp_path: Path, seed: int) -> None:
    assert through_a_process(spoilt(GOOD, random.Random(seed)), tmp_path)
