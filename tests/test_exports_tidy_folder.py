"""The folder of an export: whole or not at all, and nothing of anybody else replaced."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from exports.tidy.folder import FILES, write_tables
from questionnaires.errors import UserError
from tests.made_up_report import report


def test_a_folder_is_written_with_a_file_for_each_table(tmp_path: Path) -> None:
    names = write_tables(report(40), tmp_path / "data")
    assert set(names) == FILES == {one.name for one in (tmp_path / "data").iterdir()}
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_an_export_is_kept_until_forced_and_then_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    write_tables(report(12), folder)
    before = (folder / "items.csv").read_bytes()
    with pytest.raises(UserError, match="holds an export already") as refused:
        write_tables(report(40), folder)
    assert "--force" in refused.value.remedy
    assert (folder / "items.csv").read_bytes() == before
    write_tables(report(40), folder, force=True)
    assert (folder / "items.csv").read_bytes() != before
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_a_folder_that_holds_anything_else_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    write_tables(report(12), folder)
    (folder / "thesis.docx").write_text("mine")
    with pytest.raises(UserError, match=r"holds other files, such as thesis\.docx"):
        write_tables(report(40), folder, force=True)
    assert (folder / "thesis.docx").read_text() == "mine"


def test_an_empty_folder_and_what_the_desktop_leaves_in_it_are_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / ".DS_Store").write_bytes(b"x")
    write_tables(report(12), folder)
    assert "areas.csv" in {one.name for one in folder.iterdir()}


def test_a_full_disk_leaves_the_earlier_export_whole_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    write_tables(report(12), folder)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    calls = iter(range(100))

    def full(handle: int) -> None:
        if next(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        write_tables(report(40), folder, force=True)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_an_earlier_export_comes_back_if_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    write_tables(report(12), folder)
    rename = Path.rename

    def refuses(self: Path, target: Path) -> Path:
        if target == folder and not self.name.endswith(".old"):
            raise OSError(errno.EACCES, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuses)
    with pytest.raises(UserError, match="Permission denied"):
        write_tables(report(40), folder, force=True)
    assert {one.name for one in folder.iterdir()} == FILES
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere/data", "There is no folder nowhere"),
        ("a-file", "is a file"),
        (".", "is no name for a folder"),
    ],
    ids=["in no folder", "a file", "the folder we are in"],
)
def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("mine")
    with pytest.raises(UserError, match=told):
        write_tables(report(12), Path(name), force=True)
    assert (tmp_path / "a-file").read_text() == "mine"
