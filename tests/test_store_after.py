"""Responses, follow-up and the debriefing in the audit file."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.after import Progress, Rank, Response, View
from audit_engine.auditfile import AuditFile
from audit_engine.store import after
from tests.running import begin

FIRST = Response("REC-ST1-1", "accepted", owner="Registry", due="2027-03-31", budget="yes")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, Response("REC-ST1-1", "rejected", comment="No post is free.")),
        (Progress("REC-ST1-1", "in progress"), Progress("REC-ST1-1", "done", "note of May", "2027-05-02")),
        (View("ST1", "absent", "dispute"), View("ST1", "absent", "dispute", "emerging", "a new list")),
        (Rank("REC-ST1-1", 2), Rank("REC-ST1-1", 1)),
    ],
)
def test_what_is_recorded_again_stands_and_the_earlier_stays_in_the_history(
    tmp_path: Path, first: Response, second: Response
) -> None:
    name = "ST1" if isinstance(first, View) else "REC-ST1-1"
    with AuditFile(begin(tmp_path / "a.audit")) as opened:
        with opened.writing() as connection:
            assert after.record(connection, first, "Ada")
            assert after.record(connection, second, "Ben")
            assert not after.record(connection, second, "Ada")
        with opened.reading() as connection:
            stands = after.standing(connection, type(first))[name]
            told = after.history(connection, type(first), name)
    assert (stands.by, len(told), told[0].by, told[1]) == ("Ben", 2, "Ada", stands)
