"""Drawing who is interviewed: women and men in turn, all categories, the same for the same list and seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, zip_longest

from audit_engine.kit.staff_list import Person
from exports.kit.filling import EVERYBODY
from exports.kit.material import InterviewPlan, Seat

FEWEST, MOST = 8, 12
"""People to be interviewed in a unit that is not heard as a whole (docs/method.md, interviews)."""
_EACH_MORE = 10
"""Of so many more on the list one more is heard, up to the most."""


def draw(people: Sequence[Person], seed: str) -> InterviewPlan:
    """The plan. Under 12 people everybody is heard; else those heard for their function, and drawn ones.

    Chance comes from the seed and the number of a line alone, so that anybody can repeat the draw.
    """
    if len(people) < EVERYBODY:
        return InterviewPlan(
            seed, len(people), tuple(_seat(person, person.always) for person in people), True
        )
    always = [person for person in people if person.always]
    rest = [person for person in people if not person.always]
    wanted = max(size(len(people)) - len(always), _least(always))
    drawn = list(_in_turn(always, rest, seed))[:wanted]
    seats = [_seat(person, True) for person in always] + [_seat(person, False) for person in drawn]
    return InterviewPlan(seed, len(people), tuple(seats), False)


def size(listed: int) -> int:
    """How many people are heard of so many on the list."""
    return min(MOST, FEWEST + (listed - EVERYBODY) // _EACH_MORE)


def _least(always: Sequence[Person]) -> int:
    """However many are heard for their function, at least two women and two men are drawn beside them."""
    return 4 if always else FEWEST


def _seat(person: Person, fixed: bool) -> Seat:
    return Seat(person.line, person.function, person.sex, fixed)


def _in_turn(always: Sequence[Person], rest: Sequence[Person], seed: str) -> Iterator[Person]:
    """One of each sex in turn, beginning with the sex of which fewer are heard already.

    Whoever has no sex on the list stands in both rows, and comes once.
    """
    rows = [list(_through_categories(rest, sex, seed)) for sex in ("woman", "man")]
    heard = [sum(person.sex == sex for person in always) for sex in ("woman", "man")]
    if heard[1] < heard[0]:
        rows.reverse()
    found = chain.from_iterable(zip_longest(*rows))
    return iter(dict.fromkeys(person for person in found if person is not None))


def _through_categories(people: Iterable[Person], sex: str, seed: str) -> Iterator[Person]:
    """The people of a sex in drawn order, one of each category in turn."""
    mixed = sorted(
        (person for person in people if person.sex in (sex, "")), key=lambda p: _chance(seed, p.line)
    )
    rows: dict[str, list[Person]] = {}
    for person in mixed:
        rows.setdefault(person.category or person.function.casefold(), []).append(person)
    found = chain.from_iterable(zip_longest(*rows.values()))
    return (person for person in found if person is not None)


def _chance(seed: str, line: int) -> bytes:
    return sha256(f"{seed} {line}".encode()).digest()
