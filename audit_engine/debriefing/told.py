"""What may be told at the debriefing of findings: from three voices up, in words, and no figure of people."""

from __future__ import annotations

import re
from collections.abc import Iterable

from audit_engine.audit import Finding

_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozens?|both|single|several|few|most|many)"
)
_PEOPLE = r"(?:wom[ae]n|m[ae]n|people|persons?|colleagues|staff|voices|interviewees|respondents)"
_FIGURE = re.compile(
    r"%|\bper ?cent\b|\b(?:half|quarter|thirds?|majority|minority|rest|none|all|each) of\b"
    r"|\bonly (?:one|wo?man|female|male|person|other)\b"
    r"|\b(?:all|nobody|everybody) (?:but|except)\b"
    r"|\b(?:points?|scored?|average|mean|survey)\b"
    rf"|\b{_NUMBER} (?:said|say|told|think|thought|agreed?|disagreed?|answered|voices?|so)\b"
    rf"|\b{_NUMBER}\s*(?:/|of|out of|in)\s*(?:the\s+)?{_NUMBER}\b"
    rf"|\b{_NUMBER}(?:\s+\w+){{0,2}}\s+{_PEOPLE}\b",
    re.IGNORECASE,
)


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


def words_give_figure(words: str) -> bool:
    """The same of any words that people wrote: rather too often than once too little."""
    return bool(_FIGURE.search(words))


def _by_voices(finding: Finding) -> bool:
    return finding.voices is not None and _may_be_told(finding)


def _may_be_told(finding: Finding) -> bool:
    return finding.confirmed and not finding.kept_back
