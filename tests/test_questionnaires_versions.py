"""What differs between two versions, and the smallest version that honestly says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from questionnaires.comparability import untrue
from questionnaires.definition import Questionnaire
from questionnaires.library import load, load_text
from questionnaires.versions import Change, diff, smallest

PGA = load("pga", "1.0.0")
OLD = PGA.questionnaire
Edit = Callable[[str], str]


def replaced(before: str, after: str) -> Edit:
    def edit(text: str) -> str:
        assert before in text
        return text.replace(before, after, 1)

    return edit


def edited(*edits: Edit) -> Questionnaire:
    text = PGA.text
    for edit in edits:
        text = edit(text)
    return load_text(text, "edited.yaml").questionnaire


def told(*edits: Edit) -> list[tuple[str, str, str]]:
    return [(one.kind, one.key, one.need) for one in diff(OLD, edited(*edits))]


ITEM_TEXT = "text: I know where I can report harassment"
NEW_ITEM = """\
      - id: ST3-20
        since: 1.1.0
        comparable_since: 1.1.0
        text: I know whom to ask about leave
        instruments: [survey]
        scale: agree5
        evidence: perception
        respondents: [staff]
        voice: staff
        gap: Leave rules not known
        recommendation: REC-ST3-2
        responsible: [HRD]

