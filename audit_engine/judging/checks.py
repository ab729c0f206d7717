"""Plain checks of what a JSON file holds: each mistake is noted with its place, and reading goes on."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from fractions import Fraction

from audit_engine.judging.strict_json import Twice, Unusable
from questionnaires.answers import listed, short
from questionnaires.catalogue import tr
from questionnaires.errors import Problem

MOST_REPORTED = 50
HIGHEST = 100


class Checks:
    """Collects the mistakes of one file; a value that cannot be used is read as None."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def note(self, where: str, message: str, remedy: str) -> None:
        """One mistake; beyond 50 of them nobody reads on."""
        if len(self.problems) < MOST_REPORTED:
            self.problems.append(Problem(where, message, remedy))

    def entries(self, where: str, value: object) -> Twice:
        """An object with any keys, each once; empty if it is none."""
        if not isinstance(value, Twice):
            message = tr("is {value}, not an object in {{ }}.", value=said(value))
            self.note(where, message, tr("Write its keys and values."))
            return Twice()
        for name in value.keys_twice:
            self.note(where, tr("has `{name}` twice.", name=short(name)), tr("Keep one of them."))
        return value

    def fields(self, where: str, value: object, names: tuple[str, ...]) -> Twice:
        """An object with just these keys, every one of them; what is not there is noted and read as null."""
        found = self.entries(where, value)
        if isinstance(value, Twice):
            self._unknown(where, found, names)
            for name in names:
                if name not in found:
                    self.note(where, tr("lacks `{name}`.", name=name), tr("Add `{name}`.", name=name))
        return found

    def _unknown(self, where: str, found: Iterable[str], names: tuple[str, ...]) -> None:
        for name in [name for name in found if name not in names][:MOST_REPORTED]:
            near = get_close_matches(name, names, n=1)
            remedy = (
                tr("Did you mean `{near}`?", near=near[0])
                if near
                else tr("The keys here are {names}.", names=", ".join(names))
            )
            self.note(where, tr("has `{name}`, which cannot stand here.", name=short(name)), remedy)

    def members(self, where: str, found: Twice, name: str) -> list[object]:
        """The list under a key; empty if it is none."""
        value = found.get(name, [])
        if isinstance(value, list):
            return value
        message = tr("is {value}, not a list in [ ].", value=said(value))
        self.note(_at(where, name), message, tr("Write a list."))
        return []

    def word(self, where: str, found: Twice, name: str, allowed: tuple[str, ...]) -> str | None:
        """One of a few words under a key."""
        value = found.get(name)
        if name not in found or (isinstance(value, str) and value in allowed):
            return value
        remedy = tr("Write {names}.", names=listed(list(allowed)))
        self.note(_at(where, name), tr("is {value}.", value=said(value)), remedy)
        return None

    def whole(self, where: str, found: Twice, name: str, least: int, remedy: str) -> int | None:
        """A whole number under a key that is not below `least`; `remedy` says what to do about another."""
        value = found.get(name)
        if isinstance(value, Fraction) and value.denominator == 1 and value >= least:
            return int(value)
        if name in found:
            message = tr("is {value}, not a whole number of {least} or more.", value=said(value), least=least)
            self.note(_at(where, name), message, remedy)
        return None

    def points(self, where: str, found: Twice, name: str) -> Fraction | None:
        """A figure on 0-100 under a key."""
        value = found.get(name)
        if isinstance(value, Fraction) and 0 <= value <= HIGHEST:
            return value
        if name in found:
            message = tr("is {value}, not a figure from 0 to {highest}.", value=said(value), highest=HIGHEST)
            self.note(_at(where, name), message, tr("Write for example {example}.", example="52.5"))
        return None


def _at(where: str, name: str) -> str:
    return f"{where}, {name}" if where else name


def said(value: object) -> str:
    """What stands in the file, short enough for a message."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Unusable):
        return short(value.text)
    if isinstance(value, Fraction):
        return str(value) if value.denominator == 1 else str(float(value))
    if isinstance(value, str):
        return f'"{short(value)}"'
    return tr("a list") if isinstance(value, list) else tr("an object")
