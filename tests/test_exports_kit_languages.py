"""The papers in every language: whole, filled, and read from the side on which the language begins."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
import yaml
from docx import Document
from openpyxl import load_workbook

from exports.kit.filling import texts_for
from exports.kit.folder import file_names, papers, readme
from exports.kit.forms.wording import same
from exports.kit.look import BLUE
from exports.kit.paper_form import coded_paper
from exports.kit.requests import lines_for, lines_of
from exports.kit.runs import stretches
from exports.kit.table import word_width
from exports.kit.texts import LANGUAGES
from questionnaires.catalogue import speaking
from questionnaires.library import load
from tests.made_up_kit import PLAN, W, kit, text_of, words_of

OTHERS = LANGUAGES[1:]
_MARKS = re.compile(r"\{[a-z_]+\}|#[a-z_]*|☐")
_STRUCTURE = {
    "if",
    "part",
    "bold",
    "landscape",
    "numbered",
    "rows",
    "height",
    "empty_rows",
    "begin",
    "minutes",
}
_STRUCTURE |= {"core", "head", "votes", "items", "papers"}


def in_file(language: str, name: str) -> Any:
    text = files("exports.kit").joinpath("texts", language, name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def names(language: str) -> set[str]:
    folder = files("exports.kit").joinpath("texts", language)
    return {entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml")}


@cache
def made(language: str) -> Mapping[str, bytes]:
    return papers(kit(plan=PLAN), language)


def documents(language: str) -> Iterator[tuple[str, Any]]:
    for name, data in made(language).items():
        if name.endswith(".docx"):
            yield name, Document(io.BytesIO(data))


def unlike(english: Any, other: Any, place: str, key: str = "") -> Iterator[str]:
    """Where a translation does not have the shape of the English."""
    if type(english) is not type(other):
        yield f"{place}: another kind of value"
    elif isinstance(english, dict):
        if list(english) != list(other):
            yield f"{place}: {list(other)} in place of {list(english)}"
        for name in english.keys() & other.keys():
            yield from unlike(english[name], other[name], f"{place}/{name}", name)
    elif isinstance(english, list):
        if len(english) != len(other):
            yield f"{place}: {len(other)} parts in place of {len(english)}"
        for number, (one, two) in enumerate(zip(english, other, strict=False)):
            yield from unlike(one, two, f"{place}/{number}", key)
    elif Counter(_MARKS.findall(english)) != Counter(_MARKS.findall(other)):
        yield f"{place}: {_MARKS.findall(other)} in place of {_MARKS.findall(english)}"
    elif (not english.strip()) != (not other.strip()):
        yield f"{place}: empty in one of the two"
    elif key in _STRUCTURE and isinstance(english, str) and english != other and not _words(english):
        yield f"{place}: {other} in place of {english}"


def _words(text: str) -> bool:
    return " " in text or not text.isascii() or text[:1].isupper()


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_text_with_its_places_and_marks(language: str) -> None:
    assert names(language) == names("en")
    found = [
        problem
        for name in sorted(names("en"))
        for problem in unlike(in_file("en", name), in_file(language, name), name)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_are_names_of_files_and_no_two_alike(language: str) -> None:
    found = file_names(texts_for(kit().written_in(language)))
    titles = [name[3:].rsplit(".", 1)[0] for name in found.values()]
    assert len({title.casefold() for title in titles}) == len(titles) == 20
    for name, title in zip(found.values(), titles, strict=True):
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name), name
        assert title == title.strip(" ."), name
        assert len(name.encode("utf-8")) < 200, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_is_left_unfilled_in_any_language(language: str) -> None:
    for name, text in words_of(made(language)).items():
        if not name.endswith(".xlsx"):
            assert not re.findall(r"[{}]|#\w?|\bNone\b(?! of them)", text), name


@pytest.mark.parametrize("name", ["pga-short", "scorecard"])
@pytest.mark.parametrize("language", OTHERS)
def test_papers_of_another_questionnaire_are_filled_as_well(language: str, name: str) -> None:
    other = replace(kit(), questionnaire=load(name, "1.0.0").questionnaire)
    mine, english = papers(other, language), papers(other, "en")
    assert len(mine) == len(english)
    for paper, text in words_of(mine).items():
        if not paper.endswith(".xlsx"):
            assert not re.findall(r"[{}]|#\w?|\bNone\b(?! of them)", text), paper


@pytest.mark.parametrize("language", OTHERS)
def test_no_question_is_left_in_english(language: str) -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    said = "\n".join(words_of(made(language)).values())
    english = [item.text for item in questionnaire.items.values() if len(item.text) > 20]
    english += [line.text for line in lines_for(questionnaire, kit().setting)]
    english += [questionnaire.consent.core[:40], questionnaire.consent.limit[:40]]
    assert [text for text in english if text in said] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_line_of_the_request_is_translated_and_kinds_differ(language: str) -> None:
    text = files("exports.kit").joinpath("requests", f"pga.{language}.yaml").read_text(encoding="utf-8")
    translated = yaml.load(text, Loader=yaml.BaseLoader)["lines"]
    source = yaml.load(
        files("exports.kit").joinpath("requests", "pga.yaml").read_text(encoding="utf-8"),
        Loader=yaml.BaseLoader,
    )["lines"]
    assert list(translated) == [line["kind"] for line in source]
    assert len({words["kind"] for words in translated.values()}) == len(source)
    for line in source:
        assert ("text" in line) == ("text" in translated[line["kind"]]), line["kind"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_of_a_cell_are_words_that_cannot_be_mistaken_for_each_other(language: str) -> None:
    text = in_file(language, "documents.yaml")
    words = [*text["statuses"].values()]
    assert len({same(word) for word in words}) == len(words)
    assert not [word for word in words if "," in word or '"' in word]
    sheets = [text["request"], text["lists"], in_file(language, "staff_figures.yaml")["sheet"]]
    assert not [name for name in sheets if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name)]


@pytest.mark.parametrize("language", OTHERS)
def test_the_readme_says_that_nobody_has_read_the_translation_yet(language: str) -> None:
    said = made(language)["README.txt"].decode("utf-8-sig")
    line = in_file(language, "words.yaml")["readme_unread"].split("\n")[0]
    assert line in said
    texts = texts_for(kit().written_in(language))
    assert line not in readme(texts, file_names(texts), too_small=False, unread=False)


def test_the_english_readme_is_no_translation() -> None:
    assert (
        in_file("en", "words.yaml")["readme_unread"].split("\n")[0] not in made("en")["README.txt"].decode()
    )


def test_a_term_is_explained_where_it_stands_in_another_case() -> None:
    """The items say "на должностях высокого уровня"; the term is listed as "должности высокого уровня"."""
    survey = next(data for name, data in made("ru").items() if "Опрос" in name)
    assert "Должности высокого уровня: два высших уровня" in text_of(survey)


def test_lines_keep_the_words_they_were_published_with() -> None:
    line = lines_of(kit().written_in("fr"))[3]
    assert (line.id, line.text, line.published) == ("D04", "Documents de projet", "Project documents")


def test_an_arabic_paper_begins_at_the_right() -> None:
    for name, paper in documents("ar"):
        body = paper.element.body
        assert body.sectPr.find(f"{{{W}}}bidi") is not None, name
        shapes = [
            p.find(f"{{{W}}}pPr") for p in body.iter(f"{{{W}}}p") if p.find(f"{{{W}}}r/{{{W}}}t") is not None
        ]
        assert all(shape.find(f"{{{W}}}bidi") is not None for shape in shapes), name
        assert all(t.find(f"{{{W}}}tblPr/{{{W}}}bidiVisual") is not None for t in body.iter(f"{{{W}}}tbl")), (
            name
        )
        for part in (paper.sections[0].header, paper.sections[0].footer):
            assert part._element.find(f".//{{{W}}}bidi") is not None, name


def test_arabic_words_are_marked_as_such_and_others_are_not() -> None:
    for name, paper in documents("ar"):
        for run in paper.element.body.iter(f"{{{W}}}r"):
            text = "".join(each.text or "" for each in run.iter(f"{{{W}}}t"))
            look = run.find(f"{{{W}}}rPr")
            if re.search("[\u0600-\u06ff]", text):
                assert look.find(f"{{{W}}}rtl") is not None, (name, text)
                for plain, marked in (("b", "bCs"), ("i", "iCs")):
                    assert (look.find(f"{{{W}}}{plain}") is None) == (
                        look.find(f"{{{W}}}{marked}") is None
                    ), name
            elif re.search("[A-Za-z]", text):
                assert look.find(f"{{{W}}}rtl") is None, (name, text)


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "ar"])
def test_other_papers_hold_nothing_of_the_kind(language: str) -> None:
    for name, paper in documents(language):
        assert not re.search(r"<w:(bidi|rtl|bidiVisual|bCs|iCs)\b", paper.element.body.xml), name


def test_arabic_sheets_begin_at_the_right() -> None:
    for data in (data for name, data in made("ar").items() if name.endswith(".xlsx")):
        for sheet in load_workbook(io.BytesIO(data)).worksheets:
            assert sheet.sheet_view.rightToLeft
            aligned = {
                (c.alignment.horizontal, c.alignment.readingOrder)
                for r in sheet.iter_rows()
                for c in r
                if c.value
            }
            assert aligned <= {("right", 2), ("left", 2)}
            assert sheet.oddHeader.left.text == sheet.title
            assert sheet.oddFooter.right.text
    for data in (data for name, data in made("fr").items() if name.endswith(".xlsx")):
        assert not any(sheet.sheet_view.rightToLeft for sheet in load_workbook(io.BytesIO(data)).worksheets)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("مكتب", ["مكتب"]),
        (
            "بالأمر: audit-engine kit AUDIT --seed 12. أو",
            ["بالأمر: ", "audit-engine kit AUDIT --seed 12", ". أو"],
        ),
        ("إلى Office (room 4)؛ ثم", ["إلى ", "Office (room 4)", "؛ ثم"]),
        ("القرعة (seed) abc؛", ["القرعة (", "seed", ") ", "abc", "؛"]),
        ("البند ST1-01، 12/40", ["البند ", "ST1-01", "، 12/40"]),
        ("Lena Duarte، Sami Rahal", ["Lena Duarte", "، ", "Sami Rahal"]),
        ("3rd Office\tمكتب", ["3rd Office", "\tمكتب"]),
        ("", []),
    ],
)
def test_words_of_the_other_direction_stay_together(text: str, pieces: list[str]) -> None:
    assert [piece for piece, _ in stretches(text)] == pieces


def test_names_in_latin_letters_follow_each_other_from_the_right() -> None:
    letter = next(data for name, data in made("ar").items() if name.startswith("01"))
    assert "Lena Duarte،\u200f Sami Rahal" in text_of(letter)
    assert [piece for piece, _ in stretches("Lena،\u200f Sami")] == ["Lena", "،\u200f ", "Sami"]


def test_every_sign_of_a_text_is_in_its_runs_once() -> None:
    for name, text in words_of(made("ar")).items():
        if name.endswith(".docx"):
            assert "".join(piece for piece, _ in stretches(text)) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_is_wider_than_the_page_in_any_language(language: str) -> None:
    for name, paper in documents(language):
        body = paper.element.body
        page, margin = next(body.iter(f"{{{W}}}pgSz")), next(body.iter(f"{{{W}}}pgMar"))
        room = int(page.get(f"{{{W}}}w")) - 2 * int(margin.get(f"{{{W}}}left"))
        for table in body.iter(f"{{{W}}}tbl"):
            widths = [int(each.get(f"{{{W}}}w")) for each in table.iter(f"{{{W}}}gridCol")]
            assert sum(widths) <= room + len(widths), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_heading_is_broken(language: str) -> None:
    broken = []
    for name, paper in documents(language):
        for cell in paper.element.body.iter(f"{{{W}}}tc"):
            fill = cell.find(f"{{{W}}}tcPr/{{{W}}}shd")
            text = "".join(each.text or "" for each in cell.iter(f"{{{W}}}t")).replace("/", "/ ")
            if text and fill is not None and fill.get(f"{{{W}}}fill") == BLUE:
                size = int(next(cell.iter(f"{{{W}}}sz")).get(f"{{{W}}}val")) / 2
                room = int(cell.find(f"{{{W}}}tcPr/{{{W}}}tcW").get(f"{{{W}}}w")) / 567 - 0.11
                broken += [(name, text, size)] if word_width(text, size) > room else []
    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_coded_form_is_made_in_every_language(language: str) -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    form = coded_paper(questionnaire, kit().setting, "survey", "staff", "pga@1.0.0", language)
    said = text_of(form)
    assert in_file(language, "paper_form.yaml")["title"] in said
    assert ("I know where I can report harassment" in said) == (language == "en")


def test_a_kit_in_an_unknown_language_is_english() -> None:
    assert papers(kit(plan=PLAN), "de") == made("en")


def test_the_language_of_a_kit_does_not_outlast_it() -> None:
    with speaking("ru"):
        assert papers(kit(plan=PLAN), "en") == made("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_cell_asks_for_is_as_short_as_excel_wants_it(language: str) -> None:
    for data in (data for name, data in made(language).items() if name.endswith(".xlsx")):
        for sheet in load_workbook(io.BytesIO(data)).worksheets:
            for check in sheet.data_validations.dataValidation:
                assert len(check.prompt) <= 255
                assert len(check.promptTitle) <= 32
                assert len(check.formula1) <= 257
