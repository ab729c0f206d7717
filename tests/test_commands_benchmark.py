"""`score --benchmark FILE`: where other units stand, and what `score` says of aims and changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from audit_engine.auditfile import AuditFile
from tests.running import begin, ratings, run

DOCS = Path(__file__).parent.parent / "docs"
BENCHMARK = DOCS / "example-benchmark.json"


def filled(folder: Path, *options: str) -> Path:
    path = begin(folder / "a.audit", *options)
    assert run("import", path, DOCS / "example-answers.csv").code == 0
    return path


def beside(path: Path, *options: str) -> dict[str, Any]:
    told = run("score", path, "--benchmark", BENCHMARK, "--format", "json", *options)
    assert told.code == 0, told.said
    found: dict[str, Any] = json.loads(told.out)["benchmark"]
    return found


def test_the_finest_group_is_used_and_named(tmp_path: Path) -> None:
    path = filled(tmp_path, "--region", "africa", "--unit-type", "field_office")
    told = run("score", path, "--benchmark", BENCHMARK)
    assert told.code == 0
    assert "Benchmark of 2026-01-31: 8 units (field office; Africa)." in told.said
    assert "It is no rating and no league table." in told.said
    assert "was not named" not in told.said
    found = beside(path)
    assert found["group"] == {"region": "africa", "unit_type": "field_office", "units": 8}
    assert (found["kind"], found["made"]) == ("benchmark", "2026-01-31")
    rated = {row["id"]: row["score"] for row in ratings(path)["areas"]}
    for row in found["standings"][1:]:
        score = rated[row["id"]]
        assert row["place"] == place(score, row) if row["units"] else row["reason"] == "too few other units"
    assert [row["id"] for row in found["standings"] if row["units"] is None] == ["SU1"]


def place(score: float, row: dict[str, Any]) -> str:
    if score < row["lower_quartile"]:
        return "below the lower quarter"
    return "above the upper quarter" if score > row["upper_quartile"] else "in the middle half"


def test_a_unit_without_region_and_type_is_beside_all_and_told_why(tmp_path: Path) -> None:
    path = filled(tmp_path)
    told = run("score", path, "--benchmark", BENCHMARK)
    assert "41 units (all types of unit; all regions)" in told.said
    assert "The unit's region and type was not named: audit-engine edit --region, --unit-type." in told.said
    assert beside(path)["group"] == {"region": None, "unit_type": None, "units": 41}


def test_one_area_stands_alone(tmp_path: Path) -> None:
    path = filled(tmp_path)
    told = run("score", path, "--area", "ST1", "--benchmark", BENCHMARK)
    table = told.out.split("Beside other units")[1]
    assert ("ST1" in table, "ST2" in table, "can be compared" in table) == (True, False, False)
    assert [row["id"] for row in beside(path, "--area", "ST1")["standings"]] == ["ST1"]


def test_an_audit_without_a_group_in_the_file_is_told_so(tmp_path: Path) -> None:
    path = filled(tmp_path, "--region", "americas")
    told = json.loads(BENCHMARK.read_text("utf-8"))
    told["groups"] = [each for each in told["groups"] if each["region"] == "africa"]
    other = tmp_path / "africa.json"
    other.write_text(json.dumps(told), "utf-8")
    ran = run("score", path, "--benchmark", other)
    assert (ran.code, "holds no group that this unit belongs to" in ran.said) == (0, True)
    found = json.loads(run("score", path, "--benchmark", other, "--format", "json").out)["benchmark"]
    assert (found["group"], found["comparable"], found["standings"]) == (None, None, [])


def test_an_empty_audit_has_no_place(tmp_path: Path) -> None:
    found = beside(begin(tmp_path / "a.audit"))
    assert {(row["place"], row["reason"]) for row in found["standings"]} == {(None, "not rated")}
    assert found["comparable"] == "0 of 13"


def test_without_the_option_nothing_is_said_of_other_units(tmp_path: Path) -> None:
    path = filled(tmp_path)
    assert "Beside other units" not in run("score", path).said
    assert "benchmark" not in ratings(path)


def test_a_wrong_file_shows_nothing_changes_nothing_and_names_every_mistake(tmp_path: Path) -> None:
    earlier = filled(tmp_path)
    path = begin(tmp_path / "b.audit")
    wrong = tmp_path / "wrong.json"
    text = BENCHMARK.read_text("utf-8").replace('"units": 41,', '"units": 4,', 1)
    wrong.write_text(text.replace('"africa"', '"Africa"'), "utf-8")
    ran = run("score", path, "--baseline", earlier, "--benchmark", wrong)
    assert (ran.code, ran.out) == (2, "")
    assert "wrong.json cannot be used as a benchmark: 3 mistakes." in ran.said
    assert 'group 2, region: is "Africa". Write africa, americas' in ran.said
    assert "Ask the bureau for the file again" in ran.said
    with AuditFile(path) as opened:
        assert opened.earlier() is None
    assert run("score", path, "--benchmark", tmp_path / "none.json").code == 1


def test_one_area_tells_its_aims_its_parity_and_the_change_of_documents_and_people(tmp_path: Path) -> None:
    earlier = filled(tmp_path)
    assert run("report", earlier, tmp_path / "a.xlsx").code == 0
    later = begin(tmp_path / "b.audit")
    run("import", later, DOCS / "example-answers.csv")
    assert run("score", later, "--baseline", earlier).code == 0
    told = run("score", later, "--area", "ST1").said
    assert "Documents: 0.0, unchanged, 7 of 7 items comparable (under 5 points is no change)." in told
    assert "What staff say: 0.0, unchanged, 2 of 2 items comparable (under 10 points is no change)." in told
    assert "aim of 2010 of the whole organisation, a reference only: 50 % women; today" in told
    assert "percentage points from parity" in told
    assert (
        "28 % men (2006) in the whole organisation, a reference only."
        in run("score", later, "--area", "IA1").said
    )
    found = ratings(later)
    area = found["areas"][0]
    assert area["objective_change"]["status"] == area["perception_change"]["status"] == "unchanged"
    item = next(row for row in found["items"] if row["id"] == "ST1-01")
    assert (item["target"]["kind"], item["target"]["level"], item["target"]["by"]) == (
        "target",
        "organisation",
        "2010",
    )
    assert set(item["parity"]) == {"distance", "fewer"}
    reference = next(row for row in found["items"] if row["id"] == "IA1-02")["organisation"]
    assert (reference["level"], reference["value"], reference["period"]) == ("organisation", 28.0, "2006")


def test_an_area_without_a_baseline_tells_no_change(tmp_path: Path) -> None:
    told = run("score", filled(tmp_path), "--area", "SU2").said
    assert "Changed since the previous audit" not in told
    assert "Aims and parity" not in told
