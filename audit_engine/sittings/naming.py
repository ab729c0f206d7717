"""What instruments, functions and genders are called in a sentence, in the language spoken."""

from __future__ import annotations

from collections.abc import Iterable

from questionnaires.answers import listed
from questionnaires.catalogue import marked, tr

NAMES = {
    "document_review": marked("document review"),
    "staff_data": marked("staff data"),
    "interview": marked("interview"),
    "survey": marked("survey"),
    "workshop": marked("workshop"),
    "facilitator": marked("facilitator"),
    "director": marked("director"),
    "hr_officer": marked("hr officer"),
    "focal_point": marked("focal point"),
    "staff": marked("staff"),
    "partner": marked("partner"),
    "group": marked("group"),
    "woman": marked("woman"),
    "man": marked("man"),
    "another": marked("another"),
    "pnts": marked("pnts"),
}


def called(name: str) -> str:
    """An instrument, function or gender in words; one that is not known is told as it is written."""
    return tr(NAMES[name]) if name in NAMES else name.replace("_", " ")


def all_called(names: Iterable[str]) -> str:
    """Several of them for a sentence: `a, b or c`."""
    return listed([called(name) for name in names])
