"""Files that are no sound workbook (docs/faults.md, 37 to 44, 52): each refused with its reason."""

from __future__ import annotations

import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from exports.reading import read_workbook
from questionnaires.errors import ExitCode
from tests.faults.made_workbooks import (
    MAIN,
    NAME,
    SHEET,
    looked_at,
    parts,
    reason,
    refusal,
    refused,
    saved,
    sound,
    stated_size,
    with_part,
    with_rows,
    zipped,
)

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_the_sound_workbook_of_these_tests_is_read(tmp_path: Path) -> None:
    found = read_workbook(saved(tmp_path, sound()))
    assert [cell.value for cell in found.sheets[0].cells()][:4] == ["Id", "Answer", "By", "R1"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b"id;answer\nR1;accepted\n", "no Excel workbook"),
        (b"<html><table><tr><td>R1</td></tr></table></html>", "no Excel workbook"),
        (b"%PDF-1.7 and so on", "no Excel workbook"),
        (OLD + "Workbook".encode("utf-16-le"), "the old format of Excel (.xls)"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (b"PK\x03\x04", "breaks off"),
        (b"PK\x05\x06" + bytes(18), "no Excel workbook"),
    ],
    ids=["empty", "csv", "html", "pdf", "xls", "password", "four bytes", "empty zip"],
)
def test_fault_037_what_is_no_workbook_is_told_apart(tmp_path: Path, data: bytes, said: str) -> None:
    error = refused(tmp_path, data)
    assert said in error.message
    assert error.code == ExitCode.BAD_INPUT


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9, 0.999])
def test_fault_037_a_file_that_was_cut_short(tmp_path: Path, share: float) -> None:
    whole = sound()
    assert "breaks off or is damaged" in refused(tmp_path, whole[: int(len(whole) * share)]).message


def test_fault_037_other_files_that_are_zips(tmp_path: Path) -> None:
    for name, said in (
        ("word/document.xml", "a Word document"),
        ("mimetype", "an OpenDocument file"),
        ("xl/workbook.bin", "a binary workbook"),
        ("photo.jpg", "no workbook"),
    ):
        assert said in refused(tmp_path, zipped({name: b"<a/>"})).message


def test_fault_037_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    assert "it is a folder" in refusal(tmp_path / "folder.xlsx").message
    missing = refusal(tmp_path / "missing.xlsx")
    assert (missing.code, "no such file" in missing.message) == (ExitCode.NOT_NOW, True)
    assert "no such file" in refusal(tmp_path / ("x" * 300 + ".xlsx")).message
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.xlsx")
        assert "not a regular file" in refusal(tmp_path / "pipe.xlsx").message


def test_fault_037_a_file_of_more_than_20_megabytes(tmp_path: Path) -> None:
    path = tmp_path / NAME
    with path.open("wb") as file:
        file.truncate(20 * 2**20 + 1)
    assert "larger than 20 MB" in refusal(path).message


DOCTYPE = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c SYSTEM "file:///etc/hosts">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"])
def test_fault_038_a_document_type_in_any_encoding(encoding: str) -> None:
    label = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(encoding, encoding)
    xml = f'<?xml version="1.0" encoding="{label}"?>{DOCTYPE}<worksheet {MAIN}><sheetData/></worksheet>'
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    assert f"{SHEET} in it declares a document type" in reason(
        with_part(SHEET, (mark + xml).encode(encoding))
    )


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "cp037", "nonsense"])
def test_fault_038_an_encoding_that_hides_a_document_type(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}<worksheet {MAIN}/>'
    data = xml.encode("ascii" if encoding == "nonsense" else encoding)
    assert reason(with_part(SHEET, data)).startswith(("it is damaged", f"{SHEET} in it declares"))


def test_fault_038_a_document_type_in_any_part() -> None:
    for name, content in parts(sound()).items():
        _, _, body = content.rpartition(b"?>")
        data = zipped({**parts(sound()), name: b'<?xml version="1.0"?>' + DOCTYPE.encode() + body})
        assert "declares a document type" in reason(data), name
    assert "declares a document type" in reason(with_part("xl/other.bin", "  " + DOCTYPE + "<a/>"))


def test_fault_038_a_document_type_without_entities() -> None:
    assert "declares a document type" in reason(with_part("docProps/other.xml", "<!DOCTYPE a><a/>"))


def test_fault_038_an_entity_that_nobody_declared() -> None:
    assert "it is damaged" in reason(with_rows('<row r="1"><c r="A1" t="str"><v>&lol;</v></c></row>'))


def test_fault_039_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = with_part(SHEET, b"<worksheet " + MAIN.encode() + b">" + b" " * 200 * 2**20 + b"</worksheet>")
    assert "unpack to very much more" in refused(tmp_path, bomb).message


def test_fault_039_many_parts_that_are_each_small_enough() -> None:
    some = os.urandom(2**19).hex().encode()
    large = {f"xl/media/{n}.bin": some for n in range(65)}
    assert "unpacked it is larger than 64 MB" in reason(zipped({**parts(sound()), **large}))


def test_fault_039_more_than_200_parts() -> None:
    many = {f"xl/media/{number}.png": b"x" for number in range(200)}
    assert "parts, more than 200" in reason(zipped({**parts(sound()), **many}))


