"""What follows from whole forms, added up one form after the other: the slow, obvious way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.definition import Questionnaire
from questionnaires.routing import small_unit
from scoring.confidential import chosen_items, pooled_spreads
from scoring.evidence import Evidence, Group, ScaleSums, Spread

GROUPS: tuple[Group, ...] = ("woman", "man", "x")


@dataclass(frozen=True)
class Form:
    """One person's form; `points`: item id -> points of 0-100, of the answers that carry some."""

    group: Group
    points: Mapping[str, Fraction]


def spreads_of(questionnaire: Questionnaire, evidence: Evidence, forms: Sequence[Form]) -> tuple[Spread, ...]:
    """The spreads of the areas whose items count in confidence, by the tallies of `evidence`."""
    if small_unit(questionnaire, evidence.setting):
        return pooled_spreads(questionnaire, evidence)
    found = []
    for area, chosen in chosen_items(questionnaire, evidence).items():
        for group in GROUPS:
            mine = [form for form in forms if form.group == group]
            people = sum(any(item in form.points for item in chosen.counted) for form in mine)
            means = [_mean(questionnaire, form, chosen.compared) for form in mine]
            known = [mean for mean in means if mean is not None]
            if people:
                total, squares = sum(known, Fraction(0)), sum((mean**2 for mean in known), Fraction(0))
                found.append(Spread(area, group, people, len(known), total, squares))
    return tuple(found)


def _mean(questionnaire: Questionnaire, form: Form, items: Sequence[str]) -> Fraction | None:
    weights = {name: questionnaire.items[name].weight for name in items if name in form.points}
    total = sum((weight * form.points[name] for name, weight in weights.items()), Fraction(0))
    return total / sum(weights.values(), Fraction(0)) if weights else None


def scales_of(
    questionnaire: Questionnaire, evidence: Evidence, forms: Sequence[Form]
) -> tuple[ScaleSums, ...]:
    """The sums of the forms that answered a whole scale."""
    found = []
    for area, chosen in chosen_items(questionnaire, evidence).items():
        whole = [
            [form.points[i] for i in chosen.scale] for form in forms if form.points.keys() >= {*chosen.scale}
        ]
        if chosen.scale and whole:
            columns = list(zip(*whole, strict=True))
            found.append(
                ScaleSums(
                    area,
                    chosen.scale,
                    len(whole),
                    tuple(sum(column, Fraction(0)) for column in columns),
                    tuple(sum((points**2 for points in column), Fraction(0)) for column in columns),
                    sum((sum(row, Fraction(0)) ** 2 for row in whole), Fraction(0)),
                )
            )
    return tuple(found)
