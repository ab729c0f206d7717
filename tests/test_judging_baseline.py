"""The figures of an earlier audit: from which of its evidence they are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.judging.baseline import left_by
from questionnaires.errors import UserError
from tests.running import begin, run, write_answers

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"


def test_an_audit_that_published_nothing_is_no_baseline(tmp_path: Path) -> None:
    earlier, later = begin(tmp_path / "one.audit", staff="professional=20/20"), begin(tmp_path / "two.audit")
    assert run("import", earlier, EXAMPLE).code == 0
    with pytest.raises(UserError, match=r"one\.audit has published nothing yet") as refused:
        left_by(earlier, later)
    assert "audit-engine report one.audit" in str(refused.value)
    assert (
        run(
            "new", tmp_path / "c.audit", "--unit", "C", "--staff", "professional=9/9", "--baseline", earlier
        ).code
        == 1
    )
    assert not (tmp_path / "c.audit").exists()


def test_what_was_published_speaks_for_an_audit_and_not_what_came_in_later(tmp_path: Path) -> None:
    earlier, later = begin(tmp_path / "one.audit", staff="professional=20/20"), begin(tmp_path / "two.audit")
    assert run("import", earlier, EXAMPLE).code == 0
    assert run("report", earlier, tmp_path / "one.xlsx").code == 0
    published = left_by(earlier, later)
    assert run("survey", earlier, "--reopen").code == 0
    row = "late,survey,staff,woman,,,ST1-07,strongly_disagree,,"
    assert run("import", earlier, write_answers(tmp_path / "late.csv", row)).code == 0
    assert left_by(earlier, later) == published
