"""The last day of the survey beside the first day on site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from audit_engine.audit import Facts
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import check_survey_closes
from questionnaires.errors import ExitCode, UserError
from tests.at_the_keyboard import Keyboard
from tests.running import begin, run

EARLY = (
    "--survey-closes 2026-03-01: that is before the first day on site (2026-03-02). "
    "Write 2026-03-02 or a later day, or correct the first day with --start."
)


def facts(closes: date | None) -> Facts:
    return Facts("Unit", None, None, "", date(2026, 3, 2), "en", 28, survey_closes=closes)


def test_a_survey_that_closes_before_the_first_day_on_site_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        check_survey_closes(facts(date(2026, 3, 1)))
    assert str(caught.value) == EARLY
    assert caught.value.code == ExitCode.BAD_INPUT


@pytest.mark.parametrize("closes", [date(2026, 3, 2), date(2027, 1, 1), None])
def test_a_survey_may_close_on_the_first_day_on_site_later_or_on_no_day_that_was_named(
    closes: date | None,
) -> None:
    check_survey_closes(facts(closes))


def test_new_makes_no_file_for_a_survey_that_closes_too_early(tmp_path: Path) -> None:
    path = tmp_path / "a.audit"
    ran = run("new", path, "--start", "2026-03-02", "--survey-closes", "2026-03-01", "--yes")
    assert ran.code == 2
    assert EARLY in ran.said
    assert not path.exists()
    made = begin(path, "--start", "2026-03-02", "--survey-closes", "2026-03-02")
    with AuditFile(made) as opened:
        assert opened.facts().survey_due == date(2026, 3, 2)


def test_a_person_at_the_keyboard_is_refused_before_the_first_question(tmp_path: Path) -> None:
    options = ("--start", "2026-03-02", "--survey-closes", "2026-03-01")
    keyboard = Keyboard(tmp_path / "a.audit", "new", *options)
    assert keyboard.end() == 2
    assert "that is before the first day on site" in keyboard.plain
    assert "Name of the unit" not in keyboard.plain


def test_the_first_day_that_a_person_types_is_looked_at_too(tmp_path: Path) -> None:
    given = ("--unit", "U", "--region", "africa", "--unit-type", "field_office", "--country", "KE")
    given += ("--invited", "28", "--staff", "professional=14/14", "--facilitator", "Ada")
    given += ("--coordinator", "Bo", "--survey-closes", "2026-03-01")
    keyboard = Keyboard(tmp_path / "a.audit", "new", *given)
    keyboard.type("2026-03-02", "First day on site")
    keyboard.type("", "Whom can a person turn to")
    keyboard.type("", "True here")
    assert keyboard.end() == 2
    assert "that is before the first day on site" in keyboard.plain
    assert not (tmp_path / "a.audit").exists()
