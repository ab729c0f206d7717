"""The ratings of several facilitators side by side on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from audit_engine.sittings.agreeing import ALIKE, rating_in_words, show_ratings
from audit_engine.sittings.comparing import Compared, alpha_text, apart_now, widest_first
from audit_engine.sittings.rated_twice import Rated
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from scoring.agreement import FEWEST_ITEMS, Agreement, in_words
from scoring.rounding import one_decimal

_LONGEST = 70
"""Characters of an item's text in the list."""


def show_compared(questionnaire: Questionnaire, found: Compared) -> None:
    """The table by area, what it means, the items to talk about, and what rule 9 still asks for."""
    heading(tr("How far the facilitators rated alike"))
    if not found.items:
        say(tr("No item is rated by two facilitators yet. A second one rates with --by NAME."))
    else:
        say(tr("Rated by {names}, each alone.", names=_listed(found.raters)))
        _show_table(questionnaire, found)
        _show_meaning(found.overall)
        if found.unfinished:
            say(
                tr(
                    "Still open: {names}. What is rated after looking here is not independent any more.",
                    names=_listed(found.unfinished),
                ),
                "yellow",
            )
        _show_settled(questionnaire, found.items)
        _show_apart(questionnaire, found.apart)
    show_levels(found.levels)


def _show_table(questionnaire: Questionnaire, found: Compared) -> None:
    titles = {area.id: area.title for area in questionnaire.areas}
    rows = [(name, titles[name], *_figures(area)) for name, area in found.areas.items()]
    rows.append(("", tr("All areas"), *_figures(found.overall)))
    heads = ("", tr("Area"), tr("Rated by two"), tr("Alike"), "%", tr("Alpha"))
    table(heads, rows, right=(2, 3, 4, 5))


def _figures(found: Agreement) -> tuple[str, str, str, str]:
    percent = "-" if found.percent is None else one_decimal(found.percent)
    alpha = "-" if found.alpha is None else alpha_text(found.alpha)
    return str(found.items), str(found.alike), percent, alpha


def _show_meaning(found: Agreement) -> None:
    if found.alpha is not None:
        say(
            tr_many(
                "Krippendorff's alpha (1: alike, 0: as by chance) is {alpha} over the {number} items with a "
                "level from two: {meaning}.",
                "Krippendorff's alpha (1: alike, 0: as by chance) is {alpha} over the {number} items with a "
                "level from two: {meaning}.",
                found.ranked,
                alpha=alpha_text(found.alpha),
                meaning=in_words(found.alpha),
            )
        )
    elif found.why:
        say(tr("No alpha: {why}.", why=found.why.words))
    say(
        tr_many(
            "Alpha needs {number} items with a level from two. Ratios, counts and 'not applicable' are no "
            "level and are in the per cent only.",
            "Alpha needs {number} items with a level from two. Ratios, counts and 'not applicable' are no "
            "level and are in the per cent only.",
            FEWEST_ITEMS,
        ),
        "dim",
    )


def _show_settled(questionnaire: Questionnaire, items: Iterable[Rated]) -> None:
    settled = [each for each in items if each.settled and each.agreed]
    if settled:
        heading(tr("Agreed: {number}", number=len(settled)))
    for each in settled:
        if each.agreed:
            value = rating_in_words(questionnaire, each.item, each.agreed.value)
            say(f"  {each.item}  {value}: {_reason(each)} ({each.agreed.by})")


def _reason(each: Rated) -> str:
    if each.reason == ALIKE:
        return tr(ALIKE)
    return each.reason or tr("no reason was kept")


def _show_apart(questionnaire: Questionnaire, apart: Sequence[Rated]) -> None:
    if not apart:
        return
    heading(tr("To talk about: {number}, widest apart first", number=len(apart)))
    for each in widest_first(questionnaire, apart):
        text = " ".join(questionnaire.items[each.item].text.split())
        say(f"{each.item}  {text if len(text) <= _LONGEST else text[: _LONGEST - 3] + '...'}", "bold")
        say(f"  {_distance(apart_now(questionnaire, each))}", "dim")
        show_ratings(questionnaire, each)
        _show_counting(questionnaire, each)
    say(tr("Settle them with --agree."))


def _show_counting(questionnaire: Questionnaire, each: Rated) -> None:
    """Which of the values the rating is made from until they settle on one."""
    if each.counts:
        value = rating_in_words(questionnaire, each.item, each.counts.value)
        if each.counts == each.agreed:
            told = tr("  Not settled: until then {value} counts, agreed on before.", value=value)
        else:
            told = tr(
                "  Not settled: until then {value} counts, the later one, {by}'s.",
                value=value,
                by=each.counts.by,
            )
        say(told, "yellow")


def _distance(points: Fraction | None) -> str:
    if points is None:
        return tr("One of them has no points: settle first whether there is something to rate.")
    if not points:
        return tr("The same points, in other words")
    return tr("{points} points apart", points=one_decimal(points))


def show_levels(levels: tuple[int, int, int]) -> None:
    """How far the audit is from the third that rule 9 asks for."""
    twice, wanted, of = levels
    say(
        tr_many(
            "{number} of {all} items with levels are rated by two facilitators.",
            "{number} of {all} items with levels are rated by two facilitators.",
            twice,
            all=of,
        )
    )
    if twice < wanted:
        say(
            tr(
                "The method asks for a third of them ({wanted}): a second facilitator rates with --by NAME.",
                wanted=wanted,
            )
        )
    else:
        say(tr("That is the third the method asks for."))


def _listed(names: Sequence[str]) -> str:
    together = " ".join(("", tr("and"), ""))
    return together.join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
