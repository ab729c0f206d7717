"""Published versions stay what they were: published.json, fingerprints, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from questionnaires.canonical import canonical, fingerprint, fingerprint_of_texts
from questionnaires.comparability import untrue
from questionnaires.errors import ExitCode, UserError
from questionnaires.library import available, load, load_file, load_text, packaged
from questionnaires.published import (
    NAME,
    Published,
    published_texts,
    read_published,
    refuse_changed,
    registry_of,
    written,
)
from questionnaires.translation_file import Translated, Translation
from questionnaires.translations import collected, languages, packaged_shelf, wording


def test_every_questionnaire_of_the_program_is_published_and_has_not_changed() -> None:
    listed = {(one.id, one.version): one.sha256 for one in packaged()}
    found = {(name, version): fingerprint(load(name, version).questionnaire) for name, version in available()}
    assert listed == found


def test_every_translation_of_the_program_is_published_and_has_not_changed() -> None:
    listed = {
        (one.id, one.version, one.language): (one.file, one.sha256)
        for one in published_texts(files("questionnaires") / NAME)
    }
    found = {
        (name, version, language): (
            f"{name}/{version}.{language}.yaml",
            fingerprint_of_texts(collected(it, language)),
        )
        for name, version in available()
        for it in [load(name, version).questionnaire]
        for language in languages(it)[1:]
    }
    assert len(found) == 20
    assert listed == found


def test_the_fingerprint_of_texts_tells_what_is_read_and_nothing_else() -> None:
    one = Translated(of="12345678", text="Audit")
    texts = Translation(
        language="fr", questionnaire="own", version="1.0.0", texts={"title": one, "summary": one}
    )
    same = fingerprint_of_texts(texts)
    alike = [
        {"read_by": "Awa"},
        {"after": "0.9.0"},
        {"texts": {"summary": one, "title": one.model_copy(update={"note": "?"})}},
    ]
    others = [
        {"language": "es"},
        {"version": "1.0.1"},
        {"questionnaire": "x"},
        {"texts": {"title": one}},
        {"texts": {"title": one, "summary": one.model_copy(update={"of": "87654321"})}},
        {"texts": {"title": one, "summary": one.model_copy(update={"text": "Audit."})}},
    ]
    assert {fingerprint_of_texts(texts.model_copy(update=each)) for each in alike} == {same}
    assert len({same, *(fingerprint_of_texts(texts.model_copy(update=each)) for each in others)}) == 7


def test_a_translation_of_the_program_that_was_edited_is_a_fault_of_the_installation(tmp_path: Path) -> None:
    questionnaire, shelf = load("pga", "1.0.0").questionnaire, packaged_shelf("pga")
    copy = tmp_path / "pga"
    copy.mkdir()
    text = (shelf.folder / "1.0.0.fr.yaml").read_text(encoding="utf-8")
    (copy / "1.0.0.fr.yaml").write_text(text.replace("Audit", "Examen", 1), encoding="utf-8")
    with pytest.raises(
        UserError, match=r"pga/1\.0\.0\.fr\.yaml: the texts of pga 1\.0\.0 in français"
    ) as refused:
        wording(questionnaire, "fr", replace(shelf, folder=copy))
    assert refused.value.code == ExitCode.INTEGRITY
    (copy / "1.0.0.fr.yaml").write_text(text, encoding="utf-8")
    assert wording(questionnaire, "fr", replace(shelf, folder=copy)).whole


def test_every_version_says_truly_how_it_compares_with_the_one_it_was_made_from() -> None:
    for name, version in available():
        new = load(name, version).questionnaire
        if new.supersedes is not None:
            assert untrue(load(name, new.supersedes).questionnaire, new) == []


def test_the_fingerprint_of_the_first_version_never_changes() -> None:
    """Also not when fields with a default are added to the form of a definition."""
    sha256 = "f6aa89a6617c7573d638e50790a4d61b09ecbcf60fa71f65b09b71001cf053e9"
    assert fingerprint(load("pga", "1.0.0").questionnaire) == sha256


def test_comments_line_breaks_and_the_order_of_keys_make_no_difference() -> None:
    loaded = load("pga", "1.0.0")
    text = "# a comment\n" + loaded.text.replace("id: pga\nversion: 1.0.0\n", "version: 1.0.0\nid: pga\n", 1)
    assert text != loaded.text
    assert canonical(load_text(text, "f").questionnaire) == canonical(loaded.questionnaire)


def test_a_file_that_was_changed_after_it_was_published_does_not_load(tmp_path: Path) -> None:
    loaded = load("pga", "1.0.0")
    file = tmp_path / "own.yaml"
    file.write_text(loaded.text, encoding="utf-8")
    one = Published("pga", "1.0.0", "own.yaml", fingerprint(loaded.questionnaire))
    (tmp_path / NAME).write_text(written([one]), encoding="utf-8")
    assert load_file(file).questionnaire == loaded.questionnaire
    file.write_text(loaded.text.replace("title: Staffing", "title: Our staff"), encoding="utf-8")
    with pytest.raises(UserError, match="A published version never changes: raise `version` in the file"):
        load_file(file)


def test_the_registry_stands_beside_the_file_or_one_folder_above(tmp_path: Path) -> None:
    folder = tmp_path / "pga"
    folder.mkdir()
    assert registry_of(folder / "1.0.0.yaml") == folder / NAME
    (tmp_path / NAME).write_text("[]", encoding="utf-8")
    assert registry_of(folder / "1.0.0.yaml") == tmp_path / NAME


def test_a_registry_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for text in ("no json", '[{"id": "pga"}]', '"text"'):
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        with pytest.raises(UserError, match=r"published.json cannot be read") as refused:
            read_published(tmp_path / NAME)
        assert refused.value.code == ExitCode.INTEGRITY
    assert read_published(tmp_path / "none.json") == ()


def test_another_version_is_no_change(tmp_path: Path) -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    refuse_changed(
        questionnaire, [Published("pga", "0.9.0", "f", "other"), Published("x", "1.0.0", "f", "o")]
    )
