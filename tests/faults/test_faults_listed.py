"""docs/faults.md lists what the tests test, and each test belongs to a fault that it lists."""

from __future__ import annotations

import re
from pathlib import Path

from tests.faults.counted import listed


def have_tests() -> set[int]:
    files = Path(__file__).parent.glob("test_faults_of_*.py")
    found = (re.findall(r"^def test_fault_(\d{3})_", file.read_text("utf-8"), re.MULTILINE) for file in files)
    return {int(number) for numbers in found for number in numbers}


def test_every_fault_listed_as_tested_has_a_test_and_no_other() -> None:
    assert {number for number, state in listed().items() if state != "not yet"} == have_tests()


def test_the_list_is_whole() -> None:
    assert list(listed()) == [*range(37, 53), *range(93, 100), *range(106, 117)]
