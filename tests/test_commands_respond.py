"""audit-engine respond: what the unit sends back is shown, asked about, and recorded whole or not at all."""

from __future__ import annotations

import os
import shutil
import signal
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy.exc import DBAPIError

from audit_engine.after import Response
from audit_engine.auditfile import AuditFile
from audit_engine.responding.comparing import compare
from audit_engine.responding.standing import record, standing_in
from audit_engine.store import after
from exports.answering.forms import RESPONSE as FORM
from exports.reading import read_workbook
from questionnaires.errors import ExitCode, UserError
from tests.at_the_keyboard import Keyboard
from tests.running import Ran, begin, run
from tests.sent_and_returned import RESPONSE, Hand, named, published, responses


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return published(tmp_path_factory.mktemp("sent"))


@pytest.fixture
def audit(sent: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copy(sent[0], tmp_path / "geneva.audit"))


@pytest.fixture
def hand(sent: tuple[Path, Path]) -> Hand:
    return Hand(sent[1])


def back(hand: Hand, audit: Path, name: str = "back.xlsx") -> Path:
    return hand.save(audit.with_name(name))


def refused(audit: Path, *files: Path) -> Ran:
    ran = run("respond", audit, *files, "--yes")
    assert ran.code == ExitCode.BAD_INPUT, ran.said
    assert responses(audit) == {}
    return ran


def answer(hand: Hand) -> Hand:
    hand.put("REC-IA1-1", Answer="accepted", Owner="Registry", Due_date=date(2027, 3, 31), Budget="yes")
    return hand.put("REC-IA2-1", Answer="Partly accepted", Comment="Only for new posts.\nSee our note.")


def test_answers_are_recorded_with_who_sent_them_and_from_which_release(audit: Path, hand: Hand) -> None:
    ran = run("respond", audit, back(answer(hand), audit), "--yes", "--by", "Ben")
    assert ran.code == 0, ran.said
    assert "Recorded: 6 changes of 2 recommendations (REC-IA1-1, REC-IA2-1)." in ran.said
    found = responses(audit)
    assert found["REC-IA1-1"] == Response(
        recommendation="REC-IA1-1",
        answer="accepted",
        owner="Registry",
        due="2027-03-31",
        budget="yes",
        source="back.xlsx, release 1",
        by="Ben",
        at=found["REC-IA1-1"].at,
    )
    assert found["REC-IA2-1"].answer == "partly accepted"
    assert found["REC-IA2-1"].comment == "Only for new posts.\nSee our note."
    assert list(found) == ["REC-IA1-1", "REC-IA2-1"]


def test_what_changed_is_shown_cell_by_cell_before_it_is_recorded(audit: Path, hand: Hand) -> None:
    ran = run("respond", audit, back(answer(hand), audit), "--yes")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[0] == "Recommendation What Before Now"
    assert "REC-IA1-1 Due date - 2027-03-31" in lines
    assert "REC-IA2-1 Answer - partly accepted" in lines


def test_a_script_without_yes_records_nothing_and_sees_what_would_be(audit: Path, hand: Hand) -> None:
    ran = run("respond", audit, back(answer(hand), audit))
    assert ran.code == ExitCode.NOT_NOW
    assert "REC-IA1-1 Owner - Registry" in ran.said
    assert "Nothing was recorded; this waits for a yes: 6 changes of 2 recommendations." in ran.said
    assert responses(audit) == {}


def test_the_person_at_the_keyboard_is_asked_and_may_say_no(audit: Path, hand: Hand) -> None:
    back(answer(hand), audit)
    keyboard = Keyboard(audit, "respond", "back.xlsx")
    keyboard.type("n", "Record 6 changes of 2 recommendations? (y/n) [n]: ")
    assert keyboard.end() == ExitCode.NOT_NOW
    assert responses(audit) == {}
    keyboard = Keyboard(audit, "respond", "back.xlsx")
    keyboard.type("y", "(y/n) [n]: ")
    assert keyboard.end() == 0
    assert len(responses(audit)) == 2


