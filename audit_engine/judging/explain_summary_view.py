"""Why a front or the overall is what it is, on the screen."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.judging.explain_change_view import above_limit, after_it, from_to, moved, short_of
from audit_engine.judging.explain_words import (
    by_rule_4,
    compared,
    distance,
    made_of,
    named,
    points,
    still_needed,
    weight_words,
)
from audit_engine.judging.rating_view import band_label, figure
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from scoring.explanation import Part, Respondents, SummaryExplained
from scoring.rounding import brief, up
from scoring.still_needed import Unrated
from scoring.summary_change import AreaMove, AreaWay, Reach, SummaryChange
from scoring.would_change import MOST


def show_summary(
    questionnaire: Questionnaire, summary: SummaryExplained, respondents: Respondents | None
) -> None:
    """The areas that it is the mean of, what is missing for a rating, and what would change its band."""
    _verdict(summary)
    say()
    columns = (
        tr("Area"),
        tr("Score"),
        tr("Weight"),
        tr("Adds"),
        tr("What it is, or why it is not rated"),
    )
    table(columns, [_area_row(questionnaire, part) for part in summary.parts], right=(1, 2, 3))
    _sum(questionnaire, summary)
    _unrated(summary.unrated)
    _would_change(questionnaire, summary.would_change)
    compared(summary.rating.baseline, respondents, areas=True)


def _verdict(summary: SummaryExplained) -> None:
    rating = summary.rating
    if rating.why:
        say(tr("Not rated, because {reason}.", reason=rating.why.words), "bold")
        still_needed(summary.still_needed, areas=True)
    elif rating.score is not None and summary.limits is not None:
        say(by_rule_4(rating.score, summary.limits), "bold")
    applicable = sum(1 for part in summary.parts if part.state != "na")
    say(
        tr_many(
            "Enough to rate? (rule 3) {rated} of {number} applicable areas are rated ({needed}).",
            "Enough to rate? (rule 3) {rated} of {number} applicable areas are rated ({needed}).",
            applicable,
            rated=rating.n,
            needed=_needed(summary),
        )
    )


def _needed(summary: SummaryExplained) -> str:
    percent = brief(summary.needed_percent)
    if summary.needed_areas > 1:
        return tr("{percent} %, and at least {areas} needed", percent=percent, areas=summary.needed_areas)
    return tr("{percent} % needed", percent=percent)


def _area_row(questionnaire: Questionnaire, part: Part) -> tuple[str, ...]:
    area = questionnaire.area(part.id)
    told = f"{area.title if area else part.id}" + (f"\n{part.why.words}" if part.why else "")
    return (named(part.id), points(part.score), weight_words(part), points(part.adds), told)


def _sum(questionnaire: Questionnaire, summary: SummaryExplained) -> None:
    if summary.total is not None and summary.rating.score is not None:
        say(made_of(questionnaire, summary.total, summary.weight, summary.rating.score))


def _unrated(unrated: tuple[Unrated, ...]) -> None:
    if not unrated:
        return
    heading(tr("What the areas that are not rated lack (rule 3)"))
    for one in unrated:
        say(f"{one.id}: {_lacks(one.missing.number)}")


def _lacks(number: int | None) -> str:
    if number is None:
        return tr("not even all of its items that are lost would be enough")
    return tr_many("{number} more item counted", "{number} more items counted", number)


def _would_change(questionnaire: Questionnaire, ways: SummaryChange | None) -> None:
    if ways is None:
        return
    heading(tr("What would change the band"))
    _reach(ways.reach)
    _up(questionnaire, ways.up)
    _down(questionnaire, ways.down)


def _reach(reach: tuple[Reach, ...]) -> None:
    """Which areas move it most, each of them alone."""
    rising = [(one.id, one.up) for one in reach if one.up]
    falling = [(one.id, one.down) for one in sorted(reach, key=lambda one: -one.down) if one.down]
    if rising:
        say(tr("Areas that could lift it most, each alone and at its best: {areas}.", areas=_by(rising)))
    if falling:
        say(
            tr(
                "Areas that could pull it down most, each alone and at its worst: {areas}.",
                areas=_by(falling),
            )
        )


def _by(moved_by: list[tuple[str, Fraction]]) -> str:
    return ", ".join(tr("{area} by {points}", area=name, points=distance(by)) for name, by in moved_by[:MOST])


def _up(questionnaire: Questionnaire, way: AreaWay | None) -> None:
    if way is None:
        say(tr("It is in the highest band."))
        return
    say(short_of(distance(way.points), band_label(way.band, questionnaire), brief(way.limit)))
    for move in way.single:
        _moved(questionnaire, move, enough=True)
    if way.together:
        fewest = tr_many(
            "no single area would do; the fewest together are {number}:",
            "no single area would do; the fewest together are {number}:",
            len(way.together),
        )
        say(f"  {fewest}")
    for move in way.together:
        _moved(questionnaire, move)
    for move in way.joining:
        joining = tr(
            "{area}, not rated today, would do if it came to {score}",
            area=move.id,
            score=figure(up(move.after)),
        )
        say(f"  {joining}")
    if not (way.single or way.together or way.joining):
        say("  " + tr("not even all its areas at their best would do"))


def _down(questionnaire: Questionnaire, way: AreaWay | None) -> None:
    if way is None:
        say(tr("It is in the lowest band."))
        return
    lost = tr("it would be lost with:") if way.single else tr("no single area would lose it.")
    say(above_limit(distance(way.points), brief(way.limit), lost))
    for move in way.single:
        _moved(questionnaire, move)


def _moved(questionnaire: Questionnaire, move: AreaMove, *, enough: bool = False) -> None:
    """`ST1 from 48.0 to 61.5 would do, by 2 of its items: ...`; a single item with its answers."""
    told = from_to(move.id, points(move.before), after_it(move))
    if enough:
        told = tr("{move} would do", move=told)
    if len(move.items) > 1:
        items = ", ".join(named(one.id) for one in move.items)
        by = tr_many(
            "by {number} of its items: {items}",
            "by {number} of its items: {items}",
            len(move.items),
            items=items,
        )
        say(f"  {told}, {by}")
        return
    say("  " + (", ".join((told, tr("by 1 of its items:"))) if move.items else told))
    for item in move.items:
        say(f"    {moved(questionnaire, item)}")
