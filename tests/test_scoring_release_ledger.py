"""Who stands in the ledger of a release: counts of people by published figure (docs/method.md, rule 8)."""

from __future__ import annotations

import pytest

from questionnaires.routing import Setting
from scoring import assess
from scoring.release import LedgerLine, ledger
from tests.counting import Submission, evidence_of
from tests.worked_cases import questionnaire_of

QUESTIONNAIRE = questionnaire_of({"items": {"A-1 to A-4": "agree5 survey", "B-1": "yn3 documents"}})


def lines(women: int, men: int, others: int) -> tuple[LedgerLine, ...]:
    groups = ["woman"] * women + ["man"] * men + ["x"] * others
    answers = {"A-1": "agree", "A-2": "agree", "A-3": "neither", "A-4": "disagree"}
    forms = [Submission("survey", "staff", answers, group) for group in groups]  # type: ignore[arg-type]
    evidence = evidence_of(QUESTIONNAIRE, Setting(40), forms)
    return ledger(assess(QUESTIONNAIRE, evidence), evidence)


@pytest.mark.parametrize(
    ("women", "men", "others", "shown"),
    [
        (12, 11, 0, {"woman": (12, 0, 0), "man": (0, 11, 0)}),
        (12, 8, 5, {"woman": (12, 0, 0), "man": (0, 8, 0)}),
        (20, 2, 0, {}),
        (12, 8, 3, {"woman": (12, 0, 0)}),
        (8, 12, 3, {"man": (0, 12, 0)}),
        (10, 6, 4, {"woman": (10, 0, 0)}),
        (0, 0, 0, None),
        (0, 0, 30, {}),
    ],
)
def test_a_group_stands_in_the_ledger_where_its_figure_is_shown(
    women: int, men: int, others: int, shown: dict[str, tuple[int, int, int]] | None
) -> None:
    found = {line.figure: (line.women, line.men, line.x) for line in lines(women, men, others)}
    assert found == ({} if shown is None else {"all": (women, men, others)} | shown)
