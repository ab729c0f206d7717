"""What scoring says is said in the language spoken; figures, ids and what programs read never change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from questionnaires.catalogue import SOURCE, speaking
from scoring import assess
from scoring.assessment import AreaRating, Comparison, Why, because
from scoring.change import compared
from scoring.disclosure import published_score
from scoring.earlier import earlier_from
from scoring.points import DOCUMENTS_NOT_GIVEN
from scoring.published_change import published_baseline
from scoring.published_trace import published_sensitivity, published_trace
from scoring.team_json import team_json
from tests.running import begin, run, write_answers
from tests.worked_cases import Case, cases, evidence_in, questionnaire_of

CASES = cases()
IDS = [case.name for case in CASES]


class Quoting(NullTranslations):
    """A language of its own: every text of the program in «»."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{super().ngettext(msgid1, msgid2, n)}»"


@pytest.fixture(autouse=True)
def quoting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    known = {SOURCE: NullTranslations(), "xx": Quoting()}
    monkeypatch.setattr("questionnaires.catalogue._catalogue", known.__getitem__)
    with speaking("xx"):
        yield


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_ratings_and_what_programs_read_are_the_same_in_every_language(case: Case) -> None:
    questionnaire = questionnaire_of(case.told)
    evidence = evidence_in(questionnaire, case.told)
    found = assess(questionnaire, evidence)
    with speaking(SOURCE):
        english = assess(questionnaire, evidence)
        read = team_json(questionnaire, evidence, found, "a" * 64)
        assert read == team_json(questionnaire, evidence, english, "a" * 64)
    # What raised a recommendation is told in a sentence, in the language spoken; all else is the same.
    assert replace(found, proposals=()) == replace(english, proposals=())
    assert "«" not in str(read)


def test_programs_read_english_from_every_command_that_rates(tmp_path: Path) -> None:
    rows = (
        "d1,document_review,facilitator,,,,ST1-06,partly,,",
        "h1,staff_data,hr_officer,,,,ST1-01,women=7 men=12,,",
        "s1,survey,staff,woman,,,ST1-07,agree,,",
    )
    with speaking(SOURCE):
        audit = begin(tmp_path / "a.audit")
        assert run("import", audit, write_answers(tmp_path / "a.csv", *rows)).code == 0
    for words in (
        ("score",),
        ("explain", "ST1"),
        ("explain", "ST1-01"),
        ("explain",),
        ("review", "--compare"),
    ):
        asked = (words[0], audit, *words[1:], "--format", "json")
        found = run(*asked)
        assert (found.code, found.err) == (0, "")
        with speaking(SOURCE):
            assert found.out == run(*asked).out
        assert "«" not in found.out


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_every_sentence_of_a_trace_is_said_in_the_language_spoken(case: Case) -> None:
    questionnaire, found = questionnaire_of(case.told), case.assess()
    for area in found.areas:
        told = published_trace(questionnaire, area, small_unit=found.small_unit)
        firm = published_sensitivity(questionnaire, area)
        for sentence in (*told, *([firm] if firm else [])):
            assert sentence.startswith("«"), sentence


def test_a_reason_is_one_value_and_said_in_the_language_that_is_spoken_when_it_is_read() -> None:
    assert Why("documents_not_given", "documents not given") == DOCUMENTS_NOT_GIVEN
    assert DOCUMENTS_NOT_GIVEN.words == "«documents not given»"
    several = because("few", lambda: "; ".join((DOCUMENTS_NOT_GIVEN.words, "few")))
    assert several == Why("few", "documents not given; few")
    assert several.words == "«documents not given»; few"
    with speaking(SOURCE):
        assert several.words == several.english == "documents not given; few"


def test_how_many_are_compared_is_read_from_what_is_kept() -> None:
    assert [compared(text) for text in ("3 of 4", "none", "3 of few")] == [(3, 4), (0, 0), (0, 0)]


def test_the_decimals_of_an_earlier_report_are_kept_in_one_language_and_said_in_every_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scoring.rounding.DECIMAL_COMMA", frozenset({"xx"}))
    case = next(case for case in CASES if any(printed_with_decimals(area) for area in case.assess().areas))
    area = next(area for area in case.assess().areas if printed_with_decimals(area))
    left = earlier_from(
        questionnaire_of(case.told), case.assess(), unit="U", start="2026-03-02", sha256="", respondents=0
    )
    kept = left.areas[area.id].printed
    assert kept is not None
    assert kept.text == published_score(area).text.replace(",", ".")
    before = Comparison("previous", kept.value, None, "not comparable", "0 of 1", printed=kept)
    told = published_baseline(replace(area, baseline=before))
    assert told is not None
    assert told.text == published_score(area).text


def printed_with_decimals(area: AreaRating) -> bool:
    return "," in published_score(area).text
