"""What would change the band of an area: one item moved on its own scale (docs/method.md, rules 2 and 4).

Exact: a limit belongs to the band above it. An item moves alone, and its weight stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from questionnaires.definition import Questionnaire
from scoring.areas import weighed
from scoring.assessment import AreaRating, ItemRating
from scoring.bands import in_order, position
from scoring.ladders import Ladder, ladder_of
from scoring.points import turned
from scoring.sensitivity import POOLED
from scoring.shares import counted_as

MOST = 3
"""So many ways are named; more would not be read."""
Limit = tuple[str, Fraction, Fraction]
"""A band that is near, the limit on the way to it, and how many points away that is."""


@dataclass(frozen=True)
class Move:
    """One item moved on its own scale, in points of 0-100.

    `value`, `becomes`: the canonical texts of an item that counts by one value, None where the figure is a
    mean of people's answers. `under`: such a mean must fall below `after`, not to it. `id` may be POOLED.
    """

    id: str
    before: Fraction
    after: Fraction
    value: str | None
    becomes: str | None
    under: bool = False


@dataclass(frozen=True)
class Way:
    """From one band to the next: `points` are missing to the limit, or to spare above it.

    `single`: moves each of which is enough, at most three: facts first, then what people say, the smallest
    first. `together`: where none is enough, the fewest items that would do, the last no further than needed;
    empty on the way down.
    """

    band: str
    limit: Fraction
    points: Fraction
    single: tuple[Move, ...]
    together: tuple[Move, ...] = ()


@dataclass(frozen=True)
class WouldChange:
    """What would reach the next band and what would lose this one; None at the ends of the scale."""

    up: Way | None
    down: Way | None


@dataclass(frozen=True)
class Movable:
    """A figure that moves alone: its share of a mean's weight, its points, the ends of its scale.

    `ladder` and `value`: of what counts by one value its ladder and its canonical text now; None for a mean.
    """

    id: str
    share: Fraction
    points: Fraction
    best: Fraction
    worst: Fraction
    ladder: Ladder | None = None
    value: str | None = None


def would_change(questionnaire: Questionnaire, area: AreaRating) -> WouldChange | None:
    """The ways out of an area's band; None if it is not rated."""
    if area.score is None:
        return None
    parts, up, down = movables(questionnaire, area), None, None
    above, below = limits_beside(questionnaire, area.score)
    if above:
        band, limit, points = above
        moves = each_raised(parts, points)
        up = Way(band, limit, points, _best(moves), () if moves else together(parts, points))
    if below:
        band, limit, points = below
        down = Way(band, limit, points, _best(each_lowered(parts, points)))
    return WouldChange(up, down)


def limits_beside(questionnaire: Questionnaire, score: Fraction) -> tuple[Limit | None, Limit | None]:
    """The next band above a figure and the one below it, each as band, limit and points from it."""
    bands, place = in_order(questionnaire), position(questionnaire, score)
    begins, above, below = bands[place].minimum, None, None
    if place + 1 < len(bands):
        above = (bands[place + 1].id, bands[place + 1].minimum, bands[place + 1].minimum - score)
    if place:
        below = (bands[place - 1].id, begins, score - begins)
    return above, below


def each_raised(parts: Iterable[Movable], points: Fraction) -> list[Move]:
    """Every move that lifts the mean by so many points alone."""
    return [move for part in parts if (move := _raised(part, points)) is not None]


def each_lowered(parts: Iterable[Movable], points: Fraction) -> list[Move]:
    """Every move that alone costs the mean more than so many points."""
    return [move for part in parts if (move := _lowered(part, points)) is not None]


def least(parts: Sequence[Movable], points: Fraction) -> tuple[Move, ...]:
    """The fewest moves that lift the mean by so many points; empty if all at their best do not."""
    single = _best(each_raised(parts, points))
    return single[:1] or together(parts, points)


