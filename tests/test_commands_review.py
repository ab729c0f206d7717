"""audit-engine review: drawing documents, rating them, agreeing on the rating."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.audit import Document, Draw
from audit_engine.auditfile import AuditFile
from audit_engine.sittings.drawing import Listed, draw, read_list
from audit_engine.store import judgement
from audit_engine.store.facts import read_changes
from questionnaires.errors import ExitCode, UserError
from tests.at_the_keyboard import answers, flat, make_audit, pipe, sittings
from tests.running import item

LADDER = ["ST3-01", "SU1-01", "SU1-02", "SU2-04", "SU2-05"]


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return make_audit(tmp_path / "geneva.audit")


def documents(audit: Path) -> list[Document]:
    with AuditFile(audit) as file, file.reading() as connection:
        return judgement.every(connection, Document)


def written(folder: Path, text: str, name: str = "projects.csv") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def rate(audit: Path, by: str, *ratings: str) -> str:
    """Ratings as `ITEM answer evidence`."""
    lines: list[str] = []
    for rating in ratings:
        item, answer, *evidence = rating.split(maxsplit=2)
        lines += [f"g {item}", answer, *(evidence or ([""] if answer not in ("1", "nf", "ng") else []))]
    return flat(pipe(audit, "review", "--by", by, lines=[*lines, "q"]).output)


# Drawing


def test_a_short_list_is_taken_whole() -> None:
    listed = [Listed(str(number), "") for number in range(10)]
    drawn = draw(listed, 5, 10, lambda n: pytest.fail("nothing is left to chance"))
    assert (drawn.places, drawn.step) == (frozenset(range(10)), 1)


@pytest.mark.parametrize("start", [0, 7, 22])
def test_a_long_list_is_drawn_every_kth_by_date_from_a_random_start(start: int) -> None:
    listed = [Listed(f"Project {n}", f"2025-01-{30 - n:02}") for n in range(23)]
    drawn = draw(listed, 10, 10, lambda n: start)
    assert len(drawn.places) == 10
    assert (drawn.start, drawn.step) == (start + 1, 2)
    assert drawn.places == {(start + 2 * turn) % 23 for turn in range(10)}
    assert [each.date for each in drawn.listed] == sorted(each.date for each in listed)


def test_each_document_has_the_same_chance() -> None:
    listed = [Listed(str(number), "") for number in range(17)]
    times = [0] * 17
    for start in range(17):
        for place in draw(listed, 10, 10, lambda n, start=start: start).places:
            times[place] += 1
    assert set(times) == {10}


def test_a_list_is_read_with_and_without_dates_and_header(tmp_path: Path) -> None:
    text = '\ufefftitle,date\r\nPlan,2024-05-01\r\n\r\n"Report, second",2023\r\nMinutes, part 2\r\nNote,\r\n'
    listed = read_list(Path(written(tmp_path, text)))
    assert listed == [
        Listed("Plan", "2024-05-01"),
        Listed("Report, second", "2023"),
        Listed("Minutes, part 2", ""),
        Listed("Note", ""),
    ]


def test_every_bad_line_of_a_list_is_named(audit: Path, tmp_path: Path) -> None:
    bad = written(tmp_path, "Plan,2024-13-01\nGood,2024\n,2024-01-01\n")
    result = pipe(audit, "review", bad, "--draw", "10", lines=[])
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "projects.csv:1: '2024-13-01' is not a date." in flat(result.output)
    assert "projects.csv:3: There is no title." in flat(result.output)
    assert documents(audit) == []


@pytest.mark.parametrize("content", [b"", b"\n\n", b"caf\xe9,2024\n", b'"' + b"x" * 200_000])
def test_a_list_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(content)
    with pytest.raises(UserError):
        read_list(path)


def test_a_draw_registers_the_whole_list_and_how_it_was_drawn(audit: Path, tmp_path: Path) -> None:
    projects = written(tmp_path, "".join(f"Project {n},2025-01-{n + 1:02}\n" for n in range(23)))
    options = [projects, "--draw", "10", "--seed", "3", "--kind", "project"]
    result = pipe(audit, "review", *options, lines=[])
    assert result.exit_code == ExitCode.DONE
    found = documents(audit)
    assert (len(found), sum(each.drawn for each in found)) == (23, 10)
    assert {each.draw for each in found} == {1}
    shown = [each.title for each in found if f" {each.title} " in f" {flat(result.output)} "]
    assert shown == [each.title for each in found if each.drawn]
    with AuditFile(audit) as file, file.reading() as connection:
        made = judgement.every(connection, Draw)[0]
    assert (made.kind, made.listed, made.drawn, made.step, made.by) == ("project", 23, 10, 2, "Anna")


def test_a_kind_is_drawn_once_so_that_nobody_draws_until_it_suits(audit: Path, tmp_path: Path) -> None:
    projects = written(tmp_path, "One\nTwo\n")
    assert pipe(audit, "review", projects, "--draw", "10", lines=[]).exit_code == ExitCode.DONE
    again = pipe(audit, "review", projects, "--draw", "10", lines=[])
    assert again.exit_code == ExitCode.NOT_NOW
    assert "'projects' was drawn already, by Anna" in flat(again.output)
    assert len(documents(audit)) == 2


def test_a_draw_needs_its_number_and_its_list(audit: Path, tmp_path: Path) -> None:
    projects = written(tmp_path, "One\n")
    assert pipe(audit, "review", projects, lines=[]).exit_code == ExitCode.BAD_INPUT
    assert pipe(audit, "review", "--draw", "10", lines=[]).exit_code == ExitCode.BAD_INPUT
    missing = pipe(audit, "review", "--draw", "10", str(tmp_path / "no.csv"), lines=[])
    assert missing.exit_code == ExitCode.NOT_NOW


# Rating


def test_documents_are_named_as_evidence_by_number_or_registered_on_the_way(audit: Path) -> None:
    lines = ["3", "?", "+ HR policy", "2024-01-01", "policy", "g SU2-04", "3", "9", "1", "q"]
    said = flat(pipe(audit, "review", lines=lines).output)
    assert "No document is registered yet" in said
    assert "There is no document number 9." in said
    found = answers(audit, "document_review")
    assert (found["ST1-06"].evidence, found["SU2-04"].evidence) == ("HR policy", "HR policy")
    assert [(each.title, each.date, each.kind) for each in documents(audit)] == [
        ("HR policy", "2024-01-01", "policy")
    ]


def test_commands_work_where_evidence_is_asked(audit: Path) -> None:
    lines = ["g SU2-04", "3", "b", "", "g SU2-05", "3", "/q"]
    result = pipe(audit, "review", lines=lines)
    found = answers(audit, "document_review")
    assert (found["SU2-04"].value, found["SU2-04"].evidence) == ("meeting", "")
    assert found["SU2-05"].value == "meeting"
    assert "Stopped. Answered: 2" in flat(result.output)


def test_evidence_goes_when_the_rating_falls_to_the_lowest(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 The plan", "SU2-04 1")
    found = answers(audit, "document_review")["SU2-04"]
    assert (found.value, found.evidence) == ("missing", "")


def test_each_facilitator_has_a_review_of_their_own_that_is_continued(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 plan")
    rate(audit, "Ben", "SU2-04 2 plan")
    rate(audit, "Anna", "SU2-05 2 plan")
    assert [each.by for each in sittings(audit, "document_review")] == ["Anna", "Ben"]
    assert set(answers(audit, "document_review", 0)) == {"SU2-04", "SU2-05"}


def test_after_a_review_the_items_rated_by_two_are_counted(audit: Path) -> None:
    said = rate(audit, "Anna", *(f"{item} 3 plan" for item in LADDER))
    assert "0 of 15 items with levels are rated by two facilitators." in said
    assert "a third of them (5)" in said
    said = rate(audit, "Ben", *(f"{item} 2 plan" for item in LADDER))
    assert "5 of 15 items with levels are rated by two facilitators. That is the third" in said


# Agreeing


def test_differences_are_settled_and_equal_values_confirmed(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 The plan", "SU2-05 2 Annex", "SU1-01 4 Note")
    rate(audit, "Ben", "SU2-04 1", "SU2-05 2 Table", "SU1-02 nf")
    said = flat(pipe(audit, "review", "--agree", "--by", "Ben", lines=["y", "9", "2", "Draft only"]).output)
    assert "SU2-05 Approaching" in said
    assert "Anna: Meeting. Evidence: The plan" in said
    assert "Ben: Missing. No evidence named." in said
    found = answers(audit, "document_review", 1)
    assert (found["SU2-04"].value, found["SU2-04"].agreed) == ("approaching", True)
    assert (found["SU2-05"].value, found["SU2-05"].agreed) == ("approaching", True)
    assert not found["SU1-02"].agreed
    again = flat(pipe(audit, "review", "--agree", "--by", "Ben", lines=[]).output)
    assert "Agreed before: SU2-04, SU2-05" in again
    assert "Nothing is left to agree on." in again


def test_agreeing_can_be_stopped_and_skipped(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 plan", "SU2-05 3 plan")
    rate(audit, "Ben", "SU2-04 1", "SU2-05 1")
    result = pipe(audit, "review", "--agree", lines=["?", "s", "b", "s", "q"])
    assert result.exit_code == ExitCode.DONE
    assert "review" in result.output.splitlines()[-1]
    assert not any(answer.agreed for answer in answers(audit, "document_review").values())


def test_a_third_person_may_record_what_two_agreed_on(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 plan")
    rate(audit, "Ben", "SU2-04 1")
    pipe(audit, "review", "--agree", "--by", "Zoe", lines=["3", "Seen together"])
    found = answers(audit, "document_review", 2)["SU2-04"]
    assert (found.value, found.evidence, found.agreed, found.by) == ("meeting", "plan", True, "Zoe")


def test_a_new_rating_of_an_agreed_item_says_that_it_is_no_longer_agreed(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 plan")
    rate(audit, "Ben", "SU2-04 1")
    pipe(audit, "review", "--agree", lines=["3", "Seen together"])
    assert "two facilitators had agreed on" in rate(audit, "Anna", "SU2-04 4 plan")
    assert not answers(audit, "document_review")["SU2-04"].agreed


def test_a_closed_review_stays_closed_after_agreeing(audit: Path) -> None:
    rate(audit, "Ben", "SU2-04 1")
    pipe(audit, "review", lines=["g SU2-04", "3", "plan", "f", "f"])
    pipe(audit, "review", "--agree", lines=["3", "Seen together"])
    assert [each.state for each in sittings(audit, "document_review")] == ["open", "done"]


def history(audit: Path) -> list[tuple[str, str, str, str]]:
    """(what, before, after, by) of everything agreed."""
    with AuditFile(audit) as file, file.reading() as connection:
        changes = read_changes(connection)
    kept = ("what", "before", "after", "by")
    return [tuple(c[k] for k in kept) for c in changes if c["what"].startswith("agreed")]  # type: ignore[misc]


def test_why_two_settled_on_a_value_stays_in_the_history(
    audit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rate(audit, "Anna", "SU2-04 3 plan", "SU2-05 2 Annex")
    rate(audit, "Ben", "SU2-04 1", "SU2-05 2 Table")
    pipe(audit, "review", "--agree", "--by", "Ben", lines=["y", "2", "It is a draft: not adopted"])
    assert history(audit) == [
        ("agreed SU2-05", "Anna approaching / Ben approaching", "approaching: rated alike", "Ben"),
        ("agreed SU2-04", "Anna meeting / Ben missing", "approaching: It is a draft: not adopted", "Ben"),
    ]
    monkeypatch.setenv("COLUMNS", "200")
    shown = flat(pipe(audit, "status", "--history", lines=[]).output)
    assert "Ben agreed SU2-04 Anna meeting / Ben missing approaching: It is a draft: not adopted" in shown


def test_nothing_is_agreed_without_a_reason(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 plan")
    rate(audit, "Ben", "SU2-04 1")
    result = pipe(audit, "review", "--agree", lines=["2", "", "  "])
    assert "A few words are needed" in flat(result.output)
    assert not any(answer.agreed for answer in answers(audit, "document_review").values())
    assert history(audit) == []
    assert answers(audit, "document_review", 0)["SU2-04"].value == "meeting"


@pytest.mark.parametrize("typed", ["s", "/s", "q", "/q"])
def test_a_command_typed_instead_of_the_reason_leaves_the_item_open(audit: Path, typed: str) -> None:
    rate(audit, "Anna", "SU2-04 3 plan")
    rate(audit, "Ben", "SU2-04 1")
    result = pipe(audit, "review", "--agree", lines=["2", typed])
    assert result.exit_code == ExitCode.DONE
    assert "Nothing was saved for this item." in flat(result.output)
    assert history(audit) == []


def test_an_item_rated_anew_after_the_agreement_is_settled_again(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 plan")
    rate(audit, "Ben", "SU2-04 1")
    pipe(audit, "review", "--agree", "--by", "Ben", lines=["2", "A draft"])
    rate(audit, "Anna", "SU2-04 4 Adopted plan")
    said = flat(pipe(audit, "review", "--agree", "--by", "Ben", lines=["4", "Adopted since"]).output)
    assert "Anna: Exceeding. Evidence: Adopted plan" in said
    assert "Ben: Missing." in said
    assert (answers(audit, "document_review", 1)["SU2-04"].value, len(history(audit))) == ("exceeding", 2)


def test_while_rating_nothing_of_the_other_facilitators_rating_is_shown(audit: Path) -> None:
    pipe(
        audit,
        "review",
        lines=["g SU2-04", "3", "The secret plan", "g SU2-04", "n Read twice", "q"],
    )
    lines = ["g SU2-04", "l SU2", "g SU2-05", "2", "?", "Table", "f", "b", "q"]
    result = pipe(audit, "review", "--by", "Ben", lines=lines)
    said = flat(result.output)
    assert "SU2-04" in said
    assert "secret" not in said
    assert "Read twice" not in said
    assert "Answered so far" not in said
    assert "answered SU2-04" not in said


def test_whatever_the_capitals_of_a_name_it_is_the_same_review(audit: Path) -> None:
    rate(audit, "Ben", "SU2-04 3 plan")
    rate(audit, "BEN", "SU2-04 2 plan")
    assert [each.by for each in sittings(audit, "document_review")] == ["Ben"]
    assert "0 of 15 items with levels" in rate(audit, "Ben")


# What was told


def test_facilitators_rate_what_was_told_on_sheets_of_their_own_that_are_no_interviews(audit: Path) -> None:
    pipe(audit, "review", "--told", lines=["3", "q"])
    said = flat(pipe(audit, "review", "--told", "--by", "Ben", lines=["2", "q"]).output)
    assert "What was told in interviews, rated by Ben" in said
    assert "(1 of 6)" in said
    assert "good practice" not in said
    sheets = sittings(audit, "interview")
    assert [(each.by, each.role) for each in sheets] == [("Anna", "facilitator"), ("Ben", "facilitator")]
    assert answers(audit, "interview", 1)["ST3-01"].value == "approaching"
    assert "Nothing is unfinished" in flat(pipe(audit, "interview", "--list", lines=[]).output)
    assert "Nobody was interviewed yet." in flat(pipe(audit, "status", lines=[]).output)


def test_not_applicable_owes_its_reason_also_where_it_was_only_told(audit: Path) -> None:
    said = flat(pipe(audit, "review", "--told", lines=["?", "na", "na N2", "q"]).output)
    assert "'na' needs its reason here." in said
    assert "not in my work" not in said
    assert answers(audit, "interview")["ST3-01"].value == "na N2"


def test_what_was_told_is_agreed_on_as_told_and_counts_so(audit: Path) -> None:
    pipe(audit, "review", "--told", lines=["4", "q"])
    pipe(audit, "review", "--told", "--by", "Ben", lines=["2", "q"])
    said = flat(pipe(audit, "review", "--agree", lines=["3", "Both heads said so"]).output)
    assert "Ben: Approaching. By what was told." in said
    found = item(audit, "ST3-01")
    assert (found["source"], found["exact"]) == ("told", "200/3")
    assert sittings(audit, "document_review") == []


def test_a_paper_comes_before_what_was_told(audit: Path) -> None:
    pipe(audit, "review", "--told", lines=["4", "q"])
    pipe(audit, "review", "--told", "--by", "Ben", lines=["2", "q"])
    rate(audit, "Ben", "ST3-01 2 Policy")
    assert "No item is rated by two" in flat(pipe(audit, "review", "--agree", lines=[]).output)
    assert item(audit, "ST3-01")["source"] == "documents"


def test_with_one_review_there_is_nothing_to_agree_on(audit: Path) -> None:
    rate(audit, "Anna", "SU2-04 3 plan")
    said = flat(pipe(audit, "review", "--agree", "--by", "Ben", lines=[]).output)
    assert "No item is rated by two" in said
    assert [each.by for each in sittings(audit, "document_review")] == ["Anna"]


# What cannot stand together


@pytest.mark.parametrize(
    "options",
    [
        ["--compare", "--agree"],
        ["--compare", "--told"],
        ["--agree", "--told"],
        ["--agree", "--draw", "3"],
        ["projects.csv", "--compare"],
        ["projects.csv", "--draw", "1", "--told"],
    ],
    ids=" ".join,
)
def test_a_review_does_one_thing_at_a_time(audit: Path, tmp_path: Path, options: list[str]) -> None:
    projects = written(tmp_path, "One\n")
    given = [projects if option == "projects.csv" else option for option in options]
    before = audit.read_bytes()
    refused = pipe(audit, "review", *given, lines=[])
    assert refused.exit_code == ExitCode.BAD_INPUT
    assert "are two things; a review does one at a time. Nothing was done." in flat(refused.output)
    assert audit.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "json"], "--format json goes with --compare only."),
        (["--told", "--format", "json"], "--format json goes with --compare only."),
        (["--agree", "--format", "json"], "--format json goes with --compare only."),
        (["--kind", "project"], "--kind goes with --draw N LIST only."),
        (["--compare", "--kind", "project"], "--kind goes with --draw N LIST only."),
        (["--agree", "--seed", "0"], "--seed goes with --draw N LIST only."),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_an_option_that_would_be_ignored_is_refused_and_no_review_begins(
    audit: Path, options: list[str], said: str
) -> None:
    refused = pipe(audit, "review", *options, lines=["3", "q"])
    assert refused.exit_code == ExitCode.BAD_INPUT
    assert f"{said} Nothing was done. Add " in flat(refused.output)
    assert sittings(audit, "document_review") == []
