"""Arabic in terminals that have no order of their own for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.visual_order import SETTING, in_visual_order
from questionnaires.catalogue import speaking, tr
from tests.running import begin, run


def test_letters_are_joined_and_words_stand_from_right_to_left() -> None:
    assert in_visual_order("مرحبا 12 ok\n") == "ok 12 ﺎﺒﺣﺮﻣ\n"


def test_a_line_without_arabic_stays_as_it_is() -> None:
    text = "Save 3/8 (of 10)\r\n  next\n\n"
    assert in_visual_order(text) == text


def test_each_line_is_put_in_order_for_itself() -> None:
    assert in_visual_order("أ ب\nab\nج") == "ﺏ ﺃ\nab\nﺝ"


@pytest.mark.parametrize(("setting", "ordered"), [("program", True), ("terminal", False), ("", False)])
def test_a_person_says_whether_the_program_is_to_order_arabic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, ordered: bool
) -> None:
    monkeypatch.setenv(SETTING, setting)
    audit = begin(tmp_path / "a.audit", "--language", "ar")
    with speaking("ar"):
        title, asked = tr("Staff survey"), tr("(y/n)")
    ran = run("survey", audit, typed="\n\nstop\n")
    for text in (title, asked):
        assert (in_visual_order(text) in ran.out) is ordered
        assert (text in ran.out) is not ordered
