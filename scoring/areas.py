"""Areas: the mean of their counted items, and when that is enough (docs/method.md, rules 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Area, Questionnaire
from scoring.as_printed import as_printed, sign_of
from scoring.assessment import AreaRating, Bound, ItemRating, Why, because
from scoring.bands import band_of
from scoring.collected import Collected
from scoring.groups import group_step, groups
from scoring.guard import IN_CONFIDENCE, end_slack
from scoring.items import rate_items
from scoring.means import weighted_mean
from scoring.points import DOCUMENTS_NOT_GIVEN
from scoring.rounding import TENTH, brief, down
from scoring.shares import counted_as

STAFF_SOURCES = ("survey", "workshop", "interviews", "pooled")


@dataclass(frozen=True)
class Tested:
    """The scored items of an area sorted by state, and the three figures a rating depends on.

    `coverage` in percent, None if no item applies; `evidence` is the sum of weights of the evidence.
    """

    counted: tuple[ItemRating, ...]
    lost: tuple[ItemRating, ...]
    na: tuple[ItemRating, ...]

    @property
    def applicable(self) -> int:
        return len(self.counted) + len(self.lost)

    @property
    def coverage(self) -> Fraction | None:
        weights = sum((rating.weight for rating in (*self.counted, *self.lost)), Fraction(0))
        return (
            100 * sum((rating.weight for rating in self.counted), Fraction(0)) / weights if weights else None
        )

    @property
    def evidence(self) -> Fraction:
        return sum((weighed(rating) for rating in self.counted), Fraction(0))


def weighed(rating: ItemRating) -> Fraction:
    """What an item weighs in a mean: its weight times the weight of its evidence."""
    return rating.weight * rating.evidence_weight


def mean(questionnaire: Questionnaire, ratings: Iterable[ItemRating]) -> Fraction | None:
    """What counted items make: their weighted mean, or a share of them; None if they weigh nothing."""
    return weighted_mean(
        (weighed(rating), counted_as(questionnaire, rating.score))
        for rating in ratings
        if rating.score is not None
    )


def rate_area(collected: Collected, area: Area) -> AreaRating:
    """Rate one area."""
    questionnaire = collected.questionnaire
    ratings = rate_items(collected, area)
    tested = _tested(ratings)
    applicable = tested.applicable >= questionnaire.rules.area_items
    why = _why(questionnaire, tested) if applicable else _why_not_applicable(questionnaire, tested)
    score = mean(questionnaire, tested.counted) if why is None else None
    by_sex = groups(collected, area, ratings)
    return AreaRating(
        id=area.id,
        front=area.front,
        applicable=applicable,
        score=score,
        band=band_of(questionnaire, score) if score is not None else None,
        coverage=tested.coverage,
        n=len(tested.counted),
        evidence=tested.evidence,
        why=why,
        objective=mean(
            questionnaire,
            (item for item in tested.counted if questionnaire.items[item.id].evidence == "objective"),
        ),
        perception=mean(
            questionnaire, (item for item in tested.counted if of_staff_perception(questionnaire, item))
        ),
        women=by_sex.women,
        men=by_sex.men,
        gap=by_sex.gap,
        gap_flagged=by_sex.flagged,
        people=by_sex.people,
        women_people=by_sex.women_people,
        men_people=by_sex.men_people,
        items=ratings,
        many_not_applicable=_many_not_applicable(questionnaire, tested),
        in_steps=any(_guarded(questionnaire, item) for item in tested.counted),
        group_step=group_step(collected),
        bound=_bound(questionnaire, tested.counted),
        bound_perception=_bound(
            questionnaire, [item for item in tested.counted if of_staff_perception(questionnaire, item)]
        ),
    )


def _bound(questionnaire: Questionnaire, counted: Sequence[ItemRating]) -> Bound | None:
    """The mean with guarded items as they are printed; None if there are none."""
    printed = as_printed(questionnaire, counted)
    sign, value = sign_of(counted, printed), mean(questionnaire, printed)
    return Bound(value, sign) if sign and value is not None else None


def _guarded(questionnaire: Questionnaire, rating: ItemRating) -> bool:
    """Whether an item's own figure is kept back, so that a mean printed to a tenth would tell it.

    Kept back is a hidden or sensitive item, and one printed as ">= ..." because its figure is at the end.
    """
    hidden = not rating.shown and rating.source != "pooled"
    return hidden or questionnaire.items[rating.id].sensitivity == "high" or _at_end(rating)


def _at_end(rating: ItemRating) -> bool:
    # As wide as the end guard and one printed tenth more, so that no guarded item is missed.
    single = rating.source in IN_CONFIDENCE and rating.source != "pooled"
    if not single or rating.score is None:
        return False
    return min(rating.score, 100 - rating.score) <= end_slack(rating.n) + TENTH


def of_staff_perception(questionnaire: Questionnaire, rating: ItemRating) -> bool:
    """Whether an item stands for what staff think: neither the head on record nor partners."""
    return questionnaire.items[rating.id].evidence == "perception" and rating.source in STAFF_SOURCES


def _tested(ratings: Iterable[ItemRating]) -> Tested:
    by_state: dict[str, list[ItemRating]] = {"counted": [], "lost": [], "na": [], "information": []}
    for rating in ratings:
        by_state[rating.state].append(rating)
    return Tested(tuple(by_state["counted"]), tuple(by_state["lost"]), tuple(by_state["na"]))


def _why(questionnaire: Questionnaire, tested: Tested) -> Why | None:
    rules, counted = questionnaire.rules, len(tested.counted)
    coverage = tested.coverage or Fraction(0)
    if coverage < rules.area_coverage_percent:
        why = _low_coverage(questionnaire, tested, coverage)
    elif counted < rules.area_items:
        why = _too_few_items(questionnaire, counted)
    elif tested.evidence < rules.area_evidence:
        why = _too_little_evidence(questionnaire, tested)
    else:
        return None
    not_given = sum(1 for item in tested.lost if item.why == DOCUMENTS_NOT_GIVEN)
    return _not_given(not_given, why) if not_given else why


def _low_coverage(questionnaire: Questionnaire, tested: Tested, coverage: Fraction) -> Why:
    return because(
        "coverage",
        lambda: tr_many(
            "only {counted} of {number} items counted ({percent} %, {needed} % needed)",
            "only {counted} of {number} items counted ({percent} %, {needed} % needed)",
            tested.applicable,
            counted=len(tested.counted),
            percent=brief(down(coverage)),
            needed=brief(questionnaire.rules.area_coverage_percent),
        ),
    )


def _too_few_items(questionnaire: Questionnaire, counted: int) -> Why:
    return because(
        "too_few_items",
        lambda: tr_many(
            "only {number} items counted ({needed} needed)",
            "only {number} items counted ({needed} needed)",
            counted,
            needed=questionnaire.rules.area_items,
        ),
    )


def _too_little_evidence(questionnaire: Questionnaire, tested: Tested) -> Why:
    return because(
        "too_little_evidence",
        lambda: tr(
            "the counted items rest on too few cases (evidence {evidence} of {needed} needed)",
            evidence=brief(down(tested.evidence)),
            needed=brief(questionnaire.rules.area_evidence),
        ),
    )


def _not_given(number: int, besides: Why) -> Why:
    def say() -> str:
        not_given = tr_many(
            "documents not given for {number} of its items",
            "documents not given for {number} of its items",
            number,
        )
        return f"{not_given}; {besides.words}"

    return because(DOCUMENTS_NOT_GIVEN.code, say)


def _why_not_applicable(questionnaire: Questionnaire, tested: Tested) -> Why:
    return because(
        "not_applicable",
        lambda: tr_many(
            "not applicable to this unit: only {number} of its items apply ({needed} needed)",
            "not applicable to this unit: only {number} of its items apply ({needed} needed)",
            tested.applicable,
            needed=questionnaire.rules.area_items,
        ),
    )


def _many_not_applicable(questionnaire: Questionnaire, tested: Tested) -> bool:
    scored = tested.applicable + len(tested.na)
    return len(tested.na) * 100 > questionnaire.rules.not_applicable_notice * scored
