"""What every part of a definition is built from: ids, texts, versions, exact numbers, frozen classes."""

from __future__ import annotations

import re
from contextlib import suppress
from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.\-]*$", max_length=40)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Version = Annotated[str, StringConstraints(pattern=r"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}$")]

# No exponent and few digits: `1e999999999` is short to write and endless to expand.
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12}|/[0-9]{1,12})?")


def _exact(value: object) -> Fraction:
    """A number written as `25`, `12.5` or `100/3`, kept exact; `nan` and `inf` are refused."""
    if isinstance(value, Fraction):
        return value
    with suppress(ZeroDivisionError):
        if NUMBER.fullmatch(str(value)):
            return Fraction(str(value))
    raise ValueError("not a number")


Exact = Annotated[Fraction, BeforeValidator(_exact)]


def version_order(version: str) -> tuple[int, ...]:
    """What versions are sorted by: 1.10.0 comes after 1.9.0."""
    return tuple(int(number) for number in version.split("."))


def next_patch(version: str) -> str:
    """The smallest version after one: 1.1.1 after 1.1.0."""
    major, minor, patch = version_order(version)
    return f"{major}.{minor}.{patch + 1}"


class Part(BaseModel):
    """What every part of a definition has in common: frozen, and unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
