"""What came back and is hardly meant so is named before anybody says yes; it can be recorded all the same."""

from __future__ import annotations

from datetime import date

import pytest

from audit_engine.responding.comparing import Change
from audit_engine.responding.looking_over import doubts

BEGAN, TODAY = date(2026, 3, 2), date(2026, 11, 24)


def told(*changes: tuple[str, str, str], **known: dict[str, str]) -> list[str]:
    return list(doubts([Change(ref, name, "", now) for ref, name, now in changes], known, BEGAN, TODAY))


def test_an_answer_that_is_not_plain_needs_a_comment_now_or_from_before() -> None:
    assert told(("R1", "answer", "rejected"), ("R2", "answer", "partly accepted")) == [
        "Not plainly accepted and without a comment: R1, R2."
    ]
    assert told(("R1", "answer", "rejected"), ("R1", "comment", "No money")) == []
    assert told(("R1", "answer", "rejected"), R1={"comment": "No money"}) == []
    assert told(("R1", "answer", "accepted")) == []


@pytest.mark.parametrize("state", ["done", "partly done", "overtaken"])
def test_a_state_that_can_be_seen_names_by_what(state: str) -> None:
    assert told(("R1", "state", state)) == ["Nothing named by which it can be seen: R1."]
    assert told(("R1", "state", state), ("R1", "evidence", "Circular 4")) == []


def test_a_state_that_cannot_be_seen_needs_nothing() -> None:
    assert told(("R1", "state", "in progress"), ("R2", "state", "not started")) == []


def test_days_before_the_audit_began_are_named_with_the_day() -> None:
    assert told(("R1", "due", "2026-03-01"), ("R2", "day", "2025-12-31"), ("R3", "due", "2026-03-02")) == [
        "Before the audit began (2026-03-02): R1 (2026-03-01), R2 (2025-12-31)."
    ]


def test_a_due_date_more_than_ten_years_away_is_named() -> None:
    assert told(("R1", "due", "2099-01-01"), ("R2", "due", "2036-12-31")) == [
        "More than 10 years from now: R1 (2099-01-01)."
    ]


def test_news_of_a_day_to_come_is_named() -> None:
    assert told(("R1", "day", "2026-11-25"), ("R2", "day", "2026-11-24")) == [
        "News of a day that is still to come: R1 (2026-11-25)."
    ]
