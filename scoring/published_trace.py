"""Why an area is rated as it is, in as few words as a report may tell (docs/method.md, rules 2 to 4 and 8).

Made from published figures and the four published reasons only, so that it tells nothing that
the report beside it does not. Where a figure is kept back, nothing is computed from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction

from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.rules import Band
from questionnaires.scope import hears_opinions
from scoring.areas import STAFF_SOURCES, mean
from scoring.assessment import AreaRating, Comparison, ItemRating
from scoring.bands import band_of, in_order
from scoring.change import compared
from scoring.disclosure import published_band, published_item, published_reason, published_score
from scoring.people import of_staff
from scoring.rounding import brief, down, one_decimal
from scoring.sensitivity import Sensitivity, sensitivity_of
from scoring.shares import level_words, reaching

MOST_NAMED = 4
"""So many items left out for one reason are named; more are only counted."""

FACTS = marked("{number} by documents, counts and other facts")
STAFF = marked("{number} by what staff say")
HEAD = marked("{number} by the head on record")
PARTNERS = marked("{number} by what partner organisations say")
NONE = marked("not rated")
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
    labels: dict[str | None, str] = {band.id: band.label for band in in_order(questionnaire)} | {
        None: tr(NONE)
    }
    parts = []
    if found.hangs_on:
        without: dict[str | None, list[str]] = {}
        for one in found.hangs_on:
            without.setdefault(one.band, []).append(one.id)
        told = [
            tr("without {items} it would be {band}", items=_any_of(ids), band=labels[band])
            for band, ids in without.items()
        ]
        parts.append(tr("The band hangs on single items: {items}.", items=_listed(told)))
    if found.weighting_matters:
        parts.append(
            tr(
                "With documents and people weighed equally it would be {band}.",
                band=labels[found.equal_weights],
            )
        )
    return " ".join(parts) or _firm(found, labels[found.band])


def _any_of(ids: list[str]) -> str:
    if len(ids) <= MOST_NAMED:
        return " ".join(("", tr("or"), "")).join(ids)
    return tr_many("any one of {number} items", "any one of {number} items", len(ids))


def _firm(found: Sensitivity, band: str) -> str:
    if found.equal_weights:
        return tr(
            "The band stays {band} without any one of its items and with documents and people weighed "
            "equally.",
            band=band,
        )
    return tr("The band stays {band} without any one of its items.", band=band)


def _counted(questionnaire: Questionnaire, area: AreaRating) -> str:
    lost = sum(1 for item in area.items if item.state == "lost")
    counted = f"{_how_many(area.n, lost)}{_coverage(questionnaire, area)}."
    if area.why:
        not_rated = tr("Not rated: {reason}.", reason=tr(published_reason(area.why)))
        return f"{not_rated} {counted}"
    return " ".join(filter(None, (counted, _reaching(questionnaire, area))))


def _how_many(counted: int, lost: int) -> str:
    if lost:
        return tr_many(
            "{counted} of the {number} items that apply count",
            "{counted} of the {number} items that apply count",
            counted + lost,
            counted=counted,
        )
    if counted == 1:
        return tr("The one item that applies counts")
    return tr_many("All {number} items that apply count", "All {number} items that apply count", counted)


def _coverage(questionnaire: Questionnaire, area: AreaRating) -> str:
    if area.coverage is None:
        return ""
    coverage = tr(
        "coverage {percent} %; {needed} % is enough",
        percent=brief(down(area.coverage)),
        needed=brief(questionnaire.rules.area_coverage_percent),
    )
    return f" ({coverage})"


def _reaching(questionnaire: Questionnaire, area: AreaRating) -> str:
    """How many of the counted items are in the share; empty for a mean."""
    if questionnaire.share is None:
        return ""
    return tr(
        "{reached} of {counted} {level}.",
        reached=reaching(questionnaire, area.items),
        counted=area.n,
        level=level_words(questionnaire),
    )


def _sources(questionnaire: Questionnaire, area: AreaRating) -> str:
    """By which kinds of sources the items count; empty where the questionnaire has but one kind."""
    if not hears_opinions(questionnaire):
        return ""
    kinds = Counter(_kind(questionnaire, item) for item in area.items if item.state == "counted")
    told = _listed([tr(words, number=kinds[words]) for words in KINDS if kinds[words]])
    return tr("Of these, {kinds}.", kinds=told) if told else ""


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
    told = [f"{_named(ids)} ({tr(reason)})" for reason, ids in named.items()]
    told += [f"{_of_staff(number)} ({tr(reason)})" for reason, number in of_people.items()]
    return tr("Left out: {items}.", items=_listed(told)) if told else ""


def _named(ids: list[str]) -> str:
    return ", ".join(ids) if len(ids) <= MOST_NAMED else tr_many("{number} item", "{number} items", len(ids))


def _of_staff(number: int) -> str:
    return tr_many("{number} item that staff answer", "{number} items that staff answer", number)


def _distance(questionnaire: Questionnaire, area: AreaRating) -> str:
    """The limits of the printed band; how far they are only from a figure that is printed to a tenth."""
    told = published_band(questionnaire, area)
    if told is None:
        return ""
    bands, printed = in_order(questionnaire), published_score(area)
    value = None if printed.at_end or area.in_steps else printed.value
    place = [band.id for band in bands].index(told)
    band, above = bands[place], next(iter(bands[place + 1 :]), None)
    return _in_highest(band, value) if above is None else _in_band(band, above, value)


def _in_highest(band: Band, value: Fraction | None) -> str:
    limit = brief(band.minimum)
    if value is None:
        return tr("{band} begins at {limit}.", band=band.label, limit=limit)
    return tr(
        "{band} begins at {limit}: the figure is {points} above the lower limit.",
        band=band.label,
        limit=limit,
        points=one_decimal(value - band.minimum),
    )


def _in_band(band: Band, above: Band, value: Fraction | None) -> str:
    lower, upper = brief(band.minimum), brief(above.minimum)
    if value is None:
        return tr("{band} runs from {lower} to under {upper}.", band=band.label, lower=lower, upper=upper)
    if value >= above.minimum:
        return tr(
            "{band} runs from {lower} to under {upper}; the figure is rounded up and just short of {next}.",
            band=band.label,
            lower=lower,
            upper=upper,
            next=above.label,
        )
    return tr(
        "{band} runs from {lower} to under {upper}: the figure is {points} above the lower limit, "
        "{short} short of {next}.",
        band=band.label,
        lower=lower,
        upper=upper,
        points=one_decimal(value - band.minimum),
        short=one_decimal(above.minimum - value),
        next=above.label,
    )


def _baseline(baseline: Comparison | None) -> str:
    if baseline is None:
        return ""
    items, of = compared(baseline.comparable)
    if baseline.kind == "previous":
        return tr_many(
            "Baseline: the previous audit; {items} of {number} items are comparable.",
            "Baseline: the previous audit; {items} of {number} items are comparable.",
            of,
            items=items,
        )
    return tr_many(
        "Baseline: figures declared for one unit; {items} of {number} items are comparable.",
        "Baseline: figures declared for one unit; {items} of {number} items are comparable.",
        of,
        items=items,
    )


def _listed(parts: list[str]) -> str:
    """Parts for a sentence: `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return tr("{parts} and {last}", parts=", ".join(parts[:-1]), last=parts[-1])
