"""The arithmetic of one value, as a person would do it by hand."""

from __future__ import annotations

import pytest

from questionnaires.answers import read_value
from scoring.working_out import working_out
from tests.worked_cases import questionnaire_of

DEFINITION = questionnaire_of(
    {
        "items": {
            "A-1": "ratio documents",
            "A-2": "sexcount documents",
            "A-3": "sexrate documents",
            "A-4": "ev4 documents",
            "A-5": "agree5 survey+workshop, reversed",
            "A-6": "consensus5 workshop",
            "A-7": "yn3 documents, reversed",
            "A-8": "extent5 documents",
        }
    }
)


@pytest.mark.parametrize(
    ("name", "value", "lines"),
    [
        ("A-1", "3/8", ["100 x 3 / 8 = 37.5 (75/2)"]),
        ("A-1", "1/2", ["100 x 1 / 2 = 50", "few cases weigh less: 3 and more weigh 1, this weighs 2/3"]),
        ("A-1", "0/0", []),
        (
            "A-2",
            "women=2 men=18",
            ["share of the fewer: 100 x 2 / (2 x 10) = 10", "parity: 1.25 x 10 = 12.5 (25/2)"],
        ),
        (
            "A-2",
            "women=4 men=16",
            ["share of the fewer: 100 x 4 / (2 x 10) = 20", "parity: 2.5 x 20 - 25 = 25"],
        ),
        (
            "A-2",
            "women=3 men=2",
            ["share of the fewer: 100 x 2 / (2 x 2) = 50", "parity: 2.5 x 50 - 25 = 100"],
        ),
        (
            "A-3",
            "women=3/10 men=5/10",
            [
                "women 100 x 3 / 10 = 30, men 100 x 5 / 10 = 50",
                "100 x the lower / the higher: 100 x 30 / 50 = 60",
            ],
        ),
        ("A-4", "meeting", ["meeting: 66.7 (200/3) points"]),
        ("A-4", "nf", ["looked for and confirmed not to exist: the lowest point of the scale"]),
        ("A-4", "ng", []),
        (
            "A-5",
            "agree=4 neither=2 agreed=agree",
            [
                "6 voted and agreed on agree: 75 points",
                "it names a problem, so it is turned round: 100 - 75 = 25",
            ],
        ),
        ("A-6", "1=4 2=9 agreed=2", ["13 voted and agreed on 2 (halfway): 50 points"]),
        ("A-6", "1=4 2=9", []),
        ("A-8", "a_little", ["a little: 25 points"]),
        ("A-7", "nf", ["looked for and confirmed not to exist: the lowest point of the scale"]),
    ],
)
def test_a_value_is_worked_out(name: str, value: str, lines: list[str]) -> None:
    item = DEFINITION.items[name]
    read = read_value(item, DEFINITION.scale_of(item), value)
    assert list(working_out(DEFINITION, item, read)) == lines
