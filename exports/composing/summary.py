"""The first sheet: where the unit stands, why, and what a reader must know before reading figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from exports.composing import areas
from exports.composing.edition import preview_notice, release_words
from exports.composing.figures import band_words
from exports.composing.statements import BY_RULE, named_area, people_first, weakest_items
from exports.material import Material
from exports.report import Bars, Fact, RatedArea, Shown, Statement, Summary
from questionnaires.scope import compares_by_sex, has_survey, hears_opinions
from scoring.assessment import AreaRating
from scoring.disclosure import published_band, published_reason, published_score
from scoring.findings import gaps, strengths
from scoring.published_figure import SIGNS
from scoring.rounding import brief, one_decimal
from scoring.shares import reaching, share_of

LEADING = 3
"""Strengths, gaps and dates on the first sheet."""

LONGEST = 200
"""Characters of a strength or a gap on the first sheet."""

GOES_ON = " ... (in full on its sheet)"
PHASES = {
    "preparing": "Preparation begins",
    "document review": "Document review begins",
    "fieldwork": "Fieldwork begins",
    "debrief": "Debriefing",
    "draft report": "Draft report",
    "final report": "Final report",
    "follow up": "Follow-up",
}
FEWEST_DRAWN = 3
"""Areas that a radar needs to have a shape."""

MIDDLE = 50

READING = (
    "Start with the strengths and findings: they say what works, what is missing and what to do first. The "
    "figures are a help to read them. They compare nobody, and an area without a figure is no bad area."
)


def summary(material: Material) -> Summary:
    """What the first sheet says."""
    return Summary(
        facts=(*material.facts, *_survey(material), Fact("Release", release_words(material.edition))),
        reading=READING,
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
    return f"{whole_words or text[:LONGEST]}{GOES_ON}"


def _next_dates(material: Material) -> tuple[tuple[str, date], ...]:
    """The next three dates of the audit and of what was agreed, from the day of the report on."""
    due = [one.due for one in material.decided if one.status == "accepted" and one.due]
    known = [(PHASES.get(name, name.capitalize()), day) for name, day in material.dates]
    known += [("First recommendation due", min(due))] if due else []
    ahead = [one for one in known if material.today is None or one[1] >= material.today]
    return tuple(sorted(ahead, key=lambda one: one[1])[:LEADING])


def _survey(material: Material) -> tuple[Fact, ...]:
    return (response(material),) if has_survey(material.questionnaire) else ()


def response(material: Material) -> Fact:
    """The survey as x of y answered; never more than that, and no rate above 100 %."""
    found = material.assessment.response
    if not found.held:
        return Fact(
            "Survey", "None: the unit is too small for one. People were heard in interviews and the workshop."
        )
    if found.forms > found.invited:
        return Fact("Survey", f"{found.forms} forms, {found.invited} people invited")
    share = f" ({int(Fraction(100 * found.forms, found.invited))} %)" if found.invited else ""
    text = f"{found.forms} of {found.invited} answered{share}"
    if found.forms and not found.counts:
        text += f"; fewer than the {brief(found.needed_percent)} % needed, so its answers are not rated"
    return Fact("Survey", text)


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
    return Statement(
        area=named_area(material.questionnaire, area.id),
        text=f"{label}, {score.text} of 100{f': {item}' if item else ''}",
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
            "There is no overall rating: too few areas could be rated. Findings and recommendations stand "
            "without it."
        )
    missing = [area.id for area in ratings if published_reason(area.why) == "documents not given"]
    if missing:
        found.append(f"Documents not given: {', '.join(missing)} could not be rated for want of documents.")
    many = [area.id for area in ratings if area.many_not_applicable]
    if many:
        found.append(f"More than a third of the items were declared not applicable in: {', '.join(many)}.")
    if material.assessment.small_unit and hears_opinions(material.questionnaire):
        apart = ", and not for women and men apart" if compares_by_sex(material.questionnaire) else ""
        found.append(f"A small unit: what people said is shown for an area as a whole{apart}.")
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
    return f"Overall: {reaching(questionnaire, counted)} of {number} items; {share_of(questionnaire)}."


def bars(rated: tuple[RatedArea, ...]) -> Bars:
    """The chart of the areas, with what it shows in words."""
    rows = tuple(
        (f"{area.line.id} {area.line.title}", _bar(area.line.score), _bar(area.line.baseline))
        for area in rated
    )
    known = [(score, name) for name, score, _ in rows if score is not None]
    baseline = "Baseline" if any(row[2] is not None for row in rows) else ""
    return Bars(_sentence(known, len(rows), baseline), rows, baseline)


def _bar(figure: Shown) -> Fraction | None:
    """A figure that may be drawn; one at the end of the scale is drawn at the end that may be told."""
    if isinstance(figure, Fraction):
        return figure
    bounded = figure and figure.startswith(SIGNS)
    return Fraction(figure.split(" ")[-1]) if figure and bounded else None


def _sentence(known: list[tuple[Fraction, str]], number: int, baseline: str) -> str:
    if not known:
        return "No area is rated yet, so there is no chart; the sheet Areas says why."
    highest, lowest = (f"{name} ({one_decimal(score)})" for score, name in (max(known), min(known)))
    shows = "The chart shows" if len(known) >= FEWEST_DRAWN else "Rated are"
    text = f"{shows} the {len(known)} rated areas of {number} on 0-100"
    text += f": highest {highest}, lowest {lowest}."
    if len(known) == 1:
        text = f"One area of {number} is rated: {highest}."
    if baseline:
        text += " The broken line is the baseline. A change counts comparable items only."
    if len(known) < FEWEST_DRAWN:
        return f"{text} Too few for a chart."
    if len(known) < number:
        text += " Areas without a point are not rated; the sheet Areas says why."
    return text
