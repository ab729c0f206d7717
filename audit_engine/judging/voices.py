"""Opinions of too few people stay in the team; here the team is told so."""

from __future__ import annotations

from collections.abc import Iterable

from audit_engine.audit import VOICES, Finding

_NUMBERS = {3: "three"}


def too_few_voices(findings: Iterable[Finding]) -> str:
    """How many confirmed ones are kept back, and why; empty if there are none."""
    kept = [each for each in findings if each.confirmed and each.kept_back]
    if not kept:
        return ""
    numbers = ", ".join(str(each.id) for each in kept)
    stay = "finding or practice stays" if len(kept) == 1 else "findings or practices stay"
    return (
        f"{len(kept)} confirmed {stay} in the team (number {numbers}): opinions need {_NUMBERS[VOICES]} "
        "voices; a fact that can be checked is checked and reported as an observation. Say which it is: "
        "--voices N, or --evidence."
    )


def in_words(finding: Finding) -> str:
    """How many people said it, for the team; empty for a fact that can be checked."""
    if finding.voices is None:
        return ""
    return "1 voice" if finding.voices == 1 else f"{finding.voices} voices"
