"""Opinions of too few people stay in the team; here the team is told so."""

from __future__ import annotations

from collections.abc import Iterable

from audit_engine.audit import VOICES, Finding
from questionnaires.catalogue import marked, tr, tr_many

_NUMBERS = {3: marked("three")}


def too_few_voices(findings: Iterable[Finding]) -> str:
    """How many confirmed ones are kept back, and why; empty if there are none."""
    kept = [each for each in findings if each.confirmed and each.kept_back]
    if not kept:
        return ""
    numbers = ", ".join(str(each.id) for each in kept)
    return tr_many(
        "{number} confirmed finding or practice stays in the team (number {numbers}): opinions need {voices} "
        "voices; a fact that can be checked is checked and reported as an observation. Say which it is: "
        "--voices N, or --evidence.",
        "{number} confirmed findings or practices stay in the team (number {numbers}): opinions need "
        "{voices} voices; a fact that can be checked is checked and reported as an observation. Say which it "
        "is: --voices N, or --evidence.",
        len(kept),
        numbers=numbers,
        voices=tr(_NUMBERS[VOICES]),
    )


def in_words(finding: Finding) -> str:
    """How many people said it, for the team; empty for a fact that can be checked."""
    if finding.voices is None:
        return ""
    return tr_many("{number} voice", "{number} voices", finding.voices)
