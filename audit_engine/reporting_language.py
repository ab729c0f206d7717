"""What a report in another language says of its texts, and which of them it can say anew."""

from __future__ import annotations

from dataclasses import replace

from audit_engine.audit import Decision
from exports.composing.advice import in_words
from questionnaires.catalogue import has_catalogue, read_by
from questionnaires.definition import Questionnaire, UnitType
from questionnaires.translations import wording


def as_read(
    decision: Decision, original: Questionnaire, spoken: Questionnaire, unit: UnitType | None
) -> Decision:
    """A recommendation in the words of the questionnaire is read in its language; what somebody wrote stays.

    `original` is the questionnaire as it was written, `spoken` the same in the language of the report.
    """
    before, now = (one.recommendation.get(decision.source) for one in (original, spoken))
    if before is None or now is None or original is spoken:
        return decision
    lead = " ".join(before.lead)
    return replace(
        decision,
        text=now.text if decision.text == before.text else decision.text,
        responsible=(
            in_words(spoken, unit, lead)
            if decision.responsible == in_words(original, unit, lead)
            else decision.responsible
        ),
    )


def unread(original: Questionnaire, language: str) -> bool:
    """Whether a report in the language has words that no speaker of it has read."""
    of_program = has_catalogue(language) and not read_by(language)
    return of_program or (language != original.language and not wording(original, language).read_by)
