"""new, edit, phase, void, status, documents: the facts of an audit and what becomes of them."""

from __future__ import annotations

import stat
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from audit_engine.auditfile import AuditFile
from audit_engine.store import sittings, submissions
from questionnaires.errors import ExitCode, UserError
from tests.running import begin, item, ratings, run, write_answers


def test_new_tells_at_once_what_the_number_of_staff_means(tmp_path: Path) -> None:
    told = run("new", tmp_path / "a.audit", "--staff", "professional=12/15", "--yes").said
    assert "The survey counts if at least 14 of 27 answer (50 %)." in told
    assert "Respondents are asked about themselves: gender." in told
    assert "Women's and men's figures can appear" in told


@pytest.mark.parametrize(
    ("staff", "sentence"),
    [
        ("professional=3/4", "No survey (fewer than 8 staff). Interviews ask its questions instead."),
        (
            "professional=3/4",
            "Left out, because answers could point at a person: ST3-02, ST3-06, ST3-07, ST3-08.",
        ),
        ("professional=6/6", "No single item of people's opinions is shown"),
        ("professional=6/6", "The survey counts if at least 8 of 12 answer (60 %)."),
        ("professional=6/6", "Women's and men's figures cannot appear; in the workshop"),
        ("professional=3/30", "cannot appear: with 3 women and 30 men a group is under 5."),
        ("professional=30/30", "Respondents are asked about themselves: gender, category, supervises."),
        ("professional=30/9", "Respondents are asked about themselves: gender."),
    ],
)
def test_each_size_of_unit_is_told_what_it_means(tmp_path: Path, staff: str, sentence: str) -> None:
    first = ("--questionnaire", "pga@1.0.0")
    assert sentence in run("new", tmp_path / "a.audit", "--staff", staff, *first, "--yes").said


