"""The loop of a sitting, driven by a script: what is stored, what is refused, what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.audit import Finding
from audit_engine.auditfile import AuditFile
from audit_engine.store import judgement, submissions
from questionnaires.errors import ExitCode
from questionnaires.library import load_file
from tests.at_the_keyboard import answers, flat, make_audit, pipe, sittings, values

DIRECTOR = ("--role", "director", "--gender", "woman")


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return make_audit(tmp_path / "geneva.audit", referral="Dr Moyo, staff counsellor")


def interview(audit: Path, *lines: str) -> str:
    result = pipe(audit, "interview", *DIRECTOR, lines=["y", *lines])
    assert result.exit_code == 0, result.output
    return flat(result.output)


def test_the_end_of_the_input_stops_like_q_and_names_the_command_that_goes_on(audit: Path) -> None:
    said = interview(audit, "/g SU1-03", "4")
    assert values(audit) == {"SU1-03": "largely"}
    assert f"interview {audit} --resume {sittings(audit)[0].id}" in said
    assert sittings(audit)[0].state == "open"


def test_a_wrong_answer_is_explained_and_asked_again(audit: Path) -> None:
    said = interview(audit, "/g SU1-03", "9", "", "nf", "4", "q")
    assert "'9' is not an answer of this item. Choose 1 to 5" in said
    assert "Nothing was typed." in said
    assert "'nf' cannot be answered here." in said
    assert values(audit) == {"SU1-03": "largely"}


def test_back_shows_the_earlier_answer_and_typing_anew_keeps_it_in_the_history(audit: Path) -> None:
    said = interview(audit, "/g SU1-03", "4", "b", "2", "q")
    assert "Answered so far (Enter keeps it): Largely" in said
    assert values(audit) == {"SU1-03": "a_little"}
    with AuditFile(audit) as file, file.reading() as connection:
        assert [(e.item, e.value) for e in submissions.history(connection)] == [("SU1-03", "largely")]


def test_enter_keeps_the_earlier_answer_and_writes_nothing(audit: Path) -> None:
    interview(audit, "/g SU1-03", "4", "b", "", "q")
    with AuditFile(audit) as file, file.reading() as connection:
        assert submissions.history(connection) == []


def test_open_questions_take_everything_but_slashes_as_text(audit: Path) -> None:
    said = interview(audit, "b", "q and a sessions", "/skip is no command", "/q")
    assert values(audit) == {
        "ST1-good-practice": "b",
        "ST1-main-obstacle": "q and a sessions",
        "ST1-next-action": "/skip is no command",
    }
    assert "'b' was taken as text; the command is /b here." in said


def test_an_answer_can_be_taken_out_again(audit: Path) -> None:
    said = interview(audit, "b", "/b", "-", "/q")
    assert values(audit) == {"ST1-good-practice": "not_asked"}
    assert "Stopped. Answered: 0" in said


def test_notes_stand_beside_their_question_and_are_shown_there(audit: Path) -> None:
    said = interview(audit, "/n heard twice", "/n", "and again", "/s", "/b", "/q")
    assert said.count("Note: heard twice") == 1
    assert "Note: and again" in said


def test_a_restricted_note_shows_the_contacts_and_never_comes_back(audit: Path) -> None:
    said = interview(audit, "/r", "y", "what happened to me", "/s", "/b", "/l", "/q")
    assert "Contacts for the person: Dr Moyo, staff counsellor." in said
    assert "what happened to me" not in said
    with AuditFile(audit) as file, file.reading() as connection:
        found = submissions.notes(connection, "Anna", "Anna")
        assert [(note.text, note.restricted) for note in found] == [("what happened to me", True)]
        assert submissions.notes(connection, "Ben", "Anna") == []


def test_without_agreement_nothing_is_written_down(audit: Path) -> None:
    interview(audit, "/r", "n", "/q")
    with AuditFile(audit) as file, file.reading() as connection:
        assert submissions.notes(connection, "Anna", "Anna") == []


def test_a_good_practice_is_kept_with_what_the_report_needs(audit: Path) -> None:
    interview(audit, "/p", "A shared calendar", "Registry", "", "maybe", "y", "n", "/q")
    with AuditFile(audit) as file, file.reading() as connection:
        practice = judgement.every(connection, Finding)[0]
    assert (practice.kind, practice.area, practice.text) == ("practice", "ST1", "A shared calendar")
    assert (practice.where, practice.evidence) == ("Registry", "")
    assert (practice.transferable, practice.consent, practice.confirmed) == (True, False, False)


def test_a_practice_can_be_broken_off(audit: Path) -> None:
    said = interview(audit, "/p", "A calendar", "/q", "/q")
    assert "Broken off; nothing was saved." in said
    with AuditFile(audit) as file, file.reading() as connection:
        assert judgement.every(connection, Finding) == []


def test_the_list_shows_what_is_answered_skipped_and_open(audit: Path) -> None:
    said = interview(audit, "/g SU1-03", "4", "s", "/l SU1", "/q")
    assert "answered SU1-03" in said
    assert "skipped SU1-08" in said
    assert "open SU1-good-practice" in said


def test_skipping_an_area_leads_to_the_next_one(audit: Path) -> None:
    said = interview(audit, "/s area", "/q")
    assert "ST2-good-practice" in said
    assert "ST1-main-obstacle" not in said


def test_going_to_what_is_not_here_says_why(audit: Path) -> None:
    said = interview(audit, "/g ST1-01", "/g SU1-3", "/g ST1-07", "/g", "/g nowhere", "/q")
    assert "ST1-01 is not asked here: it comes by staff data." in said
    assert "There is no question 'SU1-3'. Did you mean SU1-03?" in said
    assert "ST1-07 is not asked here: it comes by survey." in said
    assert "Where to?" in said
    assert "There is no question 'nowhere'." in said


def test_what_a_facilitator_rates_may_be_heard_from_anybody(audit: Path) -> None:
    lines = ["y", "/g SU1-08", "3", "/q"]
    pipe(audit, "interview", "--role", "focal_point", "--gender", "man", lines=lines)
    assert values(audit) == {"SU1-08": "meeting"}
    name = sittings(audit)[0].id
    again = pipe(audit, "interview", "--resume", name, lines=["/g SU1-08", "q"])
    assert "Answered so far (Enter keeps it): Meeting" in flat(again.output)


def test_help_explains_commands_codes_and_reasons(audit: Path) -> None:
    said = flat(pipe(audit, "staff", lines=["?", "q"]).output)
    assert "na N2 It is decided elsewhere" in said
    assert "ng asked twice: not given" in said
    assert "g go to an item, a prompt or an area, for example: g ST1-01" in said


def test_finishing_shows_what_is_open_and_closes_the_sitting(audit: Path) -> None:
    said = interview(audit, "/g SU1-03", "4", "f", "nonsense", "f")
    assert "Answered: 1." in said
    assert "Open: ST1-good-practice" in said
    assert "'nonsense' is not a choice here." in said
    assert sittings(audit)[0].state == "done"


def test_a_sitting_can_be_left_open_or_resumed_from_its_end(audit: Path) -> None:
    interview(audit, "/f", "b", "a calendar", "/f", "n", "a note at the end", "q")
    assert values(audit) == {"ST1-good-practice": "a calendar"}
    assert sittings(audit)[0].state == "open"


def test_a_nul_is_taken_out_with_a_notice(audit: Path) -> None:
    said = interview(audit, "a\0b", "/q")
    assert values(audit) == {"ST1-good-practice": "ab"}
    assert "A NUL character was taken out" in said


def test_bytes_that_are_no_text_are_asked_again_and_lose_nothing(audit: Path) -> None:
    from typer.testing import CliRunner

    from audit_engine.cli import app

    typed = b"y\nfirst\ncaf\xe9\nsecond\n/n caf\xe9\n/q\n"
    result = CliRunner().invoke(app, ["interview", str(audit), *DIRECTOR], input=typed)
    assert result.exit_code == 0, result.output
    assert values(audit) == {"ST1-good-practice": "first", "ST1-main-obstacle": "second"}
    assert flat(result.output).count("could not be read") == 2


def test_a_text_of_a_megabyte_is_kept_exactly(audit: Path) -> None:
    long = "é\u202e😀\u200b" * 110_000
    interview(audit, long, "/q")
    assert values(audit) == {"ST1-good-practice": long}


def test_stored_text_is_never_markup_and_never_reaches_the_terminal_raw(audit: Path) -> None:
    nasty = "[bold red]x[/] \x1b]0;title\x07 \x9b31m \u202eabc :smile:"
    result = pipe(audit, "interview", *DIRECTOR, lines=["y", nasty, "/b", f"/n {nasty}", "/l", "/q"])
    assert "[bold red]x[/]" in result.output
    assert ":smile:" in result.output
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(result.output)
    assert values(audit)["ST1-good-practice"] == nasty


def test_an_answer_that_no_longer_applies_is_marked_and_said(tmp_path: Path) -> None:
    small = load_file(Path(__file__).parent / "small.yaml")
    audit = make_audit(tmp_path / "small.audit", definition=small)
    lines = ["g WO1-01", "yes", "", "g WO1-02", "yes", "", "g WO1-01", "no", "g WO1-02", "q"]
    said = flat(pipe(audit, "review", lines=lines).output)
    found = values(audit, "document_review")
    assert (found["WO1-01"], found["WO1-02"]) == ("no", "not_asked")
    assert "WO1-02 is not asked any more; its answer stays in the history." in said
    assert "WO1-02 is asked only if WO1-01 was answered partly or yes." in said


def test_a_voided_sitting_is_not_taken_up(audit: Path) -> None:
    interview(audit, "/q")
    name = sittings(audit)[0].id
    with AuditFile(audit) as file, file.writing() as connection:
        submissions.set_state(connection, name, "void", by="Anna")
    result = pipe(audit, "interview", "--resume", name, lines=[])
    assert result.exit_code == ExitCode.NOT_NOW
    assert "was taken out" in flat(result.output)


def test_evidence_is_asked_for_what_was_seen_only(audit: Path) -> None:
    lines = ["g SU2-04", "1", "g SU2-04", "3", "The plan", "q"]
    said = flat(pipe(audit, "review", lines=lines).output)
    assert said.count("Evidence (Enter = none named;") == 1
    assert answers(audit, "document_review")["SU2-04"].evidence == "The plan"


def test_an_interview_begins_with_what_can_be_asked_at_any_question_and_help_repeats_it(audit: Path) -> None:
    probe = "What happened last time?"
    assert interview(audit, "/q").count(probe) == 1
    assert interview(audit, "/?", "/g SU1-03", "?", "q").count(probe) == 3
    said = flat(pipe(audit, "workshop", "--women", "9", "--men", "9", lines=["?", "q"]).output)
    assert probe not in said


def test_a_code_answered_before_is_shown_in_words(audit: Path) -> None:
    said = interview(audit, "/g SU1-03", "pnts", "b", "3", "b", "q")
    assert "Answered so far (Enter keeps it): prefer not to say" in said
    assert "The earlier answer (prefer not to say) stays in the history." in said
    reviewed = pipe(audit, "review", lines=["g ST1-01", "na n1", "b", "q"]).output
    assert "Answered so far (Enter keeps it): not applicable (N1)" in flat(reviewed)


def test_a_text_that_is_written_like_a_code_stays_a_text(audit: Path) -> None:
    assert "Answered so far (Enter keeps it): dk" in interview(audit, "dk", "/b", "/q")
