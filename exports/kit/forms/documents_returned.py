"""From a returned document request to documents and to answers for what does not exist or was not given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from exports.kit.forms import documents, making
from exports.kit.forms.returned import Line, formulas, keys, language_of, table, unfilled
from exports.kit.forms.wording import same
from exports.kit.material import Kit
from exports.kit.requests import Line as Asked
from exports.kit.requests import lines_of
from exports.reading.values import Returned
from questionnaires.answers import plain, short, storable
from questionnaires.catalogue import tr
from questionnaires.definition import Item
from questionnaires.errors import Problem

LONGEST_TITLE = 300
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_YEARS = range(1920, 2101)


@dataclass(frozen=True)
class Paper:
    """A document that the unit lists. `complete`: its kind is a complete list, from which is drawn."""

    kind: str
    title: str
    date: str
    complete: bool


@dataclass(frozen=True)
class Absent:
    """An answer that follows from what the unit says: `nf`, `ng` or `na N1`, and the line that says so."""

    item: str
    value: str
    line: str


@dataclass(frozen=True)
class Documents:
    """What a returned request says. `undecided`: items left to the facilitators."""

    papers: tuple[Paper, ...]
    absent: tuple[Absent, ...]
    undecided: tuple[str, ...]
    unanswered: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Status:
    code: str
    reason: str = ""


class _Reader:
    """`kit` is in the language of the form, `registered` in that of the audit."""

    def __init__(self, kit: Kit, registered: Kit) -> None:
        self.kit = kit
        texts = unfilled(kit)
        self.text = texts.papers[documents.PAPER]
        self.statuses = {same(words): code for words, code in documents.statuses(texts).items()}
        self.reasons = {same(words): reason for words, reason in making.reasons_read(kit).items()}
        self.asked = {line.id: line for line in lines_of(registered)}
        self.problems: list[Problem] = []

    def request(self, returned: Returned, name: str) -> dict[str, _Status]:
        """Line -> what the unit says about it."""
        heads = keys(self.text["heads"])
        lines = list(table(returned, self.text["request"], self.text["heads"], name))
        self.problems += formulas(lines)
        found: dict[str, _Status] = {}
        for line in lines:
            number = line.text(heads[0])
            if number not in self.asked or number in found:
                self.problems.append(_no_line(line, heads[0], number, twice=number in found))
                continue
            status = self._status(line, heads[documents.STATUS - 1], heads[documents.REASON - 1])
            if status:
                found[number] = status
        return found

    def _status(self, line: Line, status: str, reason: str) -> _Status | None:
        said, why = same(line.text(status)), same(line.text(reason))
        if not said:
            if why:
                self.problems.append(
                    line.problem(reason, tr("a reason without a status."), tr("Choose a status too."))
                )
            return None
        if said not in self.statuses:
            self.problems.append(
                line.problem(
                    status,
                    tr("'{text}' is not on the list.", text=short(line.text(status))),
                    tr("Choose from the list."),
                )
            )
            return None
        code = self.statuses[said]
        if code == "na" and why not in self.reasons:
            typed = short(line.text(reason))
            what = (
                tr("'{text}' is not on the list.", text=typed)
                if why
                else tr("not applicable, and no reason.")
            )
            self.problems.append(line.problem(reason, what, tr("Choose a reason from the list.")))
            return None
        if code != "na" and why:
            self.problems.append(
                line.problem(reason, tr("a reason that this status does not take."), tr("Clear the cell."))
            )
            return None
        return _Status(code, self.reasons.get(why, ""))

    def papers(self, returned: Returned, name: str) -> Iterator[tuple[str, Paper]]:
        """(line, document) of every row of the list."""
        heads = keys(self.text["list_heads"])
        lines = list(table(returned, self.text["lists"], self.text["list_heads"], name))
        self.problems += formulas(lines)
        for line in lines:
            number, title = line.text(heads[0]), line.text(heads[1])
            day = self._date(line, heads[2])
            asked = self.asked.get(number)
            if asked is None:
                self.problems.append(
                    line.problem(
                        heads[0],
                        tr("'{text}' is no line of the request.", text=short(number)),
                        tr("Choose from the list."),
                    )
                )
            elif not title or len(title) > LONGEST_TITLE:
                self.problems.append(
                    line.problem(heads[1], tr("the title is missing or very long."), tr("Write the title."))
                )
            elif day is not None:
                yield number, Paper(asked.kind, storable(title), day, asked.complete)

    def _date(self, line: Line, heading: str) -> str | None:
        """A day, a month or a year as text, empty for none; None if it is no date."""
        cell = line.cells.get(heading)
        if cell is None or cell.formula is not None or cell.error is not None:
            return "" if cell is None else None
        value = cell.value
        if isinstance(value, date):
            value = (value.date() if isinstance(value, datetime) else value).isoformat()
        text = plain(str(int(value) if isinstance(value, float) and value.is_integer() else value))
        # A year in a cell that shows days is a day of 1905.
        if _DATE.fullmatch(text) and int(text[:4]) in _YEARS and _exists(text):
            return text
        self.problems.append(
            line.problem(
                heading,
                tr("'{text}' is not a date.", text=short(text)),
                tr("Write 2025-03-31, 2025-03 or 2025."),
            )
        )
        return None


def _no_line(line: Line, heading: str, number: str, *, twice: bool) -> Problem:
    text = short(number)
    said = (
        tr("'{text}' stands twice.", text=text)
        if twice
        else tr("'{text}' is no line of the request.", text=text)
    )
    return line.problem(heading, said, tr("Use the lines of the kit."))


def understood(returned: Returned, kit: Kit, name: str) -> Documents:
    """Everything the workbook says, in whatever language it was made.

    Documents come under the words of `kit`, which is written in the language of the audit: so one kind stays
    one though forms of two languages come back. Raises UserError if a sheet is no table of the kit any more.
    """
    reader = _Reader(kit.written_in(language_of(returned)), kit)
    said = reader.request(returned, name)
    listed = list(reader.papers(returned, name))
    for number in dict.fromkeys(number for number, _ in listed):
        if number in said and said[number].code != "given":
            reader.problems.append(
                Problem(
                    f"{reader.text['lists']} {number}",
                    tr("documents are listed of a line that is not given."),
                    tr("Correct one of the two."),
                )
            )
    absent, undecided = _absent(kit, reader.asked, said)
    papers = [paper for _, paper in listed]
    papers += _named_by_line(reader.asked, said, {number for number, _ in listed})
    unanswered = tuple(number for number in reader.asked if number not in said)
    return Documents(tuple(dict.fromkeys(papers)), absent, undecided, unanswered, tuple(reader.problems))


def _named_by_line(
    asked: Mapping[str, Asked], said: Mapping[str, _Status], listed: set[str]
) -> Iterator[Paper]:
    """A single paper that is given without a title is registered by the words of its line."""
    for number, status in said.items():
        if status.code == "given" and number not in listed and not asked[number].complete:
            yield Paper(asked[number].kind, asked[number].text, "", False)


def _absent(
    kit: Kit, asked: Mapping[str, Asked], said: Mapping[str, _Status]
) -> tuple[tuple[Absent, ...], tuple[str, ...]]:
    """What is decided by the lines that name an item, and what is left to the facilitators.

    An item is decided only if every line that names it says the same.
    """
    found: list[Absent] = []
    undecided: list[str] = []
    for item, numbers in _naming(asked):
        said_of = {said.get(number) for number in numbers}
        status = said_of.pop() if len(said_of) == 1 else None
        value = _value(kit, item, asked[numbers[0]], status) if status and status.code != "given" else ""
        if value:
            found.append(Absent(item.id, value, numbers[0]))
        elif any(said[number].code != "given" for number in numbers if number in said):
            undecided.append(item.id)
    return tuple(found), tuple(undecided)


def _naming(asked: Mapping[str, Asked]) -> Iterator[tuple[Item, list[str]]]:
    """Every item with the lines that name it."""
    items = {item.id: item for line in asked.values() for item in line.items}
    for item in items.values():
        yield item, [number for number, line in asked.items() if item in line.items]


def _value(kit: Kit, item: Item, line: Asked, status: _Status) -> str:
    """The code an item takes; empty where its scale has none for what the unit says.

    None of a kind that is listed completely means that there is nothing to look at.
    """
    if status.code == "nf" and line.complete:
        status = _Status("na", "N1")
    if status.code not in kit.questionnaire.scale_of(item).codes:
        return ""
    return f"na {status.reason}" if status.code == "na" else status.code


def _exists(text: str) -> bool:
    try:
        date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
    except ValueError:
        return False
    return True
