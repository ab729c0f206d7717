"""Findings, strengths and good practices: what people confirmed leads, what rules propose follows."""

from __future__ import annotations

from collections.abc import Iterable

from exports.composing import areas
from exports.composing.figures import band_words
from exports.composing.words import count_for, figure_words
from exports.material import Material, Noted
from exports.report import Statement
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, Contradiction, ItemRating, Proposal, Raised
from scoring.disclosure import published_band, published_gap, published_men, published_score, published_women
from scoring.findings import strengths
from scoring.published_change import published_change, published_status
from scoring.rounding import one_decimal

BY_RULE = marked("proposed by rule")
TWO_SOURCES = marked("two or more sources")
ONE_SOURCE = marked("one source")
HEARD = marked("heard and not checked")
DISAGREE = marked("two or more sources, which disagree")
CHOSEN = (
    TWO_SOURCES,
    ONE_SOURCE,
    HEARD,
    marked("interview"),
    marked("survey"),
    marked("workshop"),
    marked("document review"),
    marked("staff data"),
)
"""How far people's own statements are supported, as an audit stores it: in English, of a list."""
DECIDED = {True: marked("yes"), False: marked("no"), None: marked("not decided")}
A_STRENGTH = 75
STRENGTHS_AN_AREA = 2


def named_area(questionnaire: Questionnaire, area_id: str) -> str:
    """An area by id and title; the id alone, or nothing, where there is no such area."""
    area = questionnaire.area(area_id)
    return f"{area.id} {area.title}" if area else area_id


def people_first(material: Material, kind: str, proposed: Iterable[Statement]) -> tuple[Statement, ...]:
    """What the team confirmed, in its order, then what rules propose."""
    confirmed = (_noted(material, noted) for noted in material.noted if noted.kind == kind)
    return (*confirmed, *proposed)


def _noted(material: Material, noted: Noted) -> Statement:
    return Statement(
        area=named_area(material.questionnaire, noted.area),
        text=noted.text,
        where=noted.where,
        evidence=noted.evidence,
        support=_stated(noted),
        transferable=_decided(noted, noted.transferable),
        consent=_decided(noted, noted.consent),
    )


def _stated(noted: Noted) -> str:
    if not noted.support:
        return "" if noted.kind == "practice" else tr("not stated")
    return tr(noted.support) if noted.support in CHOSEN else noted.support


def _decided(noted: Noted, answer: bool | None) -> str:
    """What was decided about passing a practice on; nothing of the kind is asked of other statements."""
    return tr(DECIDED[answer]) if noted.kind == "practice" else ""


def all_strengths(material: Material) -> tuple[Statement, ...]:
    """Every confirmed strength, then the strongest areas and items by rule."""
    leading = strengths(material.questionnaire, material.assessment, 3)
    by_area = [_strong_area(material, area) for area in leading]
    by_item = [strong for area in material.assessment.areas for strong in _strong_items(material, area)]
    return people_first(material, "strength", (*by_area, *by_item))


def _strong_area(material: Material, area: AreaRating) -> Statement:
    label = band_words(material.questionnaire, published_band(material.questionnaire, area))
    return Statement(
        area=named_area(material.questionnaire, area.id),
        text=tr(
            "One of the strongest areas: {band}, {points} of 100",
            band=label,
            points=figure_words(published_score(area)),
        ),
        support=_support_of_area(area),
        status=BY_RULE,
    )


def _strong_items(material: Material, area: AreaRating) -> list[Statement]:
    known = areas.listed_figures(material, area)
    best = sorted(known, key=lambda one: (-one[0], one[1].id))[:STRENGTHS_AN_AREA]
    return [_strong_item(material, area, rating) for value, rating in best if value >= A_STRENGTH]


def _strong_item(material: Material, area: AreaRating, rating: ItemRating) -> Statement:
    text = material.questionnaire.items[rating.id].text
    return Statement(
        area=named_area(material.questionnaire, area.id),
        text=tr(
            "{item} ({points} of 100)", item=text, points=figure_words(areas.item_figure(material, rating))
        ),
        evidence=rating.id,
        support=_support(rating),
        status=BY_RULE,
    )


def practices(material: Material) -> tuple[Statement, ...]:
    """Good practices that the team confirmed; no rule proposes one."""
    return people_first(material, "practice", ())


def findings(material: Material) -> tuple[Statement, ...]:
    """Confirmed findings, then what the ratings show: contradictions, women and men, changes, gaps."""
    found = material.assessment
    by_rule = (
        *(_contradiction(material, one) for one in found.contradictions),
        *(_women_and_men(material, area) for area in found.areas if area.gap_flagged),
        *(_changed(material, area) for area in found.areas if _moved(area)),
        *item_gaps(material),
    )
    return people_first(material, "finding", by_rule)


