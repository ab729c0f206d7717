"""The sound rest of a broken definition, so that one run can report the mistakes in it as well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from questionnaires.definition import Area, Questionnaire
from questionnaires.events import Document, Node
from questionnaires.mistakes import Mistake, Place
from questionnaires.schema import may_be_left_out, part_at, place_of


@dataclass
class Rest:
    """What is left of a definition. `moved`: place in the rest -> place in the file."""

    questionnaire: Questionnaire
    broken: set[Place]
    lost: set[str]
    moved: dict[Place, Place]

    def in_file(self, mistakes: Iterable[Mistake], document: Document) -> list[Mistake]:
        """The mistakes at their places in the file, without those that only the leaving out has caused."""
        placed = [self._placed(mistake) for mistake in mistakes]
        return [mistake for mistake in placed if self._genuine(mistake.place, document)]

    def _placed(self, mistake: Mistake) -> Mistake:
        first = None if mistake.first is None else self._original(mistake.first)
        return mistake._replace(place=self._original(mistake.place), first=first)

    def _original(self, place: Place) -> Place:
        for length in range(len(place), -1, -1):
            if place[:length] in self.moved:
                return (*self.moved[place[:length]], *place[length:])
        return place

    def _genuine(self, place: Place, document: Document) -> bool:
        value = document.at(place)
        if isinstance(value, str) and value in self.lost:
            return False
        return not any(_overlap(place, broken) for broken in self.broken)


def _overlap(one: Place, other: Place) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


@dataclass
class _Cut:
    """`drop`: places to leave out; `lost`: every text that goes with them."""

    drop: set[Place] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    moved: dict[Place, Place] = field(default_factory=dict)

    def pruned(self, node: Node, old: Place, new: Place) -> Node:
        self.moved[new] = old
        if isinstance(node, dict):
            kept = {key: value for key, value in node.items() if (*old, key) not in self.drop}
            return {key: self.pruned(value, (*old, key), (*new, key)) for key, value in kept.items()}
        if isinstance(node, list):
            left = [index for index in range(len(node)) if (*old, index) not in self.drop]
            return [self.pruned(node[index], (*old, index), (*new, at)) for at, index in enumerate(left)]
        return node


def salvage(document: Document, errors: list[ErrorDetails]) -> Rest | None:
    """The definition without its broken parts; None where too little would be left to say anything true."""
    cut, broken = _Cut(), set[Place]()
    for error in errors:
        part = _enclosing(place_of(error))
        if error["type"] == "extra_forbidden":
            cut.drop.add(place_of(error))
            continue
        if may_be_left_out(place_of(error)):
            cut.drop.add(place_of(error))
        elif not part or part_at(part) is Area:
            return None
        else:
            cut.drop.add(part)
            cut.lost |= set(_texts(document.at(part)))
        broken.add(part or place_of(error))
    try:
        questionnaire = Questionnaire.model_validate(cut.pruned(document.data, (), ()))
    except ValidationError:
        return None
    return Rest(questionnaire, broken, cut.lost, cut.moved)


def _enclosing(place: Place) -> Place:
    """The nearest entry of a list of parts that holds the place; () if none does."""
    for length in range(len(place), 0, -1):
        if isinstance(place[length - 1], int) and part_at(place[:length]) is not None:
            return place[:length]
    return ()


def _texts(node: Node | None) -> list[str]:
    if isinstance(node, str):
        return [node]
    children = node.values() if isinstance(node, dict) else node or ()
    return [text for child in children for text in _texts(child)]
