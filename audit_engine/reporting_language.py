"""What a report in another language says of its texts, and which of them it can say anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit_engine.audit import Decision
from exports.composing.advice import in_words
from questionnaires.catalogue import has_catalogue, read_by
from questionnaires.definition import Questionnaire, UnitType
from questionnaires.translations import in_language, languages, wording


def as_read(
    decision: Decision, every: Sequence[Questionnaire], spoken: Questionnaire, unit: UnitType | None
) -> Decision:
    """A recommendation in the words of the questionnaire is read in its language; what somebody wrote stays.

    `every` is the questionnaire in each language in which it may have been accepted, `spoken` the same in
    the language of the report.
    """
    now = spoken.recommendation.get(decision.source)
    if now is None:
        return decision
    lead = " ".join(now.lead)
    texts = {one.recommendation[decision.source].text for one in every}
    responsible = {in_words(one, unit, lead) for one in every}
    return replace(
        decision,
        text=now.text if decision.text in texts else decision.text,
        responsible=in_words(spoken, unit, lead)
        if decision.responsible in responsible
        else decision.responsible,
    )


def in_every_language(original: Questionnaire) -> tuple[Questionnaire, ...]:
    """The questionnaire in all languages in which the program has texts of it."""
    return tuple(in_language(original, language) for language in languages(original))


def unread(original: Questionnaire, language: str) -> bool:
    """Whether a report in the language has words that no speaker of it has read."""
    of_program = has_catalogue(language) and not read_by(language)
    return of_program or (language != original.language and not wording(original, language).read_by)
