"""audit-engine export as a person and a script meet it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.audit import Finding
from audit_engine.auditfile import AuditFile
from audit_engine.store import judgement, submissions, survey
from tests.running import begin, run, write_answers
from tests.tidy import rows


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return begin(tmp_path / "geneva.audit")


def every_byte(folder: Path) -> str:
    return "\n".join(path.name + path.read_text(encoding="utf-8") for path in folder.iterdir())


def told(folder: Path, name: str) -> list[dict[str, str]]:
    return rows((folder / f"{name}.csv").read_bytes())


def with_a_form(audit: Path, name: str = "s1") -> None:
    row = f"{name},survey,staff,woman,,,ST1-07,agree,,"
    assert run("import", audit, write_answers(audit.with_name(f"{name}.csv"), row)).code == 0


def test_an_empty_audit_has_an_export_that_says_why_nothing_is_rated(audit: Path, tmp_path: Path) -> None:
    ran = run("export", audit, tmp_path / "data")
    assert ran.code == 0, ran.said
    assert "is written. Files: audit.csv, fronts.csv, areas.csv" in ran.said
    assert "Release 1 of" in ran.said
    assert {row["score_reason"] for row in told(tmp_path / "data", "areas")} == {"not enough evidence"}


def test_it_publishes_as_report_does_and_closes_the_survey_without_a_question(
    audit: Path, tmp_path: Path
) -> None:
    with_a_form(audit)
    ran = run("export", audit, tmp_path / "data")
    assert ran.code == 0, ran.said
    assert "The survey is closed. This opens it again: audit-engine survey" in ran.said
    assert run("survey", audit).code == 1


def test_report_and_export_without_new_answers_are_of_the_same_release_and_the_same_bytes(
    audit: Path, tmp_path: Path
) -> None:
    assert "Release 1 of" in run("report", audit, tmp_path / "first.xlsx").said
    for name in ("once", "twice"):
        assert "Release 1 of" in run("export", audit, tmp_path / name).said
    assert "Release 1 of" in run("report", audit, tmp_path / "second.xlsx").said
    assert every_byte(tmp_path / "once") == every_byte(tmp_path / "twice")
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()
    with_a_form(audit)
    assert "Release 2 of" in run("export", audit, tmp_path / "later").said
    assert told(tmp_path / "later", "audit")[0]["release"] == "2"


def test_no_note_and_no_word_of_a_respondent_is_in_any_file(audit: Path, tmp_path: Path) -> None:
    answers = [
        "i1,interview,director,woman,,,SU1-03,largely,CANARY-ANSWER-NOTE,CANARY-EVIDENCE",
        "i1,interview,director,woman,,,ST1-good-practice,CANARY-SAID,,",
        "s1,survey,staff,woman,,,obstacle,CANARY-SURVEY,,",
        "s1,survey,staff,woman,,,ST1-07,agree,,",
    ]
    assert run("import", audit, write_answers(tmp_path / "answers.csv", *answers)).code == 0
    with AuditFile(audit) as opened, opened.writing() as connection:
        submissions.add_note(connection, "i1", "SU1-03", "CANARY-NOTE", "Ada", restricted=False)
        submissions.add_note(connection, "i1", "", "CANARY-RESTRICTED", "Ada", restricted=True)
        survey.keep_in_draft(connection, "draft", "ST1-07", "CANARY-DRAFT")
        judgement.add(connection, Finding(0, "finding", "ST1", "CANARY-UNCONFIRMED"), "Ada")
    assert run("export", audit, tmp_path / "data").code == 0
    assert "CANARY" not in every_byte(tmp_path / "data")
    assert str(tmp_path) not in every_byte(tmp_path / "data")


def test_a_folder_in_use_is_refused_before_anything_is_published(audit: Path, tmp_path: Path) -> None:
    with_a_form(audit)
    ran = run("export", audit, tmp_path, "--force")
    assert ran.code == 1
    assert "holds other files" in ran.said
    assert "The survey is closed" not in ran.said
    assert run("export", audit, audit).code == 1
    assert run("status", audit).code == 0
    assert "Release 1 of" in run("export", audit, tmp_path / "data").said


def test_an_earlier_export_is_replaced_when_forced_only(audit: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert run("export", audit, folder).code == 0
    refused = run("export", audit, folder)
    assert (refused.code, "--force" in refused.said) == (1, True)
    with_a_form(audit)
    assert run("export", audit, folder, "--force").code == 0
    assert told(folder, "audit")[0]["release"] == "2"
