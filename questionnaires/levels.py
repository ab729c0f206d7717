"""Items that facilitators rate by a level of evidence, each level with its written criterion."""

from __future__ import annotations

from questionnaires.definition import Item, Scale

FEWEST_LEVELS = 4


def rated_by_level(item: Item, scale: Scale) -> bool:
    """Whether documents are rated for the item on levels (docs/method.md, rule 9).

    A checked definition has a criterion for each of these levels.
    """
    looked_at = item.evidence == "objective" and "document_review" in item.instruments
    return looked_at and len(scale.options) >= FEWEST_LEVELS
