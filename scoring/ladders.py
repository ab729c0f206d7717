"""The answers of one item in order of what they are worth: how far it would have to move on its own scale.

Ratios and counts keep their size: "6 of 10" instead of "3 of 10", never "3 of 5".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from questionnaires.answers import read_value
from questionnaires.definition import Item, Questionnaire
from questionnaires.values import Ratio, SexCount, SexRate, Value
from scoring.points import FEWEST_BY_SEX, Mark, mark, turned


@dataclass(frozen=True)
class Rung:
    """One answer: what it is worth (points of 0-100), and its canonical text."""

    points: Fraction
    text: str


@dataclass(frozen=True)
class Ladder:
    """All answers of an item that counts by one value, the worst first; each is made when it is looked at."""

    length: int
    rung: Callable[[int], Rung]

    def lowest_from(self, points: Fraction) -> Rung | None:
        """The least answer worth so many points or more; None if there is none."""
        place = self._first_from(points)
        return self.rung(place) if place < self.length else None

    def highest_below(self, points: Fraction) -> Rung | None:
        """The best answer worth less than so many points; None if there is none."""
        place = self._first_from(points)
        return self.rung(place - 1) if place else None

    def at(self, points: Fraction) -> Rung:
        """The answer that is worth so many points."""
        return self.rung(self._first_from(points))

    def counted_as(self, worth: Callable[[Fraction], Fraction]) -> Ladder:
        """The same answers, each worth what `worth` makes of its points, which keeps their order."""

        def rung(place: int) -> Rung:
            found = self.rung(place)
            return Rung(worth(found.points), found.text)

        return Ladder(self.length, rung)

    @property
    def best(self) -> Rung:
        return self.rung(self.length - 1)

    def _first_from(self, points: Fraction) -> int:
        return bisect_left(range(self.length), points, key=lambda place: self.rung(place).points)


def ladder_of(questionnaire: Questionnaire, item: Item, value: str | None) -> Ladder:
    """The ladder of an item. `value` is the canonical text of what counts now, None where it is a choice."""
    scale = questionnaire.scale_of(item)
    if scale.options:
        worth = [(option.points, option.id) for option in scale.options if option.points is not None]
        rungs = sorted(
            (Rung(turned(item, points), name) for points, name in worth), key=lambda rung: rung.points
        )
        return Ladder(len(rungs), rungs.__getitem__)
    read = read_value(item, scale, str(value))
    if isinstance(read, Ratio):
        return _counted(questionnaire, item, _ratios(item, read))
    if isinstance(read, SexCount):
        return _counted(questionnaire, item, _balances(read))
    assert isinstance(read, SexRate), read  # no other value is worth points
    return _counted(questionnaire, item, _rates(read))


@dataclass(frozen=True)
class _Values:
    """Values that are worth more the further they stand, before an item is turned round."""

    length: int
    at: Callable[[int], Value]


def _counted(questionnaire: Questionnaire, item: Item, values: _Values) -> Ladder:
    last = values.length - 1

    def rung(place: int) -> Rung:
        value = values.at(last - place if item.reverse else place)
        worth = mark(questionnaire, item, value)
        assert isinstance(worth, Mark), value  # each of them is of a size that counts
        return Rung(worth.score, str(value))

    return Ladder(values.length, rung)


def _ratios(item: Item, now: Ratio) -> _Values:
    parts = 2 if item.halves else 1
    return _Values(parts * now.whole + 1, lambda place: Ratio(Fraction(place, parts), now.whole))


def _balances(now: SexCount) -> _Values:
    """From one sex alone to as many women as men; those who are fewer now stay so."""
    total = now.women + now.men

    def at(fewer: int) -> SexCount:
        return SexCount(total - fewer, fewer) if now.women > now.men else SexCount(fewer, total - fewer)

    return _Values(total // 2 + 1, at)


def _rates(now: SexRate) -> _Values:
    """The sex with the lower rate moved, from as few as may count up to the rate of the other."""
    women_lower = now.women * now.of_men <= now.men * now.of_women
    if women_lower:
        fewest = max(0, FEWEST_BY_SEX - now.men)
        return _Values(
            _even(now.men, now.of_men, now.of_women) - fewest + 1,
            lambda place: SexRate(fewest + place, now.of_women, now.men, now.of_men),
        )
    fewest = max(0, FEWEST_BY_SEX - now.women)
    return _Values(
        _even(now.women, now.of_women, now.of_men) - fewest + 1,
        lambda place: SexRate(now.women, now.of_women, fewest + place, now.of_men),
    )


def _even(part: int, whole: int, of_other: int) -> int:
    """How many of the other sex come nearest to the same rate."""
    rate = Fraction(part, whole)
    above = ceil(rate * of_other)

    def alike(other: int) -> Fraction:
        both = rate, Fraction(other, of_other)
        return min(both) / max(both)

    return max((above - 1, above), key=alike)
