"""What is not said about a rating is missing: None, nothing or no, never a figure."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from fractions import Fraction
from typing import Any

import scoring

NOTHING: dict[str, Any] = {"bool": False, "int": 0, "str": "", "Fraction": Fraction(0)}
"""What a field of a plain type stands at where it is not given; every other is None or empty."""
UNLESS_SAID: dict[str, Any] = {
    "ItemRating.shown": True,
    "AreaRating.group_step": Fraction(5),
    "Assessment.policy": "steps",
    "Evidence.policy": "steps",
    "Mark.evidence_weight": Fraction(1),
    "_Part.highest": Fraction(100),
}


def with_default() -> Iterator[tuple[str, Field[Any]]]:
    """Every field of a class of `scoring` that need not be given."""
    for found in pkgutil.iter_modules(scoring.__path__):
        module = importlib.import_module(f"scoring.{found.name}")
        for name, kind in vars(module).items():
            if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__:
                yield from (
                    (f"{name}.{one.name}", one) for one in fields(kind) if default(one) is not MISSING
                )


def default(one: Field[Any]) -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()


def test_what_is_not_said_is_missing() -> None:
    assert [name for name, one in with_default() if not says_nothing(name, default(one), str(one.type))] == []


def says_nothing(name: str, stands_at: Any, kind: str) -> bool:
    if name in UNLESS_SAID:
        return bool(stands_at == UNLESS_SAID[name])
    if "None" in kind:
        return stands_at is None
    if kind in NOTHING:
        return stands_at == NOTHING[kind] and type(stands_at) is type(NOTHING[kind])
    return not stands_at and type(stands_at).__name__ in ("tuple", "dict", "frozenset", "mappingproxy")
