"""A second audit on a newer version of the questionnaire, set beside the first one."""

from __future__ import annotations

from pathlib import Path

from tests.running import begin, run

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-answers.csv"


def test_a_minor_version_compares_every_item_that_was_there_before(tmp_path: Path) -> None:
    first = begin(tmp_path / "first.audit", staff="professional=20/20")
    second = begin(tmp_path / "second.audit", "--questionnaire", "pga@1.1.0", staff="professional=20/20")
    for audit in (first, second):
        assert run("import", audit, EXAMPLE).code == 0
    assert run("report", first, tmp_path / "first.xlsx").code == 0
    assert run("score", second, "--baseline", first).code == 0
    told = " ".join(run("explain", second, "ST3").said.split())
    assert "Compared over 9 of 11 items." in told
    assert "unchanged" in told
    told = " ".join(run("explain", second, "ST1").said.split())
    assert "Compared over 9 of 9 items." in told


def test_the_answers_of_the_first_audit_stay_with_its_own_version(tmp_path: Path) -> None:
    first = begin(tmp_path / "first.audit")
    assert "Questionnaire pga@1.0.0" in run("status", first).said
    newest = tmp_path / "newest.audit"
    made = run("new", newest, "--unit", "Unit", "--staff", "professional=20/20", "--yes")
    assert "(pga@1.1.0)" in made.said