def test_interrupted_at_the_question_nothing_is_recorded(audit: Path, hand: Hand) -> None:
    back(answer(hand), audit)
    keyboard = Keyboard(audit, "respond", "back.xlsx")
    keyboard.see("(y/n) [n]: ")
    os.kill(keyboard.child.pid, signal.SIGINT)
    assert keyboard.end() == ExitCode.INTERRUPTED
    assert responses(audit) == {}


def test_when_the_disk_stops_half_way_not_even_the_first_answer_stands(audit: Path, hand: Hand) -> None:
    with AuditFile(audit) as opened, opened.writing() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON response WHEN NEW.recommendation = 'REC-IA2-1' "
            "BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    with pytest.raises(DBAPIError, match="disk full"):
        run("respond", audit, back(answer(hand), audit), "--yes")
    assert responses(audit) == {}


def test_what_was_recorded_while_somebody_thought_about_it_is_not_written_over(
    audit: Path, hand: Hand
) -> None:
    file = back(answer(hand), audit)
    with AuditFile(audit) as opened:
        before = standing_in(opened, FORM)("en")
        taken = compare(FORM, lambda language: before, [(file.name, read_workbook(file))])
        with opened.writing() as connection:
            after.record(connection, Response("REC-IA1-1", "rejected"), "Ben")
        with pytest.raises(UserError, match="Something else was recorded meanwhile") as busy:
            record(opened, FORM, before, taken, "Anna")
    assert busy.value.code == ExitCode.BUSY
    assert responses(audit)["REC-IA1-1"].answer == "rejected"


def test_the_same_file_twice_records_nothing(audit: Path, hand: Hand) -> None:
    file = back(answer(hand), audit)
    assert run("respond", audit, file, "--yes").code == 0
    ran = run("respond", audit, file)
    assert (ran.code, ran.said) == (0, "Nothing in it is new; nothing was recorded.")
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert len(after.history(connection, Response, "REC-IA1-1")) == 1


def test_an_untouched_workbook_records_nothing(audit: Path, hand: Hand) -> None:
    ran = run("respond", audit, back(hand, audit))
    assert (ran.code, ran.said) == (0, "Nothing in it is new; nothing was recorded.")


def test_an_empty_cell_never_takes_a_recorded_answer_away(
    audit: Path, hand: Hand, sent: tuple[Path, Path]
) -> None:
    assert run("respond", audit, back(answer(hand), audit), "--yes").code == 0
    later = Hand(sent[1]).put("REC-IA1-1", Comment="Begun.")
    ran = run("respond", audit, back(later, audit), "--yes")
    assert "back.xlsx: empty cells of REC-IA1-1, REC-IA2-1 where something is recorded; it stays." in ran.said
    found = responses(audit)["REC-IA1-1"]
    assert (found.answer, found.owner, found.comment) == ("accepted", "Registry", "Begun.")


def test_a_later_answer_replaces_the_earlier_one_which_stays_in_the_history(audit: Path, hand: Hand) -> None:
    assert run("respond", audit, back(answer(hand), audit), "--yes").code == 0
    ran = run("respond", audit, back(hand.put("REC-IA1-1", Answer="rejected"), audit), "--yes")
    assert "REC-IA1-1 Answer accepted rejected" in ran.said
    assert "Not plainly accepted and without a comment: REC-IA1-1." in ran.said
    with AuditFile(audit) as opened, opened.reading() as connection:
        found = after.history(connection, Response, "REC-IA1-1")
    assert [one.answer for one in found] == ["accepted", "rejected"]


def test_recorded_answers_stand_in_the_next_workbook_which_comes_back_as_nothing_new(
    audit: Path, hand: Hand
) -> None:
    comment = "word " * 390 + "\nend"
    hand.put("REC-IA2-1", Comment=comment)
    assert (
        run("respond", audit, back(answer(hand).put("REC-IA1-1", Comment=comment), audit), "--yes").code == 0
    )
    assert run("report", audit, audit.with_name("next.xlsx")).code == 0
    found = Hand(audit.with_name("next.xlsx"))
    assert found.cell("REC-IA1-1", "Answer").value == "accepted"
    assert found.cell("REC-IA1-1", "Due date").value == datetime(2027, 3, 31)
    assert len(found.cell("REC-IA1-1", "Comment").value) > 1_900
    ran = run("respond", audit, audit.with_name("next.xlsx"))
    assert (ran.code, ran.said) == (0, "Nothing in it is new; nothing was recorded.")


