"""People at one keyboard: a whole form in a real terminal, stopping, codes, scripts, and what is refused."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pexpect
import pytest

from audit_engine.audit import Facts
from audit_engine.auditfile import AuditFile
from audit_engine.store import survey
from audit_engine.survey import open_form
from questionnaires.library import load
from tests.running import survey_answered

PROGRAM = [sys.executable, "-c", "from audit_engine.cli import main; main()"]
BETWEEN = "a kept form: type its code."
CLEARED = "\x1b[3J"
LEAVE = "for the next person. "
CODE = re.compile(r"code:(?:\s|\x1b\[[0-9;]*m)+([A-Z2-9]{4}-[A-Z2-9]{4})")
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
        AuditFile.create(path, facts, load("pga", "1.0.0")).close()
        return path

    return made


class Keyboard:
    """The program in a real terminal; `see` waits for text, `type` answers the prompt that follows it."""

    def __init__(self, audit: Path, *before: str) -> None:
        env = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
        command = [*before, *PROGRAM, "survey", str(audit)]
        self.child: Any = pexpect.spawn(command[0], command[1:], encoding="utf-8", env=env, timeout=60)
        self.child.delaybeforesend = None
        self.type("", "for the first person. ")

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

    def interrupt(self) -> None:
        self.child.sendcontrol("c")

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
        return survey.forms(connection), survey_answered(connection), survey.words(connection), drafts


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
    person.see(code)
    person.type("", LEAVE)
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
    person.type("", LEAVE)
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
    keyboard.type("", LEAVE)
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
    keyboard.type("", LEAVE)
    keyboard.leave()


def test_who_does_not_agree_leaves_nothing(make: Make) -> None:
    audit = make(28)
    person = Keyboard(audit)
    person.see(BETWEEN)
    person.type("")
    person.type("n", "(y/n) ")
    person.see("Nothing was kept.")
    person.type("", LEAVE)
    person.leave()
    assert stored(audit) == (0, {}, [], 0)


def test_ctrl_c_in_a_form_asks_like_q_and_the_next_person_sits_down_at_an_empty_screen(make: Make) -> None:
    audit = make(28)
    person = Keyboard(audit)
    code = person.begin()
    person.type("1")
    person.see("(2 of 35)")
    person.see("\n> ")
    person.interrupt()
    person.see(CLEARED)
    person.type("b", "b back) ")
    person.see("(2 of 35)")
    person.see("\n> ")
    person.interrupt()
    person.type("k", "b back) ")
    person.see(code)
    person.see(LEAVE)
    person.interrupt()
    person.see(CLEARED)
    assert code not in person.see(BETWEEN)
    person.type("")
    person.see("Do you agree to go on?")
    person.type("n", "(y/n) ")
    person.type("", LEAVE)
    person.leave()
    assert stored(audit) == (0, {}, [], 1)


def test_a_second_ctrl_c_keeps_the_draft_and_ends_with_130_on_a_screen_without_the_code(make: Make) -> None:
    audit = make(28)
    person = Keyboard(audit)
    code = person.begin()
    person.type("1")
    person.see("(2 of 35)")
    person.see("\n> ")
    person.interrupt()
    person.see("b back) ")
    person.interrupt()
    assert person.ended() == 130
    assert CLEARED in person.child.before
    assert code not in person.child.before
    assert stored(audit) == (0, {}, [], 1)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_keeps_the_draft_and_ends_with_130_on_an_empty_screen(
    make: Make, how: signal.Signals
) -> None:
    audit = make(28)
    person = Keyboard(audit)
    code = person.begin()
    person.type("1")
    person.see("(2 of 35)")
    person.see("\n> ")
    person.child.kill(how)
    assert person.ended() == 130
    assert CLEARED in person.child.before
    assert code not in person.child.before
    assert stored(audit) == (0, {}, [], 1)


@pytest.mark.parametrize("answers", [[], ["y"]], ids=["intro", "code"])
def test_ctrl_c_before_the_first_question_leaves_the_form_and_keeps_nothing(
    make: Make, answers: list[str]
) -> None:
    audit = make(28)
    person = Keyboard(audit)
    person.see(BETWEEN)
    person.type("")
    for typed in answers:
        person.type(typed, "(y/n) ")
    person.see("then press Enter. " if answers else "(y/n) ")
    person.interrupt()
    person.see(CLEARED)
    person.see("Nothing was kept.")
    person.type("", LEAVE)
    person.leave()
    assert stored(audit) == (0, {}, [], 0)


def test_a_sent_form_is_thanked_for_and_ctrl_c_there_only_clears_the_screen(make: Make) -> None:
    person = Keyboard(make(28))
    person.begin()
    person.type("g action")
    person.see("(35 of 35)")
    person.type("Talk")
    for typed in ["s"] * 32 + ["/s"] * 2:
        person.type(typed)
    person.type("send")
    person.see("Your form was sent")
    person.see(LEAVE)
    person.interrupt()
    person.see(CLEARED)
    person.leave()


def test_between_two_people_only_a_second_ctrl_c_ends_and_nobody_is_told_how(keyboard: Keyboard) -> None:
    keyboard.see(BETWEEN)
    keyboard.see("\n> ")
    keyboard.interrupt()
    keyboard.see("Only the facilitator ends the survey.")
    keyboard.type("")
    keyboard.type("n", "(y/n) ")
    keyboard.type("", LEAVE)
    keyboard.see(BETWEEN)
    for expected in ("Only the facilitator ends the survey.", "Everything confirmed is kept."):
        keyboard.see("\n> ")
        keyboard.interrupt()
        shown = keyboard.see(expected)
        assert "stop" not in shown
    assert keyboard.ended() == 130


def test_between_two_people_only_three_ctrl_d_in_a_row_end(keyboard: Keyboard) -> None:
    for _ in range(2):
        keyboard.see("\n> ")
        keyboard.child.sendcontrol("d")
        keyboard.see("Only the facilitator ends the survey.")
    keyboard.see("\n> ")
    keyboard.child.sendcontrol("d")
    assert keyboard.ended() == 0


def test_the_facilitator_is_told_once_how_to_end_and_the_screen_is_cleared(make: Make) -> None:
    audit = make(28)
    shown = piped(audit, "ABCD-EFGH\n").stdout
    assert "type stop to end the survey" in " ".join(shown.split())
    person = Keyboard(audit)
    person.see(CLEARED)
    assert "stop" not in person.see(BETWEEN)
    person.type("stop")
    assert person.ended() == 0


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
    keyboard.type("", LEAVE)
    keyboard.see("\n> ")
    keyboard.child.sendcontrol("d")
    keyboard.see("Only the facilitator ends the survey.")
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


@pytest.fixture
def two_windows(make: Make) -> tuple[Path, Keyboard, str]:
    """The audit, a person at the second question in one window, and the code of that form."""
    audit = make(28)
    one = Keyboard(audit)
    code = one.begin()
    one.type("1")
    one.see("(2 of 35)")
    return audit, one, code


@pytest.mark.parametrize(
    ("elsewhere", "after"),
    [
        (["4"], (0, 2)),
        (["q", "e"], (0, 0)),
        (["g 35", "Talk", *["s"] * 31, "/s", "/s", "send"], (1, 0)),
    ],
    ids=["changed", "erased", "sent"],
)
@pytest.mark.parametrize("typed", ["3", "s"])
def test_a_form_that_went_on_in_another_window_is_left_without_writing(
    two_windows: tuple[Path, Keyboard, str], elsewhere: list[str], after: tuple[int, int], typed: str
) -> None:
    audit, one, code = two_windows
    piped(audit, "\n".join([code, *elsewhere, ""]))
    one.type(typed)
    one.see("changed, sent or erased in another window")
    one.type("", LEAVE)
    one.leave()
    forms, _, _, drafts = stored(audit)
    assert (forms, drafts) == after


def test_a_form_that_was_sent_in_another_window_is_not_said_to_be_erased(
    two_windows: tuple[Path, Keyboard, str],
) -> None:
    audit, one, code = two_windows
    piped(audit, "\n".join([code, "g 35", "Talk", *["s"] * 31, "/s", "/s", "send", ""]))
    one.type("q")
    one.type("e", "b back) ")
    assert "Erased" not in one.see("changed, sent or erased in another window")
    one.type("", LEAVE)
    one.leave()


def test_a_form_at_its_review_in_two_windows_is_sent_once(make: Make) -> None:
    audit, rest = make(28), ["g 35", "Talk", *["s"] * 31, "/s", "/s"]
    one = Keyboard(audit)
    code = one.begin()
    one.type("1")
    for typed in rest:
        one.type(typed)
    one.see("Type send to send them")
    other = piped(audit, f"{code}\nsend\n")
    assert "Your form was sent" in other.stdout
    one.type("send")
    one.see("changed, sent or erased in another window")
    one.type("", LEAVE)
    one.leave()
    assert stored(audit)[0] == 1


@pytest.mark.parametrize("typed", ["q", "s", "n", "b", "g 3", "?"])
def test_a_command_without_its_slash_at_an_open_question_is_text_and_said_so(make: Make, typed: str) -> None:
    audit = make(28)
    done = piped(audit, "\n".join(["", "y", "g 33", typed, "/g practice", "/s", typed, ""]))
    said = " ".join(done.stdout.split())
    assert f"'{typed}' was taken as your text at practice" in said
    assert (f"The command is /{typed} there" in said) is (typed != "n")
    assert "To take it out: /g practice goes back to it, and there /s." in said
    assert "Your answer to practice was taken out." in said
    with AuditFile(audit) as opened, opened.reading() as connection:
        rows = connection.exec_driver_sql("SELECT item, value FROM draft").all()
    assert {tuple(row) for row in rows} == {("practice", ""), ("obstacle", typed)}


def test_a_code_answered_before_is_shown_in_the_words_of_a_respondent(make: Make) -> None:
    said = " ".join(piped(make(28), "\ny\n1\nna\nb\npnts\nb\n").stdout.split())
    assert "Answered so far (Enter keeps it): not in my work" in said
    assert "Answered so far (Enter keeps it): prefer not to say" in said


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


def test_a_form_is_not_sent_once_staff_numbers_mean_something_else_than_its_writer_was_told(
    make: Make,
) -> None:
    with AuditFile(make(40)) as audit:
        sitting = open_form.opened(audit, "ABCD-EFGH", "en")
        asked = next(question for question in sitting.form if question.kind == "item")
        open_form.keep(sitting, asked, "dk")
        before = audit.facts()
        audit.change_facts(before, replace(before, invited=12), "Ada")
        with pytest.raises(open_form.ElsewhereError, match="nothing was sent"):
            open_form.send(sitting)
        audit.change_facts(audit.facts(), before, "Ada")
        assert stored(audit.path)[0] == 0
        open_form.send(sitting)
    assert stored(audit.path)[0] == 1
