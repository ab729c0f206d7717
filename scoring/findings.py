"""What the ratings show at a glance: contradictions between sources, strengths and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, Assessment, Contradiction, ItemRating
from scoring.bands import in_order, position
from scoring.collected import Collected
from scoring.disclosure import published_band, published_item, published_score


def contradictions(collected: Collected, areas: Sequence[AreaRating]) -> tuple[Contradiction, ...]:
    """Named pairs where documents and people are at least two bands apart (docs/method.md, rule 5).

    What people said is taken as published. None in a small unit, where no item that people answer is shown.
    """
    if collected.small:
        return ()
    ratings = {rating.id: rating for area in areas for rating in area.items}
    questionnaire = collected.questionnaire
    found = (
        _contradiction(questionnaire, *(ratings[name] for name in pair)) for pair in _pairs(questionnaire)
    )
    return tuple(contradiction for contradiction in found if contradiction)


def strengths(
    questionnaire: Questionnaire, assessment: Assessment, number: int = 3
) -> tuple[AreaRating, ...]:
    """The highest rated areas in the upper half of the bands, at most `number`."""
    upper = [area for area in _rated(assessment) if _in_upper_half(questionnaire, area)]
    return tuple(upper[::-1][:number])


def gaps(questionnaire: Questionnaire, assessment: Assessment, number: int = 3) -> tuple[AreaRating, ...]:
    """The lowest rated areas that are no strengths, at most `number`."""
    lower = [area for area in _rated(assessment) if not _in_upper_half(questionnaire, area)]
    return tuple(lower[:number])


def _rated(assessment: Assessment) -> list[AreaRating]:
    """By the figures as published: the order must not tell more than they do."""
    rated = [(published_score(area).value, area.id, area) for area in assessment.areas]
    known = [(value, name, area) for value, name, area in rated if value is not None]
    return [area for _, _, area in sorted(known, key=lambda one: one[:2])]


def _in_upper_half(questionnaire: Questionnaire, area: AreaRating) -> bool:
    bands, band = in_order(questionnaire), published_band(questionnaire, area)
    return 2 * [one.id for one in bands].index(band) >= len(bands) if band else False


def _pairs(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    seen: set[frozenset[str]] = set()
    for item in questionnaire.items.values():
        other = questionnaire.items.get(item.pair) if item.pair else None
        if other is None or frozenset((item.id, other.id)) in seen:
            continue
        seen.add(frozenset((item.id, other.id)))
        if {item.evidence, other.evidence} == {"objective", "perception"}:
            yield (item.id, other.id) if item.evidence == "objective" else (other.id, item.id)


def _contradiction(
    questionnaire: Questionnaire, documents: ItemRating, people: ItemRating
) -> Contradiction | None:
    if documents.score is None or people.score is None or not (documents.shown and people.shown):
        return None
    # Of a sensitive item its band is published; of any other its figure.
    said = published_item(questionnaire, people).value
    heard = people.score if said is None else said
    apart = abs(position(questionnaire, documents.score, "item") - position(questionnaire, heard, "item"))
    if apart < questionnaire.rules.pair_bands_apart:
        return None
    return Contradiction(documents.id, people.id, documents.score, people.score)
