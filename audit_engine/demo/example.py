"""The first audit of the made-up unit as an answers CSV: the complete example of docs/answers-csv.md."""

from __future__ import annotations

import csv
import io

from audit_engine.answers_csv import COLUMNS
from audit_engine.demo.unit import EARLIER, forms
from questionnaires.definition import Questionnaire


def example_csv(questionnaire: Questionnaire) -> str:
    """The whole file as text, LF line ends."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for form in forms(questionnaire, EARLIER):
        for item, typed in {**form.answers, **form.words}.items():
            writer.writerow(
                {
                    "submission": form.id,
                    "instrument": form.instrument,
                    "role": form.role,
                    "gender": form.gender,
                    "item": item,
                    "answer": typed,
                    "evidence": form.evidence.get(item, ""),
                }
            )
    return out.getvalue()