"""
BEFORE_ST3_10 = "      - id: ST3-10\n"


def test_a_version_beside_itself_differs_in_nothing() -> None:
    assert diff(OLD, OLD) == ()
    assert smallest(OLD, ()) == "1.0.0"


OTHERWISE = "text: I know how to report harassment"
OFTEN = "label: Often, points: 75"
LATER = NEW_ITEM.replace("1.1.0", "1.0.0") + BEFORE_ST3_10
DAYS = "due_days: 30\n    lead: [UNIT, HRD]"
SOURCE = "activity 'Disseminate\n            policy and code of practice'"


@pytest.mark.parametrize(
    ("before", "after", "kind", "key", "version"),
    [
        (ITEM_TEXT, OTHERWISE, "reworded", "items.ST3-09.text", "2.0.0"),
        ("label: Often,", "label: Mostly,", "reworded", "scales.freq5.options.often", "2.0.0"),
        (OFTEN, "label: Often, points: 80", "rescaled", "scales.freq5", "2.0.0"),
        (ITEM_TEXT, f"{ITEM_TEXT}\n        weight: 2", "reweighted", "ST3-09 weight", "2.0.0"),
        (ITEM_TEXT, f"{ITEM_TEXT}\n        reverse: true", "rescaled", "ST3-09 reverse", "2.0.0"),
        (ITEM_TEXT, f"{ITEM_TEXT}\n        sensitivity: high", "changed", "ST3-09 sensitivity", "2.0.0"),
        (
            "coverage_percent: 75",
            "coverage_percent: 70",
            "reweighted",
            "rules area_coverage_percent",
            "2.0.0",
        ),
        ("    minimum: 25\n", "    minimum: 30\n", "reweighted", "bands.emerging minimum", "2.0.0"),
        (BEFORE_ST3_10, LATER, "added", "ST3-20", "1.1.0"),
        (DAYS, DAYS.replace("30", "45"), "changed", "recommendations.REC-ST3-3 due_days", "1.1.0"),
        (SOURCE, "activity 3", "changed", "ST3-05 sources", "1.0.1"),
    ],
)
def test_every_kind_of_change_asks_for_its_step(
    before: str, after: str, kind: str, key: str, version: str
) -> None:
    changes = diff(OLD, edited(replaced(before, after)))
    assert (kind, key) in [(one.kind, one.key) for one in changes]
    assert smallest(OLD, changes) == version


def test_a_typing_error_listed_as_a_correction_is_a_patch() -> None:
    listed = replaced("language: en\n", "language: en\ncorrections:\n  - {key: ST3-09, why: A letter}\n")
    reworded = replaced(ITEM_TEXT, ITEM_TEXT + "s")
    assert told(listed, reworded) == [("corrected", "items.ST3-09.text", "patch")]
    other = replaced("key: ST3-09", "key: items.ST3-09.text")
    assert told(listed, other, reworded) == [("corrected", "items.ST3-09.text", "patch")]
    assert told(reworded) == [("reworded", "items.ST3-09.text", "major")]


def test_an_item_that_moves_or_goes_is_major() -> None:
    start = PGA.text.index("      - id: ST2-06\n")
    whole = PGA.text[start : PGA.text.index("      - id: ST2-07\n")]
    gone: Edit = replaced(whole, "")
    assert told(gone) == [("removed", "ST2-06", "major")]
    moved: Edit = replaced("      - id: ST4-01\n", whole + "      - id: ST4-01\n")
    assert told(gone, moved) == [("moved", "ST2-06", "major")]


def test_a_change_says_what_was_and_what_is() -> None:
    (change,) = diff(OLD, edited(replaced(ITEM_TEXT, "text: I know how to report harassment")))
    assert change == Change(
        "reworded",
        "items.ST3-09.text",
        "I know where I can report harassment",
        "I know how to report harassment",
        "major",
        "a person could answer differently",
    )


VERSION: Edit = replaced("version: 1.0.0\n", "version: 2.0.0\nsupersedes: 1.0.0\n")


def comparing(entry: str) -> Edit:
    return replaced("language: en\n", f"language: en\ncomparability:\n  - version: 1.0.0\n{entry}")


def wrong(*edits: Edit) -> list[tuple[str, str]]:
    return [(one.key, one.message) for one in untrue(OLD, edited(*edits))]


REWORDED: Edit = replaced(ITEM_TEXT, "text: I know how to report harassment")
SINCE: Edit = replaced(
    f"comparable_since: 1.0.0\n        {ITEM_TEXT.replace('where I can', 'how to')}",
    f"comparable_since: 2.0.0\n        {ITEM_TEXT.replace('where I can', 'how to')}",
)
SAID = "    origins:\n      - {id: ST3-09, relation: reworded, of: [ST3-09], why: Plainer}\n"


def test_a_reworded_item_must_be_named_and_starts_anew() -> None:
    assert wrong(VERSION, REWORDED) == [("ST3-09", "is reworded, and `comparability` does not name it.")]
    assert wrong(VERSION, REWORDED, comparing(SAID)) == [("ST3-09", "has `comparable_since: 1.0.0`.")]
    assert wrong(VERSION, REWORDED, SINCE, comparing(SAID)) == []


def test_a_reworded_item_may_compare_where_the_author_says_why() -> None:
    said = SAID.replace("why:", "comparable: true, why:")
    assert wrong(VERSION, REWORDED, comparing(said)) == []


@pytest.mark.parametrize(
    ("said", "key", "message"),
    [
        (SAID, "ST3-09", "is the same as before, and `comparability` says reworded."),
        ("    origins:\n      - {id: ST9-99, relation: new, why: W}\n", "ST9-99",
         "is named under `comparability` and is no item."),
        ("    dropped:\n      - {id: ST3-09, why: W}\n", "ST3-09", "is named as dropped and was not."),
    ],
)  # fmt: skip
def test_what_is_said_and_is_not_so_is_named(said: str, key: str, message: str) -> None:
    assert (key, message) in wrong(VERSION, comparing(said))


def test_a_new_item_says_what_it_is_and_since_when() -> None:
    added = replaced(BEFORE_ST3_10, NEW_ITEM.replace("1.1.0", "1.0.0") + BEFORE_ST3_10)
    assert [message for _, message in wrong(VERSION, added)] == [
        "is not in the older version.",
        "has `comparable_since: 1.0.0`.",
        "is new and has `since: 1.0.0`.",
    ]
    new = replaced(BEFORE_ST3_10, NEW_ITEM.replace("1.1.0", "2.0.0") + BEFORE_ST3_10)
    said = "    origins:\n      - {id: ST3-20, relation: %s, why: W}\n"
    assert wrong(VERSION, new, comparing(said % "new")) == []
    assert wrong(VERSION, new, comparing(said % "split")) == [("ST3-20", "is split.")]
    parts = said % "split, of: [ST3-09]"
    assert wrong(VERSION, new, comparing(parts)) == []
    assert wrong(VERSION, new, comparing(said % "merged, of: [ST0-01]")) == [
        ("ST3-20", "is made of ST0-01, not in the older version.")
    ]


def test_a_rescaled_scale_names_its_options_and_every_item_on_it() -> None:
    found = dict(wrong(VERSION, replaced("label: Often, points: 75", "label: Often, points: 80")))
    assert found["freq5 often"] == "is not the same option as before."
    on_it = [name for name, item in OLD.items.items() if item.scale == "freq5"]
    assert {name: found.get(name) for name in on_it} == dict.fromkeys(
        on_it, "is rescaled, and `comparability` does not name it."
    )


def test_nothing_rescaled_can_be_called_comparable() -> None:
    scaled = replaced(ITEM_TEXT, ITEM_TEXT + "\n        reverse: true")
    said: Any = SAID.replace("reworded", "rescaled").replace("why:", "comparable: true, why:")
    assert ("ST3-09", "is rescaled, so it cannot be comparable.") in wrong(VERSION, scaled, comparing(said))


def test_an_item_that_moves_means_the_same_and_is_rated_elsewhere() -> None:
    start = PGA.text.index("      - id: ST2-06\n")
    whole = PGA.text[start : PGA.text.index("      - id: ST2-07\n")]
    edits = replaced(whole, ""), replaced("      - id: ST4-01\n", whole + "      - id: ST4-01\n")
    (change,) = diff(OLD, edited(*edits))
    assert (change.before, change.after) == ("ST2", "ST4")
    assert change.effect == "the same answers would be rated in another area"
    assert wrong(VERSION, *edits) == []


def test_beside_a_version_further_back_an_item_may_have_begun_in_between() -> None:
    """Version 3.0.0 was made from 2.0.0; ST3-09 has meant something else since 2.0.0, ST3-20 came once."""
    third = replaced("version: 1.0.0\n", "version: 3.0.0\nsupersedes: 2.0.0\n")
    said = SAID + "      - {id: ST3-20, relation: new, why: W}\n"

    def found(begun: str) -> list[tuple[str, str]]:
        added = replaced(BEFORE_ST3_10, NEW_ITEM.replace("1.1.0", begun) + BEFORE_ST3_10)
        return wrong(third, REWORDED, SINCE, added, comparing(said))

    assert found("1.5.0") == found("3.0.0") == []
    assert found("1.0.0") == [
        ("ST3-20", "has `comparable_since: 1.0.0`."),
        ("ST3-20", "is new and has `since: 1.0.0`."),
    ]
