"""A mistake in a definition, before it is known in which line it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from questionnaires.catalogue import tr
from questionnaires.definition import Item, Questionnaire

Place = tuple[str | int, ...]


class Mistake(NamedTuple):
    """`place`: keys and list positions (from 0) down to the part, e.g. `("areas", 0, "items", 2, "scale")`.

    `first`: where the same thing stands already; None where the mistake has one place only.
    """

    place: Place
    message: str
    remedy: str
    first: Place | None = None


def placed_items(questionnaire: Questionnaire) -> Iterator[tuple[Place, Item]]:
    """Every item with its place, also those whose ids are not unique."""
    for at, area in enumerate(questionnaire.areas):
        for index, item in enumerate(area.items):
            yield ("areas", at, "items", index), item


def short(text: str) -> str:
    """A text of the file cut to fit into a message."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."


def listed(names: Sequence[str]) -> str:
    """Names as `a`, `b` or `c`."""
    quoted = [f"`{name}`" for name in names]
    return " ".join(filter(None, [", ".join(quoted[:-1]), tr("or") if quoted[1:] else "", *quoted[-1:]]))
