"""A reader with a pocket calculator gets the rating of an area from the figures printed for its items."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.compose import compose
from exports.material import Material
from exports.report import RatedArea, Shown
from scoring.areas import weighed
from scoring.assessment import AreaRating
from scoring.rounding import TENTH, rounded
from scoring.summaries import mean_of_areas
from tests.made_up_report import evidence, material


@settings(max_examples=10)
@given(st.sampled_from([20, 40, 400]), st.integers(0, 10**6))
def test_an_area_is_the_mean_of_its_printed_items_within_the_rounding(staff: int, seed: int) -> None:
    """Relation 23 of tests/test_scoring_metamorphic.py: half a tenth from the items, half from the area."""
    made = material(staff, collected=evidence(staff, seed=seed))
    recomputed = 0
    for printed, rating in zip(compose(made).areas, made.assessment.areas, strict=True):
        mean = mean_of_printed(printed, rating)
        if mean is not None and isinstance(printed.line.score, Fraction):
            assert abs(mean - rounded(printed.line.score)) <= TENTH
            recomputed += 1
    assert recomputed >= 3


@settings(max_examples=10)
@given(st.sampled_from([12, 40, 400]), st.integers(0, 10**6))
def test_the_overall_is_the_mean_of_the_printed_areas(staff: int, seed: int) -> None:
    made = material(staff, collected=evidence(staff, seed=seed))
    report = compose(made)
    assert report.summary.overall.score == mean_of_printed_areas(made, report.areas)


def mean_of_printed(printed: RatedArea, rating: AreaRating) -> Fraction | None:
    """The weighted mean of the printed figures; None where one of the counted items has none."""
    figures = {line.id: line.score for line in printed.items}
    total = weight = Fraction(0)
    for item in rating.items:
        if item.state == "counted":
            figure = figures.get(item.id)
            if not isinstance(figure, Fraction):
                return None
            total += weighed(item) * rounded(figure)
            weight += weighed(item)
    return total / weight if weight else None


def number_in(score: Shown) -> Fraction | None:
    """The number that is printed, also behind ">= "."""
    if isinstance(score, str):
        return Fraction(score.split(" ")[-1])
    return score


def mean_of_printed_areas(made: Material, areas: tuple[RatedArea, ...]) -> Fraction | None:
    figures = {one.line.id: number_in(one.line.score) for one in areas}
    mean = mean_of_areas(made.questionnaire, (), figures)
    return None if mean is None else rounded(mean)
