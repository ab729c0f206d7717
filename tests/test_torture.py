"""A sample of `make torture`: the program is killed, or its disk fails, at single system calls."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.torture.jobs import Verdict, compare, confirmed
from tests.torture.victims import Call, Ending, told_too_early

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("/tmp/there")


def test_no_interruption_of_a_sample_breaks_a_promise(require_tool: Callable[[str], str]) -> None:
    require_tool("strace")
    some = ["--jobs", "interview,survey,import,new audit,replaced", "--faults", "killed,ENOSPC once,EIO from"]
    command = [sys.executable, "-m", "tests.torture.kill_points", "--points", "1", *some]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert re.search(r"(\d\d+) points, 0 promises broken, 0 runs unharmed; control: [1-9]", ran.stdout)


def test_a_confirmed_answer_that_is_not_stored_counts_as_lost() -> None:
    said = "ST1-07  A question\n> \nSaved.\n\nST1-08  Another\n> \n"
    sure, unsure = confirmed(Ending(None, 9, said, ()), ("agree", "disagree"))
    assert (sure, unsure) == ({"ST1-07": "agree"}, {"ST1-08": {"disagree"}})
    for stored, lost in (({}, 1), ({"ST1-07": "agree"}, 0), ({"ST1-07": "dk"}, 1)):
        verdict = Verdict()
        compare(stored, sure, unsure, verdict)
        assert len(verdict.lost) == lost


def test_what_is_on_its_way_may_be_stored_or_not_but_nothing_else() -> None:
    for stored, half in (
        ({}, 0),
        ({"ST1-08": "disagree"}, 0),
        ({"ST1-08": "agree"}, 1),
        ({"ST2-05": "dk"}, 1),
    ):
        verdict = Verdict()
        compare(stored, {}, {"ST1-08": {"disagree"}}, verdict)
        assert (len(verdict.lost), len(verdict.half)) == (0, half)


def test_a_refused_answer_is_not_taken_as_confirmed() -> None:
    said = "ST1-07  A question\n> \nError: t.audit could not be saved: disk I/O error.\n> \nSaved.\n\n"
    sure, _ = confirmed(Ending(0, None, said, ()), ("agree", "disagree", "q"))
    assert sure == {"ST1-07": "disagree"}


def test_telling_before_the_disk_has_it_is_noticed() -> None:
    write = Call("pwrite64", 1, '5</tmp/there/t.audit>, ""..., 4096, 0')
    wait = Call("fdatasync", 1, "5</tmp/there/t.audit>")
    say = Call("sendto", 1, '1<socket:[7]>, ""..., 7, 0, NULL, 0')
    name = Call("rename", 1, '"/tmp/there/.t.xlsx.00112233", "/tmp/there/t.xlsx"')
    folder = Call("fsync", 1, "6</tmp/there>")
    assert told_too_early([write, say, wait], FOLDER) == ["/tmp/there/t.audit"]
    assert told_too_early([write, wait, say], FOLDER) == []
    assert told_too_early([name, say], FOLDER) == ["/tmp/there"]
    assert told_too_early([name, folder, say], FOLDER) == []
