"""Which items are asked: of whom, by which instrument, in a unit of this size.

Nothing is stored about where a sitting stands: what is asked next follows from the answers so far.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from questionnaires.definition import (
    Area,
    Constituent,
    Instrument,
    Item,
    Preset,
    ProfileQuestion,
    Prompt,
    Questionnaire,
    Reason,
    Role,
    UnitType,
)
from questionnaires.scope import has_survey

STAFF_ROLES: tuple[Role, ...] = ("staff", "director", "focal_point", "hr_officer")
NOT_ASKED = "not_asked"
"""Stored in place of an answer that a changed earlier answer made irrelevant."""


@dataclass(frozen=True)
class Setting:
    """What about the audited unit decides what is asked.

    `invited` counts the staff, that is the people invited to the survey. `staff` holds the declared cells
    of the staff table, category -> (women, men). `switched_off`: item id -> reason, the presets that the
    facilitation team switched on.
    """

    invited: int
    staff: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    unit_type: UnitType | None = None
    constituent: Constituent | None = None
    switched_off: Mapping[str, Reason] = field(default_factory=dict)


def survey_held(questionnaire: Questionnaire, setting: Setting) -> bool:
    """Whether there is a survey, and the unit is large enough for it (docs/method.md, staff size)."""
    return has_survey(questionnaire) and setting.invited >= questionnaire.rules.no_survey_staff


def small_unit(questionnaire: Questionnaire, setting: Setting) -> bool:
    """Whether people's answers may only be pooled over an area (docs/method.md, staff size)."""
    return setting.invited < questionnaire.rules.small_unit_staff


def asked_here(item: Item, setting: Setting) -> bool:
    """Whether this audit asks the item at all, by the size of the unit."""
    return item.minimum_staff is None or setting.invited >= item.minimum_staff


def profile_questions(questionnaire: Questionnaire, setting: Setting) -> tuple[ProfileQuestion, ...]:
    """The questions about the respondent that a unit of this size asks."""
    return tuple(question for question in questionnaire.profile if _profile_asked(question, setting))


def about_person(
    questionnaire: Questionnaire, setting: Setting, instrument: Instrument
) -> tuple[ProfileQuestion, ...]:
    """The same on the forms of an instrument; papers and staff data are nobody's person."""
    asks = instrument in ("survey", "interview")
    return profile_questions(questionnaire, setting) if asks else ()


def _profile_asked(question: ProfileQuestion, setting: Setting) -> bool:
    if setting.invited < question.minimum_staff:
        return False
    if question.minimum_cell is None:
        return True
    cells = [number for pair in setting.staff.values() for number in pair]
    return bool(cells) and min(cells) >= question.minimum_cell


def items_for(
    questionnaire: Questionnaire, setting: Setting, instrument: Instrument, role: Role
) -> tuple[Item, ...]:
    """The items that one sitting asks, in the order of the areas.

    Where a survey is held, an interview asks staff no closed survey item; what a facilitator rates is
    asked only of the head. What the team switched off for the whole audit is left out.
    """
    return tuple(
        item
        for item in questionnaire.items.values()
        if asked_here(item, setting)
        and item.id not in setting.switched_off
        and may_answer(questionnaire, setting, item, instrument, role)
        and not (instrument == "interview" and _left_to_others(questionnaire, setting, item, role))
    )


def may_answer(
    questionnaire: Questionnaire, setting: Setting, item: Item, instrument: Instrument, role: Role
) -> bool:
    """Whether an answer to the item can come by this instrument from this role.

    Where no survey is held its items are asked in interviews. Items that a facilitator rates may be heard
    from anybody. In documents and staff data the role does not matter: the paper answers.
    """
    if not takes(questionnaire, setting, item, instrument):
        return False
    if instrument == "interview":
        return _heard_from(item, role)
    if instrument == "survey":
        return role in STAFF_ROLES
    return role != "partner" if instrument == "workshop" else True


def takes(questionnaire: Questionnaire, setting: Setting, item: Item, instrument: Instrument) -> bool:
    """Whether the instrument asks the item at all in this audit."""
    stands_in = instrument == "interview" and not survey_held(questionnaire, setting)
    return instrument in item.instruments or (stands_in and "survey" in item.instruments)


def _heard_from(item: Item, role: Role) -> bool:
    if "facilitator" in item.respondents:
        return True
    return role in item.respondents or ("staff" in item.respondents and role in STAFF_ROLES)


def _left_to_others(questionnaire: Questionnaire, setting: Setting, item: Item, role: Role) -> bool:
    if "survey" in item.instruments:
        return survey_held(questionnaire, setting)
    return "facilitator" in item.respondents and role not in ("director", "facilitator")


def prompts_for(
    questionnaire: Questionnaire, instrument: Instrument, role: Role, area: Area | None = None
) -> tuple[tuple[str, Prompt], ...]:
    """The open questions of a sitting with the ids they are answered under.

    `area` None: those asked once, at the end; else those asked in that area.
    """
    return tuple(
        (f"{area.id}-{prompt.id}" if area else prompt.id, prompt)
        for prompt in questionnaire.prompts
        if prompt.each_area == (area is not None) and prompt_asked(prompt, instrument, role)
    )


def prompt_asked(prompt: Prompt, instrument: Instrument, role: Role) -> bool:
    """Whether an open question is asked by this instrument of this role."""
    if instrument not in prompt.instruments:
        return False
    anybody = not prompt.respondents or role in prompt.respondents
    return anybody or ("staff" in prompt.respondents and role in STAFF_ROLES)


def group_size(prompt: Prompt, women: int | None, men: int | None) -> int | None:
    """How many of these people are the group that an open question is put to; None if it is not known."""
    if prompt.of is not None:
        return women if prompt.of == "woman" else men
    return None if women is None or men is None else women + men


def group_too_small(prompt: Prompt, women: int | None, men: int | None) -> bool:
    """Whether the group is known to have fewer people than the open question needs."""
    people = group_size(prompt, women, men)
    return prompt.minimum_people is not None and people is not None and people < prompt.minimum_people


def relevant(item: Item, answers: Mapping[str, str]) -> bool:
    """Whether the item's condition holds. `answers`: item id -> canonical text of the same form."""
    condition = item.asked_if
    return condition is None or answers.get(condition.item) in condition.one_of


def proposed_presets(questionnaire: Questionnaire, setting: Setting) -> dict[str, tuple[Preset, ...]]:
    """Item id -> the cases in which it may not apply to a unit like this; for a person to switch on."""
    found: dict[str, tuple[Preset, ...]] = {}
    for item in questionnaire.items.values():
        fitting = tuple(preset for preset in item.na_preset if _fits(preset, setting))
        if fitting:
            found[item.id] = fitting
    return found


def _fits(preset: Preset, setting: Setting) -> bool:
    if preset.under_staff is not None and setting.invited >= preset.under_staff:
        return False
    by_type = not preset.unit_types and not preset.constituents
    return by_type or setting.unit_type in preset.unit_types or setting.constituent in preset.constituents
