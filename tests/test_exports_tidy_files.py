"""The CSV files as bytes: any program reads them, and none takes a text for a formula."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from exports.tidy.as_csv import as_csv, number, safe
from exports.tidy.folder import FILES, write_tables
from exports.tidy.table import Table, Variable
from exports.tidy.tables import tables
from tests.made_up_report import earlier, empty_report, report
from tests.tidy import columns, rows


def one_cell(text: str) -> bytes:
    return as_csv(
        Table("t", "a row", (Variable("a", "A"), Variable("b", "B")), ({"a": text, "b": Fraction(1, 2)},))
    )


def test_a_file_is_utf_8_with_a_mark_and_ends_its_lines_as_rfc_4180_says() -> None:
    content = one_cell("Zürich, «Centre»")
    assert content == b'\xef\xbb\xbfa,b\r\n"Z\xc3\xbcrich, \xc2\xabCentre\xc2\xbb",0.5\r\n'


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" \t=1+1", "'=1+1"),
        ("\r\n=1+1", "'=1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("'=1", "''=1"),
        ("said; =1+1", "said, =1+1"),
        ('said;"=1+1"', 'said,"=1+1"'),
        ("said; done", "said; done"),
        ("two\nlines\u2028and\x0bmore\x00", "two lines and more"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_one_line_and_no_formula(text: str, made: str) -> None:
    assert safe(text) == made
    assert b"\n" not in one_cell(text).removesuffix(b"\r\n").partition(b"\r\n")[2]


def test_a_hostile_name_of_a_unit_is_never_a_formula_in_any_file() -> None:
    for table in tables(empty_report("=cmd|'/C calc'!A0;=1+1")):
        for row in rows(as_csv(table)):
            for cell in row.values():
                assert not re.match(r"[=+@\t\r]", cell)
                assert not re.search(r";\s*[=+\-@]", cell)


def test_numbers_have_decimal_points_and_no_more_than_the_printed_decimal() -> None:
    assert [number(one) for one in (Fraction(-1, 2), Fraction(701, 10), Fraction(5), 12, Fraction(0))] == [
        *("-0.5", "70.1", "5", "12", "0")
    ]
    with pytest.raises(ValueError, match="no printed figure"):
        number(Fraction(1, 3))


def test_the_same_release_gives_the_same_bytes_under_any_hash_seed_time_zone_and_locale(
    tmp_path: Path,
) -> None:
    found = set()
    code = (
        "import hashlib; from tests.test_exports_tidy_files import as_csv, earlier, report, tables; "
        "print([hashlib.sha256(as_csv(one)).hexdigest() for one in tables(report(40, before=earlier(40)))])"
    )
    for place in ({"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "77", "LC_ALL": "C"}):
        ran = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, **place},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        found.add(ran.stdout)
    assert len(found) == 1


def test_r_reads_every_file_with_its_numbers(tmp_path: Path) -> None:
    """Base R alone, no package. Where there is no R this says so: nothing else here needs it."""
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("Rscript is not installed")
    found = report(40, before=earlier(40))
    write_tables(found, tmp_path / "data")
    code = (
        "for (f in list.files(commandArgs(TRUE)[1], full.names = TRUE)) {"
        ' d <- read.csv(f, fileEncoding = "UTF-8-BOM", na.strings = "");'
        ' cat(basename(f), nrow(d), names(d)[1], is.numeric(d$score), "\\n") }'
    )
    ran = subprocess.run(
        [program, "-e", code, str(tmp_path / "data")], capture_output=True, text=True, check=True, timeout=120
    )
    told = dict(line.split(" ", 1) for line in ran.stdout.splitlines())
    assert set(told) == FILES
    for name, said in told.items():
        table = next(one for one in tables(found) if f"{one.name}.csv" == name)
        score = "TRUE" if "score" in columns(table) else "FALSE"
        assert said.split() == [str(len(table.rows)), columns(table)[0], score]