def _best(moves: Iterable[Move]) -> tuple[Move, ...]:
    # A fact can be acted on and checked: what people say follows.
    ordered = sorted(moves, key=lambda move: (move.becomes is None, abs(move.after - move.before)))
    return tuple(ordered[:MOST])


def _raised(part: Movable, points: Fraction) -> Move | None:
    """The least move up that lifts the area by so many points."""
    needed = part.points + points / part.share
    if part.ladder is None:
        return _to(part, needed, None) if needed <= part.best else None
    rung = part.ladder.lowest_from(needed)
    return _to(part, rung.points, rung.text) if rung else None


def _lowered(part: Movable, points: Fraction) -> Move | None:
    """The least move down that costs the area more than so many points."""
    limit = part.points - points / part.share
    if part.ladder is None:
        return replace(_to(part, limit, None), under=True) if limit > part.worst else None
    rung = part.ladder.highest_below(limit)
    return _to(part, rung.points, rung.text) if rung else None


def together(parts: Sequence[Movable], points: Fraction) -> tuple[Move, ...]:
    """The fewest figures that lift the area by so many points; empty if all at their best do not."""
    moves: list[Move] = []
    for part in sorted(parts, key=lambda part: -most_up(part)):
        enough = _raised(part, points)
        if enough:
            return (*moves, enough)
        points -= most_up(part)
        moves.append(_to(part, part.best, _best_answer(part)))
    return ()


def most_up(part: Movable) -> Fraction:
    """How far a figure can lift the mean, in points."""
    return (part.best - part.points) * part.share


def most_down(part: Movable) -> Fraction:
    """How far a figure can pull the mean down, in points."""
    return (part.points - part.worst) * part.share


def _best_answer(part: Movable) -> str | None:
    """The least answer that is worth the most; None for a mean."""
    rung = part.ladder.lowest_from(part.best) if part.ladder else None
    return rung.text if rung else None


def _to(part: Movable, points: Fraction, text: str | None) -> Move:
    return Move(part.id, part.points, points, part.value, text)


def movables(questionnaire: Questionnaire, area: AreaRating) -> list[Movable]:
    """The counted items of a rated area; what a small unit's staff say together as one."""
    counted = [
        (item, item.score, weighed(item) / area.evidence) for item in area.items if item.score is not None
    ]
    pooled = [(score, share) for item, score, share in counted if item.source == "pooled"]
    parts = [_part(questionnaire, *each) for each in counted if each[0].source != "pooled"]
    if pooled:
        share = Fraction(sum(share for _, share in pooled))
        (figure,) = {counted_as(questionnaire, score) for score, _ in pooled}
        parts.append(Movable(POOLED, share, figure, best=Fraction(100), worst=Fraction(0)))
    return parts


def _part(questionnaire: Questionnaire, rating: ItemRating, exact: Fraction, share: Fraction) -> Movable:
    """`exact`: its own score, which in a share counts as all or nothing."""
    item, score = questionnaire.items[rating.id], counted_as(questionnaire, exact)
    if _one_value(rating):
        answers = ladder_of(questionnaire, item, rating.value)
        value = _text(rating, answers, exact)
        ladder = answers.counted_as(partial(counted_as, questionnaire))
        worst, best = ladder.rung(0).points, ladder.best.points
        return Movable(rating.id, share, score, best=best, worst=worst, ladder=ladder, value=value)
    options = questionnaire.scale_of(item).options
    points = [turned(item, option.points) for option in options if option.points is not None]
    best, worst = (counted_as(questionnaire, end) for end in (max(points), min(points)))
    return Movable(rating.id, share, score, best=best, worst=worst)


def _text(rating: ItemRating, ladder: Ladder, score: Fraction) -> str:
    """The answer that counts now; of votes the option that was agreed on."""
    if rating.value is None or "agreed=" in rating.value:
        return ladder.at(score).text
    return rating.value


def _one_value(rating: ItemRating) -> bool:
    """Whether one answer decides: a fact, what a group agreed on, or the head on record."""
    return rating.source in ("documents", "told", "workshop") or (
        rating.source == "on_record" and rating.n == 1
    )
