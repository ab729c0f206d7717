"""Every text of a questionnaire has a key, and can be exchanged by it without anything else moving."""

from __future__ import annotations

from questionnaires.library import available, load
from questionnaires.texts import texts, with_texts

PGA = load("pga", "1.0.0").questionnaire


def test_a_text_is_found_by_ids_whatever_stands_around_it() -> None:
    found = texts(PGA)
    assert len(found) == 721
    assert found["items.ST3-09.text"] == PGA.items["ST3-09"].text
    assert found["scales.agree5.options.agree"] == "Agree"
    assert found["areas.ST1.probes.staff.1"] == PGA.areas[0].probes["staff"][0]
    assert found["consent.question"] == PGA.consent.question
    assert PGA.quiz is not None
    assert found["quiz.2.answers.3"] == PGA.quiz.questions[1].answers[2]


def test_what_is_left_out_has_no_key() -> None:
    assert "items.ST3-09.counts_when" not in texts(PGA)
    assert "responsible.RD.elsewhere" not in texts(PGA)


def test_every_text_can_be_exchanged_and_nothing_else_changes() -> None:
    for name, version in available():
        questionnaire = load(name, version).questionnaire
        before = texts(questionnaire)
        other = with_texts(questionnaire, {key: f"[{text[:1900]}]" for key, text in before.items()})
        assert list(texts(other).values()) == [f"[{text[:1900]}]" for text in before.values()]
        back = dict(zip(texts(other), before.values(), strict=True))
        assert with_texts(other, back) == questionnaire


def test_a_key_that_is_not_there_changes_nothing() -> None:
    assert with_texts(PGA, {"items.XX-01.text": "no", "items.ST3-09.counts_when": "no"}) == PGA
