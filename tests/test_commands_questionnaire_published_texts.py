"""Translations of a questionnaire of one's own: drafts are free, published ones stay what they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from questionnaires.errors import ExitCode
from questionnaires.published import NAME
from tests.own_questionnaire import own, translate
from tests.running import Ran, run


def publish(file: Path) -> Ran:
    return run("questionnaire", "publish", file)


def shown(file: Path, language: str) -> Ran:
    return run("questionnaire", "show", file, "--language", language)


def listed(folder: Path) -> list[tuple[str, str]]:
    entries = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return [(one["version"], one.get("language", "")) for one in entries]


def test_a_translation_that_was_never_published_changes_freely(tmp_path: Path) -> None:
    file = own(tmp_path)
    assert publish(file).code == 0
    translate(file, "pt", title="Auditoria")
    assert "Auditoria" in shown(file, "pt").out
    translate(file, "pt", "summary", title="Outra auditoria")
    assert "Outra auditoria" in shown(file, "pt").out


def test_publishing_freezes_a_translation_that_is_whole_and_leaves_a_draft(tmp_path: Path) -> None:
    file = own(tmp_path)
    translate(file, "fr")
    translate(file, "sw", "title", "summary")
    ran = publish(file)
    assert "Its texts in français (fr) are published and will not change" in ran.said
    assert (
        "1.2.0.sw.yaml stays a draft: 2 texts are missing, 0 out of date. Publish again when it is"
        in ran.said
    )
    assert listed(tmp_path) == [("1.2.0", ""), ("1.2.0", "fr")]


def test_a_language_that_became_whole_later_is_published_by_itself(tmp_path: Path) -> None:
    file = own(tmp_path)
    assert publish(file).code == 0
    translate(file, "sw")
    ran = publish(file)
    assert ran.code == 0
    assert "Its texts in Kiswahili (sw) are published" in ran.said
    assert "Nothing to publish" in publish(file).said
    assert listed(tmp_path) == [("1.2.0", ""), ("1.2.0", "sw")]


@pytest.mark.parametrize("command", [("publish",), ("check",), ("show", "--language", "fr")])
def test_an_edited_published_translation_is_refused_with_the_remedy(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    file = own(tmp_path)
    translate(file, "fr")
    assert publish(file).code == 0
    translate(file, "fr", title="Audit, en mieux")
    ran = run("questionnaire", *command, file)
    assert ran.code == ExitCode.BAD_INPUT
    assert "1.2.0.fr.yaml: the texts of small 1.2.0 in français (fr) were published with another" in ran.said
    assert "A published translation never changes. Put the file back as it was." in ran.said
    assert "copy 1.2.0.yaml to 1.2.1.yaml with `version: 1.2.1` and `supersedes: 1.2.0`" in ran.said


def test_what_nobody_asked_reads_may_change_in_a_published_translation(tmp_path: Path) -> None:
    file = own(tmp_path)
    made = translate(file, "fr")
    assert publish(file).code == 0
    text = made.read_text(encoding="utf-8")
    text = text.replace("texts:\n", 'read_by: "Awa"\ntexts:\n', 1).replace("# fran", "# Read.\n# fran", 1)
    made.write_text(text, encoding="utf-8")
    assert shown(file, "fr").code == 0


def test_a_retranslation_is_a_patch(tmp_path: Path) -> None:
    file = own(tmp_path)
    translate(file, "fr")
    assert publish(file).code == 0
    patch = own(tmp_path, ("version: 1.2.1", "version: 1.2.1\nsupersedes: 1.2.0"), version="1.2.1")
    translate(patch, "fr", title="Audit, en mieux")
    ran = publish(patch)
    assert ran.code == 0, ran.said
    assert "1 change(s) since 1.2.0; the smallest honest version is 1.2.1." in ran.said
    assert listed(tmp_path) == [("1.2.0", ""), ("1.2.0", "fr"), ("1.2.1", ""), ("1.2.1", "fr")]


def test_a_new_number_on_the_same_texts_is_nothing_to_publish(tmp_path: Path) -> None:
    file = own(tmp_path)
    translate(file, "fr")
    assert publish(file).code == 0
    patch = own(tmp_path, ("version: 1.2.1", "version: 1.2.1\nsupersedes: 1.2.0"), version="1.2.1")
    translate(patch, "fr")
    ran = publish(patch)
    assert ran.code == ExitCode.NOT_NOW
    assert "Nothing to publish: small@1.2.1 says the same as 1.2.0." in ran.said


def test_a_translation_that_is_not_utf_8_is_one_message(tmp_path: Path) -> None:
    file = own(tmp_path)
    (tmp_path / "1.2.0.fr.yaml").write_bytes(b"language: fran\xe7ais\n")
    ran = shown(file, "fr")
    assert ran.code == ExitCode.BAD_INPUT
    assert "is not UTF-8 text" in ran.said


def test_a_form_for_phones_speaks_the_languages_beside_the_file(tmp_path: Path) -> None:
    file = own(tmp_path)
    translate(file, "pt")
    ran = run("questionnaire", "xlsform", file, tmp_path / "form.xlsx")
    assert ran.code == 0, ran.said
    assert "in en, pt." in ran.said
    rows = load_workbook(tmp_path / "form.xlsx")["survey"].iter_rows(values_only=True)
    assert any(str(cell).startswith("pt: ") for row in rows for cell in row)
