"""The answers CSV: all or nothing, every bad row named, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.auditfile import AuditFile
from audit_engine.demo.example import example_csv
from audit_engine.store import submissions, survey
from questionnaires.library import load
from tests.running import HEADER, begin, item, ratings, run, survey_answered, write_answers

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"


def survey_rows(number: int, name: str = "ST1-07", answer: str = "agree", gender: str = "woman") -> list[str]:
    return [f"S{place},survey,staff,{gender},,,{name},{answer},," for place in range(number)]


def counted(path: Path) -> tuple[int, int]:
    """(named submissions, survey forms) of an audit."""
    with AuditFile(path) as audit, audit.reading() as connection:
        return len(submissions.submissions(connection)), survey.forms(connection)


def test_the_example_file_imports_and_rates_every_area(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", "--staff", "general_service=8/4")
    ran = run("import", audit, EXAMPLE)
    assert ran.code == 0, ran.said
    assert "survey: 31 with" in ran.out
    assert [area["id"] for area in ratings(audit)["areas"] if area["score"] is None] == []


def test_the_example_file_is_the_one_the_demonstration_plays() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == example_csv(load("pga", "1.0.0").questionnaire)


def test_the_same_file_twice_is_a_no_op_that_says_so(tmp_path: Path) -> None:
    audit, file = begin(tmp_path / "a.audit"), write_answers(tmp_path / "a.csv", *survey_rows(3))
    run("import", audit, file)
    again = run("import", audit, file)
    assert (again.code, again.out) == (0, "a.csv was imported before; nothing to do.\n")
    assert counted(audit) == (0, 3)


def test_one_bad_row_stops_everything_and_every_bad_row_is_named(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    file = write_answers(
        tmp_path / "a.csv",
        "S1,survey,staff,woman,,,ST1-07,agree,,",
        "S1,survey,staff,woman,,,ST1-08,4,,",
        "S1,survey,staff,woman,,,ST1-77,agree,,",
        "S2,survey,partner,woman,,,ST1-07,agree,,",
        "D1,document_review,facilitator,,,,ST1-06,na,,",
        "D1,document_review,facilitator,,,,ST1-09,,,",
        "H1,staff_data,hr_officer,,,,ST1-04,9/8,,",
        "X1,telepathy,staff,,,,ST1-07,agree,,",
        "S3,survey,staff,lady,,,ST1-07,agree,,",
    )
    ran = run("import", audit, file)
    assert ran.code == 2
    assert counted(audit) == (0, 0)
    expected = (
        "row 3: '4' is not an answer of this item. Write strongly_disagree, disagree, neither, agree or "
        "strongly_agree.",
        "row 4: 'ST1-77' is no item of pga. Did you mean",
        "row 5: ST1-07 is not answered by partner in a form of survey.",
        "row 6: 'na' needs its reason here. Write for example 'na N1'; the reasons are N1 to N5.",
        "row 7: the answer is empty. Leave the row out, or write for example dk.",
        "row 8: '9/8': the part is larger than the whole.",
        "row 9: 'telepathy' is no known instrument.",
        "row 10: 'lady' is no known gender.",
        "a.csv: 8 row(s) cannot be read; nothing was imported.",
    )
    for message in expected:
        assert message in ran.said


@pytest.mark.parametrize(
    ("instrument", "role", "name", "answer"),
    [
        ("staff_data", "hr_officer", "ST1-01", "12 18"),
        ("staff_data", "facilitator", "ST1-01", "men=18 women=12"),
        ("staff_data", "hr_officer", "ST1-01", "women=0 men=0"),
        ("staff_data", "hr_officer", "ST2-01", "women=3/10 men=5/14"),
        ("staff_data", "hr_officer", "ST2-01", "women=0/0 men=0/7"),
        ("staff_data", "hr_officer", "ST1-04", "0/0"),
        ("staff_data", "director", "ST1-04", "na n1"),
        ("document_review", "facilitator", "ST2-03", "nf"),
        ("document_review", "facilitator", "ST2-03", "Meeting"),
        ("document_review", "facilitator", "ST2-02", "ng"),
        ("document_review", "facilitator", "SU4-03", "7"),
        ("workshop", "group", "IA4-07", "0=1 1=4 2=7 3=2 agreed=2"),
        ("workshop", "group", "ST2-07", "disagree=2 agree=5 agreed=agree"),
        ("workshop", "group", "ST4-07", "12.5/40"),
        ("interview", "director", "SU1-03", "largely"),
        ("interview", "partner", "SU1-07", "na"),
        ("interview", "staff", "IA4-good-practice", "The Monday meeting ends at four."),
        ("survey", "staff", "ST1-07", "pnts"),
        ("survey", "focal_point", "practice", '"He said ""no"", and left."'),
    ],
)
def test_what_can_be_typed_at_the_prompt_can_stand_in_the_file(
    tmp_path: Path, instrument: str, role: str, name: str, answer: str
) -> None:
    audit = begin(tmp_path / "a.audit")
    ran = run(
        "import", audit, write_answers(tmp_path / "a.csv", f"X1,{instrument},{role},,,,{name},{answer},,")
    )
    assert (ran.code, sum(counted(audit))) == (0, 1), ran.said


@pytest.mark.parametrize(
    ("instrument", "role", "name", "answer", "message"),
    [
        ("survey", "staff", "ST1-07", "nf", "'nf' cannot be answered here. This item takes dk, na or pnts."),
        ("staff_data", "hr_officer", "ST1-04", '"3,5"', "'3,5' is not a part of a whole."),
        ("staff_data", "hr_officer", "ST1-04", "3.5/8", "'3.5' is not a whole number."),
        ("staff_data", "hr_officer", "ST1-01", "12", "'12' does not give women and men."),
        ("staff_data", "hr_officer", "ST2-01", "women=11/10 men=5/14", "the part is larger than the whole."),
        ("staff_data", "hr_officer", "ST1-01", f"{'9' * 5000} 1", "is not a whole number."),
        ("workshop", "group", "IA4-07", "0=1 9=4 agreed=0", "'9' is not a choice of this item."),
        ("workshop", "group", "IA4-07", "agreed=2", "The agreed value needs votes"),
        ("workshop", "group", "ST2-07", "agree=1 agree=2 agreed=agree", "The same choice is counted twice."),
        ("workshop", "group", "ST4-07", "12.3/40", "'12.3' is not a number of points."),
        ("document_review", "facilitator", "ST2-03", "na N9", "'N9' is not a reason for 'na'."),
        ("survey", "staff", "ST1-01", "12 18", "ST1-01 is not answered by staff in a form of survey."),
        ("interview", "staff", "SU1-03", "fully", "SU1-03 is not answered by staff in a form of interview."),
        ("survey", "staff", "practice", '"   "', "The text is empty."),
    ],
)
def test_a_wrong_answer_is_refused_with_its_row_and_what_to_write(
    tmp_path: Path, instrument: str, role: str, name: str, answer: str, message: str
) -> None:
    audit = begin(tmp_path / "a.audit")
    ran = run(
        "import", audit, write_answers(tmp_path / "a.csv", f"X1,{instrument},{role},,,,{name},{answer},,")
    )
    assert (ran.code, counted(audit)) == (2, (0, 0))
    assert f"row 2: {message}" in ran.said or message in ran.said


def test_full_width_and_arabic_indic_digits_are_read_as_numbers(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    file = write_answers(tmp_path / "a.csv", "H1,staff_data,hr_officer,,,,ST1-01,１２ ١٨,,")
    assert run("import", audit, file).code == 0
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert submissions.answers(connection, "H1")["ST1-01"].value == "women=12 men=18"


def test_what_this_audit_does_not_ask_is_dropped_with_a_warning(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=6/6")
    rows = ["S1,survey,staff,woman,professional,yes,ST3-06,agree,,", "S1,survey,staff,woman,,,ST1-07,agree,,"]
    ran = run(
        "import", audit, write_answers(tmp_path / "a.csv", *rows, "H,staff_data,hr_officer,,,,ST3-02,9 9,,")
    )
    assert ran.code == 0
    for said in (
        "Warning: a.csv: not stored: ST3-06 (not asked under 20 staff), 1 row(s).",
        "not stored: the column gender (not asked of survey forms here), 2 row(s).",
        "not stored: ST3-02 (not asked under 20 staff), 1 row(s).",
    ):
        assert said in " ".join(ran.err.split())
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert survey_answered(connection) == {"ST1-07": 1}


def test_fewer_than_five_users_of_care_arrangements_are_not_stored(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    ran = run("import", audit, write_answers(tmp_path / "a.csv", "H,staff_data,hr_officer,,,,ST3-02,3 1,,"))
    assert "not stored: ST3-02 (fewer than 5 people), 1 row(s)." in ran.said
    assert b"women=3 men=1" not in audit.read_bytes()


def test_survey_forms_under_eight_staff_are_dropped_with_a_warning(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=3/4")
    ran = run("import", audit, write_answers(tmp_path / "a.csv", *survey_rows(6)))
    assert (ran.code, counted(audit)) == (0, (0, 0))
    assert "survey forms (no survey under 8 staff), 6 row(s)." in ran.said


def test_more_forms_than_people_and_undeclared_categories_are_warnings(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=4/4")
    ran = run("import", audit, write_answers(tmp_path / "a.csv", *survey_rows(9)))
    assert (ran.code, "9 survey forms, but only 8 people were invited." in ran.said) == (0, True)
    large = begin(tmp_path / "b.audit", staff="professional=30/30")
    ran = run("import", large, write_answers(tmp_path / "b.csv", "S1,survey,staff,,project,,ST1-07,agree,,"))
    assert (ran.code, "the category 'project' has no declared staff." in ran.said) == (0, True)


def test_ids_imported_before_are_refused_and_new_only_takes_the_others(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    run(
        "import",
        audit,
        write_answers(tmp_path / "a.csv", *survey_rows(2), "H,staff_data,hr_officer,,,,ST1-04,1/2,,"),
    )
    more = write_answers(tmp_path / "b.csv", *survey_rows(4), "H,staff_data,hr_officer,,,,ST1-04,2/2,,")
    refused = run("import", audit, more)
    assert (refused.code, counted(audit)) == (2, (1, 2))
    assert "repeats 3 submission(s) that are in the audit already: H, S0, S1." in refused.said
    taken = run("import", audit, more, "--new-only")
    assert (taken.code, counted(audit)) == (0, (1, 4))
    assert item(audit, "ST1-04")["exact"] == "50/1"


def test_what_was_dropped_for_the_size_of_the_unit_can_come_in_after_the_size_is_known(
    tmp_path: Path,
) -> None:
    audit = tmp_path / "a.audit"
    run("new", audit, "--yes")
    file = write_answers(tmp_path / "a.csv", *survey_rows(3))
    assert "no survey under 8 staff" in run("import", audit, file).said
    assert "imported before" in run("import", audit, file).said
    run("edit", audit, "--staff", "professional=15/15")
    assert (run("import", audit, file).code, counted(audit)) == (0, (0, 3))


def test_an_item_may_be_written_in_any_case_and_a_typing_slip_is_named(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    run("import", audit, write_answers(tmp_path / "a.csv", "H,staff_data,hr_officer,,,,st1-04,1/2,,"))
    assert item(audit, "ST1-04")["exact"] == "50/1"
    slip = run("import", audit, write_answers(tmp_path / "b.csv", "I,staff_data,hr_officer,,,,ST1-4,1/2,,"))
    assert "'ST1-4' is no item of pga. Did you mean ST1-04?" in slip.said


def test_evidence_beside_a_survey_answer_is_dropped_with_a_warning(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    row = "S1,survey,staff,,,,ST1-07,agree,,CANARY"
    ran = run("import", audit, write_answers(tmp_path / "a.csv", row))
    assert "not stored: evidence beside survey answers (a form names none), 1 row(s)." in ran.said
    assert b"CANARY" not in audit.read_bytes()


def test_no_survey_id_of_a_file_is_kept_in_the_audit(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    run("import", audit, write_answers(tmp_path / "a.csv", "CANARY-ID,survey,staff,,,,ST1-07,agree,,"))
    assert b"CANARY-ID" not in audit.read_bytes()


def test_a_submission_has_one_instrument_one_role_and_one_way_of_writing(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    rows = (
        "A,interview,staff,,,,IA4-good-practice,x,,",
        "A,interview,director,,,,SU1-03,fully,,",
        "a,interview,staff,,,,ST1-good-practice,x,,",
        "B,survey,staff,woman,,,ST1-07,agree,,",
        "B,survey,staff,man,,,ST1-08,agree,,",
        "B,survey,staff,,,,ST1-07,agree,,",
    )
    ran = run("import", audit, write_answers(tmp_path / "a.csv", *rows))
    for said in (
        "row 3: submission 'A' is interview by staff in row 2, here interview by director.",
        "row 4: submission 'a' differs from 'A' only in capital letters.",
        "row 6: gender is 'man' here and 'woman' before in the same form.",
        "row 7: ST1-07 was answered in row 5 of the same submission.",
    ):
        assert said in ran.said


def test_semicolons_crlf_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    audit, file = begin(tmp_path / "a.audit"), tmp_path / "a.csv"
    text = f"\ufeff{HEADER}\nS1,survey,staff,,,,ST1-07,agree,,\n".replace(",", ";").replace("\n", "\r\n")
    file.write_bytes(text.encode("utf-8"))
    assert (run("import", audit, file).code, counted(audit)) == (0, (0, 1))


def test_the_line_of_a_row_is_told_after_a_text_with_line_breaks(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    rows = ('S1,survey,staff,,,,practice,"one\ntwo\nthree",,', "S1,survey,staff,,,,ST1-07,maybe,,")
    assert (
        "row 5: 'maybe' is not an answer"
        in run("import", audit, write_answers(tmp_path / "a.csv", *rows)).said
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"a,b,c\n1,2,3\n", "the first line is not the header of an answers file"),
        (HEADER.encode() + b",extra\n", "unknown column extra"),
        (HEADER.replace("note", "item").encode() + b"\n", "the column item stands twice"),
        (HEADER.encode("utf-16"), "is UTF-16, not UTF-8"),
        (HEADER.encode() + b"\nS1,survey,staff,,,,practice,caf\xe9,,\n", "is not UTF-8 (byte"),
        (HEADER.encode() + b"\nS1,survey,staff,,,,practice,a\0b,,\n", "holds a NUL character (line 2)"),
        (HEADER.encode() + b"\rS1,survey,staff,,,,ST1-07,agree,,\r", "carriage return only"),
        (HEADER.encode() + b'\nS1,survey,staff,,,,practice,"never closed,,\n', "is opened and never closed"),
        (HEADER.encode() + b"\nS1,survey,staff\n", "row 2: has 3 columns, the header has 10."),
        (HEADER.encode() + b"\nS1,survey,staff,,,,practice," + b"x" * 2_200_000 + b",,\n", "two million"),
        (b"PK\x03\x04rest", "is a workbook, not a CSV file"),
    ],
)
def test_a_file_that_is_no_table_of_answers_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    audit, file = begin(tmp_path / "a.audit"), tmp_path / "a.csv"
    file.write_bytes(content)
    ran = run("import", audit, file)
    assert (ran.code, message in ran.said) == (2, True), ran.said


def test_what_is_not_a_regular_file_is_refused(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    assert "is not a regular file" in run("import", audit, tmp_path).said
    assert "is not a regular file" in run("import", audit, "/dev/zero").said
    assert run("import", audit, tmp_path / "none.csv").code == 1


def test_a_text_of_a_million_characters_is_stored_exactly_and_the_message_holds_no_answer(
    tmp_path: Path,
) -> None:
    audit = begin(tmp_path / "a.audit")
    text = "é" * 1_000_000 + "\u202eend"
    run("import", audit, write_answers(tmp_path / "a.csv", f"S1,survey,staff,,,,practice,{text},,"))
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert survey.words(connection) == [("practice", text)]
