"""The form of one person: which questions, what comes next, what would be sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.audit import Profile
from audit_engine.survey.form import (
    SKIPPED,
    Question,
    asked,
    before,
    find,
    form_for,
    minutes,
    next_open,
    no_longer_asked,
    to_send,
)
from questionnaires.definition import Questionnaire
from questionnaires.errors import UserError
from questionnaires.library import load, load_text
from questionnaires.routing import Setting

Form = tuple[Question, ...]

ASKED_IF_DISAGREED = "        asked_if: {item: PE1-04, one_of: [disagree, strongly_disagree]}\n"
ASKED_IF_THAT_WAS_ANSWERED = "        asked_if: {item: PE1-05, one_of: [agree]}\n"


@pytest.fixture(scope="module")
def pga() -> Questionnaire:
    return load("pga", "1.0.0").questionnaire


@pytest.fixture
def form(pga: Questionnaire) -> Form:
    return form_for(pga, Setting(28, {"professional": (13, 15)}))


@pytest.fixture
def conditional() -> Form:
    """PE1-05 is asked of those who disagreed with PE1-04, and WO1-05 of those who then agreed."""
    text = (Path(__file__).parent / "small.yaml").read_text("utf-8")
    for item, condition in (("PE1-05", ASKED_IF_DISAGREED), ("WO1-05", ASKED_IF_THAT_WAS_ANSWERED)):
        head, _, tail = text.partition(f"      - id: {item}\n")
        text = f"{head}      - id: {item}\n{condition}{tail}"
    return form_for(load_text(text, "small.yaml").questionnaire, Setting(30))


def ids(questions: Form) -> list[str]:
    return [question.id for question in questions]


def test_a_unit_of_28_is_asked_gender_31_items_and_three_prompts(form: Form) -> None:
    assert ids(form)[0] == "gender"
    assert [question.kind for question in form] == ["profile"] + ["item"] * 31 + ["words"] * 3
    assert ids(form)[-3:] == ["practice", "obstacle", "action"]


def test_under_twenty_staff_nobody_is_asked_who_they_are_nor_the_sensitive_items(pga: Questionnaire) -> None:
    questions = form_for(pga, Setting(19, {"professional": (9, 10)}))
    assert not {"gender", "category", "supervises", "ST3-06", "ST3-07", "ST3-08"} & set(ids(questions))
    assert len(questions) == 31


def test_category_and_supervision_are_asked_where_every_cell_of_the_staff_table_has_ten(
    pga: Questionnaire,
) -> None:
    large = {"professional": (10, 10), "general_service": (10, 10)}
    assert ids(form_for(pga, Setting(40, large)))[:3] == ["gender", "category", "supervises"]
    thin = large | {"general_service": (11, 9)}
    assert ids(form_for(pga, Setting(40, thin)))[:2] == ["gender", "ST1-07"]


def test_an_item_switched_off_for_the_audit_is_not_in_the_form(pga: Questionnaire) -> None:
    assert "ST1-07" not in ids(form_for(pga, Setting(28, switched_off={"ST1-07": "N1"})))


def test_ten_to_twelve_minutes_are_announced_for_the_whole_form(form: Form) -> None:
    assert minutes(form) == (10, 12)
    assert minutes(form[:1]) == (1, 2)


def test_a_respondent_may_not_know_may_find_it_not_their_work_or_not_say_but_never_looked_for(
    form: Form,
) -> None:
    item = find(form, {}, "ST2-06")
    assert item.codes == ("dk", "na", "pnts")
    assert [item.read(typed) for typed in ("dk", "NA", "pnts", "2", "yes")] == [
        "dk",
        "na",
        "pnts",
        "partly",
        "yes",
    ]
    for typed in ("nf", "ng", "4", "0", "", "maybe"):
        with pytest.raises(UserError):
            item.read(typed)


def test_a_profile_answer_is_taken_by_number_or_id(form: Form) -> None:
    gender = form[0]
    assert [gender.read(typed) for typed in ("1", "MAN", "4")] == ["woman", "man", "pnts"]
    with pytest.raises(UserError, match="Choose 1 to 4"):
        gender.read("5")


def test_the_next_question_is_the_next_open_one_and_then_from_the_top(form: Form) -> None:
    assert next_open(form, {}) == form[0]
    kept = {question.key: SKIPPED for question in form[1:] if question != form[25]}
    assert next_open(form, kept, after=form[20]) == form[25]
    kept[form[25].key] = "agree"
    assert next_open(form, kept, after=form[25]) == form[0]
    assert next_open(form, kept | {form[0].key: "woman"}) is None


def test_back_leads_to_the_question_before_and_from_the_review_to_the_last(form: Form) -> None:
    assert before(form, {}, form[3]) == form[2]
    assert before(form, {}, None) == form[-1]
    assert before(form, {}, form[0]) is None


def test_go_to_takes_an_id_in_any_case_or_a_place_and_names_what_it_takes(form: Form) -> None:
    assert find(form, {}, "st3-06").id == "ST3-06"
    assert find(form, {}, "1").id == "gender"
    for typed in ("36", "0", "", "ST3-99", "9" * 5000):
        with pytest.raises(UserError, match="1 to 35"):
            find(form, {}, typed)


def test_an_item_is_asked_only_while_its_condition_holds(conditional: Form) -> None:
    assert "PE1-05" not in ids(asked(conditional, {}))
    assert "PE1-05" in ids(asked(conditional, {"PE1-04": "disagree"}))
    assert "PE1-05" not in ids(asked(conditional, {"PE1-04": SKIPPED}))


def test_an_item_behind_one_that_is_no_longer_asked_is_not_asked_either(conditional: Form) -> None:
    kept = {"PE1-04": "disagree", "PE1-05": "agree"}
    assert "WO1-05" in ids(asked(conditional, kept))
    assert "WO1-05" not in ids(asked(conditional, kept | {"PE1-04": "agree"}))


def test_a_change_that_makes_answers_irrelevant_names_them_and_they_are_not_sent(conditional: Form) -> None:
    earlier = {"PE1-04": "disagree", "PE1-05": "agree", "WO1-05": "agree"}
    kept = earlier | {"PE1-04": "agree"}
    assert ids(no_longer_asked(conditional, earlier, kept)) == ["PE1-05", "WO1-05"]
    assert to_send(conditional, kept).answers == {"PE1-04": "agree"}
    assert to_send(conditional, earlier).answers == earlier


def test_what_is_sent_holds_profile_answers_and_words_apart_and_nothing_skipped(form: Form) -> None:
    kept = {"profile:gender": "woman", "ST1-07": "agree", "ST1-08": SKIPPED, "action": "Talk", "gone": "x"}
    sent = to_send(form, kept)
    assert sent.profile == Profile("woman", None, None)
    assert (sent.answers, sent.words) == ({"ST1-07": "agree"}, {"action": "Talk"})


def test_a_form_with_nothing_but_a_profile_is_empty(form: Form) -> None:
    assert to_send(form, {"profile:gender": "woman", "ST1-07": SKIPPED}).empty
    assert not to_send(form, {"action": "Talk"}).empty
