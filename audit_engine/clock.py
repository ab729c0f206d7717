"""The only place that asks what time it is. Order never depends on it; a counter does that."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> str:
    """The moment, UTC, to the second, as ISO text."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """The date where the program runs."""
    return datetime.now().date()
