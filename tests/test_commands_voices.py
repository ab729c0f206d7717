"""How many people said it: below three voices a finding stays in the team."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit_engine.audit import Finding
from audit_engine.auditfile import AuditFile
from audit_engine.store import judgement
from tests.at_the_keyboard import Keyboard
from tests.running import Ran, begin, run

WHY = "opinions need three voices; a fact that can be checked is checked and reported as an observation."


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return begin(tmp_path / "a.audit")


def note(audit: Path, text: str, *options: str) -> Ran:
    """Adds a finding on ST1 and confirms it."""
    ran = run("findings", audit, "--add", text, "--area", "ST1", *options)
    assert ran.code == 0, ran.said
    with AuditFile(audit) as opened, opened.reading() as connection:
        number = judgement.every(connection, Finding)[-1].id
    return run("findings", audit, "--confirm", str(number))


def findings(audit: Path) -> list[Finding]:
    with AuditFile(audit) as opened, opened.reading() as connection:
        return judgement.every(connection, Finding)


def workbook_text(path: Path) -> str:
    book = load_workbook(path)
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(value) for value in cells if value is not None)


def words_of_people(audit: Path) -> str:
    """Part 4 of the debriefing."""
    shown = run("debrief", audit, "--print").out
    return shown.split("\n4  ")[1].split("\n5  ")[0]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--voices", "1"), False),
        (("--voices", "2"), False),
        (("--voices", "3"), True),
        (("--fact",), False),
        (("--fact", "--evidence", "minutes of May"), True),
        (("--support", "heard and not checked"), False),
        (("--support", "heard and not checked", "--voices", "3"), True),
        (("--support", "one source"), False),
        (("--support", "one source", "--evidence", "minutes of May"), True),
    ],
)
def test_the_report_holds_an_opinion_only_from_three_voices_up(
    audit: Path, tmp_path: Path, options: tuple[str, ...], told: bool
) -> None:
    note(audit, "CANARY opinion", *options)
    ran = run("report", audit, tmp_path / "a.xlsx")
    assert ("CANARY" in workbook_text(tmp_path / "a.xlsx")) is told
    assert (f"1 confirmed finding or practice stays in the team (number 1): {WHY}" in ran.said) is not told


@pytest.mark.parametrize(
    ("kind", "options"), [("strength", ()), ("practice", ("--consent", "--transferable"))]
)
def test_strengths_and_practices_of_two_voices_stay_in_the_team_too(
    audit: Path, tmp_path: Path, kind: str, options: tuple[str, ...]
) -> None:
    note(audit, "CANARY opinion", "--kind", kind, "--voices", "2", *options)
    run("report", audit, tmp_path / "a.xlsx")
    run("report", audit, tmp_path / "b.xlsx", "--brief")
    run("export", audit, tmp_path / "data")
    data = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "data").iterdir())
    assert "CANARY" not in workbook_text(tmp_path / "a.xlsx") + workbook_text(tmp_path / "b.xlsx") + data
    assert "CANARY" not in run("debrief", audit, "--print").out


def test_the_list_says_how_many_said_it_and_what_is_kept_back(audit: Path) -> None:
    note(audit, "Heard by few", "--voices", "1")
    told = note(audit, "Heard by many", "--voices", "4").said
    assert "1 voice, confirmed, kept back" in told
    assert "4 voices, confirmed" in told
    assert WHY in told


def test_voices_are_corrected_and_taken_out_for_a_fact(audit: Path) -> None:
    note(audit, "Panels decide early", "--voices", "1")
    run("findings", audit, "--edit", "1", "--voices", "5")
    assert findings(audit)[0].voices == 5
    run("findings", audit, "--edit", "1", "--fact")
    assert findings(audit)[0].voices is None
    ran = run("findings", audit, "--edit", "1", "--fact", "--voices", "2")
    assert (ran.code, findings(audit)[0].voices) == (2, None)
    assert "--voices and --fact contradict each other. Nothing was done." in ran.said
    assert run("findings", audit, "--edit", "1", "--voices", "0").code == 2


def test_the_debriefing_tells_what_three_people_said_in_words_and_never_how_many(audit: Path) -> None:
    note(audit, "Panels decide before the interview", "--voices", "3", "--where", "Head office")
    note(audit, "Nobody asks the drivers", "--voices", "2")
    note(audit, "A paper shows it")
    shown = words_of_people(audit)
    assert "ST1     Panels decide before the interview (Head office)" in shown
    assert "Nobody asks" not in shown
    assert "A paper shows it" not in shown
    assert not any(character.isdigit() for character in shown.replace("ST1", ""))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("80 % of staff fear the panel", False),
        ("Eighty percent fear the panel", False),
        ("7 of 9 fear the panel", False),
        ("7 out of the 9 fear the panel", False),
        ("4 young women fear the panel", False),
        ("Seven of nine fear the panel", False),
        ("Half of us fear the panel", False),
        ("Since 2019 the panel is feared", True),
        ("The panel of the 3 offices is feared", True),
    ],
)
def test_words_that_give_a_figure_of_people_are_left_out_of_the_debriefing(
    audit: Path, text: str, told: bool
) -> None:
    note(audit, text, "--voices", "7")
    assert (text in words_of_people(audit)) is told
    said = " ".join(run("debrief", audit, "--print").err.split())
    assert ("Finding 1 is left out today, as the words give a figure of people" in said) is not told


def test_what_is_for_the_team_only_is_beside_the_result_and_in_no_handout(
    audit: Path, tmp_path: Path
) -> None:
    note(audit, "Nobody asks the drivers", "--voices", "2")
    run("findings", audit, "--add", "Not yet sure", "--area", "ST1")
    ran = run("debrief", audit, "--print")
    said = " ".join(ran.err.split())
    assert f"For the team only: 1 confirmed finding or practice stays in the team (number 1): {WHY}" in said
    assert "For the team only: Finding 2 is left out, as nobody confirmed it." in said
    assert "For the team" not in ran.out
    run("debrief", audit, "--output", tmp_path / "d.txt")
    assert "team" not in (tmp_path / "d.txt").read_text(encoding="utf-8-sig")


def test_a_person_at_the_keyboard_is_asked_how_many_said_it(audit: Path) -> None:
    keys = Keyboard(audit, "findings")
    keys.type("a")
    keys.type("finding")
    keys.type("ST1")
    keys.type("Panels decide early", "What: ")
    keys.type("", "Where: ")
    keys.type("", "named): ")
    keys.type("4", "that can be checked [0]: ")
    keys.type("")
    keys.type("q")
    assert keys.end() == 0
    assert findings(audit)[0].voices == 4


def test_the_unit_sees_the_screen_only_after_the_team_has_read_what_is_for_it(audit: Path) -> None:
    note(audit, "Nobody asks the drivers", "--voices", "2")
    keys = Keyboard(audit, "debrief")
    keys.see("For the team only")
    keys.type("", "Enter when the unit may see the screen. ")
    keys.see("\x1b[3J")
    keys.see("1  Thanks")
    keys.type("q")
    assert keys.end() == 0
