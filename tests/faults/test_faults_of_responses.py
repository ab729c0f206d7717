"""The unit's response that comes back changed, twice, or from another audit (docs/faults.md, 48 and 49)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from questionnaires.errors import ExitCode
from tests.running import run
from tests.sent_and_returned import Hand, published, responses


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return published(tmp_path_factory.mktemp("sent"))


@pytest.fixture
def audit(sent: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copy(sent[0], tmp_path / "geneva.audit"))


@pytest.fixture
def hand(sent: tuple[Path, Path]) -> Hand:
    return Hand(sent[1]).put("REC-IA1-1", Answer="accepted", Due_date=date(2099, 3, 1))


def renamed(hand: Hand) -> None:
    hand.sheet.cell(hand.head, hand.column("Owner")).value = "Responsable"


def doubled(hand: Hand) -> None:
    hand.sheet.cell(hand.head, hand.column("Budget")).value = "Owner"


def gone(hand: Hand) -> None:
    hand.sheet.delete_rows(hand.head)


def another_title(hand: Hand) -> None:
    renamed(hand)
    hand.sheet.title = "Sheet1"


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (renamed, "the heading 'Owner' is not there any more"),
        (doubled, "the heading 'Budget' is not there any more"),
        (gone, "are not there any more"),
        (another_title, "has no sheet 'Management response'"),
    ],
)
def test_fault_048_a_response_whose_headings_are_not_those_that_were_sent(
    audit: Path, hand: Hand, spoil: Callable[[Hand], None], message: str
) -> None:
    before = audit.read_bytes()
    spoil(hand)
    ran = run("respond", audit, hand.save(audit.with_name("back.xlsx")), "--yes")
    assert ran.code == ExitCode.BAD_INPUT, ran.said
    assert "back.xlsx" in ran.said
    assert message in ran.said
    assert audit.read_bytes() == before


def exchange(hand: Hand) -> None:
    """Owner and Comment change places, headings and all."""
    left, right = hand.column("Owner"), hand.column("Comment")
    for row in range(hand.head, hand.sheet.max_row + 1):
        one, other = hand.sheet.cell(row, left), hand.sheet.cell(row, right)
        one.value, other.value = other.value, one.value


def put_in(hand: Hand) -> None:
    hand.sheet.insert_cols(3)
    hand.sheet.insert_rows(hand.head)


@pytest.mark.parametrize("move", [exchange, put_in])
def test_fault_048_columns_that_stand_elsewhere_are_known_by_their_headings(
    audit: Path, hand: Hand, move: Callable[[Hand], None]
) -> None:
    hand.put("REC-IA1-1", Owner="Ada", Comment="By spring")
    move(hand)
    ran = run("respond", audit, hand.save(audit.with_name("back.xlsx")), "--yes")
    assert ran.code == 0, ran.said
    found = responses(audit)["REC-IA1-1"]
    assert (found.answer, found.owner, found.due, found.comment) == (
        "accepted", "Ada", "2099-03-01", "By spring",
    )  # fmt: skip


def test_fault_048_a_response_of_another_audit(audit: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    _, workbook = published(other)
    ran = run("respond", audit, workbook, "--yes")
    assert ran.code != 0
    assert "belongs to another audit" in ran.said
    assert responses(audit) == {}


def test_fault_049_a_response_that_comes_back_twice_under_two_names_is_recorded_once(
    audit: Path, hand: Hand
) -> None:
    back = hand.save(audit.with_name("back.xlsx"))
    again = Path(shutil.copy(back, audit.with_name("sent again.xlsx")))
    assert run("respond", audit, back, again, "--yes").code == 0
    before = responses(audit)
    ran = run("respond", audit, again, "--yes")
    assert (ran.code, "Nothing in it is new; nothing was recorded." in ran.said) == (0, True)
    assert responses(audit) == before
