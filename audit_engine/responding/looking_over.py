"""What a person should look at before saying yes: it can be recorded, but is hardly meant so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from audit_engine.responding.comparing import Change
from audit_engine.responding.sent_as import Values
from questionnaires.catalogue import tr, tr_many

UNEXPLAINED = ("partly accepted", "rejected")
SEEN_BY = ("done", "partly done", "overtaken")
"""States that something should be named for by which they can be seen."""
FAR_OFF = 10
"""Years from which a due date is taken for a typing error."""


def doubts(changes: Sequence[Change], known: Mapping[str, Values], began: date, today: date) -> Iterator[str]:
    """One line a kind of doubt, each naming its recommendations.

    `began`: the first day of the audit. `known`: what is recorded already, by reference.
    """
    after = {ref: dict(values) for ref, values in known.items()}
    for change in changes:
        after.setdefault(change.ref, {})[change.name] = change.now
    bare = _bare(changes, after, UNEXPLAINED, "comment")
    if bare:
        yield tr("Not plainly accepted and without a comment: {names}.", names=_named(bare))
    unseen = _bare(changes, after, SEEN_BY, "evidence")
    if unseen:
        yield tr("Nothing named by which it can be seen: {names}.", names=_named(unseen))
    yield from _days(changes, began, today)


def _days(changes: Sequence[Change], began: date, today: date) -> Iterator[str]:
    days = [(change, date.fromisoformat(change.now)) for change in changes if change.name in ("due", "day")]
    early = [_on(change) for change, day in days if day < began]
    if early:
        yield tr("Before the audit began ({day}): {names}.", day=began.isoformat(), names=_named(early))
    late = [_on(change) for change, day in days if change.name == "due" and day.year - today.year > FAR_OFF]
    if late:
        yield tr_many(
            "More than {number} years from now: {names}.",
            "More than {number} years from now: {names}.",
            FAR_OFF,
            names=_named(late),
        )
    news = [_on(change) for change, day in days if change.name == "day" and day > today]
    if news:
        yield tr("News of a day that is still to come: {names}.", names=_named(news))


def _bare(
    changes: Sequence[Change], after: Mapping[str, Mapping[str, str]], words: Sequence[str], beside: str
) -> list[str]:
    """Recommendations that now read one of the words, without anything in the cell beside."""
    return [one.ref for one in changes if one.now in words and not after[one.ref].get(beside)]


def _on(change: Change) -> str:
    return f"{change.ref} ({change.now})"


def _named(refs: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(refs))
