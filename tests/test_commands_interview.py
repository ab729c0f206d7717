"""audit-engine interview: whom, with whose agreement, new or gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaires.errors import ExitCode
from tests.at_the_keyboard import Keyboard, flat, make_audit, pipe, sittings, values


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return make_audit(tmp_path / "geneva.audit", referral="Dr Moyo {card}")


def test_the_consent_names_the_unit_and_the_contacts(audit: Path) -> None:
    said = flat(pipe(audit, "interview", "--role", "staff", lines=["n"]).output)
    assert "This is a gender audit of Geneva {office} [bold], agreed by its head." in said
    assert "we have to pass it to Dr Moyo {card}." in said
    assert "You can withdraw an interview until the draft report." in said


def test_without_contacts_the_card_is_named(tmp_path: Path) -> None:
    audit = make_audit(tmp_path / "a.audit")
    said = flat(pipe(audit, "interview", "--role", "staff", lines=["n"]).output)
    assert "here are contacts: the contacts on the card." in said


def test_without_agreement_nothing_is_kept(audit: Path) -> None:
    result = pipe(audit, "interview", "--role", "staff", lines=["perhaps", "n"])
    assert result.exit_code == ExitCode.DONE
    assert "Nothing was kept." in result.output
    assert sittings(audit) == []


def test_a_script_that_names_no_role_is_told_the_option(audit: Path) -> None:
    result = pipe(audit, "interview", lines=["y"])
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "Give it with --role." in result.output


@pytest.mark.parametrize("option", [("--role", "group"), ("--gender", "other")])
def test_unknown_roles_and_genders_are_usage_errors(audit: Path, option: tuple[str, str]) -> None:
    assert pipe(audit, "interview", *option, lines=[]).exit_code == ExitCode.BAD_INPUT


def test_the_probes_are_those_of_the_role(audit: Path) -> None:
    director = pipe(audit, "interview", "--role", "director", lines=["y", "/q"]).output
    staff = pipe(audit, "interview", "--role", "staff", lines=["y", "/q"]).output
    assert "Last two posts filled: how did it go?" in director
    assert "How does one get a senior post here?" in staff


def test_partners_are_asked_their_own_items(audit: Path) -> None:
    pipe(audit, "interview", "--role", "partner", lines=["y", "/g SU1-07", "4", "/q"])
    assert values(audit) == {"SU1-07": "largely"}
    assert sittings(audit)[0].profile.gender is None


def test_the_same_command_goes_on_where_it_stopped(audit: Path) -> None:
    pipe(audit, "interview", "--role", "director", lines=["y", "/g SU1-03", "4", "q"])
    said = flat(pipe(audit, "interview", lines=["q"]).output)
    assert "SU1-08 The unit helps" in said
    assert "agreed by its head" not in said
    assert len(sittings(audit)) == 1


def test_a_script_with_several_unfinished_is_asked_to_name_one(audit: Path) -> None:
    for _ in range(2):
        pipe(audit, "interview", "--role", "staff", lines=["y", "/q"])
    result = pipe(audit, "interview", lines=[])
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "Name one with --resume" in result.output


def test_unfinished_ones_are_listed_and_closed_ones_can_be_reopened(audit: Path) -> None:
    pipe(audit, "interview", "--role", "director", "--gender", "man", lines=["y", "/f", "f"])
    assert "Nothing is unfinished." in pipe(audit, "interview", "--list", lines=[]).output
    name = sittings(audit)[0].id
    pipe(audit, "interview", "--resume", name, lines=["/q"])
    assert sittings(audit)[0].state == "done"
    pipe(audit, "interview", "--resume", name, lines=["g SU1-03", "largely", "/q"])
    assert sittings(audit)[0].state == "open"
    listed = pipe(audit, "interview", "--list", lines=[]).output
    assert name in listed
    assert "director" in listed


def test_an_id_of_another_kind_or_of_nothing_is_refused(audit: Path) -> None:
    pipe(audit, "staff", lines=["q"])
    other = pipe(audit, "interview", "--resume", sittings(audit, "staff_data")[0].id, lines=[])
    assert other.exit_code == ExitCode.NOT_NOW
    assert "is no interview but a staff data" in flat(other.output)
    assert pipe(audit, "interview", "--resume", "nothing", lines=[]).exit_code == ExitCode.NOT_NOW


def test_a_recorder_from_outside_the_team_is_warned_about(audit: Path) -> None:
    result = pipe(audit, "interview", "--role", "staff", "--by", "Zoe", lines=["y", "/q"])
    assert "'Zoe' is not in the facilitation team (Anna, Ben)." in flat(result.output)
    assert sittings(audit)[0].by == "Zoe"


def test_the_words_of_the_organisation_stand_beside_neutral_terms(audit: Path) -> None:
    said = pipe(audit, "interview", "--role", "director", lines=["y", "/g SU1-08", "q"]).output
    assert "Here, constituents, members or clients: constituents" in flat(said)


def test_at_a_terminal_an_unfinished_interview_is_offered_beside_a_new_one(audit: Path) -> None:
    pipe(audit, "interview", "--role", "director", lines=["y", "/g SU1-03", "4", "q"])
    keys = Keyboard(audit, "interview")
    keys.see("Something is unfinished: interview.")
    keys.type("2")
    keys.see("Whom do you interview?")
    keys.type("partner")
    keys.type("4")
    keys.type("y", "(y/n) ")
    keys.type("/q")
    assert keys.end() == ExitCode.DONE
    assert [each.role for each in sittings(audit)] == ["director", "partner"]
    assert sittings(audit)[1].profile.gender == "pnts"
