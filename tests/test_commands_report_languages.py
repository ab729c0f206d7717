"""One release in five languages: nothing is left in English, no figure differs, every sheet comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from exports.answering.forms import FOLLOW_UP, RESPONSE
from exports.answering.spoken import in_language
from exports.composing.edition import day_words
from exports.workbook import SHEETS
from questionnaires.catalogue import speaking, tr
from questionnaires.languages import LANGUAGES
from tests.running import run
from tests.sent_and_returned import IN_TIME, Hand, published, responses, told

OTHERS = [language for language in LANGUAGES if language != "en"]
OWN_LETTERS = ["ar", "ru"]
"""Languages in whose workbooks an English word is seen by its letters."""
ALLOWED = re.compile(
    # What a person typed, names, ids, commands, hashes.
    r"Test unit|Ask staff again in a year\.|audit-engine|SHA|ILO|ICFTU|GB|steps|pga|REC|TEAM|[A-Z]{2}\d"
    r"|\b[0-9a-f]{16,64}\b"
    r"|audit [0-9a-f]{16}, release \d+, questionnaire [0-9a-f]{16}|--\w+"
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The workbook of one release in every language, and below `audit` the audit."""
    audit, _ = published(tmp_path_factory.mktemp("languages"))
    found = {"audit": audit}
    for language in LANGUAGES:
        found[language] = audit.with_name(f"{language}.xlsx")
        ran = run("report", audit, found[language], "--language", language)
        assert ran.code == 0, ran.said
    return found


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Where, and what every cell says that holds words."""
    for sheet in load_workbook(path):
        yield f"{sheet.title}, header", sheet.oddHeader.center.text or ""
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    yield f"{sheet.title} {cell.coordinate}", cell.value


def numbers(path: Path) -> list[list[float]]:
    """Sheet by sheet all numbers, in the order of their cells."""
    return [
        [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, (int, float))]
        for sheet in load_workbook(path)
    ]


@pytest.mark.parametrize("language", OWN_LETTERS)
def test_nothing_is_left_in_english(written: dict[str, Path], language: str) -> None:
    with speaking(language):
        source = tr("Source: {source}", source="\0").partition("\0")[0]
    left = {}
    for where, text in texts(written[language]):
        # What a source is called stays as it was published.
        said = "" if "International Labour Office" in text else text.partition(source)[0]
        if words := re.findall(r"[A-Za-z]{3,}[^.]*", ALLOWED.sub("", said)):
            left[where] = words
    assert left == {}


@pytest.mark.parametrize("language", OTHERS)
def test_the_sheets_have_names_of_their_own_that_every_program_takes(
    written: dict[str, Path], language: str
) -> None:
    names = load_workbook(written[language]).sheetnames
    english = load_workbook(written["en"]).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == len(english) == len(SHEETS) + 2
    for name in names:
        assert 0 < len(name) <= 31, name
        assert not set(name) & set("[]:*?/\\'"), name
    with speaking(language):
        assert names == [tr(name) for name in english]


@pytest.mark.parametrize("language", OTHERS)
def test_the_figures_are_those_of_the_english_workbook(written: dict[str, Path], language: str) -> None:
    assert numbers(written[language]) == numbers(written["en"])


@pytest.mark.parametrize("language", OTHERS)
def test_links_charts_and_names_lead_to_sheets_that_are_there(
    written: dict[str, Path], language: str
) -> None:
    book: Any = load_workbook(written[language])
    places = [name.attr_text for name in book.defined_names.values()]
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        places += [cell.hyperlink.location for cell in cells if cell.hyperlink]
        for chart in sheet._charts:
            places += [series.tx.strRef.f for series in chart.series]
            places += [series.val.numRef.f for series in chart.series]
    assert len(places) > 100
    for place in places:
        name, _, range_ = place.rpartition("!")
        assert name.strip("'").replace("''", "'") in book.sheetnames, place
        range_boundaries(range_.replace("$", ""))


def test_an_arabic_workbook_begins_at_the_right_and_no_other_does(written: dict[str, Path]) -> None:
    for language in LANGUAGES:
        directions = {bool(sheet.sheet_view.rightToLeft) for sheet in load_workbook(written[language])}
        assert directions == {language == "ar"}, language


@pytest.mark.parametrize("language", OTHERS)
def test_the_method_sheet_says_that_no_speaker_has_read_it(written: dict[str, Path], language: str) -> None:
    with speaking(language):
        wanted = tr("What people wrote stands in the language in which they wrote it.")
    assert sum(wanted in text for _, text in texts(written[language])) == 1
    assert not any("What people wrote" in text for _, text in texts(written["en"]))


def test_the_report_is_in_the_language_of_the_audit_unless_another_is_named(tmp_path: Path) -> None:
    audit = tmp_path / "dakar.audit"
    made = run("new", audit, "--unit", "Dakar", "--staff", "professional=14/14", "--yes", "--language", "fr")
    assert made.code == 0, made.said
    ran = run("report", audit, tmp_path / "own.xlsx")
    assert ran.code == 0, ran.said
    assert "no speaker of the language has read the words of the report in 'fr' yet" in ran.said
    with speaking("fr"):
        assert tr("Summary") in load_workbook(tmp_path / "own.xlsx").sheetnames
    assert run("report", audit, tmp_path / "en.xlsx", "--language", "en").code == 0
    assert "Summary" in load_workbook(tmp_path / "en.xlsx").sheetnames


def test_a_language_without_texts_is_told_before_anything_is_written(
    written: dict[str, Path], tmp_path: Path
) -> None:
    ran = run("report", written["audit"], tmp_path / "sw.xlsx", "--language", "sw")
    assert ran.code == 0
    assert "there are no texts of the report in 'sw'; its own words are English" in ran.said
    refused = run("report", written["audit"], tmp_path / "x.xlsx", "--language", "french")
    assert (refused.code, (tmp_path / "x.xlsx").exists()) == (2, False)


def filled_in(path: Path, language: str) -> Hand:
    """The response of one recommendation in the words of the language, and of another in English ones."""
    form = in_language(RESPONSE, language)
    headings = {one.name: one.heading for one in form.fields}
    words = {one.name: one for one in form.fields}
    hand = Hand(path, form.title, form.ref)
    hand.cell("REC-IA1-1", headings["answer"]).value = words["answer"].word("partly accepted").upper()
    hand.cell("REC-IA1-1", headings["budget"]).value = words["budget"].word("yes")
    hand.cell("REC-IA1-1", headings["comment"]).value = "après 2027 / بعد 2027 / после 2027"
    hand.cell("REC-IA2-1", headings["answer"]).value = "rejected"
    return hand


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_response_is_taken_in_whatever_language_it_was_sent(
    written: dict[str, Path], tmp_path: Path, language: str
) -> None:
    audit = Path(copyfile(written["audit"], tmp_path / "geneva.audit"))
    back = filled_in(written[language], language).save(tmp_path / "back.xlsx")
    ran = run("respond", audit, back, "--yes")
    assert ran.code == 0, ran.said
    found = responses(audit)
    assert (found["REC-IA1-1"].answer, found["REC-IA1-1"].budget) == ("partly accepted", "yes")
    assert found["REC-IA2-1"].answer == "rejected"
    assert run("report", audit, tmp_path / "next.xlsx", "--language", language).code == 0
    again = run("respond", audit, tmp_path / "next.xlsx", "--yes")
    assert "Nothing in it is new" in again.said, again.said


@pytest.mark.parametrize("language", OTHERS)
def test_a_locked_cell_that_was_edited_is_named_in_the_words_of_its_sheet(
    written: dict[str, Path], tmp_path: Path, language: str
) -> None:
    form = in_language(RESPONSE, language)
    hand = filled_in(written[language], language)
    priority = next(one.heading for one in form.fields if one.name == "priority")
    sent = hand.cell("REC-IA1-1", priority).value
    hand.cell("REC-IA1-1", priority).value = "x"
    ran = run("respond", written["audit"], hand.save(tmp_path / "back.xlsx"), "--yes")
    assert ran.code == 2
    place = hand.cell("REC-IA1-1", priority).coordinate
    assert f"back.xlsx, {form.title} {place}: says 'x', and '{sent}' was sent." in ran.said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_follow_up_comes_back_in_the_language_of_the_audit(tmp_path: Path, language: str) -> None:
    audit, _ = published(tmp_path)
    assert run("edit", audit, "--language", language, "--by", "Anna").code == 0
    sheet = tmp_path / "follow.xlsx"
    assert run("follow-up", audit, sheet).code == 0
    form = in_language(FOLLOW_UP, language)
    state = next(one for one in form.fields if one.name == "state")
    hand = Hand(sheet, form.title, form.ref)
    assert hand.cell("REC-IA1-1", state.heading).value == state.word("no update")
    hand.cell("REC-IA1-1", state.heading).value = state.word("in progress")
    hand.save(sheet)
    ran = run("follow-up", audit, sheet, "--yes")
    assert ran.code == 0, ran.said
    assert told(audit)["REC-IA1-1"].state == "in progress"


@pytest.mark.parametrize("form", [RESPONSE, FOLLOW_UP], ids=lambda form: form.key)
@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_and_headings_of_a_sheet_that_comes_back_can_be_told_apart(form: Any, language: str) -> None:
    here = in_language(form, language)
    assert len(set(here.headings)) == len(here.headings)
    for one in here.fields:
        assert "," not in "".join(one.words), "a list in a cell is parted by commas"
        assert len(",".join(one.words)) <= 255, "Excel takes no longer list"
        assert [one.choice(word) for word in one.words] == list(one.choices)


def test_a_recommendation_that_was_accepted_as_proposed_is_read_in_the_language(
    written: dict[str, Path],
) -> None:
    said = [text for _, text in texts(written["ru"])]
    assert not any("Name a focal point by an open call" in text for text in said)
    assert any("Ask staff again in a year." in text for text in said), "what somebody wrote stays"


def test_days_stand_in_the_words_of_the_language(written: dict[str, Path]) -> None:
    with speaking("ru"):
        day = day_words(date.fromisoformat(IN_TIME))
    assert re.search(r"[а-я]", day)
    formats = {
        cell.number_format
        for row in load_workbook(written["ru"]).worksheets[7].iter_rows()
        for cell in row
        if isinstance(cell.value, date)
    }
    assert formats == {"[$-419]d mmm yyyy"}
