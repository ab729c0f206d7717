"""From the rows of an answers CSV to submissions: everything is checked before anything is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import cast, get_args

from audit_engine.answers_csv import Row
from audit_engine.incoming import Import, Incoming
from questionnaires.answers import parse_answer, parse_words, short, storable
from questionnaires.catalogue import tr, tr_many
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
            self.problems.append(Problem(_where(row), error.message, error.remedy))

    def _submission(self, row: Row) -> Incoming | None:
        instrument = cast("Instrument", one_of("instrument", row.instrument, INSTRUMENTS))
        role = cast("Role", one_of("role", row.role, ROLES))
        if not row.submission:
            raise UserError(tr("the submission has no id."), tr("Give each form an id of its own."))
        if len(row.submission) > 200:
            raise UserError(
                tr("the submission's id is longer than 200 characters."), tr("Use a shorter one.")
            )
        form = self.submissions.get(row.submission)
        if form is None:
            self._new_id(row.submission)
            form = Incoming(storable(row.submission), instrument, role, row.number)
            self.submissions[row.submission] = form
        if (form.instrument, form.role) != (instrument, role):
            raise UserError(
                tr(
                    "submission '{submission}' is {instrument} by {role} in row {row}, here "
                    "{other_instrument} by {other_role}.",
                    submission=short(row.submission),
                    instrument=form.instrument,
                    role=form.role,
                    row=form.row,
                    other_instrument=instrument,
                    other_role=role,
                ),
                tr("A submission has one instrument and one role."),
            )
        if instrument == "survey" and not survey_held(self.questionnaire, self.setting):
            self.submissions.pop(row.submission)
            self.dropped[self._no_survey()] += 1
            return None
        return form

    def _no_survey(self) -> str:
        if not has_survey(self.questionnaire):
            return tr("survey forms (this questionnaire holds none)")
        few = self.questionnaire.rules.no_survey_staff
        return tr_many(
            "survey forms (no survey under {number} staff)",
            "survey forms (no survey under {number} staff)",
            few,
        )

    def _new_id(self, name: str) -> None:
        twin = self._folded.setdefault(name.casefold(), name)
        if twin != name:
            raise UserError(
                tr(
                    "submission '{name}' differs from '{twin}' only in capital letters.",
                    name=short(name),
                    twin=short(twin),
                ),
                tr("Write the same submission the same way."),
            )

    def _profile(self, form: Incoming, row: Row) -> None:
        for question in self.questionnaire.profile:
            given = getattr(row, question.id)
            if not given:
                continue
            value = one_of(question.id, given, tuple(option.id for option in question.options))
            if not self._profile_kept(form, question.id):
                self.dropped[
                    tr(
                        "the column {column} (not asked of {instrument} forms here)",
                        column=question.id,
                        instrument=form.instrument,
                    )
                ] += 1
            elif form.profile.setdefault(question.id, value) != value:
                before = form.profile[question.id]
                raise UserError(
                    tr(
                        "{column} is '{value}' here and '{before}' before in the same form.",
                        column=question.id,
                        value=value,
                        before=before,
                    ),
                    tr("A submission is one person."),
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
            self.dropped[
                tr_many(
                    "{item} (not asked under {number} staff)",
                    "{item} (not asked under {number} staff)",
                    item.minimum_staff or 0,
                    item=item.id,
                )
            ] += 1
        else:
            self._closed_answer(form, row, item)

    def _closed_answer(self, form: Incoming, row: Row, item: Item) -> None:
        if not may_answer(self.questionnaire, self.setting, item, form.instrument, form.role):
            raise UserError(
                tr(
                    "{id} is not answered by {role} in a form of {instrument}.",
                    id=item.id,
                    role=form.role,
                    instrument=form.instrument,
                ),
                tr(
                    "It is asked by {instruments} of {roles}.",
                    instruments=_either(item.instruments),
                    roles=_either(item.respondents),
                ),
            )
        if not row.answer.strip():
            raise UserError(tr("the answer is empty."), tr("Leave the row out, or write for example dk."))
        value = parse_answer(item, self.questionnaire.scale_of(item), row.answer, instrument=form.instrument)
        self._once(form, row)
        if isinstance(value, SexCount) and value.women + value.men < (item.minimum_total or 0):
            self.dropped[
                tr_many(
                    "{item} (fewer than {number} people)",
                    "{item} (fewer than {number} people)",
                    item.minimum_total or 0,
                    item=item.id,
                )
            ] += 1
            return
        form.answers[item.id] = str(value)
        self._beside(form, row)

    def _open_answer(self, form: Incoming, row: Row) -> None:
        prompt = self.questionnaire.open_prompts.get(row.item)
        if prompt is None:
            raise UserError(*self._unknown(row.item))
        if not prompt_asked(prompt, form.instrument, form.role):
            raise UserError(
                tr(
                    "{item} is not asked of {role} in a form of {instrument}.",
                    item=row.item,
                    role=form.role,
                    instrument=form.instrument,
                ),
                tr("It is asked by {instruments}.", instruments=_either(prompt.instruments)),
            )
        text = parse_words(row.answer).text
        self._once(form, row)
        form.words[row.item] = text
        self._beside(form, row)

    def _once(self, form: Incoming, row: Row) -> None:
        if row.item in form.rows:
            raise UserError(
                tr(
                    "{item} was answered in row {row} of the same submission.",
                    item=row.item,
                    row=form.rows[row.item],
                ),
                tr("Keep one of the two."),
            )
        form.rows[row.item] = row.number

    def _beside(self, form: Incoming, row: Row) -> None:
        if row.note.strip():
            form.notes[row.item] = storable(row.note.strip())
        if row.evidence.strip() and form.instrument == "survey":
            self.dropped[tr("evidence beside survey answers (a form names none)")] += 1
        elif row.evidence.strip():
            form.evidence[row.item] = storable(row.evidence.strip())

    def _known(self, name: str) -> str:
        """The id as the questionnaire writes it, whatever its capitals."""
        return self._written.get(name.casefold(), name)

    def _unknown(self, item: str) -> tuple[str, str]:
        known = [*self.questionnaire.items, *self.questionnaire.open_prompts]
        near = get_close_matches(item, known, 1)
        remedy = (
            tr("Did you mean {near}?", near=near[0]) if near else tr("See: audit-engine questionnaire show")
        )
        return tr(
            "'{item}' is no item of {questionnaire}.", item=short(item), questionnaire=self.questionnaire.id
        ), remedy


def _where(row: Row) -> str:
    if row.column:
        return tr("{column}, row {number}", column=row.column, number=row.number)
    return tr("row {number}", number=row.number)


def _either(names: Iterable[str]) -> str:
    """Ids for a sentence, as they are written in a file: `a or b`."""
    return " ".join(("", tr("or"), "")).join(names)


def understand(questionnaire: Questionnaire, setting: Setting, rows: Iterable[Row]) -> Import:
    """Checks every row against the questionnaire and the size of the unit."""
    reader = Reader(questionnaire, setting)
    for row in rows:
        reader.take(row)
    forms = tuple(form for form in reader.submissions.values())
    warnings = [
        tr_many(
            "not stored: {what}, {number} row(s).", "not stored: {what}, {number} row(s).", number, what=what
        )
        for what, number in sorted(reader.dropped.items())
    ]
    warnings += _undeclared(forms, setting)
    return Import(forms, tuple(warnings), tuple(reader.problems))


def _undeclared(forms: Iterable[Incoming], setting: Setting) -> list[str]:
    found = {form.profile["category"] for form in forms if "category" in form.profile}
    return [
        tr("the category '{name}' has no declared staff.", name=name)
        for name in sorted(found - set(setting.staff))
    ]


def one_of(what: str, given: str, allowed: tuple[str, ...]) -> str:
    """The allowed word that was written, whatever its capitals. Raises UserError naming the choices."""
    word = given.strip().lower()
    if word in allowed:
        return word
    near = get_close_matches(word, allowed, 1)
    hint = [tr("Did you mean {near}?", near=near[0])] if near else []
    found = tr("'{given}' is no known {column}.", given=short(given), column=what)
    if not given:
        found = tr("the {column} is missing.", column=what)
    choices = tr("It is one of {names}.", names=", ".join(allowed))
    raise UserError(found, " ".join((*hint, choices)))
