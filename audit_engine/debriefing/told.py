"""What may be told at the debriefing of findings: from three voices up, in words, and no figure of people."""

from __future__ import annotations

from collections.abc import Iterable

from audit_engine.audit import Finding
from audit_engine.debriefing.figures_of_people import words_give_figure


def of_voices(findings: Iterable[Finding]) -> list[Finding]:
    """Confirmed ones that enough people said, in the team's order, without those that give a figure."""
    return [each for each in findings if _by_voices(each) and not gives_figure(each)]


def with_figures(findings: Iterable[Finding]) -> list[Finding]:
    """Those that are left out only because their words give a figure of people."""
    return [each for each in findings if _by_voices(each) and gives_figure(each)]


def strengths(findings: Iterable[Finding]) -> list[Finding]:
    """Confirmed strengths that may be told, the first of each area."""
    first: dict[str, Finding] = {}
    for each in findings:
        if each.kind == "strength" and _may_be_told(each) and not gives_figure(each):
            first.setdefault(each.area, each)
    return list(first.values())


def gives_figure(finding: Finding) -> bool:
    """Whether its words tell how many people said or did something."""
    return words_give_figure(f"{finding.text} {finding.where} {finding.evidence}")


def _by_voices(finding: Finding) -> bool:
    return finding.voices is not None and _may_be_told(finding)


def _may_be_told(finding: Finding) -> bool:
    return finding.confirmed and not finding.kept_back
