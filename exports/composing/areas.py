"""Overall, fronts, areas and items as lines of the report."""

from __future__ import annotations

from fractions import Fraction

from exports.composing.figures import (
    answer_words,
    band_words,
    baseline_of,
    change_of,
    changed_area,
    changed_summary,
    changed_words,
    mean_baseline,
    mean_change,
    mean_published,
    shown,
    told_band,
    what_was_found,
)
from exports.composing.notes import item_notes
from exports.composing.words import not_shown, reason
from exports.material import Material
from exports.report import Line, Shown
from questionnaires.catalogue import labelled, marked, tr, tr_many
from questionnaires.definition import Area, Item
from scoring.assessment import AreaRating, Beside, ItemRating, Source, Summary
from scoring.disclosure import (
    published_band,
    published_gap,
    published_item,
    published_men,
    published_perception,
    published_score,
    published_women,
)
from scoring.guard import IN_CONFIDENCE
from scoring.people import of_staff
from scoring.published_figure import NOT_SHOWN, PublishedFigure, of_documents, of_people
from scoring.rounding import TENTH, rounded

SOURCES: dict[Source, str] = {
    "documents": marked("Documents"),
    "told": marked("Rated by the facilitators by what they were told"),
    "survey": marked("Survey"),
    "workshop": marked("Workshop, agreed value"),
    "interviews": marked("Interviews"),
    "on_record": marked("Head of unit, asked on record"),
    "partners": marked("Partner organisations"),
    "pooled": marked("What staff said, all items together"),
}


def overall(material: Material) -> Line:
    """The whole audit in one line."""
    return _summary(material, material.assessment.overall, tr("Overall"), list(material.assessment.areas))


def fronts(material: Material) -> tuple[Line, ...]:
    """The fronts in the order of the questionnaire."""
    titles = {front.id: front.title for front in material.questionnaire.fronts}
    return tuple(
        _summary(
            material,
            front,
            titles[front.id],
            [area for area in material.assessment.areas if area.front == front.id],
        )
        for front in material.assessment.fronts
    )


def _summary(material: Material, summary: Summary, title: str, areas: list[AreaRating]) -> Line:
    rated = summary.score is not None
    baseline = summary.baseline
    change = mean_change(material.questionnaire, areas) if baseline else None
    return Line(
        id=summary.id,
        title=title,
        score=mean_published(material.questionnaire, areas) if rated else None,
        band=band_words(material.questionnaire, told_band(material.questionnaire, areas) if rated else None),
        baseline=mean_baseline(material.questionnaire, areas) if baseline else None,
        change=change,
        changed=changed_summary(baseline, change),
        why="" if rated else tr("not rated: {reason}", reason=_too_few_areas(summary)),
    )


def _too_few_areas(summary: Summary) -> str:
    if not summary.applicable:
        return tr("not applicable")
    return tr_many(
        "not enough evidence ({number} areas are rated)",
        "not enough evidence ({number} areas are rated)",
        summary.n,
    )


def area_line(material: Material, area: Area, rating: AreaRating) -> Line:
    """An area in one line."""
    people = rating.women is not None or rating.men is not None
    return Line(
        id=area.id,
        title=area.title,
        score=shown(published_score(rating)) if rating.score is not None else None,
        band=band_words(material.questionnaire, published_band(material.questionnaire, rating)),
        coverage=rounded(rating.coverage) if rating.coverage is not None else None,
        objective=shown(of_documents(rating.objective)) if rating.objective is not None else None,
        perception=shown(published_perception(rating)) if rating.perception is not None else None,
        women=shown(published_women(rating)) if people else _group_hidden(rating),
        men=shown(published_men(rating)) if people else _group_hidden(rating),
        gap=shown(published_gap(rating)) if people else _group_hidden(rating),
        baseline=baseline_of(rating),
        change=change_of(rating),
        changed=changed_area(rating),
        why="" if rating.score is not None else tr("not rated: {reason}", reason=reason(rating.why)),
    )


def _group_hidden(rating: AreaRating) -> str | None:
    return not_shown() if rating.people else None


def item_lines(material: Material, area: Area, rating: AreaRating) -> tuple[Line, ...]:
    """The items of an area that the report lists, and what stands for those that it does not."""
    ratings = {item.id: item for item in rating.items}
    listed = [
        _item(material, item, ratings[item.id])
        for item in area.items
        if not hidden_in_small_unit(material, item, ratings[item.id])
    ]
    return (*listed, *_taken_together(material, area, rating))


def hidden_in_small_unit(material: Material, item: Item, rating: ItemRating) -> bool:
    """Whether a small unit's report lists the item at all: what staff say in confidence is never listed.

    It depends on the questionnaire and on whether a group agreed a value in public, not on the answers.
    """
    return material.assessment.small_unit and of_staff(item) and rating.source != "workshop"


