"""An area, a front or the overall explained: what it is the mean of (docs/method.md, rules 2 to 4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from questionnaires.catalogue import tr
from questionnaires.definition import Area, Questionnaire
from scoring.areas import weighed
from scoring.assessment import AreaRating, Assessment, ItemRating, State, Summary
from scoring.band_limits import limits_of
from scoring.collected import Collected
from scoring.explained_groups import explain_groups
from scoring.explanation import AreaExplained, Part, SummaryExplained
from scoring.sensitivity import POOLED, sensitivity
from scoring.shares import counted_as, weights_of
from scoring.still_needed import missing_areas, missing_items, unrated_areas
from scoring.summaries import OVERALL, needed
from scoring.summary_change import summary_change
from scoring.would_change import would_change


def explain_area(collected: Collected, area: Area, rating: AreaRating) -> AreaExplained:
    """Why an area is rated as it is, or not."""
    questionnaire, rules = collected.questionnaire, collected.questionnaire.rules
    return AreaExplained(
        title=area.title,
        rating=rating,
        parts=parts_of(questionnaire, rating),
        total=None if rating.score is None else rating.score * rating.evidence,
        weight=rating.evidence,
        needed_coverage=rules.area_coverage_percent,
        needed_items=rules.area_items,
        needed_evidence=rules.area_evidence,
        limits=limits_of(questionnaire, rating.score) if rating.score is not None else None,
        still_needed=missing_items(questionnaire, rating),
        sensitivity=sensitivity(questionnaire, rating),
        would_change=would_change(questionnaire, rating),
        groups=explain_groups(collected, area, rating),
    )


def parts_of(questionnaire: Questionnaire, area: AreaRating) -> tuple[Part, ...]:
    """The items of an area with what each brings; in a small unit those of people in one part together."""
    pooled = [item for item in area.items if item.source == "pooled"]
    parts = [_item(questionnaire, area, item) for item in area.items]
    return (*parts, _together(questionnaire, area, pooled)) if pooled else tuple(parts)


def _item(questionnaire: Questionnaire, area: AreaRating, item: ItemRating) -> Part:
    hidden = item.source == "pooled"
    counts = item.state == "counted" and not hidden
    return Part(
        id=item.id,
        state=item.state,
        weight=item.weight,
        evidence=item.evidence_weight,
        score=None if hidden else item.score,
        adds=_adds(questionnaire, area, [item]) if counts else None,
        share=_share(area, [item]) if counts else None,
        source=item.source,
        instrument=item.instrument,
        n=0 if hidden else item.n,
        why=item.why,
    )


def _together(questionnaire: Questionnaire, area: AreaRating, pooled: Sequence[ItemRating]) -> Part:
    return Part(
        id=POOLED,
        state="counted",
        weight=Fraction(sum(item.weight for item in pooled)),
        evidence=Fraction(1),
        score=pooled[0].score,
        adds=_adds(questionnaire, area, pooled),
        share=_share(area, pooled),
        source="pooled",
        instrument=pooled[0].instrument,
        n=pooled[0].n,
        why=None,
    )


def _adds(questionnaire: Questionnaire, area: AreaRating, items: Iterable[ItemRating]) -> Fraction | None:
    """Points that items bring; None in an area that is not rated, which has no figure."""
    brought = sum(
        weighed(item) * counted_as(questionnaire, item.score) for item in items if item.score is not None
    )
    return None if area.score is None else brought / area.evidence


def _share(area: AreaRating, items: Iterable[ItemRating]) -> Fraction | None:
    weight = sum(weighed(item) for item in items)
    return None if area.score is None else 100 * weight / area.evidence


def explain_summary(
    questionnaire: Questionnaire, assessment: Assessment, rating: Summary
) -> SummaryExplained:
    """Why a front or the overall is rated as it is, or not."""
    percent, fewest = needed(questionnaire, rating.id)
    overall = rating.id == OVERALL
    titles = {front.id: front.title for front in questionnaire.fronts}
    areas = [area for area in assessment.areas if overall or area.front == rating.id]
    weights = weights_of(questionnaire, areas)
    weight = sum((weights[area.id] for area in areas if area.score is not None), Fraction(0))
    return SummaryExplained(
        title=tr("Overall") if overall else titles[rating.id],
        rating=rating,
        parts=tuple(
            _area(area, weights[area.id], weight if rating.score is not None else None) for area in areas
        ),
        total=None if rating.score is None else rating.score * weight,
        weight=weight,
        needed_percent=percent,
        needed_areas=fewest,
        limits=limits_of(questionnaire, rating.score) if rating.score is not None else None,
        still_needed=missing_areas(questionnaire, rating, areas),
        unrated=unrated_areas(questionnaire, areas),
        would_change=summary_change(questionnaire, rating, areas),
    )


def _area(area: AreaRating, weight: Fraction, of: Fraction | None) -> Part:
    state: State = "counted" if area.score is not None else ("lost" if area.applicable else "na")
    return Part(
        id=area.id,
        state=state,
        weight=weight,
        evidence=Fraction(1),
        score=area.score,
        adds=weight * area.score / of if area.score is not None and of else None,
        share=100 * weight / of if area.score is not None and of else None,
        source=None,
        instrument=None,
        n=area.n,
        why=area.why,
    )
