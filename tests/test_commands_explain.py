"""explain: the question "why did we get that?" answered from the screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.running import begin, ratings, run, write_answers

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    """28 staff; ST1 rests on seven documents and two items of a survey that 14 people answered."""
    path = begin(tmp_path / "a.audit")
    rows = [
        "d1,document_review,facilitator,,,,ST1-06,partly,,",
        "d1,document_review,facilitator,,,,ST1-09,yes,,pay study",
        "h1,staff_data,hr_officer,,,,ST1-01,women=7 men=12,,",
        "h1,staff_data,hr_officer,,,,ST1-02,women=2 men=6,,",
        "h1,staff_data,hr_officer,,,,ST1-03,women=3 men=5,,",
        "h1,staff_data,hr_officer,,,,ST1-04,3/10,,",
        "h1,staff_data,hr_officer,,,,ST1-05,1/2,,",
    ]
    for number in range(14):
        gender = "woman" if number < 8 else "man"
        answer = "agree" if number < 7 else "neither"
        rows.append(f"s{number},survey,staff,{gender},,,ST1-07,{answer},,")
        rows.append(f"s{number},survey,staff,{gender},,,ST1-08,{'dk' if number < 6 else 'disagree'},,")
    ran = run("import", path, write_answers(path.with_suffix(".csv"), *rows))
    assert ran.code == 0, ran.said
    return path


def told(path: Path, what: str) -> str:
    ran = run("explain", path, what)
    assert ran.code == 0, ran.said
    return ran.said


def as_json(path: Path, what: str) -> dict[str, Any]:
    ran = run("explain", path, what, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_an_area_tells_the_whole_path_to_its_figure(audit: Path) -> None:
    said = told(audit, "st1")
    assert "Why? ST1 Parity in posts and promotion - Test unit" in said
    assert "Working view of the facilitation team: not for the unit." in said
    # (72.2 + 37.5 + 68.75 + 30 + 2/3 x 50 + 50 + 100 + 62.5 + 25) / (8 + 2/3)
    assert "55.3" in said
    assert "Established from 50 to under 75" in said
    assert "9 items count (4 needed), 0 lost, 0 not applicable; coverage 100 % (75 % needed)" in said
    assert "What would change the band 19.7 points short of Leading (75):" in said
    assert "5.3 points above the lower limit (50); it would be lost with:" in said
    assert "How firm the band is" in said
    assert "Women: 50.0" not in said
    assert "None: no earlier audit was named" in said
    assert "Method 1, questionnaire pga 1.0.0. Policy steps:" in said


def test_an_item_of_people_tells_its_counts_and_its_sum(audit: Path) -> None:
    said = told(audit, "ST1-07")
    assert "62.5, in the words of the answers: between neither and agree (rule 4)." in said
    assert "Neither agree nor disagree 7 50.0 Agree 7 75.0" in said
    assert "Sum of points 875 / 14 answers = 62.5" in said
    assert "In its area ST1 (rule 2) Weight 1 x weight of its evidence 1." in said


def test_below_ten_answers_the_sum_stands_without_the_counts(audit: Path) -> None:
    said = told(audit, "ST1-08")
    assert "Sum of points 200 / 8 answers = 25.0 How many chose what is told from 10 answers up" in said
    assert "6 more gave no points" in said
    assert "Disagree" not in said


def test_an_item_that_was_looked_up_tells_its_arithmetic(audit: Path) -> None:
    said = told(audit, "ST1-05")
    assert "1/2 staff data decides: the last confirmed" in said
    assert "100 x 1 / 2 = 50" in said
    assert "few cases weigh less: 3 and more weigh 1, this weighs 2/3" in said
    assert "Weight 1 x weight of its evidence 2/3." in said


def test_what_is_not_rated_is_explained_and_ends_well(audit: Path) -> None:
    assert "Lost: nothing was collected. It stays in the coverage and leaves the mean" in told(
        audit, "ST2-01"
    )
    area = told(audit, "ST2")
    assert "Not rated, because only 0 of 7 items counted" in area
    assert "What is missing: 6 more items counted, of ST2-01" in area
    overall = told(audit, "overall")
    assert "Not rated, because only 1 of 12 areas are rated" in overall
    assert "What is missing: 8 more areas rated" in overall
    assert run("explain", audit).said == run("explain", audit, "overall").said
    assert "Not rated, because only 1 of 4 areas are rated" in told(audit, "staffing")
    assert "information only, never scored" in told(audit, "ST3-02").lower()


def test_an_empty_audit_can_be_explained(tmp_path: Path) -> None:
    path = begin(tmp_path / "empty.audit")
    for what in ("overall", "structure", "IA4", "IA4-01"):
        assert as_json(path, what)["score"] is None
        assert told(path, what)


@pytest.mark.parametrize(
    ("typed", "near"),
    [("ST1-7", "ST1-07"), ("ST11", "ST1"), ("stafing", "staffing"), ("xyz", "The areas are ST1, ST2")],
)
def test_an_unknown_id_is_refused_with_the_closest_ones(audit: Path, typed: str, near: str) -> None:
    ran = run("explain", audit, typed)
    assert ran.code == 2
    assert f"'{typed}' is nothing that pga rates." in ran.said
    assert near in ran.said


def test_json_says_the_same_as_score(audit: Path) -> None:
    scores = ratings(audit)
    area = as_json(audit, "ST1")
    rated = next(each for each in scores["areas"] if each["id"] == "ST1")
    assert {key: area[key] for key in ("score", "exact", "band", "coverage")} == {
        key: rated[key] for key in ("score", "exact", "band", "coverage")
    }
    assert area["made_from"]["questionnaire_sha256"] == scores["questionnaire"]["sha256"]
    assert all(
        len(area["made_from"][f"{each}_sha256"]) == 64 for each in ("questionnaire", "answers", "method")
    )
    assert (area["kind"], len(area["items"]), area["sensitivity"]["in_neither"]) == ("area", 9, [])


def test_the_hash_of_the_answers_follows_the_answers(audit: Path, tmp_path: Path) -> None:
    before = as_json(audit, "ST1")["made_from"]
    rows = write_answers(tmp_path / "more.csv", "d9,document_review,facilitator,,,,ST2-03,meeting,,")
    assert run("import", audit, rows).code == 0
    after = as_json(audit, "ST1")["made_from"]
    assert before["answers_sha256"] != after["answers_sha256"]
    assert before["method_sha256"] == after["method_sha256"]


def test_in_a_small_unit_no_item_of_people_is_told(tmp_path: Path) -> None:
    path = begin(tmp_path / "small.audit", staff="professional=5/5")
    rows = [f"s{n},survey,staff,,,,{item},agree,," for n in range(8) for item in ("ST1-07", "ST1-08")]
    assert run("import", path, write_answers(tmp_path / "s.csv", *rows)).code == 0
    said = told(path, "ST1-07")
    assert "A small unit: no item of people has a figure of its own" in said
    assert "Agree" not in said
    found = as_json(path, "ST1-07")
    assert (found["score"], found["n"], found["counts"], found["total"]) == (None, None, [], None)
    area = as_json(path, "ST1")
    assert [each["score"] for each in area["items"] if each["id"] in ("ST1-07", "ST1-08")] == [None, None]
    assert area["items"][-1]["id"] == "pooled"
    assert "what staff say, all items of people together: 8 people" in told(path, "ST1")


def test_the_example_can_be_explained_item_by_item(tmp_path: Path) -> None:
    path = begin(tmp_path / "b.audit", staff="professional=20/20")
    run("import", path, EXAMPLE)
    for what in ("SU1", "IA1-08", "SU1-03", "SU1-07", "ST4-04"):
        assert f"Why? {what}" in told(path, what)


def rated(path: Path, by: str, answer: str) -> None:
    rows = [f"D-{by}-{answer},document_review,facilitator,,,,SU2-04,{answer},,Plan"]
    ran = run("import", path, write_answers(path.with_name(f"{by}.csv"), *rows), "--by", by)
    assert ran.code == 0, ran.said


def test_two_ratings_that_nobody_settled_are_named_with_the_one_that_counts(audit: Path) -> None:
    rated(audit, "Anna", "meeting")
    assert "Rated differently" not in told(audit, "SU2-04")
    assert as_json(audit, "SU2-04")["unsettled"] is None
    rated(audit, "Ben", "missing")
    said = told(audit, "SU2-04")
    assert (
        "Rated differently by two facilitators and not settled: the later one counts (missing, not meeting)."
        in said
    )
    assert f"audit-engine review {audit} --agree" in said.replace("\n", " ")
    assert f"audit-engine explain {audit} SU2" in said.replace("\n", " ")
    assert as_json(audit, "SU2-04")["unsettled"] == {
        "values": ["meeting", "missing"],
        "counts": "missing",
        "why": "rated differently by two facilitators and not settled: the later one counts",
    }


def test_nothing_is_unsettled_where_two_rated_alike_or_one_person_rated_twice(audit: Path) -> None:
    rated(audit, "Anna", "meeting")
    rated(audit, "anna", "missing")
    assert as_json(audit, "SU2-04")["unsettled"] is None
    rated(audit, "Ben", "missing")
    assert as_json(audit, "SU2-04")["unsettled"] is None


def test_a_rating_after_the_agreement_is_unsettled_and_the_agreed_value_counts(audit: Path) -> None:
    rated(audit, "Anna", "meeting")
    rated(audit, "Ben", "missing")
    run("review", audit, "--agree", "--by", "Ben", typed="2\nA draft\n")
    assert as_json(audit, "SU2-04")["unsettled"] is None
    run("review", audit, "--by", "Anna", typed="g SU2-04\n4\nPlan\nq\n")
    assert (
        "Rated differently after two facilitators agreed on a value: the agreed one counts until it is "
        "settled (approaching, not " in told(audit, "SU2-04")
    )
    found = as_json(audit, "SU2-04")["unsettled"]
    assert found["counts"] == "approaching"
    assert {"exceeding", "missing", "approaching"} == set(found["values"])


def test_a_change_is_told_with_its_dead_zone_and_the_respondents_of_both_audits(
    audit: Path, tmp_path: Path
) -> None:
    later = begin(tmp_path / "later.audit")
    rows = [f"s{n},survey,staff,,,,{item},agree,," for n in range(20) for item in ("ST1-07", "ST1-08")]
    rows += [f"d1,staff_data,hr_officer,,,,ST1-0{n},9/10,," for n in (4, 5)]
    rows += [f"d1,staff_data,hr_officer,,,,ST1-0{n},women=9 men=10,," for n in (1, 2, 3)]
    assert run("import", later, write_answers(tmp_path / "later.csv", *rows)).code == 0
    assert run("report", audit, tmp_path / "first.xlsx").code == 0
    assert run("score", later, "--baseline", audit).code == 0
    zone = "Dead zone 15 points: a smaller change counts as unchanged, with 20 respondents now and 14 then"
    for what in ("ST1", "ST1-07"):
        assert zone in told(later, what)
    found = as_json(later, "ST1")
    assert (found["respondents"], found["baseline"]["dead_zone"]) == ({"now": 20, "then": 14}, 15)
    assert found["objective_change"]["dead_zone"] == 5
    assert "A fact has no dead zone" in told(later, "ST1-04")


def test_the_hash_of_the_answers_stands_whole_on_the_screen(audit: Path) -> None:
    made = as_json(audit, "ST1")["made_from"]
    lines = [line.strip() for line in run("explain", audit, "ST1").out.splitlines()]
    assert {made["questionnaire_sha256"], made["answers_sha256"], made["method_sha256"]} <= set(lines)
