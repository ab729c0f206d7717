"""Figures, bands and answers as a report prints them. What may be published is decided in scoring."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from exports.composing import words
from exports.direction import in_direction
from exports.report import Shown
from questionnaires.answers import read_value
from questionnaires.catalogue import SOURCE, labelled, spoken, tr, tr_many
from questionnaires.definition import Item, Questionnaire, Scale
from questionnaires.rules import Band
from questionnaires.values import Choice, Missing, Ratio, SexCount, SexRate, Votes
from scoring.assessment import AreaRating, Comparison, ItemRating
from scoring.bands import band_of, in_order
from scoring.change import status_of
from scoring.disclosure import published_score, told_score
from scoring.guard import IN_CONFIDENCE
from scoring.published_change import published_baseline, published_change, published_status
from scoring.published_figure import PublishedFigure
from scoring.rounding import brief, rounded
from scoring.shares import share_of
from scoring.summaries import mean_of_areas

SMALL_TOTAL = 10
"""People or cases below which one more or less moves a figure by much."""


def shown(figure: PublishedFigure) -> Shown:
    """A number for a number cell, or the text in its place.

    A text that leads to a number (">= 95", "about 55") is the same in every language: charts are drawn by it.
    """
    if figure.at_end:
        return figure.text
    return words.said(figure.text) if figure.value is None else figure.value


def band_words(questionnaire: Questionnaire, band_id: str | None) -> str:
    """The word for a band with its symbol before it; empty where nothing is rated."""
    bands = _list_with(questionnaire, band_id)
    for place, band in enumerate(bands):
        if band.id == band_id:
            return f"{symbol(place, len(bands))} {band.label}"
    return ""


def _list_with(questionnaire: Questionnaire, band_id: str | None) -> list[Band]:
    """The bands among which this one stands: those of figures or those of items."""
    figures = in_order(questionnaire)
    return figures if any(band.id == band_id for band in figures) else in_order(questionnaire, "item")


def symbol(place: int, number: int) -> str:
    """A sign for the band at a place (from 0): as many filled squares, so that nothing hangs on colour."""
    return in_direction("■" * place + "□" * (number - 1 - place))


def legend(questionnaire: Questionnaire) -> str:
    """All bands of areas in one line: symbol, word, from how many points; before them what a share is of."""
    told = _bands(in_order(questionnaire))
    share = share_of(questionnaire)
    return tr("Score of areas and overall: {share}. {bands}", share=share, bands=told) if share else told


def item_legend(questionnaire: Questionnaire) -> str:
    """The bands of items in one line; empty where they are those of areas."""
    return "" if questionnaire.share is None else _bands(in_order(questionnaire, "item"))


def _bands(bands: list[Band]) -> str:
    parts = [
        tr(
            "{band} from {points}",
            band=f"{symbol(place, len(bands))} {band.label}",
            points=brief(band.minimum),
        )
        for place, band in enumerate(bands)
    ]
    return "  ".join([tr("Bands on 0-100:"), "   ".join(parts)])


def answer_words(questionnaire: Questionnaire, item: Item, figure: Fraction) -> str:
    """A mean in the words of the answers, e.g. `between neither and agree`."""
    scale = questionnaire.scale_of(item)
    raw = 100 - figure if item.reverse else figure
    options = sorted(
        (option.points, _word(scale, option.id)) for option in scale.options if option.points is not None
    )
    below = [word for points, word in options if points <= raw]
    above = [word for points, word in options if points >= raw]
    if not below or not above:
        return ""
    if below[-1] == above[0]:
        return below[-1]
    return tr("between {lower} and {higher}", lower=below[-1], higher=above[0])


def _word(scale: Scale, option_id: str) -> str:
    option = scale.option(option_id)
    label = option.label if option else option_id
    in_english = spoken() == SOURCE and option_id[:1].isalpha()  # ids are English words
    return option_id.replace("_", " ") if in_english else label.lower()


def what_was_found(questionnaire: Questionnaire, item: Item, rating: ItemRating) -> str:
    """The answer behind an item that no person gave in confidence, in words; no head counts."""
    if rating.value is None or rating.source in IN_CONFIDENCE:
        return ""
    scale = questionnaire.scale_of(item)
    value = read_value(item, scale, rating.value)
    if isinstance(value, Missing):
        return tr("confirmed not to exist") if value.code == "nf" else ""
    if isinstance(value, Choice):
        return _level(item, scale, value.option)
    if isinstance(value, Votes):
        return _level(item, scale, value.agreed) if value.agreed else ""
    if isinstance(value, Ratio):
        return _ratio(rating, value)
    if isinstance(value, SexCount):
        return _by_sex(value)
    return _rates(value) if isinstance(value, SexRate) else ""


def _level(item: Item, scale: Scale, option_id: str) -> str:
    option = scale.option(option_id)
    label = (option.label if option else option_id).lower()
    criterion = item.criteria.get(option_id)
    return labelled(label, criterion) if criterion else label


def _ratio(rating: ItemRating, value: Ratio) -> str:
    if rating.instrument == "document_review" and value.whole:
        return tr_many(
            "{part} of {number} documents or cases",
            "{part} of {number} documents or cases",
            value.whole,
            part=value.part,
        )
    return _with_size(f"{_percent(value.part, value.whole)} %", value.whole) if value.whole else ""


def _by_sex(value: SexCount) -> str:
    total = value.women + value.men
    if not total:
        return ""
    women = _percent(value.women, total)
    men = 100 - women
    if value.women == value.men:
        said = tr("{women} % women, {men} % men: as many women as men", women=women, men=men)
    elif value.women > value.men:
        said = tr("{women} % women, {men} % men: men are fewer", women=women, men=men)
    else:
        said = tr("{women} % women, {men} % men: women are fewer", women=women, men=men)
    return _with_size(said, total)


def _rates(value: SexRate) -> str:
    if not value.of_women or not value.of_men:
        return ""
    women, men = _percent(value.women, value.of_women), _percent(value.men, value.of_men)
    said = tr("{women} % of the women, {men} % of the men", women=women, men=men)
    return _with_size(said, min(value.of_women, value.of_men))


def _percent(part: Fraction | int, whole: int) -> int:
    return int(rounded(Fraction(part) / whole * 100, Fraction(1)))


def _with_size(text: str, total: int) -> str:
    if total >= SMALL_TOTAL:
        return text
    return tr("{figure} (small total: one more or less changes it much)", figure=text)


def baseline_of(area: AreaRating) -> Shown:
    """The baseline's own figure as it was printed, None if there is none."""
    found = published_baseline(area)
    return shown(found) if found else None


