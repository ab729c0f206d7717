"""The demonstration: two whole audits of a made-up unit, the second against the first."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from audit_engine.after import View
from audit_engine.auditfile import AuditFile
from audit_engine.demo.unit import LATER, forms
from audit_engine.judging.baseline import assess_audit
from audit_engine.judging.deciding import decisions
from audit_engine.store import after
from questionnaires.library import load
from tests.running import ratings, run


def test_the_demonstration_leaves_two_audits_and_two_workbooks(tmp_path: Path) -> None:
    ran = run("demo", tmp_path / "d")
    assert ran.code == 0, ran.said
    names = sorted(path.name for path in (tmp_path / "d").iterdir())
    assert names == [
        "port-amara-2026.audit",
        "port-amara-2026.xlsx",
        "port-amara-2028.audit",
        "port-amara-2028.xlsx",
    ]
    later = ratings(tmp_path / "d" / "port-amara-2028.audit")
    assert all(area["baseline"]["kind"] == "previous" for area in later["areas"])
    assert later["overall"]["baseline"]["status"] == "improved"
    sheets = load_workbook(tmp_path / "d" / "port-amara-2028.xlsx").sheetnames
    assert sheets[0] == "Summary"
    again = run("demo", tmp_path / "d")
    assert (again.code, "exists already" in again.said) == (1, True)


def test_the_first_audit_goes_on_to_the_answer_and_the_second_begins_from_what_it_left_open(
    tmp_path: Path,
) -> None:
    run("demo", tmp_path / "d")
    earlier, later = (tmp_path / "d" / f"port-amara-{year}.audit" for year in (2026, 2028))
    with AuditFile(earlier) as audit, audit.reading() as connection:
        assert {view.reaction for view in after.standing(connection, View).values()} == {"agree", "dispute"}
    told = run("follow-up", earlier).said
    assert "13 to follow up: 2 done or overtaken" in told
    assert "1 rejected by the unit; not followed up." in told
    assert "7 accepted, 5 still open; done or on time: 4/7." in run("follow-up", later).said


def test_what_is_due_is_due_after_the_audit_it_comes_from(tmp_path: Path) -> None:
    run("demo", tmp_path / "d")
    with AuditFile(tmp_path / "d" / "port-amara-2028.audit") as audit:
        assert min(each.due for each in decisions(audit)) > audit.facts().start.isoformat()


def test_the_demonstration_is_the_same_on_every_run(tmp_path: Path) -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    assert list(forms(questionnaire, LATER)) == list(forms(questionnaire, LATER))
    for folder in ("a", "b"):
        run("demo", tmp_path / folder)
    first, second = (AuditFile(tmp_path / folder / "port-amara-2028.audit") for folder in ("a", "b"))
    with first, second:
        assert assess_audit(first) == assess_audit(second)
