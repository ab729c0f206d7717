"""What was collected on its way into a file and back, years later."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from questionnaires.routing import Setting
from scoring.evidence import Evidence, Heard, Observation, Pool, ScaleSums, Spread, Tally
from scoring.evidence_json import evidence_from_json, evidence_to_json

COLLECTED = Evidence(
    Setting(28, {"professional": (8, 9)}, "field_office", None, {"SU1-07": "N1"}),
    (Tally("ST1-07", "survey", "staff", "woman", "agree", 7),),
    (Observation("ST1-04", "document_review", "facilitator", "partly", agreed=True, ref="a1"),),
    pools={"ST1": Pool(6, {("ST1-07", "agree"): 6})},
    survey_forms=12,
    heard=(Heard("interview", "director", "man", 1),),
    spreads=(Spread("ST1", "woman", 7, 7, Fraction(1000, 3), Fraction(5)),),
    scales=(ScaleSums("ST1", ("ST1-07",), 12, (Fraction(9),), (Fraction(10),), Fraction(11)),),
    policy="exact",
    people_before={"ST1": ({"woman": 6, "man": 5},)},
)
STORED: dict[str, Any] = {
    "setting": {
        "invited": 28,
        "staff": [["professional", [8, 9]]],
        "unit_type": "field_office",
        "constituent": None,
        "switched_off": [["SU1-07", "N1"]],
    },
    "tallies": [
        {
            "item": "ST1-07",
            "instrument": "survey",
            "role": "staff",
            "group": "woman",
            "value": "agree",
            "number": 7,
        }
    ],
    "observations": [
        {
            "item": "ST1-04",
            "instrument": "document_review",
            "role": "facilitator",
            "value": "partly",
            "agreed": True,
            "ref": "a1",
            "evidence": False,
        }
    ],
    "pools": [["ST1", {"people": 6, "answers": [[["ST1-07", "agree"], 6]]}]],
    "survey_forms": 12,
    "heard": [{"instrument": "interview", "role": "director", "group": "man", "number": 1}],
    "spreads": [
        {
            "area": "ST1",
            "group": "woman",
            "people": 7,
            "compared": 7,
            "total": "1000/3",
            "squares": "5/1",
        }
    ],
    "scales": [
        {
            "area": "ST1",
            "items": ["ST1-07"],
            "forms": 12,
            "sums": ["9/1"],
            "squares": ["10/1"],
            "total_squares": "11/1",
        }
    ],
    "policy": "exact",
    "people_before": [["ST1", [[["woman", 6], ["man", 5]]]]],
}


def test_all_that_was_collected_is_written_plainly_and_comes_back_as_it_was() -> None:
    assert evidence_to_json(COLLECTED) == STORED
    assert evidence_from_json(json.loads(json.dumps(STORED))) == COLLECTED


def test_what_a_file_does_not_have_yet_keeps_its_default_and_what_is_not_known_is_left_out() -> None:
    stored = {"setting": {"invited": 28, "colour": "blue"}, "survey_forms": 12, "weather": "fine"}
    assert evidence_from_json(stored) == Evidence(Setting(28), survey_forms=12)


def test_a_pair_with_a_third_part_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        evidence_from_json({"setting": {"invited": 28, "staff": [["professional", [8, 9, 10]]]}})
