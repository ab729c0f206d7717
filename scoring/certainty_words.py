"""How sure a gap is, as a sentence for the facilitation team (docs/method.md, rule 5)."""

from __future__ import annotations

from fractions import Fraction

from scoring.certainty import Certainty, Verdict
from scoring.rounding import down, one_decimal, up

VERDICTS: dict[Verdict, str] = {
    "clear": "clear",
    "small": "more than chance, but too small to call for attention",
    "chance": "could be chance",
}


def in_words(found: Certainty) -> str:
    """For example: Women 12.3 points lower than men; with 18 women and 6 men the gap lies between ..."""
    return " ".join(part for part in (f"{_gap(found)}; {_sure(found)}.", _unknown_staff(found)) if part)


def interval_end(end: Fraction) -> str:
    """One end of an interval with its sign, rounded away from zero: an end beside zero never reads 0.0."""
    rounded = up(end) if end > 0 else down(end)
    return ("+" if end > 0 else "") + one_decimal(rounded)


def _gap(found: Certainty) -> str:
    if found.gap == 0:
        return "Women and men the same"
    return f"Women {one_decimal(abs(found.gap))} points {'lower' if found.gap < 0 else 'higher'} than men"


def _sure(found: Certainty) -> str:
    people = f"{found.women.people} women and {found.men.people} men"
    if found.freedom is not None:
        between = f"between {interval_end(found.low)} and {interval_end(found.high)}"
        return f"with {people} the gap lies {between}: {VERDICTS[found.verdict]}"
    if found.women.everybody and found.men.everybody:
        return f"everybody answered ({people}), so chance has no part in it{_tail(found)}"
    return f"each group answered alike or in full ({people}), so the interval is the gap itself{_tail(found)}"


def _tail(found: Certainty) -> str:
    if found.verdict == "clear":
        return ": clear"
    return ", but too small to call for attention" if found.gap else ""


def _unknown_staff(found: Certainty) -> str:
    if found.women.staff is not None:
        return ""
    return "How many women and men work here was not given, so the unit was taken as very large."
