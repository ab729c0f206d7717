"""Figures of an earlier audit: what is copied in of it, and what was before a field existed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from scoring.earlier import earlier_from, earlier_from_json, earlier_to_json
from scoring.evidence import Earlier, EarlierArea, EarlierItem, Printed
from tests.worked_cases import Case, questionnaire_of


def test_all_that_the_next_audit_needs_of_this_one_is_copied_in() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "agree5 survey", "A-4": "ev4 documents, weight 2", "B-1": "yn3 documents"},
        "documents": {"A-4": "meeting"},
        "forms": [{"10 women": {"A-1 to A-2": "agree", "A-3": "strongly_agree"}}],
    }
    found = earlier_from(
        questionnaire_of(told),
        Case("", told).assess(),
        unit="Unit",
        start="2026-03-02",
        sha256="a" * 64,
        respondents=10,
    )
    alone = {"area": "A", "item_weight": Fraction(1)}
    people = EarlierItem(Fraction(75), Fraction(1), "1.0.0", "perception", **alone)
    assert found == Earlier(
        unit="Unit",
        start="2026-03-02",
        questionnaire="pga",
        version="1.0.0",
        sha256="a" * 64,
        respondents=10,
        items={
            "A-1": people,
            "A-2": people,
            "A-3": EarlierItem(Fraction(100), Fraction(1), "1.0.0", "perception", **alone),
            "A-4": EarlierItem(
                Fraction(200, 3),
                Fraction(2),
                "1.0.0",
                "objective",
                "meeting",
                area="A",
                item_weight=Fraction(2),
            ),
        },
        areas={
            "A": EarlierArea(
                score=Fraction(230, 3),
                objective=Fraction(200, 3),
                perception=Fraction(250, 3),
                coarse=True,
                printed=Printed(Fraction(70), ">= 70", at_end=True),  # (3 x 80 + 2 x 66.7) / 5
                printed_perception=Printed(Fraction(80), ">= 80", at_end=True),
            ),
            "B": EarlierArea(None, None, None),
        },
    )
    assert earlier_from_json(earlier_to_json(found)) == found


def test_an_area_stored_without_its_steps_counts_as_printed_in_steps() -> None:
    area = EarlierArea(Fraction(50), None, None)
    stored = earlier_to_json(Earlier("Unit", "2026-03-02", "pga", "1.0.0", "0" * 64, 9, areas={"ST1": area}))
    assert earlier_from_json(stored).areas["ST1"].coarse is False
    del stored["areas"]["ST1"]["coarse"]
    assert earlier_from_json(stored).areas["ST1"].coarse is True


def test_an_item_stored_without_its_area_and_weight_is_read_without_them() -> None:
    item = EarlierItem(
        Fraction(50), Fraction(1), "1.0.0", "objective", area="ST1", item_weight=Fraction(1, 2)
    )
    earlier = Earlier("Unit", "2026-03-02", "pga", "1.0.0", "0" * 64, 9, items={"ST1-01": item})
    stored = earlier_to_json(earlier)
    assert earlier_from_json(stored).items["ST1-01"] == item
    for name in ("area", "item_weight"):
        del stored["items"]["ST1-01"][name]
    assert earlier_from_json(stored).items["ST1-01"] == replace(item, area=None, item_weight=None)
