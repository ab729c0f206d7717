"""The management response through a real LibreOffice: filled in, sorted, a column put in, saved as xlsx."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.office import Office
from tests.running import run
from tests.sent_and_returned import Hand, published, responses


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return published(tmp_path_factory.mktemp("sent"))


def test_filled_in_and_sorted_by_libreoffice_it_is_read_as_it_was_meant(
    require_tool: Callable[[str], str], sent: tuple[Path, Path], tmp_path: Path
) -> None:
    audit, workbook = sent
    office = Office(require_tool("soffice"), tmp_path)
    saved = office.fill_in(workbook, tmp_path / "back.xlsx")
    assert Hand(saved).refs != Hand(workbook).refs
    assert sorted(Hand(saved).refs) == sorted(Hand(workbook).refs)
    ran = run("respond", audit, saved, "--yes")
    assert ran.code == 0, ran.said
    (found,) = responses(audit).values()
    assert (found.recommendation, found.answer, found.owner) == ("REC-IA1-1", "accepted", "Registry")
    assert (found.due, found.comment) == ("2027-03-31", "First line\nsecond line")


def test_saved_as_another_kind_and_back_nothing_in_it_is_new(
    require_tool: Callable[[str], str], sent: tuple[Path, Path], tmp_path: Path
) -> None:
    audit, workbook = sent
    office = Office(require_tool("soffice"), tmp_path)
    (tmp_path / "again").mkdir()
    again = office.convert(office.convert(workbook, "ods", tmp_path), "xlsx", tmp_path / "again")
    before = responses(audit)
    for command in ("respond", "follow-up"):
        ran = run(command, audit, again)
        assert ran.code == 0, ran.said
        assert "Nothing in it is new; nothing was recorded." in ran.said
    assert responses(audit) == before


def test_libreoffice_keeps_the_lists_the_locks_and_what_the_workbook_is_known_by(
    require_tool: Callable[[str], str], sent: tuple[Path, Path], tmp_path: Path
) -> None:
    office = Office(require_tool("soffice"), tmp_path)
    saved = Hand(office.convert(sent[1], "xlsx", tmp_path))
    assert saved.sheet.protection.sheet
    assert not saved.cell("REC-IA1-1", "Answer").protection.locked
    assert saved.cell("REC-IA1-1", "Recommendation").protection.locked
    lists = [each.formula1 for each in saved.sheet.data_validations.dataValidation if each.type == "list"]
    assert '"accepted,partly accepted,rejected,pending"' in lists
