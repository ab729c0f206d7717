"""audit-engine follow-up: how far what was recommended is carried out, and what a later audit makes of it."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from audit_engine.after import Progress
from audit_engine.auditfile import AuditFile
from audit_engine.store import after
from questionnaires.errors import ExitCode
from tests.at_the_keyboard import Keyboard, values
from tests.running import Ran, begin, run
from tests.sent_and_returned import FOLLOW_UP, IN_TIME, LATE, Hand, named, published, told

TODAY = datetime.now().date()
DAYS_LATE = (TODAY - date.fromisoformat(LATE)).days


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return published(tmp_path_factory.mktemp("sent"))


@pytest.fixture
def audit(sent: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copy(sent[0], tmp_path / "geneva.audit"))


def lines(ran: Ran) -> list[str]:
    return [" ".join(line.split()) for line in ran.out.splitlines()]


def answered(audit: Path, sent: tuple[Path, Path], **answers: dict[str, object]) -> None:
    """What the unit sent back: `REC_IA1_1={"Answer": "accepted"}`."""
    hand = Hand(sent[1])
    for ref, given in answers.items():
        hand.put(ref.replace("_", "-"), **given)
    ran = run("respond", audit, hand.save(audit.with_name("answers.xlsx")), "--yes")
    assert ran.code == 0, ran.said


def test_the_list_tells_answer_state_due_and_overdue(audit: Path) -> None:
    ran = run("follow-up", audit)
    assert lines(ran)[0] == "Recommendation Answer State Due Overdue"
    assert f"REC-IA1-1 not answered no update {LATE} {DAYS_LATE} days" in lines(ran)
    assert f"REC-IA2-1 not answered no update {IN_TIME}" in lines(ran)
    assert f"TEAM-3 not answered no update {IN_TIME}" in lines(ran)
    assert "0 done or overtaken" in ran.said
    assert "1 overdue." in ran.said


def test_nothing_in_the_list_is_wider_than_the_screen(
    audit: Path, sent: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(audit, sent, REC_IA1_1={"Answer": "partly accepted", "Comment": "Not all."})
    for columns in (64, 80, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = run("follow-up", audit).out.splitlines()
        assert max(len(line) for line in shown) <= columns
    assert len(shown) == 2 * sum(" no update " in line for line in shown) + 2  # at 120 no text wraps


def test_the_units_own_date_counts_once_it_accepted_with_one(audit: Path, sent: tuple[Path, Path]) -> None:
    answered(audit, sent, REC_IA1_1={"Answer": "accepted", "Due_date": date(2099, 1, 1)})
    assert "REC-IA1-1 accepted no update 2099-01-01" in lines(run("follow-up", audit))


def test_a_date_beside_an_answer_that_is_pending_moves_nothing(audit: Path, sent: tuple[Path, Path]) -> None:
    answered(audit, sent, REC_IA1_1={"Answer": "pending", "Due_date": date(2099, 1, 1)})
    assert f"REC-IA1-1 pending no update {LATE} {DAYS_LATE} days" in lines(run("follow-up", audit))


def test_the_day_it_is_due_is_not_yet_late(audit: Path, sent: tuple[Path, Path]) -> None:
    answered(audit, sent, REC_IA1_1={"Answer": "accepted", "Due_date": TODAY + timedelta(days=1)})
    assert run("follow-up", audit, "--overdue").said == "Nothing is overdue."


@pytest.mark.parametrize("state", ["done", "overtaken"])
def test_what_is_done_or_overtaken_is_not_overdue(audit: Path, state: str) -> None:
    assert run("follow-up", audit, "--set", f"REC-IA1-1={state}").code == 0
    assert run("follow-up", audit, "--overdue").said == "Nothing is overdue."
    assert f"REC-IA1-1 not answered {state} {LATE}" in lines(run("follow-up", audit))


@pytest.mark.parametrize("state", ["not started", "in progress", "partly done", "no update"])
def test_anything_else_is_overdue_after_its_date(audit: Path, state: str) -> None:
    run("follow-up", audit, "--set", f"REC-IA1-1={state}")
    found = lines(run("follow-up", audit, "--overdue"))
    assert [line for line in found if "days" in line] == [
        f"REC-IA1-1 not answered {state} {LATE} {DAYS_LATE} days"
    ]


def test_what_the_unit_rejected_is_counted_and_not_followed_up(audit: Path, sent: tuple[Path, Path]) -> None:
    answered(audit, sent, REC_IA1_1={"Answer": "rejected", "Comment": "No post."})
    ran = run("follow-up", audit)
    assert "REC-IA1-1" not in ran.out
    assert "1 rejected by the unit; not followed up." in ran.said


def test_a_state_is_recorded_by_hand_with_evidence_day_and_name(audit: Path) -> None:
    ran = run(
        "follow-up", audit, "--set", "rec-ia1-1=In progress", "--evidence", "Note of 3 May",
        "--date", "2026-05-04", "--by", "Ben",
    )  # fmt: skip
    assert (ran.code, ran.out) == (0, "REC-IA1-1: in progress.\n")
    found = told(audit)["REC-IA1-1"]
    assert (found.state, found.evidence, found.day, found.by, found.source) == (
        "in progress",
        "Note of 3 May",
        "2026-05-04",
        "Ben",
        "by hand",
    )
    again = run(
        "follow-up", audit, "--set", "REC-IA1-1=in progress", "--evidence", "Note of 3 May",
        "--date", "2026-05-04",
    )  # fmt: skip
    assert again.out == "That stands already.\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ["--set", "REC-IA1-1=halfway"],
            "--set: 'REC-IA1-1=halfway' is not understood. Write it like REC-ST1-1=done; the state is one of "
            "not started, in progress, partly done, done, overtaken, no update.",
        ),
        (
            ["--set", "REC-IA1-1=done", "--date", "4 May"],
            "--date: '4 May' is not a date. Write it like 2027-03-31.",
        ),
        (["--set", "REC-XX1-1=done"], "There is no recommendation 'REC-XX1-1'."),
        (
            ["--evidence", "x"],
            "--evidence and --date go with --set. Name the recommendation: --set REF=STATE",
        ),
        (["--set", "REC-IA1-1=done", "--overdue"], "--set and --overdue are two things; nothing was done."),
        (
            ["--set", "REC-IA1-1=done", "--evidence", "x" * 2001],
            "--evidence: longer than 2000 characters. Name it in fewer words.",
        ),
    ],
)
def test_what_is_typed_wrongly_is_refused_and_nothing_recorded(
    audit: Path, options: list[str], said: str
) -> None:
    ran = run("follow-up", audit, *options)
    assert ran.code in (ExitCode.BAD_INPUT, ExitCode.NOT_NOW)
    assert said in ran.said
    assert told(audit) == {}


def test_a_sheet_is_written_where_there_is_none_and_read_where_there_is_one(audit: Path) -> None:
    sheet = audit.with_name("sheet.xlsx")
    ran = run("follow-up", audit, sheet)
    assert ran.code == 0, ran.said
    assert f"audit-engine follow-up {audit} {sheet}" in " ".join(ran.out.split()) or "When it" in ran.said
    untouched = run("follow-up", audit, sheet)
    assert (untouched.code, untouched.said) == (0, "Nothing in it is new; nothing was recorded.")
    hand = Hand(sheet, FOLLOW_UP).put(
        "REC-IA1-1", State="in progress", Evidence="Call of 3 May", Day_of_this_news=date(2026, 5, 4)
    )
    hand.save(sheet)
    waiting = run("follow-up", audit, sheet)
    assert waiting.code == ExitCode.NOT_NOW
    assert "REC-IA1-1 State no update in progress" in lines(waiting)
    assert told(audit) == {}
    assert run("follow-up", audit, sheet, "--yes", "--by", "Ben").code == 0
    assert told(audit)["REC-IA1-1"] == Progress(
        recommendation="REC-IA1-1",
        state="in progress",
        evidence="Call of 3 May",
        day="2026-05-04",
        source="sheet.xlsx, release 1",
        by="Ben",
        at=told(audit)["REC-IA1-1"].at,
    )
    assert run("follow-up", audit, sheet).said == "Nothing in it is new; nothing was recorded."


def test_evidence_without_a_state_leaves_it_at_no_update(audit: Path) -> None:
    sheet = audit.with_name("sheet.xlsx")
    run("follow-up", audit, sheet)
    Hand(sheet, FOLLOW_UP).put("REC-IA1-1", Evidence="They say it is under way.").save(sheet)
    assert run("follow-up", audit, sheet, "--yes").code == 0
    assert told(audit)["REC-IA1-1"].state == "no update"


def test_a_state_that_is_not_on_the_list_is_named_by_its_cell(audit: Path) -> None:
    sheet = audit.with_name("sheet.xlsx")
    run("follow-up", audit, sheet)
    hand = Hand(sheet, FOLLOW_UP).put("REC-IA1-1", State="nearly")
    hand.save(sheet)
    ran = run("follow-up", audit, sheet, "--yes")
    assert named(ran, "sheet.xlsx") == [
        f"sheet.xlsx, Follow-up {hand.cell('REC-IA1-1', 'State').coordinate}: 'nearly' is not on the list. "
        "Choose one: not started, in progress, partly done, done, overtaken, no update."
    ]
    assert told(audit) == {}


def test_an_answer_that_came_after_the_sheet_was_written_does_not_spoil_it(
    audit: Path, sent: tuple[Path, Path]
) -> None:
    sheet = audit.with_name("sheet.xlsx")
    run("follow-up", audit, sheet)
    answered(audit, sent, REC_IA1_1={"Answer": "accepted", "Due_date": date(2099, 1, 1)})
    Hand(sheet, FOLLOW_UP).put("REC-IA1-1", State="done").save(sheet)
    assert run("follow-up", audit, sheet, "--yes").code == 0
    assert told(audit)["REC-IA1-1"].state == "done"


def test_an_answer_written_over_in_the_follow_up_is_not_read_and_that_is_said(
    audit: Path, sent: tuple[Path, Path]
) -> None:
    hand = Hand(sent[1], FOLLOW_UP)
    hand.put("REC-IA1-1", Answer="rejected", State="in progress")
    ran = run("follow-up", audit, hand.save(audit.with_name("back.xlsx")), "--yes")
    assert ran.code == 0, ran.said
    assert (
        "says 'rejected' and the audit 'not answered yet'; 'Answer' is only shown here, so it was not read."
        in " ".join(ran.said.split())
    )
    assert told(audit)["REC-IA1-1"].state == "in progress"


def test_before_a_release_there_is_nothing_to_follow_up(tmp_path: Path) -> None:
    ran = run("follow-up", begin(tmp_path / "new.audit"), tmp_path / "sheet.xlsx")
    assert ran.code == ExitCode.NOT_NOW
    assert "Nothing was published yet, so there is nothing to follow up." in ran.said
    assert not (tmp_path / "sheet.xlsx").exists()


def test_every_state_a_recommendation_had_stays_in_the_history(audit: Path) -> None:
    for state in ("not started", "in progress", "done"):
        run("follow-up", audit, "--set", f"TEAM-3={state}")
    with AuditFile(audit) as opened, opened.reading() as connection:
        found = after.history(connection, Progress, "TEAM-3")
    assert [one.state for one in found] == ["not started", "in progress", "done"]


@pytest.fixture
def later(audit: Path, sent: tuple[Path, Path]) -> Path:
    """The next audit of a unit that accepted three: one done, one in time, one overdue."""
    answered(
        audit,
        sent,
        REC_IA1_1={"Answer": "accepted"},
        REC_IA2_1={"Answer": "partly accepted", "Comment": "In part."},
        TEAM_3={"Answer": "accepted"},
        REC_ST2_2={"Answer": "rejected", "Comment": "No."},
    )
    run("follow-up", audit, "--set", "TEAM-3=done")
    return begin(audit.with_name("later.audit"), "--baseline", str(audit))


def test_a_later_audit_starts_from_what_the_unit_had_accepted(later: Path) -> None:
    ran = run("follow-up", later)
    assert f"From the earlier audit, as of {TODAY.isoformat()}" in ran.said
    found = lines(ran)
    assert any(line.startswith("REC-IA1-1 accepted no update") for line in found)
    assert any(line.startswith("REC-IA2-1 partly accepted no update") for line in found)
    assert "TEAM-3" not in ran.out
    assert "REC-ST2-2 rejected" not in ran.said
    assert "3 accepted, 2 still open; done or on time: 2/3." in ran.said


def test_the_earlier_audits_file_is_not_needed_any_more(later: Path) -> None:
    later.with_name("geneva.audit").unlink()
    assert "3 accepted, 2 still open" in run("follow-up", later).said


def test_the_document_review_offers_the_ratio_and_records_it_only_when_a_person_takes_it(later: Path) -> None:
    named_item = run("follow-up", later, "--fill", "ia2-07")
    assert "The document review offers 2/3 at IA2-07: Recommendations of the last" in named_item.said
    keyboard = Keyboard(later, "review")
    keyboard.type("g IA2-07")
    keyboard.see("From the follow-up of the earlier audit (Enter takes it): 2/3")
    keyboard.type("q")
    assert keyboard.end() == 0
    assert "IA2-07" not in values(later, "document_review")
    keyboard = Keyboard(later, "review")
    keyboard.type("g IA2-07")
    keyboard.see("(Enter takes it): 2/3")
    keyboard.type("")
    keyboard.see("Saved.")
    keyboard.type("q")
    assert keyboard.end() == 0
    assert values(later, "document_review")["IA2-07"] == "2/3"


def test_another_ratio_can_be_typed_instead(later: Path) -> None:
    run("follow-up", later, "--fill", "IA2-07")
    keyboard = Keyboard(later, "review")
    keyboard.type("g IA2-07")
    keyboard.type("1/3")
    keyboard.see("Saved.")
    keyboard.type("q")
    keyboard.end()
    assert values(later, "document_review")["IA2-07"] == "1/3"


def test_without_a_named_item_nothing_is_offered(later: Path) -> None:
    assert "--fill ITEM" in run("follow-up", later).out
    keyboard = Keyboard(later, "review")
    keyboard.type("g IA2-07")
    keyboard.type("q")
    keyboard.end()
    assert "earlier audit" not in keyboard.plain


def test_only_an_item_that_fits_can_be_named(later: Path) -> None:
    ran = run("follow-up", later, "--fill", "ST1-07")
    assert ran.code == ExitCode.BAD_INPUT
    assert (
        "'ST1-07' is no item of the document review that is answered by so many out of so many." in ran.said
    )
    assert "IA2-07: Recommendations of the last gender audit done or on track" in ran.said


def test_without_an_earlier_audit_no_item_can_be_named(audit: Path) -> None:
    ran = run("follow-up", audit, "--fill", "IA2-07")
    assert ran.code == ExitCode.NOT_NOW
    assert "There is nothing from an earlier audit to fill it from." in ran.said
