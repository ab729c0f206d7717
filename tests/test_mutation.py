"""The list of mutants that survive (`make mutation`) is about the code as it is, and gives its reasons."""

from __future__ import annotations

from pathlib import Path

from tests.mutation.survivors import known

SCORING = Path(__file__).parents[1] / "scoring"


def test_every_known_survivor_is_about_lines_that_are_there() -> None:
    gone = [one.key for one in known() if not about_lines_that_are_there(one.key)]
    assert gone == [], (
        "These lines were changed: run `make mutation` for the module, then mend survivors.yaml."
    )


def about_lines_that_are_there(key: tuple[str, str, str, str]) -> bool:
    module, where, was, now = key
    text = (SCORING / f"{module}.py").read_text(encoding="utf-8")
    lines = {line.strip() for line in text.splitlines()}
    function = where.split(".")[-1]
    named = not function or f"def {function}(" in text or f"class {function}" in text
    return named and was != now and set(was.split("\n")) <= lines | {""}


def test_every_known_survivor_has_its_reason() -> None:
    assert [one.key for one in known() if len(one.reason.split()) < 4] == []
