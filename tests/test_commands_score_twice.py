"""Rating twice (relation 27 of tests/test_scoring_metamorphic.py, for the file)."""

from __future__ import annotations

from pathlib import Path

from tests.running import begin, run

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"


def test_rating_again_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=20/20")
    assert run("import", audit, EXAMPLE).code == 0
    first = run("score", audit, "--format", "json")
    written = audit.read_bytes()
    second = run("score", audit, "--format", "json")
    assert (second.code, second.out) == (first.code, first.out)
    assert audit.read_bytes() == written
    assert [path.name for path in tmp_path.iterdir()] == ["a.audit"]
