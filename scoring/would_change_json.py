"""What would change a band, for programs (docs/explain-json.md): absent means null, figures as fractions."""

from __future__ import annotations

from typing import Any

from scoring.rounding import exact, six_decimals
from scoring.summary_change import AreaMove, AreaWay, SummaryChange
from scoring.would_change import Move, Way, WouldChange


def would_change_json(ways: WouldChange | None) -> dict[str, Any] | None:
    """The ways out of an area's band; null if it is not rated."""
    return None if ways is None else {"up": _way(ways.up), "down": _way(ways.down)}


def summary_change_json(ways: SummaryChange | None) -> dict[str, Any] | None:
    """The ways out of the band of a front or the overall; null if it is not rated."""
    if ways is None:
        return None
    reach = [{"id": one.id, "up": exact(one.up), "down": exact(one.down)} for one in ways.reach]
    return {"reach": reach, "up": _area_way(ways.up), "down": _area_way(ways.down)}


def _way(way: Way | None) -> dict[str, Any] | None:
    if way is None:
        return None
    return _limit(way) | {
        "single": [_move(move) for move in way.single],
        "together": [_move(move) for move in way.together],
    }


def _area_way(way: AreaWay | None) -> dict[str, Any] | None:
    if way is None:
        return None
    return _limit(way) | {
        "single": [_area_move(move) for move in way.single],
        "together": [_area_move(move) for move in way.together],
        "joining": [_area_move(move) for move in way.joining],
    }


def _limit(way: Way | AreaWay) -> dict[str, Any]:
    return {"band": way.band, "limit": six_decimals(way.limit), "points": exact(way.points)}


def _move(move: Move) -> dict[str, Any]:
    return {
        "id": move.id,
        "from": exact(move.before),
        "to": exact(move.after),
        "under": move.under,
        "value": move.value,
        "becomes": move.becomes,
    }


def _area_move(move: AreaMove) -> dict[str, Any]:
    return {
        "id": move.id,
        "from": None if move.before is None else exact(move.before),
        "to": exact(move.after),
        "under": move.under,
        "items": [_move(item) for item in move.items],
    }