def _contradiction(material: Material, found: Contradiction) -> Statement:
    items, ratings = material.questionnaire.items, material.assessment
    documents, people = ratings.item(found.objective), ratings.item(found.perception)
    said = figure_words(areas.item_figure(material, people)) if people else ""
    looked_up = figure_words(areas.item_figure(material, documents)) if documents else ""
    area = material.questionnaire.area_of[found.objective]
    return Statement(
        area=named_area(material.questionnaire, area.id),
        text=tr(
            "Documents and people tell different stories. Documents: {document} ({found}). People: {opinion} "
            "({said}).",
            document=items[found.objective].text,
            found=looked_up,
            opinion=items[found.perception].text,
            said=said,
        ),
        evidence=f"{found.objective}, {found.perception}",
        support=tr(DISAGREE),
        status=BY_RULE,
    )


def _women_and_men(material: Material, area: AreaRating) -> Statement:
    return Statement(
        area=named_area(material.questionnaire, area.id),
        text=tr(
            "Women and men see this area differently: women {women}, men {men}, gap {gap} points.",
            women=figure_words(published_women(area)),
            men=figure_words(published_men(area)),
            gap=figure_words(published_gap(area)),
        ),
        support=tr(ONE_SOURCE),
        status=BY_RULE,
    )


def _moved(area: AreaRating) -> bool:
    return published_status(area) in ("improved", "declined")


def _changed(material: Material, area: AreaRating) -> Statement:
    return Statement(
        area=named_area(material.questionnaire, area.id),
        text=_change_told(area),
        support=_support_of_area(area),
        status=BY_RULE,
    )


def _change_told(area: AreaRating) -> str:
    improved, change = published_status(area) == "improved", published_change(area)
    compared, _, all_items = (area.baseline.comparable if area.baseline else "").partition(" of ")
    if change is None or change.value is None:
        if improved:
            return tr(
                "This area has improved since the baseline, over {compared} of {items} items.",
                compared=compared,
                items=all_items,
            )
        return tr(
            "This area has declined since the baseline, over {compared} of {items} items.",
            compared=compared,
            items=all_items,
        )
    points, number = one_decimal(abs(change.value)), count_for(change.value)
    if improved:
        return tr_many(
            "This area has improved by {points} points since the baseline, over {compared} of {items} items.",
            "This area has improved by {points} points since the baseline, over {compared} of {items} items.",
            number,
            points=points,
            compared=compared,
            items=all_items,
        )
    return tr_many(
        "This area has declined by {points} points since the baseline, over {compared} of {items} items.",
        "This area has declined by {points} points since the baseline, over {compared} of {items} items.",
        number,
        points=points,
        compared=compared,
        items=all_items,
    )


def item_gaps(material: Material) -> list[Statement]:
    """What raised the proposed recommendations, each once, area by area."""
    return [_gap(material, item) for item in material.questionnaire.items if item in _raised(material)]


def weakest_items(material: Material, beside: set[str]) -> list[Statement]:
    """The same, lowest figure first, one an area, without the areas named already."""
    raised = _raised(material)
    found: dict[str, Statement] = {}
    for name in sorted(raised, key=lambda item: (raised[item].score, item)):
        area = material.questionnaire.area_of.get(name)
        if area and area.id not in beside:
            found.setdefault(area.id, _gap(material, name))
    return list(found.values())


def _raised(material: Material) -> dict[str, Raised]:
    proposals = material.assessment.proposals
    return {one.id: one for proposal in proposals for one in _listed(material, proposal)}


def _listed(material: Material, proposal: Proposal) -> list[Raised]:
    """Items that the report lists; in a small unit those that people answered stay out."""
    kept = []
    for one in () if proposal.also else proposal.raised_by:
        rating = material.assessment.item(one.id)
        item = material.questionnaire.items.get(one.id)
        if rating and item and not areas.hidden_in_small_unit(material, item, rating):
            kept.append(one)
    return kept


def _gap(material: Material, item_id: str) -> Statement:
    item = material.questionnaire.items[item_id]
    rating = material.assessment.item(item_id)
    figure = figure_words(areas.item_figure(material, rating)) if rating else ""
    return Statement(
        area=named_area(material.questionnaire, material.questionnaire.area_of[item_id].id),
        text=tr("{gap}. Seen at: {item} ({figure}).", gap=item.gap, item=item.text, figure=figure),
        evidence=item_id,
        support=_support(rating) if rating else "",
        status=BY_RULE,
    )


def _support(rating: ItemRating) -> str:
    """How far an item supports what is said of it."""
    if rating.source == "told":
        return tr(HEARD)
    if not rating.source:
        return ""
    return tr("one source: {source}", source=areas.source_words(rating).lower())


def _support_of_area(area: AreaRating) -> str:
    """How far an area does: documents and people are two sources, and so are people asked in two ways."""
    sources = {item.source for item in area.items if item.state == "counted"}
    if sources == {"told"}:
        return tr(HEARD)
    return tr(TWO_SOURCES if len(sources - {"told"}) > 1 else ONE_SOURCE)
