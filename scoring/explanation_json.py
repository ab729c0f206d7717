"""An explanation for programs (docs/explain-json.md): absent means null, exact figures beside rounded."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from scoring.assessment import AreaRating, Comparison, ItemRating, Summary, Why
from scoring.band_limits import BandLimits
from scoring.certainty import Certainty
from scoring.explanation import (
    AreaExplained,
    Explanation,
    GapMeasured,
    GroupsTold,
    ItemExplained,
    Looked,
    Part,
    SummaryExplained,
)
from scoring.references_json import comparison_json, sub_changes_json
from scoring.rounding import exact, number, six_decimals
from scoring.sensitivity import Sensitivity
from scoring.still_needed import StillNeeded
from scoring.would_change_json import summary_change_json, would_change_json


def explanation_json(explanation: Explanation) -> dict[str, Any]:
    """The working view of an explanation as plain values for `json.dumps`; figures are points of 0-100."""
    subject = explanation.subject
    heard = explanation.respondents
    head = {
        "id": explanation.id,
        "kind": explanation.kind,
        "made_from": asdict(explanation.made_from),
        "respondents": asdict(heard) if heard else None,
    }
    if isinstance(subject, ItemExplained):
        return head | _item(subject)
    return head | (_area(subject) if isinstance(subject, AreaExplained) else _summary(subject))


def _head(rating: ItemRating | AreaRating | Summary, title: str, *, hidden: bool = False) -> dict[str, Any]:
    score = None if hidden else rating.score
    return {
        "title": title,
        "score": number(score),
        "exact": _exact(score),
        "band": None if hidden else rating.band,
        "reason": rating.why.english if rating.why else None,
        "reason_code": rating.why.code if rating.why else None,
        "baseline": None if hidden else _baseline(rating.baseline),
    }


def _baseline(baseline: Comparison | None) -> dict[str, Any] | None:
    compared = comparison_json(baseline)
    if baseline is None or compared is None:
        return None
    zone = None if baseline.change is None else number(baseline.zone)
    return compared | {"dead_zone": zone}


def _item(item: ItemExplained) -> dict[str, Any]:
    rating = item.rating
    return _head(rating, item.text, hidden=item.hidden) | {
        "area": item.area,
        "state": rating.state,
        "source": rating.source,
        "n": None if item.hidden else rating.n,
        "pooled": item.hidden,
        "reversed": item.reverse,
        "sources": [_looked(one) for one in item.looked],
        "values": [asdict(one) for one in item.found],
        "counts": [asdict(one) | {"points": number(one.points)} for one in item.counts],
        "total": _exact(item.total),
        "without_points": item.without_points,
        "unsettled": asdict(item.unsettled) if item.unsettled else None,
        "working": list(item.working),
        "limits": _limits(item.limits),
        "part": _part(item.part),
    }


def _looked(one: Looked) -> dict[str, Any]:
    return asdict(one) | {"score": number(one.score)}


def _area(area: AreaExplained) -> dict[str, Any]:
    rating = area.rating
    return _head(rating, area.title) | {
        "applicable": rating.applicable,
        "items": [_part(part) for part in area.parts],
        "total": _exact(area.total),
        "weight": exact(area.weight),
        "coverage": number(rating.coverage),
        "counted": rating.n,
        "needed": {
            "coverage": six_decimals(area.needed_coverage),
            "items": area.needed_items,
            "evidence": six_decimals(area.needed_evidence),
        },
        "objective": number(rating.objective),
        "perception": number(rating.perception),
        "limits": _limits(area.limits),
        "still_needed": _still_needed(area.still_needed),
        "would_change": would_change_json(area.would_change),
        "sensitivity": _sensitivity(area.sensitivity),
        "groups": _groups(area.groups),
        **sub_changes_json(rating.baseline),
    }


def _summary(summary: SummaryExplained) -> dict[str, Any]:
    rating = summary.rating
    return _head(rating, summary.title) | {
        "applicable": rating.applicable,
        "areas": [_part(part) for part in summary.parts],
        "total": _exact(summary.total),
        "weight": exact(summary.weight),
        "coverage": number(rating.coverage),
        "rated": rating.n,
        "needed": {"coverage": six_decimals(summary.needed_percent), "areas": summary.needed_areas},
        "limits": _limits(summary.limits),
        "still_needed": _still_needed(summary.still_needed),
        "unrated": [{"id": one.id} | _still_needed_of(one.missing) for one in summary.unrated],
        "would_change": summary_change_json(summary.would_change),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "id": part.id,
        "state": part.state,
        "weight": exact(part.weight),
        "evidence": exact(part.evidence),
        "score": number(part.score),
        "exact": _exact(part.score),
        "adds": _exact(part.adds),
        "share": number(part.share),
        "source": part.source,
        "n": part.n,
        "reason": part.why.english if part.why else None,
    }


def _limits(limits: BandLimits | None) -> dict[str, Any] | None:
    if limits is None:
        return None
    return {
        "band": limits.band,
        "begins": six_decimals(limits.begins),
        "above": _exact(limits.above),
        "next_begins": number(limits.next_begins),
        "to_next": _exact(limits.to_next),
    }


def _still_needed(missing: StillNeeded | None) -> dict[str, Any] | None:
    return None if missing is None else _still_needed_of(missing)


def _still_needed_of(missing: StillNeeded) -> dict[str, Any]:
    return {"number": missing.number, "of": list(missing.of)}


def _sensitivity(found: Sensitivity | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "stable": found.stable,
        "without": [{"id": one.id, "score": number(one.score), "band": one.band} for one in found.items],
        "equal_weights": {"score": number(found.equal_score), "band": found.equal_weights},
        "in_neither": list(found.in_neither),
    }


def _groups(groups: GroupsTold) -> dict[str, Any]:
    told = {
        name: {"people": group.people, "score": number(group.figure), "why": group.why}
        for name, group in (("women", groups.women), ("men", groups.men))
    }
    gap = {"gap": number(groups.gap), "flagged": groups.flagged, "measured": _gap(groups.measured)}
    return told | gap | {"people": groups.people, "rule": groups.rule}


def _gap(measured: GapMeasured | None) -> dict[str, Any] | None:
    if measured is None:
        return None
    sure = measured.sure
    known = sure if isinstance(sure, Certainty) else None
    return {
        "printed": measured.printed,
        "limit": number(measured.limit),
        "smaller_group": measured.smaller,
        "low": number(known.low) if known else None,
        "high": number(known.high) if known else None,
        "verdict": known.verdict if known else None,
        "certainty_reason": sure.code if isinstance(sure, Why) else None,
    }


def _exact(figure: Fraction | None) -> str | None:
    return None if figure is None else exact(figure)
