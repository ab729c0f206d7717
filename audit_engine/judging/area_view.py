"""One area on the screen, down to its items."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.judging.people_view import show_gap
from audit_engine.judging.rating_view import (
    NOTHING,
    SOURCES,
    WORKING_VIEW,
    band_label,
    figure,
    signed,
    source_word,
)
from audit_engine.judging.words import answer, items_comparable, word
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from exports.composing.figures import answer_words
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Area, Item, Questionnaire
from scoring.assessment import AreaRating, Assessment, Comparison, ItemRating, NoAnswer
from scoring.evidence import Evidence
from scoring.reliability import Reliability, in_words, reliability
from scoring.rounding import one_decimal

BASELINES = {"previous": marked("previous"), "declared": marked("declared")}


def show_area(
    questionnaire: Questionnaire, evidence: Evidence, assessment: Assessment, area: Area, unit: str
) -> None:
    """One area down to its items, and how far its figures of people can be relied on."""
    rating = next(each for each in assessment.areas if each.id == area.id)
    heading(f"{area.id} {area.title} - {unit}")
    say(tr(WORKING_VIEW))
    say(_sentence(rating, questionnaire))
    say()
    rows = [_item_row(questionnaire.items[item.id], item, questionnaire) for item in rating.items]
    columns = (
        tr("Item"),
        tr("Score"),
        tr("Band or answer"),
        tr("n"),
        tr("Source"),
        tr("What it rests on, or why it does not count"),
    )
    table(columns, rows, right=(1, 3))
    _beside(rating)
    if not assessment.small_unit:
        show_gap(evidence, rating)
        _reliability(evidence, rating)
        _no_answer(rating)


def _sentence(rating: AreaRating, questionnaire: Questionnaire) -> str:
    if rating.why:
        return tr("Not rated, because {reason}.", reason=rating.why.words)
    parts = [
        tr(
            "{score} {band}, coverage {coverage} %",
            score=figure(rating.score),
            band=band_label(rating.band, questionnaire),
            coverage=figure(rating.coverage),
        ),
        tr(
            "objective {objective}, perception {perception}",
            objective=figure(rating.objective),
            perception=figure(rating.perception),
        ),
    ]
    if rating.women is not None or rating.men is not None:
        parts.append(
            tr(
                "women {women}, men {men}, gap {gap}",
                women=figure(rating.women),
                men=figure(rating.men),
                gap=figure(rating.gap),
            )
        )
    if rating.baseline is not None:
        parts.append(_change(rating.baseline))
    return "; ".join(parts) + "."


def _change(comparison: Comparison) -> str:
    baseline = tr(
        "baseline {score} ({kind})", score=figure(comparison.score), kind=tr(BASELINES[comparison.kind])
    )
    change = (
        tr("no change to tell")
        if comparison.change is None
        else tr("change {change}", change=signed(comparison.change))
    )
    return ", ".join((baseline, change, word(comparison.status), items_comparable(comparison.comparable)))


def _item_row(item: Item, rating: ItemRating, questionnaire: Questionnaire) -> tuple[str, ...]:
    shown = rating.source != "pooled"
    told = answer(questionnaire.scale_of(item), rating.value or "")
    if rating.why:
        told = rating.why.words
    if not shown:
        told = tr("counts through the area's figure of people")
    number = str(rating.n) if rating.n and shown else ""
    score = figure(rating.score) if shown else NOTHING
    band = _item_band(item, rating, questionnaire) if shown else ""
    source = source_word(rating.source, rating.instrument)
    return (item.id, score, band, number, source, f"{item.text}\n{told}".strip())


def _item_band(item: Item, rating: ItemRating, questionnaire: Questionnaire) -> str:
    """The band; for an opinion the words of its answers (docs/method.md, rule 4)."""
    if rating.score is None or rating.band is None:
        return ""
    if item.evidence == "perception":
        return answer_words(questionnaire, item, rating.score)
    return band_label(rating.band, questionnaire)


def _beside(rating: AreaRating) -> None:
    lines = [
        tr_many(
            "{item}: {source} {score} ({number} answers)",
            "{item}: {source} {score} ({number} answers)",
            other.n,
            item=item.id,
            source=tr(SOURCES[other.source]),
            score=figure(other.score),
        )
        for item in rating.items
        for other in item.beside
    ]
    if lines:
        heading(tr("Heard beside the rating, never added to it"))
    for line in lines:
        say(line)


def _reliability(evidence: Evidence, rating: AreaRating) -> None:
    found = reliability(evidence, rating.id)
    if not rating.people:
        return
    heading(tr("Survey: how far the answers to these items go together"))
    if isinstance(found, Reliability):
        say(in_words(found))
    else:
        say(tr("Not told: {reason}.", reason=found.words))


def _no_answer(rating: AreaRating) -> None:
    rows = [(item.id, *_shares(item.no_answer)) for item in rating.items if item.no_answer]
    if rows:
        heading(tr("No rating given: people, and percent of those who answered"))
        columns = (
            tr("Item"),
            tr("Answers"),
            tr("Don't know"),
            tr("Not in my work"),
            tr("Prefer not to say"),
            tr("No answer"),
        )
        table(columns, rows, right=range(1, 6))


def _shares(found: NoAnswer) -> tuple[str, ...]:
    codes = (found.dk, found.na, found.pnts)
    unanswered = NOTHING if found.unanswered is None else str(found.unanswered)
    return (str(found.given), *(_share(number, found.given) for number in codes), unanswered)


def _share(people: int, of: int) -> str:
    return f"{people} ({one_decimal(Fraction(100 * people, of))} %)" if of else NOTHING
