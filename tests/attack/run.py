"""Attacks many made-up units and prints the shares: python -m tests.attack.run [--units 20000] [--whole].

Without --whole a unit is asked a short questionnaire of two areas; with it, all of the published one.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.attack.measured import Measured, measured
from tests.attack.publishing import published
from tests.attack.units import QUESTIONNAIRE, unit
from tests.worked_cases import PGA

AT_ONCE = 100


def shares(numbers: range, *, whole: bool) -> dict[str, Measured]:
    """What came of it by policy and size of the unit."""
    questionnaire = PGA if whole else QUESTIONNAIRE
    kinds = defaultdict(list)
    for number in numbers:
        one = published(unit(number, questionnaire=questionnaire), questionnaire=questionnaire)
        kinds[f"Policy {one.unit.policy}, {one.unit.size} staff"].append(one)
    return {kind: measured(units) for kind, units in kinds.items()}


def main() -> int:
    """Exit code 1 if more was found than what is published may tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--units", type=int, default=20_000, help="made-up units to attack")
    asked.add_argument("--first", type=int, default=0, help="the number of the first one")
    asked.add_argument("--whole", action="store_true", help="whole audits of the published questionnaire")
    options = asked.parse_args()
    found = attacked(options.first, options.first + options.units, options.whole)
    whole = sum_of(found.values())
    for kind, one in sorted(found.items()):
        print(f"{kind}: {one.words}")
    print(f"All: {whole.words}")
    print(*whole.worst, *whole.misread, sep="\n")
    return 0 if whole.units.within and not whole.recovered and not whole.misread else 1


def attacked(first: int, last: int, whole: bool) -> dict[str, Measured]:
    """The shares of all units, counted on every processor."""
    parts = [range(start, min(start + AT_ONCE, last)) for start in range(first, last, AT_ONCE)]
    found: dict[str, list[Measured]] = defaultdict(list)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for number, each in enumerate(pool.map(partial(shares, whole=whole), parts), 1):
            print(f"\r{number} of {len(parts)} parts ...", end="", file=sys.stderr)
            for kind, one in each.items():
                found[kind].append(one)
    print(file=sys.stderr)
    return {kind: sum_of(each) for kind, each in found.items()}


def sum_of(found: Iterable[Measured]) -> Measured:
    first, *others = found
    return sum(others, start=first)


if __name__ == "__main__":
    sys.exit(main())
