"""People at one keyboard: a whole form in a real terminal, stopping, codes, scripts, and what is refused."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pexpect
import pytest

from audit_engine.audit import Facts
from audit_engine.auditfile import AuditFile
from audit_engine.store import survey
from questionnaires.library import load

PROGRAM = [sys.executable, "-c", "from audit_engine.cli import main; main()"]
BETWEEN = "type stop to leave."
CODE = re.compile(r"code: ([A-Z2-9]{4}-[A-Z2-9]{4})")
Make = Callable[[int], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """An audit of a unit with so many staff."""

    def made(staff: int) -> Path:
        women = staff // 2
        facts = Facts(
            "ILO Geneva [bold]",
            "europe_central_asia",
            "field_office",
            "CH",
            date(2030, 1, 1),
            "en",
            staff,
            {"professional": (women, staff - women)},
        )
        path = tmp_path / "geneva.audit"
        AuditFile.create(path, facts, load("pga")).close()
        return path

    return made


class Keyboard:
    """The program in a real terminal; `see` waits for text, `type` answers the prompt that follows it."""

    def __init__(self, audit: Path, *before: str) -> None:
        env = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
        command = [*before, *PROGRAM, "survey", str(audit)]
        self.child: Any = pexpect.spawn(command[0], command[1:], encoding="utf-8", env=env, timeout=60)
        self.child.delaybeforesend = None

    def see(self, text: str) -> str:
        self.child.expect_exact(text)
        return str(self.child.before)

    def type(self, text: str, prompt: str = "\n> ") -> None:
        self.child.expect_exact(prompt)
        self.child.sendline(text)

    def begin(self) -> str:
        """From the empty chair to the first question; the code of the form."""
        self.see(BETWEEN)
        self.type("")
        self.see("Do you agree to go on?")
        self.type("y", "(y/n) ")
        self.child.expect(CODE)
        code = str(self.child.match[1])
        self.type("", "then press Enter. ")
        self.see("(1 of 35)")
        return code

    def leave(self) -> None:
        self.see(BETWEEN)
        self.type("stop")
        assert self.ended() == 0

    def ended(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus)


@pytest.fixture
def keyboard(make: Make) -> Iterator[Keyboard]:
    """The survey of a unit of 28, in a terminal."""
    opened = Keyboard(make(28))
    yield opened
    opened.child.close(force=True)


def piped(audit: Path, typed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, "survey", str(audit)], input=typed, capture_output=True, text=True, timeout=60, check=False
    )


def stored(audit: Path) -> tuple[int, dict[str, int], list[tuple[str, str]], int]:
    """(forms, item -> answers, words, rows of drafts)."""
    with AuditFile(audit) as opened, opened.reading() as connection:
        drafts = connection.exec_driver_sql("SELECT count(*) FROM draft").scalar_one()
        return survey.forms(connection), survey.answered(connection), survey.words(connection), drafts


def values(audit: Path) -> dict[str, str]:
    """The answers of the only form."""
    with AuditFile(audit) as opened, opened.reading() as connection:
        rows = connection.exec_driver_sql("SELECT item, value FROM survey_answer").all()
        gender = connection.exec_driver_sql("SELECT gender FROM survey_form").scalar_one()
    return {**dict(tuple(row) for row in rows), "gender": gender}


def test_a_whole_form_with_a_wrong_answer_back_go_to_a_stop_its_code_review_and_sending(
    make: Make,
) -> None:
    audit = make(28)
    person = Keyboard(audit)
    code = person.begin()
    person.type("2")
    person.see("(2 of 35)")
    person.type("6")
    person.see("'6' is not an answer")
    person.type("4")
    person.see("(3 of 35)")
    person.type("b")
    person.see("(2 of 35)")
    person.see("Enter keeps it")
    person.type("5")
    person.see("(3 of 35)")
    person.type("g IA4-06")
    person.see("(32 of 35)")
    person.type("largely")
    person.see("(33 of 35)")
    person.type("/q")
    person.type("k", "b back) ")
    person.see(f"only with your code: {code}")
    person.type("", "screen is cleared. ")
    person.see(BETWEEN)
    person.type(code.lower())
    person.see("(3 of 35)")
    for number in range(3, 32):
        person.type("dk" if number == 31 else "3")
        # The 32nd was answered before.
        person.see(f"({number + 1 if number < 31 else 33} of 35)")
    person.type("We ask [bold]first[/bold]; l")
    person.see("(34 of 35)")
    person.type("/s")
    person.see("(35 of 35)")
    person.type("b")
    review = person.see("Type send to send them")
    assert "(open)" not in review
    assert re.search(r"34\s+obstacle.*\(skipped\)", review)
    assert "We ask [bold]first[/bold]; l" in review
    person.type("yes")
    person.see("Nothing was sent.")
    person.type("g 3")
    person.see("(3 of 35)")
    person.type("1")
    person.see("Type send to send them")
    person.type("send")
    person.see("Your form was sent")
    person.type("", "next person. ")
    assert "\x1b[3J" in person.see(BETWEEN)
    person.type(code)
    person.see("No kept form opens with this code.")
    person.leave()
    forms, answered, words, drafts = stored(audit)
    assert (forms, len(answered), drafts) == (1, 31, 0)
    assert words == [("action", "b"), ("practice", "We ask [bold]first[/bold]; l")]
    given = values(audit)
    assert [given[item] for item in ("gender", "ST1-07", "ST1-08", "IA4-05", "IA4-06")] == [
        "man",
        "strongly_agree",
        "strongly_disagree",
        "dk",
        "largely",
    ]


def test_an_erased_form_is_gone_and_a_respondent_learns_of_no_other_form(keyboard: Keyboard) -> None:
    first = keyboard.begin()
    keyboard.type("1")
    keyboard.see("(2 of 35)")
    keyboard.type("q")
    keyboard.type("x", "b back) ")
    keyboard.see("Please type k, e or b.")
    keyboard.type("e", "b back) ")
    keyboard.see("Erased.")
    keyboard.type("", "is cleared. ")
    keyboard.see(BETWEEN)
    answers = []
    for code in (first, "ABCD-EFGH", "status"):
        keyboard.type(code)
        keyboard.see("\x1b[3J")
        answers.append(keyboard.see(BETWEEN))
    assert len(set(answers)) == 1
    keyboard.type("stop")
    assert keyboard.ended() == 0


def test_a_respondent_cannot_write_notes_and_a_pasted_block_answers_nothing(keyboard: Keyboard) -> None:
    keyboard.begin()
    keyboard.type("1")
    for typed in ("n", "p", "r", "f", "send", "stop"):
        keyboard.type(typed)
        keyboard.see(f"'{typed}' is not an answer")
    keyboard.type("4\r4\r4")
    keyboard.see("none was used")
    keyboard.type("?")
    keyboard.see("(2 of 35)")
    keyboard.type("q")
    keyboard.type("e", "b back) ")
    keyboard.type("", "is cleared. ")
    keyboard.leave()


def test_who_does_not_agree_leaves_nothing(make: Make) -> None:
    audit = make(28)
    person = Keyboard(audit)
    person.see(BETWEEN)
    person.type("")
    person.type("n", "(y/n) ")
    person.see("Nothing was kept.")
    person.type("", "Press Enter. ")
    person.leave()
    assert stored(audit) == (0, {}, [], 0)


def test_ctrl_c_ends_with_130_keeps_the_draft_and_tells_its_code(make: Make) -> None:
    audit = make(28)
    person = Keyboard(audit)
    code = person.begin()
    person.type("1")
    person.see("(2 of 35)")
    person.child.sendcontrol("c")
    person.see(f"only with your code: {code}")
    assert person.ended() == 130
    assert stored(audit) == (0, {}, [], 1)


def test_ctrl_z_and_ctrl_d_lead_to_no_shell(make: Make) -> None:
    # Only under a shell with job control can Ctrl-Z stop a program at all.
    keyboard = Keyboard(make(28), "bash", "-c", 'set -m; "$@"; echo back in the shell', "bash")
    keyboard.begin()
    keyboard.type("1")
    keyboard.see("\n> ")
    keyboard.child.sendcontrol("z")
    keyboard.child.sendline("4")
    keyboard.see("(3 of 35)")
    keyboard.see("\n> ")
    keyboard.child.sendcontrol("d")
    keyboard.see("Your form is kept, unsent.")
    keyboard.type("", "Press Enter. ")
    keyboard.see("\n> ")
    keyboard.child.sendcontrol("d")
    keyboard.see("Only the facilitator leaves here")
    assert "back in the shell" not in keyboard.see(BETWEEN)
    keyboard.type("stop")
    keyboard.see("back in the shell")
    keyboard.child.close(force=True)


def test_a_killed_program_loses_no_confirmed_answer(make: Make) -> None:
    audit = make(28)
    person = Keyboard(audit)
    code = person.begin()
    for number, typed in enumerate(("1", "4", "2"), 2):
        person.type(typed)
        person.see(f"({number} of 35)")
    person.child.kill(signal.SIGKILL)
    person.child.wait()
    again = Keyboard(audit)
    again.see(BETWEEN)
    again.type(code)
    again.see("(4 of 35)")
    again.type("l")
    listed = again.see("ST2-05")
    assert "a woman" in listed
    assert re.search(r"ST1-07.*Agree", listed)
    assert re.search(r"ST1-08.*Disagree", listed)
    again.child.close(force=True)


def test_a_form_that_was_sent_in_another_window_is_not_sent_twice(make: Make) -> None:
    audit = make(28)
    one, typed = Keyboard(audit), "\n".join(["g 35", "Talk", *["s"] * 31, "/s", "/s"])
    code = one.begin()
    one.type("1")
    one.see("(2 of 35)")
    other = piped(audit, f"{code}\n{typed}\nsend\n")
    assert "Your form was sent" in other.stdout
    one.type("g 35")
    one.see("(35 of 35)")
    one.type("Talk")
    for _ in range(31):
        one.type("s")
    for _ in range(2):
        one.type("/s")
    one.see("Type send to send them")
    one.type("send")
    one.see("changed in another window")
    one.child.close(force=True)
    assert stored(audit)[0] == 1


def test_a_script_types_a_form_line_by_line(make: Make) -> None:
    audit = make(28)
    closed = ["3" if place != 3 else "yes" for place in range(31)]
    done = piped(audit, "\n".join(["", "y", "1", *closed, "Ask", "/s", "=1+1", "send", ""]))
    assert done.returncode == 0
    assert "(35 of 35)" in done.stdout
    assert not done.stderr
    forms, answered, words, drafts = stored(audit)
    assert (forms, len(answered), drafts) == (1, 31, 0)
    assert words == [("action", "=1+1"), ("practice", "Ask")]


def test_a_script_that_ends_in_the_middle_keeps_the_draft_and_says_so(make: Make) -> None:
    audit = make(28)
    done = piped(audit, "\ny\n1\n4\n")
    assert done.returncode == 0
    assert "The input ended. Your form is kept, unsent." in done.stdout
    code = CODE.search(done.stdout)
    assert code
    assert stored(audit) == (0, {}, [], 2)
    again = piped(audit, f"{code[1]}\nq\ne\n")
    assert "(3 of 35)" in again.stdout
    assert stored(audit) == (0, {}, [], 0)


def test_without_any_input_it_ends_at_once_and_stores_nothing(make: Make) -> None:
    audit = make(28)
    before = audit.read_bytes()
    done = piped(audit, "")
    assert (done.returncode, done.stderr) == (0, "")
    assert audit.read_bytes() == before


def test_an_unknown_code_in_a_script_ends_with_one(make: Make) -> None:
    done = piped(make(28), "ABCD-EFGH\n")
    assert done.returncode == 1
    assert "No kept form opens with this code." in done.stderr


def test_a_form_without_an_answer_is_not_sent(make: Make) -> None:
    audit = make(28)
    done = piped(audit, "\n".join(["", "y", "1", *["s"] * 31, *["/s"] * 3, "send", "q", "e", ""]))
    assert "there is nothing to send" in done.stdout
    assert stored(audit) == (0, {}, [], 0)


def test_bytes_that_are_no_text_are_asked_again(make: Make) -> None:
    audit = make(28)
    script = b"\ny\n1\n\xe9\ng 35\nma\xeflle\nmieux\n"
    done = subprocess.run(
        [*PROGRAM, "survey", str(audit)], input=script, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0
    assert b"could not be read" in done.stdout
    assert stored(audit)[3] == 2


def test_under_eight_staff_there_is_no_survey(make: Make) -> None:
    done = piped(make(7), "\n")
    assert done.returncode == 1
    assert "There is no survey under 8 staff" in done.stderr
    assert "Interviews" in done.stderr


def test_under_twenty_staff_the_facilitator_is_told_about_order_and_nobody_is_asked_who_they_are(
    make: Make,
) -> None:
    done = piped(make(19), "\ny\n")
    assert "closed box, typed in here in shuffled order" in " ".join(done.stdout.split())
    assert "(1 of 31)" in done.stdout
    assert "gender  Are you" not in done.stdout


def test_a_respondent_reads_purpose_confidentiality_and_how_long_it_takes(make: Make) -> None:
    shown = " ".join(piped(make(28), "\n").stdout.split())
    assert "This is a gender audit of ILO Geneva [bold], agreed by its head." in shown
    assert "at most learn the average of four others" in shown
    assert "35 questions; they take about 10 to 12 minutes" in shown
