"""One printed figure as three columns: the number, on which side of it the truth lies, why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from exports.report import Line, Shown
from exports.tidy.table import Row, Value, Variable
from scoring.published_figure import NOT_SHOWN, SIGNS

EVIDENCE, DOCUMENTS, NOT_APPLICABLE = "not enough evidence", "documents not given", "not applicable"
HIDDEN = NOT_SHOWN.text
INFORMATION = "information only"
BAND_ONLY = "band only"
NONE = "no figure"
REASONS = (EVIDENCE, DOCUMENTS, NOT_APPLICABLE, HIDDEN, INFORMATION, BAND_ONLY, NONE)
"""Why there is no number. The last: the workbook's cell is empty too, as there is nothing of the kind."""
NOT_RATED = "not rated: "


@dataclass(frozen=True)
class Split:
    """A figure taken apart: `number` None exactly where `reason` is given; `sign` empty for an exact one."""

    number: Fraction | None
    sign: str = ""
    reason: str = ""


def split(shown: Shown, reason: str = NONE) -> Split:
    """Takes a printed figure apart. `reason` is why an empty cell is empty."""
    if shown is None or shown == "":
        return Split(None, reason=reason)
    if isinstance(shown, Fraction):
        return Split(shown)
    for sign in SIGNS:
        if shown.startswith(sign):
            return Split(Fraction(shown.removeprefix(sign).strip()), sign)
    return Split(None, reason=shown)


def why(line: Line) -> str:
    """Why a line has no score, by what the workbook says beside it."""
    told = line.why.removeprefix(NOT_RATED)
    for reason in (EVIDENCE, DOCUMENTS, NOT_APPLICABLE, HIDDEN):
        if told.startswith(reason):
            return reason
    if told.startswith("Information only"):
        return INFORMATION
    return BAND_ONLY if line.band else NONE


def variables(name: str, label: str, unit: str) -> tuple[Variable, ...]:
    """The three columns of a figure."""
    return (
        Variable(name, label, "number", unit, missing=f"see {name}_reason"),
        Variable(f"{name}_sign", f"On which side of {name} the truth lies", values=SIGNS, missing=EXACT),
        Variable(f"{name}_reason", f"Why {name} is empty", values=REASONS, missing="there is a number"),
    )


EXACT = "the number stands as it is, or there is none"


def cells(name: str, found: Split) -> Row:
    """The three cells of a figure."""
    made: dict[str, Value] = {name: found.number, f"{name}_sign": found.sign, f"{name}_reason": found.reason}
    return made
