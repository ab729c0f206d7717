"""From material to the Report: the order in which things are decided."""

from __future__ import annotations

from exports.composing.advice import advice, also_raised
from exports.composing.by_sex import sentence
from exports.composing.figures import item_legend, legend
from exports.composing.glossary import glossary
from exports.composing.method import limits, sections
from exports.composing.people import heard
from exports.composing.rated import rated_areas
from exports.composing.released import released
from exports.composing.statements import all_strengths, findings, practices
from exports.composing.summary import bars, summary
from exports.material import Material
from exports.report import Identity, Report
from questionnaires.catalogue import spoken
from questionnaires.scope import asks_by, compares_by_sex, hears_opinions


def compose(material: Material) -> Report:
    """Decide all that a report says. Never fails for want of evidence or of decisions."""
    rated = rated_areas(material)
    return Report(
        title=material.questionnaire.title,
        unit=material.unit,
        legend=legend(material.questionnaire),
        summary=summary(material),
        areas=rated,
        bars=bars(rated),
        strengths=all_strengths(material),
        practices=practices(material),
        findings=findings(material),
        advice=advice(material),
        also_raised=also_raised(material),
        released=released(material),
        heard=heard(material),
        method=sections(material),
        identity=Identity(material.audit, material.edition.number, material.sha256, material.edition.at),
        answered=material.answered,
        progressed=material.progressed,
        views=material.views,
        papers=material.papers,
        dates=material.dates,
        draft=material.draft,
        groups_exact=material.assessment.policy == "exact",
        by_sex=sentence(rated),
        drawn=material.practice,
        limits=limits(material),
        glossary=glossary(material),
        item_legend=item_legend(material.questionnaire),
        language=spoken(),
        opinions=hears_opinions(material.questionnaire),
        sexes_apart=compares_by_sex(material.questionnaire),
        staff_data=asks_by(material.questionnaire, "staff_data"),
    )