def test_rows_in_another_order_columns_put_in_and_sheets_added_are_read(audit: Path, hand: Hand) -> None:
    answer(hand)
    first, last = hand.row("REC-IA1-1"), hand.row("REC-IA2-1")
    for column in range(1, hand.sheet.max_column + 1):
        one, other = hand.sheet.cell(first, column), hand.sheet.cell(last, column)
        one.value, other.value = other.value, one.value
    hand.sheet.insert_cols(1, 2)
    hand.sheet.insert_cols(9)
    hand.sheet.cell(hand.head, 9).value = "Our remark"
    hand.book.create_sheet("Unit's own sheet", 0)["A1"] = "to do"
    ran = run("respond", audit, back(hand, audit), "--yes")
    assert ran.code == 0, ran.said
    assert responses(audit)["REC-IA1-1"].owner == "Registry"
    assert responses(audit)["REC-IA2-1"].comment.startswith("Only for new posts.")


def test_hidden_and_filtered_rows_count_and_it_is_said(audit: Path, hand: Hand) -> None:
    hand.sheet.row_dimensions[answer(hand).row("REC-IA1-1")].hidden = True
    ran = run("respond", audit, back(hand, audit), "--yes")
    assert "back.xlsx: 1 hidden or filtered row was read as well." in ran.said
    assert responses(audit)["REC-IA1-1"].answer == "accepted"


def test_a_row_that_was_taken_out_is_named_and_changes_nothing(audit: Path, hand: Hand) -> None:
    hand.sheet.delete_rows(hand.row("REC-IA2-1"))
    hand.put("REC-IA1-1", Answer="accepted")
    ran = run("respond", audit, back(hand, audit), "--yes")
    assert "back.xlsx: no row for REC-IA2-1; what is recorded of them stays." in ran.said
    assert list(responses(audit)) == ["REC-IA1-1"]


def test_the_sheet_alone_under_another_name_in_another_workbook_is_known_by_its_line(
    audit: Path, hand: Hand
) -> None:
    copied = Workbook()
    sheet = copied.worksheets[0]
    sheet.title = "Réponse"
    for row in answer(hand).sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                sheet.cell(cell.row, cell.column).value = cell.value
    file = audit.with_name("back.xlsx")
    copied.save(file)
    assert run("respond", audit, file, "--yes").code == 0
    assert len(responses(audit)) == 2


def test_an_edited_recommendation_is_named_with_its_cell_and_with_what_was_sent(
    audit: Path, hand: Hand
) -> None:
    cell = hand.cell("REC-IA1-1", "Recommendation")
    was, cell.value = cell.value, "Name a focal point."
    ran = refused(audit, back(answer(hand), audit))
    assert named(ran) == [
        f"back.xlsx, Management response {cell.coordinate}: says 'Name a focal point.', and "
        f"'{was[:67]}...' was sent. This cell is not for the unit to change; write what is to be said into "
        "the comment."
    ]
    assert "back.xlsx: 1 thing cannot be taken; nothing was recorded." in ran.said


@pytest.mark.parametrize(
    ("heading", "value"), [("Area", "ST9"), ("Priority", "low"), ("Proposed due", date(2030, 1, 1))]
)
def test_every_locked_cell_that_was_edited_is_named(
    audit: Path, hand: Hand, heading: str, value: object
) -> None:
    hand.cell("REC-IA1-1", heading).value = value
    place = hand.cell("REC-IA1-1", heading).coordinate
    (line,) = named(refused(audit, back(answer(hand), audit)))
    assert line.startswith(f"back.xlsx, Management response {place}: says '")


def test_a_changed_check_is_named(audit: Path, hand: Hand) -> None:
    hand.put("REC-IA1-1", Check="0123456789abcdef")
    assert named(refused(audit, back(answer(hand), audit))) == [
        f"back.xlsx, Management response A{hand.row('REC-IA1-1')}: the check of REC-IA1-1 was changed. Take "
        "the workbook as it was sent, fill that in and send it back."
    ]


