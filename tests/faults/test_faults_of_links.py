"""What a workbook may not bring along (docs/faults.md, 50): programs, embedded files, ties to other files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.made_workbooks import parts, reason, refused, sound, with_part, zipped


@pytest.mark.parametrize("suffix", [".xlsm", ".XLSM", ".xltm", ".xlam"])
def test_fault_050_a_workbook_with_the_name_of_one_with_macros(tmp_path: Path, suffix: str) -> None:
    assert "may hold macros" in refused(tmp_path, sound(), f"returned{suffix}").message


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("xl/vbaProject.bin", "it holds macros"),
        ("XL/VBAPROJECT.BIN", "it holds macros"),
        ("xl/macrosheets/sheet1.xml", "it holds macros"),
        ("xl/externalLinks/externalLink1.xml", "it draws on other files"),
        ("xl/connections.xml", "it draws on other files"),
        ("xl/queryTables/queryTable1.xml", "it draws on other files"),
        ("xl/embeddings/oleObject1.bin", "embedded in it"),
        ("xl/activeX/activeX1.xml", "embedded in it"),
    ],
)
def test_fault_050_parts_that_may_not_be_there(tmp_path: Path, name: str, said: str) -> None:
    assert said in refused(tmp_path, with_part(name, "<a/>")).message


RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _relation(kind: str, target: str, mode: str = "") -> bytes:
    outside = f' TargetMode="{mode}"' if mode else ""
    tie = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"{outside}/>'
    return with_part(
        "xl/worksheets/_rels/sheet1.xml.rels", f'<Relationships xmlns="{RELATIONS}">{tie}</Relationships>'
    )


@pytest.mark.parametrize(
    ("kind", "mode", "said"),
    [
        ("oleObject", "", "embedded in it"),
        ("package", "", "embedded in it"),
        ("control", "", "embedded in it"),
        ("vbaProject", "", "it holds macros"),
        ("externalLinkPath", "External", "it draws on other files"),
        ("image", "External", "it draws on other files"),
        ("hyperlink", "External", "it was read"),
    ],
)
def test_fault_050_ties_that_hide_behind_harmless_names(kind: str, mode: str, said: str) -> None:
    assert said in reason(_relation(kind, "media/harmless.png", mode))


def test_fault_050_a_macro_workbook_renamed_to_xlsx() -> None:
    content = parts(sound())
    types = content["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    assert "it holds macros" in reason(zipped({**content, "[Content_Types].xml": types}))
