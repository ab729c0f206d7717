"""audit-engine workshop: votes, quiz, statements."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.auditfile import AuditFile
from audit_engine.store import facts, submissions
from questionnaires.errors import ExitCode
from tests.at_the_keyboard import Keyboard, flat, make_audit, pipe, sittings, values

ROOM = ("--women", "9", "--men", "8")


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return make_audit(tmp_path / "geneva.audit")


def stored(audit: Path) -> dict[str, str]:
    return values(audit, "workshop")


def test_votes_are_typed_at_once(audit: Path) -> None:
    lines = ["disagree=2 agree=5 agreed=agree", "g IA4-07", "0=1 1=4 2=7 3=2 agreed=2", "q"]
    assert pipe(audit, "workshop", *ROOM, lines=lines).exit_code == ExitCode.DONE
    assert stored(audit) == {
        "ST2-07": "disagree=2 agree=5 agreed=agree",
        "IA4-07": "0=1 1=4 2=7 3=2 agreed=2",
    }


def test_votes_are_counted_one_choice_after_the_other(audit: Path) -> None:
    lines = ["g IA4-07", "v", "1", "4", "", "7", "2", "0", "1", "", "", "2", "q"]
    said = flat(pipe(audit, "workshop", *ROOM, lines=lines).output)
    assert stored(audit) == {"IA4-07": "0=1 1=4 2=7 3=2 4=0 dk=1 agreed=2"}
    assert "Please type the number of votes, 0 if there were none" in said


def test_the_agreed_value_may_be_a_place_or_none(audit: Path) -> None:
    pipe(audit, "workshop", *ROOM, lines=["v", *"00320", "", "", "", "nine", "4", "q"])
    assert stored(audit)["ST2-07"].endswith("agreed=agree")
    pipe(audit, "workshop", lines=["v", *"00320", "", "", "", "", "q"])
    assert stored(audit)["ST3-04"] == "never=0 rarely=0 sometimes=3 often=2 always=0"


def test_a_count_broken_off_keeps_nothing(audit: Path) -> None:
    pipe(audit, "workshop", *ROOM, lines=["v", "1", "b", "q"])
    assert stored(audit) == {}


def test_more_votes_than_people_in_the_room_are_warned_about(audit: Path) -> None:
    result = pipe(audit, "workshop", *ROOM, lines=["disagree=2 agree=50 agreed=agree", "q"])
    assert "More votes than participants: 52 votes, 17 participants." in flat(result.output)
    assert stored(audit) == {"ST2-07": "disagree=2 agree=50 agreed=agree"}


def test_the_quiz_is_shown_with_its_key_and_takes_halves(audit: Path) -> None:
    said = flat(pipe(audit, "workshop", *ROOM, lines=["g ST4-07", "12.5/40", "/q"]).output)
    assert "* asking of every planned action what it means for women and for men" in said
    assert "10. The gender focal point" in said
    assert stored(audit) == {"ST4-07": "12.5/40"}


def test_the_groups_release_one_sentence_each(audit: Path) -> None:
    lines = ["g women_statement", "We want quiet rooms.", "/s", "q"]
    pipe(audit, "workshop", *ROOM, lines=lines)
    assert stored(audit) == {"women_statement": "We want quiet rooms."}


def test_participants_are_kept_and_scripts_must_name_them(audit: Path) -> None:
    refused = pipe(audit, "workshop", lines=["9", "8"])
    assert refused.exit_code == ExitCode.BAD_INPUT
    assert "Give it with --women." in refused.output
    assert sittings(audit, "workshop") == []
    pipe(audit, "workshop", *ROOM, lines=["q"])
    assert (sittings(audit, "workshop")[0].women, sittings(audit, "workshop")[0].men) == (9, 8)


def test_more_participants_than_staff_are_warned_about(audit: Path) -> None:
    result = pipe(audit, "workshop", "--women", "20", "--men", "20", lines=["q"])
    assert "40 participants, but the unit has 28 staff." in flat(result.output)


def test_an_unfinished_workshop_is_listed_and_continued(audit: Path) -> None:
    pipe(audit, "workshop", *ROOM, lines=["disagree=2 agree=5", "q"])
    name = sittings(audit, "workshop")[0].id
    assert name in pipe(audit, "workshop", "--list", lines=[]).output
    assert "ST3-04" in pipe(audit, "workshop", lines=["q"]).output
    assert len(sittings(audit, "workshop")) == 1


def test_at_a_terminal_the_participants_are_asked_for(audit: Path) -> None:
    keys = Keyboard(audit, "workshop")
    keys.type("nine", "women take part: ")
    keys.type("9", "women take part: ")
    keys.type("0", "men take part: ")
    keys.type("q")
    assert keys.end() == ExitCode.DONE
    assert (sittings(audit, "workshop")[0].women, sittings(audit, "workshop")[0].men) == (9, 0)


def test_where_the_choices_are_numbers_an_agreed_number_is_one_of_them_and_never_a_place(audit: Path) -> None:
    lines = ["g IA4-07", "v", "1", "4", "7", "2", "0", "", "", "", "5", "4", "q"]
    said = flat(pipe(audit, "workshop", *ROOM, lines=lines).output)
    assert "'5' is not one of the choices: 0, 1, 2, 3, 4." in said
    assert stored(audit) == {"IA4-07": "0=1 1=4 2=7 3=2 4=0 agreed=4"}


def test_a_group_of_under_four_is_not_asked_what_it_releases_and_the_reason_is_said_once(audit: Path) -> None:
    lines = ["g women_statement", "g men_statement", "Ours.", "/q"]
    said = flat(pipe(audit, "workshop", "--women", "3", "--men", "4", lines=lines).output)
    assert said.count("Not asked, because 3 women take part and the group needs 4 or more") == 1
    assert "men take part and the group needs" not in said.replace("3 women take part", "")
    assert "There is no question 'women_statement'." in said
    assert stored(audit) == {"men_statement": "Ours."}


def test_who_releases_something_is_told_that_it_is_printed(audit: Path) -> None:
    said = flat(pipe(audit, "workshop", *ROOM, lines=["g ST1-good-practice", "/g women_statement"]).output)
    assert said.count("What is written here is printed in the report") == 1


def test_the_participants_are_corrected_and_the_earlier_numbers_kept(audit: Path) -> None:
    pipe(audit, "workshop", *ROOM, lines=["q"])
    name = sittings(audit, "workshop")[0].id
    said = flat(pipe(audit, "workshop", "--resume", name, "--women", "3", lines=["q"]).output)
    assert "Participants corrected: 3 women, 8 men (before: 9 women, 8 men)." in said
    assert "Not asked, because 3 women take part" in said
    pipe(audit, "workshop", "--resume", name, "--men", "30", "--by", "Ben", lines=["q"])
    pipe(audit, "workshop", "--resume", name, "--men", "30", lines=["q"])
    assert (sittings(audit, "workshop")[0].women, sittings(audit, "workshop")[0].men) == (3, 30)
    with AuditFile(audit) as file, file.reading() as connection:
        kept = [(c["what"], c["before"], c["after"], c["by"]) for c in facts.read_changes(connection)]
    assert kept == [
        (f"submission {name}: women", "9", "3", "Anna"),
        (f"submission {name}: men", "8", "30", "Ben"),
    ]


def test_a_workshop_taken_out_of_the_audit_is_not_corrected(audit: Path) -> None:
    pipe(audit, "workshop", *ROOM, lines=["q"])
    name = sittings(audit, "workshop")[0].id
    with AuditFile(audit) as file, file.writing() as connection:
        submissions.set_state(connection, name, "void", by="Anna")
    refused = pipe(audit, "workshop", "--resume", name, "--women", "3", lines=["q"])
    assert refused.exit_code == ExitCode.NOT_NOW
    assert sittings(audit, "workshop")[0].women == 9
