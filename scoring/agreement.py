"""How far facilitators who rated the same items alone rated them alike (docs/method.md, rule 9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.answers import read_value
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire
from scoring.assessment import Why, because
from scoring.points import Mark, mark

FEWEST_ITEMS = 10
"""Items below which alpha says more about chance than about the raters (docs/method.md, rule 9)."""
GOOD, FAIR = Fraction(4, 5), Fraction(2, 3)


@dataclass(frozen=True)
class RatedAlone:
    """One item as several facilitators rated it, each alone: canonical texts, one a rater."""

    item: str
    answers: tuple[str, ...]

    @property
    def alike(self) -> bool:
        """Whether all gave the same answer."""
        return len(set(self.answers)) == 1


@dataclass(frozen=True)
class Agreement:
    """How alike two raters or more rated.

    `items`: those rated by two or more; `alike`: those of them to which all gave the same answer; `percent`
    their share, None where nothing was rated by two. `ranked`: the items that alpha is taken over. `alpha`
    is 1 for ratings that never differ, 0 for what chance would give and below 0 for less; None where it
    means nothing, and then `why` says so.
    """

    items: int
    alike: int
    percent: Fraction | None
    ranked: int
    alpha: Fraction | None
    why: Why | None


def agreement(questionnaire: Questionnaire, rated: Iterable[RatedAlone]) -> Agreement:
    """The agreement over the items that two or more rated; others are left out."""
    twice = [each for each in rated if len(each.answers) > 1]
    alike = sum(each.alike for each in twice)
    percent = Fraction(100 * alike, len(twice)) if twice else None
    units = [ranks for each in twice if len(ranks := _ranks(questionnaire, each)) > 1]
    found = alpha(units) if len(units) >= FEWEST_ITEMS else None
    why = None if found is not None else _why_none(len(twice), len(units))
    return Agreement(len(twice), alike, percent, len(units), found, why)


def alpha(units: Sequence[Sequence[Fraction]]) -> Fraction | None:
    """Krippendorff's alpha with the ordinal metric, exact.

    A unit holds the ratings of one item, as numbers of which only the order counts; a rater who gave none
    is left out of it, and so is a unit with fewer than two. None where no two ratings differ.
    """
    paired = [unit for unit in units if len(unit) > 1]
    places = _places(rating for unit in paired for rating in unit)
    placed = [[places[rating] for rating in unit] for unit in paired]
    expected = _pairs_apart([place for unit in placed for place in unit])
    if expected == 0:
        return None
    number = sum(len(unit) for unit in placed)
    observed = sum(_pairs_apart(unit) / (len(unit) - 1) for unit in placed)
    return 1 - (number - 1) * observed / expected


def points_apart(questionnaire: Questionnaire, rated: RatedAlone) -> Fraction | None:
    """How far the ratings lie apart (points of 0-100); None where one of them has no points."""
    points = [_points(questionnaire, rated.item, answer) for answer in rated.answers]
    known = [point for point in points if point is not None]
    return max(known) - min(known) if len(known) == len(points) and known else None


def in_words(found: Fraction) -> str:
    """What an alpha means for the team."""
    if found >= GOOD:
        return tr("good: the criteria are read alike")
    if found >= FAIR:
        return tr("middling: talk about the items that differ before relying on single ratings")
    return tr("low: agree on what the criteria mean first, then on the items")


def _pairs_apart(places: Sequence[Fraction]) -> Fraction:
    """The sum of the squared distances of all pairs (each counted once)."""
    return len(places) * sum((p * p for p in places), Fraction(0)) - sum(places, Fraction(0)) ** 2


def _places(ratings: Iterable[Fraction]) -> dict[Fraction, Fraction]:
    """Rating -> its place in the order of all ratings, equal ones on the middle of theirs.

    The ordinal metric (the ratings between two categories, with half of each of the two) is the
    difference of these places.
    """
    places: dict[Fraction, Fraction] = {}
    below = 0
    for rating, number in sorted(Counter(ratings).items()):
        places[rating] = below + Fraction(number, 2)
        below += number
    return places


def _ranks(questionnaire: Questionnaire, rated: RatedAlone) -> list[Fraction]:
    """The ratings that stand in an order: options with points. A ratio or a count has no levels."""
    if questionnaire.scale_of(questionnaire.items[rated.item]).kind != "choice":
        return []
    points = (_points(questionnaire, rated.item, answer) for answer in rated.answers)
    return [point for point in points if point is not None]


def _points(questionnaire: Questionnaire, name: str, answer: str) -> Fraction | None:
    item = questionnaire.items[name]
    found = mark(questionnaire, item, read_value(item, questionnaire.scale_of(item), answer))
    return found.score if isinstance(found, Mark) else None


def _why_none(items: int, ranked: int) -> Why:
    if items == 0:
        return Why("nothing_twice", marked("no item is rated by two"))
    if ranked < FEWEST_ITEMS:
        return because(
            "too_few_twice",
            lambda: tr_many(
                "{number} item got a level from two; below {fewest} it is chance",
                "{number} items got a level from two; below {fewest} it is chance",
                ranked,
                fewest=FEWEST_ITEMS,
            ),
        )
    return Why("no_variation", marked("all ratings are on one level, so there is nothing to tell apart"))
