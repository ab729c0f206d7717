"""What is missing for a rating, compared with trying it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import AreaRating, Summary
from scoring.evidence import Evidence, Observation
from scoring.still_needed import StillNeeded, missing_areas, missing_items
from scoring.summaries import front, overall
from tests.worked_cases import Case, questionnaire_of

WEIGHTS = (1, 1, 2, 3, 1, 2)
RATIOS = questionnaire_of(
    {"items": {f"A-{place}": f"ratio documents, weight {weight}" for place, weight in enumerate(WEIGHTS, 1)}}
)
NAMES = tuple(RATIOS.items)


def rated(found: Mapping[str, str]) -> AreaRating:
    seen = (Observation(name, "document_review", "facilitator", value) for name, value in found.items())
    return assess(RATIOS, Evidence(Setting(30), observations=tuple(seen))).areas[0]


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["1/1", "1/2", "1/3", "0/0"])))
def test_so_many_items_are_enough_and_one_fewer_is_not(found: dict[str, str]) -> None:
    area = rated(found)
    needed = missing_items(RATIOS, area)
    lost = [name for name in NAMES if name not in found]
    if area.score is not None or not area.applicable:
        assert needed is None
        return
    assert needed is not None
    assert needed.of == tuple(lost)
    enough = [
        number
        for number in range(1, len(lost) + 1)
        if any(
            rated(found | dict.fromkeys(more, "3/3")).score is not None for more in combinations(lost, number)
        )
    ]
    assert needed.number == min(enough, default=None)


AREA = Case("", {"staff": "20", "items": {"A-1 to A-4": "yn3 documents"}}).assess().areas[0]


def areas(states: Sequence[str]) -> list[AreaRating]:
    """Areas that are rated, not rated, or do not apply; every one of the first front."""
    score = {"rated": Fraction(50), "not rated": None, "not applicable": None}
    return [
        replace(AREA, id=f"A{place}", score=score[state], applicable=state != "not applicable")
        for place, state in enumerate(states)
    ]


EIGHT = questionnaire_of({"items": {f"A{place}-1": "yn3 documents" for place in range(9)}})


def summary(name: str, every: Sequence[AreaRating]) -> Summary:
    return overall(EIGHT, every) if name == "overall" else front(EIGHT, name, every)


@given(
    st.lists(st.sampled_from(["rated", "not rated", "not applicable"]), max_size=9),
    st.sampled_from(["overall", "staffing"]),
)
def test_so_many_areas_are_enough_and_one_fewer_is_not(states: list[str], name: str) -> None:
    now = areas(states)
    found = missing_areas(EIGHT, summary(name, now), now)
    unrated = [place for place, state in enumerate(states) if state == "not rated"]
    if summary(name, now).score is not None or not summary(name, now).applicable:
        assert found is None
        return
    enough = [
        number
        for number in range(1, len(unrated) + 1)
        if summary(name, areas(with_more(states, unrated[:number]))).score is not None
    ]
    assert found == StillNeeded(min(enough, default=None), tuple(f"A{place}" for place in unrated))


def with_more(states: Sequence[str], places: Sequence[int]) -> list[str]:
    return ["rated" if place in places else state for place, state in enumerate(states)]


def test_a_share_of_areas_just_under_the_limit_is_not_enough() -> None:
    """75 of 101 areas are 74.3 %."""
    many = areas(["rated"] * 70 + ["not rated"] * 31)
    rating = Summary("staffing", True, None, None, None, 70, None)
    assert missing_areas(EIGHT, rating, many) == StillNeeded(
        6, tuple(f"A{place}" for place in range(70, 101))
    )


def test_exactly_on_the_limits_is_enough() -> None:
    three_of_four = areas(["rated", "rated", "not rated", "not rated"])
    rating = summary("staffing", three_of_four)
    assert missing_areas(EIGHT, rating, three_of_four) == StillNeeded(1, ("A2", "A3"))
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "ratio documents", "A-4": "yn3 documents"},
        "documents": {"A-1 to A-3": "1/2"},
    }
    # 3 x 2/3 + 1 is an evidence of 3.
    found = missing_items(questionnaire_of(told), Case("", told).assess().areas[0])
    assert found == StillNeeded(1, ("A-4",))


def test_a_coverage_just_under_the_limit_is_not_enough() -> None:
    """71 + 3 of 100 count; with one item of a half they are 74.5 %, with two 75 %."""
    light = {f"A-{place}": "yn3 documents, weight 1/2" for place in range(5, 57)}
    items = {"A-1": "yn3 documents, weight 71", "A-2 to A-4": "yn3 documents", **light}
    told = {"staff": "20", "items": items, "documents": {"A-1 to A-4": "yes"}}
    found = missing_items(questionnaire_of(told), Case("", told).assess().areas[0])
    assert found == StillNeeded(2, tuple(light))
