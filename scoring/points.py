"""From one answer to points of 0-100 (docs/method.md, rule 1)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from questionnaires.catalogue import marked, tr
from questionnaires.definition import Item, Questionnaire, Reason, Scale
from questionnaires.values import Choice, Missing, Ratio, SexCount, SexRate, Value, Votes
from scoring.assessment import State, Why, because

FEWEST_BY_SEX = 4
"""People below which a count or a rate by sex is too few to be fair (docs/method.md, rule 1)."""


@dataclass(frozen=True)
class Mark:
    """What an answer is worth: `score` on 0-100, and the weight of its evidence (at most 1)."""

    score: Fraction
    evidence_weight: Fraction = Fraction(1)


@dataclass(frozen=True)
class NoMark:
    """An answer without points: `state` says whether the item is lost by it or does not apply."""

    state: State
    why: Why


NOT_COLLECTED = Why("not_collected", marked("nothing was collected"))
DOCUMENTS_NOT_GIVEN = Why("documents_not_given", marked("documents not given"))
NOT_KNOWN = Why("not_known", marked("only 'don't know' or 'prefer not to say'"))
NOT_IN_THEIR_WORK = Why("not_in_their_work", marked("not in anybody's work"))
NO_POINTS = Why("no_points", marked("the answer carries no points"))
INFORMATION = Why("information", marked("information only, never scored"))


def not_applicable(questionnaire: Questionnaire, reason: Reason) -> Why:
    """Why an item does not apply: the code of the reason and its text."""
    text = next((known.text for known in questionnaire.reasons if known.id == reason), reason)
    return because(reason, lambda: tr("not applicable: {reason}", reason=text))


def mark(questionnaire: Questionnaire, item: Item, value: Value) -> Mark | NoMark:
    """The points of one answer; a reversed item is scored 100 minus its points."""
    scale = questionnaire.scale_of(item)
    if isinstance(value, Missing):
        return _missing(questionnaire, item, scale, value)
    raw = _raw(questionnaire, scale, value)
    if isinstance(raw, Mark):
        return Mark(turned(item, raw.score), raw.evidence_weight)
    return raw


def turned(item: Item, points: Fraction) -> Fraction:
    """The points as they count: 100 minus the points where the item is reversed."""
    return 100 - points if item.reverse else points


def share_of_fewer(value: SexCount) -> Fraction:
    """The share of the sex that is fewer among two people and more (percent, 0-50)."""
    # An odd total is balanced when it differs by one: half of it is rounded down.
    half = (value.women + value.men) // 2
    return Fraction(100 * min(value.women, value.men), 2 * half)


def parity(share: Fraction) -> Fraction:
    """The score of the smaller sex's share (percent, 0-50): 100 at 50, 25 at 20, 0 at 0."""
    return share * Fraction(5, 4) if share < 20 else share * Fraction(5, 2) - 25


def _missing(questionnaire: Questionnaire, item: Item, scale: Scale, value: Missing) -> Mark | NoMark:
    if value.code == "nf":
        return _lowest(item, scale)
    if value.code == "ng":
        return NoMark("lost", DOCUMENTS_NOT_GIVEN)
    if value.code == "na":
        why = not_applicable(questionnaire, value.reason) if value.reason else NOT_IN_THEIR_WORK
        return NoMark("na", why)
    return NoMark("lost", NOT_KNOWN)


def _lowest(item: Item, scale: Scale) -> Mark | NoMark:
    scores = [turned(item, option.points) for option in scale.options if option.points is not None]
    return Mark(min(scores)) if scores else NoMark("lost", NO_POINTS)


def _raw(questionnaire: Questionnaire, scale: Scale, value: Value) -> Mark | NoMark:
    if isinstance(value, Choice):
        return _option(scale, value.option)
    if isinstance(value, Votes):
        return _option(scale, value.agreed)
    if isinstance(value, Ratio):
        return _ratio(questionnaire, value)
    if isinstance(value, SexCount):
        return _sexcount(questionnaire, value)
    if isinstance(value, SexRate):
        return _sexrate(questionnaire, value)
    return NoMark("lost", NO_POINTS)


def _option(scale: Scale, option_id: str | None) -> Mark | NoMark:
    option = scale.option(option_id) if option_id is not None else None
    if option is None or option.points is None:
        return NoMark("lost", NO_POINTS)
    return Mark(option.points)


def _ratio(questionnaire: Questionnaire, value: Ratio) -> Mark | NoMark:
    if value.whole == 0:
        return NoMark("na", not_applicable(questionnaire, "N1"))
    full = questionnaire.rules.full_evidence_denominator
    return Mark(value.part / value.whole * 100, min(Fraction(1), Fraction(value.whole, full)))


def _sexcount(questionnaire: Questionnaire, value: SexCount) -> Mark | NoMark:
    people = value.women + value.men
    if people < FEWEST_BY_SEX:
        return NoMark("na", not_applicable(questionnaire, "N3" if people else "N1"))
    return Mark(parity(share_of_fewer(value)))


def _sexrate(questionnaire: Questionnaire, value: SexRate) -> Mark | NoMark:
    if value.of_women == value.of_men == 0:
        return NoMark("na", not_applicable(questionnaire, "N1"))
    reached = value.women + value.men
    if min(value.of_women, value.of_men, reached) < FEWEST_BY_SEX:
        return NoMark("na", not_applicable(questionnaire, "N3"))
    rates = Fraction(value.women, value.of_women), Fraction(value.men, value.of_men)
    return Mark(100 * min(rates) / max(rates))
