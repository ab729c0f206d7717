"""The kit at the command line: what it leaves, and whom it draws."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.kit_folder import kit
from tests.running import begin, run, write_answers

CANARY = "heron-in-the-reeds"


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return begin(tmp_path / "geneva.audit", "--start", "2027-03-01", "--facilitator", "Lena")


def staff_list(path: Path, *people: str, head: str = "name,function,sex,category,heard") -> Path:
    path.write_text("\n".join((head, *people)) + "\n", encoding="utf-8")
    return path


FORTY = [
    f"{CANARY}-{n},{'Officer' if n % 2 else 'Driver'},{'woman' if n % 4 else 'man'},," for n in range(40)
]


def test_the_papers_are_numbered_in_the_order_used(audit: Path) -> None:
    names = sorted(path.name for path in kit(audit).iterdir())
    assert names[0] == "01 Agreement letter.docx"
    assert names[-2:] == ["20 Deletion schedule.docx", "README.txt"]
    assert len(names) == 21


def test_nothing_is_overwritten_unless_asked(audit: Path) -> None:
    letter = kit(audit) / "01 Agreement letter.docx"
    letter.write_text("signed")
    again = run("kit", audit, letter.parent)
    assert (again.code, letter.read_text()) == (1, "signed")
    assert "exists already" in again.said
    assert run("kit", audit, letter.parent, "--force").code == 0
    assert letter.read_bytes()[:2] == b"PK"


def test_a_language_without_texts_is_said_plainly(tmp_path: Path) -> None:
    made = run("kit", begin(tmp_path / "a.audit", "--language", "de"), tmp_path / "kit")
    assert "no texts of the kit in 'de' yet; it is written in English" in made.said
    assert (tmp_path / "kit" / "01 Agreement letter.docx").exists()


def test_no_answer_and_no_note_is_in_the_kit(audit: Path) -> None:
    answers = write_answers(
        audit.parent / "answers.csv",
        f"I1,interview,director,woman,,,SU1-03,fully,{CANARY} note,",
        f"I1,interview,director,woman,,,ST1-good-practice,{CANARY} said,,",
        f"D1,document_review,facilitator,,,,ST1-06,yes,{CANARY} note,{CANARY} paper",
        f"S1,survey,staff,woman,,,obstacle,{CANARY} wrote,,",
    )
    assert run("import", audit, answers).code == 0
    for path in kit(audit).iterdir():
        assert CANARY.encode() not in whole(path), path.name


def whole(path: Path) -> bytes:
    """A file, with all parts of an archive unpacked."""
    if path.suffix == ".txt":
        return path.read_bytes()
    with ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_a_draw_is_repeated_by_its_seed_and_the_list_is_not_kept(audit: Path) -> None:
    people = staff_list(audit.parent / "staff.csv", *FORTY)
    first = kit(audit, "--staff-list", people, "--seed", "blue") / "05 Interview plan.docx"
    before = first.read_bytes()
    assert kit(audit, "--staff-list", people, "--seed", "blue", "--force")
    assert first.read_bytes() == before
    assert kit(audit, "--staff-list", people, "--seed", "green", "--force")
    assert first.read_bytes() != before
    assert not [path for path in first.parent.iterdir() if CANARY.encode() in whole(path)]
    assert CANARY.encode() not in audit.read_bytes()


def test_women_and_men_are_both_heard_though_one_sex_is_few(audit: Path) -> None:
    people = staff_list(audit.parent / "staff.csv", *FORTY)
    said = run("kit", audit, audit.parent / "kit", "--staff-list", people, "--seed", "blue").said
    assert "Drawn: 10 of 40 people, 5 women and 5 men. Seed: blue" in said


def test_whoever_is_heard_for_the_function_is_in_every_plan(audit: Path) -> None:
    people = staff_list(audit.parent / "staff.csv", "x,Head,woman,,yes", *FORTY)
    text = whole(kit(audit, "--staff-list", people) / "05 Interview plan.docx").decode("utf-8", "replace")
    assert ">Head<" in text


def test_under_twelve_people_everybody_is_heard(tmp_path: Path) -> None:
    small = begin(tmp_path / "small.audit", staff="professional=6/5")
    people = staff_list(tmp_path / "staff.csv", *FORTY[:11])
    said = run("kit", small, tmp_path / "kit", "--staff-list", people).said
    assert "Everybody on the list is interviewed: 11 people" in said


def test_every_bad_line_of_a_staff_list_is_named(audit: Path) -> None:
    people = staff_list(audit.parent / "staff.csv", "a,Officer,womn,,", "b,,man,,", "c,Clerk,man,,maybe")
    said = run("kit", audit, audit.parent / "kit", "--staff-list", people)
    assert said.code == 2
    for place in ("staff.csv:2", "staff.csv:3", "staff.csv:4", "'womn' is no sex"):
        assert place in said.said
    assert not (audit.parent / "kit").exists()
