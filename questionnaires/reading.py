"""YAML read strictly: text, lists and mappings only, each with the place it stands at.

Nothing is guessed: every scalar is text (`no`, `12:30`, `1.10` and `null` stay as written), and whatever
could mean two things is refused: duplicate keys, anchors, aliases, tags, several documents.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import yaml

from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.events import MAXIMUM_REPORTED, Builder, Document, UnreadableError, forbidden, refusal

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MAXIMUM_BYTES = 1024 * 1024


_NOT_IN_FILE = re.compile(
    "[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u202d\u202e]"
)
_TAB_INDENT = re.compile(r"^ *(\t)[ \t]*[^\s#]", re.MULTILINE)


def read_text(path: Path) -> str:
    """The exact text of a definition file, at most 1 MiB of UTF-8.

    Raises UserError (NOT_NOW) if there is no such file, (BAD_INPUT) if it is no plain file, too large or
    not UTF-8.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError(
                tr("{path} is not a file.", path=path), tr("Name a YAML file, not a folder or a device.")
            )
        with path.open("rb") as stream:
            raw = stream.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError:
        raise UserError(
            tr("{path} does not exist.", path=path), tr("Check the name."), code=ExitCode.NOT_NOW
        ) from None
    except (OSError, ValueError) as reason:
        message = tr("{path} cannot be read: {reason}.", path=path, reason=_system(reason))
        raise UserError(message, tr("Check the name and its rights.")) from None
    _refuse_large(str(path), len(raw))
    return _decoded(str(path), raw)


def _system(reason: Exception) -> str:
    if isinstance(reason, OSError):
        return reason.strerror or tr("unknown")
    return tr("the name is not a file name")


def _refuse_large(origin: str, size: int) -> None:
    if size > MAXIMUM_BYTES:
        raise UserError(
            tr("{origin} is larger than 1 MiB.", origin=origin),
            tr("A questionnaire is text only; make it shorter."),
        )


def _decoded(origin: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            tr(
                "{origin} is not UTF-8 text: byte {start} (counted from 0) cannot be read.",
                origin=origin,
                start=error.start,
            ),
            tr("Save the file as UTF-8."),
        ) from None


def read(text: str, origin: str) -> Document:
    """The text of a definition as plain values with their places.

    Mistakes that leave the rest readable stand beside the values. Raises UserError with every mistake found
    where one makes the rest unreadable.
    """
    _refuse_large(origin, len(text.encode("utf-8", "surrogatepass")))
    text = text.removeprefix("\ufeff")
    unreadable = [*_characters(text, origin), *_tabs(text, origin)]
    if unreadable:
        raise refusal(origin, unreadable)
    builder = Builder(origin)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.problems.append(_not_yaml(error, origin))
        builder.broken = True
    except UnreadableError as stop:
        builder.problems.append(stop.problem)
        builder.broken = True
    return builder.document()


def _place_in(text: str, offset: int, origin: str) -> str:
    start = text.rfind("\n", 0, offset) + 1
    return f"{origin}:{text.count(chr(10), 0, offset) + 1}:{offset - start + 1}"


def _characters(text: str, origin: str) -> Iterator[Problem]:
    for found in islice(_NOT_IN_FILE.finditer(text), MAXIMUM_REPORTED):
        yield Problem(_place_in(text, found.start(), origin), forbidden(found[0]), tr("Delete it."))


def forbidden_in(text: str) -> tuple[str, ...]:
    """The characters of a text that no file may hold, or that stand for one that was lost; each once."""
    found = [*_NOT_IN_FILE.findall(text), *(one for one in text if one == "\N{REPLACEMENT CHARACTER}")]
    return tuple(dict.fromkeys(found))


def _tabs(text: str, origin: str) -> Iterator[Problem]:
    for found in islice(_TAB_INDENT.finditer(text), MAXIMUM_REPORTED):
        where = _place_in(text, found.start(1), origin)
        yield Problem(where, tr("The line is indented with a tab."), tr("Indent with spaces."))


def _not_yaml(error: yaml.YAMLError, origin: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = f"{origin}:{mark.line + 1}:{mark.column + 1}" if mark else origin
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or tr("it cannot be read")
    return Problem(
        where,
        tr("This is not YAML: {what}.", what=what),
        tr("Check indentation, colons and quotes here and in the line before."),
    )
