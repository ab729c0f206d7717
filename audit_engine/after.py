"""What comes after the rating, as plain values: the debriefing, the unit's response, the follow-up.

A recommendation is named by its reference: the questionnaire's id, or `TEAM-3` for the third that people
added themselves. It stays the same from the first proposal to the last follow-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Answer = Literal["accepted", "partly accepted", "rejected", "pending"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
Progressed = Literal["not started", "in progress", "partly done", "done", "overtaken", "no update"]
STATES: tuple[Progressed, ...] = get_args(Progressed)
Reacted = Literal["agree", "dispute"]
REACTIONS: tuple[Reacted, ...] = get_args(Reacted)


@dataclass(frozen=True)
class Response:
    """What the unit answered. `due` an ISO date or empty; `source`: in which workbook it came back."""

    recommendation: str
    answer: Answer
    comment: str = ""
    owner: str = ""
    due: str = ""
    budget: Literal["", "yes", "no"] = ""
    source: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class Progress:
    """How far it is carried out, with the evidence for it; `day`: the ISO date it is told of, or empty."""

    recommendation: str
    state: Progressed
    evidence: str = ""
    day: str = ""
    source: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class View:
    """One area at the debriefing: three facts beside each other, as band ids; empty where nobody said.

    `reaction` of the unit with its `reason`; `evidence_by`: the ISO date by which it will bring evidence.
    """

    area: str
    facilitators: str = ""
    reaction: Literal["", "agree", "dispute"] = ""
    unit: str = ""
    reason: str = ""
    evidence_by: str = ""
    agreed: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class Rank:
    """The place (from 1) that the unit gave to a proposal."""

    recommendation: str
    place: int
    by: str = ""
    at: str = ""


def reference(source: str, number: int) -> str:
    """The reference of a recommendation: its id in the questionnaire, else its number in the audit."""
    return source or f"TEAM-{number}"
