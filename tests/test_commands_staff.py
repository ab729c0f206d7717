"""audit-engine staff: numbers by sex, one set an audit."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaires.errors import ExitCode
from tests.at_the_keyboard import flat, make_audit, pipe, sittings, values


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return make_audit(tmp_path / "geneva.audit")


def stored(audit: Path) -> dict[str, str]:
    return values(audit, "staff_data")


def test_every_way_of_typing_numbers_is_taken(audit: Path) -> None:
    lines = ["12 18", "na n1", "women=3 men=5", "3/8", "ng", "women=3/10 men=5/14", "q"]
    assert pipe(audit, "staff", lines=lines).exit_code == ExitCode.DONE
    assert stored(audit) == {
        "ST1-01": "women=12 men=18",
        "ST1-02": "na N1",
        "ST1-03": "women=3 men=5",
        "ST1-04": "3/8",
        "ST1-05": "ng",
        "ST2-01": "women=3/10 men=5/14",
    }


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12", "does not give women and men"),
        ("12.5 18", "is not a whole number"),
        ("na", "'na' needs its reason here."),
        ("na N9", "'N9' is not a reason"),
        ("dk", "'dk' cannot be answered here."),
        ("3,5 4", "is not a whole number"),
    ],
)
def test_what_is_not_a_number_of_people_is_explained(audit: Path, typed: str, why: str) -> None:
    assert why in flat(pipe(audit, "staff", lines=[typed, "q"]).output)
    assert stored(audit) == {}


def test_digits_of_any_script_are_digits(audit: Path) -> None:
    pipe(audit, "staff", lines=["１２ ٣", "q"])
    assert stored(audit) == {"ST1-01": "women=12 men=3"}


def test_there_is_one_set_of_staff_data_which_is_continued(audit: Path) -> None:
    pipe(audit, "staff", lines=["12 18", "f", "f"])
    again = flat(pipe(audit, "staff", "--role", "facilitator", lines=["4 5", "q"]).output)
    assert "the first change opens them again" in again
    assert stored(audit) == {"ST1-01": "women=12 men=18", "ST1-02": "women=4 men=5"}
    assert [each.role for each in sittings(audit, "staff_data")] == ["hr_officer"]


def test_counts_of_too_few_people_are_not_stored_and_said_so(audit: Path) -> None:
    said = flat(pipe(audit, "staff", lines=["g ST3-02", "3 1", "l ST3", "q"]).output)
    assert "Fewer than 5 people: the numbers are not stored" in said
    assert "skipped ST3-02" in said
    assert stored(audit) == {}


def test_a_correction_to_too_few_people_takes_the_earlier_numbers_out(audit: Path) -> None:
    pipe(audit, "staff", lines=["g ST3-02", "4 5", "g ST3-02", "1 2", "q"])
    assert stored(audit) == {"ST3-02": "na N3"}


def test_a_small_unit_is_not_asked_for_care_arrangements(tmp_path: Path) -> None:
    audit = make_audit(tmp_path / "small.audit", staff=12)
    said = flat(pipe(audit, "staff", lines=["g ST3-02", "q"]).output)
    assert "ST3-02 is not asked here: it needs a unit of 20 staff or more." in said


def test_what_counts_in_a_ratio_stands_beside_an_example(audit: Path) -> None:
    said = flat(pipe(audit, "staff", lines=["g ST1-04", "q"]).output)
    assert "Counts: A shortlist counts when it had at least one woman and one man." in said
    assert "Type for example 3/8" in said
