"""What would change a band and what it hangs on, on the screen."""

from __future__ import annotations

from audit_engine.judging.explain_words import distance, named
from audit_engine.judging.rating_view import band_label, figure
from audit_engine.terminal import heading, say
from questionnaires.answers import listed, read_value
from questionnaires.definition import Questionnaire
from questionnaires.values import Ratio, SexCount, SexRate, Value
from scoring.rounding import brief, down, up
from scoring.sensitivity import Sensitivity
from scoring.would_change import Move, Way, WouldChange


def show_would_change(questionnaire: Questionnaire, ways: WouldChange | None) -> None:
    """One item moved on its own scale: what would reach the next band, what would lose this one."""
    if ways is None:
        return
    heading("What would change the band")
    _up(questionnaire, ways.up)
    _down(questionnaire, ways.down)


def _up(questionnaire: Questionnaire, way: Way | None) -> None:
    if way is None:
        say("It is in the highest band.")
        return
    say(f"{distance(way.points)} points short of {band_label(way.band, questionnaire)} ({brief(way.limit)}):")
    for move in way.single:
        say(f"  {moved(questionnaire, move)} would do")
    if way.together:
        say(f"  no single item would do; the fewest together are {len(way.together)}:")
    for move in way.together:
        say(f"  {moved(questionnaire, move)}")
    if not way.single and not way.together:
        say("  not even all its items at their best would do")


def _down(questionnaire: Questionnaire, way: Way | None) -> None:
    if way is None:
        say("It is in the lowest band.")
        return
    lost = "it would be lost with:" if way.single else "no single item would lose it."
    say(f"{distance(way.points)} points above the lower limit ({brief(way.limit)}); {lost}")
    for move in way.single:
        say(f"  {moved(questionnaire, move)}")


def moved(questionnaire: Questionnaire, move: Move) -> str:
    """One item moved: `ST1-04 from 25 to 50`; the answers behind the points where it is one value."""
    if move.becomes is None or move.value is None:
        mean = "" if move.id not in questionnaire.items else " (mean of the answers)"
        after = f"below {figure(down(move.after))}" if move.under else figure(up(move.after))
        return f"{named(move.id)}{mean} from {figure(move.before)} to {after}"
    now, then = (_answer(questionnaire, move.id, text) for text in (move.value, move.becomes))
    if questionnaire.share is not None:  # the points of a share are 0 or 100, whatever the answer is worth
        return f"{move.id}: {now} -> {then}"
    return f"{move.id} from {figure(move.before)} to {figure(move.after)}: {now} -> {then}"


def _answer(questionnaire: Questionnaire, name: str, text: str) -> str:
    item = questionnaire.items[name]
    scale = questionnaire.scale_of(item)
    if scale.options:
        return "does not exist" if text == "nf" else text.replace("_", " ")
    return _counted(read_value(item, scale, text))


def _counted(value: Value) -> str:
    if isinstance(value, Ratio):
        return f"{brief(value.part)} of {value.whole}"
    if isinstance(value, SexCount):
        return f"women {value.women}, men {value.men}"
    if isinstance(value, SexRate):
        return f"women {value.women} of {value.of_women}, men {value.men} of {value.of_men}"
    return str(value)


def show_sensitivity(questionnaire: Questionnaire, found: Sensitivity | None) -> None:
    """Whether the band hangs on one item or on how documents and people are weighed."""
    if found is None:
        return
    heading("How firm the band is")
    for band in dict.fromkeys(one.band for one in found.hangs_on):
        others = [f"{named(one.id)} ({figure(one.score)})" for one in found.hangs_on if one.band == band]
        say(f"Without {listed(others)} it would be {band_label(band, questionnaire)}.")
    if not found.hangs_on:
        say("It is the same without any one of its items.")
    if found.equal_weights is None:
        say("Documents and people cannot be weighed equally: one of the two is missing.")
        return
    equal = f"{band_label(found.equal_weights, questionnaire)} ({figure(found.equal_score)})"
    stays = "it would be" if found.weighting_matters else "it stays"
    say(f"With documents and people weighed equally {stays} {equal}.")
    if found.in_neither:
        say(f"In neither of the two: {', '.join(found.in_neither)} (head on record, partners).")
