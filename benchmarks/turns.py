"""Two programs by turns, so that a busy machine slows both."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Ratio:
    """Ours and the bare one in seconds; `limit` is how many times the bare one ours may take."""

    ours: float
    bare: float
    limit: float

    def __str__(self) -> str:
        times = self.ours / self.bare
        verdict = "ok" if times <= self.limit else "TOO SLOW"
        aim = "for information)" if self.limit == math.inf else f"at most {self.limit} x) {verdict:8}"
        return f"{times:5.2f} x ({aim}  {self.ours * 1000:.1f} ms against {self.bare * 1000:.1f} ms bare"


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def by_turns(ours: Callable[[], object], bare: Callable[[], object], rounds: int, limit: float) -> Ratio:
    """Both once to warm up, then by turns, changing who goes first."""
    ours(), bare()
    taken: dict[Callable[[], object], list[float]] = {ours: [], bare: []}
    for turn in range(rounds):
        for action in (ours, bare) if turn % 2 else (bare, ours):
            taken[action].append(seconds(action))
    return Ratio(median(taken[ours]), median(taken[bare]), limit)
