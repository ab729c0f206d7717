"""Counting in SQL gives what counting one by one gives, in a unit of every size."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

import pytest

from audit_engine.auditfile import AuditFile
from questionnaires.definition import Questionnaire
from questionnaires.library import load
from questionnaires.routing import STAFF_ROLES, Setting, profile_questions
from scoring import assess
from scoring.evidence import Evidence, Group
from tests.counting import Submission, evidence_of
from tests.running import HEADER, begin, run

GENDERS = ("woman", "man", "man", "woman", "another", "pnts", "")


def made_up(
    questionnaire: Questionnaire, setting: Setting, instrument: str, random: Random
) -> list[dict[str, str]]:
    """Rows of one form: some items answered, some not, some with a code."""
    role = random.choice(STAFF_ROLES) if instrument == "interview" else "staff"
    gender = random.choice(GENDERS)
    rows = []
    for item in questionnaire.items.values():
        staff = item.evidence == "perception" and item.voice == "staff" and "survey" in item.instruments
        if staff and random.random() < 0.7 and (item.minimum_staff or 0) <= setting.invited:
            options = [option.id for option in questionnaire.scale_of(item).options]
            rows.append(
                {
                    "role": role,
                    "gender": gender,
                    "item": item.id,
                    "answer": random.choice([*options, "dk", "na"]),
                }
            )
    return rows


def of_group(gender: str, asked: bool) -> Group:
    return "woman" if gender == "woman" and asked else "man" if gender == "man" and asked else "x"


def both(tmp_path: Path, staff: str, invited: int, forms: int, *off: str) -> tuple[Evidence, Evidence]:
    """The evidence of the same forms, counted by the audit file and one by one."""
    questionnaire, random = load("pga", "1.0.0").questionnaire, Random(f"{staff} {forms}")
    women, men = (int(part) for part in staff.split("/"))
    setting = Setting(invited, {"professional": (women, men)}, switched_off=dict.fromkeys(off, "N1"))
    instrument = "survey" if invited >= 8 else "interview"
    asked = instrument == "interview" or bool(profile_questions(questionnaire, setting))
    path = tmp_path / "answers.csv"
    slow = []
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER.split(","), restval="")
        writer.writeheader()
        for number in range(forms):
            rows = made_up(questionnaire, setting, instrument, random)
            writer.writerows({**row, "submission": f"F{number}", "instrument": instrument} for row in rows)
            if rows:
                answers = {row["item"]: row["answer"] for row in rows}
                group = of_group(rows[0]["gender"], asked)
                slow.append(Submission(instrument, rows[0]["role"], answers, group))  # type: ignore[arg-type]  # made above
    options = [option for name in off for option in ("--off", f"{name}=N1")]
    audit = begin(tmp_path / "a.audit", *options, staff=f"professional={staff}")
    assert run("import", audit, path).code == 0
    with AuditFile(audit) as opened:
        return opened.evidence(), evidence_of(questionnaire, setting, slow)


@pytest.mark.parametrize(
    ("staff", "forms", "off"),
    [
        ("30/30", 47, ()),
        ("14/14", 20, ("ST2-07",)),
        ("6/6", 9, ()),
        ("6/6", 9, ("ST1-07", "IA4-03")),
        ("3/4", 6, ()),
    ],
)
def test_counting_in_sql_and_one_by_one_agree(
    tmp_path: Path, staff: str, forms: int, off: tuple[str, ...]
) -> None:
    women, men = (int(part) for part in staff.split("/"))
    fast, slow = both(tmp_path, staff, women + men, forms, *off)
    assert fast == slow
    questionnaire = load("pga", "1.0.0").questionnaire
    assert assess(questionnaire, fast) == assess(questionnaire, slow)
