"""Figures as they are published (docs/method.md, rules 4, 5 and 8): rounded, guarded, or not shown.

What documents say is printed to one decimal. What people said never tells a single answer: a figure at the
end of the scale is printed as ">= ..." or "<= ...", a sensitive item as its band only.
"""

from __future__ import annotations

from fractions import Fraction

from questionnaires.definition import Questionnaire
from scoring.areas import STAFF_SOURCES, weighed
from scoring.assessment import AreaRating, Bound, ItemRating, Why
from scoring.bands import band_of
from scoring.guard import IN_CONFIDENCE
from scoring.published_figure import (
    DOCUMENTS_NOT_GIVEN,
    NOT_APPLICABLE,
    NOT_ENOUGH,
    NOT_SHOWN,
    SIGNS,
    STEP,
    PublishedFigure,
    in_words,
    of_documents,
    of_people,
)
from scoring.rounding import TENTH, down, rounded, up


def published_item(questionnaire: Questionnaire, rating: ItemRating) -> PublishedFigure:
    """An item's own figure, or its band only where it is sensitive."""
    if rating.score is None:
        return PublishedFigure(None, published_reason(rating.why))
    if not rating.shown:
        return NOT_SHOWN
    if questionnaire.items[rating.id].sensitivity == "high":
        return PublishedFigure(None, band_label(questionnaire, rating.score))
    if rating.source in IN_CONFIDENCE:
        return of_people(rating.score, rating.n)
    return of_documents(rating.score)


def step_of(area: AreaRating) -> Fraction:
    """The points to whose multiples an area's figures are printed."""
    return STEP if area.in_steps else TENTH


def published_score(area: AreaRating) -> PublishedFigure:
    """An area's rating: in steps of 5 if it holds sensitive items.

    Where an item, or what staff said together, is printed as ">= ..." so is the rating, or it would tell
    beside the rest what the other hides.
    """
    if area.score is None:
        return PublishedFigure(None, published_reason(area.why))
    step, bound = step_of(area), told_bound(area)
    if bound is None:
        return PublishedFigure(rounded(area.score, step), in_words(rounded(area.score, step), step))
    return _bounded(bound, step)


def published_band(questionnaire: Questionnaire, area: AreaRating) -> str | None:
    """The id of an area's band; where its figure is printed as ">= ..." the band of what that tells."""
    bound = told_bound(area)
    return area.band if bound is None else band_of(questionnaire, bound.value)


def told_score(area: AreaRating) -> Fraction | None:
    """The exact figure by which an area enters the band of its front: without what ">= ..." hides."""
    bound = told_bound(area)
    return area.score if bound is None else bound.value


def published_perception(area: AreaRating) -> PublishedFigure:
    """What staff said in an area: in steps of 5 where it holds sensitive items."""
    if area.perception is None:
        return PublishedFigure(None, "")
    if not area.people:
        return of_documents(area.perception)
    step = step_of(area)
    if area.bound_perception is None:
        return of_people(area.perception, area.people, step)
    found = of_people(area.bound_perception.value, area.people, step)
    return found if found.at_end else _bounded(area.bound_perception, step)


def published_women(area: AreaRating) -> PublishedFigure:
    """The women's figure in the steps of the policy; not shown unless the numbers of people allow it."""
    return of_people(area.women, area.women_people, area.group_step) if area.women is not None else NOT_SHOWN


def published_men(area: AreaRating) -> PublishedFigure:
    """The men's figure in the steps of the policy; not shown unless the numbers of people allow it."""
    return of_people(area.men, area.men_people, area.group_step) if area.men is not None else NOT_SHOWN


def published_gap(area: AreaRating) -> PublishedFigure:
    """Women's minus men's figure, as published both; not shown unless both are."""
    women, men = published_women(area).value, published_men(area).value
    if women is None or men is None:
        return NOT_SHOWN
    gap = women - men
    text = in_words(gap, area.group_step)
    return PublishedFigure(gap, f"+{text}" if gap > 0 else text)


def published_reason(why: Why | None) -> str:
    """A published file knows four reasons only, in English; the team's own view says more."""
    if why is None:
        return NOT_SHOWN.text
    if why.code == "documents_not_given":
        return DOCUMENTS_NOT_GIVEN
    if why.code in ("not_applicable", "not_in_their_work") or why.code in ("N1", "N2", "N3", "N4", "N5"):
        return NOT_APPLICABLE
    return "" if why.code == "information" else NOT_ENOUGH


def band_label(questionnaire: Questionnaire, score: Fraction) -> str:
    """The word for the band of an item's unrounded score."""
    found = band_of(questionnaire, score, "item")
    return next(band.label for band in questionnaire.bands if band.id == found)


def told_bound(area: AreaRating) -> Bound | None:
    """A rating without what ">= ..." hides, exact; None if it hides nothing or the area is not rated.

    What staff said together enters as it is printed, and so does every single item.
    """
    if area.score is None:
        return None
    said = published_perception(area)
    if not said.at_end or said.value is None or area.perception is None:
        return area.bound
    score = area.bound.value if area.bound else area.score
    staff = area.bound_perception.value if area.bound_perception else area.perception
    sign = next(sign for sign in SIGNS if said.text.startswith(sign))
    if area.bound and area.bound.sign != sign:
        sign = "about"
    return Bound(score + (said.value - staff) * _share_of_staff(area), sign)


def _bounded(bound: Bound, step: Fraction) -> PublishedFigure:
    ends = {">=": down, "<=": up, "about": rounded}
    value = ends[bound.sign](bound.value, step)
    return PublishedFigure(value, f"{bound.sign} {in_words(value, step)}", True)


def _share_of_staff(area: AreaRating) -> Fraction:
    """How much of an area's rating is what staff said, from 0 to 1; a quiz has a value and is no opinion."""
    said = (weighed(item) for item in area.items if item.source in STAFF_SOURCES and item.value is None)
    return sum(said, Fraction(0)) / area.evidence
