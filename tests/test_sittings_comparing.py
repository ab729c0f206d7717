"""review --compare: how alike two facilitators rated, and what they have to talk about."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from audit_engine.auditfile import AuditFile
from audit_engine.sittings.comparing import agreement_in_words, alpha_text, compare
from questionnaires.errors import ExitCode
from scoring.agreement import Agreement
from tests.at_the_keyboard import flat, make_audit, pipe, sittings
from tests.running import run, write_answers

ITEMS = ["SU1-01", "SU1-02", "SU1-08", "SU2-04", "SU2-05", "SU2-06", "SU3-08", "SU4-04", "IA1-04", "IA2-01"]
LEVELS = {"m": "missing", "a": "approaching", "t": "meeting", "x": "exceeding"}


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return make_audit(tmp_path / "geneva.audit")


def rate(audit: Path, by: str, ratings: str, items: list[str] = ITEMS, evidence: str = "Plan") -> None:
    """One letter an item, `.` where it is not rated; read from a file as a second facilitator may send it."""
    rows = [
        f"{by},document_review,facilitator,,,,{name},{LEVELS.get(word, word).replace('_', ' ')},,{evidence}"
        for name, word in zip(items, ratings.split(), strict=False)
        if word != "."
    ]
    path = write_answers(audit.with_name(f"{by}.csv"), *rows)
    assert run("import", audit, path, "--by", by).code == 0


def compared(audit: Path) -> dict[str, Any]:
    ran = run("review", audit, "--compare", "--format", "json")
    assert ran.code == 0
    found: dict[str, Any] = json.loads(ran.out)
    return found


def item(found: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in found["items"] if each["id"] == name)


def test_areas_per_cent_alpha_and_the_third_of_rule_nine(audit: Path) -> None:
    rate(audit, "Anna", "m a t x m a t x a t")
    rate(audit, "Ben", "m a t x a a t t a t")
    said = run("review", audit, "--compare").said
    assert "Rated by Anna and Ben, each alone." in said
    assert "SU1 Context, constituents and partners 3 3 100.0 -" in said
    assert "SU2 Objectives, programme and budget 3 2 66.7 -" in said
    assert "All areas 10 8 80.0 0.92" in said
    assert "is 0.92 over the 10 items with a level from two: good" in said
    assert "10 of 15 items with levels are rated by two facilitators. That is the third" in said


def test_where_alpha_means_nothing_the_reason_stands_in_its_place(audit: Path) -> None:
    rate(audit, "Anna", "m a t")
    rate(audit, "Ben", "m a x")
    said = run("review", audit, "--compare").said
    assert "No alpha: 3 items got a level from two; below 10 it is chance." in said
    assert "The method asks for a third of them (5)" in said
    found = compared(audit)
    assert (found["overall"]["alpha"], found["overall"]["reason_code"]) == (None, "too_few_twice")
    assert found["areas"][0] == {
        "id": "SU1",
        "items": 3,
        "alike": 2,
        "percent": 66.666667,
        "ranked": 3,
        "alpha": None,
        "exact": None,
        "reason": "3 items got a level from two; below 10 it is chance",
        "reason_code": "too_few_twice",
    }


def test_items_to_talk_about_stand_widest_apart_first_with_evidence_and_notes(audit: Path) -> None:
    rate(audit, "Anna", "m t t t", evidence="Strategy")
    rate(audit, "Ben", "t t x m", evidence="Minutes")
    rate(audit, "Cleo", ". . . na_N1", evidence="")
    pipe(audit, "review", "--by", "Ben", lines=["g SU1-01", "n Only the annex", "q"])
    said = run("review", audit, "--compare").said
    assert "To talk about: 3, widest apart first" in said
    places = [said.index(f"{name} ") for name in ("SU2-04", "SU1-01", "SU1-08")]
    assert places == sorted(places)
    assert "SU1-02 " not in said
    assert "One of them has no points: settle first whether there is something to rate." in said
    assert "66.7 points apart Anna: Missing. Evidence: Strategy" in said
    assert "Ben: Meeting. Evidence: Minutes. Note: Only the annex" in said
    assert "Cleo: not applicable (N1). No evidence named." in said


def test_a_restricted_note_is_never_shown_beside_a_rating(audit: Path) -> None:
    rate(audit, "Anna", "m")
    rate(audit, "Ben", "t")
    pipe(audit, "review", "--by", "Ben", lines=["g SU1-01", "r", "y", "Spoke of a person", "q"])
    assert "Spoke of" not in run("review", audit, "--compare").said
    assert "Spoke of" not in run("review", audit, "--compare", "--format", "json").out


def test_agreeing_does_not_make_the_raters_agree(audit: Path) -> None:
    rate(audit, "Anna", "m a t x m a t x a t")
    rate(audit, "Ben", "m a t x a a t t a t")
    before = compared(audit)
    lines = ["y", "2", "Only a draft", "3", "One project of three"]
    pipe(audit, "review", "--agree", "--by", "Ben", lines=lines)
    pipe(audit, "review", "--by", "Zoe", lines=["g SU2-05", "2", "Plan", "q"])
    after = compared(audit)
    assert after["overall"] == before["overall"]
    assert after["areas"] == before["areas"]
    settled = item(after, "SU2-05")
    assert (settled["agreed"], settled["agreed_by"], settled["agreed_reason"]) == (
        "approaching",
        "Ben",
        "Only a draft",
    )
    assert settled["rated_alone"] == [
        {"by": "Anna", "value": "missing"},
        {"by": "Ben", "value": "approaching"},
    ]
    assert item(after, "SU1-01")["agreed_reason"] == "rated alike"
    said = run("review", audit, "--compare").said
    assert "Agreed: 10" in said
    assert "SU2-05 Approaching: Only a draft (Ben)" in said
    assert "To talk about" not in said


def test_a_value_that_an_earlier_version_agreed_on_has_no_reason(audit: Path) -> None:
    rate(audit, "Anna", "m")
    rate(audit, "Ben", "t")
    with AuditFile(audit) as file, file.writing() as connection:
        connection.exec_driver_sql("UPDATE answer SET agreed = 1 WHERE by = 'Ben'")
    said = run("review", audit, "--compare").said
    assert "To talk about" not in said
    pipe(audit, "review", "--by", "Anna", lines=["g SU1-01", "2", "Plan", "q"])
    assert "To talk about" not in run("review", audit, "--compare").said


def test_two_reviews_of_one_person_are_not_two_raters(audit: Path) -> None:
    rate(audit, "Anna", "m a t")
    rows = ["DR9,document_review,facilitator,,,,SU1-01,meeting,,Plan"]
    assert run("import", audit, write_answers(audit.with_name("a.csv"), *rows), "--by", "anna").code == 0
    assert "No item is rated by two facilitators yet." in run("review", audit, "--compare").said
    assert compared(audit)["items"] == []


def test_what_was_taken_out_or_voided_or_not_known_is_no_rating(audit: Path) -> None:
    rate(audit, "Anna", "m a t partly", [*ITEMS[:3], "SU1-09"])
    rate(audit, "Ben", "t . . dk", [*ITEMS[:3], "SU1-09"])
    assert [each["id"] for each in compared(audit)["items"]] == ["SU1-01"]
    pipe(audit, "review", "--by", "Ben", lines=["g SU1-01", "-", "q"])
    assert compared(audit)["items"] == []
    pipe(audit, "review", "--by", "Ben", lines=["g SU1-01", "4", "Plan", "q"])
    assert [each["id"] for each in compared(audit)["items"]] == ["SU1-01"]
    assert run("void", audit, "Ben", "--reason", "by mistake").code == 0
    assert compared(audit)["items"] == []


def test_what_two_were_told_in_interviews_is_compared_without_what_was_noted_there(audit: Path) -> None:
    pipe(
        audit,
        "interview",
        "--role",
        "director",
        lines=["y", "/g ST3-01", "4", "/g ST3-01", "n She said so", "q"],
    )
    pipe(audit, "review", "--told", "--by", "Ben", lines=["2", "g ST3-01", "n Two of three", "q"])
    found = item(compared(audit), "ST3-01")
    assert (found["source"], found["points_apart"]) == ("told", 66.666667)
    assert found["ratings"] == [
        {"by": "Anna", "value": "exceeding", "evidence": "", "notes": []},
        {"by": "Ben", "value": "approaching", "evidence": "", "notes": ["Two of three"]},
    ]


def test_whose_sheet_is_open_is_said_so_that_nobody_looks_too_early(audit: Path) -> None:
    rate(audit, "Anna", "m")
    rate(audit, "Ben", "t")
    assert "Still open" not in run("review", audit, "--compare").said
    pipe(audit, "review", "--by", "Ben", lines=["g SU1-02", "4", "Plan", "q"])
    assert (
        "Still open: Ben. What is rated after looking here is not independent"
        in run("review", audit, "--compare").said
    )


def test_comparing_changes_nothing(audit: Path) -> None:
    rate(audit, "Anna", "m")
    rate(audit, "Ben", "t")
    before = audit.read_bytes()
    assert run("review", audit, "--compare", "--by", "Zoe").code == ExitCode.DONE
    assert run("review", audit, "--compare", "--format", "json").code == ExitCode.DONE
    assert audit.read_bytes() == before
    assert len(sittings(audit, "document_review")) == 2


def test_the_line_for_the_workbook(audit: Path) -> None:
    nothing = compare_of(audit)
    assert agreement_in_words(nothing) == "no item was rated by two"
    rate(audit, "Anna", "m a t x m a t x a t")
    rate(audit, "Ben", "m a t x a a t t a t")
    assert agreement_in_words(compare_of(audit)) == "8 of 10 items alike (80.0 %); alpha 0.92 over 10 items"


def compare_of(audit: Path) -> Agreement:
    with AuditFile(audit) as file:
        return compare(file).overall


def test_the_screen_holds_at_60_columns(audit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rate(audit, "Anna", "m a")
    rate(audit, "Ben", "t a")
    out = run("review", audit, "--compare").out
    assert max(len(line) for line in out.splitlines()) <= 60
    assert "Rated by two: 2" in flat(out)


def test_alpha_is_never_printed_like_the_limit_that_it_misses() -> None:
    assert alpha_text(Fraction(7999, 10000)) == "0.79"
    assert alpha_text(Fraction(4, 5)) == "0.80"
    assert alpha_text(Fraction(1)) == "1.00"
    assert alpha_text(Fraction(-1, 1000)) == "-0.01"


def test_of_two_ratings_that_nobody_settled_it_is_said_which_one_counts(audit: Path) -> None:
    rate(audit, "Anna", "m a t")
    rate(audit, "Ben", "t x t")
    pipe(audit, "review", "--by", "Anna", lines=["g SU1-02", "1", "q"])
    said = run("review", audit, "--compare").said
    assert (
        "Ben: Meeting. Evidence: Plan. Not settled: until then Meeting counts, the later one, Ben's." in said
    )
    assert "Not settled: until then Missing counts, the later one, Anna's." in said
    found = compared(audit)
    assert [item(found, name)["counts"] for name in ITEMS[:3]] == ["meeting", "missing", "meeting"]
    assert rated_by(audit, "SU1-01") == "meeting"
    assert rated_by(audit, "SU1-02") == "missing"


def test_what_was_agreed_on_counts_until_a_later_rating_is_settled(audit: Path) -> None:
    rate(audit, "Anna", "m")
    rate(audit, "Ben", "t")
    pipe(audit, "review", "--agree", "--by", "Ben", lines=["2", "A draft"])
    assert "Not settled" not in run("review", audit, "--compare").said
    pipe(audit, "review", "--by", "Anna", lines=["g SU1-01", "4", "Plan", "q"])
    said = run("review", audit, "--compare").said
    assert "Not settled: until then Approaching counts, agreed on before." in said
    assert item(compared(audit), "SU1-01")["counts"] == rated_by(audit, "SU1-01") == "approaching"


def rated_by(audit: Path, name: str) -> str:
    """The value that the item is rated by."""
    explained: dict[str, Any] = json.loads(run("explain", audit, name, "--format", "json").out)
    (value,) = [str(each["value"]) for each in explained["values"] if each["chosen"]]
    return value
