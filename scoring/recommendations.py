"""The recommendations that the rules propose (docs/method.md, rule 7); people decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from questionnaires.definition import Recommendation
from scoring.assessment import AreaRating, Priority, Proposal, Raised
from scoring.collected import Collected
from scoring.points import DOCUMENTS_NOT_GIVEN
from scoring.triggers import Trigger, triggers

RANK: dict[Priority, int] = {"high": 0, "medium": 1, "low": 2}
MIDDLE = Fraction(50)


def proposals(collected: Collected, areas: Sequence[AreaRating]) -> tuple[Proposal, ...]:
    """What is proposed, strongest first, then what was raised too.

    At most so many an area and in all; what is offered in every audit, or for want of documents, takes its
    places first.
    """
    texts = collected.questionnaire.recommendation
    raised = [
        trigger for area in areas for trigger in triggers(collected, area) if trigger.recommendation in texts
    ]
    offered = _offered(collected, areas)
    names = {*offered, *(trigger.recommendation for trigger in raised)}
    found = sorted((_proposal(texts[name], raised, offered.get(name)) for name in names), key=_order)
    return _within_limits(collected, found, set(offered))


def distance(proposal: Proposal) -> Fraction:
    """How far the lowest figure that raised it lies below 50; 0 for none."""
    return max((MIDDLE - raised.score for raised in proposal.raised_by), default=Fraction(0))


def _offered(collected: Collected, areas: Iterable[AreaRating]) -> dict[str, Priority]:
    """Recommendations that no score needs to raise, with the least priority they have."""
    not_given = any(
        area.applicable and area.score is None and area.why and area.why.code == DOCUMENTS_NOT_GIVEN.code
        for area in areas
    )
    least: dict[str, Priority] = {"always": "medium"}
    if not_given:
        least["documents_not_given"] = "medium"
    return {
        text.id: least[text.offer] for text in collected.questionnaire.recommendations if text.offer in least
    }


def _proposal(text: Recommendation, raised: Iterable[Trigger], least: Priority | None) -> Proposal:
    mine = [trigger for trigger in raised if trigger.recommendation == text.id]
    found = [trigger.priority for trigger in mine] + ([least] if least else [])
    by: tuple[Raised, ...] = tuple(
        sorted((trigger.raised for trigger in mine), key=lambda one: (one.score, one.id))
    )
    return Proposal(text.id, text.area, min(found, key=RANK.__getitem__), by)


def _order(proposal: Proposal) -> tuple[int, int, Fraction, str]:
    return (RANK[proposal.priority], -len(proposal.raised_by), -distance(proposal), proposal.recommendation)


def _within_limits(
    collected: Collected, found: Sequence[Proposal], reserved: set[str]
) -> tuple[Proposal, ...]:
    rules = collected.questionnaire.rules
    limit = rules.proposals_small if collected.small else rules.proposals
    chosen: list[Proposal] = []
    for proposal in sorted(found, key=lambda one: one.recommendation not in reserved):
        in_area = sum(1 for other in chosen if other.area == proposal.area)
        room = len(chosen) < limit and in_area < rules.proposals_an_area
        if room or proposal.recommendation in reserved:
            chosen.append(proposal)
    also = [replace(proposal, also=True) for proposal in found if proposal not in chosen]
    return (*sorted(chosen, key=_order), *also)
