"""Figures of a definition that answers are set against: declared ones, aims, those of the organisation."""

from __future__ import annotations

from typing import Literal

from questionnaires.parts import Exact, Id, Part, Text

Direction = Literal["increase", "decrease", "reach"]
Level = Literal["organisation", "unit"]
BaselineUnit = Literal["percent_women", "percent_men", "percent", "count", "score", "extent"]


class Baseline(Part):
    """A declared figure to compare with. `value` None means a direction without a number.

    `unit` says what the number counts; `level` organisation is a reference line in one unit's report,
    never its baseline. `source` lets a reader of the public document find it.
    """

    value: Exact | None = None
    unit: BaselineUnit
    period: Text | None = None
    direction: Direction
    level: Level
    source: Text
    note: Text | None = None


class Target(Part):
    """An aim: `value` in `unit`, to be reached by `by` (a year); a date past is printed as "aim of 2010"."""

    value: Exact | None = None
    unit: BaselineUnit
    by: Text | None = None
    direction: Direction
    level: Level
    source: Text
    note: Text | None = None


class Figure(Part):
    """A figure of the whole organisation that belongs to no item, e.g. the number of audits done."""

    id: Id
    text: Text
    value: Exact | None = None
    unit: Text
    period: Text | None = None
    kind: Literal["baseline", "target", "context", "direction"]
    source: Text
    note: Text | None = None
