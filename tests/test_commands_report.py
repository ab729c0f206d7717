"""audit-engine report as a person and a script meet it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from audit_engine.audit import Finding, StoredAnswer
from audit_engine.auditfile import AuditFile
from audit_engine.store import judgement, submissions, survey
from questionnaires.routing import NOT_ASKED
from tests.at_the_keyboard import make_audit
from tests.running import begin, run, write_answers


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return begin(tmp_path / "geneva.audit")


def every_byte(path: Path) -> str:
    with ZipFile(path) as parts:
        return "\n".join(parts.read(name).decode("utf-8", errors="replace") for name in parts.namelist())


def test_an_empty_audit_has_a_report(audit: Path) -> None:
    workbook = audit.with_suffix(".xlsx")
    ran = run("report", audit, workbook)
    assert ran.code == 0
    assert "geneva.xlsxiswritten" in ran.said.replace(" ", "")
    assert "Sheets: Summary, Contents, Areas" in ran.said
    assert "Not rated: no overall; areas ST1, ST2" in ran.said
    assert load_workbook(workbook).sheetnames[0] == "Summary"


def test_an_existing_workbook_is_refused_and_kept_until_forced(audit: Path) -> None:
    workbook = audit.with_suffix(".xlsx")
    workbook.write_text("mine")
    ran = run("report", audit, workbook)
    assert ran.code == 1
    assert "exists already" in ran.said
    assert "--force" in ran.said
    assert workbook.read_text() == "mine"
    assert run("report", audit, workbook, "--force").code == 0
    assert load_workbook(workbook).sheetnames[0] == "Summary"


def test_a_wrong_name_and_a_missing_folder_are_told(audit: Path, tmp_path: Path) -> None:
    assert run("report", audit, tmp_path / "report.pdf").code == 2
    missing = run("report", audit, tmp_path / "nowhere" / "report.xlsx")
    assert missing.code == 1
    assert "no folder" in missing.said


def test_the_report_never_replaces_an_audit_file(tmp_path: Path) -> None:
    audit = begin(tmp_path / "odd.xlsx")
    before = audit.read_bytes()
    assert run("report", audit, audit, "--force").code == 2
    assert audit.read_bytes() == before


def test_no_note_and_no_word_of_a_respondent_is_in_any_part_of_the_workbook(audit: Path) -> None:
    rows = [
        "i1,interview,director,woman,,,SU1-03,largely,CANARY-ANSWER-NOTE,CANARY-EVIDENCE",
        "i1,interview,director,woman,,,ST1-good-practice,CANARY-SAID,,",
        "s1,survey,staff,woman,,,obstacle,CANARY-SURVEY,,",
        "s1,survey,staff,woman,,,ST1-07,agree,,",
    ]
    imported = run("import", audit, write_answers(audit.parent / "answers.csv", *rows))
    assert imported.code == 0, imported.said
    with AuditFile(audit) as opened, opened.writing() as connection:
        submissions.add_note(connection, "i1", "SU1-03", "CANARY-NOTE", "Ada", restricted=False)
        submissions.add_note(connection, "i1", "", "CANARY-RESTRICTED", "Ada", restricted=True)
        survey.keep_in_draft(connection, "draft", "ST1-07", "CANARY-DRAFT")
        draft = Finding(0, "finding", "ST1", "CANARY-UNCONFIRMED")
        judgement.add(connection, draft, "Ada")
    workbook = audit.with_suffix(".xlsx")
    ran = run("report", audit, workbook)
    assert ran.code == 0
    assert "1 findings or practices are not confirmed" in ran.said
    assert "CANARY" not in every_byte(workbook)
    assert "CANARY" not in ran.said


def test_what_people_confirmed_is_in_the_report(audit: Path) -> None:
    with AuditFile(audit) as opened, opened.writing() as connection:
        judgement.add(
            connection,
            Finding(0, "strength", "ST1", "=They do well", evidence="minutes", confirmed=True),
            "Ada",
        )
    workbook = audit.with_suffix(".xlsx")
    assert run("report", audit, workbook).code == 0
    found = [
        c for sheet in load_workbook(workbook) for row in sheet for c in row if c.value == "=They do well"
    ]
    assert len(found) == 2
    assert {cell.data_type for cell in found} == {"s"}


def workshop(audit: Path, women: int | None, men: int | None, **said: str) -> str:
    """A workshop with so many participants (None: not recorded) and what was written there."""
    with AuditFile(audit) as opened, opened.writing() as connection:
        name = submissions.begin(connection, "workshop", "group", by="Ada", women=women, men=men)
        for prompt, text in said.items():
            submissions.record(connection, name, StoredAnswer(prompt.replace("__", "-"), text))
    return name


def printed(audit: Path) -> str:
    workbook = audit.with_suffix(".xlsx")
    assert run("report", audit, workbook, "--force").code == 0
    return every_byte(workbook)


def test_what_groups_of_the_workshop_released_is_printed_and_nothing_else_of_it(audit: Path) -> None:
    workshop(
        audit,
        9,
        4,
        women_statement="=WOMEN-SAY",
        men_statement="MEN-SAY",
        ST1__good__practice="CANARY-SAID",
    )
    whole = printed(audit)
    assert "WOMEN-SAY" in whole
    assert "MEN-SAY" in whole
    assert "CANARY" not in whole
    sheet = load_workbook(audit.with_suffix(".xlsx"))["Findings"]
    cells = {str(cell.value): cell for row in sheet for cell in row if cell.value}
    assert cells["=WOMEN-SAY"].data_type == "s"
    assert sheet.cell(cells["=WOMEN-SAY"].row, 1).value == "The women's group"
    assert sheet.cell(cells["MEN-SAY"].row, 1).value == "The men's group"


@pytest.mark.parametrize(
    ("women", "shown"), [(3, False), (4, True), (0, False)], ids=["three", "four", "nobody"]
)
def test_a_small_group_stays_out_of_the_workbook_by_the_number_recorded(
    audit: Path, women: int, shown: bool
) -> None:
    workshop(audit, women, 20, women_statement="WOMEN-SAY")
    assert ("WOMEN-SAY" in printed(audit)) is shown


def test_where_nobody_counted_the_room_no_statement_is_printed(tmp_path: Path) -> None:
    audit = begin(tmp_path / "other.audit", staff="professional=14/14")
    workshop(audit, None, None, women_statement="WOMEN-SAY")
    assert "WOMEN-SAY" not in printed(audit)


def test_a_workshop_that_was_taken_out_and_a_statement_taken_back_are_not_printed(audit: Path) -> None:
    gone = workshop(audit, 9, 9, women_statement="WOMEN-SAY")
    workshop(audit, 9, 9, men_statement=NOT_ASKED)
    with AuditFile(audit) as opened, opened.writing() as connection:
        submissions.set_state(connection, gone, "void", by="Ada")
    whole = printed(audit)
    assert "WOMEN-SAY" not in whole
    assert NOT_ASKED not in whole
    assert "No group released a statement." in whole


CLOSED = "The survey is closed. This opens it again: audit-engine survey {} --reopen"


def with_a_form(audit: Path, name: str = "s1") -> None:
    row = f"{name},survey,staff,woman,,,ST1-07,agree,,"
    assert run("import", audit, write_answers(audit.with_name(f"{name}.csv"), row)).code == 0


def test_the_report_that_closes_the_survey_says_so_and_how_to_open_it_again(audit: Path) -> None:
    with_a_form(audit)
    workbook = audit.with_suffix(".xlsx")
    assert "The survey is closed" not in run("report", audit, workbook, "--preview").said
    told = " ".join(run("report", audit, workbook, "--force").said.split())
    # Before the workbook, which may then fail to be written: the survey is closed all the same.
    assert told.index(CLOSED.format(audit)) < told.index("is written.")
    assert "The survey is closed" not in run("report", audit, workbook, "--force").said
    assert run("survey", audit, "--reopen").code == 0
    with_a_form(audit, "s2")
    assert CLOSED.format(audit) in " ".join(run("report", audit, workbook, "--force").said.split())


def test_without_a_form_the_report_closes_nothing_and_says_nothing_of_it(audit: Path) -> None:
    assert "The survey is closed" not in run("report", audit, audit.with_suffix(".xlsx")).said


def test_who_publishes_from_outside_the_team_is_warned_about(tmp_path: Path) -> None:
    audit, workbook = make_audit(tmp_path / "a.audit"), tmp_path / "a.xlsx"
    assert "is not in the facilitation team" not in run("report", audit, workbook, "--by", "Ben").said
    told = run("report", audit, workbook, "--force", "--by", "Nobody")
    assert told.code == 0
    assert "Warning: 'Nobody' is not in the facilitation team (Anna, Ben)." in " ".join(told.err.split())
    preview = run("report", audit, workbook, "--force", "--preview", "--by", "Nobody")
    assert "is not in the facilitation team" not in preview.said


def test_a_draft_is_marked_on_every_sheet_and_publishes_a_release(audit: Path) -> None:
    workbook = audit.with_suffix(".xlsx")
    ran = run("report", audit, workbook, "--draft")
    assert "Every page says: draft for comment." in ran.said
    assert "Release 1 of" in ran.said
    assert {sheet.oddHeader.center.text for sheet in load_workbook(workbook)} == {"DRAFT FOR COMMENT"}


def test_the_brief_version_is_two_sheets(audit: Path) -> None:
    workbook = audit.with_suffix(".xlsx")
    ran = run("report", audit, workbook, "--brief")
    assert "Sheets: Where you stand, What to do first." in ran.said
    assert load_workbook(workbook).sheetnames == ["Where you stand", "What to do first"]
