"""Rates audits and prints what came out, to run elsewhere: `python -m tests.same_everywhere FOLDER SEED`.

With another seed people answer in another order. Facts keep theirs: the last one confirmed counts.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from audit_engine.auditfile import AuditFile
from audit_engine.publishing import publish
from audit_engine.reporting import report_of
from exports.report import Identity
from questionnaires.definition import Questionnaire
from questionnaires.library import load
from scoring import assess
from scoring.as_json import assessment_json
from scoring.evidence_json import evidence_to_json
from tests.counting import Submission
from tests.golden_audits import Golden, evidence_of_all, goldens, results, submissions_of
from tests.running import begin, run

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-answers.csv"


def everything(folder: Path, seed: int) -> dict[str, Any]:
    """Name -> what must be the same wherever and in whatever order it was made."""
    random = Random(seed)
    return {golden.path.stem: _rated(golden, random) for golden in goldens()} | _imported(folder, random)


def _rated(golden: Golden, random: Random) -> Any:
    name, version = golden.told["questionnaire"].split()
    loaded = load(name, version)
    given = _in_another_order(loaded.questionnaire, submissions_of(golden.told), random)
    found = assess(loaded.questionnaire, evidence_of_all(golden.told, given), golden.earlier())
    as_json = json.dumps(assessment_json(found, loaded.questionnaire, loaded.sha256), ensure_ascii=False)
    return {"results": results(found), "json": _hash(as_json)}


def _in_another_order(
    questionnaire: Questionnaire, given: list[Submission], random: Random
) -> list[Submission]:
    people = [one for one in given if _opinions_only(questionnaire, one)]
    facts = [one for one in given if not _opinions_only(questionnaire, one)]
    random.shuffle(people)
    place = random.randrange(len(people) + 1)
    return [*people[:place], *facts, *people[place:]]


def _opinions_only(questionnaire: Questionnaire, one: Submission) -> bool:
    asked = one.instrument in ("survey", "interview")
    return asked and all(questionnaire.items[name].evidence == "perception" for name in one.answers)


def _imported(folder: Path, random: Random) -> dict[str, Any]:
    """The example of the answers CSV in an audit file, rated and published."""
    others = ("--staff", "general_service=8/5", "--staff", "project=4/4", "--start", "2026-03-02")
    audit = begin(folder / "example.audit", *others)
    ran = run("import", audit, _shuffled(folder / "answers.csv", random))
    assert ran.code == 0, ran.said
    ran = run("score", audit, "--format", "json")
    assert ran.code == 0, ran.said
    with AuditFile(audit) as opened:
        # The day of publishing is the only thing that may differ.
        release = replace(publish(opened, "Anna", lambda question: True), at="2026-04-01")
        report = report_of(opened, release)
    return {
        "overall": json.loads(ran.out)["overall"],
        "json": _hash(ran.out),
        "release": release.fingerprint,
        "figures": _hash(json.dumps([evidence_to_json(release.evidence), sorted(release.since.items())])),
        "report": _hash(repr(replace(report, identity=Identity("", 1, "")))),
    }


def _shuffled(path: Path, random: Random) -> Path:
    """The rows of people in any order, also within a form; the other rows between them in theirs."""
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    instrument = header.index("instrument")
    people = [row for row in rows if row[instrument] == "survey"]
    others = [row for row in rows if row[instrument] != "survey"]
    random.shuffle(people)
    place = random.randrange(len(people) + 1)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *people[:place], *others, *people[place:]])
    return path


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


if __name__ == "__main__":
    print(json.dumps(everything(Path(sys.argv[1]), int(sys.argv[2])), sort_keys=True))
