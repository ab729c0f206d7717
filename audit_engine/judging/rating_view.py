"""The ratings on the screen: an overview of fronts and areas, and one area down to its items."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.terminal import heading, say, table
from exports.composing.figures import answer_words
from questionnaires.definition import Area, Item, Questionnaire
from scoring.assessment import AreaRating, Assessment, Comparison, ItemRating, Summary
from scoring.rounding import one_decimal

NOTHING = "-"
SOURCES = {
    "documents": "documents",
    "told": "told",
    "survey": "survey",
    "workshop": "workshop",
    "interviews": "interviews",
    "on_record": "on record",
    "partners": "partners",
    "pooled": "pooled",
}


def show_overview(questionnaire: Questionnaire, assessment: Assessment, unit: str) -> None:
    """Overall, fronts and areas; then everything that is not rated and why."""
    heading(f"Ratings of {unit}")
    say("Working view of the facilitation team: not for the unit. Points of 0-100.")
    _response(assessment)
    say()
    rows: list[tuple[str, ...]] = [_summary_row("Overall", assessment.overall, questionnaire)]
    for front in questionnaire.fronts:
        rating = next(each for each in assessment.fronts if each.id == front.id)
        rows.append(_summary_row(front.title, rating, questionnaire))
        rows += [_area_row(area, questionnaire) for area in assessment.areas if area.front == front.id]
    columns = ("", "Score", "Band", "Cov.%", "Obj.", "Perc.", "Women", "Men", "Gap", "Base", "Change")
    table(columns, rows, right=(1, 3, 4, 5, 6, 7, 8, 9, 10), gap=1)
    say("Cov.: coverage. Obj./Perc.: documents and staff data / people. Base: baseline.")
    say("!: a gap between women and men that calls for attention.")
    _not_rated(questionnaire, assessment)
    _contradictions(questionnaire, assessment)


def _response(assessment: Assessment) -> None:
    response = assessment.response
    if not response.held:
        say("No survey is held in a unit of this size.")
        return
    enough = "counts" if response.counts else f"does not count: {response.needed_percent} % needed"
    say(f"Survey: {response.forms} of {response.invited} answered ({enough}).")


def _summary_row(name: str, rating: Summary, questionnaire: Questionnaire) -> tuple[str, ...]:
    base, change = _baseline(rating.baseline)
    band = _band(rating.band, questionnaire)
    return (name, figure(rating.score), band, figure(rating.coverage), *[""] * 5, base, change)


def _area_row(area: AreaRating, questionnaire: Questionnaire) -> tuple[str, ...]:
    base, change = _baseline(area.baseline)
    gap = figure(area.gap) + ("!" if area.gap_flagged else "")
    return (
        f"  {area.id}",
        figure(area.score),
        _band(area.band, questionnaire) if area.applicable else "n/a",
        figure(area.coverage),
        figure(area.objective),
        figure(area.perception),
        figure(area.women),
        figure(area.men),
        gap,
        base,
        change,
    )


def _baseline(comparison: Comparison | None) -> tuple[str, str]:
    if comparison is None:
        return NOTHING, NOTHING
    change = NOTHING if comparison.change is None else signed(comparison.change)
    return figure(comparison.score), change


def figure(value: Fraction | None) -> str:
    """One decimal, or a dash where there is no figure."""
    return NOTHING if value is None else one_decimal(value)


def signed(value: Fraction) -> str:
    """A change with its sign; zero without one."""
    return ("+" if value > 0 else "") + one_decimal(value)


def _band(band: str | None, questionnaire: Questionnaire) -> str:
    return next((each.label for each in questionnaire.bands if each.id == band), "not rated")


def _not_rated(questionnaire: Questionnaire, assessment: Assessment) -> None:
    named = {area.id: area.title for area in questionnaire.areas}
    named |= {front.id: front.title for front in questionnaire.fronts} | {"overall": "Overall"}
    every: tuple[Summary | AreaRating, ...] = (assessment.overall, *assessment.fronts, *assessment.areas)
    missing = [each for each in every if each.why]
    if missing:
        heading("Not rated")
    for rating in missing:
        if rating.why:
            say(f"{rating.id} {named.get(rating.id, '')}: not rated, because {rating.why.words}.")
    for area in assessment.areas:
        if area.many_not_applicable:
            say(f"{area.id}: more than a third of its items do not apply here.")


def _contradictions(questionnaire: Questionnaire, assessment: Assessment) -> None:
    if assessment.contradictions:
        heading("Documents and people differ")
    for found in assessment.contradictions:
        documents, people = questionnaire.items[found.objective], questionnaire.items[found.perception]
        say(f"{documents.id} {one_decimal(found.documents)}: {documents.text}")
        say(f"{people.id} {one_decimal(found.people)}: {people.text}")


def show_area(questionnaire: Questionnaire, assessment: Assessment, area: Area, unit: str) -> None:
    """One area down to its items."""
    rating = next(each for each in assessment.areas if each.id == area.id)
    heading(f"{area.id} {area.title} - {unit}")
    say("Working view of the facilitation team: not for the unit. Points of 0-100.")
    say(_sentence(rating, questionnaire))
    say()
    rows = [_item_row(questionnaire.items[item.id], item, questionnaire) for item in rating.items]
    columns = ("Item", "Score", "Band or answer", "n", "Source", "What it rests on, or why it does not count")
    table(columns, rows, right=(1, 3))
    _beside(rating)


def _sentence(rating: AreaRating, questionnaire: Questionnaire) -> str:
    if rating.why:
        return f"Not rated, because {rating.why.words}."
    parts = [
        f"{figure(rating.score)} {_band(rating.band, questionnaire)}, coverage {figure(rating.coverage)} %"
    ]
    parts += [f"objective {figure(rating.objective)}, perception {figure(rating.perception)}"]
    if rating.women is not None or rating.men is not None:
        parts.append(f"women {figure(rating.women)}, men {figure(rating.men)}, gap {figure(rating.gap)}")
    if rating.baseline is not None:
        parts.append(_change(rating.baseline))
    return "; ".join(parts) + "."


def _change(comparison: Comparison) -> str:
    change = "no change to tell" if comparison.change is None else f"change {signed(comparison.change)}"
    compared = f"{comparison.comparable} items comparable"
    return (
        f"baseline {figure(comparison.score)} ({comparison.kind}), {change}, {comparison.status}, {compared}"
    )


def _item_row(item: Item, rating: ItemRating, questionnaire: Questionnaire) -> tuple[str, ...]:
    shown = rating.source != "pooled"
    told = rating.why.words if rating.why else (rating.value or "")
    if not shown:
        told = "counts through the area's figure of people"
    number = str(rating.n) if rating.n and shown else ""
    score = figure(rating.score) if shown else NOTHING
    band = _item_band(item, rating, questionnaire) if shown else ""
    source = _source(rating)
    return (item.id, score, band, number, source, f"{item.text}\n{told}".strip())


def _source(rating: ItemRating) -> str:
    if rating.source == "documents" and rating.instrument == "staff_data":
        return "staff data"
    return SOURCES.get(rating.source or "", "")


def _item_band(item: Item, rating: ItemRating, questionnaire: Questionnaire) -> str:
    """The band; for an opinion the words of its answers (docs/method.md, rule 4)."""
    if rating.score is None or rating.band is None:
        return ""
    if item.evidence == "perception":
        return answer_words(questionnaire, item, rating.score)
    return _band(rating.band, questionnaire)


def _beside(rating: AreaRating) -> None:
    lines = [
        f"{item.id}: {SOURCES[other.source]} {figure(other.score)} ({other.n} answers)"
        for item in rating.items
        for other in item.beside
    ]
    if lines:
        heading("Heard beside the rating, never added to it")
    for line in lines:
        say(line)
