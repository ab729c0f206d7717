"""The ratings of several facilitators side by side on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from audit_engine.sittings.agreeing import rating_in_words, show_ratings
from audit_engine.sittings.comparing import Compared, alpha_text, apart_now, widest_first
from audit_engine.sittings.rated_twice import Rated
from audit_engine.terminal import heading, say, table
from questionnaires.catalogue import tr
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
        say(tr("Rated by {listed}, each alone.", listed=_listed(found.raters)))
        _show_table(questionnaire, found)
        _show_meaning(found.overall)
        if found.unfinished:
            say(
                tr(
                    "Still open: {listed}. What is rated after looking here is not independent any more.",
                    listed=_listed(found.unfinished),
                ),
                "yellow",
            )
        _show_settled(questionnaire, found.items)
        _show_apart(questionnaire, found.apart)
    show_levels(found.levels)


def _show_table(questionnaire: Questionnaire, found: Compared) -> None:
    titles = {area.id: area.title for area in questionnaire.areas}
    rows = [(name, titles[name], *_figures(area)) for name, area in found.areas.items()]
    rows.append(("", "All areas", *_figures(found.overall)))
    table(("", "Area", "Rated by two", "Alike", "%", "Alpha"), rows, right=(2, 3, 4, 5))


def _figures(found: Agreement) -> tuple[str, str, str, str]:
    percent = "-" if found.percent is None else one_decimal(found.percent)
    alpha = "-" if found.alpha is None else alpha_text(found.alpha)
    return str(found.items), str(found.alike), percent, alpha


def _show_meaning(found: Agreement) -> None:
    if found.alpha is not None:
        say(
            tr(
                "Krippendorff's alpha (1: alike, 0: as by chance) is {alpha_text} over the {ranked} "
                "items with a level from two: {in_words}.",
                alpha_text=alpha_text(found.alpha),
                ranked=found.ranked,
                in_words=in_words(found.alpha),
            )
        )
    elif found.why:
        say(tr("No alpha: {words}.", words=found.why.words))
    say(
        tr(
            "Alpha needs {fewest_items} items with a level from two. Ratios, counts and 'not "
            "applicable' are no level and are in the per cent only.",
            fewest_items=FEWEST_ITEMS,
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
            say(f"  {each.item}  {value}: {each.reason or 'no reason was kept'} ({each.agreed.by})")


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
        why = "agreed on before" if each.counts == each.agreed else f"the later one, {each.counts.by}'s"
        say(tr("  Not settled: until then {value} counts, {why}.", value=value, why=why), "yellow")


def _distance(points: Fraction | None) -> str:
    if points is None:
        return "One of them has no points: settle first whether there is something to rate."
    return f"{one_decimal(points)} points apart" if points else "The same points, in other words"


def show_levels(levels: tuple[int, int, int]) -> None:
    """How far the audit is from the third that rule 9 asks for."""
    twice, wanted, of = levels
    say(tr("{twice} of {of} items with levels are rated by two facilitators.", twice=twice, of=of))
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
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
