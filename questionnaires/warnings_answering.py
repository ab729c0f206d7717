"""Items that somebody cannot answer, or cannot decline to answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from questionnaires.answers import codes_taken
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.checks_rating import ROLES
from questionnaires.definition import Constituent, Item, Preset, Questionnaire, Reason, UnitType
from questionnaires.mistakes import Place, listed, placed_items
from questionnaires.routing import STAFF_ROLES
from questionnaires.warning import EditorWarning

NOT_OF_VIEWS: dict[Reason, str] = {
    "N2": marked("Drop the preset: what people think of it is not decided elsewhere."),
    "N3": marked("Drop the preset: `minimum_staff` is what protects people in small units."),
    "N4": marked("Drop the preset: people can answer in a first audit too."),
}
"""Reasons of a preset that cannot hold for what people are asked, and what to do, with why."""


def answering(questionnaire: Questionnaire) -> Iterator[EditorWarning]:
    """Sensitive items without a way out, what is never asked, presets that contradict their item."""
    for place, item in placed_items(questionnaire):
        yield from _no_way_out(questionnaire, place, item)
        yield from _never_reached(place, item)
        yield from _no_common_form(questionnaire, place, item)
        yield from _left_out_everywhere(place, item)
        for at, preset in enumerate(item.na_preset):
            yield from _contradiction((*place, "na_preset", at), item, preset)


def _no_way_out(questionnaire: Questionnaire, place: Place, item: Item) -> Iterator[EditorWarning]:
    scale = questionnaire.scale.get(item.scale)
    if item.sensitivity == "none" or scale is None:
        return
    for at, instrument in enumerate(item.instruments):
        if "pnts" not in codes_taken(item, scale, instrument):
            message = tr(
                "`{id}` is sensitive, but {instrument} takes no “prefer not to say”.",
                id=item.id,
                instrument=instrument,
            )
            remedy = tr("Add `pnts` to the codes of `{id}`, or ask people instead.", id=scale.id)
            yield EditorWarning("no_way_out", (*place, "instruments", at), message, remedy)


def _never_reached(place: Place, item: Item) -> Iterator[EditorWarning]:
    asked = {role for instrument in item.instruments for role in ROLES[instrument]}
    for at, role in enumerate(item.respondents):
        if role not in asked:
            message = tr(
                "`{id}` is for {role}, but {names} never asks them.",
                id=item.id,
                role=role,
                names=listed(item.instruments),
            )
            remedy = tr("Take the respondent out, or add the instrument that asks them.")
            yield EditorWarning("never_asked", (*place, "respondents", at), message, remedy)


def _no_common_form(questionnaire: Questionnaire, place: Place, item: Item) -> Iterator[EditorWarning]:
    """A condition on what somebody else answers is never met."""
    other = questionnaire.items.get(item.asked_if.item) if item.asked_if else None
    if other is None:
        return
    common = set(item.instruments) & set(other.instruments)
    by_paper = common & {"document_review", "staff_data"}
    if common and not by_paper and not _people(item) & _people(other):
        message = tr(
            "`{id}` can never be asked: nobody who is asked it is asked `{other}` before.",
            id=item.id,
            other=other.id,
        )
        remedy = tr("Give both the same respondents, or delete `asked_if`.")
        yield EditorWarning("never_asked", (*place, "asked_if"), message, remedy)


def _people(item: Item) -> set[str]:
    return {*item.respondents, *(STAFF_ROLES if "staff" in item.respondents else ())}


def _left_out_everywhere(place: Place, item: Item) -> Iterator[EditorWarning]:
    # `under_staff` leaves the item to larger units of the kind.
    limited = [one for one in item.na_preset if one.under_staff is None]
    units = {kind for preset in limited for kind in preset.unit_types}
    constituents = {kind for preset in limited for kind in preset.constituents}
    if constituents == set(get_args(Constituent)):
        units.add("constituent")
    if units == set(get_args(UnitType)):
        message = tr(
            "`{id}` is proposed as not applicable in every kind of unit; none would answer it.", id=item.id
        )
        remedy = tr("Take a kind of unit out of `unit_types` or `constituents`, or drop the item.")
        yield EditorWarning("left_out_everywhere", (*place, "na_preset"), message, remedy)


def _contradiction(place: Place, item: Item, preset: Preset) -> Iterator[EditorWarning]:
    if item.evidence == "perception" and preset.reason in NOT_OF_VIEWS:
        message = tr(
            "`{id}` asks what people think, but its preset says {reason}.", id=item.id, reason=preset.reason
        )
        remedy = tr(NOT_OF_VIEWS[preset.reason])
        yield EditorWarning("preset_contradicts", (*place, "reason"), message, remedy)
    if preset.under_staff and item.minimum_staff and preset.under_staff <= item.minimum_staff:
        message = tr_many(
            "In units under {number} staff `{id}` is not asked anyway.",
            "In units under {number} staff `{id}` is not asked anyway.",
            preset.under_staff,
            id=item.id,
        )
        remedy = tr("Drop the preset: `minimum_staff` is {least}.", least=item.minimum_staff)
        yield EditorWarning("preset_contradicts", (*place, "under_staff"), message, remedy)
