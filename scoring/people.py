"""Items that people answer: which source counts, and what stands beside it (docs/method.md, rule 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Instrument, Item, Role
from questionnaires.routing import STAFF_ROLES, takes
from questionnaires.values import Missing, Votes
from scoring.assessment import Beside, ItemRating, Source, Why, because
from scoring.bands import band_of
from scoring.collected import Collected, why_no_survey
from scoring.evidence import Tally
from scoring.no_answer import no_answer
from scoring.observed import without_score
from scoring.points import NOT_COLLECTED, NOT_IN_THEIR_WORK, NOT_KNOWN, Mark, NoMark, mark, not_applicable
from scoring.rounding import brief

INSTRUMENTS: tuple[Instrument, ...] = ("survey", "workshop", "interview")
"""The ways of asking people, in the order in which their sources are looked at."""


@dataclass(frozen=True)
class Count:
    """People's answers to one item: `total` points of `n` answers, `na` answers, and all that were given."""

    total: Fraction = Fraction(0)
    n: int = 0
    na: int = 0
    given: int = 0

    @property
    def mean(self) -> Fraction | None:
        return self.total / self.n if self.n else None


@dataclass(frozen=True)
class Heard:
    """What one source says about an item. `fails` None: it qualifies. `visible`: it may stand beside."""

    source: Source
    instrument: Instrument
    score: Fraction | None
    n: int
    fails: NoMark | None
    visible: bool


def count(collected: Collected, item: Item, tallies: Iterable[Tally]) -> Count:
    """Sum up answers; don't know, not applicable and prefer not to say are never averaged."""
    total, n, na, given = Fraction(0), 0, 0, 0
    for tally in tallies:
        result = collected.worth(item, tally.value)
        given += tally.number
        if isinstance(result, Mark):
            total += result.score * tally.number
            n += tally.number
        elif result.state == "na":
            na += tally.number
    return Count(total, n, na, given)


def of_staff(item: Item) -> bool:
    """Whether staff answer the item for themselves (a survey may also ask a plain fact)."""
    looked_up = {"document_review", "staff_data", "workshop"} & set(item.instruments)
    plain_fact = "survey" in item.instruments and not looked_up
    asked = bool(set(INSTRUMENTS) & set(item.instruments))
    return item.voice == "staff" and asked and (item.evidence == "perception" or plain_fact)


def smallest_group(collected: Collected, item: Item) -> int:
    """People below whom an item is lost: 5, and 10 where it is sensitive."""
    rules = collected.questionnaire.rules
    return rules.minimum_group_sensitive if item.sensitivity == "high" else rules.minimum_group


def smallest_shown(collected: Collected, item: Item) -> int:
    """Answers below which the item's own figure is not shown: 5, and 10 where it points at somebody."""
    rules = collected.questionnaire.rules
    return rules.minimum_group if item.sensitivity == "none" else rules.minimum_group_sensitive


def staff_tallies(collected: Collected, item: Item, instrument: Instrument) -> tuple[Tally, ...]:
    """What staff answered; partners and groups are no staff."""
    return tuple(tally for tally in collected.tallies(item, instrument) if tally.role in STAFF_ROLES)


def rate_staff(collected: Collected, item: Item, unpooled: NoMark | None = None) -> ItemRating:
    """Rate an item by the first source that qualifies: survey, workshop's agreed value, interviews.

    `unpooled`: in a small unit, why its area's answers could not be pooled; then only a workshop can help.
    """
    heard = sources(collected, item)
    chosen = next((source for source in heard if source.fails is None), None)
    rating = _counted(collected, item, chosen) if chosen else _failed(item, heard, unpooled)
    beside = _all_beside(collected, item, [source for source in heard if source is not chosen])
    return replace(rating, beside=beside, no_answer=no_answer(collected, item))


def beside_pool(collected: Collected, item: Item) -> tuple[Beside, ...]:
    """What stands beside an item whose answers count in a small unit's pool: a workshop's value is public."""
    return _all_beside(collected, item, sources(collected, item))


def sources(collected: Collected, item: Item) -> list[Heard]:
    """The sources of a staff item, in the order in which they are looked at."""
    asked = {
        instrument
        for instrument in INSTRUMENTS
        if takes(collected.questionnaire, collected.setting, item, instrument)
    }
    found = [_workshop(collected, item)] if "workshop" in asked else []
    if collected.small:
        return found
    if "survey" in asked and collected.survey_held:
        found.insert(0, _survey(collected, item))
    if "interview" in asked:
        found.append(_interviews(collected, item))
    return found


def heard_from(collected: Collected, item: Item, source: Source) -> tuple[Tally, ...]:
    """What the head on record, or partner organisations, answered."""
    role: Role = "partner" if source == "partners" else "director"
    said = [
        Tally(item.id, "interview", "director", "x", found.value, 1)
        for found in collected.observations(item, "interview")
        if found.role == role == "director"
    ]
    return (*(tally for tally in collected.tallies(item, "interview") if tally.role == role), *said)


def rate_on_record(collected: Collected, item: Item) -> ItemRating:
    """Rate an item asked of the head of unit as a function: it counts with one answer, survey or not."""
    answers = count(collected, item, heard_from(collected, item, "on_record"))
    return _counted(
        collected,
        item,
        Heard("on_record", "interview", answers.mean, answers.n, too_few(answers, 1), False),
    )


