"""What the process that reads says to the one that asked: JSON, taken apart with suspicion."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from exports.reading.limits import MOST_COLUMNS
from exports.reading.refusal import RefusedError
from exports.reading.sheet_scan import letters
from exports.reading.values import Cell, Returned, Row, Sheet, Value
from questionnaires.errors import ExitCode


def said(workbook: Mapping[str, Any]) -> bytes:
    """A workbook, for the pipe."""
    return json.dumps({"workbook": workbook}, ensure_ascii=False, allow_nan=False).encode()


def said_refusal(refusal: RefusedError) -> bytes:
    """A refusal, for the pipe."""
    told = {"reason": refusal.reason, "remedy": refusal.remedy, "code": int(refusal.code)}
    return json.dumps({"refusal": told}).encode()


def understood(answer: bytes, sha256: str) -> Returned:
    """The workbook of an answer. Raises RefusedError if the answer is one, ValueError if it is neither."""
    try:
        told = json.loads(answer)
        if "refusal" not in told:
            return _workbook(told["workbook"], sha256)
        refusal = told["refusal"]
        reason, remedy = _text(refusal["reason"]), _text(refusal["remedy"])
        code = ExitCode(refusal["code"])
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("an answer that makes no sense") from error
    raise RefusedError(reason, remedy, code)


def _workbook(told: Mapping[str, Any], sha256: str) -> Returned:
    return Returned(
        sheets=tuple(_sheet(each) for each in told["sheets"]),
        properties={_text(name): _value(*coded) for name, coded in told["properties"].items()},
        names={_text(name): _text(refers) for name, refers in told["names"].items()},
        sha256=sha256,
        comments=_yes_no(told["comments"]),
        dates_from_1904=_yes_no(told["dates_from_1904"]),
    )


def _sheet(told: Mapping[str, Any]) -> Sheet:
    hidden, rows, columns = _yes_no(told["hidden"]), set(told["hidden_rows"]), set(told["hidden_columns"])
    return Sheet(
        name=_text(told["name"]),
        rows=tuple(
            Row(
                number,
                tuple(_cell(coded, hidden or number in rows, columns) for coded in cells),
                number in rows,
            )
            for number, cells in groupby(told["cells"], key=lambda coded: _whole(coded[0]))
        ),
        hidden=hidden,
        filtered=_yes_no(told["filtered"]),
        hidden_columns=tuple(_whole(column) for column in told["hidden_columns"]),
        merged=tuple(_text(each) for each in told["merged"]),
    )


def _cell(coded: Sequence[Any], hidden: bool, hidden_columns: set[int]) -> Cell:
    row, column, kind, value = coded
    if not 1 <= _whole(column) <= MOST_COLUMNS:
        raise ValueError("a column that cannot be")
    return Cell(
        f"{letters(column)}{row}",
        row,
        column,
        None if kind in ("formula", "error") else _value(kind, value),
        formula=_text(value) if kind == "formula" else None,
        error=_text(value) if kind == "error" else None,
        hidden=hidden or column in hidden_columns,
    )


def _value(kind: str, value: Any) -> Value:
    match kind:
        case "text":
            return _text(value)
        case "number" if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        case "yes_no":
            return _yes_no(value)
        case "date":
            return date.fromisoformat(value)
        case "moment":
            return datetime.fromisoformat(value)
        case "time":
            return time.fromisoformat(value)
        case "empty" if value is None:
            return None
    raise ValueError("a kind of value that there is not")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither yes nor no")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no whole number")
    return value
