"""The translator's workbook through a real LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.office import Office
from tests.own_questionnaire import own
from tests.running import run
from tests.sent_and_returned import Hand


@pytest.fixture
def office(require_tool: Callable[[str], str], tmp_path: Path) -> Office:
    return Office(require_tool("soffice"), tmp_path)


@pytest.mark.parametrize("language", ["pt", "ar"])
def test_saved_by_libreoffice_it_is_read_as_it_was_meant(
    office: Office, tmp_path: Path, language: str
) -> None:
    file, sent = own(tmp_path), tmp_path / "sent.xlsx"
    assert run("questionnaire", "translate", file, sent, "--language", language).code == 0
    text = "التدقيق (1.0) في {x}" if language == "ar" else "Auditoria « um »\u00a0? — 24"
    text = text.replace("{x}", "الوحدة")
    Hand(sent, "Texts").put("title", Translation=text, Note="24").save(sent)
    (tmp_path / "again").mkdir()
    again = office.convert(office.convert(sent, "ods", tmp_path), "xlsx", tmp_path / "again")
    saved = Hand(again, "Texts")
    assert saved.sheet.protection.sheet
    assert not saved.cell("title", "Translation").protection.locked
    assert saved.cell("title", "English source").protection.locked
    assert bool(saved.sheet.sheet_view.rightToLeft) is (language == "ar")
    ran = run("questionnaire", "translate", file, "--language", language, "--from", again, "--yes")
    assert ran.code == 0, ran.said
    assert "1.2.0" in ran.said
    shown = (tmp_path / f"1.2.0.{language}.yaml").read_text(encoding="utf-8")
    assert f'text: "{text}"' in shown
    assert 'note: "24"' in shown


def test_a_whole_published_language_saved_by_libreoffice_says_nothing_new(
    office: Office, tmp_path: Path
) -> None:
    sent = tmp_path / "sent.xlsx"
    (tmp_path / "again").mkdir()
    for language in ("fr", "ar"):
        made = run("questionnaire", "translate", "pga", sent, "--language", language, "--force")
        assert made.code == 0, made.said
        again = office.convert(sent, "xlsx", tmp_path / "again")
        ran = run("questionnaire", "translate", "pga", "--language", language, "--from", again)
        assert ran.code == 0, ran.said
        assert "Nothing in it is new; nothing was written." in ran.said
