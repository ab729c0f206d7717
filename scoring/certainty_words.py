"""How sure a gap is, as a sentence for the facilitation team (docs/method.md, rule 5)."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.catalogue import marked, tr, tr_many
from scoring.certainty import Certainty, Verdict
from scoring.rounding import down, one_decimal, up

VERDICTS: dict[Verdict, str] = {
    "clear": marked("clear"),
    "small": marked("more than chance, but too small to call for attention"),
    "chance": marked("could be chance"),
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
        return tr("Women and men the same")
    points = one_decimal(abs(found.gap))
    if found.gap < 0:
        return tr("Women {points} points lower than men", points=points)
    return tr("Women {points} points higher than men", points=points)


def _sure(found: Certainty) -> str:
    people = _people(found)
    if found.freedom is not None:
        return tr(
            "with {people} the gap lies between {low} and {high}: {verdict}",
            people=people,
            low=interval_end(found.low),
            high=interval_end(found.high),
            verdict=tr(VERDICTS[found.verdict]),
        )
    if found.women.everybody and found.men.everybody:
        return _everybody(found, people)
    return _no_spread(found, people)


def _people(found: Certainty) -> str:
    women = tr_many("{number} woman", "{number} women", found.women.people)
    men = tr_many("{number} man", "{number} men", found.men.people)
    return tr("{women} and {men}", women=women, men=men)


def _everybody(found: Certainty, people: str) -> str:
    if found.verdict == "clear":
        return tr("everybody answered ({people}), so chance has no part in it: clear", people=people)
    if found.gap:
        return tr(
            "everybody answered ({people}), so chance has no part in it, but too small to call for attention",
            people=people,
        )
    return tr("everybody answered ({people}), so chance has no part in it", people=people)


def _no_spread(found: Certainty, people: str) -> str:
    if found.verdict == "clear":
        return tr(
            "each group answered alike or in full ({people}), so the interval is the gap itself: clear",
            people=people,
        )
    if found.gap:
        return tr(
            "each group answered alike or in full ({people}), so the interval is the gap itself, "
            "but too small to call for attention",
            people=people,
        )
    return tr(
        "each group answered alike or in full ({people}), so the interval is the gap itself", people=people
    )


def _unknown_staff(found: Certainty) -> str:
    if found.women.staff is not None:
        return ""
    return tr("How many women and men work here was not given, so the unit was taken as very large.")
