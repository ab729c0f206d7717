"""What the unit answered and how far it is, in the language spoken; stored and typed is English."""

from __future__ import annotations

from questionnaires.catalogue import marked, tr

_WORDS = (
    marked("accepted"),
    marked("partly accepted"),
    marked("rejected"),
    marked("pending"),
    marked("not answered"),
    marked("not started"),
    marked("in progress"),
    marked("partly done"),
    marked("done"),
    marked("overtaken"),
    marked("no update"),
    marked("yes"),
    marked("no"),
)


def said(word: str) -> str:
    """An answer or a state as people read it; whatever else stands there as it is."""
    return tr(word) if word in _WORDS else word
