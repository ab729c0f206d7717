"""The proposals that the unit ranks: what the team decided on, then what papers alone propose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from sqlalchemy import Connection

from audit_engine.after import Rank, reference
from audit_engine.audit import Decision
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.by_documents import looked_up
from audit_engine.debriefing.figures_of_people import words_give_figure
from audit_engine.store import after
from questionnaires.answers import listed, short
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from scoring.assessment import Assessment

MOST = 12
"""Proposals that a unit can rank in a meeting (docs/method.md, debriefing)."""


@dataclass(frozen=True)
class Offered:
    """A proposal as the unit sees it; `rank`: the place the unit gave it, None while it gave none."""

    ref: str
    area: str
    text: str
    rank: int | None = None


@dataclass(frozen=True)
class Choice:
    """What is put to the unit, and how many accepted ones wait because only people's answers raised them."""

    offered: tuple[Offered, ...]
    held_back: int = 0
    beyond: int = 0


def choice(
    questionnaire: Questionnaire,
    judged: Assessment,
    decisions: Sequence[Decision],
    ranks: Mapping[str, Rank],
) -> Choice:
    """At most twelve; one that was raised by what people answered alone would tell their figure.

    `judged`: the assessment by documents and staff data alone.
    """
    open_ones = [each for each in decisions if each.status in ("accepted", "proposed")]
    mine = [each for each in open_ones if _by_papers(questionnaire, judged, each)]
    mine.sort(key=lambda each: each.status != "accepted")
    settled = {each.source for each in decisions if each.source}
    fresh = [one for one in judged.proposals if not one.also and one.recommendation not in settled]
    texts = questionnaire.recommendation
    found = [
        *(Offered(reference(each.source, each.id), each.area, each.text) for each in mine),
        *(Offered(one.recommendation, one.area, texts[one.recommendation].text) for one in fresh),
    ]
    shown = found[:MOST]
    return Choice(
        tuple(Offered(one.ref, one.area, one.text, _place(ranks, one.ref)) for one in shown),
        len(open_ones) - len(mine),
        len(found) - len(shown),
    )


def _place(ranks: Mapping[str, Rank], ref: str) -> int | None:
    return ranks[ref].place if ref in ranks else None


def _by_papers(questionnaire: Questionnaire, judged: Assessment, each: Decision) -> bool:
    """Whether something beside people's answers stands behind it, and no word of it gives their figure."""
    if words_give_figure(each.text):
        return False
    if not each.raised_by:
        return True
    offered = {one.recommendation for one in judged.proposals}
    items = questionnaire.items
    return each.source in offered or any(name in items and looked_up(items[name]) for name in each.raised_by)


def rank(opened: AuditFile, offered: Sequence[Offered], places: Mapping[str, int | None], by: str) -> None:
    """Records the places that the unit gave; None takes one out. All or nothing.

    Raises UserError for a proposal that is not offered, and where two would have the same place.
    """
    known = {one.ref.upper(): one.ref for one in offered}
    named = {_known(known, ref): place for ref, place in places.items()}
    with opened.writing() as connection:
        _check(connection, named)
        for ref, place in named.items():
            if place is None:
                after.take_out(connection, Rank, ref, by)
            else:
                after.record(connection, Rank(ref, place), by)


def _known(known: Mapping[str, str], ref: str) -> str:
    found = known.get(ref.strip().upper())
    if found is None:
        raise UserError(
            tr("'{proposal}' is not among the proposals of the debriefing.", proposal=short(ref)),
            tr("They are {proposals}.", proposals=listed(list(known.values())))
            if known
            else tr("There are none yet."),
            code=ExitCode.NOT_NOW,
        )
    return found


def _check(connection: Connection, named: Mapping[str, int | None]) -> None:
    standing = {ref: one.place for ref, one in after.standing(connection, Rank).items()}
    places = {ref: place for ref, place in {**standing, **named}.items() if place is not None}
    free = next(place for place in count(1) if place not in places.values())
    taken: dict[int, str] = {}
    for ref, place in places.items():
        if place in taken:
            raise UserError(
                tr(
                    "Place {place} would be given twice: to {first} and {second}. Nothing was recorded.",
                    place=place,
                    first=taken[place],
                    second=ref,
                ),
                tr(
                    "Give both anew, for example: {options}",
                    options=f"--rank {ref}={place} --rank {taken[place]}={free}",
                ),
                code=ExitCode.NOT_NOW,
            )
        taken[place] = ref
