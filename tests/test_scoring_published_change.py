"""A change since the baseline as it is published (docs/method.md, rules 6 and 8)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from scoring.assessment import AreaRating, Comparison
from scoring.evidence import Printed
from scoring.published_change import of_other_items, published_baseline, published_change, published_status
from scoring.published_figure import NOT_SHOWN, PublishedFigure

THEN = Comparison("previous", Fraction(2011, 40), Fraction(401, 40), "improved", "4 of 9", zone=Fraction(5))
DECLARED = replace(THEN, kind="declared")
PRINTED = Printed(Fraction(503, 10), "50.3")
STEPS = Printed(Fraction(50), "50")
AREA = AreaRating(
    id="A",
    front="staffing",
    applicable=True,
    score=Fraction(603, 10),
    band=None,
    coverage=Fraction(100),
    n=9,
    evidence=Fraction(9),
    why=None,
    objective=Fraction(603, 10),
    perception=None,
    women=None,
    men=None,
    gap=None,
    gap_flagged=False,
    people=0,
    items=(),
)


def against(baseline: Comparison | None, *, people: int = 0, in_steps: bool = False) -> AreaRating:
    return replace(AREA, baseline=baseline, people=people, in_steps=in_steps)


def test_without_a_baseline_nothing_is_published() -> None:
    alone = against(None)
    assert (published_baseline(alone), published_change(alone), published_status(alone)) == (None, None, None)


def test_a_baseline_without_a_figure_has_no_change_but_its_word() -> None:
    new = against(Comparison("previous", None, None, "new", "0 of 9"))
    assert (published_baseline(new), published_change(new), published_status(new)) == (None, None, "new")


def test_a_baseline_is_what_its_own_report_printed() -> None:
    found = against(replace(THEN, printed=PRINTED), people=20)
    assert published_baseline(found) == PublishedFigure(Fraction(503, 10), "50.3")
    at_end = against(replace(THEN, printed=Printed(Fraction(95), ">= 95.0", at_end=True)), people=20)
    assert published_baseline(at_end) == PublishedFigure(Fraction(95), ">= 95.0", True)


def test_how_an_earlier_audit_with_people_printed_it_must_be_known() -> None:
    assert published_baseline(against(THEN, people=20)) is NOT_SHOWN
    assert published_change(against(THEN, people=20)) is NOT_SHOWN
    assert published_status(against(THEN, people=20)) is None


@pytest.mark.parametrize(("baseline", "people"), [(THEN, 0), (DECLARED, 0), (DECLARED, 20)])
def test_else_it_is_rounded_as_the_rating_is(baseline: Comparison, people: int) -> None:
    assert published_baseline(against(baseline, people=people)) == PublishedFigure(Fraction(503, 10), "50.3")
    coarse = against(replace(baseline, coarse=True), people=people)
    assert published_baseline(coarse) == PublishedFigure(Fraction(50), "50")
    in_steps = against(baseline, people=people, in_steps=True)
    assert published_baseline(in_steps) == PublishedFigure(Fraction(50), "50")


@pytest.mark.parametrize(("comparable", "shown"), [("4 of 9", True), ("3 of 9", False), ("none", False)])
def test_a_change_over_fewer_than_four_items_tells_one_of_them(comparable: str, shown: bool) -> None:
    told = replace(THEN, printed=PRINTED, comparable=comparable)
    change = published_change(against(told, people=20))
    assert change == (PublishedFigure(Fraction(10), "10.0") if shown else NOT_SHOWN)
    # Where no people answered there is nobody to be told.
    assert published_change(against(told)) == PublishedFigure(Fraction(10), "10.0")


def test_a_change_is_rounded_once_from_the_exact_one() -> None:
    assert published_change(against(replace(THEN, change=Fraction(-401, 40)))) == PublishedFigure(
        Fraction(-10), "-10.0"
    )


def test_in_steps_the_change_is_the_difference_of_what_is_printed() -> None:
    whole = replace(THEN, printed=STEPS, whole=True)
    found = against(whole, people=20, in_steps=True)
    assert published_change(found) == PublishedFigure(Fraction(10), "10.0")
    coarse = against(replace(whole, coarse=True), people=20)
    assert published_change(coarse) == PublishedFigure(Fraction(103, 10), "10.3")


def test_in_steps_two_figures_of_different_items_have_no_change() -> None:
    parts = replace(THEN, printed=STEPS)
    for found in (against(parts, people=20, in_steps=True), against(replace(parts, coarse=True), people=20)):
        assert (published_change(found), published_status(found)) == (NOT_SHOWN, None)
    # Where neither is in steps the change is the exact one over the items of both.
    assert published_change(against(parts, people=20)) == PublishedFigure(Fraction(10), "10.0")


def test_without_a_change_nothing_is_said_of_other_items() -> None:
    nothing = Comparison("previous", None, None, "new", "0 of 9")
    for baseline in (None, nothing):
        assert not of_other_items(against(baseline, people=20, in_steps=True))


def test_beside_a_guarded_figure_no_change_is_shown() -> None:
    then = against(replace(THEN, printed=Printed(Fraction(95), ">= 95.0", at_end=True)), people=20)
    assert published_change(then) is NOT_SHOWN
    hidden = against(replace(THEN, printed=Printed(None, "not shown")), people=20)
    assert published_change(hidden) is NOT_SHOWN


def test_the_word_follows_from_the_change_as_it_is_published() -> None:
    assert published_status(against(THEN)) == "improved"
    assert published_status(against(replace(THEN, zone=Fraction(10)))) == "improved"
    assert published_status(against(replace(THEN, zone=Fraction(101, 10)))) == "unchanged"
    assert published_status(against(replace(THEN, change=Fraction(-401, 40)))) == "declined"
