"""The figures of an audit as the baseline of the next one, and their way through a file."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from questionnaires.catalogue import SOURCE, speaking
from questionnaires.definition import Questionnaire
from scoring.areas import weighed
from scoring.assessment import AreaRating, Assessment
from scoring.disclosure import published_perception, published_score
from scoring.evidence import Earlier, EarlierArea, EarlierItem, Printed
from scoring.published_figure import PublishedFigure
from scoring.rounding import exact


def earlier_from(
    questionnaire: Questionnaire,
    assessment: Assessment,
    *,
    unit: str,
    start: str,
    sha256: str,
    respondents: int,
) -> Earlier:
    """What the next audit of the unit needs of this one.

    `start` is an ISO date, `sha256` the hash of the questionnaire, `respondents` the people who answered in
    confidence. An item whose own figure may not be shown is marked pooled.
    """
    return Earlier(
        unit=unit,
        start=start,
        questionnaire=assessment.questionnaire,
        version=assessment.version,
        sha256=sha256,
        respondents=respondents,
        items=_items(questionnaire, assessment),
        areas={area.id: _area(area) for area in assessment.areas},
        overall=assessment.overall.score,
    )


def _area(area: AreaRating) -> EarlierArea:
    with speaking(SOURCE):  # what is kept is the same whatever language is spoken here
        printed, said = _printed(published_score(area)), _printed(published_perception(area))
    return EarlierArea(
        score=area.score,
        objective=area.objective,
        perception=area.perception,
        coarse=area.in_steps,
        printed=printed,
        printed_perception=said,
    )


def _printed(figure: PublishedFigure) -> Printed | None:
    return None if figure.value is None else Printed(figure.value, figure.text, figure.at_end)


def _items(questionnaire: Questionnaire, assessment: Assessment) -> dict[str, EarlierItem]:
    return {
        item.id: EarlierItem(
            score=item.score,
            weight=weighed(item),
            comparable_since=questionnaire.items[item.id].comparable_since,
            evidence=questionnaire.items[item.id].evidence,
            value=item.value,
            pooled=not item.shown,
            area=area.id,
            item_weight=item.weight,
            origin=_shared_with(questionnaire, item.id),
        )
        for area in assessment.areas
        for item in area.items
        if item.score is not None
    }


def _shared_with(questionnaire: Questionnaire, item_id: str) -> str:
    """The other questionnaire that an item is shared with; empty where there is none."""
    origin = questionnaire.origin(item_id)
    return "" if origin == questionnaire.id else origin


def earlier_to_json(earlier: Earlier) -> dict[str, Any]:
    """Plain values for a JSON file; figures as exact "p/q"."""
    return {
        "unit": earlier.unit,
        "start": earlier.start,
        "questionnaire": earlier.questionnaire,
        "version": earlier.version,
        "sha256": earlier.sha256,
        "respondents": earlier.respondents,
        "overall": _text(earlier.overall),
        "items": {name: _item_to_json(item) for name, item in earlier.items.items()},
        "areas": {name: _area_to_json(area) for name, area in earlier.areas.items()},
    }


def earlier_from_json(stored: Mapping[str, Any]) -> Earlier:
    """The figures back from what `earlier_to_json` wrote; KeyError or ValueError for anything else."""
    return Earlier(
        unit=stored["unit"],
        start=stored["start"],
        questionnaire=stored["questionnaire"],
        version=stored["version"],
        sha256=stored["sha256"],
        respondents=stored["respondents"],
        items={name: _item_from_json(item) for name, item in stored["items"].items()},
        areas={name: _area_from_json(area) for name, area in stored["areas"].items()},
        overall=_figure(stored["overall"]),
    )


def _item_to_json(item: EarlierItem) -> dict[str, Any]:
    return {
        "score": exact(item.score),
        "weight": exact(item.weight),
        "comparable_since": item.comparable_since,
        "evidence": item.evidence,
        "value": item.value,
        "pooled": item.pooled,
        "area": item.area,
        "item_weight": _text(item.item_weight),
        **({"origin": item.origin} if item.origin else {}),
    }


def _item_from_json(stored: Mapping[str, Any]) -> EarlierItem:
    return EarlierItem(
        score=Fraction(stored["score"]),
        weight=Fraction(stored["weight"]),
        comparable_since=stored["comparable_since"],
        evidence=stored["evidence"],
        value=stored["value"],
        pooled=stored["pooled"],
        area=stored.get("area"),
        item_weight=_figure(stored.get("item_weight")),
        origin=stored.get("origin", ""),
    )


def _area_to_json(area: EarlierArea) -> dict[str, Any]:
    return {
        "coarse": area.coarse,
        "printed": _printed_to_json(area.printed),
        "printed_perception": _printed_to_json(area.printed_perception),
        "score": _text(area.score),
        "objective": _text(area.objective),
        "perception": _text(area.perception),
    }


def _area_from_json(stored: Mapping[str, Any]) -> EarlierArea:
    """What was copied in before a field existed is read on the safe side."""
    score, objective, perception = (_figure(stored[name]) for name in ("score", "objective", "perception"))
    printed, said = (_printed_from_json(stored.get(name)) for name in ("printed", "printed_perception"))
    return EarlierArea(score, objective, perception, stored.get("coarse", True), printed, said)


def _printed_to_json(printed: Printed | None) -> dict[str, Any] | None:
    if printed is None:
        return None
    return {"value": exact(printed.value), "text": printed.text, "at_end": printed.at_end}


def _printed_from_json(stored: Mapping[str, Any] | None) -> Printed | None:
    return None if stored is None else Printed(Fraction(stored["value"]), stored["text"], stored["at_end"])


def _text(figure: Fraction | None) -> str | None:
    return None if figure is None else exact(figure)


def _figure(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
