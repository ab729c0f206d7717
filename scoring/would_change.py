"""What would change the band of an area: one item moved on its own scale (docs/method.md, rules 2 and 4).

Exact: a limit belongs to the band above it. An item moves alone, and its weight stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from questionnaires.definition import Questionnaire
from scoring.areas import weighed
from scoring.assessment import AreaRating, ItemRating
from scoring.bands import in_order, position
from scoring.ladders import Ladder, ladder_of
from scoring.points import turned
from scoring.sensitivity import POOLED

MOST = 3
"""So many ways are named; more would not be read."""


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
class _Part:
    """A figure that moves alone: its share of the area's weight, its points, the ends of its scale.

    `worst`, `ladder` and `value`: the lower end of a mean of people's answers; the ladder and the canonical
    text now of what counts by one value. None for the other.
    """

    id: str
    share: Fraction
    points: Fraction
    best: Fraction
    worst: Fraction | None = None
    ladder: Ladder | None = None
    value: str | None = None


def would_change(questionnaire: Questionnaire, area: AreaRating) -> WouldChange | None:
    """The ways out of an area's band; None if it is not rated."""
    if area.score is None:
        return None
    parts = _parts(questionnaire, area)
    bands = in_order(questionnaire)
    place = position(questionnaire, area.score)
    up = down = None
    if place + 1 < len(bands):
        limit = bands[place + 1].minimum
        up = _way_up(parts, bands[place + 1].id, limit, limit - area.score)
    if place:
        limit = bands[place].minimum
        down = _way_down(parts, bands[place - 1].id, limit, area.score - limit)
    return WouldChange(up, down)


def _way_up(parts: list[_Part], band: str, limit: Fraction, points: Fraction) -> Way:
    moves = [move for part in parts if (move := _raised(part, points)) is not None]
    return Way(band, limit, points, _best(moves), () if moves else _together(parts, points))


def _way_down(parts: list[_Part], band: str, limit: Fraction, points: Fraction) -> Way:
    moves = [move for part in parts if (move := _lowered(part, points)) is not None]
    return Way(band, limit, points, _best(moves))


def _best(moves: Iterable[Move]) -> tuple[Move, ...]:
    # A fact can be acted on and checked: what people say follows.
    ordered = sorted(moves, key=lambda move: (move.becomes is None, abs(move.after - move.before)))
    return tuple(ordered[:MOST])


def _raised(part: _Part, points: Fraction) -> Move | None:
    """The least move up that lifts the area by so many points."""
    needed = part.points + points / part.share
    if part.ladder is None:
        return _to(part, needed, None) if needed <= part.best else None
    rung = part.ladder.lowest_from(needed)
    return _to(part, rung.points, rung.text) if rung else None


def _lowered(part: _Part, points: Fraction) -> Move | None:
    """The least move down that costs the area more than so many points."""
    limit = part.points - points / part.share
    if part.ladder is None:
        below = part.worst is not None and limit > part.worst
        return replace(_to(part, limit, None), under=True) if below else None
    rung = part.ladder.highest_below(limit)
    return _to(part, rung.points, rung.text) if rung else None


def _together(parts: Sequence[_Part], points: Fraction) -> tuple[Move, ...]:
    """The fewest figures that lift the area by so many points; empty if all at their best do not."""
    moves: list[Move] = []
    for part in sorted(parts, key=lambda part: -_most(part)):
        enough = _raised(part, points)
        if enough:
            return (*moves, enough)
        points -= _most(part)
        moves.append(_to(part, part.best, part.ladder.best.text if part.ladder else None))
    return ()


def _most(part: _Part) -> Fraction:
    """How far a figure can lift the area, in points."""
    return (part.best - part.points) * part.share


def _to(part: _Part, points: Fraction, text: str | None) -> Move:
    return Move(part.id, part.points, points, part.value, text)


def _parts(questionnaire: Questionnaire, area: AreaRating) -> list[_Part]:
    counted = [
        (item, item.score, weighed(item) / area.evidence) for item in area.items if item.score is not None
    ]
    pooled = [(score, share) for item, score, share in counted if item.source == "pooled"]
    parts = [_part(questionnaire, *each) for each in counted if each[0].source != "pooled"]
    if pooled:
        share = Fraction(sum(share for _, share in pooled))
        (figure,) = {score for score, _ in pooled}
        parts.append(_Part(POOLED, share, figure, best=Fraction(100), worst=Fraction(0)))
    return parts


def _part(questionnaire: Questionnaire, rating: ItemRating, score: Fraction, share: Fraction) -> _Part:
    item = questionnaire.items[rating.id]
    if _one_value(rating):
        ladder = ladder_of(questionnaire, item, rating.value)
        value = _text(rating, ladder, score)
        return _Part(rating.id, share, score, best=ladder.best.points, ladder=ladder, value=value)
    options = questionnaire.scale_of(item).options
    points = [turned(item, option.points) for option in options if option.points is not None]
    return _Part(rating.id, share, score, best=max(points), worst=min(points))


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
