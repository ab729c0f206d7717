"""The typing sheet of a paper form: one row a form, one column a question, the codes beside the choices.

The first column says which questionnaire and form it is for: codes are never read by the numbers of another.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit_engine.answers_csv import AnswersFile, Row, records
from audit_engine.sources.source import Source, separator
from questionnaires.answers import listed, short
from questionnaires.catalogue import tr
from questionnaires.definition import Instrument, Questionnaire, Role
from questionnaires.errors import Problem, UserError
from questionnaires.paper_codes import item_answer, profile_answer
from questionnaires.routing import Setting, about_person, items_for, prompts_for

INSTRUMENTS: tuple[Instrument, ...] = ("survey", "interview", "document_review", "staff_data")
_MARK = re.compile(r"paper (?P<name>\S+)@(?P<version>\S+) (?P<instrument>\w+) (?P<role>\w+)")


@dataclass(frozen=True)
class Sheet:
    """What a typing sheet says of itself in its first column."""

    instrument: Instrument
    role: Role

    def mark(self, questionnaire: Questionnaire) -> str:
        """The heading of the first column."""
        return f"paper {questionnaire.reference} {self.instrument} {self.role}"


def columns(questionnaire: Questionnaire, setting: Setting, sheet: Sheet) -> list[str]:
    """The first line of a typing sheet, in the order of the form."""
    profile = [question.id for question in about_person(questionnaire, setting, sheet.instrument)]
    items = [item.id for item in items_for(questionnaire, setting, sheet.instrument, sheet.role)]
    prompts = [name for name, _ in prompts_for(questionnaire, sheet.instrument, sheet.role)]
    for area in questionnaire.areas:
        prompts += [name for name, _ in prompts_for(questionnaire, sheet.instrument, sheet.role, area)]
    return [sheet.mark(questionnaire), *profile, *items, *prompts]


def empty_sheet(questionnaire: Questionnaire, setting: Setting, sheet: Sheet) -> bytes:
    """A typing sheet without forms, as UTF-8 with a mark that Excel needs."""
    written = io.StringIO(newline="")
    csv.writer(written).writerow(columns(questionnaire, setting, sheet))
    return written.getvalue().encode("utf-8-sig")


def is_typed(source: Source) -> bool:
    """Whether a file says of itself that it holds codes of a paper form."""
    return source.text is not None and source.headings[:1] != () and source.headings[0].startswith("paper ")


def read_typed(source: Source, questionnaire: Questionnaire) -> AnswersFile:
    """The forms as rows of answers. Raises UserError if the sheet is for another questionnaire or form.

    `problems`: every cell that holds no code of its question, with its line and column.
    """
    path, text, heads = source.path, source.text or "", source.headings
    reader = _Reader(questionnaire, _sheet(heads[0], questionnaire, path), heads[1:])
    reader.refuse_columns(path)
    for number, cells in records(text, separator(text), path):
        reader.take(number, cells)
    return AnswersFile(source.sha256, tuple(reader.rows), tuple(reader.problems))


def _sheet(head: str, questionnaire: Questionnaire, path: Path) -> Sheet:
    found = _MARK.fullmatch(head)
    mine = questionnaire.reference
    if not found or (found["name"], found["version"]) != (questionnaire.id, questionnaire.version):
        raise UserError(
            tr(
                "{name} holds codes of another form ('{head}'), this audit asks {reference}.",
                name=path.name,
                head=short(head, 80),
                reference=mine,
            ),
            tr("Codes can be read only by the form they were printed on: {reference}.", reference=mine),
        )
    for instrument in INSTRUMENTS:
        for role in ROLES_OF[instrument]:
            if (found["instrument"], found["role"]) == (instrument, role):
                return Sheet(instrument, role)
    raise UserError(
        tr(
            "{name}: there is no paper form for {instrument} by {role}.",
            name=path.name,
            instrument=found["instrument"],
            role=found["role"],
        ),
        tr("Leave the first column as the program wrote it."),
    )


ROLES_OF: dict[Instrument, tuple[Role, ...]] = {
    "survey": ("staff",),
    "interview": ("director", "staff", "focal_point", "hr_officer", "facilitator", "partner"),
    "document_review": ("facilitator", "hr_officer"),
    "staff_data": ("hr_officer", "facilitator"),
}
"""Who fills in a form of each instrument; the first unless it is said otherwise."""


class _Reader:
    """Takes the rows of a sheet; keeps the answers in them and every cell that cannot be read."""

    def __init__(self, questionnaire: Questionnaire, sheet: Sheet, heads: Sequence[str]) -> None:
        self.questionnaire, self.sheet, self.heads = questionnaire, sheet, heads
        self.profile = {question.id: question.options for question in questionnaire.profile}
        self.rows: list[Row] = []
        self.problems: list[Problem] = []
        self._forms: dict[str, int] = {}

    def refuse_columns(self, path: Path) -> None:
        known = {*self.profile, *self.questionnaire.items, *self.questionnaire.open_prompts}
        wrong = [head for head in self.heads if head not in known or self.heads.count(head) > 1]
        if wrong:
            raise UserError(
                tr(
                    "{name}: the column {column} is no question, or stands twice.",
                    name=path.name,
                    column=listed([short(each) for each in dict.fromkeys(wrong)]),
                ),
                tr("Write the first line as the program does: audit-engine questionnaire paper --typing"),
            )

    def take(self, number: int, cells: list[str]) -> None:
        """One form; a row shorter than the header is filled up with empty cells, as spreadsheets save it."""
        cells = [*cells, *[""] * (len(self.heads) + 1 - len(cells))]
        form = cells[0].strip()
        if len(cells) > len(self.heads) + 1:
            self._refuse(
                number, tr("has more cells than the header."), tr("A text with a comma stands in quotes.")
            )
        elif not form:
            self._refuse(
                number,
                tr("the form has no number."),
                tr("Write the number on the form into the first column."),
            )
        elif form in self._forms:
            self._refuse(
                number,
                tr("form {form} stands in row {row} already.", form=short(form), row=self._forms[form]),
                tr("Keep one of them."),
            )
        else:
            self._forms[form] = number
            self._form(number, form, dict(zip(self.heads, cells[1:], strict=True)))

    def _form(self, number: int, form: str, typed: dict[str, str]) -> None:
        given = {name: text for name, text in typed.items() if text.strip()}
        meant = dict(self._meant(number, given))
        answers = {name: text for name, text in meant.items() if name not in self.profile}
        if not set(given) - set(self.profile):
            self._refuse(number, tr("form {form} has no answers.", form=short(form)), tr("Delete the row."))
        for name, answer in answers.items():
            self.rows.append(
                Row(
                    number=number,
                    submission=f"paper {form}",
                    instrument=self.sheet.instrument,
                    role=self.sheet.role,
                    gender=meant.get("gender", ""),
                    category=meant.get("category", ""),
                    supervises=meant.get("supervises", ""),
                    item=name,
                    answer=answer,
                    note="",
                    evidence="",
                )
            )

    def _meant(self, number: int, given: dict[str, str]) -> Iterator[tuple[str, str]]:
        for name, text in given.items():
            try:
                yield name, self._answer(name, text)
            except UserError as error:
                self._refuse(
                    number, tr("column {column}: {message}", column=name, message=error.message), error.remedy
                )

    def _answer(self, name: str, text: str) -> str:
        if name in self.profile:
            return profile_answer(self.profile[name], text)
        item = self.questionnaire.items.get(name)
        return text if item is None else item_answer(self.questionnaire, item, self.sheet.instrument, text)

    def _refuse(self, number: int, message: str, remedy: str) -> None:
        self.problems.append(Problem(tr("row {number}", number=number), message, remedy))
