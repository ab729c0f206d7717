"""The working view on the screen: what the team sees beside the ratings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import begin, run, write_answers

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example of the documents: 22 women and 18 men work there, 31 answered the survey."""
    audit = begin(tmp_path / "a.audit", staff="professional=22/18")
    assert run("import", audit, EXAMPLE).code == 0
    return audit


def forms(*people: str) -> list[str]:
    """`17 woman agree` as rows of so many forms that rate two items."""
    rows, number = [], 0
    for line in people:
        times, gender, answer = line.split()
        for _ in range(int(times)):
            number += 1
            rows += [f"S{number},survey,staff,{gender},,,{item},{answer},," for item in ("ST4-05", "ST4-06")]
    return rows


def test_the_overview_tells_how_sure_the_gaps_are_that_call_for_attention(example: Path) -> None:
    told = run("score", example).said
    assert "Working view of the facilitation team: not for the unit." in told
    assert (
        "ST1: Women 23.1 points lower than men; with 17 women and 13 men "
        "the gap lies between -31.5 and -14.8: clear."
    ) in told
    assert "More than chance, but too small to call for attention: ST2, SU2, IA4." in told
    assert "Could be chance: ST3, ST4, SU3, SU4, IA2." in told
    assert "ST2: Women" not in told


def test_the_overview_tells_who_spoke(example: Path) -> None:
    told = run("score", example).out
    assert "Survey: 17 of 22 women, 13 of 18 men" in told
    assert "Interviews: 2 of 22 women, 2 of 18 men" in told
    assert "\n! " not in told


def test_those_who_spoke_are_not_those_who_work_here(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=20/20")
    rows = forms("18 woman agree", "6 man agree")
    assert run("import", audit, write_answers(tmp_path / "a.csv", *rows)).code == 0
    told = run("score", audit).said
    assert (
        "! 18 of 20 women but 6 of 20 men answered the survey: what 'staff say' is mostly what women say."
        in told
    )


def test_one_area_tells_its_gap_its_reliability_and_what_was_no_rating(example: Path) -> None:
    told = run("score", example, "--area", "ST4").out
    said = " ".join(told.split())
    assert "Women 2.2 points lower than men; with 17 women and 12 men" in said
    assert "Not told: 29 forms rated all its items (30 needed)." in said
    (line,) = [line for line in told.splitlines() if line.startswith("ST4-05") and "%" in line]
    assert " ".join(line.split()) == "ST4-05 31 0 (0.0 %) 1 (3.2 %) 0 (0.0 %) 0"


def test_one_area_says_why_its_gap_is_not_told(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=20/20")
    rows = forms("18 woman agree", "15 woman neither", "2 man agree")
    assert run("import", audit, write_answers(tmp_path / "a.csv", *rows)).code == 0
    said = run("score", audit, "--area", "ST4").said
    assert "Not told: women's and men's figures are not both shown." in said
    assert "Cronbach's alpha 1.00, with 35 forms that rated all 2 items between 1.00 and 1.00" in said
    assert "Women and men: how sure" not in run("score", audit).out


def test_an_area_that_nobody_rated_tells_of_documents_only(example: Path) -> None:
    told = run("score", example, "--area", "SU1").out
    assert "how sure" not in told
    assert "go together" not in told
    assert "No rating given" not in told


def test_a_small_unit_tells_nothing_of_women_men_or_single_items(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=12/7")
    rows = forms("11 pnts agree", "3 pnts dk")
    assert run("import", audit, write_answers(tmp_path / "a.csv", *rows)).code == 0
    for told in (run("score", audit).out, run("score", audit, "--area", "ST4").out):
        assert "Who spoke" not in told
        assert "how sure" not in told
        assert "go together" not in told
        assert "No rating given" not in told


def test_the_library_behind_the_intervals_is_loaded_only_when_one_is_asked_for() -> None:
    asked = (
        "import sys\n"
        "from fractions import Fraction\n"
        "import audit_engine.commands.score\n"
        "from scoring.quantiles import t_quantile\n"
        "assert 'mpmath' not in sys.modules\n"
        "t_quantile(Fraction(975, 1000), Fraction(4))\n"
        "assert 'mpmath' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
