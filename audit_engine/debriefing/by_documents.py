"""The areas by documents and staff data alone; nothing that a person said is inside (rule 8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Area, Item, Questionnaire
from questionnaires.scope import looked_up_in
from scoring import assess
from scoring.assessment import AreaRating, Assessment, ItemRating
from scoring.bands import band_of, in_order, position
from scoring.evidence import Earlier, Evidence
from scoring.points import DOCUMENTS_NOT_GIVEN
from scoring.release import without_people
from scoring.rounding import brief

LOOKED_UP = ("document_review", "staff_data")


@dataclass(frozen=True)
class ByDocuments:
    """One area by documents and staff data.

    `score` on 0-100 with its `band` (an id); None with `why` in words where too little was found. `counted`
    of `applicable` items. `missing`: items that nothing was found for. `not_given`: those of them that the
    unit did not give.
    """

    area: Area
    score: Fraction | None
    band: str | None
    why: str
    counted: tuple[ItemRating, ...]
    applicable: int
    missing: tuple[Item, ...]
    not_given: tuple[Item, ...]


def looked_up(item: Item) -> bool:
    """Whether documents or staff data show the item, and it is rated by them."""
    by_papers = any(instrument in LOOKED_UP for instrument in item.instruments)
    return item.scored and item.evidence == "objective" and by_papers


def papers_only(questionnaire: Questionnaire, evidence: Evidence) -> Evidence:
    """The evidence without any answer of people: neither in confidence nor on record, nor of a group."""
    found = without_people(questionnaire, evidence)
    papers = tuple(one for one in found.observations if one.instrument in LOOKED_UP)
    return replace(found, tallies=(), observations=papers, people_before={}, survey_forms=0, heard=())


def judged_by_papers(
    questionnaire: Questionnaire, evidence: Evidence, earlier: Earlier | None = None
) -> Assessment:
    """The ratings and proposals that documents and staff data alone lead to."""
    return assess(questionnaire, papers_only(questionnaire, evidence), earlier)


def by_documents(questionnaire: Questionnaire, judged: Assessment) -> tuple[ByDocuments, ...]:
    """Every area of an assessment that was made by `judged_by_papers`."""
    return tuple(
        _area(questionnaire, area, rating)
        for area, rating in zip(questionnaire.areas, judged.areas, strict=True)
    )


def is_high(questionnaire: Questionnaire, found: ByDocuments) -> bool:
    """Whether an area lies in the upper half of the bands."""
    half = len(in_order(questionnaire))
    return found.score is not None and 2 * position(questionnaire, found.score) >= half


def _area(questionnaire: Questionnaire, area: Area, rating: AreaRating) -> ByDocuments:
    items = questionnaire.items
    mine = [one for one in rating.items if looked_up(items[one.id])]
    counted = tuple(one for one in mine if one.state == "counted")
    lost = [one for one in mine if one.state == "lost"]
    why = _why(questionnaire, counted, lost)
    score = rating.objective if not why else None
    return ByDocuments(
        area=area,
        score=score,
        band=band_of(questionnaire, score) if score is not None else None,
        why=why,
        counted=counted,
        applicable=len(counted) + len(lost),
        missing=tuple(items[one.id] for one in lost),
        not_given=tuple(
            items[one.id] for one in lost if one.why and one.why.code == DOCUMENTS_NOT_GIVEN.code
        ),
    )


def _why(questionnaire: Questionnaire, counted: tuple[ItemRating, ...], lost: list[ItemRating]) -> str:
    """Why documents and staff data give no rating: as much must be found as of a whole area (rule 3)."""
    found = sum((one.weight for one in counted), Fraction(0))
    asked = found + sum((one.weight for one in lost), Fraction(0))
    needed = questionnaire.rules.area_coverage_percent
    if not asked:
        return tr("none of its {sources} apply to this unit", sources=looked_up_in(questionnaire))
    if not counted:
        return tr("nothing was found yet in {sources}", sources=looked_up_in(questionnaire))
    if 100 * found < needed * asked:
        return tr_many(
            "only {found} of {number} items were found ({percent} % needed)",
            "only {found} of {number} items were found ({percent} % needed)",
            len(counted) + len(lost),
            found=len(counted),
            percent=brief(needed),
        )
    return ""
