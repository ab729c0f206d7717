"""`questionnaire publish` and `questionnaire diff`, as the author of a questionnaire uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questionnaires.errors import ExitCode
from questionnaires.library import load
from questionnaires.published import NAME
from tests.running import run

TEXT = load("pga", "1.0.0").text
ITEM = "text: I know where I can report harassment"
NEXT = "version: 1.1.0\nsupersedes: 1.0.0\n"


def draft(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    text = TEXT.replace("id: pga\n", "id: own\n", 1)
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one published questionnaire."""
    ran = run("questionnaire", "publish", draft(tmp_path, "1.0.0.yaml"))
    assert ran.code == 0, ran.said
    return tmp_path


def listed(folder: Path) -> list[str]:
    return [one["version"] for one in json.loads((folder / NAME).read_text(encoding="utf-8"))]


def test_a_first_version_is_published_and_the_same_again_is_nothing_to_publish(folder: Path) -> None:
    assert listed(folder) == ["1.0.0"]
    ran = run("questionnaire", "publish", folder / "1.0.0.yaml")
    assert (ran.code, "Nothing to publish: own@1.0.0 is published" in ran.said) == (0, True)
    assert listed(folder) == ["1.0.0"]


def test_a_used_version_with_another_content_is_refused(folder: Path) -> None:
    ran = run("questionnaire", "publish", draft(folder, "again.yaml", (ITEM, f"{ITEM} here")))
    assert ran.code == ExitCode.BAD_INPUT
    assert "own 1.0.0 was published with another content than this." in ran.said
    assert "A published version never changes: raise `version` in the file." in ran.said


def test_too_small_a_step_is_refused_with_the_reason_for_each_change(folder: Path) -> None:
    ran = run(
        "questionnaire",
        "publish",
        draft(folder, "b.yaml", ("version: 1.0.0\n", NEXT), (ITEM, f"{ITEM} here")),
    )
    said = " ".join(ran.said.split())
    assert ran.code == ExitCode.BAD_INPUT
    assert "own@1.1.0 is too small a step from 1.0.0: it must be 2.0.0 at least." in said
    assert "items.ST3-09.text" in said
    assert "was reworded (major: a person could answer differently)." in said
    assert listed(folder) == ["1.0.0"]


def test_a_correction_is_a_patch(folder: Path) -> None:
    patch = "version: 1.0.1\nsupersedes: 1.0.0\ncorrections:\n  - {key: ST3-09, why: A letter was missing}\n"
    ran = run(
        "questionnaire", "publish", draft(folder, "c.yaml", ("version: 1.0.0\n", patch), (ITEM, f"{ITEM}s"))
    )
    assert ran.code == 0, ran.said
    assert "1 change(s) since 1.0.0; the smallest honest version is 1.0.1." in ran.said
    assert listed(folder) == ["1.0.0", "1.0.1"]


def test_a_new_number_on_the_same_content_is_nothing_to_publish(folder: Path) -> None:
    ran = run("questionnaire", "publish", draft(folder, "d.yaml", ("version: 1.0.0\n", NEXT)))
    assert ran.code == ExitCode.NOT_NOW
    assert "Nothing to publish: own@1.1.0 says the same as 1.0.0." in ran.said


def test_the_version_it_was_made_from_must_be_named(folder: Path) -> None:
    ran = run("questionnaire", "publish", draft(folder, "e.yaml", ("version: 1.0.0\n", "version: 1.1.0\n")))
    assert ran.code == ExitCode.BAD_INPUT
    assert "does not say which published version it was made from." in ran.said
    assert "Write `supersedes:` with one of 1.0.0." in ran.said


def test_what_it_says_of_older_answers_must_be_true(folder: Path) -> None:
    major = ("version: 1.0.0\n", "version: 2.0.0\nsupersedes: 1.0.0\n")
    ran = run("questionnaire", "publish", draft(folder, "f.yaml", major, (ITEM, f"{ITEM} here")))
    said = " ".join(ran.said.split())
    assert "own@2.0.0 does not say truly how it compares with 1.0.0." in said
    assert "is reworded, and `comparability` does not name it." in said


def test_a_difference_is_shown_as_a_table_and_as_json(folder: Path) -> None:
    other = draft(folder, "g.yaml", ("version: 1.0.0\n", NEXT), (ITEM, f"{ITEM} here"))
    ran = run("questionnaire", "diff", folder / "1.0.0.yaml", other)
    said = " ".join(ran.said.split())
    assert "reworded" in said
    assert "Smallest honest version after 1.0.0: 2.0.0." in said
    assert "Items that compare: 102 of 102." in said
    told = json.loads(run("questionnaire", "diff", folder / "1.0.0.yaml", other, "--format", "json").out)
    assert (told["from"], told["to"], told["smallest_version"]) == ("own@1.0.0", "own@1.1.0", "2.0.0")
    assert told["changes"] == [
        {
            "kind": "reworded",
            "key": "items.ST3-09.text",
            "before": ITEM.removeprefix("text: "),
            "after": f"{ITEM.removeprefix('text: ')} here",
            "need": "major",
            "effect": "a person could answer differently",
        }
    ]


