"""Every area with all that stands beside it."""

from __future__ import annotations

from exports.composing.areas import area_line, item_lines
from exports.composing.by_sex import by_sex
from exports.composing.notes import area_notes, area_trace
from exports.composing.outlook import outlook
from exports.material import Material
from exports.report import RatedArea
from questionnaires.definition import Area
from questionnaires.scope import compares_by_sex
from scoring.assessment import AreaRating


def rated_areas(material: Material) -> tuple[RatedArea, ...]:
    """Every area with its items, in the order of the questionnaire."""
    ratings = {area.id: area for area in material.assessment.areas}
    return tuple(_rated(material, area, ratings[area.id]) for area in material.questionnaire.areas)


def _rated(material: Material, area: Area, rating: AreaRating) -> RatedArea:
    titles = {front.id: front.title for front in material.questionnaire.fronts}
    line, small = area_line(material, area, rating), material.assessment.small_unit
    return RatedArea(
        line=line,
        front=titles[area.front],
        items=item_lines(material, area, rating),
        notes=area_notes(material, rating),
        trace=area_trace(material, rating),
        by_sex=by_sex(line, small_unit=small) if compares_by_sex(material.questionnaire) else "",
        would_change=outlook(material, rating),
    )
