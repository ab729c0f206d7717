"""Items that two facilitators rated, each alone, and the value they agree on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions
from audit_engine.store.ratings import Said, reasons, said
from questionnaires.definition import Instrument, Item, Questionnaire
from questionnaires.levels import rated_by_level
from questionnaires.routing import NOT_ASKED
from scoring.agreement import RatedAlone

Source = Literal["documents", "told"]
SHEETS: dict[Source, Instrument] = {"documents": "document_review", "told": "interview"}
"""What facilitators rate by, in the order in which it counts (docs/method.md, rule 1)."""
Notes = Mapping[tuple[str, str], Sequence[str]]
_NO_RATING = (NOT_ASKED, "dk", "pnts", "na")
"""What is no value of a fact; an `na` owes its reason."""


@dataclass(frozen=True)
class Rating:
    """What one facilitator rated an item, with what they named and noted beside it.

    `notes` are those of the facilitator's own sheet, never what was written down in an interview.
    """

    by: str
    value: str
    evidence: str
    at: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rated:
    """An item with the ratings of all facilitators, in the order they first rated it.

    `ratings` as they stand; `alone` as they stood before an agreement on the item was recorded, when
    nobody had to know the other's. `agreed` is the value settled on, None if there is none; `reason` why,
    empty where none was kept. `settled`: nobody rated otherwise after it. `counts`: the one that the rating
    is made from now (docs/method.md, rule 1), None where none says anything that can count.
    """

    item: str
    source: Source
    ratings: tuple[Rating, ...]
    alone: tuple[Rating, ...]
    agreed: Rating | None
    settled: bool
    reason: str = ""
    counts: Rating | None = None

    @property
    def equal(self) -> bool:
        """Whether all gave the same value."""
        return len({rating.value for rating in self.ratings}) == 1

    @property
    def apart(self) -> bool:
        """Whether they gave different values and nobody settled on one."""
        return not self.equal and not self.settled

    @property
    def to_compare(self) -> RatedAlone:
        """What the agreement of the raters is computed from."""
        return RatedAlone(self.item, tuple(rating.value for rating in self.alone))


def apart(file: AuditFile) -> dict[str, tuple[str, ...]]:
    """Item -> the values that facilitators gave it, each once, where they differ and are not settled."""
    found = {name: each for name, each in ratings(file).items() if each.apart}
    return {
        name: tuple(dict.fromkeys(rating.value for rating in each.ratings)) for name, each in found.items()
    }


def ratings(file: AuditFile) -> dict[str, Rated]:
    """Item -> its ratings by documents, or where nobody has any, by what was told in interviews."""
    questionnaire = file.definition.questionnaire
    facts = [name for name, item in questionnaire.items.items() if _rated_by_facilitators(item)]
    values: dict[str, list[Said]] = {name: [] for name in facts}
    with file.reading() as connection:
        for each in said(connection, facts):
            values[each.item].append(each)
        why, notes = reasons(connection), _open_notes(connection)
    found = (_rated(of_item, notes, why.get(name, "")) for name, of_item in values.items())
    return {each.item: each for each in found if each}


def _rated_by_facilitators(item: Item) -> bool:
    return item.voice == "facilitator" and not set(item.instruments).isdisjoint(SHEETS.values())


def _open_notes(connection: Connection) -> dict[tuple[str, str], list[str]]:
    """(submission, item) -> the notes that the whole team may read."""
    notes: dict[tuple[str, str], list[str]] = {}
    for note in submissions.notes(connection, "", ""):
        if not note.restricted:
            notes.setdefault((note.submission, note.item), []).append(note.text)
    return notes


def ladder_rated_by_two(
    questionnaire: Questionnaire, asked: Sequence[str], rated: Mapping[str, Rated]
) -> tuple[int, int, int]:
    """(rated by two, rated by two that the method asks for, all) of the asked items with levels.

    The method asks for a third of them, rounded up (docs/method.md, rule 9).
    """
    items = questionnaire.items
    ladder = [name for name in asked if rated_by_level(items[name], questionnaire.scale_of(items[name]))]
    twice = sum(1 for name in ladder if name in rated and len(rated[name].alone) >= 2)
    return twice, -(-len(ladder) // 3), len(ladder)


def _rated(of_item: Sequence[Said], notes: Notes, reason: str) -> Rated | None:
    for source, instrument in SHEETS.items():
        values = [each for each in of_item if each.instrument == instrument]
        standing = _own(values)
        if standing:
            return _gathered(source, values, standing, notes, reason)
    return None


def _gathered(
    source: Source, values: Sequence[Said], standing: Sequence[Said], notes: Notes, reason: str
) -> Rated:
    first_agreed = next((place for place, each in enumerate(values) if each.agreed), len(values))
    agreed = next((each for each in reversed(values) if each.agreed and each.standing), None)
    after = values[values.index(agreed) + 1 :] if agreed else values
    says = [each for each in values if each.standing and each.value not in _NO_RATING]
    settled_on = [each for each in says if each.agreed]
    return Rated(
        item=values[0].item,
        source=source,
        ratings=tuple(_rating(each, notes) for each in standing),
        alone=tuple(_rating(each, notes) for each in _own(values[:first_agreed])),
        agreed=_rating(agreed, {}) if agreed else None,
        settled=agreed is not None and all(each.value == agreed.value for each in _own(after)),
        reason=reason if agreed else "",
        counts=_rating((settled_on or says)[-1], {}) if says else None,
    )


def _own(values: Iterable[Said]) -> list[Said]:
    """The last rating of each facilitator, in the order of the first; what was agreed is nobody's own."""
    last: dict[str, dict[str, Said]] = {}
    for each in values:
        if not each.agreed:
            sheets = last.setdefault(each.by.casefold(), {})
            sheets.pop(each.submission, None)  # put in again below: the sheet changed last comes last
            sheets[each.submission] = each
    own = ([each for each in sheets.values() if each.value not in _NO_RATING] for sheets in last.values())
    return [rated[-1] for rated in own if rated]


def _rating(each: Said, notes: Notes) -> Rating:
    if each.role != "facilitator":
        return Rating(each.by, each.value, each.evidence, each.at)
    beside = (each.note, *notes.get((each.submission, each.item), ()))
    return Rating(each.by, each.value, each.evidence, each.at, tuple(filter(None, beside)))
