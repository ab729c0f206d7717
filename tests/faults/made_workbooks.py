"""Workbooks for the tests of reading: a sound one, and ways to spoil it byte by byte."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from exports.reading import Returned, read_workbook
from exports.reading.answer import understood
from exports.reading.child import answer
from exports.reading.refusal import RefusedError
from questionnaires.errors import ExitCode, UserError

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
NAME = "returned.xlsx"


def sound() -> bytes:
    """What a unit might send back."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Response"
    for row in (("Id", "Answer", "By"), ("R1", "accepted", date(2026, 6, 30)), ("R2", "pending", 12)):
        sheet.append(row)
    workbook.custom_doc_props.append(StringProperty(name="audit", value="cafe"))  # type: ignore[attr-defined]
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def dated(first_day: int) -> bytes:
    """A workbook with a date, a moment, a time of day and a number, counted from 1900 or 1904."""
    workbook = Workbook()
    if first_day == 1904:
        workbook.epoch = datetime(1904, 1, 1)
    cells = [
        date(2026, 6, 30),
        datetime(2026, 6, 30, 9, 15),
        time(9, 15),
        46203,
        12.5,
        True,
        "46203",
        "00123",
    ]
    workbook.worksheets[0].append(cells)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their names."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(content: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return file.getvalue()


def with_part(name: str, content: bytes | str) -> bytes:
    """The sound workbook with one part more, or another in its place."""
    return zipped({**parts(sound()), name: content.encode() if isinstance(content, str) else content})


def with_rows(rows: str, *, before: str = "", after: str = "") -> bytes:
    """The sound workbook with other rows in its sheet, and what stands before and after them."""
    xml = f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    return with_part(SHEET, xml)


def stated_size(data: bytes, name: str, size: int) -> bytes:
    """The same file, stating another unpacked size of one part, in both places where it is stated."""
    changed = bytearray(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        head, at = archive.getinfo(name).header_offset, archive.start_dir
    struct.pack_into("<L", changed, head + 22, size)
    while data[at + 46 : at + 46 + len(name)] != name.encode():
        at += 46 + sum(struct.unpack_from("<HHH", data, at + 28))
    struct.pack_into("<L", changed, at + 24, size)
    return bytes(changed)


def saved(folder: Path, data: bytes, name: str = NAME) -> Path:
    """The file of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def refused(folder: Path, data: bytes, name: str = NAME) -> UserError:
    """Why the file is not read, all the way through the process that reads."""
    return refusal(saved(folder, data, name))


def refusal(path: Path) -> UserError:
    """Why the file at this path is not read; that the message is one for people is seen to here."""
    before = sorted(path.parent.iterdir())
    with pytest.raises(UserError) as raised:
        read_workbook(path)
    error = raised.value
    assert error.message.startswith(f"{path.name} is not read: ")
    assert error.message.endswith(".")
    assert error.remedy.endswith(".")
    assert error.code in (ExitCode.NOT_NOW, ExitCode.BAD_INPUT, ExitCode.BUSY)
    assert not any(word in str(error) for word in ("Traceback", "Error", "Exception", "openpyxl"))
    assert sorted(path.parent.iterdir()) == before
    return error


def looked_at(data: bytes) -> Returned:
    """Read without a process of its own, for tests of many files. Raises RefusedError."""
    return understood(answer(data), "")


def reason(data: bytes) -> str:
    """Why these bytes are not read, without a process of their own."""
    try:
        looked_at(data)
    except RefusedError as error:
        return error.reason
    return "it was read"
