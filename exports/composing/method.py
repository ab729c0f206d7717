"""The sheet on method and limits: how the ratings came about, in plain words, and what they cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from exports.composing import areas
from exports.composing.edition import edition
from exports.composing.reference import reference_lines
from exports.composing.rules import rules
from exports.material import Material
from exports.report import Fact, Section
from questionnaires.scope import asks_by, hears_opinions
from scoring.assessment import ItemRating
from scoring.disclosure import published_reason
from scoring.fingerprint import method_hash
from scoring.points import NOT_IN_THEIR_WORK

LIMITS = (
    Fact(
        "A moment",
        "The rating holds for the evidence of the days of the audit, as the facilitators agreed on it.",
    ),
    Fact("Flows", "Figures on recruitment and promotion show what happened in a period, not who is there."),
    Fact("Small totals", "Where few people or cases are counted, one more or less moves a figure by much."),
    Fact(
        "Two rulers",
        "What documents show and what people say are measured differently; they stand side by side.",
    ),
    Fact(
        "Mixture",
        "Areas differ in how much rests on documents and how much on people; both figures are printed.",
    ),
    Fact(
        "No ranking",
        "The audit is a self-assessment for learning. It certifies nothing and compares no units.",
    ),
)


ABOUT_PEOPLE = ("Two rulers", "Mixture")
ABOUT_STAFF_DATA = ("Flows",)


def limits(material: Material) -> tuple[Fact, ...]:
    """What the figures cannot say; without what concerns people or staff data where none are asked for."""
    left_out = {
        *(() if hears_opinions(material.questionnaire) else ABOUT_PEOPLE),
        *(() if asks_by(material.questionnaire, "staff_data") else ABOUT_STAFF_DATA),
    }
    return tuple(fact for fact in LIMITS if fact.label not in left_out)


def sections(material: Material) -> tuple[Section, ...]:
    """The parts of the Method sheet in their order."""
    return (
        Section("Questionnaire and method", _identity(material)),
        Section("Rules in plain words", rules(material)),
        Section("Documents and facilitators", material.practice, "Nothing was registered."),
        Section(
            "What was not rated, and why", tuple(_not_rated(material)), "Everything that applies was rated."
        ),
        Section("Not applicable", tuple(_not_applicable(material)), "Every item applies."),
        Section("Limits: what this report cannot say", limits(material)),
        Section("Reference lines", reference_lines(material), "The questionnaire declares none."),
    )


def _identity(material: Material) -> tuple[Fact, ...]:
    questionnaire = material.questionnaire
    previous = tuple(Fact(label, text) for label, text in material.earlier.items())
    return (
        Fact("Questionnaire", f"{questionnaire.title}, {questionnaire.id} version {questionnaire.version}"),
        Fact("SHA-256 of its text", material.sha256),
        Fact("Method", f"version {questionnaire.method}; SHA-256 of its rules {method_hash(questionnaire)}"),
        *edition(material),
        Fact("Source", questionnaire.source),
        *([Fact("Written by", material.engine)] if material.engine else []),
        *previous,
    )


def _not_rated(material: Material) -> Iterator[Fact]:
    for area in material.assessment.areas:
        if area.score is None:
            title = next(one.title for one in material.questionnaire.areas if one.id == area.id)
            yield Fact(area.id, f"{title}: {published_reason(area.why)}")
        lost = [rating for rating in area.items if rating.state == "lost" and _listed(material, rating)]
        for reason in sorted({published_reason(rating.why) for rating in lost}):
            named = [rating.id for rating in lost if published_reason(rating.why) == reason]
            yield Fact("", f"Items: {reason}: {', '.join(named)}")


def _listed(material: Material, rating: ItemRating) -> bool:
    return not areas.hidden_in_small_unit(material, material.questionnaire.items[rating.id], rating)


def _not_applicable(material: Material) -> Iterator[Fact]:
    for area in material.assessment.areas:
        for rating in area.items:
            if rating.state == "na" and _listed(material, rating):
                yield Fact(rating.id, _why_not_applicable(material, rating))


def _why_not_applicable(material: Material, rating: ItemRating) -> str:
    """The reason as the questionnaire words it; what people said of their own work gives none."""
    text = material.questionnaire.items[rating.id].text
    code = rating.why.code if rating.why else ""
    reason = next((one.text for one in material.questionnaire.reasons if one.id == code), "")
    if code == NOT_IN_THEIR_WORK.code or not reason:
        return f"{text}: not part of the work here"
    marked = "" if _confirmed(material, rating) else " (not confirmed by the lead facilitator)"
    return f"{text}: {reason[0].lower()}{reason[1:]}{marked}"


def _confirmed(material: Material, rating: ItemRating) -> bool:
    """What follows from the numbers themselves needs nobody's confirmation."""
    typed = rating.value is not None and rating.value.startswith("na")
    return not typed or rating.id in material.confirmed_na
