"""Whoever has a Russian or Arabic keyboard need not change it to give a command."""

from __future__ import annotations

import pytest

from audit_engine.same_key import latin
from audit_engine.sittings.screens import Command, slash_command


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("й", "q"),
        ("ЫУТВ", "send"),
        ("ض", "q"),
        ("سثىي", "send"),
        ("لا", "b"),
        ("send", "send"),
        ("q", "q"),
        ("12", "12"),
        ("п ЫЕ1-02", "g st1-02"),
    ],
)
def test_the_same_keys_give_the_same_command(typed: str, keys: str) -> None:
    assert latin(typed) == keys


@pytest.mark.parametrize("typed", ["café q", "ы and s", "ST1 й"])
def test_a_text_with_latin_letters_stays_as_it_is(typed: str) -> None:
    assert latin(typed) == typed


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("/й", Command("q")),
        ("/п ЫЕ1-02", Command("g", "st1-02")),
        ("/п 5", Command("g", "5")),
        ("/т сказано вслух", Command("n", "сказано вслух")),
        ("/ى قيل بصوت عال", Command("n", "قيل بصوت عال")),
        ("/لا", Command("b")),
    ],
)
def test_a_command_is_known_and_a_note_keeps_its_words(typed: str, command: Command) -> None:
    assert slash_command(typed) == command


@pytest.mark.parametrize("typed", ["/нет", "/ж", "нет"])
def test_other_words_are_no_command(typed: str) -> None:
    assert slash_command(typed) is None
