"""What a rating needs: points that order, bands that meet, weights that add up, scales that fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from questionnaires.definition import Instrument, Item, Questionnaire, Role, Scale, ScaleKind
from questionnaires.mistakes import Mistake, Place, listed, placed_items
from questionnaires.rules import Band

INSTRUMENTS: dict[ScaleKind, tuple[Instrument, ...]] = {
    "choice": ("interview", "survey", "document_review", "staff_data", "workshop"),
    "ratio": ("document_review", "staff_data", "workshop"),
    "sexcount": ("document_review", "staff_data"),
    "sexrate": ("document_review", "staff_data"),
    "count": ("document_review", "staff_data"),
    "votes": ("workshop",),
}
ROLES: dict[Instrument, tuple[Role, ...]] = {
    "interview": ("staff", "director", "focal_point", "hr_officer", "facilitator", "partner"),
    "survey": ("staff",),
    "document_review": ("facilitator", "hr_officer"),
    "staff_data": ("facilitator", "hr_officer"),
    "workshop": ("group", "staff"),
}
WITH_POINTS: tuple[ScaleKind, ...] = ("choice", "votes")


def rating(questionnaire: Questionnaire) -> Iterator[Mistake]:
    """What would make a rating impossible, or mean something else than it says."""
    for at, scale in enumerate(questionnaire.scales):
        yield from _scale(("scales", at), scale)
    for place, item in placed_items(questionnaire):
        scale_of = questionnaire.scale.get(item.scale)
        yield from _asking(place, item)
        yield from _weight(place, item)
        if scale_of:
            yield from _on_scale(place, item, scale_of)
    yield from _bands(("bands",), questionnaire.bands)
    yield from _share(questionnaire)
    yield from _areas(questionnaire)
    yield from _numbers(questionnaire)


def _scale(place: Place, scale: Scale) -> Iterator[Mistake]:
    where = (*place, "options") if scale.options else place
    if scale.kind in WITH_POINTS and len(scale.options) < 2:
        message = f"The scale `{scale.id}` has {len(scale.options)} options."
        yield Mistake(where, message, "A scale to choose from needs two or more.")
    if scale.kind not in WITH_POINTS and scale.options:
        message = f"A scale of kind `{scale.kind}` has no options."
        yield Mistake(where, message, "Delete them, or change the kind.")
    points = [option.points for option in scale.options if option.points is not None]
    if not points or len(scale.options) < 2 or scale.kind not in WITH_POINTS:
        return
    if len(points) < len(scale.options):
        yield Mistake(where, f"Some options of `{scale.id}` have no points.", "Give them points.")
    elif {points[0], points[-1]} != {0, 100}:
        message = f"The ends of `{scale.id}` are {points[0]} and {points[-1]}."
        yield Mistake(where, message, "Make them 0 and 100.")
    elif not _rises(points) and not _rises(points[::-1]):
        yield Mistake(where, f"The points of `{scale.id}` go up and down.", "Order the options by points.")


def _rises(numbers: Sequence[Fraction], *, strictly: bool = False) -> bool:
    return all(low < high or (low == high and not strictly) for low, high in pairwise(numbers))


def _asking(place: Place, item: Item) -> Iterator[Mistake]:
    for index, instrument in enumerate(item.instruments):
        if not set(ROLES[instrument]) & set(item.respondents):
            message = f"`{item.id}` is asked by {instrument}, but of nobody who answers there."
            remedy = f"Add {listed(ROLES[instrument])} to `respondents`."
            yield Mistake((*place, "instruments", index), message, remedy)
    if item.evidence == "objective" and "survey" in item.instruments:
        message = f"`{item.id}` is objective, but a survey collects perceptions."
        yield Mistake((*place, "evidence"), message, "Write perception, or take the survey away.")
    if item.evidence == "perception" and not set(item.instruments) - {"document_review", "staff_data"}:
        message = f"`{item.id}` is a perception, but nobody is asked."
        yield Mistake((*place, "evidence"), message, "Write objective, or ask people.")


def _weight(place: Place, item: Item) -> Iterator[Mistake]:
    if item.weight < 0:
        yield Mistake((*place, "weight"), f"The weight of `{item.id}` is {item.weight}.", "Write 0 or more.")


def _on_scale(place: Place, item: Item, scale: Scale) -> Iterator[Mistake]:
    for index, instrument in enumerate(item.instruments):
        if instrument not in INSTRUMENTS[scale.kind]:
            message = f"`{item.id}`: {instrument} cannot ask on the scale `{scale.id}` ({scale.kind})."
            remedy = f"Such a scale goes with {listed(INSTRUMENTS[scale.kind])}."
            yield Mistake((*place, "instruments", index), message, remedy)
    if item.scored and not _can_score(scale):
        message = f"`{item.id}` is scored, but the scale `{scale.id}` gives no points."
        yield Mistake((*place, "scale"), message, "Choose another scale, or write `evidence: information`.")
    if item.reverse and not _reversible(scale):
        message = f"`{item.id}` is reversed, but `{scale.id}` has no two ends to exchange."
        yield Mistake((*place, "reverse"), message, "Delete `reverse`, or choose another scale.")
    yield from _only(place, "halves", item.halves, scale, ("ratio",))
    yield from _only(place, "minimum_total", item.minimum_total, scale, ("sexcount", "sexrate"))


def _can_score(scale: Scale) -> bool:
    if scale.kind in WITH_POINTS:
        return any(option.points is not None for option in scale.options)
    return scale.kind != "count"


def _reversible(scale: Scale) -> bool:
    return scale.kind == "ratio" or len({option.points for option in scale.options} - {None}) >= 2


def _only(
    place: Place, key: str, value: Any, scale: Scale, kinds: tuple[ScaleKind, ...]
) -> Iterator[Mistake]:
    if value and scale.kind not in kinds:
        message = f"`{key}` has no meaning on the scale `{scale.id}` ({scale.kind})."
        yield Mistake((*place, key), message, f"It goes with {listed(kinds)}; delete the line.")


def _bands(place: Place, bands: Sequence[Band]) -> Iterator[Mistake]:
    minimums = [band.minimum for band in bands]
    if minimums[0] != 0:
        message = f"The first band begins at {minimums[0]}."
        yield Mistake((*place, 0, "minimum"), message, "Let it begin at 0.")
    for at, (low, high) in enumerate(pairwise(minimums), start=1):
        begins = f"The band `{bands[at].id}` begins at {high}"
        if high <= low:
            message = f"{begins}, not above the one before ({low})."
            yield Mistake((*place, at, "minimum"), message, "Order the bands from low to high.")
        elif high >= 100:
            message = f"{begins}, at the end of the ruler or beyond."
            yield Mistake((*place, at, "minimum"), message, "Let it begin below 100.")


def _share(questionnaire: Questionnaire) -> Iterator[Mistake]:
    """A share is told by how many items reach a limit: that must be a limit, and tell nothing of people."""
    share = questionnaire.share
    if share is None:
        return
    yield from _bands(("share", "bands"), share.bands)
    if not 0 < share.from_points <= 100:
        message = f"`from_points` is {share.from_points}."
        yield Mistake(("share", "from_points"), message, "Write a number above 0, up to 100.")
    elif share.from_points not in (band.minimum for band in questionnaire.bands):
        message = f"`from_points` is {share.from_points}, where no band of the items begins."
        yield Mistake(("share", "from_points"), message, "Write the minimum of a band under `bands`.")
    for place, item in placed_items(questionnaire):
        if item.scored and (item.evidence != "objective" or item.voice != "facilitator"):
            message = f"`{item.id}` asks people; a share would tell how each such item was answered."
            remedy = "Rate it by documents (`evidence: objective`, `voice: facilitator`), or delete `share`."
            yield Mistake((*place, "evidence"), message, remedy)


def _areas(questionnaire: Questionnaire) -> Iterator[Mistake]:
    for at, area in enumerate(questionnaire.areas):
        scored = sum(item.scored for item in area.items)
        if area.weight < 0:
            message = f"The weight of `{area.id}` is {area.weight}."
            yield Mistake(("areas", at, "weight"), message, "Write 0 or more.")
        if scored < questionnaire.rules.area_items:
            need = questionnaire.rules.area_items
            message = f"`{area.id}` has {scored} scored items; a rating needs {need} (`area_items`)."
            yield Mistake(("areas", at, "items"), message, "Add items, or give them weight.")
    if sum(area.weight for area in questionnaire.areas) <= 0:
        yield Mistake(("areas",), "The weights of the areas add up to 0.", "Give an area a weight above 0.")


def _numbers(questionnaire: Questionnaire) -> Iterator[Mistake]:
    """The numbers of the rules: percentages and points within 0-100, ladders of people in order."""
    rules = questionnaire.rules
    for name, value in rules:
        if isinstance(value, Fraction) and not 0 <= value <= 100:
            yield Mistake(("rules", name), f"`{name}` is {value}.", "Write a number from 0 to 100.")
    for name in ("dead_zones", "gap_flags"):
        people = [Fraction(step.people) for step in getattr(rules, name)]
        if not _rises(people, strictly=True):
            yield Mistake(("rules", name), f"The numbers of people in `{name}` do not rise.", "Order them.")
    if rules.dead_zones[0].people != 0:
        message = f"The dead zones begin at {rules.dead_zones[0].people} people."
        yield Mistake(("rules", "dead_zones", 0, "people"), message, "Let the first begin at 0.")
    if rules.overall_areas > len(questionnaire.areas):
        there = len(questionnaire.areas)
        message = f"An overall rating needs {rules.overall_areas} areas, but there are {there}."
        yield Mistake(("rules", "overall_areas"), message, "Lower `overall_areas`, or add areas.")
