"""What a form asks, of whom, and in which order: consent first, then the person, the areas, and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from exports.xlsform.answering import Answering
from exports.xlsform.fields import CONSENT, INSTRUMENT, QUESTIONNAIRE, ROLE, field_name, form_name
from exports.xlsform.line import Choice, Line, both, group, one_of
from exports.xlsform.wording import Wording, joined
from questionnaires.catalogue import tr
from questionnaires.definition import Area, Instrument, Item, ProfileQuestion, Questionnaire, Role
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import Setting, items_for, profile_questions, prompts_for
from questionnaires.scope import asks_by

ROLES: dict[Instrument, tuple[Role, ...]] = {
    "survey": ("staff",),
    "interview": ("director", "hr_officer", "focal_point", "staff", "partner"),
    "staff_data": ("hr_officer",),
    "document_review": ("facilitator",),
}
"""Who answers each instrument on a phone. A workshop is counted by its groups, at the keyboard."""
_SPOKEN_TO: dict[Instrument, tuple[str, ...]] = {
    "survey": ("core", "survey"),
    "interview": ("core", "small_office", "notes", "limit", "withdrawal"),
}
WITH_CONSENT = tuple(_SPOKEN_TO)
"""Instruments by which people are asked, and agree first."""
NOTES = ("before_we_begin", "declined")
"""What is only read on the phone; some servers export an empty column of it."""
EVERYTHING = Setting(invited=10**6, staff={"all": (10**5, 10**5)})
"""A unit so large that nothing is left out for its size."""


@dataclass(frozen=True)
class Asking:
    """One form: of which questionnaire, by which instrument, in which unit, with which words."""

    questionnaire: Questionnaire
    instrument: Instrument
    setting: Setting
    wording: Wording

    def lines(self) -> list[Line]:
        """The sheet `survey`."""
        inside = [*self._role(), *self._about_the_person(), *self._areas(), *self._own_words()]
        if not self._asked_items() and not self._own_words():
            raise UserError(
                tr(
                    "{id} asks nothing by {instrument} in such a unit.",
                    id=self.questionnaire.id,
                    instrument=self.instrument,
                ),
                tr("Choose another instrument; there are {names}.", names=", ".join(self._others())),
                code=ExitCode.NOT_NOW,
            )
        return [*self._identity(), *self._consent(inside)]

    def _others(self) -> list[Instrument]:
        return [one for one in ROLES if one != self.instrument and asks_by(self.questionnaire, one)]

    def choices(self) -> list[Choice]:
        """The sheet `choices`: every list once."""
        found: dict[str, list[Choice]] = {}
        if self.instrument in _SPOKEN_TO:
            found["yes_no"] = [Choice("yes_no", name, self.wording.word(name)) for name in ("yes", "no")]
        if len(self._roles) > 1:
            found["roles"] = [Choice("roles", role, self.wording.word("roles", role)) for role in self._roles]
        for question in self.questionnaire.profile:
            if question.id in self._profile_ids():
                found[question.id] = self._profile_choices(question)
        for item in self._asked_items():
            if made := self._answering.choices(item):
                found[self._answering.list_name(item)] = made
        return [choice for made in found.values() for choice in made]

    @property
    def _answering(self) -> Answering:
        return Answering(self.questionnaire, self.instrument, self.wording)

    @property
    def _roles(self) -> tuple[Role, ...]:
        return ROLES[self.instrument]

    def _identity(self) -> list[Line]:
        """What a form says of itself, so that its answers are read by the questionnaire they belong to."""
        said = {
            QUESTIONNAIRE: self.questionnaire.reference,
            INSTRUMENT: self.instrument,
        }
        if len(self._roles) == 1:
            said[ROLE] = self._roles[0]
        return [Line("calculate", form_name(name), calculation=f"'{value}'") for name, value in said.items()]

    def _consent(self, inside: list[Line]) -> list[Line]:
        title = self.wording.text("title")
        if self.instrument not in _SPOKEN_TO:
            return group("all_questions", title, inside)
        told = joined("\n\n", (self.wording.filled(f"consent.{one}") for one in _SPOKEN_TO[self.instrument]))
        agreed = form_name(CONSENT)
        return [
            Line("note", NOTES[0], told),
            Line(
                "select_one yes_no",
                agreed,
                self.wording.text("consent.question"),
                required="yes",
                required_message=self.wording.word("consent_needed"),
            ),
            *group("all_questions", title, inside, one_of(agreed, ("yes",))),
            Line("note", NOTES[1], self.wording.word("declined"), relevant=one_of(agreed, ("no",))),
        ]

    def _role(self) -> Iterator[Line]:
        if len(self._roles) > 1:
            yield Line(
                "select_one roles",
                form_name(ROLE),
                self.wording.word("role"),
                required="yes",
                required_message=self.wording.word("role_needed"),
            )

    def _profile_ids(self) -> tuple[str, ...]:
        """Survey forms ask what the unit is large enough for; an interview only the gender."""
        if self.instrument == "survey":
            return tuple(question.id for question in profile_questions(self.questionnaire, self.setting))
        return ("gender",) if self.instrument == "interview" else ()

    def _profile_choices(self, question: ProfileQuestion) -> list[Choice]:
        key = f"profile.{question.id}.options"
        texts = {option.id: self.wording.text(f"{key}.{option.id}") for option in question.options}
        return [Choice(question.id, name, label) for name, label in texts.items()]

    def _about_the_person(self) -> Iterator[Line]:
        for question in self.questionnaire.profile:
            if question.id in self._profile_ids():
                text = self.wording.text(f"profile.{question.id}.text")
                yield Line(f"select_one {question.id}", field_name(question.id), text)

    def _areas(self) -> Iterator[Line]:
        for area in self.questionnaire.areas:
            yield from group(
                f"area_{field_name(area.id)}",
                self.wording.text(f"areas.{area.id}.title"),
                [*self._items(area), *self._prompts(area)],
            )

    def _items(self, area: Area) -> Iterator[Line]:
        asked = self._asked_of()
        for item in area.items:
            if item.id in asked and (condition := self._condition(item, asked)) is not None:
                yield from self._answering.lines(item, both(self._only(asked[item.id]), condition))

    def _condition(self, item: Item, asked: Mapping[str, tuple[Role, ...]]) -> str | None:
        """When an earlier answer lets the item be asked; None: never, as the form does not ask that one."""
        if item.asked_if is None:
            return ""
        earlier = item.asked_if.item
        return one_of(field_name(earlier), item.asked_if.one_of) if earlier in asked else None

    def _asked_items(self) -> list[Item]:
        asked = self._asked_of()
        items = (self.questionnaire.items[name] for name in asked)
        return [item for item in items if self._condition(item, asked) is not None]

    def _asked_of(self) -> dict[str, tuple[Role, ...]]:
        """Item -> the roles that are asked it, in the order of the questionnaire."""
        by_role = {role: set(self._sitting(role)) for role in self._roles}
        found = {
            item: tuple(role for role in self._roles if item in by_role[role])
            for item in self.questionnaire.items
        }
        return {item: roles for item, roles in found.items() if roles}

    def _sitting(self, role: Role) -> Iterator[str]:
        for item in items_for(self.questionnaire, self.setting, self.instrument, role):
            if self.questionnaire.scale_of(item).kind != "votes":
                yield item.id

    def _only(self, roles: tuple[Role, ...]) -> str:
        return "" if roles == self._roles else one_of(form_name(ROLE), roles)

    def _prompts(self, area: Area | None) -> list[Line]:
        found: dict[str, tuple[Role, ...]] = {}
        for role in self._roles:
            for name, _ in prompts_for(self.questionnaire, self.instrument, role, area):
                found[name] = (*found.get(name, ()), role)
        return [self._prompt(name, roles) for name, roles in found.items()]

    def _prompt(self, name: str, roles: tuple[Role, ...]) -> Line:
        prompt = self.questionnaire.open_prompts[name]
        asked = Line("text", field_name(name, "words"), self.wording.text(f"prompts.{prompt.id}.text"))
        return replace(asked, relevant=self._only(roles), appearance="multiline")

    def _own_words(self) -> list[Line]:
        return group("in_your_own_words", self.wording.word("own_words"), self._prompts(None))
