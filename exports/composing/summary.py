"""The first sheet: where the unit stands, why, and what a reader must know before reading figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from exports.composing import areas
from exports.composing.edition import preview_notice, release_words
from exports.composing.figures import band_words
from exports.composing.statements import BY_RULE, named_area, people_first, weakest_items
from exports.composing.words import figure_words
from exports.material import Material
from exports.report import Bars, Fact, RatedArea, Shown, Statement, Summary
from questionnaires.catalogue import labelled, marked, tr, tr_many
from questionnaires.scope import compares_by_sex, has_survey, hears_opinions
from scoring.assessment import AreaRating
from scoring.disclosure import published_band, published_score
from scoring.findings import gaps, strengths
from scoring.points import DOCUMENTS_NOT_GIVEN
from scoring.published_figure import SIGNS
from scoring.rounding import brief, one_decimal
from scoring.shares import reaching, share_of

LEADING = 3
"""Strengths, gaps and dates on the first sheet."""

LONGEST = 200
"""Characters of a strength or a gap on the first sheet."""

PHASES = {
    "planned": marked("Planned"),
    "preparing": marked("Preparation begins"),
    "document review": marked("Document review begins"),
    "fieldwork": marked("Fieldwork begins"),
    "debrief": marked("Debriefing"),
    "draft report": marked("Draft report"),
    "final report": marked("Final report"),
    "follow up": marked("Follow-up"),
    "closed": marked("Closed"),
}
FEWEST_DRAWN = 3
"""Areas that a radar needs to have a shape."""

MIDDLE = 50

READING = marked(
    "Start with the strengths and findings: they say what works, what is missing and what to do first. The "
    "figures are a help to read them. They compare nobody, and an area without a figure is no bad area."
)


SMALL = marked("A small unit: what people said is shown for an area as a whole.")
SMALL_AND_NOT_APART = marked(
    "A small unit: what people said is shown for an area as a whole, and not for women and men apart."
)


def summary(material: Material) -> Summary:
    """What the first sheet says."""
    return Summary(
        facts=(*material.facts, *_survey(material), Fact(tr("Release"), release_words(material.edition))),
        reading=tr(READING),
        strengths=_leading(people_first(material, "strength", _strong(material))),
        findings=_leading(people_first(material, "finding", ())),
        gaps=_leading(_gaps(material)),
        overall=areas.overall(material),
        fronts=areas.fronts(material) if len(material.questionnaire.fronts) > 1 else (),
        notices=_notices(material),
        dates=_next_dates(material),
    )


def _leading(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(replace(one, text=_shortened(one.text)) for one in statements[:LEADING])


def _shortened(text: str) -> str:
    """A text that leaves room on the first sheet; the whole of it stands on its own."""
    if len(text) <= LONGEST:
        return text
    whole_words, _, _ = text[:LONGEST].rpartition(" ")
    return tr("{text} ... (in full on its sheet)", text=whole_words or text[:LONGEST])


def _next_dates(material: Material) -> tuple[tuple[str, date], ...]:
    """The next three dates of the audit and of what was agreed, from the day of the report on."""
    due = [one.due for one in material.decided if one.status == "accepted" and one.due]
    known = [(tr(PHASES.get(name, name.capitalize())), day) for name, day in material.dates]
    known += [(tr("First recommendation due"), min(due))] if due else []
    ahead = [one for one in known if material.today is None or one[1] >= material.today]
    return tuple(sorted(ahead, key=lambda one: one[1])[:LEADING])


def _survey(material: Material) -> tuple[Fact, ...]:
    return (response(material),) if has_survey(material.questionnaire) else ()


def response(material: Material) -> Fact:
    """The survey as x of y answered; never more than that, and no rate above 100 %."""
    found = material.assessment.response
    if not found.held:
        none = tr("None: the unit is too small for one. People were heard in interviews and the workshop.")
        return Fact(tr("Survey"), none)
    if found.forms > found.invited:
        forms = tr_many("{number} forms", "{number} forms", found.forms)
        invited = tr_many("{number} people invited", "{number} people invited", found.invited)
        return Fact(tr("Survey"), f"{forms}, {invited}")
    text = _answered(found.forms, found.invited)
    if found.forms and not found.counts:
        text = tr(
            "{answered}; fewer than the {percent} % needed, so its answers are not rated",
            answered=text,
            percent=brief(found.needed_percent),
        )
    return Fact(tr("Survey"), text)


def _answered(forms: int, invited: int) -> str:
    if not invited:
        return tr_many(
            "{number} of {invited} answered", "{number} of {invited} answered", forms, invited=invited
        )
    return tr_many(
        "{number} of {invited} answered ({percent} %)",
        "{number} of {invited} answered ({percent} %)",
        forms,
        invited=invited,
        percent=int(Fraction(100 * forms, invited)),
    )


def _strong(material: Material) -> list[Statement]:
    found = strengths(material.questionnaire, material.assessment, LEADING)
    return [_as_statement(material, area, "strongest") for area in found]


def _gaps(material: Material) -> tuple[Statement, ...]:
    """The lowest areas; where fewer than three lie in the lower half, single items below it as well."""
    found = gaps(material.questionnaire, material.assessment, LEADING)
    areas_first = [_as_statement(material, area, "weakest") for area in found]
    return (*areas_first, *weakest_items(material, {area.id for area in found}))[:LEADING]


def _as_statement(material: Material, area: AreaRating, which: str) -> Statement:
    score = published_score(area)
    label = band_words(material.questionnaire, published_band(material.questionnaire, area))
    item = _item_at(material, area, which)
    told = tr("{band}, {points} of 100", band=label, points=figure_words(score))
    return Statement(
        area=named_area(material.questionnaire, area.id),
        text=labelled(told, item) if item else told,
        status=BY_RULE,
    )


def _item_at(material: Material, area: AreaRating, which: str) -> str:
    """In words the item that stands out most, by published figures of listed items only."""
    items = material.questionnaire.items
    known = [(figure, rating.id) for figure, rating in areas.listed_figures(material, area)]
    if not known:
        return ""
    if which == "strongest":
        best, name = max(known)
        return items[name].text if best >= MIDDLE else ""
    worst, name = min(known)
    return items[name].gap if worst < MIDDLE else ""


def _notices(material: Material) -> tuple[str, ...]:
    ratings = material.assessment.areas
    found = list(preview_notice(material.edition))
    if material.assessment.overall.score is None:
        found.append(
            tr(
                "There is no overall rating: too few areas could be rated. Findings and recommendations "
                "stand without it."
            )
        )
    missing = ", ".join(area.id for area in ratings if area.why and area.why.code == DOCUMENTS_NOT_GIVEN.code)
    if missing:
        found.append(
            tr("Documents not given: {areas} could not be rated for want of documents.", areas=missing)
        )
    many = ", ".join(area.id for area in ratings if area.many_not_applicable)
    if many:
        found.append(
            tr("More than a third of the items were declared not applicable in: {areas}.", areas=many)
        )
    if material.assessment.small_unit and hears_opinions(material.questionnaire):
        apart = compares_by_sex(material.questionnaire)
        found.append(tr(SMALL_AND_NOT_APART if apart else SMALL))
    if reached := _reached(material):
        found.append(reached)
    return tuple(found)


def _reached(material: Material) -> str:
    """Of a share how many of how many; empty for a mean, and where nothing is rated."""
    questionnaire, assessment = material.questionnaire, material.assessment
    if questionnaire.share is None or assessment.overall.score is None:
        return ""
    counted = [item for area in assessment.areas if area.score is not None for item in area.items]
    number = sum(item.state == "counted" for item in counted)
    return tr_many(
        "Overall: {reaching} of {number} items; {share}.",
        "Overall: {reaching} of {number} items; {share}.",
        number,
        reaching=reaching(questionnaire, counted),
        share=share_of(questionnaire),
    )


def bars(rated: tuple[RatedArea, ...]) -> Bars:
    """The chart of the areas, with what it shows in words."""
    rows = tuple(
        (f"{area.line.id} {area.line.title}", _bar(area.line.score), _bar(area.line.baseline))
        for area in rated
    )
    known = [(score, name) for name, score, _ in rows if score is not None]
    baseline = tr("Baseline") if any(row[2] is not None for row in rows) else ""
    return Bars(_sentence(known, len(rows), baseline), rows, baseline)


def _bar(figure: Shown) -> Fraction | None:
    """A figure that may be drawn; one at the end of the scale is drawn at the end that may be told."""
    if isinstance(figure, Fraction):
        return figure
    bounded = figure and figure.startswith(SIGNS)
    return Fraction(figure.split(" ")[-1]) if figure and bounded else None


def _sentence(known: list[tuple[Fraction, str]], number: int, baseline: str) -> str:
    if not known:
        return tr("No area is rated yet, so there is no chart; the sheet Areas says why.")
    told = [_rated_areas(known, number)]
    if baseline:
        told.append(tr("The broken line is the baseline. A change counts comparable items only."))
    if len(known) < FEWEST_DRAWN:
        told.append(tr("Too few for a chart."))
    elif len(known) < number:
        told.append(tr("Areas without a point are not rated; the sheet Areas says why."))
    return " ".join(told)


def _rated_areas(known: list[tuple[Fraction, str]], number: int) -> str:
    """How many areas are rated, and which stand at the two ends."""
    highest, lowest = (f"{name} ({one_decimal(score)})" for score, name in (max(known), min(known)))
    if len(known) == 1:
        return tr("One area of {all} is rated: {area}.", all=number, area=highest)
    if len(known) < FEWEST_DRAWN:
        return tr_many(
            "Rated are the {number} rated areas of {all} on 0-100: highest {highest}, lowest {lowest}.",
            "Rated are the {number} rated areas of {all} on 0-100: highest {highest}, lowest {lowest}.",
            len(known),
            all=number,
            highest=highest,
            lowest=lowest,
        )
    return tr_many(
        "The chart shows the {number} rated areas of {all} on 0-100: highest {highest}, lowest {lowest}.",
        "The chart shows the {number} rated areas of {all} on 0-100: highest {highest}, lowest {lowest}.",
        len(known),
        all=number,
        highest=highest,
        lowest=lowest,
    )
