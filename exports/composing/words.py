"""Small words of a report in the language spoken: figures that stand in a text, reasons, plurals, lists."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from exports.report import Fact, Shown
from questionnaires.catalogue import tr
from scoring.assessment import Why
from scoring.disclosure import published_reason
from scoring.published_figure import (
    DOCUMENTS_NOT_GIVEN,
    NOT_APPLICABLE,
    NOT_ENOUGH,
    NOT_SHOWN,
    PublishedFigure,
)

REASONS = (NOT_ENOUGH, DOCUMENTS_NOT_GIVEN, NOT_APPLICABLE, NOT_SHOWN.text)
"""Why there is no figure; these words stand in English wherever figures are compared."""
NOT_WHOLE = 102
"""A whole number after which a noun has the form that it has after a figure with decimals (French, Spanish,
Russian, Arabic)."""
ABOUT = "about "


def reason(why: Why | None) -> str:
    """Why there is no figure, as it is published."""
    return reason_words(published_reason(why))


def reason_words(found: str) -> str:
    """The same of a published reason; empty for none."""
    return tr(found)


def not_shown() -> str:
    """What stands for a figure that is kept back."""
    return tr(NOT_SHOWN.text)


def figure_words(figure: PublishedFigure) -> str:
    """A figure inside a sentence: `62.5`, `>= 95`, `about 55`, a band, or why there is none."""
    return str(said(figure.text))


def said(shown: Shown) -> Shown:
    """A figure or the text in its place as a reader reads it; a word of the questionnaire stays as it is."""
    if not isinstance(shown, str):
        return shown
    if shown.startswith(ABOUT):
        return tr("about {figure}", figure=shown.removeprefix(ABOUT))
    return tr(shown) if shown in REASONS else shown


def count_for(figure: Fraction) -> int:
    """The number by which a language chooses the plural of what is counted."""
    return int(abs(figure)) if figure.denominator == 1 else NOT_WHOLE


def told(fact: Fact) -> Fact:
    """A line of the program's own texts in the language spoken."""
    return Fact(tr(fact.label), tr(fact.text))


def either(parts: Sequence[str]) -> str:
    """`a; or b; or c`."""
    found = parts[0]
    for part in parts[1:]:
        found = tr("{one}; or {other}", one=found, other=part)
    return found


def together(parts: Sequence[str]) -> str:
    """`a, and b, and c`."""
    found = parts[0]
    for part in parts[1:]:
        found = tr("{one}, and {other}", one=found, other=part)
    return found


def else_from(parts: Sequence[str]) -> str:
    """`a, else b, else c`."""
    found = parts[0] if parts else ""
    for part in parts[1:]:
        found = tr("{one}, else {other}", one=found, other=part)
    return found


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
