"""Sittings at a real terminal: a whole interview, and everything that can interrupt one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions
from questionnaires.errors import ExitCode
from tests.at_the_keyboard import ESCAPE, HERE, PROGRAM, Keyboard, answers, make_audit, sittings, values

DIRECTOR = ("--role", "director", "--gender", "woman")
SURVIVED = {"SU1-03": "largely"}


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return make_audit(tmp_path / "geneva.audit")


def begun(audit: Path, **env: str) -> Keyboard:
    """An interview of the head of unit, at the item SU1-03 after a first answer to it was confirmed."""
    keys = Keyboard(audit, "interview", *DIRECTOR, **env)
    keys.type("y", "(y/n) ")
    keys.type("/g SU1-03")
    keys.type("4")
    keys.see("Saved.")
    keys.type("b")
    keys.see("Answered so far")
    keys.see("> ")
    return keys


def test_a_whole_interview_is_typed_stopped_and_resumed(audit: Path) -> None:
    keys = Keyboard(audit, "interview")
    keys.see("Whom do you interview?")
    keys.type("1")
    keys.see("is the person a")
    keys.type("1")
    keys.see("agreed by its head")
    keys.type("y", "(y/n) ")
    keys.see("Last two posts filled: how did it go?")
    keys.type("A panel with both sexes")
    keys.see("ST1-main-obstacle")
    keys.type("/b")
    keys.see("A panel with both sexes")
    keys.type("Panels with women and men")
    keys.see("stays in the history")
    keys.type("/g ST3-01")
    keys.see("everyone including project staff was told")
    keys.type("7")
    keys.see("Choose 1 to 4")
    keys.type("n seen on the wall")
    keys.see("Note saved.")
    keys.type("3")
    keys.see("ST3-good-practice")
    keys.type("/q")
    keys.see("audit-engine interview geneva.audit --resume")
    assert keys.end() == ExitCode.DONE
    stopped = dict(answers(audit))
    again = Keyboard(audit, "interview")
    again.see("Go on with")
    again.type("1")
    again.see("ST3-good-practice")
    assert {name: values(audit)[name] for name in stopped} == {n: a.value for n, a in stopped.items()}
    _answer_the_rest(again)
    assert again.end() == ExitCode.DONE
    found = values(audit)
    assert len(found) == 44
    assert (found["ST1-good-practice"], found["ST3-01"]) == ("Panels with women and men", "meeting")
    assert found["IA3-09"] == "yes"
    assert found["should_have_asked"] == "words"
    interview = sittings(audit)[0]
    assert (interview.state, interview.role, interview.profile.gender) == ("done", "director", "woman")


def _answer_the_rest(keys: Keyboard) -> None:
    """Answers every question that is still open: words where words are asked, else the third choice."""
    while True:
        which = keys.child.expect_exact(["In words; a command", "Or: dk", "At the end"])
        keys.see("> ")
        keys.child.sendline(["words", "3", "f"][which])
        if which == 2:
            return


def test_killed_at_a_prompt_nothing_confirmed_is_lost(audit: Path) -> None:
    keys = begun(audit)
    keys.child.kill(signal.SIGKILL)
    keys.child.wait()
    assert values(audit) == SURVIVED
    again = Keyboard(audit, "interview")
    again.type("1")
    again.type("/q")
    assert again.end() == ExitCode.DONE


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupted_it_ends_with_130_and_keeps_everything(audit: Path, how: signal.Signals) -> None:
    keys = begun(audit)
    if how == signal.SIGINT:
        keys.child.sendintr()
    else:
        keys.child.kill(how)
    assert keys.end() == ExitCode.INTERRUPTED
    assert "Everything confirmed is kept." in keys.plain
    assert "Traceback" not in keys.seen
    assert values(audit) == SURVIVED


def test_ctrl_d_stops_like_q(audit: Path) -> None:
    keys = begun(audit)
    keys.child.sendeof()
    keys.see("--resume")
    assert keys.end() == ExitCode.DONE
    assert values(audit) == SURVIVED


def test_a_closed_window_loses_nothing_and_frees_the_sitting(audit: Path) -> None:
    keys = begun(audit)
    os.close(keys.child.child_fd)
    assert _ended(keys.child.pid)
    assert values(audit) == SURVIVED


def _ended(process: int) -> bool:
    """Whether a process ends within five seconds."""
    for _ in range(100):
        if os.waitpid(process, os.WNOHANG)[0]:
            return True
        time.sleep(0.05)
    return False


def test_stopped_and_continued_it_asks_the_same_question(audit: Path) -> None:
    keys = begun(audit)
    keys.child.kill(signal.SIGTSTP)
    time.sleep(0.1)
    keys.child.kill(signal.SIGCONT)
    keys.child.sendline("2")
    keys.see("Saved.")
    keys.child.sendline("q")
    assert keys.end() == ExitCode.DONE
    assert values(audit) == {"SU1-03": "a_little"}


def test_a_pasted_block_answers_nothing_by_accident(audit: Path) -> None:
    keys = begun(audit)
    keys.child.send("1\n" * 100)
    keys.see("none was used")
    keys.type("q")
    assert keys.end() == ExitCode.DONE
    assert values(audit) == SURVIVED


def test_a_pasted_block_is_one_text_at_an_open_question(audit: Path) -> None:
    keys = Keyboard(audit, "interview", *DIRECTOR)
    keys.type("y", "(y/n) ")
    keys.type("first line\n/q\nthird line")
    keys.see("ST1-main-obstacle")
    keys.type("/q")
    assert keys.end() == ExitCode.DONE
    assert values(audit) == {"ST1-good-practice": "first line\n/q\nthird line"}


def test_a_key_held_down_answers_and_skips_nothing(audit: Path) -> None:
    keys = Keyboard(audit, "interview", *DIRECTOR)
    keys.type("y", "(y/n) ")
    for _ in range(5):
        keys.type("")
        keys.see("Nothing was typed.")
    keys.type("/q")
    assert keys.end() == ExitCode.DONE
    assert values(audit) == {}


def test_a_second_terminal_is_refused_with_since_when_and_by_whom(audit: Path) -> None:
    keys = begun(audit)
    name = sittings(audit)[0].id
    second = Keyboard(audit, "interview", "--resume", name, "--by", "Ben")
    assert second.end() == ExitCode.BUSY
    assert "open in another terminal, since 20" in second.plain
    assert "by Anna. Close it there first." in second.plain
    keys.child.sendline("q")
    assert keys.end() == ExitCode.DONE
    third = Keyboard(audit, "interview", "--resume", name)
    third.type("/q")
    assert third.end() == ExitCode.DONE


@pytest.mark.parametrize(
    ("columns", "env"), [(40, {}), (80, {"TERM": "dumb"}), (80, {"NO_COLOR": "1"}), (120, {})]
)
def test_every_line_fits_and_colour_is_left_out_where_it_must(
    audit: Path, columns: int, env: dict[str, str]
) -> None:
    keys = Keyboard(audit, "interview", *DIRECTOR, columns=columns, **env)
    keys.type("y", "(y/n) ")
    keys.type("/g ST3-01")
    keys.type("?")
    keys.type("/q", "> ")
    keys.end()
    assert "Exceeding: meeting" in keys.plain
    shown = ESCAPE.sub("", keys.seen).partition("Stopped.")[0]
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= columns
    if env.get("TERM") == "dumb":
        assert "\x1b" not in keys.seen
    if "NO_COLOR" in env:
        assert not {"\x1b[31m", "\x1b[36m", "\x1b[33m"} & set(ESCAPE.findall(keys.seen))


def test_through_a_pipe_it_is_plain_text_and_exits_0(audit: Path) -> None:
    done = subprocess.run(
        [sys.executable, *PROGRAM, "interview", audit.name, *DIRECTOR],
        input="y\n/g SU1-03\n4\nq\n",
        capture_output=True,
        text=True,
        cwd=audit.parent,
        env={**os.environ, "PYTHONPATH": HERE},
        timeout=30,
    )
    assert done.returncode == ExitCode.DONE, done.stderr
    assert "\x1b" not in done.stdout
    assert values(audit) == SURVIVED


def test_the_disk_is_written_before_the_next_question_appears(audit: Path) -> None:
    keys = Keyboard(audit, "interview", *DIRECTOR)
    keys.type("y", "(y/n) ")
    keys.type("one")
    keys.see("ST1-main-obstacle")
    with AuditFile(audit) as file, file.reading() as connection:
        name = submissions.submissions(connection, instrument="interview")[0].id
        assert set(submissions.answers(connection, name)) == {"ST1-good-practice"}
    keys.type("/q")
    assert keys.end() == ExitCode.DONE


def test_a_line_that_the_terminal_cut_is_refused_and_not_stored_in_part(audit: Path) -> None:
    keys = Keyboard(audit, "interview", *DIRECTOR)
    keys.type("y", "(y/n) ")
    keys.type("é" * 2500)
    keys.see("none of it was used")
    keys.type("short")
    keys.type("/q")
    assert keys.end() == ExitCode.DONE
    assert values(audit) == {"ST1-good-practice": "short"}
