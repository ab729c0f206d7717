"""A printed change tells no more than the two figures it stands beside."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from exports.composing.figures import (
    baseline_of,
    change_of,
    changed_area,
    mean_baseline,
    mean_change,
)
from questionnaires.library import load
from scoring.assessment import AreaRating, Comparison, ItemRating
from scoring.evidence import Printed
from scoring.rounding import rounded

PGA = load("pga", "1.0.0").questionnaire


def area(
    name: str,
    now: Fraction,
    then: Fraction,
    change: Fraction,
    *,
    people: int = 0,
    sensitive: bool = False,
    whole: bool = True,
) -> AreaRating:
    """An area of one objective item, or of one that people answered, against a previous audit."""
    source = "survey" if people else "documents"
    value = rounded(then, Fraction(5)) if sensitive else rounded(then)
    printed = Printed(value, f"{float(value):.1f}")
    item = ItemRating("x", "counted", now, None, people or 1, Fraction(1), Fraction(1), source=source)
    return AreaRating(
        id=name,
        front="staffing",
        applicable=True,
        score=now,
        band=None,
        coverage=Fraction(100),
        n=9,
        evidence=Fraction(1),
        why=None,
        objective=None if people else now,
        perception=now if people else None,
        women=None,
        men=None,
        gap=None,
        gap_flagged=False,
        people=people,
        items=(item,),
        in_steps=sensitive,
        baseline=Comparison("previous", then, change, "improved", "9 of 9", printed=printed, whole=whole),
    )


def test_a_change_of_documents_is_printed_to_one_decimal() -> None:
    assert change_of(area("ST1", Fraction(60), Fraction(50), Fraction(1001, 100))) == 10


def test_no_change_is_printed_beside_a_rating_that_is_guarded() -> None:
    guarded = area("ST1", Fraction(99), Fraction(50), Fraction(49), people=20)
    assert change_of(guarded) == "not shown"


def test_the_change_of_an_area_with_sensitive_items_is_the_difference_of_what_is_printed() -> None:
    found = area("ST3", Fraction(78), Fraction(56), Fraction(36), people=20, sensitive=True)
    assert (baseline_of(found), change_of(found)) == (55, 25)


def test_in_steps_no_change_is_printed_where_the_two_figures_rest_on_other_items() -> None:
    found = area("ST3", Fraction(78), Fraction(56), Fraction(36), people=20, sensitive=True, whole=False)
    assert (baseline_of(found), change_of(found), changed_area(found)) == (55, "not shown", "not shown")


def test_fronts_and_overall_change_by_the_printed_changes_of_their_areas_alone() -> None:
    areas = [
        area("ST1", Fraction(60), Fraction(50), Fraction(10)),
        area("ST2", Fraction(99), Fraction(50), Fraction(49), people=20),
        area("ST3", Fraction(78), Fraction(56), Fraction(36), people=20, sensitive=True),
    ]
    assert mean_change(PGA, areas) == Fraction(175, 10)
    assert mean_baseline(PGA, areas) == Fraction(517, 10)


def test_beside_a_baseline_that_was_printed_at_the_end_no_change_is_shown() -> None:
    found = area("ST1", Fraction(70), Fraction(97), Fraction(-27), people=20)
    assert found.baseline is not None
    at_end = replace(found.baseline, printed=Printed(Fraction(95), ">= 95", at_end=True))
    guarded = replace(found, baseline=at_end)
    assert (baseline_of(guarded), change_of(guarded)) == (">= 95", "not shown")
    assert changed_area(guarded) == "not shown"


def test_a_baseline_of_people_that_nobody_knows_how_it_was_printed_is_not_shown() -> None:
    found = area("ST1", Fraction(70), Fraction(97), Fraction(-27), people=20)
    assert found.baseline is not None
    unknown = replace(found, baseline=replace(found.baseline, printed=None))
    assert (baseline_of(unknown), change_of(unknown)) == ("not shown", "not shown")


def test_the_word_for_a_change_follows_from_what_is_printed() -> None:
    found = area("ST3", Fraction(78), Fraction(62), Fraction(16), people=20, sensitive=True)
    assert found.baseline is not None
    in_zone = replace(found, baseline=replace(found.baseline, zone=Fraction(16)))
    assert (change_of(in_zone), changed_area(in_zone)) == (20, "improved")
