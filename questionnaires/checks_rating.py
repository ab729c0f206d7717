"""What a rating needs: points that order, bands that meet, weights that add up, scales that fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from questionnaires.catalogue import tr, tr_many
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
        message = tr_many(
            "The scale `{id}` has {number} options.",
            "The scale `{id}` has {number} options.",
            len(scale.options),
            id=scale.id,
        )
        yield Mistake(where, message, tr("A scale to choose from needs two or more."))
    if scale.kind not in WITH_POINTS and scale.options:
        message = tr("A scale of kind `{kind}` has no options.", kind=scale.kind)
        yield Mistake(where, message, tr("Delete them, or change the kind."))
    points = [option.points for option in scale.options if option.points is not None]
    if not points or len(scale.options) < 2 or scale.kind not in WITH_POINTS:
        return
    if len(points) < len(scale.options):
        yield Mistake(
            where, tr("Some options of `{id}` have no points.", id=scale.id), tr("Give them points.")
        )
    elif {points[0], points[-1]} != {0, 100}:
        message = tr(
            "The ends of `{id}` are {first} and {last}.",
            id=scale.id,
            first=points[0],
            last=points[-1],
        )
        yield Mistake(where, message, tr("Make them 0 and 100."))
    elif not _rises(points) and not _rises(points[::-1]):
        yield Mistake(
            where, tr("The points of `{id}` go up and down.", id=scale.id), tr("Order the options by points.")
        )


def _rises(numbers: Sequence[Fraction], *, strictly: bool = False) -> bool:
    return all(low < high or (low == high and not strictly) for low, high in pairwise(numbers))


def _asking(place: Place, item: Item) -> Iterator[Mistake]:
    for index, instrument in enumerate(item.instruments):
        if not set(ROLES[instrument]) & set(item.respondents):
            message = tr(
                "`{id}` is asked by {instrument}, but of nobody who answers there.",
                id=item.id,
                instrument=instrument,
            )
            remedy = tr("Add {names} to `respondents`.", names=listed(ROLES[instrument]))
            yield Mistake((*place, "instruments", index), message, remedy)
    if item.evidence == "objective" and "survey" in item.instruments:
        message = tr("`{id}` is objective, but a survey collects perceptions.", id=item.id)
        yield Mistake((*place, "evidence"), message, tr("Write perception, or take the survey away."))
    if item.evidence == "perception" and not set(item.instruments) - {"document_review", "staff_data"}:
        message = tr("`{id}` is a perception, but nobody is asked.", id=item.id)
        yield Mistake((*place, "evidence"), message, tr("Write objective, or ask people."))


def _weight(place: Place, item: Item) -> Iterator[Mistake]:
    if item.weight < 0:
        yield Mistake(
            (*place, "weight"),
            tr("The weight of `{id}` is {weight}.", id=item.id, weight=item.weight),
            tr("Write 0 or more."),
        )


def _on_scale(place: Place, item: Item, scale: Scale) -> Iterator[Mistake]:
    for index, instrument in enumerate(item.instruments):
        if instrument not in INSTRUMENTS[scale.kind]:
            message = tr(
                "`{id}`: {instrument} cannot ask on the scale `{scale}` ({kind}).",
                id=item.id,
                instrument=instrument,
                scale=scale.id,
                kind=scale.kind,
            )
            remedy = tr("Such a scale goes with {names}.", names=listed(INSTRUMENTS[scale.kind]))
            yield Mistake((*place, "instruments", index), message, remedy)
    if item.scored and not _can_score(scale):
        message = tr("`{id}` is scored, but the scale `{scale}` gives no points.", id=item.id, scale=scale.id)
        yield Mistake(
            (*place, "scale"), message, tr("Choose another scale, or write `evidence: information`.")
        )
    if item.reverse and not _reversible(scale):
        message = tr(
            "`{id}` is reversed, but `{scale}` has no two ends to exchange.", id=item.id, scale=scale.id
        )
        yield Mistake((*place, "reverse"), message, tr("Delete `reverse`, or choose another scale."))
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
        message = tr(
            "`{key}` has no meaning on the scale `{id}` ({kind}).", key=key, id=scale.id, kind=scale.kind
        )
        yield Mistake(
            (*place, key), message, tr("It goes with {names}; delete the line.", names=listed(kinds))
        )


def _bands(place: Place, bands: Sequence[Band]) -> Iterator[Mistake]:
    minimums = [band.minimum for band in bands]
    if minimums[0] != 0:
        message = tr("The first band begins at {points}.", points=minimums[0])
        yield Mistake((*place, 0, "minimum"), message, tr("Let it begin at 0."))
    for at, (low, high) in enumerate(pairwise(minimums), start=1):
        if high <= low:
            message = tr(
                "The band `{id}` begins at {points}, not above the one before ({before}).",
                id=bands[at].id,
                points=high,
                before=low,
            )
            yield Mistake((*place, at, "minimum"), message, tr("Order the bands from low to high."))
        elif high >= 100:
            message = tr(
                "The band `{id}` begins at {points}, at the end of the ruler or beyond.",
                id=bands[at].id,
                points=high,
            )
            yield Mistake((*place, at, "minimum"), message, tr("Let it begin below 100."))


def _share(questionnaire: Questionnaire) -> Iterator[Mistake]:
    """A share is told by how many items reach a limit: that must be a limit, and tell nothing of people."""
    share = questionnaire.share
    if share is None:
        return
    yield from _bands(("share", "bands"), share.bands)
    if not 0 < share.from_points <= 100:
        message = tr("`from_points` is {from_points}.", from_points=share.from_points)
        yield Mistake(("share", "from_points"), message, tr("Write a number above 0, up to 100."))
    elif share.from_points not in (band.minimum for band in questionnaire.bands):
        message = tr(
            "`from_points` is {from_points}, where no band of the items begins.",
            from_points=share.from_points,
        )
        yield Mistake(("share", "from_points"), message, tr("Write the minimum of a band under `bands`."))
    for place, item in placed_items(questionnaire):
        if item.scored and (item.evidence != "objective" or item.voice != "facilitator"):
            message = tr(
                "`{id}` asks people; a share would tell how each such item was answered.", id=item.id
            )
            remedy = tr(
                "Rate it by documents (`evidence: objective`, `voice: facilitator`), or delete `share`."
            )
            yield Mistake((*place, "evidence"), message, remedy)


def _areas(questionnaire: Questionnaire) -> Iterator[Mistake]:
    for at, area in enumerate(questionnaire.areas):
        scored = sum(item.scored for item in area.items)
        if area.weight < 0:
            message = tr("The weight of `{id}` is {weight}.", id=area.id, weight=area.weight)
            yield Mistake(("areas", at, "weight"), message, tr("Write 0 or more."))
        if scored < questionnaire.rules.area_items:
            need = questionnaire.rules.area_items
            message = tr_many(
                "`{id}` has {number} scored items; a rating needs {need} (`area_items`).",
                "`{id}` has {number} scored items; a rating needs {need} (`area_items`).",
                scored,
                id=area.id,
                need=need,
            )
            yield Mistake(("areas", at, "items"), message, tr("Add items, or give them weight."))
    if sum(area.weight for area in questionnaire.areas) <= 0:
        yield Mistake(
            ("areas",), tr("The weights of the areas add up to 0."), tr("Give an area a weight above 0.")
        )


def _numbers(questionnaire: Questionnaire) -> Iterator[Mistake]:
    """The numbers of the rules: percentages and points within 0-100, ladders of people in order."""
    rules = questionnaire.rules
    for name, value in rules:
        if isinstance(value, Fraction) and not 0 <= value <= 100:
            yield Mistake(
                ("rules", name),
                tr("`{name}` is {value}.", name=name, value=value),
                tr("Write a number from 0 to 100."),
            )
    for name in ("dead_zones", "gap_flags"):
        people = [Fraction(step.people) for step in getattr(rules, name)]
        if not _rises(people, strictly=True):
            yield Mistake(
                ("rules", name),
                tr("The numbers of people in `{name}` do not rise.", name=name),
                tr("Order them."),
            )
    if rules.dead_zones[0].people != 0:
        message = tr_many(
            "The dead zones begin at {number} people.",
            "The dead zones begin at {number} people.",
            rules.dead_zones[0].people,
        )
        yield Mistake(("rules", "dead_zones", 0, "people"), message, tr("Let the first begin at 0."))
    if rules.overall_areas > len(questionnaire.areas):
        there = len(questionnaire.areas)
        message = tr_many(
            "An overall rating needs {number} areas, but there are {there}.",
            "An overall rating needs {number} areas, but there are {there}.",
            rules.overall_areas,
            there=there,
        )
        yield Mistake(("rules", "overall_areas"), message, tr("Lower `overall_areas`, or add areas."))
