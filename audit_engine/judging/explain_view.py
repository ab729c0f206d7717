"""Why a figure is what it is, on the screen: an area, a front or the overall."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.judging.explain_change_view import show_sensitivity, show_would_change
from audit_engine.judging.explain_item_view import show_item
from audit_engine.judging.explain_summary_view import show_summary
from audit_engine.judging.explain_words import (
    TOGETHER,
    answers,
    compared,
    made_from,
    made_of,
    points,
    precise,
    reached,
    still_needed,
    weight_words,
)
from audit_engine.judging.rating_view import WORKING_VIEW, figure, signed, source_word
from audit_engine.terminal import heading, say, table
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
    heading(
        f"Why? {found.id} {title} - {unit}" if found.kind in ("item", "area") else f"Why? {title} - {unit}"
    )
    say(WORKING_VIEW)
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
    columns = ("Item", "Score", "Weight", "Adds", "Source", "What it rests on, or why not")
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
        say(f"Not rated, because {rating.why.words}.", "bold")
        still_needed(area.still_needed, "item counted", "items counted")
    elif rating.score is not None and area.limits is not None:
        say(f"{precise(rating.score)}: {reached(area.limits)} (rule 4).", "bold")
    lost = sum(1 for item in rating.items if item.state == "lost")
    na = sum(1 for item in rating.items if item.state == "na")
    coverage = "-" if rating.coverage is None else f"{brief(down(rating.coverage))} %"
    say(
        f"Enough to rate? (rule 3) {_items_count(rating.n)} ({area.needed_items} needed), {lost} lost, "
        f"{na} not applicable; coverage {coverage} ({brief(area.needed_coverage)} % needed); "
        f"evidence {brief(down(area.weight))} ({brief(area.needed_evidence)} needed)."
    )


def _items_count(number: int) -> str:
    return "1 item counts" if number == 1 else f"{number} items count"


def _item_row(questionnaire: Questionnaire, area: AreaExplained, part: Part) -> tuple[str, ...]:
    if part.id == POOLED:
        told = f"{TOGETHER}, all items of people together: {part.n} people"
        return ("people", points(part.score), weight_words(part), points(part.adds), "pooled", told)
    rating = next(item for item in area.rating.items if item.id == part.id)
    text = questionnaire.items[part.id].text
    return (
        part.id,
        points(part.score),
        weight_words(part),
        points(part.adds),
        source_word(part.source, part.instrument),
        f"{text}\n{_rests_on(part, rating.value)}",
    )


def _rests_on(part: Part, value: str | None) -> str:
    if part.source == "pooled":
        return "counts in the line 'people'"
    if part.why:
        return part.why.words
    if part.source == "workshop" and value is None:
        return f"agreed on by a group of {part.n}"
    return value or answers(part.n)


def _sum(questionnaire: Questionnaire, area: AreaExplained) -> None:
    rating = area.rating
    if area.total is not None and rating.score is not None:
        say(made_of(questionnaire, area.total, area.weight, rating.score))
        adds = "weight x score" if questionnaire.share is None else "100 x weight, if it is among them,"
        say(f"Weight: of the item x of its evidence. Adds: {adds} / sum of weights.")
    parts = []
    if rating.objective is not None and hears_opinions(questionnaire):
        parts.append(f"{looked_up_in(questionnaire)} {figure(rating.objective)}")
    if rating.perception is not None:
        parts.append(f"what staff say {figure(rating.perception)}")
    if parts:
        say(f"By kind, same weights: {', '.join(parts)}.")
    if rating.in_steps:
        say("A report prints it in steps of 5: it counts an item whose own figure is kept back (rule 8).")


def _groups(groups: GroupsTold) -> None:
    heading("Women and men (rules 5 and 8)")
    if not groups.people:
        say("Nobody answered in confidence what counts here.")
        return
    say(f"{groups.people} people answered in confidence; {groups.rule}.")
    if groups.women.why == groups.rule:
        return
    say(f"Women: {_group(groups.women)}")
    say(f"Men: {_group(groups.men)}")
    if groups.gap is not None and groups.measured is not None:
        _gap(groups.gap, groups.flagged, groups.measured)


def _gap(gap: Fraction, flagged: bool, measured: GapMeasured) -> None:
    calls = "calls for attention" if flagged else "is too small to call for attention"
    say(f"Gap, women minus men: {signed(gap)}; as printed {measured.printed}, it {calls}.")
    if measured.limit is not None:
        because = f"the smaller group has {measured.smaller} people (rule 5)"
        say(f"Flagged from {brief(measured.limit)} points: {because}.")
    sure = measured.sure
    say(f"95 % interval: {in_words(sure) if isinstance(sure, Certainty) else f'not told: {sure.words}.'}")


def _group(group: GroupTold) -> str:
    people = "" if group.people is None else f"{group.people} people, "
    shown = "" if group.figure is None else f"{figure(group.figure)}, "
    return f"{shown}{people}{group.why}."
