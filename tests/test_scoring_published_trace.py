"""The trace as a report prints it: from published figures and reasons only."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from questionnaires.definition import Questionnaire
from scoring.assessment import AreaRating, ItemRating
from scoring.disclosure import published_item, published_score
from scoring.people import of_staff
from scoring.published_trace import published_sensitivity, published_trace
from tests.worked_cases import Case, cases, questionnaire_of

AREAS = [
    (f"{case.name}-{area.id}", questionnaire_of(case.told), area, case.told)
    for case in cases()
    for area in case.assess().areas
]
IDS = [name for name, *_ in AREAS]


def area(told: dict[str, Any]) -> tuple[Questionnaire, AreaRating, bool]:
    assessment = Case("", told).assess()
    return questionnaire_of(told), assessment.areas[0], assessment.small_unit


def trace(told: dict[str, Any]) -> tuple[str, ...]:
    questionnaire, rating, small = area(told)
    return published_trace(questionnaire, rating, small_unit=small)


def firm(told: dict[str, Any]) -> str | None:
    questionnaire, rating, _ = area(told)
    return published_sensitivity(questionnaire, rating)


@pytest.mark.parametrize(("name", "questionnaire", "rating", "told"), AREAS, ids=IDS)
def test_the_trace_follows_from_what_is_published(
    name: str, questionnaire: Questionnaire, rating: AreaRating, told: dict[str, Any]
) -> None:
    """Another area that is published in the same way has the same trace."""
    items = tuple(as_printed(questionnaire, item) for item in rating.items)
    printed = published_score(rating)
    alike = replace(rating, items=items, women=None, men=None, objective=None)
    if not printed.at_end and not rating.in_steps:
        alike = replace(alike, score=printed.value)
    small = int(told["staff"]) < 20
    assert published_trace(questionnaire, alike, small_unit=small) == published_trace(
        questionnaire, rating, small_unit=small
    )
    assert published_sensitivity(questionnaire, alike) == published_sensitivity(questionnaire, rating)


def as_printed(questionnaire: Questionnaire, item: ItemRating) -> ItemRating:
    value = published_item(questionnaire, item).value
    return item if value is None else replace(item, score=value)


@pytest.mark.parametrize(("name", "questionnaire", "rating", "told"), AREAS, ids=IDS)
def test_a_trace_is_one_to_five_sentences_and_names_no_item_of_a_small_unit(
    name: str, questionnaire: Questionnaire, rating: AreaRating, told: dict[str, Any]
) -> None:
    small = int(told["staff"]) < 20
    sentences = published_trace(questionnaire, rating, small_unit=small)
    assert 1 <= len(sentences) <= 5
    assert all(sentence.endswith(".") for sentence in sentences)
    if small:
        hidden = [
            item.id
            for item in rating.items
            if of_staff(questionnaire.items[item.id]) and item.source != "workshop"
        ]
        text = " ".join((*sentences, published_sensitivity(questionnaire, rating) or ""))
        assert not [item for item in hidden if item in text]


PAPERS = {"staff": "40", "items": {"A-1 to A-5": "extent5 documents"}}


def test_a_rated_area_tells_what_counted_what_was_left_out_and_how_far_it_is() -> None:
    told = {**PAPERS, "documents": {"A-1 to A-3": "largely", "A-4": "partly", "A-5": "na N2"}}
    assert trace(told) == (
        "All 4 items that apply count (coverage 100 %; 75 % is enough).",
        "Left out: A-5 (not applicable).",
        "Established runs from 50 to under 75: the figure is 18.8 above the lower limit, "
        "6.2 short of Leading.",
    )


def test_the_highest_band_has_nothing_above_it() -> None:
    told = {**PAPERS, "documents": {"A-1 to A-5": "largely"}}
    assert trace(told)[1:] == ("Leading begins at 75: the figure is 0.0 above the lower limit.",)


def test_a_figure_that_is_rounded_up_to_a_limit_says_so() -> None:
    questionnaire, rating, _ = area({**PAPERS, "documents": {"A-1 to A-5": "partly"}})
    near = replace(rating, score=Fraction(7497, 100))
    assert published_trace(questionnaire, near, small_unit=False)[-1] == (
        "Established runs from 50 to under 75; the figure is rounded up and just short of Leading."
    )


def test_an_area_that_is_not_rated_gives_a_published_reason() -> None:
    told = {
        "staff": "40",
        "items": {"A-1 to A-5": "yn3 documents"},
        "documents": {"A-1 to A-2": "yes", "A-3": "ng"},
    }
    assert trace(told) == (
        "Not rated: documents not given. 2 of the 5 items that apply count (coverage 40 %; 75 % is enough).",
        "Left out: A-3 (documents not given) and A-4, A-5 (not enough evidence).",
    )
    nothing = trace(
        {"staff": "40", "items": {"A-1 to A-5": "extent5 documents"}, "documents": {"A-1 to A-5": "na N1"}}
    )
    assert nothing == (
        "Not rated: not applicable. All 0 items that apply count.",
        "Left out: 5 items (not applicable).",
    )


def test_where_nothing_counts_no_sources_are_told() -> None:
    nothing = {"staff": "40", "items": {"A-1 to A-4": "yn3 documents", "A-5": "agree5 survey"}}
    assert trace(nothing) == (
        "Not rated: not enough evidence. 0 of the 5 items that apply count (coverage 0 %; 75 % is enough).",
        "Left out: 5 items (not enough evidence).",
    )


MIXED: dict[str, Any] = {
    "staff": "20",
    "items": {
        "A-1 to A-2": "yn3 documents",
        "A-3": "agree5 survey",
        "A-4": "extent5 head",
        "A-5": "extent5 partners",
        "A-6": "yn3 documents, weight 0",
    },
    "documents": {"A-1": "yes", "A-2": "no"},
    "forms": [{"12 women": {"A-3": "agree"}}],
    "interviews": [{"1 director": {"A-4": "fully"}}, {"5 partners": {"A-5": "partly"}}],
}


def test_who_stands_behind_the_items_is_told_in_numbers_of_items() -> None:
    assert trace(MIXED)[1] == (
        "Of these, 2 by documents, counts and other facts, 1 by what staff say, 1 by the head on record "
        "and 1 by what partner organisations say."
    )
    two = {**MIXED, "items": {**MIXED["items"], "A-7": "extent5 head"}}
    heads = [{"1 director": {"A-4": "fully", "A-7": "fully"}}, {"5 partners": {"A-5": "partly"}}]
    assert "2 by the head on record and 1 by what partner" in trace({**two, "interviews": heads})[1]


def test_the_baseline_is_named() -> None:
    papers = {"A-1 to A-5": "partly"}
    earlier = {"staff": "40", "documents": papers}
    assert trace({**PAPERS, "documents": papers, "earlier": earlier})[-1] == (
        "Baseline: the previous audit; 5 of 5 items are comparable."
    )
    declared = {
        "staff": "40",
        "items": {
            "A-1": "sexcount staff_data, baseline 61 percent_women unit",
            "A-2 to A-4": "yn3 documents",
        },
        "staff_data": {"A-1": "5 5"},
        "documents": {"A-2 to A-4": "yes"},
    }
    assert trace(declared)[-1] == "Baseline: figures declared for one unit; 1 of 4 items are comparable."


SMALL = {
    "staff": "10",
    "items": {"A-1 to A-3": "agree5 survey", "A-4 to A-7": "yn3 documents"},
    "documents": {"A-4 to A-7": "partly"},
}


def test_a_small_unit_is_told_how_many_items_of_staff_are_left_out_and_not_which() -> None:
    few = {**SMALL, "forms": [{"4 women": {"A-1 to A-3": "agree"}}]}
    assert trace(few)[2] == "Left out: 3 items that staff answer (not enough evidence)."
    paper = {
        **few,
        "documents": {"A-4 to A-6": "partly"},
        "forms": [],
        "items": {"A-1": "agree5 survey", "A-4 to A-7": "yn3 documents"},
    }
    assert trace(paper)[2] == (
        "Left out: A-7 (not enough evidence) and 1 item that staff answer (not enough evidence)."
    )
    large = {**few, "staff": "20"}
    assert trace(large)[2] == "Left out: A-1, A-2, A-3 (not enough evidence)."
    one = {**few, "items": {"A-1": "agree5 survey", "A-4 to A-7": "yn3 documents"}, "forms": []}
    assert trace(one)[2] == "Left out: 1 item that staff answer (not enough evidence)."


def test_a_pooled_figure_at_the_end_tells_no_distance_and_never_how_firm_a_band_is() -> None:
    told = {**SMALL, "forms": [{"8 women": {"A-1 to A-3": "strongly_agree"}}]}
    questionnaire, rating, _ = area(told)
    assert not rating.in_steps
    assert published_score(rating).at_end
    assert trace(told)[-1] == "Established runs from 50 to under 75."
    assert published_sensitivity(questionnaire, rating) is None
    middle = {**told, "forms": [{"8 women": {"A-1 to A-3": "agree"}}]}
    assert "above the lower limit" in trace(middle)[-1]
    assert firm(middle) is None


def test_one_item_at_the_end_or_a_rating_at_the_end_is_enough_to_say_nothing() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "yn3 documents", "A-4": "agree5 survey"},
        "documents": {"A-1 to A-3": "partly"},
        "forms": [{"12 women": {"A-4": "strongly_agree"}}],
    }
    questionnaire, rating, _ = area(told)
    assert (
        published_sensitivity(questionnaire, replace(rating, in_steps=False, perception=Fraction(80))) is None
    )
    papers = tuple(replace(item, source="documents") for item in rating.items)
    assert published_sensitivity(questionnaire, replace(rating, in_steps=False, items=papers)) is None


def test_an_area_in_steps_tells_no_distance_and_not_how_firm_it_is() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey, sensitive", "A-2 to A-4": "yn3 documents"},
        "documents": {"A-2 to A-4": "partly"},
        "forms": [{"12 women": {"A-1": "neither"}}],
    }
    assert trace(told)[-1] == "Established runs from 50 to under 75."
    assert firm(told) is None


def test_a_figure_at_the_end_tells_no_distance_and_not_how_firm_it_is() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [{"12 women": {"A-1 to A-4": "strongly_agree"}}],
    }
    assert trace(told)[-1] == "Leading begins at 75."
    assert firm(told) is None


@pytest.mark.parametrize(
    ("documents", "words"),
    [
        ({"A-1 to A-5": "partly"}, "The band stays Established without any one of its items."),
        (
            {"A-1": "fully", "A-2 to A-3": "largely", "A-4 to A-5": "partly"},
            "The band hangs on single items: without A-4 or A-5 it would be Leading.",
        ),
        (
            {"A-1 to A-4": "a_little", "A-5": "not_at_all"},
            "The band hangs on single items: without A-5 it would be Emerging.",
        ),
        (
            {"A-1": "largely", "A-2 to A-5": "largely"},
            "The band stays Leading without any one of its items.",
        ),
        ({"A-1": "fully"}, None),
    ],
)
def test_how_firm_a_band_is(documents: dict[str, str], words: str | None) -> None:
    assert firm({**PAPERS, "documents": documents}) == words


def test_a_band_may_hang_on_items_and_on_the_weighting() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "yn3 documents", "A-4": "agree5 survey"},
        "documents": {"A-1 to A-3": "yes"},
        "forms": [{"6 women": {"A-4": "disagree"}}, {"6 men": {"A-4": "neither"}}],
    }
    # 84.4: Leading; without a document 79.2, without what staff say 100; weighed equally 68.8.
    assert firm(told) == "With documents and people weighed equally it would be Established."
    lower = {**told, "documents": {"A-1 to A-2": "yes", "A-3": "partly"}}
    # 71.9: Established; without A-3 79.2, without A-4 83.3; weighed equally 60.4.
    assert firm(lower) == "The band hangs on single items: without A-3 or A-4 it would be Leading."
    both = {**told, "items": {"A-1 to A-2": "yn3 documents", "A-3": "yn3 documents", "A-4": "agree5 survey"}}
    both = {**both, "forms": [{"12 women": {"A-4": "disagree"}}], "documents": {"A-1 to A-3": "yes"}}
    # 81.25: Leading; without a document 75; weighed equally 62.5.
    assert firm(both) == "With documents and people weighed equally it would be Established."
    neither = {
        **both,
        "documents": {"A-1 to A-2": "yes", "A-3": "partly"},
        "items": {**both["items"], "A-3": "yn3 documents, weight 2"},
    }
    # (100 + 100 + 2 x 50 + 25) / 5 = 65; without A-4 75; weighed equally (75 + 25) / 2 = 50.
    assert firm(neither) == "The band hangs on single items: without A-3 or A-4 it would be Leading."
    heavy = {
        **both,
        "items": {**both["items"], "A-4": "agree5 survey, weight 1/4"},
        "documents": {"A-1": "yes", "A-2": "partly", "A-3": "yes"},
    }
    # (250 + 6.25) / 3.25 = 78.8: Leading; without 69.4: Established; weighed equally 54.2.
    assert firm(heavy) == (
        "The band hangs on single items: without A-1 or A-3 it would be Established. "
        "With documents and people weighed equally it would be Established."
    )


def test_four_items_are_named_and_five_are_counted() -> None:
    ratios = {f"A-{n}": f"{share}/100" for n, share in enumerate((77, 77, 77, 77, 68), 1)}
    told = {"staff": "40", "items": {"A-1 to A-5": "ratio documents"}, "documents": ratios}
    # 75.2: without any of the first four 74.75.
    assert firm(told) == (
        "The band hangs on single items: without A-1 or A-2 or A-3 or A-4 it would be Established."
    )
    gone = {"staff": "40", "items": {"A-1 to A-8": "yn3 documents"}, "documents": {"A-5 to A-8": "yes"}}
    assert trace(gone)[1] == "Left out: A-1, A-2, A-3, A-4 (not enough evidence)."
    more = {**gone, "items": {"A-1 to A-9": "yn3 documents"}, "documents": {"A-6 to A-9": "yes"}}
    assert trace(more)[1] == "Left out: 5 items (not enough evidence)."


def test_an_area_of_one_item_would_not_be_rated_without_it() -> None:
    questionnaire, rating, _ = area({**PAPERS, "documents": {"A-1 to A-5": "partly"}})
    one = replace(rating, items=rating.items[:1])
    assert published_sensitivity(questionnaire, one) == (
        "The band hangs on single items: without A-1 it would be not rated."
    )
    none = replace(rating, items=())
    assert published_sensitivity(questionnaire, none) is None


def test_many_items_that_a_band_hangs_on_are_counted() -> None:
    told = {
        "staff": "40",
        "items": {"A-1 to A-6": "extent5 documents", "A-7": "extent5 documents"},
        "documents": {"A-1 to A-6": "largely", "A-7": "largely"},
    }
    questionnaire, rating, _ = area(told)
    rated = [
        replace(item, score=Fraction(score))
        for item, score in zip(rating.items, (76, 76, 76, 76, 76, 76, 69), strict=True)
    ]
    near = replace(rating, items=tuple(rated), score=Fraction(75), band="leading")
    assert published_sensitivity(questionnaire, near) == (
        "The band hangs on single items: without any one of 6 items it would be Established."
    )


def test_what_the_printed_figures_are_too_coarse_for_is_not_told() -> None:
    questionnaire, rating, _ = area({**PAPERS, "documents": {"A-1 to A-5": "largely"}})
    below = tuple(replace(item, score=Fraction(74999, 1000)) for item in rating.items)
    near = replace(rating, items=below, score=Fraction(74999, 1000), band="established")
    assert published_sensitivity(questionnaire, near) is None


def test_the_weighting_is_told_where_it_matters() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-5": "yn3 documents", "A-6": "agree5 survey"},
        "documents": {"A-1 to A-5": "yes"},
        "forms": [{"12 women": {"A-6": "disagree"}}],
    }
    assert firm(told) == "With documents and people weighed equally it would be Established."
    alike = {**told, "documents": {"A-1 to A-5": "partly"}, "forms": [{"12 women": {"A-6": "neither"}}]}
    assert firm(alike) == (
        "The band stays Established without any one of its items "
        "and with documents and people weighed equally."
    )


def test_one_hidden_item_is_enough_to_say_nothing() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "yn3 documents", "A-5": "agree5 survey, person"},
        "documents": {"A-1 to A-4": "partly"},
        "forms": [{"9 women": {"A-5": "agree"}}, {"1 woman": {"A-5": "dk"}}],
    }
    assert firm(told) is None


def test_an_area_printed_in_steps_for_an_item_next_to_the_limit_tells_nothing_of_its_band() -> None:
    told = {
        "staff": "250",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [
            {"247 women": {"A-1": "strongly_agree", "A-2 to A-4": "agree"}},
            {"3 women": {"A-1 to A-4": "agree"}},
        ],
    }
    questionnaire, rating, _ = area(told)
    assert (published_item(questionnaire, rating.items[0]).text, rating.in_steps) == ("99.7", True)
    assert firm(told) is None
