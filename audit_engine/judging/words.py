"""Short words that are kept and compared in English, as they are said in the language spoken."""

from __future__ import annotations

from questionnaires.catalogue import SOURCE, marked, spoken, tr, tr_many
from questionnaires.definition import Scale
from scoring.change import compared

KEPT = (
    marked("improved"),
    marked("unchanged"),
    marked("declined"),
    marked("new"),
    marked("not comparable"),
    marked("below the lower quarter"),
    marked("in the middle half"),
    marked("above the upper quarter"),
)
"""Those that no other place marks for translation."""


def word(kept: str | None) -> str:
    """A word or a reason in the language spoken; empty where there is none."""
    return tr(kept) if kept else ""


def short_head(kept: str) -> str:
    """The heading of a narrow column, without the mark that tells it from the longer word elsewhere."""
    return word(kept).partition("|")[0]


def answer(scale: Scale, kept: str) -> str:
    """An answer as it is kept; the ids of options are English words, so others read the label."""
    option = scale.option(kept)
    return kept if option is None or spoken() == SOURCE else option.label.lower()


def items_comparable(comparable: str) -> str:
    """`1 of 8 items comparable`, from a comparison's `1 of 8`."""
    some, of = compared(comparable)
    return tr_many(
        "{compared} of {number} items comparable",
        "{compared} of {number} items comparable",
        of,
        compared=some,
    )
