"""What would change the band of a front or the overall: one area moved (docs/method.md, rules 2 to 4).

Exact: a limit belongs to the band above it. Every other area stays as it is, and so do all weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, Summary
from scoring.shares import weights_of
from scoring.would_change import (
    MOST,
    Limit,
    Movable,
    Move,
    each_lowered,
    each_raised,
    least,
    limits_beside,
    most_down,
    most_up,
    movables,
    together,
)


@dataclass(frozen=True)
class Reach:
    """How far one area alone can lift the mean at its best, and pull it down at its worst (points)."""

    id: str
    up: Fraction
    down: Fraction


@dataclass(frozen=True)
class AreaMove:
    """One area moved, in points of 0-100; all its items may move for it.

    `before` None: it is not rated today, and `after` is what it must come to once it is. `items`: the fewest
    items of it that bring it there or beyond; of a loss the one item that does it alone, empty where none
    does. `under`: the area must fall below `after`, not to it.
    """

    id: str
    before: Fraction | None
    after: Fraction
    items: tuple[Move, ...] = ()
    under: bool = False


@dataclass(frozen=True)
class AreaWay:
    """From one band to the next: `points` are missing to the limit, or to spare above it.

    `single`: areas each of which is enough, at most three, those with the fewest items to move first.
    `together`: where none is enough, the fewest areas that would do, the last no further than needed (in a
    share no further than its items allow).
    `joining`: areas not rated today that would do by being rated. The last two are empty on the way down.
    """

    band: str
    limit: Fraction
    points: Fraction
    single: tuple[AreaMove, ...]
    together: tuple[AreaMove, ...] = ()
    joining: tuple[AreaMove, ...] = ()


@dataclass(frozen=True)
class SummaryChange:
    """What moves a front or the overall; `up`, `down` None at the ends of the scale.

    `reach`: every rated area, the one that can lift it most first.
    """

    reach: tuple[Reach, ...]
    up: AreaWay | None
    down: AreaWay | None


@dataclass(frozen=True)
class _Inside:
    """A rated area in the mean: as one figure that moves, and the items that move it."""

    whole: Movable
    items: Sequence[Movable]


def summary_change(
    questionnaire: Questionnaire, summary: Summary, areas: Sequence[AreaRating]
) -> SummaryChange | None:
    """The ways out of the band of a front or the overall; `areas` are its own. None if it is not rated."""
    if summary.score is None:
        return None
    inside = _inside(questionnaire, areas)
    above, below = limits_beside(questionnaire, summary.score)
    return SummaryChange(
        reach=_reach(inside),
        up=_up(inside, above, _joining(questionnaire, areas, above)) if above else None,
        down=_down(inside, below) if below else None,
    )


def _inside(questionnaire: Questionnaire, areas: Sequence[AreaRating]) -> dict[str, _Inside]:
    weights = weights_of(questionnaire, areas)
    # An area of weight 0 is rated and moves nothing.
    rated = [(area, area.score) for area in areas if area.score is not None and weights[area.id]]
    of_all = Fraction(sum(weights[area.id] for area, _ in rated))
    return {
        area.id: _area(area.id, weights[area.id] / of_all, score, movables(questionnaire, area))
        for area, score in rated
    }


def _area(name: str, share: Fraction, score: Fraction, items: Sequence[Movable]) -> _Inside:
    best = score + sum(most_up(item) for item in items)
    worst = score - sum(most_down(item) for item in items)
    return _Inside(Movable(name, share, score, best=best, worst=worst), items)


def _reach(inside: dict[str, _Inside]) -> tuple[Reach, ...]:
    found = [Reach(name, most_up(each.whole), most_down(each.whole)) for name, each in inside.items()]
    return tuple(sorted(found, key=lambda reach: -reach.up))


def _up(inside: dict[str, _Inside], limit: Limit, joining: tuple[AreaMove, ...]) -> AreaWay:
    wholes = [each.whole for each in inside.values()]
    band, at, points = limit
    single = _smallest(_lifted(inside, move) for move in each_raised(wholes, points))
    fewest = () if single else tuple(_lifted(inside, move) for move in together(wholes, points))
    return AreaWay(band, at, points, single, fewest, joining)


def _down(inside: dict[str, _Inside], limit: Limit) -> AreaWay:
    band, at, points = limit
    moves = each_lowered([each.whole for each in inside.values()], points)
    return AreaWay(band, at, points, _smallest(_lost(inside, move) for move in moves))


def _smallest(moves: Iterable[AreaMove]) -> tuple[AreaMove, ...]:
    """The fewest items first, then the fewest points; an area that no named items move comes last."""
    ordered = sorted(moves, key=lambda move: (not move.items, len(move.items), _moved(move)))
    return tuple(ordered[:MOST])


def _moved(move: AreaMove) -> Fraction:
    return Fraction(sum(abs(item.after - item.before) for item in move.items))


def _lifted(inside: dict[str, _Inside], move: Move) -> AreaMove:
    area = inside[move.id]
    items = least(area.items, move.after - move.before)
    return AreaMove(move.id, move.before, _with(area, items), items)


def _with(area: _Inside, items: Iterable[Move]) -> Fraction:
    """What an area comes to with these items moved; in a share one brings all, be it more than is needed."""
    shares = {item.id: item.share for item in area.items}
    return area.whole.points + sum((move.after - move.before) * shares[move.id] for move in items)


def _lost(inside: dict[str, _Inside], move: Move) -> AreaMove:
    items = each_lowered(inside[move.id].items, move.before - move.after)
    nearest = sorted(items, key=lambda item: (item.becomes is None, item.before - item.after))
    return AreaMove(move.id, move.before, move.after, tuple(nearest[:1]), under=True)


def _joining(questionnaire: Questionnaire, areas: Sequence[AreaRating], limit: Limit) -> tuple[AreaMove, ...]:
    """What each area that is not rated would have to come to, so that the mean with it is at the limit."""
    weights = weights_of(questionnaire, areas)
    rated = Fraction(sum(weights[area.id] for area in areas if area.score is not None))
    _, at, points = limit
    needed = [
        AreaMove(area.id, None, at + points * rated / weights[area.id])
        for area in areas
        if area.applicable and area.score is None and weights[area.id]
    ]
    return tuple(move for move in needed if move.after <= 100)