def rate_partners(collected: Collected, item: Item) -> ItemRating:
    """Rate an item by partner organisations; too few of them never count against the unit."""
    answers = count(collected, item, heard_from(collected, item, "partners"))
    enough = answers.n >= collected.questionnaire.rules.partner_organisations
    fails = None if enough else NoMark("na", not_applicable(collected.questionnaire, "N3"))
    return _counted(collected, item, Heard("partners", "interview", answers.mean, answers.n, fails, False))


def too_few(answers: Count, needed: int) -> NoMark | None:
    """Why so many answers do not count; None if they do. All `na` from enough people is `na`."""
    if answers.n >= needed:
        return None
    if answers.given == 0:
        return NoMark("lost", NOT_COLLECTED)
    if answers.na == answers.given >= needed:
        return NoMark("na", NOT_IN_THEIR_WORK)
    if answers.n == answers.na == 0:
        return NoMark("lost", NOT_KNOWN)
    return NoMark("lost", too_few_answers(answers.n, needed))


def too_few_answers(n: int, needed: int) -> Why:
    """So many answers do not count, where so many are needed."""
    return because(
        "too_few_answers",
        lambda: tr("too few answers ({given}, {needed} needed)", given=n, needed=needed),
    )


def _counted(collected: Collected, item: Item, heard: Heard) -> ItemRating:
    if heard.fails:
        return without_score(item, heard.fails.state, heard.fails.why, heard.n)
    assert heard.score is not None, heard  # what qualifies rests on answers that carry points
    in_confidence = heard.source in ("survey", "interviews")
    return ItemRating(
        id=item.id,
        state="counted",
        score=heard.score,
        band=band_of(collected.questionnaire, heard.score, "item"),
        n=heard.n,
        weight=item.weight,
        evidence_weight=Fraction(1),
        source=heard.source,
        instrument=heard.instrument,
        shown=not in_confidence or heard.n >= smallest_shown(collected, item),
    )


def _failed(item: Item, heard: list[Heard], unpooled: NoMark | None) -> ItemRating:
    reasons = [source for source in heard if source.fails]
    tried = [source for source in reasons if source.fails and source.fails.why.code != NOT_COLLECTED.code]
    source = next(iter([*tried, *reasons]), None)
    fails = unpooled or (source.fails if source else None) or NoMark("lost", NOT_COLLECTED)
    return without_score(item, fails.state, fails.why, source.n if source else 0)


def _all_beside(collected: Collected, item: Item, heard: list[Heard]) -> tuple[Beside, ...]:
    return tuple(_beside(collected, item, source) for source in heard if source.visible)


def _beside(collected: Collected, item: Item, heard: Heard) -> Beside:
    enough = heard.n >= smallest_shown(collected, item)
    return Beside(heard.source, heard.score if enough else None, heard.n)


def _survey(collected: Collected, item: Item) -> Heard:
    response = collected.response
    answers = count(collected, item, staff_tallies(collected, item, "survey"))
    low = None if response.counts else NoMark("lost", why_no_survey(response))
    fails = low or too_few(answers, smallest_group(collected, item))
    return Heard("survey", "survey", answers.mean, answers.n, fails, response.counts and answers.given > 0)


def _interviews(collected: Collected, item: Item) -> Heard:
    answers = count(collected, item, staff_tallies(collected, item, "interview"))
    fails = too_few(answers, smallest_group(collected, item))
    if collected.survey_held and "survey" in item.instruments:
        fails = NoMark("lost", NOT_COLLECTED)  # the survey asks it: interviews only stand beside
    return Heard("interviews", "interview", answers.mean, answers.n, fails, answers.given > 0)


def _workshop(collected: Collected, item: Item) -> Heard:
    found = collected.observations(item, "workshop")
    value = collected.value(item, found[-1].value) if found else None
    if isinstance(value, Votes):
        agreed = mark(collected.questionnaire, item, value)
        score = agreed.score if isinstance(agreed, Mark) else None
        fails = _few_voters(collected, item, value.voters) or (agreed if isinstance(agreed, NoMark) else None)
        return Heard("workshop", "workshop", score, value.voters, fails, True)
    missing = mark(collected.questionnaire, item, value) if isinstance(value, Missing) else None
    fails = missing if isinstance(missing, NoMark) else NoMark("lost", NOT_COLLECTED)
    return Heard("workshop", "workshop", None, 0, fails, False)


def _few_voters(collected: Collected, item: Item, voters: int) -> NoMark | None:
    needed, invited = collected.questionnaire.rules.workshop_percent, collected.setting.invited
    if voters < smallest_group(collected, item):
        return NoMark("lost", too_few_answers(voters, smallest_group(collected, item)))
    if voters * 100 < needed * invited:
        return NoMark("lost", _few_voted(voters, invited, needed))
    return None


def _few_voted(voters: int, invited: int, needed: Fraction) -> Why:
    return because(
        "too_few_answers",
        lambda: tr_many(
            "too few answers ({voters} of {number} people voted, {percent} % needed)",
            "too few answers ({voters} of {number} people voted, {percent} % needed)",
            invited,
            voters=voters,
            percent=brief(needed),
        ),
    )
