"""What the program says in other languages: whole catalogues, places kept, English where one is missing."""

from __future__ import annotations

import ast
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from questionnaires.catalogue import speaking, spoken, tr, tr_many

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("audit_engine", "exports", "scoring", "questionnaires")
KEYWORDS = {"tr": None, "marked": None, "tr_many": (1, 2)}
CATALOGUES = sorted((ROOT / "questionnaires" / "catalogues").glob("*.po"))


@cache
def said() -> frozenset[str]:
    """Every text that is marked for translation anywhere in the program."""
    found: set[str] = set()
    for package in PACKAGES:
        for _, _, message, _, _ in extract_from_dir(str(ROOT / package), keywords=KEYWORDS):
            found |= {message} if isinstance(message, str) else set(message)
    return frozenset(found)


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def texts(message: str | tuple[str, ...] | list[str]) -> list[str]:
    return [message] if isinstance(message, str) else [*message]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_holds_every_text_of_the_program_and_no_other(path: Path) -> None:
    known = {text for one in catalogue(path) if one.id for text in texts(one.id)}
    assert not said() - known, "not translated yet (make messages adds them)"
    assert not known - said(), "said nowhere any more (make messages takes them out)"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_translation_is_there_and_keeps_the_places_and_the_edges_of_its_text(path: Path) -> None:
    for one in catalogue(path):
        if not one.id:
            continue
        assert not one.fuzzy, one.id
        for text in texts(one.string):
            source = texts(one.id)[-1]
            assert text.strip(), f"{source!r} is not translated"
            assert places(text) == places(source), (source, text)
            assert (text[:1] == " ", text[-1:] == " ") == (source[:1] == " ", source[-1:] == " "), text


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_yes_and_no_are_the_letters_that_the_question_shows(path: Path) -> None:
    with speaking(path.stem):
        assert tr("(y/n)") == f"({tr('y')}/{tr('n')})"
        assert tr("y") != tr("n")


def test_a_language_without_a_catalogue_is_english() -> None:
    with speaking("sw"):
        assert tr("Your code: {code}", code="AB") == "Your code: AB"


def test_a_language_is_spoken_for_a_task_and_not_beyond_it() -> None:
    with speaking("fr"):
        with speaking("ru"):
            assert spoken() == "ru"
        assert spoken() == "fr"
    with pytest.raises(ZeroDivisionError), speaking("fr"):
        raise ZeroDivisionError
    assert spoken() == "en"


def test_what_is_filled_in_is_never_searched_for_places() -> None:
    assert tr("Your code: {code}", code="{code} {x}") == "Your code: {code} {x}"


def test_a_count_takes_its_plural() -> None:
    said = [tr_many("{number} person", "{number} people", number) for number in (1, 2)]
    assert said == ["1 person", "2 people"]


def test_no_text_stands_where_it_is_not_found_for_translation() -> None:
    """Babel finds no call inside an f-string on Python 3.11."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            inside = [
                call.func.id
                for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(joined, ast.JoinedStr)
                for call in ast.walk(joined)
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args
                if isinstance(call.args[0], ast.Constant)
            ]
            assert not {"tr", "tr_many", "marked"} & set(inside), path
