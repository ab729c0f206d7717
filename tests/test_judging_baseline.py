"""The figures of an earlier audit: from which of its evidence they are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.judging.baseline import figures_of
from tests.running import begin, run, write_answers

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"


def test_an_audit_that_published_nothing_speaks_with_what_it_holds_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier, later = begin(tmp_path / "one.audit", staff="professional=20/20"), begin(tmp_path / "two.audit")
    assert run("import", earlier, EXAMPLE).code == 0
    found = figures_of(earlier, later)
    assert (found.respondents, found.areas["ST1"].score is None) == (31, False)
    assert "one.audit has published nothing yet" in " ".join(capsys.readouterr().err.split())


def test_what_was_published_speaks_for_an_audit_and_not_what_came_in_later(tmp_path: Path) -> None:
    earlier, later = begin(tmp_path / "one.audit", staff="professional=20/20"), begin(tmp_path / "two.audit")
    assert run("import", earlier, EXAMPLE).code == 0
    assert run("report", earlier, tmp_path / "one.xlsx").code == 0
    published = figures_of(earlier, later)
    assert run("survey", earlier, "--reopen").code == 0
    row = "late,survey,staff,woman,,,ST1-07,strongly_disagree,,"
    assert run("import", earlier, write_answers(tmp_path / "late.csv", row)).code == 0
    assert figures_of(earlier, later) == published
