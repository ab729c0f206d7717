"""What the unit answered and how far it is, in the language spoken; stored and typed is English."""

from __future__ import annotations

from exports.answering.forms import ANSWERS, BUDGET, STATES
from questionnaires.catalogue import marked, tr

_WORDS = (*ANSWERS, *STATES, *BUDGET, marked("not answered"))


def said(word: str) -> str:
    """An answer or a state as people read it; whatever else stands there as it is."""
    return tr(word) if word in _WORDS else word
