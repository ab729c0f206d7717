"""Reading definitions: strict text, exact hashes, and messages that say where."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from questionnaires import available, load, reading
from questionnaires.errors import ExitCode, UserError
from questionnaires.events import Document, refusal
from questionnaires.library import load_file, load_text, parse_reference, refuse_republished
from questionnaires.reading import read

SMALL = Path(__file__).parent / "small.yaml"


def parse(text: str, origin: str) -> Document:
    """What a definition says; UserError for any mistake at all."""
    document = read(text, origin)
    if document.problems:
        raise refusal(origin, list(document.problems))
    return document


def refusal_of(text: str) -> UserError:
    with pytest.raises(UserError) as caught:
        parse(text, "f.yaml")
    return caught.value


def test_every_packaged_questionnaire_loads_under_the_name_it_gives_itself() -> None:
    assert available()
    for name, version in available():
        questionnaire = load(name, version).questionnaire
        assert (questionnaire.id, questionnaire.version) == (name, version)


def test_no_version_means_the_newest() -> None:
    name, newest = available()[-1]
    assert load(name) == load(name, newest)


def test_the_hash_is_of_the_exact_bytes_of_the_file(tmp_path: Path) -> None:
    for prefix, raw in (
        ("plain", SMALL.read_bytes()),
        ("crlf", SMALL.read_bytes().replace(b"\n", b"\r\n")),
        ("bom", b"\xef\xbb\xbf" + SMALL.read_bytes()),
    ):
        file = tmp_path / f"{prefix}.yaml"
        file.write_bytes(raw)
        loaded = load_file(file)
        assert loaded.sha256 == hashlib.sha256(raw).hexdigest()
        assert loaded.text.encode() == raw
        assert loaded.questionnaire == load_file(SMALL).questionnaire


def test_text_that_an_audit_carries_gives_the_same_questionnaire_again() -> None:
    loaded = load_file(SMALL)
    assert load_text(loaded.text, "small.audit") == loaded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pga", ("pga", None)),
        ("pga@1.0.0", ("pga", "1.0.0")),
        ("my-own.one@10.20.30", ("my-own.one", "10.20.30")),
    ],
)
def test_a_reference_is_a_name_and_perhaps_a_version(typed: str, meant: tuple[str, str | None]) -> None:
    assert parse_reference(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "@1.0.0", "pga@", "pga@1.0", "pga@01.0.0", "pga 1.0.0", "pga@1.0.0\n", "../pga"]
)
def test_what_is_no_reference_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match=r"pga or pga@1\.0\.0"):
        parse_reference(typed)


def test_an_unknown_name_or_version_lists_what_there_is() -> None:
    with pytest.raises(UserError, match=r"no questionnaire `pgx`. There is .*pga") as name:
        load("pgx")
    with pytest.raises(UserError, match=r"no version 9.9.9 of pga. There is .*1.0.0") as version:
        load("pga", "9.9.9")
    assert name.value.code == version.value.code == ExitCode.NOT_NOW


def test_another_content_under_a_published_version_is_refused_and_a_comment_is_none() -> None:
    published = load("pga", "1.0.0")
    refuse_republished(published)
    refuse_republished(load_text(published.text + "# a comment\n", "pga.yaml"))
    edited = load_text(published.text.replace("title: Staffing", "title: Our staff"), "pga.yaml")
    with pytest.raises(UserError, match=r"pga 1\.0\.0 was published with another content"):
        refuse_republished(edited)


def test_nothing_is_guessed_from_how_a_value_looks() -> None:
    text = "a: no\nb: [NO, 12:30, 1.10, 010, 2024-01-01, ~, null, .nan, 0x1F]\nc:\n1: one\n"
    assert parse(text, "f").data == {
        "a": "no",
        "b": ["NO", "12:30", "1.10", "010", "2024-01-01", "~", "null", ".nan", "0x1F"],
        "c": "",
        "1": "one",
    }


def test_every_part_knows_its_line_and_column() -> None:
    document = parse("a: x\nlist:\n  - {b: 1,\n     c: 2}\n  - d\n", "f.yaml")
    assert document.where(("a",)) == "f.yaml:1:1"
    assert document.where(("list", 0, "c")) == "f.yaml:4:6"
    assert document.where(("list", 1)) == "f.yaml:5:5"
    assert document.where(("list", 0, "not there")) == "f.yaml:3:5"


def test_lines_and_columns_count_from_the_first_visible_character() -> None:
    assert parse("\ufeffa: x\r\nb: y\r\n", "f").positions == {("a",): (1, 1), ("b",): (2, 1)}


def test_the_slow_loader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [SMALL.read_text(encoding="utf-8"), *(load(*known).text for known in available())]
    fast = [parse(text, "f") for text in texts]
    monkeypatch.setattr(reading, "LOADER", yaml.BaseLoader)
    assert [parse(text, "f") for text in texts] == fast


def test_a_key_as_number_and_as_text_is_the_same_key_twice() -> None:
    error = refusal_of('a:\n  1: x\n  "1": y\n')
    assert [str(problem) for problem in error.problems] == [
        "f.yaml:3:3: `1` stands twice, in lines 2 and 3. Keep one of them."
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert "empty" in refusal_of(text).problems[0].message


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "[]\n"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    assert "`key: value`" in refusal_of(text).problems[0].message


def test_depth_is_refused_before_it_costs_anything() -> None:
    error = refusal_of("a: " + "[" * 100_000)
    assert "More than 20 levels" in error.problems[0].message
    assert parse("a: " + "[" * 19 + "]" * 19, "f")


def test_a_mebibyte_is_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"a: x\n#" + b"-" * (1024 * 1024 - 6))
    assert parse(reading.read_text(file), "f").data == {"a": "x"}
    file.write_bytes(file.read_bytes() + b"-")
    with pytest.raises(UserError, match="1 MiB"):
        load_file(file)
    with pytest.raises(UserError, match="1 MiB"):
        load_text("#" + "é" * (512 * 1024), "f")


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "\udc80"]
)
def test_invisible_characters_are_refused_where_they_stand(character: str) -> None:
    problem = refusal_of(f"a: x\nb: y{character}z\n").problems[0]
    assert problem.where == "f.yaml:2:5"
    assert f"U+{ord(character):04X}" in problem.message


def test_invisible_characters_are_refused_when_they_are_spelled_out() -> None:
    error = refusal_of('a: "\\0"\nb: "\\e[31m"\nc: "\\t"\n')
    assert [problem.where for problem in error.problems] == ["f.yaml:1:4", "f.yaml:2:4", "f.yaml:3:4"]


def test_a_million_mistakes_end_the_reading_early() -> None:
    assert len(refusal_of("a: x\n" * 100_000).problems) <= 51
    assert len(refusal_of("\ta: x\n" * 100_000).problems) <= 51


def test_only_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero"), tmp_path / "zero"):
        with pytest.raises(UserError, match="is not a file"):
            load_file(path)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist") as caught:
        load_file(tmp_path / "none.yaml")
    assert caught.value.code == ExitCode.NOT_NOW


@pytest.mark.parametrize(
    ("raw", "offset"), [(b"a: caf\xe9\n", 6), ("a: x".encode("utf-16"), 0), (b"a: \xed\xa0\x80", 3)]
)
def test_what_is_not_utf8_is_refused_with_the_byte(tmp_path: Path, raw: bytes, offset: int) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes(raw)
    with pytest.raises(UserError, match=f"byte {offset} "):
        load_file(file)


def problems_of(text: str) -> int:
    """How many mistakes were found; any other failure than a UserError fails the test."""
    try:
        parse(text, "f")
    except UserError as error:
        return len(error.problems)
    return 0


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_whatever_is_in_a_file_it_is_read_or_refused(text: str) -> None:
    assert 0 <= problems_of(text) <= 51


@given(st.text(st.sampled_from("ab:-?!&*[]{}|>%@'\"# \n\t,1"), max_size=40))
def test_whatever_looks_like_yaml_is_read_or_refused(text: str) -> None:
    assert 0 <= problems_of(text) <= 51
