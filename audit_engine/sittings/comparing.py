"""How far facilitators rated alike, item by item, and what they have to talk about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from audit_engine.auditfile import AuditFile
from audit_engine.sittings.rated_twice import SHEETS, Rated, ladder_rated_by_two, ratings
from audit_engine.store import submissions
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.routing import items_for
from scoring.agreement import Agreement, RatedAlone, agreement, points_apart
from scoring.rounding import down, exact, number, one_decimal


@dataclass(frozen=True)
class Compared:
    """The ratings of an audit side by side.

    `items`: those that two or more rated, in the order of the questionnaire. `areas`: area id -> agreement,
    only of areas with such an item. `levels`: items with levels that two rated, that the method asks for,
    and all of them. `unfinished`: whose sheets are still open.
    """

    items: tuple[Rated, ...]
    overall: Agreement
    areas: dict[str, Agreement]
    levels: tuple[int, int, int]
    unfinished: tuple[str, ...]

    @property
    def raters(self) -> tuple[str, ...]:
        """Who rated at least one item that another rated too."""
        names = (rating.by for each in self.items for rating in (*each.alone, *each.ratings))
        return tuple({name.casefold(): name for name in sorted(names)}.values())

    @property
    def apart(self) -> tuple[Rated, ...]:
        """Items that were rated differently and are not settled."""
        return tuple(each for each in self.items if each.apart)


def compare(file: AuditFile) -> Compared:
    """Reads the ratings of all facilitators; nothing is changed."""
    questionnaire, setting = file.definition.questionnaire, file.facts().setting
    rated = ratings(file)
    twice = [each for each in rated.values() if len(each.ratings) > 1 or len(each.alone) > 1]
    asked = [item.id for item in items_for(questionnaire, setting, "document_review", "facilitator")]
    by_area: dict[str, list[RatedAlone]] = {}
    for each in twice:
        by_area.setdefault(questionnaire.area_of[each.item].id, []).append(each.to_compare)
    found = {area: agreement(questionnaire, alone) for area, alone in by_area.items()}
    return Compared(
        items=tuple(twice),
        overall=agreement(questionnaire, (each.to_compare for each in twice)),
        areas={area.id: found[area.id] for area in questionnaire.areas if area.id in found},
        levels=ladder_rated_by_two(questionnaire, asked, rated),
        unfinished=_unfinished(file),
    )


def _unfinished(file: AuditFile) -> tuple[str, ...]:
    with file.reading() as connection:
        sheets = submissions.submissions(connection, role="facilitator", state="open")
    return tuple(dict.fromkeys(s.by for s in sheets if s.instrument in SHEETS.values()))


def agreement_in_words(found: Agreement) -> str:
    """One line for people, e.g. "9 of 12 items alike (75.0 %); alpha 0.71 over 10 items"."""
    if found.percent is None:
        return tr("no item was rated by two")
    said = tr_many(
        "{alike} of {number} items alike ({percent} %)",
        "{alike} of {number} items alike ({percent} %)",
        found.items,
        alike=found.alike,
        percent=one_decimal(found.percent),
    )
    if found.alpha is None:
        return "; ".join((said, tr("no alpha: {why}", why=found.why.words if found.why else "")))
    alpha = tr_many(
        "alpha {alpha} over {number} items",
        "alpha {alpha} over {number} items",
        found.ranked,
        alpha=alpha_text(found.alpha),
    )
    return "; ".join((said, alpha))


def alpha_text(alpha: Fraction) -> str:
    """Two decimals, rounded down, so that it never reads like a limit that it misses."""
    return f"{float(down(alpha, Fraction(1, 100))):.2f}"


def widest_first(questionnaire: Questionnaire, apart: Iterable[Rated]) -> list[Rated]:
    """First where one rated and another found that there is nothing to rate, then by points apart."""

    def width(each: Rated) -> Fraction:
        points = apart_now(questionnaire, each)
        return Fraction(101) if points is None else points

    return sorted(apart, key=width, reverse=True)


def apart_now(questionnaire: Questionnaire, each: Rated) -> Fraction | None:
    """How far the standing ratings lie apart (points); None where one of them has no points."""
    now = RatedAlone(each.item, tuple(rating.value for rating in each.ratings))
    return points_apart(questionnaire, now)


def compared_json(questionnaire: Questionnaire, found: Compared) -> dict[str, Any]:
    """The same for programs (docs/compare-json.md)."""
    twice, wanted, of = found.levels
    return {
        "raters": list(found.raters),
        "overall": _agreement_json(found.overall),
        "areas": [{"id": name, **_agreement_json(area)} for name, area in found.areas.items()],
        "items": [_item_json(questionnaire, each) for each in found.items],
        "levels": {"rated_by_two": twice, "asked_for": wanted, "all": of},
    }


def _agreement_json(found: Agreement) -> dict[str, Any]:
    return {
        "items": found.items,
        "alike": found.alike,
        "percent": number(found.percent),
        "ranked": found.ranked,
        "alpha": number(found.alpha),
        "exact": None if found.alpha is None else exact(found.alpha),
        "reason": found.why.english if found.why else None,
        "reason_code": found.why.code if found.why else None,
    }


def _item_json(questionnaire: Questionnaire, each: Rated) -> dict[str, Any]:
    points = apart_now(questionnaire, each)
    return {
        "id": each.item,
        "area": questionnaire.area_of[each.item].id,
        "source": each.source,
        "alike": each.to_compare.alike,
        "points_apart": number(points),
        "ratings": [
            {"by": rating.by, "value": rating.value, "evidence": rating.evidence, "notes": list(rating.notes)}
            for rating in each.ratings
        ],
        "rated_alone": [{"by": rating.by, "value": rating.value} for rating in each.alone],
        "counts": each.counts.value if each.counts else None,
        "agreed": each.agreed.value if each.agreed and each.settled else None,
        "agreed_by": each.agreed.by if each.agreed and each.settled else None,
        "agreed_reason": each.reason if each.reason and each.settled else None,
    }
