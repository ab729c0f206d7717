"""Why a front or the overall is what it is, on the screen."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.judging.explain_change_view import moved
from audit_engine.judging.explain_words import (
    compared,
    distance,
    made_of,
    named,
    points,
    precise,
    reached,
    still_needed,
    weight_words,
)
from audit_engine.judging.rating_view import band_label, figure
from audit_engine.terminal import heading, say, table
from questionnaires.definition import Questionnaire
from scoring.explanation import Part, Respondents, SummaryExplained
from scoring.rounding import brief, down, up
from scoring.still_needed import Unrated
from scoring.summary_change import AreaMove, AreaWay, Reach, SummaryChange
from scoring.would_change import MOST


def show_summary(
    questionnaire: Questionnaire, summary: SummaryExplained, respondents: Respondents | None
) -> None:
    """The areas that it is the mean of, what is missing for a rating, and what would change its band."""
    _verdict(summary)
    say()
    columns = ("Area", "Score", "Weight", "Adds", "What it is, or why it is not rated")
    table(columns, [_area_row(questionnaire, part) for part in summary.parts], right=(1, 2, 3))
    _sum(questionnaire, summary)
    _unrated(summary.unrated)
    _would_change(questionnaire, summary.would_change)
    compared(summary.rating.baseline, respondents, "areas")


def _verdict(summary: SummaryExplained) -> None:
    rating = summary.rating
    if rating.why:
        say(f"Not rated, because {rating.why.words}.", "bold")
        still_needed(summary.still_needed, "area rated", "areas rated")
    elif rating.score is not None and summary.limits is not None:
        say(f"{precise(rating.score)}: {reached(summary.limits)} (rule 4).", "bold")
    applicable = sum(1 for part in summary.parts if part.state != "na")
    fewest = f", and at least {summary.needed_areas}" if summary.needed_areas > 1 else ""
    say(
        f"Enough to rate? (rule 3) {rating.n} of {applicable} applicable areas are rated "
        f"({brief(summary.needed_percent)} %{fewest} needed)."
    )


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
    heading("What the areas that are not rated lack (rule 3)")
    for one in unrated:
        say(f"{one.id}: {_lacks(one.missing.number)}")


def _lacks(number: int | None) -> str:
    if number is None:
        return "not even all of its items that are lost would be enough"
    return f"{number} more {'item' if number == 1 else 'items'} counted"


def _would_change(questionnaire: Questionnaire, ways: SummaryChange | None) -> None:
    if ways is None:
        return
    heading("What would change the band")
    _reach(ways.reach)
    _up(questionnaire, ways.up)
    _down(questionnaire, ways.down)


def _reach(reach: tuple[Reach, ...]) -> None:
    """Which areas move it most, each of them alone."""
    rising = [(one.id, one.up) for one in reach if one.up]
    falling = [(one.id, one.down) for one in sorted(reach, key=lambda one: -one.down) if one.down]
    if rising:
        say(f"Areas that could lift it most, each alone and at its best: {_by(rising)}.")
    if falling:
        say(f"Areas that could pull it down most, each alone and at its worst: {_by(falling)}.")


def _by(moved_by: list[tuple[str, Fraction]]) -> str:
    return ", ".join(f"{name} by {distance(by)}" for name, by in moved_by[:MOST])


def _up(questionnaire: Questionnaire, way: AreaWay | None) -> None:
    if way is None:
        say("It is in the highest band.")
        return
    say(f"{distance(way.points)} points short of {band_label(way.band, questionnaire)} ({brief(way.limit)}):")
    for move in way.single:
        _moved(questionnaire, move, " would do")
    if way.together:
        say(f"  no single area would do; the fewest together are {len(way.together)}:")
    for move in way.together:
        _moved(questionnaire, move)
    for move in way.joining:
        say(f"  {move.id}, not rated today, would do if it came to {figure(up(move.after))}")
    if not (way.single or way.together or way.joining):
        say("  not even all its areas at their best would do")


def _down(questionnaire: Questionnaire, way: AreaWay | None) -> None:
    if way is None:
        say("It is in the lowest band.")
        return
    lost = "it would be lost with:" if way.single else "no single area would lose it."
    say(f"{distance(way.points)} points above the lower limit ({brief(way.limit)}); {lost}")
    for move in way.single:
        _moved(questionnaire, move)


def _moved(questionnaire: Questionnaire, move: AreaMove, would: str = "") -> None:
    """`ST1 from 48.0 to 61.5 would do, by 2 of its items: ...`; a single item with its answers."""
    after = f"below {figure(down(move.after))}" if move.under else figure(up(move.after))
    told = f"  {move.id} from {points(move.before)} to {after}{would}"
    if len(move.items) > 1:
        say(f"{told}, by {len(move.items)} of its items: {', '.join(named(one.id) for one in move.items)}")
        return
    say(f"{told}, by 1 of its items:" if move.items else told)
    for item in move.items:
        say(f"    {moved(questionnaire, item)}")
