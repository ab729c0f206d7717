"""What is printed about people never tells one person's answer."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.assessment import AreaRating, Assessment, Bound, ItemRating, Why
from scoring.disclosure import (
    published_band,
    published_gap,
    published_item,
    published_men,
    published_perception,
    published_reason,
    published_score,
    published_women,
    told_bound,
    told_score,
)
from scoring.published_figure import NOT_SHOWN, PublishedFigure, of_documents, of_people
from tests.worked_cases import Case, questionnaire_of

FOUR = {"A-1 to A-4": "agree5 survey"}
FOUR_AND_SENSITIVE = {"A-1 to A-4": "agree5 survey", "A-5": "agree5 survey, sensitive"}


def judged(told: dict[str, object]) -> Assessment:
    return Case("", told).assess()


def area(assessment: Assessment) -> AreaRating:
    found = assessment.area("A")
    assert found is not None
    return found


def item(assessment: Assessment, name: str) -> ItemRating:
    found = assessment.item(name)
    assert found is not None
    return found


def test_documents_are_printed_to_one_decimal_half_up() -> None:
    assert of_documents(Fraction(200, 3)).text == "66.7"
    assert of_documents(Fraction("33.35")).text == "33.4"
    assert of_documents(Fraction(100)).text == "100.0"


def test_five_people_who_all_say_the_highest_are_printed_as_at_least_90() -> None:
    assert of_people(Fraction(100), 5).text == ">= 90"
    assert of_people(Fraction(0), 5).text == "<= 10"
    assert of_people(Fraction(90), 5).at_end
    assert of_people(Fraction(10), 5).at_end
    assert of_people(Fraction("89.9"), 5).text == "89.9"


def test_a_mean_away_from_the_end_is_printed_as_it_is() -> None:
    figure = of_people(Fraction("62.45"), 10)
    assert (figure.value, figure.text, figure.at_end) == (Fraction("62.5"), "62.5", False)


@given(st.integers(5, 60), st.fractions(0, 100), st.sampled_from([Fraction(1, 10), Fraction(5)]))
def test_the_end_guard_leaves_two_people_of_slack(people: int, figure: Fraction, step: Fraction) -> None:
    published = of_people(figure, people, step)
    assert published.value is not None
    assert Fraction(50, people) <= published.value <= 100 - Fraction(50, people)
    assert published.value % (Fraction(5) if published.at_end else step) == 0


def test_women_and_men_are_printed_in_steps_of_five_and_the_gap_is_their_difference() -> None:
    told = {
        "staff": "40",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [
            {"12 women": {"A-1 to A-3": "agree", "A-4": "neither"}},
            {"10 men": {"A-1": "agree", "A-2 to A-4": "neither"}},
        ],
    }
    rated = area(judged(told))
    assert (rated.women, rated.men) == (Fraction("68.75"), Fraction("56.25"))
    assert (published_women(rated).text, published_men(rated).text) == ("70", "55")
    assert (published_gap(rated).value, published_gap(rated).text) == (Fraction(15), "+15")


def test_equal_figures_have_a_gap_of_nought() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [{"6 women": {"A-1 to A-4": "agree"}}, {"6 men": {"A-1 to A-4": "agree"}}],
    }
    assert published_gap(area(judged(told))).text == "0"


def all_say(answer: str) -> Assessment:
    """Ten people who all say the same, in an area of their own and in one with a document beside them."""
    return judged(
        {
            "staff": "20",
            "items": {"A-1 to A-4": "agree5 survey", "B-1 to B-3": "agree5 survey", "B-4": "ev4 documents"},
            "documents": {"B-4": "exceeding"},
            "forms": [{"10 women": {"A-1 to A-4": answer, "B-1 to B-3": answer}}],
        }
    )


def test_an_area_that_only_people_rate_is_guarded_like_people() -> None:
    assert published_score(area(all_say("strongly_agree"))).text == ">= 95"
    assert published_score(area(all_say("strongly_disagree"))).text == "<= 5"
    assert published_score(area(all_say("agree"))).text == "75.0"


def test_a_rating_does_not_tell_what_the_people_in_it_said_at_the_end() -> None:
    texts = []
    for answer in ("strongly_agree", "strongly_disagree"):
        mixed = all_say(answer).area("B")
        assert mixed is not None
        texts.append(published_score(mixed).text)
    assert texts == [">= 95", "<= 30"]  # (3 x 95 + 100) / 4 and (3 x 5 + 100) / 4, outwards in steps


@pytest.mark.parametrize(
    ("end", "next_to_it", "sign"),
    [("strongly_agree", "agree", ">="), ("strongly_disagree", "disagree", "<=")],
)
def test_an_area_prints_the_same_wherever_behind_the_guard_an_item_lies(
    end: str, next_to_it: str, sign: str
) -> None:
    """Else its mean, beside the items printed exactly, would tell what ">= 95" hides."""
    printed, exact = set(), set()
    for others in (0, 1, 2):
        forms = [{f"{10 - others} women": {"A-1 to A-3": "neither", "A-4": end}}]
        forms += [{f"{others} women": {"A-1 to A-3": "neither", "A-4": next_to_it}}] if others else []
        rated = area(judged({"staff": "20", "items": {"A-1 to A-4": "agree5 survey"}, "forms": forms}))
        band = published_band(questionnaire_of({"items": {"A-1 to A-4": "agree5 survey"}}), rated)
        exact.add(rated.score)
        printed.add((published_score(rated).text[:2], published_score(rated).text, band))
        assert published_perception(rated).text == published_score(rated).text
    assert len(exact) == 3
    assert len(printed) == 1
    assert printed.pop()[0] == sign


def test_items_at_both_ends_of_the_scale_make_an_area_of_about() -> None:
    answers = {"A-1": "strongly_agree", "A-2": "strongly_disagree", "A-3 to A-4": "neither"}
    told = {"staff": "20", "items": {"A-1 to A-4": "agree5 survey"}, "forms": [{"10 women": answers}]}
    assert published_score(area(judged(told))).text == "about 50"


def test_partners_at_one_end_and_staff_at_the_other_make_an_area_of_about() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-3": "agree5 survey", "A-4": "agree5 partners"},
        "forms": [{"10 women": {"A-1 to A-3": "strongly_disagree"}}],
        "interviews": [{"10 partners": {"A-4": "strongly_agree"}}],
    }
    rated = area(judged(told))
    assert published_perception(rated).text == "<= 5"
    assert published_score(rated).text == "about 30"  # (3 x 5 + 95) / 4 is 27.5


def test_what_an_area_brings_to_the_band_of_its_front_is_no_more_than_is_printed() -> None:
    ends = area(
        judged({"staff": "20", "items": FOUR, "forms": [{"10 women": {"A-1 to A-4": "strongly_agree"}}]})
    )
    assert (ends.score, told_score(ends)) == (100, 95)
    middle = area(judged({"staff": "20", "items": FOUR, "forms": [{"10 women": {"A-1 to A-4": "agree"}}]}))
    assert told_score(middle) == middle.score == 75
    nothing = area(judged({"staff": "20", "items": FOUR}))
    assert told_score(nothing) is None


def test_a_rating_at_the_very_limit_of_the_guard_points_to_its_own_end() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-5": "agree5 survey"},
        "forms": [
            {"8 women": {"A-1 to A-5": "strongly_disagree"}},
            {"2 women": {"A-1 to A-5": "disagree"}},
        ],
    }
    rated = area(judged(told))
    assert rated.score == 5
    assert published_score(rated).text == published_perception(rated).text == "<= 5"


def test_a_quiz_is_no_opinion() -> None:
    said = {f"ST4-{number:02d}": "strongly_agree" for number in (5, 6)}
    told = {
        "staff": "20",
        "workshop": {"ST4-07": "10/10"},
        "documents": {"ST4-01": "9/9", "ST4-04": "yes"},
        "staff_data": {"ST4-02": "9/9", "ST4-03": "9/9"},
        "forms": [{"10 women": said}],
    }
    rated = judged(told).area("ST4")
    assert rated is not None
    assert published_score(rated).text == ">= 95"  # (2 x 95 + 5 x 100) / 7, outwards in steps


def test_a_gap_of_half_a_point_has_its_sign_where_figures_are_exact() -> None:
    told = {
        "staff": "120",
        "policy": "exact",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [
            {"49 women": {"A-1 to A-4": "agree"}},
            {"1 woman": {"A-1 to A-4": "strongly_agree"}},
            {"50 men": {"A-1 to A-4": "agree"}},
        ],
    }
    rated = area(judged(told))
    assert published_gap(rated) == PublishedFigure(Fraction(1, 2), "+0.5")


def test_where_one_of_both_is_hidden_there_is_no_gap() -> None:
    told = {
        "staff": "20",
        "items": {"A-1 to A-4": "agree5 survey"},
        "forms": [
            {"6 women": {"A-1 to A-4": "agree"}},
            {"9 men": {"A-1 to A-4": "agree"}},
            {"1 others": {"A-1 to A-4": "agree"}},
        ],
    }
    rated = area(judged(told))
    assert published_women(rated) == published_gap(rated) == NOT_SHOWN
    assert published_men(rated).text == "75"


def test_a_sensitive_item_is_printed_as_its_band_and_its_area_in_steps_of_five() -> None:
    told = {
        "staff": "20",
        "items": FOUR_AND_SENSITIVE,
        "forms": [{"10 women": {"A-1 to A-4": "agree", "A-5": "neither"}}],
    }
    assessment, questionnaire = judged(told), questionnaire_of(told)
    figure = published_item(questionnaire, item(assessment, "A-5"))
    assert (figure.value, figure.text) == (None, "Established")
    assert (published_perception(area(assessment)).text, published_score(area(assessment)).text) == (
        "70",
        "70",
    )


def test_the_rating_of_an_area_with_a_sensitive_item_is_rounded_to_five_in_words_too() -> None:
    forms = [
        {"9 women": {"A-1 to A-4": "agree", "A-5": "disagree"}},
        {"1 woman": {"A-1": "neither", "A-2 to A-4": "agree", "A-5": "disagree"}},
    ]
    rated = area(judged({"staff": "20", "items": FOUR_AND_SENSITIVE, "forms": forms}))
    assert rated.score == Fraction(129, 2)
    assert published_score(rated) == published_perception(rated) == PublishedFigure(Fraction(65), "65")


def test_a_band_is_that_of_the_printed_figure_where_the_exact_one_is_higher() -> None:
    forms = [
        {"7 women": {"A-1 to A-3": "agree", "A-4": "strongly_agree"}},
        {"3 women": {"A-1 to A-3": "neither", "A-4": "strongly_agree"}},
    ]
    rated = area(judged({"staff": "20", "items": FOUR, "forms": forms}))
    assert (rated.score, rated.band) == (Fraction(605, 8), "leading")
    assert (told_score(rated), published_score(rated).text) == (70, ">= 70")  # (3 x 67.5 + 95) / 4 in steps
    assert published_band(questionnaire_of({"items": FOUR}), rated) == "established"


def test_what_staff_said_at_the_end_is_guarded_although_items_stand_at_both_ends() -> None:
    told = {
        "staff": "100",
        "items": {"A-1": "agree5 survey, weight 200", "A-2 to A-4": "agree5 survey"},
        "forms": [
            {
                "96 women": {
                    "A-1": "strongly_agree",
                    "A-2": "strongly_disagree",
                    "A-3 to A-4": "strongly_agree",
                }
            },
            {"4 women": {"A-1": "agree", "A-2": "strongly_disagree", "A-3 to A-4": "strongly_agree"}},
        ],
    }
    rated = area(judged(told))
    assert rated.bound_perception == Bound(Fraction(19995, 203), "about")
    assert published_perception(rated) == PublishedFigure(Fraction(95), ">= 95", at_end=True)


def test_only_the_part_that_staff_have_in_a_rating_is_told_as_they_are_printed() -> None:
    told = {
        "staff": "100",
        "items": {
            "A-1 to A-2": "agree5 survey",
            "A-3": "agree5 survey, sensitive",
            "A-4": "yn3 documents",
            "A-5": "extent5 head",
        },
        "documents": {"A-4": "partly"},
        "interviews": [{"1 director": {"A-5": "largely"}}],
        "forms": [
            {"92 women": {"A-1 to A-3": "strongly_agree"}},
            {"8 women": {"A-1 to A-3": "agree"}},
        ],
    }
    rated = area(judged(told))
    assert (rated.score, rated.perception, rated.bound) == (Fraction(419, 5), 98, None)
    assert published_perception(rated).text == ">= 95"
    assert told_bound(rated) == Bound(Fraction(82), ">=")  # (3 x 95 + 50 + 75) / 5
    assert published_score(rated).text == ">= 80"


def test_an_item_that_points_at_one_superior_is_not_printed_from_nine_answers() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "agree5 survey, person"},
        "forms": [{"9 women": {"A-1": "agree"}}, {"1 man": {"A-1": "dk"}}],
    }
    assessment = judged(told)
    assert published_item(questionnaire_of(told), item(assessment, "A-1")) == NOT_SHOWN


def test_a_heads_or_a_workshops_figure_is_public_and_printed_exactly() -> None:
    told = {
        "staff": "20",
        "items": {"A-1": "extent5 head", "A-2": "consensus5 workshop"},
        "interviews": [{"1 director": {"A-1": "fully"}}],
        "workshop": {"A-2": "4=12 agreed=4"},
    }
    assessment, questionnaire = judged(told), questionnaire_of(told)
    assert published_item(questionnaire, item(assessment, "A-1")).text == "100.0"
    assert published_item(questionnaire, item(assessment, "A-2")).text == "100.0"
    assert published_perception(area(assessment)).text == "100.0"


def test_an_area_of_documents_is_printed_to_one_decimal() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "ev4 documents"}, "documents": {"A-1 to A-4": "exceeding"}}
    rated = area(judged(told))
    assert published_score(rated).text == "100.0"
    assert published_perception(rated).text == ""


def test_a_published_file_knows_four_reasons_only() -> None:
    told = {
        "not enough evidence": ("low_response", "too_few_answers"),
        "documents not given": ("documents_not_given",),
        "not applicable": ("not_applicable", "not_in_their_work", "N1", "N2", "N3", "N4", "N5"),
        "": ("information",),
    }
    for words, codes in told.items():
        assert {published_reason(Why(code, "more than may be told")) for code in codes} == {words}
    assert published_reason(None) == "not shown"


def test_what_is_not_rated_is_printed_with_its_reason() -> None:
    told = {"staff": "20", "items": {"A-1 to A-4": "ev4 documents"}, "documents": {"A-1": "ng"}}
    assessment = judged(told)
    assert published_score(area(assessment)).text == "documents not given"
    assert published_item(questionnaire_of(told), item(assessment, "A-2")).text == "not enough evidence"
