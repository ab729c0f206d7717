"""Women and men, and who spoke, on the screen of the facilitation team; nothing of it is published."""

from __future__ import annotations

from audit_engine.terminal import heading, say
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
    heading("Women and men: how sure the gaps are")
    for area, sure in known:
        if area.gap_flagged:
            say(f"{area.id}: {in_words(sure)}")
    for verdict, words in VERDICTS.items():
        others = [area.id for area, sure in known if sure.verdict == verdict and not area.gap_flagged]
        if others:
            say(f"{words[0].upper()}{words[1:]}: {', '.join(others)}.")


def show_gap(evidence: Evidence, area: AreaRating) -> None:
    """How sure the gap of one area is, or why that cannot be told."""
    if not area.people:
        return
    heading("Women and men: how sure the gap is")
    sure = certainty(evidence, area)
    say(in_words(sure) if isinstance(sure, Certainty) else f"Not told: {sure.words}.")


def show_who_spoke(questionnaire: Questionnaire, evidence: Evidence) -> None:
    """Women and men who took part beside those who work here, with a warning where they differ."""
    found = participation(questionnaire, evidence)
    if found is None or not (found.spoke or found.warnings):
        return
    heading("Who spoke")
    for each in found.spoke:
        say(_spoke(each, found.staff))
    for warning in found.warnings:
        say(f"! {warning}")


def _spoke(each: SpokeUp, staff: tuple[int, int] | None) -> str:
    of_women, of_men = (f" of {number}" for number in staff) if staff else ("", "")
    return f"{WHERE[each.instrument]}: {each.women}{of_women} women, {each.men}{of_men} men."
