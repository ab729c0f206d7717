"""In which language people are asked: what is offered, what is chosen, what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions, survey
from questionnaires.catalogue import speaking, tr
from questionnaires.library import load
from questionnaires.translations import in_language
from tests.running import begin, run, survey_answered

OTHERS = ("fr", "es", "ar", "ru")


SEND = {"ru": "ыутв", "ar": "سثىي"}
"""Typed with the keys of "send" while the keyboard writes its own letters."""


def text_of(item: str, language: str) -> str:
    return in_language(load("pga", "1.0.0").questionnaire, language).items[item].text


def yes(language: str) -> str:
    with speaking(language):
        return tr("y")


def one_form(*before: str, language: str) -> str:
    """The first two questions after the profile answered, then all skipped and the form sent."""
    return "\n".join(
        [
            "",
            *before,
            yes(language),
            "",
            *["1"] * 4,
            *["s", "/s"] * 60,
            SEND.get(language, "send"),
            "",
            "stop",
            "",
        ]
    )


@pytest.mark.parametrize("language", OTHERS)
def test_a_form_is_asked_in_the_language_of_the_audit_and_counts_the_same(
    tmp_path: Path, language: str
) -> None:
    audit = begin(tmp_path / "a.audit", "--language", language)
    ran = run("survey", audit, typed=one_form(language=language))
    with speaking(language):
        assert tr("Staff survey") in ran.out
        assert tr("skip") in ran.out
        assert tr("Thank you. Your form was sent; nothing in it says who or when.").split()[0] in ran.out
    assert text_of("ST1-07", language)[:30] in ran.out
    assert text_of("ST1-07", "en")[:30] not in ran.out
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert survey.forms(connection) == 1
        assert survey.languages(connection) == {language: 1}
        assert survey_answered(connection)


def test_each_person_chooses_among_the_languages_that_are_offered(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    typed = one_form("7", "2", language="fr")
    ran = run("survey", audit, "--language", "en", "--language", "fr", typed=typed)
    assert "  1  English" in ran.out
    assert "  2  français" in ran.out
    assert "Please type a number from 1 to 2." in ran.out
    assert text_of("ST1-07", "fr")[:30] in ran.out
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert survey.languages(connection) == {"fr": 1}


def test_nobody_is_asked_for_a_language_where_there_is_one(tmp_path: Path) -> None:
    ran = run("survey", begin(tmp_path / "a.audit"), typed=one_form(language="en"))
    assert "English" not in ran.out
    assert "Staff survey" in ran.out


def test_a_language_without_texts_is_refused_with_those_there_are(tmp_path: Path) -> None:
    ran = run("survey", begin(tmp_path / "a.audit"), "--language", "sw", typed="stop\n")
    assert ran.code == 2
    assert (
        "--language sw: there are no texts of pga@1.0.0 in it. There are texts in en, fr, es, ar or ru."
        in (ran.said)
    )


def test_an_audit_in_a_language_without_texts_is_asked_in_english_and_told_so(tmp_path: Path) -> None:
    ran = run("survey", begin(tmp_path / "a.audit", "--language", "pt"), typed=one_form(language="en"))
    assert "there are no texts of pga in 'pt'; people are asked in English." in ran.said
    assert "Staff survey" in ran.out


@pytest.mark.parametrize("language", OTHERS)
def test_an_interview_is_held_in_a_language_of_its_own_and_keeps_which(tmp_path: Path, language: str) -> None:
    audit = begin(tmp_path / "a.audit")
    held = ("interview", audit, "--role", "staff", "--language", language)
    ran = run(*held, typed=f"{yes(language)}\nq\n")
    consent = in_language(load("pga", "1.0.0").questionnaire, language).consent.core
    assert consent[:20] in ran.said
    with speaking(language):
        assert tr("Type ? for help, q to stop. Every answer is saved at once.")[:20] in ran.said
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert [one.language for one in submissions.submissions(connection)] == [language]
    assert run("interview", audit, typed="q\n").code == 0


def test_the_question_mark_of_an_arabic_keyboard_asks_for_help(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", "--language", "ar")
    typed = "\n".join(["", yes("ar"), "", "1", "؟", "q", "k", "", "stop", ""])
    with speaking("ar"):
        assert tr("What you can type") in run("survey", audit, typed=typed).out
