"""From the rows of an answers CSV to submissions: everything is checked before anything is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import cast, get_args

from audit_engine.answers_csv import Row
from audit_engine.audit import Profile
from questionnaires.answers import parse_answer, parse_words, short, storable
from questionnaires.definition import Instrument, Item, Questionnaire, Role
from questionnaires.errors import Problem, UserError
from questionnaires.routing import (
    Setting,
    asked_here,
    may_answer,
    profile_questions,
    prompt_asked,
    survey_held,
)
from questionnaires.scope import has_survey
from questionnaires.values import SexCount

INSTRUMENTS: tuple[str, ...] = get_args(Instrument)
ROLES: tuple[str, ...] = get_args(Role)


@dataclass
class Incoming:
    """One submission of a file: its answers, the words it holds, and where it began (line of the file)."""

    id: str
    instrument: Instrument
    role: Role
    row: int
    profile: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def known(self) -> Profile:
        return Profile(**{name: self.profile.get(name) for name in ("gender", "category", "supervises")})


@dataclass(frozen=True)
class Import:
    """What a file holds once it was understood: submissions, warnings, and every bad row."""

    submissions: tuple[Incoming, ...]
    warnings: tuple[str, ...]
    problems: tuple[Problem, ...]


class Reader:
    """Takes rows one by one; collects submissions, what was dropped, and every problem."""

    def __init__(self, questionnaire: Questionnaire, setting: Setting) -> None:
        self.questionnaire = questionnaire
        self.setting = setting
        self.asked = {question.id: question for question in profile_questions(questionnaire, setting)}
        self.submissions: dict[str, Incoming] = {}
        self.dropped: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self._folded: dict[str, str] = {}
        known = (*questionnaire.items, *questionnaire.open_prompts)
        self._written = {name.casefold(): name for name in known}

    def take(self, row: Row) -> None:
        """One row; what is wrong with it becomes a problem."""
        try:
            form = self._submission(row)
            if form is not None:
                self._profile(form, row)
                self._answer(form, row)
        except UserError as error:
            where = f"{row.column}, row {row.number}" if row.column else f"row {row.number}"
            self.problems.append(Problem(where, error.message, error.remedy))

    def _submission(self, row: Row) -> Incoming | None:
        instrument = cast("Instrument", one_of("instrument", row.instrument, INSTRUMENTS))
        role = cast("Role", one_of("role", row.role, ROLES))
        if not row.submission:
            raise UserError("the submission has no id.", "Give each form an id of its own.")
        if len(row.submission) > 200:
            raise UserError("the submission's id is longer than 200 characters.", "Use a shorter one.")
        form = self.submissions.get(row.submission)
        if form is None:
            self._new_id(row.submission)
            form = Incoming(storable(row.submission), instrument, role, row.number)
            self.submissions[row.submission] = form
        if (form.instrument, form.role) != (instrument, role):
            raise UserError(
                f"submission '{short(row.submission)}' is {form.instrument} by {form.role} in "
                f"row {form.row}, here {instrument} by {role}.",
                "A submission has one instrument and one role.",
            )
        if instrument == "survey" and not survey_held(self.questionnaire, self.setting):
            self.submissions.pop(row.submission)
            few = f"no survey under {self.questionnaire.rules.no_survey_staff} staff"
            why = few if has_survey(self.questionnaire) else "this questionnaire holds none"
            self.dropped[f"survey forms ({why})"] += 1
            return None
        return form

    def _new_id(self, name: str) -> None:
        twin = self._folded.setdefault(name.casefold(), name)
        if twin != name:
            raise UserError(
                f"submission '{short(name)}' differs from '{short(twin)}' only in capital letters.",
                "Write the same submission the same way.",
            )

    def _profile(self, form: Incoming, row: Row) -> None:
        for question in self.questionnaire.profile:
            given = getattr(row, question.id)
            if not given:
                continue
            value = one_of(question.id, given, tuple(option.id for option in question.options))
            if not self._profile_kept(form, question.id):
                self.dropped[f"the column {question.id} (not asked of {form.instrument} forms here)"] += 1
            elif form.profile.setdefault(question.id, value) != value:
                before = form.profile[question.id]
                raise UserError(
                    f"{question.id} is '{value}' here and '{before}' before in the same form.",
                    "A submission is one person.",
                )

    def _profile_kept(self, form: Incoming, question: str) -> bool:
        # Who was heard in interviews is told by sex and function in every unit; no figure uses it.
        return question in self.asked or (question == "gender" and form.instrument == "interview")

    def _answer(self, form: Incoming, row: Row) -> None:
        row = replace(row, item=self._known(row.item))
        item = self.questionnaire.items.get(row.item)
        if item is None:
            self._open_answer(form, row)
        elif not asked_here(item, self.setting):
            self.dropped[f"{item.id} (not asked under {item.minimum_staff} staff)"] += 1
        else:
            self._closed_answer(form, row, item)

    def _closed_answer(self, form: Incoming, row: Row, item: Item) -> None:
        if not may_answer(self.questionnaire, self.setting, item, form.instrument, form.role):
            raise UserError(
                f"{item.id} is not answered by {form.role} in a form of {form.instrument}.",
                f"It is asked by {' or '.join(item.instruments)} of {' or '.join(item.respondents)}.",
            )
        if not row.answer.strip():
            raise UserError("the answer is empty.", "Leave the row out, or write for example dk.")
        value = parse_answer(item, self.questionnaire.scale_of(item), row.answer, instrument=form.instrument)
        self._once(form, row)
        if isinstance(value, SexCount) and value.women + value.men < (item.minimum_total or 0):
            self.dropped[f"{item.id} (fewer than {item.minimum_total} people)"] += 1
            return
        form.answers[item.id] = str(value)
        self._beside(form, row)

    def _open_answer(self, form: Incoming, row: Row) -> None:
        prompt = self.questionnaire.open_prompts.get(row.item)
        if prompt is None:
            raise UserError(*self._unknown(row.item))
        if not prompt_asked(prompt, form.instrument, form.role):
            raise UserError(
                f"{row.item} is not asked of {form.role} in a form of {form.instrument}.",
                f"It is asked by {' or '.join(prompt.instruments)}.",
            )
        text = parse_words(row.answer).text
        self._once(form, row)
        form.words[row.item] = text
        self._beside(form, row)

    def _once(self, form: Incoming, row: Row) -> None:
        if row.item in form.rows:
            raise UserError(
                f"{row.item} was answered in row {form.rows[row.item]} of the same submission.",
                "Keep one of the two.",
            )
        form.rows[row.item] = row.number

    def _beside(self, form: Incoming, row: Row) -> None:
        if row.note.strip():
            form.notes[row.item] = storable(row.note.strip())
        if row.evidence.strip() and form.instrument == "survey":
            self.dropped["evidence beside survey answers (a form names none)"] += 1
        elif row.evidence.strip():
            form.evidence[row.item] = storable(row.evidence.strip())

    def _known(self, name: str) -> str:
        """The id as the questionnaire writes it, whatever its capitals."""
        return self._written.get(name.casefold(), name)

    def _unknown(self, item: str) -> tuple[str, str]:
        known = [*self.questionnaire.items, *self.questionnaire.open_prompts]
        near = get_close_matches(item, known, 1)
        remedy = f"Did you mean {near[0]}?" if near else "See: audit-engine questionnaire show"
        return f"'{short(item)}' is no item of {self.questionnaire.id}.", remedy


def understand(questionnaire: Questionnaire, setting: Setting, rows: Iterable[Row]) -> Import:
    """Checks every row against the questionnaire and the size of the unit."""
    reader = Reader(questionnaire, setting)
    for row in rows:
        reader.take(row)
    forms = tuple(form for form in reader.submissions.values())
    warnings = [f"not stored: {what}, {number} row(s)." for what, number in sorted(reader.dropped.items())]
    warnings += _undeclared(forms, setting)
    return Import(forms, tuple(warnings), tuple(reader.problems))


def _undeclared(forms: Iterable[Incoming], setting: Setting) -> list[str]:
    found = {form.profile["category"] for form in forms if "category" in form.profile}
    return [f"the category '{name}' has no declared staff." for name in sorted(found - set(setting.staff))]


def one_of(what: str, given: str, allowed: tuple[str, ...]) -> str:
    """The allowed word that was written, whatever its capitals. Raises UserError naming the choices."""
    word = given.strip().lower()
    if word in allowed:
        return word
    near = get_close_matches(word, allowed, 1)
    hint = f"Did you mean {near[0]}? " if near else ""
    found = f"'{short(given)}' is no known {what}." if given else f"the {what} is missing."
    raise UserError(found, f"{hint}It is one of {', '.join(allowed)}.")