def _taken_together(material: Material, area: Area, rating: AreaRating) -> tuple[Line, ...]:
    items = {item.id: item for item in rating.items}
    if not any(hidden_in_small_unit(material, item, items[item.id]) for item in area.items):
        return ()
    return (
        Line(
            id="",
            title=tr("What staff said in confidence, all items together"),
            score=not_shown(),
            perception=shown(published_perception(rating)) if rating.perception is not None else None,
            why=tr("A small unit: no single item that people answered is shown."),
        ),
    )


def item_figure(material: Material, rating: ItemRating) -> PublishedFigure:
    """An item's own figure as it may be published; what was heard from very few is not shown."""
    few = rating.n < material.questionnaire.rules.minimum_group
    if rating.score is not None and rating.source in IN_CONFIDENCE and few:
        return NOT_SHOWN
    return published_item(material.questionnaire, rating)


def listed_figures(material: Material, area: AreaRating) -> list[tuple[Fraction, ItemRating]]:
    """The counted items of an area that the report lists with a figure, each with it as published."""
    return [
        (value, rating)
        for rating in area.items
        if rating.state == "counted"
        and not hidden_in_small_unit(material, material.questionnaire.items[rating.id], rating)
        and (value := item_figure(material, rating).value) is not None
    ]


def _item(material: Material, item: Item, rating: ItemRating) -> Line:
    figure = item_figure(material, rating)
    only_band = item.sensitivity == "high" and figure is not NOT_SHOWN
    value = shown(figure) if rating.state == "counted" and not only_band else None
    perception = item.evidence == "perception"
    return Line(
        id=item.id,
        title=item.text,
        score=value,
        band="" if figure is NOT_SHOWN else _item_words(material, item, rating, figure),
        objective=None if perception else value,
        perception=value if perception else None,
        baseline=_item_baseline(rating),
        change=_item_change(rating),
        changed=changed_words(rating.baseline) if _comparable(rating) else "",
        why=_why(material, item, rating),
    )


def _item_words(material: Material, item: Item, rating: ItemRating, figure: PublishedFigure) -> str:
    """The answer words of what people said, the band of everything else and of sensitive items."""
    said = item.evidence == "perception" or rating.source in IN_CONFIDENCE
    if rating.score is None:
        return ""
    if said and figure.value is not None:
        return answer_words(material.questionnaire, item, figure.value)
    return band_words(material.questionnaire, rating.band)


def _comparable(rating: ItemRating) -> bool:
    """What people said is compared by area only: the earlier figure may have been given in confidence."""
    looked_up = rating.source == "on_record" or rating.value is not None
    return rating.shown and looked_up and rating.baseline is not None


def _item_baseline(rating: ItemRating) -> Shown:
    baseline = rating.baseline
    return (
        rounded(baseline.score) if baseline and _comparable(rating) and baseline.score is not None else None
    )


def _item_change(rating: ItemRating) -> Shown:
    baseline = rating.baseline
    return (
        rounded(baseline.change) if baseline and _comparable(rating) and baseline.change is not None else None
    )


def _why(material: Material, item: Item, rating: ItemRating) -> str:
    found = what_was_found(material.questionnaire, item, rating)
    if rating.state == "information":
        return ". ".join(part for part in (tr("Information only"), found) if part)
    if rating.state != "counted":
        return reason(rating.why)
    source = source_words(rating)
    parts = [labelled(source, found) if found else source]
    if rating.source == "documents" and rating.documented is False:
        parts.append(tr("No evidence named"))
    parts += [text for beside in rating.beside if (text := _beside(material, item, beside))]
    parts += item_notes(material, item, rating)
    return ". ".join(parts)


def source_words(rating: ItemRating) -> str:
    """Where an item's figure comes from, in words."""
    if rating.source == "documents" and rating.instrument == "staff_data":
        return tr("Staff data")
    if rating.source == "documents" and rating.instrument == "workshop":
        return tr("Workshop")
    if rating.source == "workshop" and rating.value is not None:
        return tr("Workshop quiz")
    return tr(SOURCES[rating.source]) if rating.source else ""


def _beside(material: Material, item: Item, beside: Beside) -> str:
    """Another source of the same item; where a survey is held, closed answers of interviews stay inside."""
    inside = beside.source == "interviews" and material.assessment.response.held
    if beside.score is None or item.sensitivity == "high" or inside:
        return ""
    if beside.source in IN_CONFIDENCE:
        figure = of_people(beside.score, beside.n, TENTH)
    else:
        figure = of_documents(beside.score)
    source = tr(SOURCES[beside.source]).lower()
    return tr("Beside it, {source}: {figure}", source=source, figure=figure.text)
