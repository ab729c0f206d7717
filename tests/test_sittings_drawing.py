"""The worked cases of tests/cases about drawing documents (docs/method.md, rule 9)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from audit_engine.sittings.drawing import Drawn, Listed, draw, read_list
from tests.worked_cases import PGA, Case, cases

CASES = [case for case in cases() if "draw" in case.told["expect"]]


def test_there_are_worked_cases_of_a_draw() -> None:
    assert len(CASES) >= 4


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case, tmp_path: Path) -> None:
    wanted: dict[str, str] = case.told["expect"]["draw"]
    listed = read_list(written(tmp_path, case.told)) if "list" in case.told else numbered(wanted["documents"])
    drawn = draw(listed, int(wanted["wanted"]), PGA.rules.draw_all_up_to, starting(wanted.get("start")))
    assert read(drawn) == expected(wanted["read"])
    if "start" in wanted:
        assert (str(drawn.start), str(drawn.step)) == (wanted["start"], wanted["every"])


def written(folder: Path, told: dict[str, Any]) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join(told["list"]), encoding="utf-8")
    return path


def numbered(number: str) -> list[Listed]:
    """So many documents, one a day, that are called by their number in the order of the dates."""
    first = date(2025, 1, 1)
    return [Listed(str(n + 1), (first + timedelta(days=n)).isoformat()) for n in range(int(number))]


def starting(number: str | None) -> Any:
    """Chance, of which the case says what it gave; none where it says nothing."""
    if number is None:
        return lambda total: pytest.fail("nothing is left to chance")
    return lambda total: int(number) - 1


def read(drawn: Drawn) -> list[str]:
    return [each.title for place, each in enumerate(drawn.listed) if place in drawn.places]


def expected(line: str) -> list[str]:
    """`1, 2, 4 to 6` as each of them."""
    found: list[str] = []
    for part in line.split(", "):
        first, _, last = part.partition(" to ")
        found += [str(number) for number in range(int(first), int(last) + 1)] if last else [first]
    return found
