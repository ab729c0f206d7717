"""From a returned HR sheet to answers: every number is checked, every mistake named by its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.kit.forms import staff_figures
from exports.kit.forms.returned import Line, formulas, keys, language_of, table, unfilled
from exports.kit.forms.wording import same
from exports.kit.material import Kit
from exports.reading.values import Cell, Returned
from questionnaires.answers import parse_answer, plain, short, storable
from questionnaires.catalogue import tr
from questionnaires.definition import Item
from questionnaires.errors import Problem, UserError

LONGEST_SOURCE = 300
_MOST = 1_000_000


@dataclass(frozen=True)
class Figure:
    """An answer of staff data: canonical value, and where the unit says the figure is from."""

    item: str
    value: str
    source: str


@dataclass(frozen=True)
class Figures:
    """What an HR sheet says. `left_empty`: items without a number or a reason; `too_few`: not kept."""

    figures: tuple[Figure, ...]
    left_empty: tuple[str, ...]
    too_few: tuple[str, ...]
    problems: tuple[Problem, ...]


class _Reader:
    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        texts = unfilled(kit)
        self.headings = staff_figures.headings(texts)
        self.keys = keys(self.headings)
        self.sheet = str(texts.papers[staff_figures.PAPER]["sheet"])
        self.why = staff_figures.why_read(kit, texts)
        self.items = {item.id: item for item in staff_figures.asked(kit)}
        self.problems: list[Problem] = []

    def lines(self, returned: Returned, name: str) -> Iterator[tuple[Item, Line]]:
        """Every row that is about an item; the titles between them are passed over."""
        seen: set[str] = set()
        lines = list(table(returned, self.sheet, self.headings, name))
        self.problems += formulas(lines)
        for line in lines:
            item = line.text(self.keys[0])
            filled = [key for key in self.keys[2:] if key in line.cells]
            if item in self.items and item not in seen:
                seen.add(item)
                yield self.items[item], line
            elif filled:
                text = short(item)
                none = tr("'{text}' is no row of this sheet.", text=text)
                said = tr("'{text}' stands twice.", text=text) if item in seen else none
                self.problems.append(line.problem(filled[0], said, tr("Use the rows of the kit.")))

    def figure(self, item: Item, line: Line) -> Figure | None:
        """The answer of a row; None where it is empty or wrong."""
        places = staff_figures.NUMBERS[self.kit.questionnaire.scale_of(item).kind]
        names = [self.keys[place - 1] for place in places]
        given = {name: self._number(line, name) for name in names if name in line.cells}
        strays = [k for k in self.keys[2 : staff_figures.WHY - 1] if k in line.cells and k not in names]
        for stray in strays:
            self.problems.append(
                line.problem(stray, tr("a number that this row does not ask for."), tr("Clear the cell."))
            )
        why = line.text(self.keys[staff_figures.WHY - 1])
        if not given and not why:
            return None
        typed = self._no_number(line, why) if not given else self._typed(line, names, given, why)
        return self._parsed(item, line, typed) if typed and not strays else None

    def _number(self, line: Line, name: str) -> int | None:
        cell = line.cells[name]
        number = whole(cell)
        if number is None and cell.formula is None and cell.error is None:
            self.problems.append(
                line.problem(
                    name,
                    tr("'{text}' is not a whole number from 0.", text=short(str(cell.value))),
                    tr("Write digits only."),
                )
            )
        return number

    def _no_number(self, line: Line, why: str) -> str:
        name = self.keys[staff_figures.WHY - 1]
        words = {same(known): code for known, code in self.why.items()}
        if same(why) not in words:
            self.problems.append(
                line.problem(
                    name, tr("'{text}' is not on the list.", text=short(why)), tr("Choose from the list.")
                )
            )
        return words.get(same(why), "")

    def _typed(self, line: Line, names: Sequence[str], given: dict[str, int | None], why: str) -> str:
        """The numbers as they would be typed at the prompt; empty if some are missing or wrong."""
        if why:
            name = self.keys[staff_figures.WHY - 1]
            self.problems.append(
                line.problem(name, tr("a number and a reason for none."), tr("Keep one of the two."))
            )
        missing = [name for name in names if name not in given]
        for name in missing:
            heading = name.removesuffix(" 2")
            self.problems.append(
                line.problem(
                    name,
                    tr("the number under '{heading}' is missing.", heading=heading),
                    tr("Fill in the row, or clear it."),
                )
            )
        numbers = [given.get(name) for name in names]
        if why or missing or any(number is None for number in numbers):
            return ""
        if len(numbers) > 2:
            return "women={}/{} men={}/{}".format(*numbers)
        if names[0] == self.keys[2]:
            return "women={} men={}".format(*numbers)
        return "/".join(str(number) for number in numbers)

    def _parsed(self, item: Item, line: Line, typed: str) -> Figure | None:
        scale = self.kit.questionnaire.scale_of(item)
        try:
            value = str(parse_answer(item, scale, typed, instrument="staff_data"))
        except UserError as error:
            first = self.keys[staff_figures.NUMBERS[scale.kind][0] - 1]
            self.problems.append(line.problem(first, error.message, error.remedy))
            return None
        source = line.text(self.keys[staff_figures.SOURCE - 1])
        return Figure(item.id, value, storable(source)[:LONGEST_SOURCE])


def whole(cell: Cell) -> int | None:
    """A whole number from 0, also where it is kept as text; None for anything else."""
    value = cell.value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        text = plain(value)
        value = int(text) if text.isascii() and text.isdigit() and len(text) < 8 else -1
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, int) and 0 <= value <= _MOST else None


def figures(returned: Returned, kit: Kit, name: str) -> Figures:
    """Everything the sheet says, in whatever language it was made.

    Raises UserError if it is no table of the kit any more.
    """
    reader = _Reader(kit.written_in(language_of(returned)))
    found: list[Figure] = []
    seen: set[str] = set()
    too_few: list[str] = []
    for item, line in reader.lines(returned, name):
        figure = reader.figure(item, line)
        if figure and _few(item, figure.value):
            too_few.append(item.id)
        elif figure:
            found.append(figure)
        seen |= {item.id} if figure else set()
    left = tuple(item for item in reader.items if item not in seen)
    return Figures(tuple(found), left, tuple(too_few), tuple(reader.problems))


def _few(item: Item, value: str) -> bool:
    """Whether fewer people stand behind the figure than may be kept."""
    numbers = [int(part.partition("=")[2]) for part in value.split() if "=" in part and "/" not in part]
    return item.minimum_total is not None and len(numbers) == 2 and sum(numbers) < item.minimum_total
