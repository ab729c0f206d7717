"""The debriefing as it is typed: what is shown, what is recorded, and what it leaves alone."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit_engine.after import Rank, View
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.composing import debriefing_of
from audit_engine.debriefing.presentation import as_text
from audit_engine.judging.progress import Progress, next_step
from audit_engine.store import after, releases
from scoring.evidence import Heard
from tests.at_the_keyboard import Keyboard
from tests.running import begin, run, write_answers

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"
PEOPLE = ("survey", "interview", "workshop")
TURNED = {
    "strongly_disagree": "strongly_agree",
    "disagree": "agree",
    "not_at_all": "fully",
    "a_little": "largely",
    "never": "always",
    "rarely": "often",
    "no": "yes",
    "missing": "exceeding",
}
BACK = {now: then for then, now in TURNED.items()}
SAID = "CANARY-SAID"


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    """An audit with documents, staff data, interviews, a workshop and a survey that is still open."""
    path = begin(
        tmp_path / "a.audit", "--start", str(date.today() - timedelta(days=14)), staff="professional=20/20"
    )
    run("import", path, EXAMPLE)
    return path


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """An audit with documents on IA4 alone: one partly and one half of the new staff briefed."""
    path = begin(tmp_path / "p.audit", "--start", str(date.today() - timedelta(days=14)))
    rows = write_answers(
        tmp_path / "rows.csv",
        "D,document_review,facilitator,,,,IA4-08,partly,,Exit interviews 2025",
        "S,staff_data,hr_officer,,,,IA4-09,5/10,,",
    )
    assert run("import", path, rows).code == 0
    # Only titles of registered papers are read aloud, never other words beside an answer.
    added = run(
        "documents", path, "--add", "Exit interviews 2025", "--date", "2025-11-30", "--kind", "report"
    )
    assert added.code == 0
    return path


def text_of(path: Path) -> str:
    with AuditFile(path) as opened:
        return as_text(debriefing_of(opened))


def views(path: Path) -> dict[str, View]:
    with AuditFile(path) as opened, opened.reading() as connection:
        return after.standing(connection, View)


def places(path: Path) -> dict[str, int]:
    with AuditFile(path) as opened, opened.reading() as connection:
        return {ref: one.place for ref, one in after.standing(connection, Rank).items()}


def part(text: str, number: int) -> str:
    return text.split(f"\n{number}  ")[1].split(f"\n{number + 1}  ")[0]


def with_other_people(path: Path) -> Path:
    """The example with every answer of people turned round; documents and staff data as they are."""
    rows = list(csv.reader(io.StringIO(EXAMPLE.read_text(encoding="utf-8"))))
    for row in rows[1:]:
        if row[1] in PEOPLE:
            row[7] = turned(row[6], row[7])
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def turned(item: str, answer: str) -> str:
    if " agreed=" in answer:
        return f"{answer.split('=')[0]}=12 agreed={answer.split('=')[0]}"
    if "/" in answer:
        return f"1/{answer.split('/')[1]}"
    return {**TURNED, **BACK}.get(answer, answer if item[3:4] == "-" else SAID)


def test_without_any_answer_or_survey_everything_is_shown_and_says_what_is_not_there(tmp_path: Path) -> None:
    path = begin(tmp_path / "empty.audit", staff="professional=2/3")
    text = text_of(path)
    assert "Survey: none in a unit of this size." in text
    assert "Interviews: none yet." in text
    assert "None was written down yet." in part(text, 2)
    assert "By documents and staff data not rated: nothing was found yet" in " ".join(text.split())
    assert "Survey closes" not in text
    assert "What have we not asked?" in text


def test_a_workshop_without_its_participants_was_held_all_the_same(audit: Path) -> None:
    assert "Workshop: held; how many took part was not written down." in text_of(audit)


def test_what_is_shown_is_the_same_to_the_byte_whatever_people_answered(audit: Path, tmp_path: Path) -> None:
    start = str(date.today() - timedelta(days=14))
    other = begin(tmp_path / "b.audit", "--start", start, staff="professional=20/20")
    assert run("import", other, with_other_people(tmp_path / "other.csv")).code == 0
    figures = [run("score", path, "--format", "json").out for path in (audit, other)]
    assert figures[0] != figures[1]
    assert text_of(audit) == text_of(other)
    assert SAID not in text_of(other)


def test_an_area_stands_with_its_figure_the_criterion_met_the_next_one_up_and_an_example(
    papers: Path,
) -> None:
    text = " ".join(text_of(papers).split())
    assert "IA4 Organizational culture and perceived achievement By documents and staff data: ■■□ " in text
    assert "Established, 50.0 of 100 (2 of 2 items found)." in text
    assert (
        "Met: partly: looked at, nothing decided Next one up: yes: looked at by sex and something decided"
        in text
    )
    assert "Found: 50 %." in text
    assert "An example: IA4-08, seen in: Exit interviews 2025 [ ] agreed [ ] disputed" in text


def test_an_area_with_too_little_found_gets_no_band_and_says_why(papers: Path, tmp_path: Path) -> None:
    rows = write_answers(tmp_path / "more.csv", "D2,document_review,facilitator,,,,IA1-01,yes,,")
    run("import", papers, rows)
    text = " ".join(text_of(papers).split())
    assert "By documents and staff data not rated: only 1 of 6 items were found (75 % needed)." in text
    assert "IA1 Not found yet: IA1-02, IA1-03, IA1-04, IA1-05, IA1-08." in text


def test_looking_and_handing_out_publishes_nothing_and_closes_nothing(audit: Path, tmp_path: Path) -> None:
    target = tmp_path / "debrief.txt"
    assert run("debrief", audit, "--print").code == 0
    ran = run("debrief", audit, "--output", target)
    assert "is written. No figure of people is in it; nothing was published or closed." in ran.said
    assert target.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") == text_of(audit)
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert releases.last_release(connection) is None
    assert "to be closed by" in run("status", audit).said


def test_a_text_that_is_there_is_not_replaced_unless_asked(papers: Path, tmp_path: Path) -> None:
    target = tmp_path / "debrief.txt"
    target.write_text("mine")
    ran = run("debrief", papers, "--output", target)
    assert (ran.code, target.read_text()) == (1, "mine")
    assert "exists already. Add --force to replace it" in ran.said
    assert run("debrief", papers, "--output", target, "--force").code == 0
    assert "is no name for a text. Let it end in .txt." in run("debrief", papers, "--output", "x.xlsx").said


def test_agreeing_makes_the_facilitators_rating_of_that_day_the_agreed_one(papers: Path) -> None:
    ran = run("debrief", papers, "--area", "ia4", "--agree")
    assert (
        "IA4: the unit agrees; facilitators' rating that day, by documents and staff data alone: "
        "Established; agreed rating: Established." in ran.said
    )
    found = views(papers)["IA4"]
    assert (found.reaction, found.facilitators, found.agreed) == ("agree", "established", "established")


def test_a_dispute_keeps_three_ratings_the_reason_and_the_day_of_the_evidence(papers: Path) -> None:
    by = date.today() + timedelta(days=7)
    words = ["--dispute", "Only half of us were there.", "--view", "Emerging", "--evidence-by", str(by)]
    ran = run("debrief", papers, "--area", "IA4", *words, "--agreed", "established", "--by", "Ana")
    found = views(papers)["IA4"]
    assert (found.facilitators, found.unit, found.agreed) == ("established", "emerging", "established")
    assert (found.reason, found.evidence_by, found.by) == ("Only half of us were there.", str(by), "Ana")
    assert "the unit disputes it, because Only half of us were there; facilitators' rating" in ran.said
    assert "Figures of survey and quiz stay as they are." in ran.said
    assert "Recorded: the unit disputes it" in text_of(papers)


def test_a_part_that_is_said_later_leaves_the_rest_as_it_was(papers: Path) -> None:
    run("debrief", papers, "--area", "IA4", "--dispute", "Too high", "--view", "emerging")
    run("debrief", papers, "--area", "IA4", "--agreed", "emerging")
    found = views(papers)["IA4"]
    assert (found.reaction, found.reason, found.unit, found.agreed) == (
        "dispute", "Too high", "emerging", "emerging",
    )  # fmt: skip
    run("debrief", papers, "--area", "IA4", "--agree")
    found = views(papers)["IA4"]
    assert (found.reaction, found.reason, found.unit, found.agreed) == ("agree", "", "", "established")


def test_the_facilitators_rating_stays_that_of_the_day_of_the_debriefing(
    papers: Path, tmp_path: Path
) -> None:
    run("debrief", papers, "--area", "IA4", "--dispute", "We have more", "--view", "leading")
    with AuditFile(papers) as opened, opened.writing() as connection:
        connection.exec_driver_sql("UPDATE debrief_view SET at = '2026-03-16T10:00:00Z'")
    more = write_answers(tmp_path / "more.csv", "S2,staff_data,hr_officer,,,,IA4-09,10/10,,")
    run("import", papers, more)
    assert "Leading, 75.0 of 100" in text_of(papers)
    run("debrief", papers, "--area", "IA4", "--agreed", "leading")
    found = views(papers)["IA4"]
    assert (found.facilitators, found.unit, found.agreed) == ("established", "leading", "leading")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--agree",), "What the unit says belongs to an area. Name it: --area ST1"),
        (("--area", "IA4"), "--area IA4 alone records nothing."),
        (("--area", "ZZ9", "--agree"), "'ZZ9' is no area of pga."),
        (("--area", "IA4", "--agree", "--dispute", "x"), "--agree and --dispute contradict each other."),
        (("--area", "IA4", "--dispute", "  "), "A dispute needs its reason. Write it: --dispute TEXT"),
        (("--area", "IA4", "--view", "good"), "--view: 'good' is no band. It is one of absent, emerging"),
        (("--area", "IA4", "--evidence-by", "soon"), "--evidence-by: 'soon' is not a date."),
        (("--area", "IA4", "--evidence-by", "2020-01-01"), "that is before the debriefing of"),
        (("--area", "IA4", "--agree", "--take-back"), "--take-back takes everything out."),
    ],
)
def test_what_makes_no_sense_records_nothing_and_says_why(
    papers: Path, options: tuple[str, ...], message: str
) -> None:
    ran = run("debrief", papers, *options)
    assert (ran.code, views(papers)) == (2, {})
    assert message in ran.said


def test_what_was_recorded_can_be_taken_back_and_stays_in_the_history(papers: Path) -> None:
    run("debrief", papers, "--area", "IA4", "--dispute", "Too high")
    assert (
        "IA4: taken back; the history keeps it."
        in run("debrief", papers, "--area", "IA4", "--take-back").said
    )
    assert views(papers) == {}
    assert "Too high" in run("status", papers, "--history").said.replace("- ", "-")
    assert "IA4: nothing was recorded." in run("debrief", papers, "--area", "IA4", "--take-back").said


def test_the_unit_ranks_proposals_and_the_list_of_recommendations_shows_its_places(audit: Path) -> None:
    ran = run("debrief", audit, "--rank", "REC-IA1-1=2", "--rank", "rec-su2-3=1")
    assert "The unit's order: 1 REC-SU2-3, 2 REC-IA1-1." in ran.said
    assert places(audit) == {"REC-IA1-1": 2, "REC-SU2-3": 1}
    assert "The unit's place: 2" in run("recommend", audit).said
    run("recommend", audit, "--accept", "REC-IA1-1")
    told = run("recommend", audit).said
    assert "The unit's place: 2" in told.split("Proposed by the rules")[0]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("REC-IA1-1=2",), "Place 2 would be given twice: to REC-SU2-3 and REC-IA1-1. Nothing was recorded."),
        (("REC-IA1-1=2",), "Give both anew, for example: --rank REC-IA1-1=2 --rank REC-SU2-3=1"),
        (("REC-XX-9=1",), "'REC-XX-9' is not among the proposals of the debriefing."),
        (("REC-IA1-1",), "--rank REC-IA1-1: the place is missing. Write for example REC-ST1-1=1."),
        (("REC-IA1-1=0",), "the place is missing"),
    ],
)
def test_a_rank_that_makes_no_sense_changes_nothing(
    audit: Path, given: tuple[str, ...], message: str
) -> None:
    run("debrief", audit, "--rank", "REC-SU2-3=2")
    ran = run("debrief", audit, *(word for text in given for word in ("--rank", text)))
    assert ran.code in (1, 2)
    assert message in ran.said
    assert places(audit) == {"REC-SU2-3": 2}
    assert run("debrief", audit, "--rank", "REC-SU2-3=-", "--rank", "REC-IA1-1=2").code == 0
    assert places(audit) == {"REC-IA1-1": 2}


def test_an_accepted_recommendation_that_only_people_raised_waits_for_the_report(papers: Path) -> None:
    run("recommend", papers, "--add", "Move the meeting to the morning", "--area", "ST3")
    run("recommend", papers, "--accept", "REC-IA4-1")
    with AuditFile(papers) as opened, opened.writing() as connection:
        connection.exec_driver_sql("UPDATE decision SET raised_by = 'IA4-01' WHERE source = 'REC-IA4-1'")
    ran = run("debrief", papers, "--print")
    shown = part(ran.out, 5)
    assert "Move the meeting to the morning (ST3, TEAM-1)" in " ".join(shown.split())
    assert "REC-IA4-1" not in shown
    assert "Proposals that wait for the report, as only what people answered raised them: 1." in ran.said


def test_at_most_twelve_proposals_are_shown_and_the_team_is_told_of_the_others(papers: Path) -> None:
    for number in range(14):
        run("recommend", papers, "--add", f"Ours {number}", "--area", "ST1")
    ran = run("debrief", papers, "--print")
    assert part(ran.out, 5).count("TEAM-") == 12
    assert "Proposals beyond the twelve, left out today:" in " ".join(ran.err.split())


def test_status_tells_what_was_promised_what_came_and_what_is_overdue(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", "--start", "2026-03-02")
    later = date.today() + timedelta(days=400)
    run("debrief", path, "--area", "ST1", "--dispute", "More is there", "--evidence-by", "2026-03-20")
    run("debrief", path, "--area", "ST2", "--evidence-by", str(later))
    told = run("status", path).said
    assert "ST1: OVERDUE, evidence was promised by 20 March 2026; nothing was recorded since." in told
    assert "(too late to change the rating: that is until 30 March 2026)." in told
    with AuditFile(path) as opened, opened.writing() as connection:
        connection.exec_driver_sql("UPDATE debrief_view SET at = '2026-03-16T10:00:00Z'")
    rows = write_answers(tmp_path / "rows.csv", "D,document_review,facilitator,,,,ST1-06,yes,,HR figures")
    run("import", path, rows)
    assert "ST1: evidence promised by 20 March 2026; recorded since, on " in run("status", path).said


def test_evidence_recorded_too_late_is_warned_of_by_its_day_and_taken_all_the_same(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit", "--start", "2026-03-02")
    late = "Evidence handed over after 30 March 2026 changes no rating: that is 14 days after the debriefing"
    assert late not in run("staff", path, typed="q\n").said
    run("phase", path, "debrief")
    for command in ("staff", "review"):
        ran = run(command, path, typed="q\n")
        assert late in ran.said
        assert ran.code == 0
    assert late not in run("review", path, "--compare").said
    run("workshop", path, "--women", "3", "--men", "3", typed="q\n")
    ran = run("workshop", path, typed="q\n")
    assert "figures of survey and quiz never change after it" in ran.said


def test_a_file_of_documents_that_comes_too_late_is_warned_of_and_one_of_interviews_is_not(
    tmp_path: Path,
) -> None:
    path = begin(tmp_path / "a.audit", "--start", "2026-03-02")
    run("phase", path, "debrief")
    papers = write_answers(tmp_path / "d.csv", "D,document_review,facilitator,,,,ST1-06,yes,,HR figures")
    heard = write_answers(tmp_path / "i.csv", "I,interview,director,,,,SU1-03,fully,,")
    assert "after 30 March 2026 changes no rating" in run("import", path, papers).said
    assert "changes no rating" not in run("import", path, heard).said


def test_the_next_step_of_a_whole_audit_is_the_debriefing_until_its_phase_is_over(papers: Path) -> None:
    with AuditFile(papers) as opened:
        facts = replace(opened.facts(), invited=1)
    whole = Progress((), (Heard("interview", "staff", "x", 1),), survey_held=False)
    words = "Go through the debriefing with the unit: audit-engine debrief a.audit"
    assert words in next_step(whole, 0, replace(facts, phase="debrief"), Path("a.audit"))
    assert words not in next_step(whole, 0, replace(facts, phase="draft_report"), Path("a.audit"))


def test_evidence_in_time_is_not_warned_of(papers: Path) -> None:
    run("phase", papers, "debrief")
    assert "changes no rating" not in run("staff", papers, typed="q\n").said


def test_the_walk_records_each_step_at_once_and_stopping_loses_nothing(papers: Path) -> None:
    keys = Keyboard(papers, "debrief")
    keys.see("1  Thanks")
    keys.type("")
    keys.see("2  Strengths")
    keys.type("g ia4")
    keys.see("IA4: what is wrong or missing?")
    keys.type("d")
    keys.type("Nobody told us", "recorded) ")
    keys.see("The unit's view:")
    assert views(papers)["IA4"].reason == "Nobody told us"
    keys.type("2")
    keys.see("none promised)")
    keys.child.sendeof()
    keys.see("Stopped; everything confirmed is kept. Go on with:")
    assert keys.end() == 0
    found = views(papers)["IA4"]
    assert (found.reaction, found.unit, found.facilitators) == ("dispute", "emerging", "established")


def test_the_walk_goes_back_ranks_refuses_other_keys_and_ends_after_the_last_part(papers: Path) -> None:
    keys = Keyboard(papers, "debrief")
    keys.type("b")
    keys.see("1  Thanks")
    keys.type("x")
    keys.see("'x' is no key here.")
    keys.type("g 5")
    keys.see("5  Proposals")
    keys.type("2 2")
    keys.see("each at most once.")
    keys.type("2 1")
    keys.see("Your place: 2.")
    keys.type("g 6")
    keys.see("Final report")
    keys.type("b")
    keys.see("5  Proposals")
    keys.type("g 7")
    keys.type("")
    keys.see("That was the last part.")
    assert keys.end() == 0
    assert sorted(places(papers).values()) == [1, 2]
