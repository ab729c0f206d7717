"""Items at the end of the scale, taken as they are printed (docs/method.md, rule 8).

A mean of exact items would tell what ">= 95" hides: whoever knows the others could work it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from questionnaires.definition import Questionnaire
from scoring.assessment import ItemRating
from scoring.guard import IN_CONFIDENCE
from scoring.published_figure import Sign, of_people


def as_printed(questionnaire: Questionnaire, counted: Sequence[ItemRating]) -> tuple[ItemRating, ...]:
    """The counted items of an area, each that is printed as ">= ..." with what is printed as its score."""
    return tuple(_as_printed(questionnaire, item) for item in counted)


def sign_of(counted: Sequence[ItemRating], printed: Sequence[ItemRating]) -> Sign | None:
    """Where the true mean lies beside that of the items as printed; None if no item is guarded."""
    signs: set[Sign] = set()
    for true, told in zip(counted, printed, strict=True):
        if true is not told and true.score is not None and told.score is not None:
            signs.add(">=" if told.score > 50 else "<=")
    return signs.pop() if len(signs) == 1 else "about" if signs else None


def _as_printed(questionnaire: Questionnaire, item: ItemRating) -> ItemRating:
    sensitive = questionnaire.items[item.id].sensitivity == "high"  # printed as a band, never as ">= ..."
    if item.score is None or item.source not in IN_CONFIDENCE or sensitive or not item.shown:
        return item
    printed = of_people(item.score, item.n)
    return replace(item, score=printed.value) if printed.at_end else item
