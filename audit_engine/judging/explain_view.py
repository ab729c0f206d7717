"""Why a figure is what it is, on the screen: an area, a front or the overall."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.judging.explain_change_view import show_sensitivity, show_would_change
from audit_engine.judging.explain_item_view import show_item
from audit_engine.judging.explain_summary_view import show_summary
from audit_engine.judging.explain_words import (
    TOGETHER,
    answers,
    by_rule_4,
    compared,
    made_from,
    made_of,
    points,
    still_needed,
    weight_words,
)
from audit_engine.judging.rating_view import WORKING_VIEW, figure, signed, source_word
from audit_engine.judging.words import answer, word
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.scope import compares_by_sex, hears_opinions, looked_up_in
from scoring.certainty import Certainty
from scoring.certainty_words import in_words
from scoring.explanation import (
    AreaExplained,
    Explanation,
    GapMeasured,
    GroupsTold,
    GroupTold,
    ItemExplained,
    Part,
    Respondents,
)
from scoring.rounding import brief, down
from scoring.sensitivity import POOLED


def show_explanation(questionnaire: Questionnaire, found: Explanation, unit: str) -> None:
    """The whole path to one figure."""
    subject = found.subject
    title = subject.text if isinstance(subject, ItemExplained) else subject.title
    name = f"{found.id} {title}" if found.kind in ("item", "area") else title
    heading(tr("Why? {name} - {unit}", name=name, unit=unit))
    say(tr(WORKING_VIEW))
    say()
    if isinstance(subject, ItemExplained):
        show_item(questionnaire, found.id, subject, found.respondents)
    elif isinstance(subject, AreaExplained):
        _area(questionnaire, subject, found.respondents)
    else:
        show_summary(questionnaire, subject, found.respondents)
    made_from(found.made_from, by_sex=compares_by_sex(questionnaire))


def _area(questionnaire: Questionnaire, area: AreaExplained, respondents: Respondents | None) -> None:
    _area_verdict(area)
    say()
    columns = (
        tr("Item"),
        tr("Score"),
        tr("Weight"),
        tr("Adds"),
        tr("Source"),
        tr("What it rests on, or why not"),
    )
    table(columns, [_item_row(questionnaire, area, part) for part in area.parts], right=(1, 2, 3))
    _sum(questionnaire, area)
    show_would_change(questionnaire, area.would_change)
    show_sensitivity(questionnaire, area.sensitivity)
    if compares_by_sex(questionnaire):
        _groups(area.groups)
    compared(area.rating.baseline, respondents)


def _area_verdict(area: AreaExplained) -> None:
    rating = area.rating
    if rating.why:
        say(tr("Not rated, because {reason}.", reason=rating.why.words), "bold")
        still_needed(area.still_needed)
    elif rating.score is not None and area.limits is not None:
        say(by_rule_4(rating.score, area.limits), "bold")
    lost = sum(1 for item in rating.items if item.state == "lost")
    na = sum(1 for item in rating.items if item.state == "na")
    coverage = "-" if rating.coverage is None else f"{brief(down(rating.coverage))} %"
    say(
        tr_many(
            "Enough to rate? (rule 3) {number} item counts ({needed_items} needed), {lost} lost, "
            "{na} not applicable; coverage {coverage} ({needed_coverage} % needed); "
            "evidence {evidence} ({needed_evidence} needed).",
            "Enough to rate? (rule 3) {number} items count ({needed_items} needed), {lost} lost, "
            "{na} not applicable; coverage {coverage} ({needed_coverage} % needed); "
            "evidence {evidence} ({needed_evidence} needed).",
            rating.n,
            needed_items=area.needed_items,
            lost=lost,
            na=na,
            coverage=coverage,
            needed_coverage=brief(area.needed_coverage),
            evidence=brief(down(area.weight)),
            needed_evidence=brief(area.needed_evidence),
        )
    )


def _item_row(questionnaire: Questionnaire, area: AreaExplained, part: Part) -> tuple[str, ...]:
    if part.id == POOLED:
        told = tr_many(
            "{staff_say}, all items of people together: {number} people",
            "{staff_say}, all items of people together: {number} people",
            part.n,
            staff_say=tr(TOGETHER),
        )
        name, source = tr("people"), tr("pooled")
        return (name, points(part.score), weight_words(part), points(part.adds), source, told)
    rating = next(item for item in area.rating.items if item.id == part.id)
    item = questionnaire.items[part.id]
    value = answer(questionnaire.scale_of(item), rating.value or "")
    return (
        part.id,
        points(part.score),
        weight_words(part),
        points(part.adds),
        source_word(part.source, part.instrument),
        f"{item.text}\n{_rests_on(part, value)}",
    )


def _rests_on(part: Part, value: str) -> str:
    if part.source == "pooled":
        return tr("counts in the line 'people'")
    if part.why:
        return part.why.words
    if part.source == "workshop" and not value:
        return tr("agreed on by a group of {number}", number=part.n)
    return value or answers(part.n)


def _sum(questionnaire: Questionnaire, area: AreaExplained) -> None:
    rating = area.rating
    if area.total is not None and rating.score is not None:
        say(made_of(questionnaire, area.total, area.weight, rating.score))
        if questionnaire.share is None:
            say(tr("Weight: of the item x of its evidence. Adds: weight x score / sum of weights."))
        else:
            say(
                tr(
                    "Weight: of the item x of its evidence. Adds: 100 x weight, if it is among them, "
                    "/ sum of weights."
                )
            )
    parts = []
    if rating.objective is not None and hears_opinions(questionnaire):
        parts.append(f"{looked_up_in(questionnaire)} {figure(rating.objective)}")
    if rating.perception is not None:
        parts.append(f"{tr(TOGETHER)} {figure(rating.perception)}")
    if parts:
        say(tr("By kind, same weights: {figures}.", figures=", ".join(parts)))
    if rating.in_steps:
        say(tr("A report prints it in steps of 5: it counts an item whose own figure is kept back (rule 8)."))


def _groups(groups: GroupsTold) -> None:
    heading(tr("Women and men (rules 5 and 8)"))
    if not groups.people:
        say(tr("Nobody answered in confidence what counts here."))
        return
    say(
        tr_many(
            "{number} people answered in confidence; {rule}.",
            "{number} people answered in confidence; {rule}.",
            groups.people,
            rule=groups.rule,
        )
    )
    if groups.women.why == groups.rule:
        return
    say(tr("Women: {told}", told=_group(groups.women)))
    say(tr("Men: {told}", told=_group(groups.men)))
    if groups.gap is not None and groups.measured is not None:
        _gap(groups.gap, groups.flagged, groups.measured)


def _gap(gap: Fraction, flagged: bool, measured: GapMeasured) -> None:
    exact, printed = signed(gap), word(measured.printed)
    if flagged:
        say(
            tr(
                "Gap, women minus men: {gap}; as printed {printed}, it calls for attention.",
                gap=exact,
                printed=printed,
            )
        )
    else:
        say(
            tr(
                "Gap, women minus men: {gap}; as printed {printed}, it is too small to call for attention.",
                gap=exact,
                printed=printed,
            )
        )
    if measured.limit is not None:
        say(
            tr_many(
                "Flagged from {limit} points: the smaller group has {number} people (rule 5).",
                "Flagged from {limit} points: the smaller group has {number} people (rule 5).",
                measured.smaller,
                limit=brief(measured.limit),
            )
        )
    sure = measured.sure
    if isinstance(sure, Certainty):
        say(tr("95 % interval: {told}", told=in_words(sure)))
    else:
        say(tr("95 % interval: not told: {reason}.", reason=sure.words))


def _group(group: GroupTold) -> str:
    parts = [] if group.figure is None else [figure(group.figure)]
    if group.people is not None:
        parts.append(tr_many("{number} person", "{number} people", group.people))
    return ", ".join((*parts, group.why)) + "."
