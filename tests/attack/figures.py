"""What one printed figure says of the exact one, and means as sums of unknowns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, gcd

from questionnaires.definition import Item, Questionnaire
from tests.attack.equations import Sum
from tests.attack.known import Crowd
from tests.attack.publications import Cells, Printed

TENTH, STEP = 0.1, 5.0
HAIR = 1e-6
IN_STEPS = "steps of 5"

Ends = tuple[float, float]
"""Between what a figure lies, in points of 0-100."""


def step_of(cells: Cells) -> float:
    """How finely an area's own figures are printed."""
    return STEP if IN_STEPS in cells.words else TENTH


def interval(printed: Printed, step: float) -> Ends:
    """Between what the exact figure lies; nothing is known where no figure is printed."""
    if isinstance(printed, float):
        return printed - step / 2, printed + step / 2
    if printed and printed.startswith("about"):
        return 0.0, 100.0  # made of items as printed: it tells nothing that they do not
    if printed and printed[:2] in (">=", "<="):
        value = float(printed[2:].strip())
        return (value - step / 2, 100.0) if printed[0] == ">" else (0.0, value + step / 2)
    return 0.0, 100.0


def of_band(questionnaire: Questionnaire, printed: str) -> Ends:
    """What the word of a band says of the exact figure; a line without one says nothing."""
    starts = sorted((float(band.minimum), band.label) for band in questionnaire.bands)
    for place, (minimum, label) in enumerate(starts):
        if printed.endswith(label):
            last = place + 1 == len(starts)
            return minimum, 100.0 if last else starts[place + 1][0] - HAIR
    return 0.0, 100.0


def of_bound(told: Ends, printed: Printed) -> Ends:
    """What the word of a band says where the figure is printed as ">= ...": one end only."""
    if not isinstance(printed, str):
        return told
    low, high = told
    return (low if printed.startswith(">=") else 0.0), (high if printed.startswith("<=") else 100.0)


def of_item(questionnaire: Questionnaire, item: Item, cells: Cells, people: int) -> Ends:
    """Between what the mean of so many answers lies; their sum is a multiple of the options' distance."""
    low, high = of_band(questionnaire, cells.band) if item.sensitivity == "high" else (0.0, 100.0)
    told = interval(cells.score, TENTH)
    low, high = max(low, told[0]), min(high, told[1])
    guard = 50 / people
    if isinstance(cells.score, float):
        low, high = max(low, guard + HAIR), min(high, 100 - guard - HAIR)
    elif cells.score and cells.score.startswith(">="):
        low = max(low, 100 - guard)
    elif cells.score and cells.score.startswith("<="):
        high = min(high, guard)
    points = [
        int(option.points) for option in questionnaire.scale_of(item).options if option.points is not None
    ]
    distance = gcd(*points) / people
    return ceil(low / distance - HAIR) * distance, floor(high / distance + HAIR) * distance


def answers_to(crowds: Iterable[Crowd], item: str) -> int:
    return sum(crowd.answers.get(item, 0) for crowd in crowds)


def mean(crowds: Sequence[Crowd], items: Iterable[str]) -> Sum:
    """The mean of all answers of some crowds to some items; empty where there is none."""
    parts = [
        ((crowd.name, item), crowd.answers[item])
        for crowd in crowds
        for item in items
        if item in crowd.answers
    ]
    number = sum(answers for _, answers in parts)
    return {name: 1 / number for name, _ in parts}


def average(means: Sequence[Sum]) -> Sum:
    """The mean of means, each with the same weight."""
    found: dict[object, float] = {}
    for mean in means:
        for name, factor in mean.items():
            found[name] = found.get(name, 0.0) + factor / len(means)
    return found
