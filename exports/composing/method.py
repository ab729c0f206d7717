"""The sheet on method and limits: how the ratings came about, in plain words, and what they cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from exports.composing import areas
from exports.composing.edition import edition
from exports.composing.reference import reference_lines
from exports.composing.rules import rules
from exports.composing.words import reason, reason_words, told
from exports.material import Material
from exports.report import Fact, Section
from questionnaires.catalogue import SOURCE, labelled, marked, tr
from questionnaires.languages import called
from questionnaires.scope import asks_by, hears_opinions
from scoring.assessment import ItemRating
from scoring.disclosure import published_reason
from scoring.fingerprint import method_hash
from scoring.points import NOT_IN_THEIR_WORK

LIMITS = (
    Fact(
        marked("A moment"),
        marked(
            "The rating holds for the evidence of the days of the audit, as the facilitators agreed on it."
        ),
    ),
    Fact(
        marked("Flows"),
        marked("Figures on recruitment and promotion show what happened in a period, not who is there."),
    ),
    Fact(
        marked("Small totals"),
        marked("Where few people or cases are counted, one more or less moves a figure by much."),
    ),
    Fact(
        marked("Two rulers"),
        marked("What documents show and what people say are measured differently; they stand side by side."),
    ),
    Fact(
        marked("Mixture"),
        marked(
            "Areas differ in how much rests on documents and how much on people; both figures are printed."
        ),
    ),
    Fact(
        marked("No ranking"),
        marked("The audit is a self-assessment for learning. It certifies nothing and compares no units."),
    ),
)


UNREAD = marked(
    "No speaker of the language has read this translation yet; where a sentence is unclear, the English "
    "report of the same release says what is meant"
)
AS_WRITTEN = marked("What people wrote stands in the language in which they wrote it.")
ABOUT_PEOPLE = ("Two rulers", "Mixture")
ABOUT_STAFF_DATA = ("Flows",)


def limits(material: Material) -> tuple[Fact, ...]:
    """What the figures cannot say; without what concerns people or staff data where none are asked for."""
    left_out = {
        *(() if hears_opinions(material.questionnaire) else ABOUT_PEOPLE),
        *(() if asks_by(material.questionnaire, "staff_data") else ABOUT_STAFF_DATA),
    }
    return tuple(told(fact) for fact in LIMITS if fact.label not in left_out)


def _language(material: Material) -> Iterator[Fact]:
    """In which language it is, and who has not read it; nothing of a report in English."""
    if material.language == SOURCE:
        return
    said = [called(material.language)]
    if material.unread:
        said.append(tr(UNREAD))
    yield Fact(tr("Language"), ". ".join([*said, tr(AS_WRITTEN)]))


def sections(material: Material) -> tuple[Section, ...]:
    """The parts of the Method sheet in their order."""
    return (
        Section(tr("Questionnaire and method"), _identity(material)),
        Section(tr("Rules in plain words"), rules(material)),
        Section(tr("Documents and facilitators"), material.practice, tr("Nothing was registered.")),
        Section(
            tr("What was not rated, and why"),
            tuple(_not_rated(material)),
            tr("Everything that applies was rated."),
        ),
        Section(tr("Not applicable"), tuple(_not_applicable(material)), tr("Every item applies.")),
        Section(tr("Limits: what this report cannot say"), limits(material)),
        Section(tr("Reference lines"), reference_lines(material), tr("The questionnaire declares none.")),
    )


def _identity(material: Material) -> tuple[Fact, ...]:
    questionnaire = material.questionnaire
    previous = tuple(Fact(label, text) for label, text in material.earlier.items())
    return (
        Fact(
            tr("Questionnaire"),
            tr(
                "{title}, {questionnaire} version {version}",
                title=questionnaire.title,
                questionnaire=questionnaire.id,
                version=questionnaire.version,
            ),
        ),
        Fact(tr("SHA-256 of its text"), material.sha256),
        Fact(
            tr("Method"),
            tr(
                "version {version}; SHA-256 of its rules {hash}",
                version=questionnaire.method,
                hash=method_hash(questionnaire),
            ),
        ),
        *edition(material),
        Fact(tr("Source"), questionnaire.source),
        *([Fact(tr("Written by"), material.engine)] if material.engine else []),
        *_language(material),
        *previous,
    )


def _not_rated(material: Material) -> Iterator[Fact]:
    for area in material.assessment.areas:
        if area.score is None:
            title = next(one.title for one in material.questionnaire.areas if one.id == area.id)
            yield Fact(area.id, labelled(title, reason(area.why)))
        lost = [rating for rating in area.items if rating.state == "lost" and _listed(material, rating)]
        for found in sorted({published_reason(rating.why) for rating in lost}):
            named = ", ".join(rating.id for rating in lost if published_reason(rating.why) == found)
            yield Fact("", tr("Items: {reason}: {items}", reason=reason_words(found), items=named))


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
    why = next((one.text for one in material.questionnaire.reasons if one.id == code), "")
    if code == NOT_IN_THEIR_WORK.code or not why:
        return tr("{item}: not part of the work here", item=text)
    why = why[:1].lower() + why[1:]
    if _confirmed(material, rating):
        return labelled(text, why)
    return tr("{item}: {reason} (not confirmed by the lead facilitator)", item=text, reason=why)


def _confirmed(material: Material, rating: ItemRating) -> bool:
    """What follows from the numbers themselves needs nobody's confirmation."""
    typed = rating.value is not None and rating.value.startswith("na")
    return not typed or rating.id in material.confirmed_na
