"""Whole audits with their exact results, kept for each version of the method (tests/golden/README.md).

`python -m tests.golden_audits` works out the results of every audit that has none yet; results that are
there are never touched.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from questionnaires.library import load
from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import AreaRating, Assessment, Comparison, ItemRating, Proposal, Summary
from scoring.earlier import earlier_from, earlier_from_json, earlier_to_json
from scoring.evidence import Earlier, Evidence
from scoring.judgement import respondents
from scoring.rounding import exact
from tests.counting import Submission, evidence_of
from tests.worked_cases import spread, submissions

FOLDER = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Golden:
    """One audit; `told` is the file as it stands, in the words of the worked cases."""

    path: Path
    told: dict[str, Any]

    @property
    def method(self) -> str:
        """The version of the method that its folder is of: `1` for method-1."""
        return self.path.parent.name.removeprefix("method-")

    def assess(self) -> Assessment:
        """The audit rated by the questionnaire that it names."""
        name, version = self.told["questionnaire"].split()
        evidence = evidence_of_all(self.told, submissions_of(self.told))
        return assess(load(name, version).questionnaire, evidence, self.earlier())

    def earlier(self) -> Earlier | None:
        """The figures of the previous audit that it names."""
        if "earlier" not in self.told:
            return None
        before = read(self.path.with_name(f"{self.told['earlier']}.json"))
        name, version = before.told["questionnaire"].split()
        loaded = load(name, version)
        figures = earlier_from(
            loaded.questionnaire,
            before.assess(),
            unit="the same unit",
            start="2024-03-01",
            sha256=loaded.sha256,
            respondents=respondents(
                loaded.questionnaire, evidence_of_all(before.told, submissions_of(before.told))
            ),
        )
        return earlier_from_json(earlier_to_json(figures))


def goldens() -> list[Golden]:
    """Every audit of every version of the method."""
    return [read(path) for path in sorted(FOLDER.glob("method-*/*.json"))]


def read(path: Path) -> Golden:
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Golden(path, told)


def submissions_of(told: Mapping[str, Any]) -> list[Submission]:
    """Every form of an audit, in the order of its file."""
    return submissions(dict(told))


def evidence_of_all(told: Mapping[str, Any], given: Sequence[Submission]) -> Evidence:
    """These forms counted, in the unit that the audit is of."""
    name, version = told["questionnaire"].split()
    cells: dict[str, tuple[int, int]] = {}
    for category, pair in told.get("cells", {}).items():
        women, men = pair.split("/")
        cells[category] = (int(women), int(men))
    setting = Setting(int(told["staff"]), cells, switched_off=spread(told.get("switched_off", {})))  # type: ignore[arg-type]  # reasons are checked by what they switch off
    return evidence_of(load(name, version).questionnaire, setting, given)


def results(assessment: Assessment) -> dict[str, Any]:
    """All that the method decides about an audit: exact figures as p/q, codes instead of words."""
    response = assessment.response
    return {
        "response": {
            "held": response.held,
            "forms": response.forms,
            "invited": response.invited,
            "needed": exact(response.needed_percent),
            "counts": response.counts,
        },
        "overall": _summary(assessment.overall),
        "fronts": {front.id: _summary(front) for front in assessment.fronts},
        "areas": {area.id: _area(area) for area in assessment.areas},
        "groups": {area.id: _groups(area) for area in assessment.areas},
        "items": {item.id: _item(item) for area in assessment.areas for item in area.items},
        "proposals": [_proposal(proposal) for proposal in assessment.proposals],
        "contradictions": [
            f"{one.objective} {exact(one.documents)} : {one.perception} {exact(one.people)}"
            for one in assessment.contradictions
        ],
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return _given(
        score=summary.score,
        band=summary.band,
        coverage=summary.coverage,
        n=summary.n,
        applicable=summary.applicable,
        why=summary.why.code if summary.why else None,
        baseline=_baseline(summary.baseline),
    )


def _area(area: AreaRating) -> dict[str, Any]:
    return _given(
        score=area.score,
        band=area.band,
        coverage=area.coverage,
        n=area.n,
        evidence=area.evidence,
        applicable=area.applicable,
        why=area.why.code if area.why else None,
        objective=area.objective,
        perception=area.perception,
        many_not_applicable=area.many_not_applicable,
        in_steps=area.in_steps,
        baseline=_baseline(area.baseline),
    )


def _groups(area: AreaRating) -> dict[str, Any]:
    return _given(people=area.people, women=area.women, men=area.men, gap=area.gap, flagged=area.gap_flagged)


def _item(item: ItemRating) -> dict[str, Any]:
    return _given(
        state=item.state,
        score=item.score,
        band=item.band,
        n=item.n,
        weight=item.weight,
        evidence_weight=item.evidence_weight,
        source=item.source,
        value=item.value,
        why=item.why.code if item.why else None,
        shown=item.shown,
        baseline=_baseline(item.baseline),
    )


def _baseline(comparison: Comparison | None) -> str | None:
    if comparison is None:
        return None
    figures = [None if one is None else exact(one) for one in (comparison.score, comparison.change)]
    return (
        f"{comparison.kind} {figures[0]}, change {figures[1]}, {comparison.status}, {comparison.comparable}"
    )


def _proposal(proposal: Proposal) -> str:
    raised = ", ".join(f"{raised.id} {exact(raised.score)}" for raised in proposal.raised_by)
    also = "; also raised" if proposal.also else ""
    return f"{proposal.recommendation} {proposal.priority}: {raised or 'offered in every audit'}{also}"


def _given(**figures: Any) -> dict[str, Any]:
    """Without what is None; fractions as text."""
    return {
        key: exact(value) if isinstance(value, Fraction) else value
        for key, value in figures.items()
        if value is not None
    }


def text_of(told: Mapping[str, Any]) -> str:
    """The file of an audit: one line a form, an area, an item."""
    parts = [f"{json.dumps(key)}: {_laid_out(value)}" for key, value in told.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _laid_out(value: Any, depth: int = 0) -> str:
    margin = " " * (depth + 1)
    deeper = isinstance(value, dict) and any(isinstance(part, (dict, list)) for part in value.values())
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(margin + _line(part) for part in value) + f"\n{margin[1:]}]"
    if deeper:
        parts = (f"{margin}{json.dumps(key)}: {_laid_out(part, depth + 1)}" for key, part in value.items())
        return "{\n" + ",\n".join(parts) + f"\n{margin[1:]}}}"
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def fill_in() -> list[Path]:
    """Works out the results of audits that have none yet; the files that were written."""
    waiting = [golden for golden in goldens() if "results" not in golden.told]
    for golden in waiting:
        told = {**golden.told, "results": results(golden.assess())}
        golden.path.write_text(text_of(told), encoding="utf-8")
    return [golden.path for golden in waiting]


if __name__ == "__main__":
    for written in fill_in():
        print(f"{written} has its results now; look at them before they are kept.")