def test_a_version_beside_itself_says_the_same() -> None:
    ran = run("questionnaire", "diff", "pga@1.0.0", "pga@1.0.0")
    assert "pga@1.0.0 and pga@1.0.0 say the same." in ran.said


def test_a_registry_in_a_folder_that_cannot_be_written_publishes_nothing(folder: Path) -> None:
    (folder / NAME).unlink()
    (folder / NAME).mkdir()
    (folder / NAME / "in the way").write_text("x", encoding="utf-8")
    ran = run("questionnaire", "publish", folder / "1.0.0.yaml")
    assert ran.code == ExitCode.BAD_INPUT
    assert "published.json cannot be written" in ran.said
    assert [one.name for one in folder.iterdir() if one.name.startswith(".")] == []


FIRST_ITEM = "      - id: ST1-01\n"
ADDED = """\
      - id: ST1-20
        since: 1.1.0
        comparable_since: 1.1.0
        text: Women and men have the same chance of being heard here
        instruments: [survey]
        scale: agree5
        evidence: perception
        respondents: [staff]
        voice: staff
        gap: Not heard alike
        recommendation: REC-ST1-1
        responsible: [MGR]

"""
REWORDED = "      - {id: ST3-09, relation: reworded, of: [ST3-09], comparable: true, why: Plainer}\n"
NEW_IN = "  - version: %s\n    origins:\n      - {id: ST1-20, relation: new, why: Was not asked}\n"


@pytest.fixture
def grown(folder: Path) -> Path:
    """The folder with a second version that has one item more."""
    head = f"{NEXT}comparability:\n{NEW_IN % '1.0.0'}"
    file = draft(folder, "1.1.0.yaml", ("version: 1.0.0\n", head), (FIRST_ITEM, ADDED + FIRST_ITEM))
    ran = run("questionnaire", "publish", file)
    assert ran.code == 0, ran.said
    return folder


def third(folder: Path, *beside: str) -> Path:
    """A third version, in which one text reads differently, with what it says beside older versions."""
    origins = f"  - version: 1.1.0\n    origins:\n{REWORDED}"
    head = f"version: 2.0.0\nsupersedes: 1.1.0\ncomparability:\n{origins}"
    changes = ("version: 1.0.0\n", head + "".join(beside)), (FIRST_ITEM, ADDED + FIRST_ITEM)
    return draft(folder, "2.0.0.yaml", *changes, (ITEM, f"{ITEM} here"))


def test_what_it_says_beside_a_version_further_back_must_be_true_too(grown: Path) -> None:
    ran = run("questionnaire", "publish", third(grown, NEW_IN % "1.0.0"))
    assert ran.code == ExitCode.BAD_INPUT
    assert "own@2.0.0 does not say truly how it compares with 1.0.0." in ran.said
    assert "ST3-09: is reworded, and `comparability` does not name it." in ran.said
    ran = run("questionnaire", "publish", third(grown, NEW_IN % "1.0.0", REWORDED))
    assert ran.code == 0, ran.said
    assert "the smallest honest version is 2.0.0." in ran.said
    assert listed(grown) == ["1.0.0", "1.1.0", "2.0.0"]


def test_a_version_that_was_never_published_cannot_be_compared_with(grown: Path) -> None:
    ran = run("questionnaire", "publish", third(grown, NEW_IN % "0.9.0"))
    assert ran.code == ExitCode.BAD_INPUT
    assert "own@2.0.0 says how it compares with 0.9.0, which was never published." in ran.said
    assert "Write one of 1.0.0, 1.1.0." in ran.said
    assert listed(grown) == ["1.0.0", "1.1.0"]


def test_a_difference_tells_what_the_version_says_of_its_items(grown: Path) -> None:
    said = run("questionnaire", "diff", grown / "1.1.0.yaml", third(grown)).said
    assert "What own@2.0.0 says of its items beside 1.1.0; all others ask the same:" in said
    assert "ST3-09 reworded ST3-09 yes Plainer" in said
    assert "says of its items" not in run("questionnaire", "diff", grown / "1.0.0.yaml", third(grown)).said


def test_the_second_major_version_of_pga_is_published_under_no_smaller_number(tmp_path: Path) -> None:
    text = load("pga", "2.0.0").text
    for version, code, said in (
        ("1.2.0", ExitCode.BAD_INPUT, "it must be 2.0.0 at least."),
        ("2.0.0", 0, "the smallest honest version is 2.0.0."),
    ):
        file = tmp_path / f"{version}.yaml"
        mine = text.replace("version: 2.0.0\n", f"version: {version}\n", 1)
        file.write_text(mine.replace("since: 2.0.0\n", f"since: {version}\n"), encoding="utf-8")
        ran = run("questionnaire", "publish", file)
        assert (ran.code, said in ran.said) == (code, True), ran.said
