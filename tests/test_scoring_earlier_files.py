"""Figures of an earlier audit that were copied in before a field existed are read on the safe side."""

from __future__ import annotations

from fractions import Fraction

from scoring.earlier import earlier_from_json, earlier_to_json
from scoring.evidence import Earlier, EarlierArea


def test_an_area_stored_without_its_steps_counts_as_printed_in_steps() -> None:
    area = EarlierArea(Fraction(50), None, None)
    stored = earlier_to_json(Earlier("Unit", "2026-03-02", "pga", "1.0.0", "0" * 64, 9, areas={"ST1": area}))
    assert earlier_from_json(stored).areas["ST1"].coarse is False
    del stored["areas"]["ST1"]["coarse"]
    assert earlier_from_json(stored).areas["ST1"].coarse is True
