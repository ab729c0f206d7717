"""Evidence as plain values for a file, and back: what a release keeps is read again years later."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from scoring.evidence import Evidence
from scoring.rounding import exact


def evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    """Plain values for `json.dumps`: figures as exact "p/q", a mapping as a list of [key, value]."""
    return cast("dict[str, Any]", _plain(evidence))


def evidence_from_json(stored: Mapping[str, Any]) -> Evidence:
    """The evidence back; KeyError, TypeError or ValueError for anything `evidence_to_json` never wrote."""
    return cast("Evidence", _read(Evidence, stored))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Fraction):
        return exact(value)
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(part)] for key, part in value.items()]
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    return value


def _read(kind: Any, stored: Any) -> Any:
    """A value of the annotated kind; fields that a file does not have yet keep their default."""
    origin, parts = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        known = {each.name for each in fields(kind)} & set(stored)
        return kind(**{name: _read(hints[name], stored[name]) for name in sorted(known)})
    if kind is Fraction:
        return Fraction(stored)
    if origin in (types.UnionType, Union):
        return None if stored is None else _read(next(p for p in parts if p is not type(None)), stored)
    if origin is tuple:
        each = [parts[0]] * len(stored) if parts[-1] is Ellipsis else parts
        return tuple(_read(part, value) for part, value in zip(each, stored, strict=True))
    if origin is not None and origin is not Literal:
        return {_read(parts[0], key): _read(parts[1], value) for key, value in stored}
    return stored
