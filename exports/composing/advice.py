"""Recommendations: accepted ones first, then what is only proposed and marked so."""

from __future__ import annotations

import re
from dataclasses import replace

from exports.composing import areas
from exports.composing.statements import named_area
from exports.material import Decided, Material
from exports.report import Advice
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire, UnitType
from scoring.assessment import Proposal

PROPOSED = marked("proposed")
OFFERED = marked("offered in every audit")
BY_TEAM = marked("decided by the team")
WHAT_STAFF_SAID = marked("what staff said in the area")


def advice(material: Material) -> tuple[Advice, ...]:
    """What people accepted, what they left open, what rules propose and no one has looked at yet."""
    accepted = [one for one in material.decided if one.status == "accepted"]
    left_open = [one for one in material.decided if one.status == "proposed"]
    decided_on = {one.source for one in material.decided if one.source}
    fresh = [
        one for one in material.assessment.proposals if not one.also and one.recommendation not in decided_on
    ]
    found = [
        *(_of_people(material, one) for one in accepted),
        *(_of_people(material, one) for one in left_open),
        *(_of_rules(material, one) for one in fresh),
    ]
    return tuple(replace(one, number=f"R{place}") for place, one in enumerate(found, 1))


def also_raised(material: Material) -> tuple[str, ...]:
    """What was raised beyond the number proposed."""
    texts = material.questionnaire.recommendation
    decided_on = {one.source for one in material.decided}
    return tuple(
        f"{texts[one.recommendation].text} ({named_area(material.questionnaire, one.area)})"
        for one in material.assessment.proposals
        if one.also and one.recommendation not in decided_on
    )


def _of_people(material: Material, one: Decided) -> Advice:
    return Advice(
        number="",
        status=one.status,
        area=named_area(material.questionnaire, one.area),
        text=one.text,
        priority=one.priority,
        raised_by=_listed(material, _still_raised(material, one)) or tr(BY_TEAM),
        responsible=in_words(material.questionnaire, material.unit_type, one.responsible),
        due=one.due,
        verification=one.verification,
        ref=one.ref,
        parties=_parties(material, one.responsible),
    )


def _still_raised(material: Material, one: Decided) -> tuple[str, ...]:
    """What raised it when people decided; of what people said only what the printed figures raise too."""
    printed = {raised.id for proposal in material.assessment.proposals for raised in proposal.raised_by}
    items = material.questionnaire.items
    return tuple(
        name
        for name in one.raised_by
        if name in printed or (name in items and items[name].evidence == "objective")
    )


def _of_rules(material: Material, one: Proposal) -> Advice:
    text = material.questionnaire.recommendation[one.recommendation]
    raised = _listed(material, tuple(raised.id for raised in one.raised_by))
    return Advice(
        number="",
        status=PROPOSED,
        area=named_area(material.questionnaire, one.area),
        text=text.text,
        priority=one.priority,
        raised_by=raised or tr(OFFERED),
        responsible=in_words(material.questionnaire, material.unit_type, ", ".join(text.lead)),
        due=tr_many("within {number} days", "within {number} days", text.due_days),
        ref=text.id,
        parties=_parties(material, ", ".join(text.lead)),
    )


def _listed(material: Material, raised: tuple[str, ...]) -> str:
    """The items that raised it; those that a small unit's report does not list stand as one."""
    shown, hidden = [], False
    for name in raised:
        item, rating = material.questionnaire.items.get(name), material.assessment.item(name)
        if item and rating and areas.hidden_in_small_unit(material, item, rating):
            hidden = True
        else:
            shown.append(name)
    return ", ".join([*shown, *([tr(WHAT_STAFF_SAID)] if hidden else [])])


def _parties(material: Material, responsible: str) -> str:
    """The same where it is named by the questionnaire's own functions; empty for any other words."""
    words = in_words(material.questionnaire, material.unit_type, responsible)
    known = {party.id for party in material.questionnaire.responsible}
    named = [name for name in re.split(r"[,;\s]+", responsible) if name]
    return words if named and known.issuperset(named) else ""


def in_words(questionnaire: Questionnaire, unit: UnitType | None, responsible: str) -> str:
    """Who is responsible, in words of this kind of organisation; anything but known ids stays as typed."""
    parties = {party.id: party for party in questionnaire.responsible}
    names = [name for name in re.split(r"[,;\s]+", responsible) if name]
    if not names or any(name not in parties for name in names):
        return responsible
    own = unit != "constituent"
    return ", ".join(
        dict.fromkeys(
            parties[name].label if own else parties[name].elsewhere or parties[name].label for name in names
        )
    )


def standing_of(one: Advice) -> str:
    """Whether it is accepted or proposed, and how urgent it is."""
    if not one.priority:
        return tr(one.status)
    return tr("{status}, {priority}", status=tr(one.status), priority=tr(one.priority))
