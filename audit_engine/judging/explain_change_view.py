"""What would change a band and what it hangs on, on the screen."""

from __future__ import annotations

from audit_engine.judging.explain_words import distance, named
from audit_engine.judging.rating_view import band_label, figure
from audit_engine.judging.words import answer
from audit_engine.terminal import heading, say
from questionnaires.answers import listed, read_value
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.values import Ratio, SexCount, SexRate, Value
from scoring.rounding import brief, down, up
from scoring.sensitivity import Sensitivity
from scoring.summary_change import AreaMove
from scoring.would_change import Move, Way, WouldChange


def show_would_change(questionnaire: Questionnaire, ways: WouldChange | None) -> None:
    """One item moved on its own scale: what would reach the next band, what would lose this one."""
    if ways is None:
        return
    heading(tr("What would change the band"))
    _up(questionnaire, ways.up)
    _down(questionnaire, ways.down)


def _up(questionnaire: Questionnaire, way: Way | None) -> None:
    if way is None:
        say(tr("It is in the highest band."))
        return
    say(short_of(distance(way.points), band_label(way.band, questionnaire), brief(way.limit)))
    for move in way.single:
        say("  " + tr("{move} would do", move=moved(questionnaire, move)))
    if way.together:
        fewest = tr_many(
            "no single item would do; the fewest together are {number}:",
            "no single item would do; the fewest together are {number}:",
            len(way.together),
        )
        say(f"  {fewest}")
    for move in way.together:
        say(f"  {moved(questionnaire, move)}")
    if not way.single and not way.together:
        say("  " + tr("not even all its items at their best would do"))


def short_of(points: str, band: str, limit: str) -> str:
    """How far it is to the next band, before the ways that lead there."""
    return tr("{points} points short of {band} ({limit}):", points=points, band=band, limit=limit)


def _down(questionnaire: Questionnaire, way: Way | None) -> None:
    if way is None:
        say(tr("It is in the lowest band."))
        return
    lost = tr("it would be lost with:") if way.single else tr("no single item would lose it.")
    say(above_limit(distance(way.points), brief(way.limit), lost))
    for move in way.single:
        say(f"  {moved(questionnaire, move)}")


def above_limit(points: str, limit: str, lost: str) -> str:
    """How far it is to the band below; `lost` says what leads there."""
    return tr(
        "{points} points above the lower limit ({limit}); {lost}", points=points, limit=limit, lost=lost
    )


def after_it(move: Move | AreaMove) -> str:
    """The figure from which on a move changes the band."""
    if move.under:
        return tr("below {limit}", limit=figure(down(move.after)))
    return figure(up(move.after))


def moved(questionnaire: Questionnaire, move: Move) -> str:
    """One item moved: `ST1-04 from 25 to 50`; the answers behind the points where it is one value."""
    if move.becomes is None or move.value is None:
        if move.id not in questionnaire.items:
            return from_to(named(move.id), figure(move.before), after_it(move))
        return tr(
            "{item} (mean of the answers) from {before} to {after}",
            item=named(move.id),
            before=figure(move.before),
            after=after_it(move),
        )
    now, then = (_answer(questionnaire, move.id, text) for text in (move.value, move.becomes))
    if questionnaire.share is not None:  # the points of a share are 0 or 100, whatever the answer is worth
        return f"{move.id}: {now} -> {then}"
    return f"{from_to(move.id, figure(move.before), figure(move.after))}: {now} -> {then}"


def from_to(name: str, before: str, after: str) -> str:
    """`ST1 from 48.0 to 61.5`."""
    return tr("{name} from {before} to {after}", name=name, before=before, after=after)


def _answer(questionnaire: Questionnaire, name: str, text: str) -> str:
    item = questionnaire.items[name]
    scale = questionnaire.scale_of(item)
    if scale.options:
        return tr("does not exist") if text == "nf" else answer(scale, text).replace("_", " ")
    return _counted(read_value(item, scale, text))


def _counted(value: Value) -> str:
    if isinstance(value, Ratio):
        return tr("{part} of {whole}", part=brief(value.part), whole=value.whole)
    if isinstance(value, SexCount):
        return tr("women {women}, men {men}", women=value.women, men=value.men)
    if isinstance(value, SexRate):
        return tr(
            "women {women} of {of_women}, men {men} of {of_men}",
            women=value.women,
            of_women=value.of_women,
            men=value.men,
            of_men=value.of_men,
        )
    return str(value)


def show_sensitivity(questionnaire: Questionnaire, found: Sensitivity | None) -> None:
    """Whether the band hangs on one item or on how documents and people are weighed."""
    if found is None:
        return
    heading(tr("How firm the band is"))
    for band in dict.fromkeys(one.band for one in found.hangs_on):
        others = [f"{named(one.id)} ({figure(one.score)})" for one in found.hangs_on if one.band == band]
        label = band_label(band, questionnaire)
        say(tr("Without {items} it would be {band}.", items=listed(others), band=label))
    if not found.hangs_on:
        say(tr("It is the same without any one of its items."))
    if found.equal_weights is None:
        say(tr("Documents and people cannot be weighed equally: one of the two is missing."))
        return
    equal = f"{band_label(found.equal_weights, questionnaire)} ({figure(found.equal_score)})"
    if found.weighting_matters:
        say(tr("With documents and people weighed equally it would be {band}.", band=equal))
    else:
        say(tr("With documents and people weighed equally it stays {band}.", band=equal))
    if found.in_neither:
        items = ", ".join(found.in_neither)
        say(tr("In neither of the two: {items} (head on record, partners).", items=items))
