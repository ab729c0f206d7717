"""The sources of an item: which one counts, and why not the others (docs/method.md, rule 1)."""

from __future__ import annotations

from questionnaires.catalogue import marked, tr
from questionnaires.definition import Item
from questionnaires.routing import asked_here
from scoring.assessment import ItemRating, Source
from scoring.collected import Collected, why_no_survey
from scoring.evidence import Observation
from scoring.explanation import Found, Looked
from scoring.observed import SOURCES, empty
from scoring.people import Heard, count, heard_from, of_staff, sources, too_few_answers
from scoring.points import NOT_COLLECTED
from scoring.small_units import in_pool

COUNTS = marked("counts: the first source that qualifies")
BESIDE = marked("stands beside it: an earlier source counts")
ONLY_BESIDE = marked("stands beside it only: the survey asks this item")
TOGETHER = marked("counts as a part of the area's one figure of what staff say")
ON_RECORD = marked("counts: said on record, as a function")
ENOUGH_PARTNERS = marked("counts: enough organisations rated it")


def looked_at(collected: Collected, item: Item, rating: ItemRating) -> tuple[Looked, ...]:
    """The sources of an item that people answer, in the order in which they are looked at.

    Empty for what is looked up, and for what was never asked.
    """
    if not _of_people(item) or not _asked(collected, item):
        return ()
    if item.voice == "management":
        return (_asked_once(collected, item, rating, "on_record", ON_RECORD),)
    if item.voice == "partner":
        return (_asked_once(collected, item, rating, "partners", ENOUGH_PARTNERS),)
    found = [_heard(collected, item, rating, heard) for heard in sources(collected, item)]
    if collected.small and in_pool(collected, item):
        found.insert(0, _pooled(collected, item, rating))
    return tuple(found)


def found_values(collected: Collected, item: Item, rating: ItemRating) -> tuple[Found, ...]:
    """What was looked up for an item, source by source, in the order it was confirmed."""
    if _of_people(item):
        return ()
    found: list[Found] = []
    for source, instruments in SOURCES:
        said = collected.observations(item, *instruments)
        says = [one for one in said if not empty(collected, item, one)]
        agreed = [one for one in says if one.agreed]
        counts = (agreed or says)[-1] if says and rating.source == source else None
        found += [
            Found(
                one.value,
                one.instrument,
                one.agreed,
                one is counts,
                _why(one, one in says, counts, bool(agreed)),
            )
            for one in said
        ]
    return tuple(found)


def _asked(collected: Collected, item: Item) -> bool:
    off = item.id in collected.setting.switched_off and not collected.overruled(item)
    return item.scored and asked_here(item, collected.setting) and not off


def _of_people(item: Item) -> bool:
    opinion = item.evidence == "perception" and item.voice in ("management", "partner")
    return opinion or of_staff(item)


def _why(found: Observation, says: bool, counts: Observation | None, agreed: bool) -> str:
    if found is counts:
        agreed_on = tr("decides: two facilitators agreed on it")
        return agreed_on if found.agreed else tr("decides: the last confirmed")
    if not says:
        return tr("says nothing that can count")
    if counts is None:
        return tr("an earlier source decides")
    return tr("the value that two facilitators agreed on decides") if agreed else tr("a later value decides")


def _heard(collected: Collected, item: Item, rating: ItemRating, heard: Heard) -> Looked:
    chosen = rating.source == heard.source and rating.state == "counted"
    # What a group agreed on is public; anything else is told as far as it stands beside the rating.
    beside = {other.source: other.score for other in rating.beside}
    public = heard.score if heard.source == "workshop" else None
    score = rating.score if chosen else beside.get(heard.source, public)
    return Looked(heard.source, heard.n, score, chosen, _why_heard(collected, item, heard, chosen))


def _why_heard(collected: Collected, item: Item, heard: Heard, chosen: bool) -> str:
    if chosen:
        return tr(COUNTS)
    if heard.source == "interviews" and heard.n and collected.survey_held and "survey" in item.instruments:
        return tr(ONLY_BESIDE)
    return heard.fails.why.words if heard.fails else tr(BESIDE)


def _asked_once(collected: Collected, item: Item, rating: ItemRating, source: Source, counts: str) -> Looked:
    n = count(collected, item, heard_from(collected, item, source)).n
    why = rating.why.words if rating.why else tr(counts)
    return Looked(source, n, rating.score, rating.state == "counted", why)


def _pooled(collected: Collected, item: Item, rating: ItemRating) -> Looked:
    """What staff said in a small unit; a single item of theirs has no figure."""
    if rating.source == "pooled":
        return Looked("pooled", rating.n, None, True, tr(TOGETHER))
    pool = collected.evidence.pools.get(collected.questionnaire.area_of[item.id].id)
    people = pool.people if pool else 0
    needed = collected.questionnaire.rules.minimum_group
    why = too_few_answers(people, needed) if people else NOT_COLLECTED
    if collected.survey_held and not collected.response.counts:
        why = why_no_survey(collected.response)
    return Looked("pooled", people, None, False, why.words)
