"""Women and men, and who spoke, on the screen of the facilitation team; nothing of it is published."""

from __future__ import annotations

from audit_engine.judging.words import word
from audit_engine.terminal import heading, say
from exports.composing.words import capital
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, Assessment
from scoring.certainty import Certainty, certainty
from scoring.certainty_words import VERDICTS, in_words
from scoring.evidence import Evidence
from scoring.participation import WHERE, SpokeUp, participation


def show_gaps(evidence: Evidence, assessment: Assessment) -> None:
    """How sure each gap is that calls for attention; the other areas by name only."""
    found = [(area, certainty(evidence, area)) for area in assessment.areas]
    known = [(area, sure) for area, sure in found if isinstance(sure, Certainty)]
    if not known:
        return
    heading(tr("Women and men: how sure the gaps are"))
    for area, sure in known:
        if area.gap_flagged:
            say(f"{area.id}: {in_words(sure)}")
    for verdict, words in VERDICTS.items():
        others = [area.id for area, sure in known if sure.verdict == verdict and not area.gap_flagged]
        if others:
            say(tr("{verdict}: {areas}.", verdict=capital(word(words)), areas=", ".join(others)))


def show_gap(evidence: Evidence, area: AreaRating) -> None:
    """How sure the gap of one area is, or why that cannot be told."""
    if not area.people:
        return
    heading(tr("Women and men: how sure the gap is"))
    sure = certainty(evidence, area)
    say(in_words(sure) if isinstance(sure, Certainty) else tr("Not told: {reason}.", reason=sure.words))


def show_who_spoke(questionnaire: Questionnaire, evidence: Evidence) -> None:
    """Women and men who took part beside those who work here, with a warning where they differ."""
    found = participation(questionnaire, evidence)
    if found is None or not (found.spoke or found.warnings):
        return
    heading(tr("Who spoke"))
    for each in found.spoke:
        say(_spoke(each, found.staff))
    for warning in found.warnings:
        say(f"! {warning}")


def _spoke(each: SpokeUp, staff: tuple[int, int] | None) -> str:
    if staff:
        women = tr_many("{some} of {number} women", "{some} of {number} women", staff[0], some=each.women)
        men = tr_many("{some} of {number} men", "{some} of {number} men", staff[1], some=each.men)
    else:
        women = tr_many("{number} women", "{number} women", each.women)
        men = tr_many("{number} men", "{number} men", each.men)
    return tr("{where}: {women}, {men}.", where=word(WHERE[each.instrument]), women=women, men=men)
