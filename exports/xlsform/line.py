"""One row of the sheets of an XLSForm, before it is a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from exports.xlsform.wording import Said


@dataclass(frozen=True)
class Line:
    """One row of the sheet `survey`. Texts are by language; an empty one is no text at all."""

    type: str
    name: str = ""
    label: Said = field(default_factory=dict)
    hint: Said = field(default_factory=dict)
    relevant: str = ""
    required: str = ""
    required_message: Said = field(default_factory=dict)
    constraint: str = ""
    constraint_message: Said = field(default_factory=dict)
    calculation: str = ""
    appearance: str = ""


@dataclass(frozen=True)
class Choice:
    """One row of the sheet `choices`."""

    list_name: str
    name: str
    label: Said


def group(
    name: str, label: Said, lines: Iterable[Line], relevant: str = "", appearance: str = ""
) -> list[Line]:
    """Lines between the beginning and the end of a group; nothing where there are none."""
    inside = list(lines)
    if not inside:
        return []
    begin = Line("begin_group", name, label, relevant=relevant, appearance=appearance)
    return [begin, *inside, Line("end_group")]


def one_of(name: str, values: Iterable[str]) -> str:
    """The condition that a field holds one of these values."""
    return " or ".join(f"${{{name}}} = '{value}'" for value in values)


def both(*conditions: str) -> str:
    """All of the conditions that are not empty."""
    given = [condition for condition in conditions if condition]
    return given[0] if len(given) == 1 else " and ".join(f"({condition})" for condition in given)