def test_an_unknown_row_is_named(audit: Path, hand: Hand) -> None:
    row = hand.row("REC-IA1-1")
    hand.put("REC-IA1-1", Reference="REC-XX1-1")
    assert named(refused(audit, back(answer_second(hand), audit))) == [
        f"back.xlsx, Management response A{row}: 'REC-XX1-1' is no recommendation of this audit. Take the "
        "workbook as it was sent, fill that in and send it back."
    ]


def answer_second(hand: Hand) -> Hand:
    return hand.put("REC-IA2-1", Answer="accepted")


def test_a_reference_that_stands_twice_is_named(audit: Path, hand: Hand) -> None:
    first, second = hand.row("REC-IA1-1"), hand.row("REC-IA2-1")
    for column in range(1, hand.sheet.max_column + 1):
        hand.sheet.cell(second, column).value = hand.sheet.cell(first, column).value
    hand.sheet.cell(second, hand.column("Answer")).value = "rejected"
    assert named(refused(audit, back(hand.put("REC-IA1-1", Answer="accepted"), audit))) == [
        f"back.xlsx, Management response A{second}: REC-IA1-1 stands twice (also in A{first}). Keep one of "
        "the two rows."
    ]


@pytest.mark.parametrize(
    ("heading", "value", "said"),
    [
        (
            "Answer",
            "perhaps",
            "'perhaps' is not on the list. Choose one: accepted, partly accepted, rejected, pending.",
        ),
        ("Answer", '=IF(TRUE,"accepted")', "holds a formula (=IF(TRUE,\"accepted\")). Choose one: accepted, "
         "partly accepted, rejected, pending."),
        ("Owner", "=A1", "holds a formula (=A1). Type the value itself."),
        ("Due date", "soon", "'soon' is no date. A date, for example 2027-03-31."),
        ("Due date", "31.03.2027", "'31.03.2027' is no date. A date, for example 2027-03-31."),
        ("Due date", "2027-02-30", "'2027-02-30' is no day. A date, for example 2027-03-31."),
        ("Due date", 46477.5, "'46477.5' is no date. A date, for example 2027-03-31."),
        ("Due date", date(1927, 3, 31), "1927-03-31 is not a day of this century. A date, for example "
         "2027-03-31."),
        ("Budget", "some", "'some' is not on the list. Is there a budget for it? Choose one: yes, no."),
        ("Comment", "x" * 2001, "is longer than 2000 characters. Type the value itself."),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_taken_is_named_by_its_cell_and_the_rest_is_not_recorded(
    audit: Path, hand: Hand, heading: str, value: object, said: str
) -> None:
    cell = hand.cell("REC-IA1-1", heading)
    cell.value = value
    if isinstance(value, float):
        cell.number_format = "General"
    ran = refused(audit, back(answer_second(hand), audit))
    assert named(ran) == [f"back.xlsx, Management response {cell.coordinate}: {said}"]


def test_an_answer_beside_the_rows_is_not_left_out_in_silence(audit: Path, hand: Hand) -> None:
    last = hand.sheet.max_row + 2
    hand.sheet.cell(last, hand.column("Answer")).value = "accepted"
    assert named(refused(audit, back(hand, audit))) == [
        f"back.xlsx, Management response G{last}: stands in a row without a reference. Write it into the "
        "row it belongs to, or take it out."
    ]


def test_cells_joined_over_two_rows_are_named(audit: Path, hand: Hand) -> None:
    row = hand.row("REC-IA1-1")
    hand.sheet.merge_cells(f"H{row}:H{row + 1}")
    assert named(refused(audit, back(answer(hand), audit))) == [
        f"back.xlsx, Management response H{row}:H{row + 1}: these cells were joined to one. Part them, and "
        "fill in each row."
    ]


def test_a_heading_that_is_gone_is_named(audit: Path, hand: Hand) -> None:
    hand.sheet.cell(hand.head, hand.column("Due date")).value = "Échéance"
    ran = refused(audit, back(answer_second(hand), audit))
    assert "back.xlsx, sheet 'Management response': the heading 'Due date' is not there any more." in ran.said


def test_two_columns_of_one_name_are_refused(audit: Path, hand: Hand) -> None:
    hand.sheet.cell(hand.head, 14).value = "Comment"
    ran = refused(audit, back(hand, audit))
    assert "back.xlsx, sheet 'Management response': two columns are called 'Comment'." in ran.said


def test_a_workbook_without_the_sheet_is_refused(audit: Path, hand: Hand) -> None:
    del hand.book[RESPONSE]
    assert "back.xlsx has no sheet 'Management response'." in refused(audit, back(hand, audit)).said


def test_a_copy_of_the_sheet_beside_it_is_refused(audit: Path, hand: Hand) -> None:
    hand.book.copy_worksheet(answer(hand).sheet).title = "Copy"
    said = refused(audit, back(hand, audit)).said
    assert "back.xlsx has more than one sheet of this kind: 'Management response', 'Copy'." in said


def test_a_file_that_does_not_say_whose_it_is_is_refused(audit: Path, hand: Hand) -> None:
    for name in ("audit", "release", "questionnaire"):
        del hand.book.custom_doc_props[name]
    for row in range(1, hand.head):
        for cell in hand.sheet[row]:
            if cell.coordinate not in hand.sheet.merged_cells or cell.value:
                cell.value = None
    assert "back.xlsx does not say which audit it belongs to." in refused(audit, back(hand, audit)).said


def test_another_audits_workbook_is_refused(audit: Path, hand: Hand, tmp_path: Path) -> None:
    other = begin(tmp_path / "other.audit", staff="professional=20/20")
    ran = run("respond", other, back(answer(hand), audit), "--yes")
    assert ran.code == ExitCode.BAD_INPUT
    assert "back.xlsx belongs to another audit. Give it to the audit it was made for." in ran.said
    assert responses(other) == {}


def test_a_sheet_put_into_the_workbook_of_another_audit_is_refused(audit: Path, hand: Hand) -> None:
    hand.book.custom_doc_props["audit"].value = "0" * 16
    said = refused(audit, back(answer(hand), audit)).said
    assert "the file was made for another audit or release than this sheet." in said


def test_a_preview_is_not_taken_for_a_report(audit: Path) -> None:
    preview = audit.with_name("preview.xlsx")
    assert run("report", audit, preview, "--preview").code == 0
    ran = run("respond", audit, Hand(preview).put("REC-IA1-1", Answer="accepted").save(preview), "--yes")
    assert ran.code == ExitCode.NOT_NOW
    assert "preview.xlsx was made as a preview, which is not for the unit." in ran.said


def test_a_release_this_copy_of_the_audit_does_not_know_is_refused(audit: Path, hand: Hand) -> None:
    older = Path(shutil.copy(audit, audit.with_name("older.audit")))
    late = later_release(audit)
    ran = run("respond", older, Hand(late).put("REC-IA1-1", Answer="accepted").save(late), "--yes")
    assert ran.code == ExitCode.INTEGRITY
    assert "later.xlsx is of release 2, and this file knows 1 only." in ran.said


def later_release(audit: Path) -> Path:
    """A second release: one survey form more, and another wording for one recommendation."""
    assert run("survey", audit, "--reopen").code == 0
    rows = [f"late{n},survey,staff,woman,,,ST1-07,strongly_disagree,," for n in range(8)]
    answers = audit.with_name("late.csv")
    head = "submission,instrument,role,gender,category,supervises,item,answer,note,evidence"
    answers.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    assert run("import", audit, answers).code == 0
    changed = run("recommend", audit, "--edit", "REC-IA2-1", "--text", "Adopt a table of duties.")
    assert changed.code == 0, changed.said
    workbook = audit.with_name("later.xlsx")
    assert run("report", audit, workbook).code == 0
    return workbook


def test_an_older_release_counts_where_the_row_reads_as_it_does_today(audit: Path, hand: Hand) -> None:
    later_release(audit)
    hand.sheet.delete_rows(hand.row("REC-IA2-1"))
    ran = run("respond", audit, back(hand.put("REC-IA1-1", Answer="accepted"), audit), "--yes")
    assert ran.code == 0, ran.said
    assert "back.xlsx: of release 1, not 2; its rows read as today's, so they count." in ran.said
    assert responses(audit)["REC-IA1-1"].source == "back.xlsx, release 1"


def test_an_older_release_is_refused_where_a_row_reads_differently_today(audit: Path, hand: Hand) -> None:
    later_release(audit)
    cell = hand.cell("REC-IA2-1", "Recommendation")
    was = cell.value
    ran = refused(audit, back(answer(hand), audit))
    assert named(ran) == [
        f"back.xlsx, Management response {cell.coordinate}: REC-IA2-1 was sent with '{was[:67]}...' (release "
        "1; release 2 is the newest), and reads 'Adopt a table of duties.' now. Send the unit a new "
        "workbook, and let it answer this one there."
    ]


def test_a_recommendation_that_was_sent_and_rejected_by_the_team_since_is_named(
    audit: Path, hand: Hand
) -> None:
    assert run("recommend", audit, "--reject", "REC-IA2-1", "--reason", "Not needed.").code == 0
    assert named(refused(audit, back(answer(hand), audit))) == [
        f"back.xlsx, Management response A{hand.row('REC-IA2-1')}: REC-IA2-1 was sent, and is on no sheet of "
        "this kind any more: it was rejected or taken back. Take its row out."
    ]


def test_two_files_that_want_different_things_are_both_named_with_their_cells(
    audit: Path, sent: tuple[Path, Path]
) -> None:
    one = back(Hand(sent[1]).put("REC-IA1-1", Answer="accepted", Owner="Ada"), audit, "head.xlsx")
    other = back(Hand(sent[1]).put("REC-IA1-1", Answer="rejected", Owner="Ada"), audit, "hr.xlsx")
    ran = refused(audit, one, other)
    place = f"Management response G{Hand(sent[1]).row('REC-IA1-1')}"
    assert named(ran, "head.xlsx") == [
        f"head.xlsx, {place}: REC-IA1-1 says 'accepted', and hr.xlsx, {place} says 'rejected'. Ask the unit "
        "which of the two holds, and make both say so."
    ]


def test_two_files_that_agree_or_speak_of_other_rows_are_taken_together(
    audit: Path, sent: tuple[Path, Path]
) -> None:
    one = back(Hand(sent[1]).put("REC-IA1-1", Answer="accepted"), audit, "head.xlsx")
    other = back(answer_second(Hand(sent[1])).put("REC-IA1-1", Owner="Ada"), audit, "hr.xlsx")
    assert run("respond", audit, one, other, "--yes").code == 0
    found = responses(audit)
    assert found["REC-IA1-1"].source == "head.xlsx, release 1; hr.xlsx, release 1"
    assert (found["REC-IA1-1"].answer, found["REC-IA1-1"].owner) == ("accepted", "Ada")
    assert found["REC-IA2-1"].source == "hr.xlsx, release 1"


def test_every_mistake_of_every_file_is_named_at_once(audit: Path, sent: tuple[Path, Path]) -> None:
    one = back(Hand(sent[1]).put("REC-IA1-1", Answer="maybe", Budget="much"), audit, "head.xlsx")
    other = back(Hand(sent[1]).put("REC-IA2-1", Due_date="soon"), audit, "hr.xlsx")
    ran = refused(audit, one, other)
    assert len(named(ran, "head.xlsx")) == 2
    assert len(named(ran, "hr.xlsx")) == 1
    assert "head.xlsx, hr.xlsx: 3 things cannot be taken; nothing was recorded." in ran.said


def test_a_formula_in_a_comment_that_is_text_comes_back_as_text(audit: Path, hand: Hand) -> None:
    hand.put("REC-IA1-1", Comment="- see annex", Owner="@ada")
    hand.cell("REC-IA1-1", "Comment").data_type = "s"
    assert run("respond", audit, back(hand, audit), "--yes").code == 0
    assert run("report", audit, audit.with_name("next.xlsx")).code == 0
    cell = load_workbook(audit.with_name("next.xlsx"))[RESPONSE]
    assert {"- see annex", "@ada"} <= {each.value for row in cell.iter_rows() for each in row}