@pytest.mark.parametrize("size", [0, 1, 100])
def test_fault_040_a_part_larger_than_the_file_says(tmp_path: Path, size: int) -> None:
    assert "larger than the file says" in refused(tmp_path, stated_size(sound(), SHEET, size)).message


def test_fault_040_a_part_smaller_than_the_file_says(tmp_path: Path) -> None:
    assert f"damaged ({SHEET})" in refused(tmp_path, stated_size(sound(), SHEET, 2**20)).message


def test_fault_040_a_part_whose_bytes_were_changed() -> None:
    stored = zipped(parts(sound()), zipfile.ZIP_STORED)
    assert f"damaged ({SHEET})" in reason(stored.replace(b">accepted<", b">rejected<", 1))


def test_fault_041_parts_that_share_bytes() -> None:
    data = bytearray(zipped(parts(sound())))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        at = archive.start_dir
    packed = struct.unpack_from("<L", data, at + 20)[0]
    struct.pack_into("<L", data, at + 20, packed + 40)
    assert "parts in it overlap" in reason(bytes(data))


def test_fault_041_two_parts_that_are_the_same_place() -> None:
    data = bytearray(zipped({**parts(sound()), "xl/a.xml": b"<a/>", "xl/b.xml": b"<a/>"}))
    second = data.rindex(b"PK\x01\x02")
    first = data.rindex(b"PK\x01\x02", 0, second)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert reason(bytes(data)).startswith(("it is damaged", "parts in it overlap"))


def test_fault_041_a_part_that_calls_itself_otherwise_than_the_list_does() -> None:
    assert "it is damaged" in reason(sound().replace(SHEET.encode(), SHEET.replace("1", "9").encode(), 1))


@pytest.mark.parametrize("name", [SHEET, SHEET.upper()])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_fault_041_two_parts_of_one_name(name: str) -> None:
    file = BytesIO(sound())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, "<worksheet/>")
    assert "two parts of one name" in reason(file.getvalue())


@pytest.mark.parametrize(
    "name",
    ["../out.xml", "/etc/out.xml", "C:/out.xml", "xl\\out.xml", "xl/../../out.xml", "xl//out.xml", "a\x01b"],
)
def test_fault_041_a_name_that_leads_out_of_the_file(name: str) -> None:
    assert "a name that leads elsewhere" in reason(with_part(name, "<a/>"))


def test_fault_041_one_archive_behind_another() -> None:
    assert "belong to no part" in reason(zipped({"a": b"harmless"}) + sound())


def test_fault_041_ways_of_packing_that_no_spreadsheet_program_has() -> None:
    assert "packed in a way" in reason(zipped(parts(sound()), zipfile.ZIP_BZIP2))
    data = bytearray(sound())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in reason(bytes(data))


@pytest.mark.parametrize("address", ["XFD1048576", "A5001", "KO1"])
def test_fault_042_one_cell_far_out(tmp_path: Path, address: str) -> None:
    row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    data = with_rows(f'<row r="{row}"><c r="{address}"><v>1</v></c></row>')
    assert (
        f"something stands in {address}, beyond 5,000 rows and 300 columns" in refused(tmp_path, data).message
    )


def test_fault_042_far_cells_without_addresses_and_without_content() -> None:
    far = f'<row r="1">{"<c/>" * 300}<c><v>1</v></c></row>'
    assert "something stands in KO1" in reason(with_rows(far))
    assert looked_at(with_rows('<row r="1048576"><c r="XFD1048576" s="0"/></row>')).sheets[0].rows == ()


def test_fault_042_more_cells_than_anybody_fills_in() -> None:
    row = "<row>" + "<c><v>{}</v></c>" * 300 + "</row>"
    rows = "".join(row.format(*os.urandom(300)) for _ in range(700))
    assert "more than 200,000 cells" in reason(with_rows(rows))


def test_fault_043_a_sheet_that_lies_about_its_size(tmp_path: Path) -> None:
    for stated in ("A1:XFD1048576", "A1", "nonsense"):
        data = with_rows('<row r="2"><c r="B2"><v>7</v></c></row>', before=f'<dimension ref="{stated}"/>')
        (sheet,) = read_workbook(saved(tmp_path, data)).sheets
        assert [(cell.address, cell.value) for cell in sheet.cells()] == [("B2", 7)]


def test_fault_044_more_merged_ranges_than_a_thousand(tmp_path: Path) -> None:
    merged = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 42_001))
    data = with_rows("", after=f'<mergeCells count="1">{merged}</mergeCells>')
    assert "more than 1,000 ranges of cells are merged" in refused(tmp_path, data).message


def test_fault_044_one_merged_range_over_the_whole_sheet(tmp_path: Path) -> None:
    after = (
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
    )
    data = with_rows('<row r="1"><c r="A1"><v>7</v></c></row>', after=after)
    assert read_workbook(saved(tmp_path, data)).sheets[0].merged == ("A1:XFD1048576",)


@pytest.mark.parametrize("mark", [f"~${NAME}", f".~lock.{NAME}#"])
def test_fault_052_a_workbook_that_is_open_elsewhere(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).write_bytes(b"somebody")
    error = refused(tmp_path, sound())
    assert error.code == ExitCode.BUSY
    assert "open in another program" in error.message
    assert "close it" in error.remedy
    assert "only marks that a workbook is open" in refusal(tmp_path / mark).message
