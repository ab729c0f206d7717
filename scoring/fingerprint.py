"""The hash of the answers and of the method: whether two ratings were made from the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from fractions import Fraction
from hashlib import sha256
from typing import Any

from questionnaires.definition import Questionnaire
from scoring.evidence import Evidence
from scoring.rounding import exact

IN_ORDER = "observations"
"""The last that was confirmed counts, so their order is part of what was collected."""
NO_ANSWERS = ("people_before", "ref")
"""What was published before, and the random name of a form: nobody answered them."""


def evidence_hash(evidence: Evidence) -> str:
    """SHA-256 over all that was collected, 64 hexadecimal digits.

    The same counts give the same hash in whatever order people answered, split over as many rows as may
    be. A field that stands at its default is left out, so that a field added later changes no old hash.
    """
    told = _fields(evidence)
    for name, value in told.items():
        if isinstance(getattr(evidence, name), tuple):
            told[name] = _by_item(value) if name == IN_ORDER else _added_up(value)
    return _hash(told)


def method_hash(questionnaire: Questionnaire) -> str:
    """SHA-256 over the method's id, the numbers of its rules and where its bands begin.

    A share is left out where there is none, so that the hash of a method without one stays as it was.
    """
    told: dict[str, Any] = {
        "method": questionnaire.method,
        "rules": questionnaire.rules.model_dump(),
        "bands": {band.id: band.minimum for band in questionnaire.bands},
    }
    if questionnaire.share is not None:
        bands = {band.id: band.minimum for band in questionnaire.share.bands}
        told["share"] = {"from_points": questionnaire.share.from_points, "bands": bands}
    return _hash(_plain(told))


def _hash(told: Any) -> str:
    # ASCII, sorted keys and no blanks: the same bytes on every machine, in every language.
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def _by_item(observations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(observations, key=lambda said: str(said["item"]))


def _added_up(rows: Iterable[Any]) -> list[Any]:
    """Rows in one order; those that differ in their `number` of people only are one row."""
    numbers: dict[str, int] = {}
    for row in rows:
        number = row.pop("number", 1)
        name = json.dumps(row)
        numbers[name] = numbers.get(name, 0) + number
    return [[json.loads(name), numbers[name]] for name in sorted(numbers) if numbers[name]]


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return exact(value)
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, Mapping):
        return sorted([_plain(key), _plain(each)] for key, each in value.items())
    return [_plain(each) for each in value] if isinstance(value, (tuple, list)) else value


def _fields(value: Any) -> dict[str, Any]:
    return {
        part.name: _plain(getattr(value, part.name))
        for part in fields(value)
        if part.name not in NO_ANSWERS and getattr(value, part.name) != _default(part)
    }


def _default(part: Field[Any]) -> Any:
    made = part.default_factory
    return part.default if made is MISSING else made()
