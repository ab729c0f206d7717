"""Why an area is rated as it is, in as few words as a report may tell (docs/method.md, rules 2 to 4 and 8).

Made from published figures and the four published reasons only, so that it tells nothing that
the report beside it does not. Where a figure is kept back, nothing is computed from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from questionnaires.definition import Questionnaire
from questionnaires.scope import hears_opinions
from scoring.areas import STAFF_SOURCES, mean
from scoring.assessment import AreaRating, Comparison, ItemRating
from scoring.bands import band_of, in_order
from scoring.disclosure import published_band, published_item, published_reason, published_score
from scoring.people import of_staff
from scoring.rounding import brief, down, one_decimal
from scoring.sensitivity import Sensitivity, sensitivity_of
from scoring.shares import level_words, reaching

MOST_NAMED = 4
"""So many items left out for one reason are named; more are only counted."""

FACTS = "by documents, counts and other facts"
STAFF = "by what staff say"
HEAD = "by the head on record"
PARTNERS = "by what partner organisations say"
NONE = "not rated"
KINDS = (FACTS, STAFF, HEAD, PARTNERS)


def published_trace(questionnaire: Questionnaire, area: AreaRating, *, small_unit: bool) -> tuple[str, ...]:
    """Two to five short sentences beside an area: what counted, what was left out, its band, its baseline.

    In a small unit no single item that people answer is named.
    """
    told = [
        _counted(questionnaire, area),
        _sources(questionnaire, area),
        _left_out(questionnaire, area, small_unit),
        _distance(questionnaire, area),
        _baseline(area.baseline),
    ]
    return tuple(sentence for sentence in told if sentence)


def published_sensitivity(questionnaire: Questionnaire, area: AreaRating) -> str | None:
    """Whether the band hangs on one item or on the weighting, as the published figures tell.

    None for a share, which hangs on each of its items; where the area is not rated; where it or one of its
    counted items is printed in steps, as ">= ...", as a band or not at all; and where the printed figures
    are too coarse to make the same band.
    """
    if questionnaire.share is not None or area.band is None or area.in_steps or published_score(area).at_end:
        return None
    counted = [item for item in area.items if item.state == "counted"]
    printed = [_as_printed(questionnaire, item) for item in counted]
    known = [item for item in printed if item is not None]
    figure = mean(questionnaire, known)
    if len(known) < len(counted) or figure is None or band_of(questionnaire, figure) != area.band:
        return None
    return _how_firm(questionnaire, sensitivity_of(questionnaire, area.id, area.band, known))


def _as_printed(questionnaire: Questionnaire, item: ItemRating) -> ItemRating | None:
    figure = published_item(questionnaire, item)
    return None if figure.value is None or figure.at_end else replace(item, score=figure.value)


def _how_firm(questionnaire: Questionnaire, found: Sensitivity) -> str:
    labels: dict[str | None, str] = {band.id: band.label for band in in_order(questionnaire)} | {None: NONE}
    parts = []
    if found.hangs_on:
        without: dict[str | None, list[str]] = {}
        for one in found.hangs_on:
            without.setdefault(one.band, []).append(one.id)
        told = [f"without {_any_of(ids)} it would be {labels[band]}" for band, ids in without.items()]
        parts.append(f"The band hangs on single items: {_listed(told)}.")
    if found.weighting_matters:
        parts.append(f"With documents and people weighed equally it would be {labels[found.equal_weights]}.")
    return " ".join(parts) or f"The band stays {labels[found.band]} {_however(found)}."


def _any_of(ids: list[str]) -> str:
    return " or ".join(ids) if len(ids) <= MOST_NAMED else f"any one of {len(ids)} items"


def _however(found: Sensitivity) -> str:
    weighed = " and with documents and people weighed equally" if found.equal_weights else ""
    return f"without any one of its items{weighed}"


def _counted(questionnaire: Questionnaire, area: AreaRating) -> str:
    lost = sum(1 for item in area.items if item.state == "lost")
    needed = brief(questionnaire.rules.area_coverage_percent)
    coverage = (
        "" if area.coverage is None else f" (coverage {brief(down(area.coverage))} %; {needed} % is enough)"
    )
    which = f"{area.n} of the {area.n + lost}" if lost else f"All {area.n}"
    counted = f"{which} items that apply count{coverage}."
    if not lost and area.n == 1:
        counted = f"The one item that applies counts{coverage}."
    if area.why:
        return f"Not rated: {published_reason(area.why)}. {counted}"
    return counted + _reaching(questionnaire, area)


def _reaching(questionnaire: Questionnaire, area: AreaRating) -> str:
    """How many of the counted items are in the share; empty for a mean."""
    if questionnaire.share is None:
        return ""
    return f" {reaching(questionnaire, area.items)} of {area.n} {level_words(questionnaire)}."


def _sources(questionnaire: Questionnaire, area: AreaRating) -> str:
    """By which kinds of sources the items count; empty where the questionnaire has but one kind."""
    if not hears_opinions(questionnaire):
        return ""
    kinds = Counter(_kind(questionnaire, item) for item in area.items if item.state == "counted")
    told = _listed([f"{kinds[words]} {words}" for words in KINDS if kinds[words]])
    return f"Of these, {told}." if told else ""


def _kind(questionnaire: Questionnaire, item: ItemRating) -> str:
    if questionnaire.items[item.id].evidence == "objective":
        return FACTS
    if item.source in STAFF_SOURCES:
        return STAFF
    return HEAD if item.source == "on_record" else PARTNERS


def _left_out(questionnaire: Questionnaire, area: AreaRating, small_unit: bool) -> str:
    """The items that do not count, by published reason; in a small unit none of staff is named."""
    named: dict[str, list[str]] = {}
    of_people: Counter[str] = Counter()
    for item in area.items:
        if item.state not in ("lost", "na"):
            continue
        if small_unit and of_staff(questionnaire.items[item.id]):
            of_people[published_reason(item.why)] += 1
        else:
            named.setdefault(published_reason(item.why), []).append(item.id)
    told = [f"{_named(ids)} ({reason})" for reason, ids in named.items()]
    told += [f"{_items(number)} that staff answer ({reason})" for reason, number in of_people.items()]
    return f"Left out: {_listed(told)}." if told else ""


def _named(ids: list[str]) -> str:
    return ", ".join(ids) if len(ids) <= MOST_NAMED else _items(len(ids))


def _items(number: int) -> str:
    return "1 item" if number == 1 else f"{number} items"


def _distance(questionnaire: Questionnaire, area: AreaRating) -> str:
    """The limits of the printed band; how far they are only from a figure that is printed to a tenth."""
    told = published_band(questionnaire, area)
    if told is None:
        return ""
    bands, printed = in_order(questionnaire), published_score(area)
    value = None if printed.at_end or area.in_steps else printed.value
    place = [band.id for band in bands].index(told)
    band, above = bands[place], next(iter(bands[place + 1 :]), None)
    begins = f"begins at {brief(band.minimum)}" if above is None else f"runs from {brief(band.minimum)}"
    runs = f"{band.label} {begins}" + ("" if above is None else f" to under {brief(above.minimum)}")
    if value is None:
        return f"{runs}."
    figure = f"the figure is {one_decimal(value - band.minimum)} above the lower limit"
    if above is None:
        return f"{runs}: {figure}."
    if value >= above.minimum:
        return f"{runs}; the figure is rounded up and just short of {above.label}."
    return f"{runs}: {figure}, {one_decimal(above.minimum - value)} short of {above.label}."


def _baseline(baseline: Comparison | None) -> str:
    if baseline is None:
        return ""
    kind = "the previous audit" if baseline.kind == "previous" else "figures declared for one unit"
    return f"Baseline: {kind}; {baseline.comparable} items are comparable."


def _listed(parts: list[str]) -> str:
    """Parts for a sentence: `a, b and c`."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