def change_of(area: AreaRating) -> Shown:
    """The change in points as it may be printed, None if there is none."""
    found = published_change(area)
    return shown(found) if found else None


def mean_baseline(questionnaire: Questionnaire, areas: list[AreaRating]) -> Fraction | None:
    """The mean of the areas' baselines as they are printed."""
    found = {area.id: published_baseline(area) for area in areas}
    return _mean(questionnaire, areas, {name: figure.value for name, figure in found.items() if figure})


def mean_change(questionnaire: Questionnaire, areas: list[AreaRating]) -> Fraction | None:
    """The mean of the areas' changes as they are printed; those not shown are left out."""
    return _mean(questionnaire, areas, {area.id: change_of(area) for area in areas})


def changed_area(area: AreaRating) -> str:
    """What became of an area since the baseline, in the word that its printed change allows."""
    status = published_status(area)
    if status:
        return tr(status)
    return "" if area.baseline is None else words.not_shown()


def changed_summary(baseline: Comparison | None, change: Fraction | None) -> str:
    """What became of a front or the overall: the word for the mean change as it is printed."""
    if baseline is None:
        return ""
    return tr(baseline.status if change is None else status_of(change, baseline.zone))


def changed_words(baseline: Comparison | None) -> str:
    """What became of it since the baseline: improved, unchanged, declined, new, not comparable."""
    if baseline is None:
        return ""
    status = tr(baseline.status)
    return f"{status} ({tr(baseline.note)})" if baseline.note else status


def mean_published(questionnaire: Questionnaire, areas: list[AreaRating]) -> Fraction | None:
    """The mean of the areas' published figures by weight: it tells nothing that they do not tell."""
    if questionnaire.share is not None:  # made of documents alone: the exact share of all their items
        return _mean(questionnaire, areas, {area.id: area.score for area in areas})
    return _mean(questionnaire, areas, {area.id: published_score(area).value for area in areas})


def told_band(questionnaire: Questionnaire, areas: list[AreaRating]) -> str | None:
    """The id of the band of a front or the overall, by what its areas tell; None if none is rated."""
    mean = mean_of_areas(questionnaire, areas, {area.id: told_score(area) for area in areas})
    return None if mean is None else band_of(questionnaire, mean)


def _mean(
    questionnaire: Questionnaire, areas: list[AreaRating], figures: Mapping[str, Shown]
) -> Fraction | None:
    known = {name: value for name, value in figures.items() if isinstance(value, Fraction)}
    mean = mean_of_areas(questionnaire, areas, known)
    return None if mean is None else rounded(mean)
