"""findings and recommend: what people write and decide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit_engine.auditfile import AuditFile
from audit_engine.judging.deciding import decide, decisions, merge, undecided
from questionnaires.errors import UserError
from tests.running import begin, run

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    path = begin(tmp_path / "a.audit", staff="professional=20/20")
    run("import", path, EXAMPLE)
    return path


def stored(path: Path) -> list[tuple[str, str, str]]:
    with AuditFile(path) as opened:
        return [(each.source, each.status, each.text) for each in decisions(opened)]


def test_proposals_name_the_items_that_raised_them_and_nothing_is_decided_by_looking(audit: Path) -> None:
    told = run("recommend", audit).said
    assert "IA1-08 0.0 Narrow pool of focal points" in told
    assert "more were raised; see them with --also." in told
    assert stored(audit) == []


def test_a_recommendation_is_accepted_edited_and_rejected_with_a_reason(audit: Path) -> None:
    assert run("recommend", audit, "--accept", "REC-IA1-1", "--due", "2027-01-31").code == 0
    assert (
        run("recommend", audit, "--edit", "1", "--text", "Name two focal points", "--priority", "low").code
        == 0
    )
    assert run("recommend", audit, "--reject", "REC-SU2-3").code == 2
    assert run("recommend", audit, "--reject", "REC-SU2-3", "--reason", "Done by HQ").code == 0
    assert stored(audit)[0] == ("REC-IA1-1", "accepted", "Name two focal points")
    told = run("recommend", audit).said
    assert "Reason: Done by HQ" in told
    assert "2027-01-31" in told


def test_two_recommendations_are_merged_and_the_items_of_both_stay_named(audit: Path) -> None:
    assert run("recommend", audit, "--merge", "REC-SU2-2", "--into", "REC-SU2-3").code == 0
    with AuditFile(audit) as opened:
        into, merged = decisions(opened)
    assert (into.status, merged.status, merged.merged_into) == ("accepted", "merged", into.id)
    assert {"SU2-04", "SU2-03"} <= set(into.raised_by)
    assert run("recommend", audit, "--merge", "1", "--into", "1").code == 2


def test_one_of_our_own_is_added_to_an_area(audit: Path) -> None:
    assert run("recommend", audit, "--add", "Move the meeting").code == 2
    assert run("recommend", audit, "--add", "Move the meeting", "--area", "st3").code == 0
    assert stored(audit) == [("", "accepted", "Move the meeting")]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--accept", "REC-XX-9"), 1),
        (("--accept", "0"), 1),
        (("--edit", "REC-IA1-1"), 2),
        (("--accept", "REC-IA1-1", "--due", "soon"), 2),
        (("--edit", "REC-IA1-1", "--text", "  "), 2),
        (("--add", "x", "--area", "ZZ9"), 2),
    ],
)
def test_a_decision_that_makes_no_sense_changes_nothing(
    audit: Path, options: tuple[str, ...], code: int
) -> None:
    assert run("recommend", audit, *options).code == code
    assert stored(audit) == []


def test_findings_are_added_edited_confirmed_ordered_and_removed(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    for text in ("First", "Second", "Third"):
        assert run("findings", path, "--add", text, "--kind", "strength", "--area", "st1").code == 0
    run("findings", path, "--move", "3", "--to", "1")
    run("findings", path, "--edit", "1", "--text", "First, reworded", "--evidence", "Minutes")
    run("findings", path, "--confirm", "3")
    told = run("findings", path, "--remove", "2").said
    assert told.index("Third") < told.index("First, reworded")
    assert "Second" not in told
    assert "Third no evidence named confirmed" in told
    assert "First, reworded Minutes not confirmed" in told


def test_a_practice_tells_whether_it_can_be_taken_over_and_shared(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    ran = run(
        "findings", path, "--add", "Mixed panels", "--kind", "practice", "--area", "ST1", "--transferable"
    )
    assert "transferable, consent: not said" in ran.said
    assert "transferable, no consent" in run("findings", path, "--edit", "1", "--no-consent").said


def test_a_finding_needs_an_area_that_exists(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    assert run("findings", path, "--add", "x").code == 2
    assert run("findings", path, "--add", "x", "--area", "ZZ").code == 2
    assert run("findings", path, "--confirm", "7").code == 1


def test_what_people_wrote_can_be_read_by_the_team_and_restricted_notes_by_author_and_lead(
    audit: Path,
) -> None:
    told = run("findings", audit, "--heard").said
    assert "Rotate the chair of the staff meeting." in told
    assert "we want the chair to rotate" in told
    assert "The role comes on top of a full post." in told
    script = "y\n/r\ny\nCANARY note\n/q\n"
    run("interview", audit, "--role", "staff", "--gender", "woman", "--by", "Bo", typed=script)
    assert "CANARY note" in run("findings", audit, "--heard", "--by", "Bo").said
    assert "CANARY note" not in run("findings", audit, "--heard", "--by", "Cy").said


def test_survey_texts_are_not_shown_before_five_forms(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    rows = [f"S{number},survey,staff,,,,practice,CANARY {number},," for number in range(4)]
    file = tmp_path / "a.csv"
    file.write_text(
        "\n".join(["submission,instrument,role,gender,category,supervises,item,answer,note,evidence", *rows])
    )
    run("import", path, file)
    told = run("findings", path, "--heard").said
    assert "CANARY" not in told
    assert "Shown once 5 forms were sent." in told


def test_two_at_once_wait_for_each_other_or_say_so(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    with AuditFile(path) as opened, opened.writing():
        ran = run("findings", path, "--add", "x", "--area", "ST1")
    assert (ran.code, "a.audit is in use by another command." in ran.said) == (5, True)


def test_the_list_can_be_read_while_another_command_writes(tmp_path: Path) -> None:
    path = begin(tmp_path / "a.audit")
    with AuditFile(path) as opened, opened.writing():
        assert run("findings", path).code == 0


def test_a_proposal_that_somebody_decided_on_meanwhile_is_not_decided_twice(audit: Path) -> None:
    with AuditFile(audit) as opened:
        both = undecided(opened)[0].draft
        decide(opened, replace(both, status="accepted"), "Ada")
        with pytest.raises(UserError, match="was decided meanwhile, as number 1"):
            decide(opened, replace(both, status="rejected", reason="no"), "Ben")
        one = undecided(opened)[0].draft
        with pytest.raises(UserError, match="was decided meanwhile"):
            merge(opened, both, one, "Ben")
    assert [(source, status) for source, status, _ in stored(audit)] == [(both.source, "accepted")]
