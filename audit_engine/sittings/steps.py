"""The questions of a sitting in their order, and which comes next. Pure: the answers are the only state."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from questionnaires.catalogue import marked, tr
from questionnaires.definition import Area, Instrument, Item, Prompt, Questionnaire, Role
from questionnaires.routing import (
    NOT_ASKED,
    Setting,
    asked_here,
    items_for,
    may_answer,
    prompts_for,
    relevant,
)

State = Literal["answered", "skipped", "open", "not asked"]
_STATES: Mapping[State, str] = {
    "answered": marked("answered"),
    "skipped": marked("skipped"),
    "open": marked("open"),
    "not asked": marked("not asked"),
}
"""What a state is called on the screen."""


@dataclass(frozen=True)
class Step:
    """One question of a sitting: an item, or an open prompt. `area` None for the prompts at the end."""

    id: str
    area: Area | None
    item: Item | None = None
    prompt: Prompt | None = None

    @property
    def text(self) -> str:
        """What is asked."""
        part = self.item or self.prompt
        return part.text if part else ""


def steps_of(
    questionnaire: Questionnaire,
    setting: Setting,
    instrument: Instrument,
    role: Role,
    wanted: Collection[str] = (),
) -> tuple[Step, ...]:
    """All questions of a sitting in the order they are asked.

    `wanted`: items taken up although the sitting would not ask them by itself. A workshop votes first,
    then come the quiz and the open prompts; elsewhere each area is gone through whole.
    """
    asked = {item.id for item in items_for(questionnaire, setting, instrument, role)} | set(wanted)
    closing = tuple(Step(name, None, prompt=p) for name, p in _prompts(questionnaire, instrument, role))
    if instrument != "workshop":
        return tuple(_by_area(questionnaire, instrument, role, asked)) + closing
    steps = list(_by_area(questionnaire, instrument, role, asked))
    quiz = questionnaire.quiz.item if questionnaire.quiz else ""
    return tuple(sorted(steps, key=lambda step: (step.item is None, step.id == quiz))) + closing


def _by_area(
    questionnaire: Questionnaire, instrument: Instrument, role: Role, asked: Collection[str]
) -> Iterator[Step]:
    for area in questionnaire.areas:
        for item in area.items:
            if item.id in asked:
                yield Step(item.id, area, item=item)
        for name, prompt in _prompts(questionnaire, instrument, role, area):
            yield Step(name, area, prompt=prompt)


def _prompts(
    questionnaire: Questionnaire, instrument: Instrument, role: Role, area: Area | None = None
) -> tuple[tuple[str, Prompt], ...]:
    """A facilitator who rates what was told is nobody to put open questions to."""
    told = instrument == "interview" and role == "facilitator"
    return () if told else prompts_for(questionnaire, instrument, role, area)


def can_be_taken_up(
    questionnaire: Questionnaire, setting: Setting, instrument: Instrument, role: Role, item: Item
) -> bool:
    """Whether an item outside the sitting's own order may still be answered in it."""
    return asked_here(item, setting) and may_answer(questionnaire, setting, item, instrument, role)


def state_of(step: Step, values: Mapping[str, str], skipped: Collection[str]) -> State:
    """How far a question has come. `values`: id -> canonical text of the standing answer."""
    if step.item and not relevant(step.item, values):
        return "not asked"
    if values.get(step.id, NOT_ASKED) != NOT_ASKED:
        return "answered"
    return "skipped" if step.id in skipped else "open"


def next_open(
    steps: Sequence[Step], values: Mapping[str, str], skipped: Collection[str], after: str | None = None
) -> Step | None:
    """The first open question after the one named, going round once; None when nothing is open."""
    ids = [step.id for step in steps]
    start = ids.index(after) + 1 if after in ids else 0
    around = [*steps[start:], *steps[:start]]
    return next((step for step in around if state_of(step, values, skipped) == "open"), None)


def step_before(steps: Sequence[Step], values: Mapping[str, str], name: str | None) -> Step | None:
    """The question that stands before another in the order; the last one for None; None at the first."""
    asked = [step for step in steps if state_of(step, values, ()) != "not asked"]
    ids = [step.id for step in asked]
    place = ids.index(name) if name in ids else len(asked)
    return asked[place - 1] if place else None


def find_step(
    steps: Sequence[Step], values: Mapping[str, str], skipped: Collection[str], name: str
) -> Step | None:
    """The question of that id in any case of letters; for an area its first open one, else its first."""
    wanted = name.casefold()
    for step in steps:
        if step.id.casefold() == wanted:
            return step
    inside = [step for step in steps if step.area and step.area.id.casefold() == wanted]
    return next_open(inside, values, skipped) or (inside[0] if inside else None)


def progress(steps: Sequence[Step], values: Mapping[str, str], name: str) -> tuple[int, int]:
    """(place, how many) of a question among those that are asked."""
    ids = [step.id for step in steps if step.id == name or state_of(step, values, ()) != "not asked"]
    return ids.index(name) + 1, len(ids)


def no_longer_asked(steps: Sequence[Step], values: Mapping[str, str]) -> list[str]:
    """Items that hold an answer although what they depend on was changed, in their order."""
    standing, found = dict(values), []
    for item in (step.item for step in steps if step.item):
        if standing.get(item.id, NOT_ASKED) != NOT_ASKED and not relevant(item, standing):
            standing[item.id] = NOT_ASKED
            found.append(item.id)
    return found


def state_in_words(step: Step, values: Mapping[str, str], skipped: Collection[str]) -> str:
    """The state of a question as the list shows it."""
    return tr(_STATES[state_of(step, values, skipped)])
