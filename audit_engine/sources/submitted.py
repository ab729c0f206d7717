"""A submission that stands in one row of a table: its cells become rows of an answers CSV."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from audit_engine.answers_csv import Row
from exports.xlsform.fields import Field, Piece, folded
from questionnaires.answers import short
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import Problem

NO_ANSWER = "hold no answer"
NEVER_SENT = "were never sent"
NOT_AGREED = "were not agreed to"
REJECTED = "were rejected"
TWICE = "stand in the file twice"
"""Why submissions are left out; told in the order of the alphabet."""

_LEFT_OUT: dict[str, Callable[[int], str]] = {
    NEVER_SENT: lambda number: tr_many(
        "{number} submission(s) were never sent (no submitdate).",
        "{number} submission(s) were never sent (no submitdate).",
        number,
    ),
    NO_ANSWER: lambda number: tr_many(
        "{number} submission(s) hold no answer.", "{number} submission(s) hold no answer.", number
    ),
    NOT_AGREED: lambda number: tr_many(
        "{number} submission(s) were not agreed to; nothing of them is kept.",
        "{number} submission(s) were not agreed to; nothing of them is kept.",
        number,
    ),
    REJECTED: lambda number: tr_many(
        "{number} submission(s) were rejected on the server.",
        "{number} submission(s) were rejected on the server.",
        number,
    ),
    TWICE: lambda number: tr_many(
        "{number} submission(s) stand in the file twice; each counts once.",
        "{number} submission(s) stand in the file twice; each counts once.",
        number,
    ),
}
_NUMBERS: dict[tuple[Piece, ...], str] = {
    ("part", "whole"): "{part}/{whole}",
    ("women", "men"): "women={women} men={men}",
    ("women", "of_women", "men", "of_men"): "women={women}/{of_women} men={men}/{of_men}",
    ("number",): "{number}",
}


@dataclass(frozen=True)
class Submitted:
    """One submission: who is asked by what, and field -> (heading, text) of what was filled in."""

    id: str
    instrument: str
    role: str
    number: int
    cells: Mapping[Field, tuple[str, str]]

    def rows(self) -> Iterator[Row | Problem]:
        """One row an answer; a figure of which a part is missing is a problem."""
        for of, pieces in self._together().items():
            made = _answer(pieces)
            column = next(iter(pieces.values()))[0]
            if isinstance(made, str):
                paper = pieces.get("paper", ("", ""))[1]
                yield self._row(of, made, paper, column)
            elif made is not None:
                yield Problem(named_cell(column, self.number), made.message, made.remedy)

    def _together(self) -> dict[str, dict[Piece, tuple[str, str]]]:
        """Item or open question -> its pieces."""
        found: dict[str, dict[Piece, tuple[str, str]]] = {}
        for one, cell in self.cells.items():
            if one.kind in ("item", "prompt"):
                found.setdefault(one.of, {})[one.piece] = cell
        return found

    def _row(self, of: str, answer: str, evidence: str, column: str) -> Row:
        about = {one.of: text for one, (_, text) in self.cells.items() if one.kind == "profile"}
        return Row(
            self.number,
            self.id,
            self.instrument,
            self.role,
            about.get("gender", ""),
            about.get("category", ""),
            about.get("supervises", ""),
            of,
            answer,
            "",
            evidence,
            short(column, 80),
        )


@dataclass(frozen=True)
class _Wrong:
    message: str
    remedy: str


def _answer(pieces: Mapping[Piece, tuple[str, str]]) -> str | _Wrong | None:
    """What would be typed at the prompt; None where there is no answer at all."""
    given: dict[Piece, str] = {piece: text for piece, (_, text) in pieces.items() if piece != "paper"}
    if not given:
        return _Wrong(tr("names a paper, but there is no answer."), tr("Empty it, or fill in the answer."))
    if len(given) == 1 and (text := given.get("choice") or given.get("words")):
        return _code(text) if "choice" in given else text
    if why := given.pop("why", ""):
        clash = _Wrong(tr("holds a figure and the reason why there is none."), tr("Keep one of the two."))
        return clash if given else _code(why)
    return _figure(given)


def _code(text: str) -> str:
    """`na_N1` of a form is `na N1` at the prompt."""
    return text.replace("_", " ") if text.lower().startswith("na_n") else text


def _figure(given: Mapping[Piece, str]) -> str | _Wrong:
    shape = next((names for names in _NUMBERS if set(given) == set(names)), None)
    if shape is not None:
        return _NUMBERS[shape].format_map({str(piece): text for piece, text in given.items()})
    whole = min((names for names in _NUMBERS if set(given) < set(names)), key=len, default=())
    missing = ", ".join(name for name in whole if name not in given)
    return _Wrong(
        tr("is only a part of the figure; missing: {names}.", names=missing),
        tr("Fill it in, or empty all of it."),
    )


@dataclass
class Collected:
    """Submissions of a file one by one: the same one twice counts once, and two of one id are refused."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    _seen: dict[str, Submitted] = field(default_factory=dict)

    def not_agreed(self) -> None:
        """Leaves out a submission whose person did not agree."""
        self.left_out[NOT_AGREED] += 1

    def take(self, submitted: Submitted) -> None:
        """Adds one submission."""
        twin = self._seen.setdefault(submitted.id, submitted)
        if twin is not submitted:
            self._again(twin, submitted)
            return
        made = [*submitted.rows()]
        if not made:
            self.left_out[NO_ANSWER] += 1
        self.rows += [one for one in made if isinstance(one, Row)]
        self.problems += [one for one in made if isinstance(one, Problem)]

    def _again(self, first: Submitted, second: Submitted) -> None:
        if first.cells == second.cells:
            self.left_out[TWICE] += 1
            return
        said = tr(
            "the submission '{id}' stands in row {number} too, with other answers.",
            id=short(second.id),
            number=first.number,
        )
        self.problems.append(
            Problem(tr("row {number}", number=second.number), said, tr("Keep the one that is right."))
        )

    def warnings(self) -> tuple[str, ...]:
        """What was left out, and why."""
        return tuple(_LEFT_OUT[why](number) for why, number in sorted(self.left_out.items()))


def named_cell(heading: str, row: int) -> str:
    """How a message names a cell of a table."""
    return tr("{column}, row {number}", column=short(heading, 80), number=row)


def last_name(heading: str) -> str:
    """The name of a field without the groups before it, folded: `a/b/ST1_07`, `a-b-ST1_07` and `ST1_07`."""
    return folded(re.split("[-/:.]", heading)[-1])
