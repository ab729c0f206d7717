"""YAML events turned into plain values, each with the place it stands at.

Whatever could mean two things is refused here: duplicate keys, anchors, aliases, tags, several documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn, cast

import yaml

from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import Problem, UserError
from questionnaires.mistakes import Place, short

MAXIMUM_DEPTH = 20
MAXIMUM_REPORTED = 50

Position = tuple[int, int]
Node = str | list["Node"] | dict[str, "Node"]

_NOT_IN_TEXT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ud800-\udfff]")


@dataclass(frozen=True)
class Document:
    """A YAML file as plain values. `positions`: place -> (line, column), both from 1.

    `problems`: what is not allowed in it although it could be read.
    """

    origin: str
    data: dict[str, Node]
    positions: dict[Place, Position]
    problems: tuple[Problem, ...] = ()

    def position(self, place: Place) -> Position:
        """Line and column of a place, or of the nearest part that holds it."""
        while place and place not in self.positions:
            place = place[:-1]
        return self.positions.get(place, (1, 1))

    def where(self, place: Place) -> str:
        """`file:line:column` of a place, or of the nearest part that holds it."""
        line, column = self.position(place)
        return f"{self.origin}:{line}:{column}"

    def at(self, place: Place) -> Node | None:
        """What stands at a place; None if nothing does."""
        node: Node | None = self.data
        for step in place:
            if isinstance(node, dict) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node


def refusal(origin: str, problems: list[Problem]) -> UserError:
    """All the mistakes of one definition as one error."""
    return UserError(
        tr_many(
            "{origin} cannot be used as a questionnaire: {number} mistake.",
            "{origin} cannot be used as a questionnaire: {number} mistakes.",
            len(problems),
            origin=origin,
        ),
        tr("Mend what is listed, then run `audit-engine questionnaire check` on the file."),
        problems=tuple(problems),
    )


def forbidden(character: str) -> str:
    """What is said of a character that would be invisible or dangerous on a screen."""
    return tr(
        "The control character {character} cannot stand in a questionnaire.",
        character=f"U+{ord(character):04X}",
    )


def _position(event: yaml.Event) -> Position:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class UnreadableError(Exception):
    """A mistake after which the rest of the file cannot be understood."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass
class _Frame:
    """A mapping or list being filled; `key` is the key whose value comes next."""

    container: list[Node] | dict[str, Node]
    place: Place
    key: str | None = None
    lines: dict[str, int] = field(default_factory=dict)


class Builder:
    """Turns YAML events into plain values, noting places and mistakes on the way."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.problems: list[Problem] = []
        self.positions: dict[Place, Position] = {}
        self.frames: list[_Frame] = []
        self.documents = 0
        self.broken = False
        self.root: Node | None = None

    def take(self, event: yaml.Event) -> None:
        """One event of the YAML parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.frames.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._new_document(event)

    def document(self) -> Document:
        """What was read, with the mistakes that did not end the reading.

        Raises UserError with all of them if the file is no mapping or could not be read to its end.
        """
        if not self.problems and not isinstance(self.root, dict):
            self.problems.append(self._not_a_mapping())
        if self.broken or not isinstance(self.root, dict):
            raise refusal(self.origin, self.problems)
        return Document(self.origin, self.root, self.positions, tuple(self.problems))

    def _where(self, event: yaml.Event) -> str:
        line, column = _position(event)
        return f"{self.origin}:{line}:{column}"

    def _note(self, event: yaml.Event, message: str, remedy: str) -> None:
        self.problems.append(Problem(self._where(event), message, remedy))
        if len(self.problems) == MAXIMUM_REPORTED:
            self._stop(event, tr("Reading stops here: too many mistakes."), tr("Mend those above first."))

    def _stop(self, event: yaml.Event, message: str, remedy: str) -> NoReturn:
        raise UnreadableError(Problem(self._where(event), message, remedy))

    def _not_a_mapping(self) -> Problem:
        empty = self.root is None or self.root == ""
        message = (
            tr("The file is empty.") if empty else tr("The file does not begin with `key: value` lines.")
        )
        return Problem(f"{self.origin}:1:1", message, tr("Begin with `id:`, `version:` and the other keys."))

    def _new_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop(event, tr("A second document begins here."), tr("Keep one questionnaire a file."))

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._awaits_key():
            self._stop(event, tr("An alias cannot be a key."), tr("Write a name before the colon."))
        alias = tr("The alias `*{name}` is not allowed.", name=short(event.anchor or ""))
        self._note(event, alias, tr("Write it out, or quote it."))
        self._put(event, "")

    def _plain(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            anchor = tr("The anchor `&{name}` is not allowed.", name=short(event.anchor))
            self._note(event, anchor, tr("Delete it or quote the text."))
        if event.tag is not None:
            tag = tr(
                "The tag `{name}` is not allowed.",
                name=short(event.tag.replace("tag:yaml.org,2002:", "!!")),
            )
            self._note(event, tag, tr("Delete it or quote the text."))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._plain(event)
        if found := _NOT_IN_TEXT.search(event.value):
            self._note(event, forbidden(found[0]), tr("Delete it from this text."))
        if self._awaits_key():
            self._key(event)
        else:
            self._put(event, event.value)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._plain(event)
        if self._awaits_key():
            self._stop(event, tr("A list or mapping cannot be a key."), tr("Write a name before the colon."))
        if len(self.frames) == MAXIMUM_DEPTH:
            deep = tr_many(
                "More than {number} levels are nested here.",
                "More than {number} levels are nested here.",
                MAXIMUM_DEPTH,
            )
            self._stop(event, deep, tr("Use fewer levels."))
        node: list[Node] | dict[str, Node] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.frames.append(_Frame(node, self._put(event, node)))

    def _awaits_key(self) -> bool:
        frame = self.frames[-1] if self.frames else None
        return frame is not None and isinstance(frame.container, dict) and frame.key is None

    def _key(self, event: yaml.ScalarEvent) -> None:
        frame = self.frames[-1]
        line, column = _position(event)
        first = frame.lines.setdefault(event.value, line)
        if event.value in cast(dict[str, Node], frame.container):
            twice = tr(
                "`{name}` stands twice, in lines {first} and {second}.",
                name=short(event.value),
                first=first,
                second=line,
            )
            self._note(event, twice, tr("Keep one of them."))
        frame.key = event.value
        self.positions[(*frame.place, event.value)] = (line, column)

    def _put(self, event: yaml.Event, node: Node) -> Place:
        if not self.frames:
            self.root = node
            return ()
        frame = self.frames[-1]
        if isinstance(frame.container, list):
            place = (*frame.place, len(frame.container))
            self.positions[place] = _position(event)
            frame.container.append(node)
            return place
        key, frame.key = frame.key or "", None
        frame.container[key] = node
        return (*frame.place, key)
