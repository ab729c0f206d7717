"""Linear inequalities over unknown sums of points, and the interval they leave for a mean (HiGHS)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import block_diag, csr_array

Sum = Mapping[Hashable, float]
"""A linear combination: unknown -> factor."""
Row = tuple[Sum, float, float, str]
"""A combination, between what it lies, and which printed figure says so."""
Floats = NDArray[np.float64]
WIDE = 50.0
"""An interval of so many points is wide enough: its ends are not looked for any further."""
AT_ONCE = 100


@dataclass(frozen=True)
class Interval:
    """What is left possible for a mean, in points of 0-100; at least this much where it is wide enough."""

    low: float
    high: float

    @property
    def width(self) -> float:
        return max(0.0, self.high - self.low)


@dataclass
class Equations:
    """All that one unit's publications say: bounds of each unknown, and rows low <= sum <= high."""

    unknowns: dict[Hashable, tuple[float, float]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def unknown(self, name: Hashable, low: float, high: float) -> None:
        self.unknowns.setdefault(name, (low, high))

    def says(self, what: Sum, low: float, high: float, words: str) -> None:
        """A printed figure: the combination lies between the two; `words` say which it is."""
        if what:
            self.rows.append((what, low, high, words))

    def broken(self, values: Mapping[Hashable, float]) -> list[str]:
        """Rows that the true values contradict: there the attacker misread what is printed."""
        return [
            f"{words}: {total:.4f} not in {low:.4f} to {high:.4f}"
            for what, low, high, words in self.rows
            if all(name in values for name in what)
            and not low - 1e-6
            <= (total := sum(factor * values[name] for name, factor in what.items()))
            <= high + 1e-6
        ]


class ImpossibleError(AssertionError):
    """The printed figures contradict each other as the attacker reads them."""


class Programme:
    """One unit's rows and aims as arrays, and the ends found so far.

    Every solution is a possible world: it widens the interval of every aim, so few aims need their own.
    """

    def __init__(self, equations: Equations, aims: Sequence[Sum]) -> None:
        place = {name: number for number, name in enumerate(equations.unknowns)}
        self.equations = equations
        self.bounds = list(equations.unknowns.values())
        self.matrix, self.limits = _rows(equations, place)
        self.aims = np.zeros((len(aims), len(place)))
        for number, aim in enumerate(aims):
            for name, factor in aim.items():
                self.aims[number, place[name]] = factor
        self.low, self.high = np.full(len(aims), np.inf), np.full(len(aims), -np.inf)
        self.solved = np.zeros(len(aims), dtype=bool)

    def next_aim(self, wide: float) -> Floats | None:
        """All aims at once, then each that is not wide yet; None when nothing is left to look for."""
        if len(self.aims) == 0:
            return None
        if np.isinf(self.low[0]):
            total: Floats = self.aims.sum(axis=0)
            return total
        narrow = np.flatnonzero(~self.solved & (self.high - self.low < wide))
        if len(narrow) == 0:
            return None
        self.solved[narrow[0]] = True
        aim: Floats = self.aims[narrow[0]]
        return aim

    def see(self, world: Floats) -> None:
        means = self.aims @ world
        self.low, self.high = np.minimum(self.low, means), np.maximum(self.high, means)


def intervals(units: Sequence[tuple[Equations, Sequence[Sum]]], wide: float = WIDE) -> list[list[Interval]]:
    """For each unit the interval of each of its aims, exact where it is narrower than `wide`.

    Units share no unknown, so many of them are solved as one programme.
    """
    programmes = [Programme(equations, aims) for equations, aims in units]
    todo = [(one, aim) for one in programmes if (aim := one.next_aim(wide)) is not None]
    while todo:
        for start in range(0, len(todo), AT_ONCE):
            _solve(todo[start : start + AT_ONCE])
        todo = [(one, aim) for one, _ in todo if (aim := one.next_aim(wide)) is not None]
    return [
        [Interval(float(low), float(high)) for low, high in zip(one.low, one.high, strict=True)]
        for one in programmes
    ]


def _solve(todo: Sequence[tuple[Programme, Floats]]) -> None:
    cost = np.concatenate([aim for _, aim in todo])
    solved: dict[str, Any] = {
        "A_ub": block_diag([one.matrix for one, _ in todo], format="csr"),
        "b_ub": np.concatenate([one.limits for one, _ in todo]),
        "bounds": [pair for one, _ in todo for pair in one.bounds],
        "method": "highs",
    }
    ends = np.cumsum([len(aim) for _, aim in todo])[:-1]
    for sign in (1.0, -1.0):
        world = linprog(sign * cost, **solved)
        if world.x is None:
            raise ImpossibleError("; ".join(row for one, _ in todo for row in contradiction(one.equations)))
        for (one, _), part in zip(todo, np.split(world.x, ends), strict=True):
            one.see(part)


def contradiction(equations: Equations) -> list[str]:
    """The fewest rows that cannot all be true, in words; empty if all can be."""
    kept = list(equations.rows)
    if _possible(equations, kept):
        return []
    for row in equations.rows:
        fewer = [one for one in kept if one is not row]
        if not _possible(equations, fewer):
            kept = fewer
    return [f"{words} in {low:.4f} to {high:.4f}" for _, low, high, words in kept]


def _possible(equations: Equations, rows: list[Row]) -> bool:
    tried = Programme(Equations(equations.unknowns, rows), [])
    cost = np.zeros(len(equations.unknowns))
    found = linprog(cost, A_ub=tried.matrix, b_ub=tried.limits, bounds=tried.bounds, method="highs")
    return found.x is not None


def _rows(equations: Equations, place: Mapping[Hashable, int]) -> tuple[csr_array, Floats]:
    """Rows as `matrix x <= limits`, each printed figure twice: from above and from below."""
    data: list[float] = []
    columns: list[int] = []
    ends, limits = [0], []
    for what, low, high, _ in equations.rows:
        for sign, limit in ((1.0, high), (-1.0, -low)):
            data += [sign * factor for factor in what.values()]
            columns += [place[name] for name in what]
            ends.append(len(data))
            limits.append(limit)
    return csr_array((data, columns, ends), shape=(len(limits), len(place))), np.array(limits)
