"""What is printed is safe, and what is typed is read as it was meant."""

from __future__ import annotations

import io
import sys

import pytest

from audit_engine import terminal
from questionnaires.errors import UserError


@pytest.mark.parametrize(
    "c", ["\x1b", "\x07", "\x00", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f", "\udce9"]
)
def test_what_could_steer_a_terminal_becomes_a_visible_mark(c: str) -> None:
    assert terminal.clean(f"a{c}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_line_breaks_stay_only_where_lines_are_wanted() -> None:
    assert terminal.clean("a\nb\tc") == "a b c"
    assert terminal.clean("a\nb\tc\r", lines=True) == "a\nb\tc\N{REPLACEMENT CHARACTER}"


def test_ordinary_text_of_any_script_is_left_alone() -> None:
    text = "Égalité نساء 女性 😀 a\u200bb"
    assert terminal.clean(text) == text


def test_nothing_printed_is_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.say("[bold]x[/bold] :smile: [/nowhere]")
    assert capsys.readouterr().out == "[bold]x[/bold] :smile: [/nowhere]\n"


def test_the_marks_of_a_pasted_block_are_not_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\x1b[200~typed\x1b[201~\r\n"))
    assert terminal.ask_line("> ") == "typed"


def test_the_end_of_the_input_is_told_apart_from_an_empty_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert terminal.ask_line("> ") == ""
    with pytest.raises(terminal.InputEndedError):
        terminal.ask_line("> ")


def test_nobody_at_the_keyboard_gets_the_default_or_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("never read"))
    assert terminal.ask("Language", "en") == "en"
    assert terminal.confirm("Sure?") is False
    with pytest.raises(UserError, match="no one is at the keyboard"):
        terminal.ask("Unit")