def test_a_new_audit_is_one_private_file_and_never_replaces_another(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    before = audit.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["a.audit"]
    assert stat.S_IMODE(audit.stat().st_mode) == 0o600
    again = run("new", audit, "--yes")
    assert (again.code, audit.read_bytes() == before) == (1, True)
    assert "exists already" in again.said


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--region", "mars"), "--region: 'mars' is not known. It is one of africa,"),
        (("--unit-type", "ship"), "--unit-type: 'ship' is not known."),
        (("--start", "2026-02-30"), "--start: '2026-02-30' is not a date."),
        (("--staff", "professional"), "'' is not a number of people."),
        (("--staff", "wizards=1/2"), "--staff: 'wizards' is not a category of staff."),
        (("--staff", "professional=1/2", "--staff", "professional=3/4"), "professional' is given twice"),
        (("--staff", "professional=-1/2"), "'-1' is not a number of people."),
        (("--invited", "1e3"), "--invited: '1e3' is not a number of people."),
        (("--language", "english"), "--language: 'english' is not a language code."),
        (("--off", "ST9-99=N1"), "--off: 'ST9-99' is no item of pga."),
        (("--off", "ST1-04"), "the reason is missing."),
    ],
)
def test_a_wrong_fact_is_refused_and_no_file_is_made(
    tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    ran = run("new", tmp_path / "a.audit", *options, "--yes")
    assert (ran.code, message in ran.said) == (2, True), ran.said
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_questionnaire_is_not_found(tmp_path: Path) -> None:
    assert run("new", tmp_path / "a.audit", "--questionnaire", "nosuch", "--yes").code == 1


def test_every_fact_given_as_an_option_is_kept(tmp_path: Path) -> None:
    path = begin(
        tmp_path / "a.audit",
        *("--region", "arab_states", "--unit-type", "constituent", "--constituent", "workers"),
        *("--country", "Nowhere", "--start", "2026-03-02", "--facilitator", "Ann", "--facilitator", "Bo"),
        *("--coordinator", "Cy", "--referral", "hotline", "--invited", "25", "--off", "SU1-02=N1"),
    )
    with AuditFile(path) as audit:
        facts = audit.facts()
    assert (facts.region, facts.unit_type, facts.constituent) == ("arab_states", "constituent", "workers")
    assert (facts.facilitators, facts.coordinator, facts.invited) == (("Ann", "Bo"), "Cy", 25)
    assert facts.switched_off == {"SU1-02": "N1"}
    assert facts.dates["document_review"].isoformat() == "2026-02-16"
    assert item(path, "SU1-02")["state"] == "na"


def test_yes_switches_no_preset_on(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", "--unit-type", "project")
    with AuditFile(path) as audit:
        assert audit.facts().switched_off == {}


def test_edit_keeps_the_earlier_fact_with_when_and_by_whom(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", "--facilitator", "Ann")
    assert run("edit", path, "--unit", "Renamed unit", "--by", "Bo").code == 0
    history = run("status", path, "--history").said
    assert "Bo unit Test unit Renamed unit" in history


def test_a_new_start_moves_the_dates_that_nobody_set_by_hand(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", "--start", "2026-03-02")
    run("edit", path, "--date", "debrief=2026-03-13")
    assert run("edit", path, "--start", "2026-06-01").code == 0
    with AuditFile(path) as audit:
        dates = audit.facts().dates
    assert dates["document_review"].isoformat() == "2026-05-18"
    assert dates["debrief"].isoformat() == "2026-03-13"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--unit", "  "), "--unit: the name is empty."),
        (("--facilitator", ""), "--facilitator: the name is empty."),
        (("--constituent", "workers"), "--constituent workers: the unit is no constituent."),
    ],
)
def test_a_fact_that_cannot_be_is_refused(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    path = begin(tmp_path / "a.audit", "--unit-type", "field_office")
    ran = run("edit", path, *options)
    assert (ran.code, message in ran.said) == (2, True)


def test_another_text_under_a_published_version_is_refused(tmp_path: Path) -> None:
    text = Path("questionnaires/pga/1.0.0.yaml").read_text(encoding="utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(text.replace("no vacancy", "no open vacancy"), encoding="utf-8")
    ran = run("new", tmp_path / "a.audit", "--questionnaire", str(own), "--yes")
    assert (ran.code, "pga 1.0.0 was published with another content than this." in ran.said) == (2, True)


def test_the_history_tells_the_earlier_and_the_new_value_and_named_evidence_is_no_correction(
    tmp_path: Path,
) -> None:
    path = begin(tmp_path / "a.audit", "--facilitator", "Ann")
    first = "g ST3-01\nmeeting\nHandbook\nq\n"
    run("review", path, typed=first)
    assert "ST3-01" not in run("status", path, "--history").said
    run(
        "review",
        path,
        typed="g ST3-01\napproaching\n\nq\n",
    )
    assert "ST3-01 meeting approaching" in run("status", path, "--history").said


def test_looking_into_a_closed_sitting_does_not_open_it_again(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    run("import", path, write_answers(tmp_path / "a.csv", "H,staff_data,hr_officer,,,,ST1-04,6/8,,"))
    run("staff", path, typed="q\n")
    assert "Unfinished sittings" not in run("status", path).out
    run("staff", path, typed="g ST1-05\n3/4\nq\n")
    assert "Unfinished sittings" in run("status", path).out


def test_on_a_narrow_screen_a_row_is_a_few_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = begin(tmp_path / "a.audit")
    run("import", path, Path(__file__).parent.parent / "docs" / "example-answers.csv")
    monkeypatch.setenv("COLUMNS", "40")
    told = run("score", path).out
    assert "Band: Established\n" in told
    assert max(len(line) for line in told.splitlines()) <= 40


def test_edit_without_an_option_and_without_a_person_names_what_is_missing(tmp_path: Path) -> None:
    ran = run("edit", begin(tmp_path / "a.audit"))
    assert (ran.code, "Nothing to change was named." in ran.said) == (2, True)


def test_the_size_of_the_unit_cannot_change_what_respondents_were_told(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", staff="professional=9/9")
    run("import", path, write_answers(tmp_path / "a.csv", "S1,survey,staff,,,,ST1-07,agree,,"))
    refused = run("edit", path, "--staff", "professional=12/12")
    assert (refused.code, "something else than respondents were told" in refused.said) == (4, True)
    assert run("edit", path, "--staff", "professional=9/8").code == 0


def test_nor_in_a_unit_without_a_survey_once_staff_were_interviewed(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", staff="professional=3/4")
    run("import", path, write_answers(tmp_path / "a.csv", "I,interview,staff,,,,ST1-07,agree,,"))
    assert run("edit", path, "--staff", "professional=12/12").code == 4
    assert run("edit", path, "--staff", "professional=3/3").code == 0


def test_an_item_switched_off_can_be_switched_on_again(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", "--off", "ST1-04=N1")
    assert item(path, "ST1-04")["state"] == "na"
    assert run("edit", path, "--on", "ST1-04").code == 0
    assert item(path, "ST1-04")["state"] == "lost"
    assert run("edit", path, "--on", "ST1-04").code == 2


def test_a_stored_answer_wins_over_what_was_switched_off(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", "--off", "ST1-04=N1")
    run("import", path, write_answers(tmp_path / "a.csv", "H,staff_data,hr_officer,,,,ST1-04,6/8,,"))
    assert item(path, "ST1-04")["exact"] == "75/1"


def test_phase_moves_on_and_shows_the_dates(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", "--start", "2026-03-02")
    told = run("phase", path, "draft report").said
    assert "Test unit: draft report." in told
    assert "-> draft report 2026-04-15" in told
    assert run("phase", path, "lunch").code == 2


def test_a_void_submission_counts_nowhere_and_can_be_counted_again(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    run("import", path, write_answers(tmp_path / "a.csv", "H,staff_data,hr_officer,,,,ST1-04,6/8,,"))
    assert run("void", path, "H", "--reason", "wrong unit").code == 0
    assert item(path, "ST1-04")["score"] is None
    assert (
        "H staff data hr officer 1 facilitator void wrong unit" in run("status", path, "--submissions").said
    )
    assert run("void", path, "H").code == 1
    assert run("void", path, "H", "--undo").code == 0
    assert item(path, "ST1-04")["score"] == 75.0
    assert run("void", path, "nobody").code == 1


def test_status_tells_completeness_and_the_next_step_and_never_a_score(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    told = run("status", path)
    assert told.code == 0
    assert "Test unit" in told.out
    assert f"Rate what the documents say: audit-engine review {path}" in told.said.replace(" ", " ")
    run("import", path, Path(__file__).parent.parent / "docs" / "example-answers.csv")
    told = run("status", path)
    assert "Survey: more forms (31) than people invited (28): check the number invited; to be" in told.said
    assert "partner 3 2 0" in told.said
    assert not {"Emerging", "Established", "Absent", "Leading"} & set(told.said.split())


def test_documents_are_registered_and_listed_as_they_were_typed(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    title = "[bold]Plan[/oops] \x1b[31m2025"
    assert run("documents", path, "--add", title, "--date", "2025-02-01", "--kind", "plan").code == 0
    told = run("documents", path).said
    assert "[bold]Plan[/oops]" in told
    assert "\x1b" not in told
    assert run("documents", path, "--add", "x", "--date", "soon").code == 2
    assert run("documents", path, "--remove", "9").code == 1


@pytest.mark.parametrize("command", ["status", "score", "recommend", "phase", "findings", "documents"])
def test_a_file_that_is_no_audit_is_refused_in_one_message(tmp_path: Path, command: str) -> None:
    assert run(command, tmp_path / "none.audit").code == 1
    for content in (b"", b"hello", b"SQLite format 3\0" + b"x" * 5000):
        path = tmp_path / "bad.audit"
        path.write_bytes(content)
        ran = run(command, path)
        assert (ran.code, "bad.audit is not an audit file, or it is damaged." in ran.said) == (3, True)


def test_another_database_is_not_taken_for_an_audit(tmp_path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(tmp_path / "other.audit")
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    assert run("status", tmp_path / "other.audit").code == 3


def test_an_empty_audit_is_scored_as_not_rated(tmp_path: Path) -> None:
    found = ratings(begin(tmp_path / "a.audit"))
    assert found["overall"]["score"] is None
    assert found["overall"]["reason"] == "only 0 of 12 areas are rated (75 % and at least 6 needed)"
    assert all(each["score"] is None for each in found["items"])


def test_score_of_one_area_goes_down_to_its_items(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    told = run("score", path, "--area", "st1")
    assert (told.code, "ST1-09" in told.out, "ST2-01" in told.out) == (0, True, False)
    assert run("score", path, "--area", "XX").code == 2


def test_the_figures_of_an_earlier_audit_are_copied_in_and_its_file_is_not_needed_again(
    tmp_path: Path,
) -> None:
    example = Path(__file__).parent.parent / "docs" / "example-answers.csv"
    earlier, later = begin(tmp_path / "one.audit"), begin(tmp_path / "two.audit")
    for path in (earlier, later):
        run("import", path, example)
    assert run("report", earlier, tmp_path / "one.xlsx").code == 0
    assert run("score", later, "--baseline", earlier).code == 0
    earlier.unlink()
    area = ratings(later)["areas"][0]
    assert area["baseline"]["kind"] == "previous"
    assert (area["baseline"]["change"], area["baseline"]["status"]) == (0.0, "unchanged")
    assert area["baseline"]["comparable"] == "9 of 9"
    assert run("score", later, "--baseline", later).code == 2


def test_facts_that_another_command_changed_meanwhile_are_not_overwritten(tmp_path: Path) -> None:
    with AuditFile(begin(tmp_path / "a.audit")) as opened:
        read = opened.facts()
        opened.change_facts(read, replace(read, country="KE"), "Ada")
        with pytest.raises(UserError, match="by another command meanwhile") as refused:
            opened.change_facts(read, replace(read, phase="fieldwork"), "Ben")
        assert refused.value.code == ExitCode.BUSY
        assert (opened.facts().country, opened.facts().phase) == ("KE", "planned")


def test_a_baseline_that_is_no_audit_leaves_no_new_file_and_changes_no_fact(tmp_path: Path) -> None:
    made = run("new", tmp_path / "a.audit", "--yes", "--baseline", tmp_path / "none.audit")
    assert (made.code, list(tmp_path.iterdir())) == (1, [])
    audit = begin(tmp_path / "a.audit")
    assert run("edit", audit, "--country", "KE", "--baseline", tmp_path / "none.audit").code == 1
    with AuditFile(audit) as opened:
        assert opened.facts().country == ""


def test_a_submission_that_is_open_in_another_terminal_cannot_be_made_void(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    with AuditFile(audit) as opened, subprocess.Popen(["sleep", "60"]) as elsewhere:
        with opened.writing() as connection:
            name = submissions.begin(connection, "interview", "staff", by="Ada")
            sittings.claim(connection, name, "Ada")
            started = sittings._started(elsewhere.pid)
            connection.exec_driver_sql(
                f"UPDATE sitting SET process = {elsewhere.pid}, process_started = '{started}'"
            )
        refused = run("void", audit, name, "--reason", "twice")
        elsewhere.kill()
        elsewhere.wait()
        assert (refused.code, "open in another terminal" in refused.said) == (5, True)
        assert run("void", audit, name, "--reason", "twice").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("new", "b.audit", "--yes", "--unit", "\udcff"),
        ("edit", "a.audit", "--country", "\udcff"),
        ("documents", "a.audit", "--add", "Plan", "--by", "\udcff"),
    ],
)
def test_text_that_is_not_utf8_is_refused_in_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    audit = begin(tmp_path / "a.audit")
    before = audit.read_bytes()
    refused = run(*words)
    assert (refused.code, "not UTF-8" in refused.said) == (2, True)
    assert ([path.name for path in tmp_path.iterdir()], audit.read_bytes()) == (["a.audit"], before)


def test_a_name_that_the_system_refuses_is_an_error_in_one_message(tmp_path: Path) -> None:
    refused = run("status", tmp_path / ("a" * 300))
    assert (refused.code, "File name too long. Check the name" in refused.said) == (5, True)


def test_who_switched_an_item_off_stays_known_when_somebody_changes_another_fact(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    run("edit", audit, "--off", "ST1-04=N1", "--by", "Ada")
    run("edit", audit, "--off", "ST1-05=N1", "--by", "Ben")
    run("phase", audit, "fieldwork", "--by", "Eve")
    with AuditFile(audit) as opened, opened.reading() as connection:
        rows = connection.exec_driver_sql("SELECT item, by FROM switched_off ORDER BY item").all()
    assert rows == [("ST1-04", "Ada"), ("ST1-05", "Ben")]
