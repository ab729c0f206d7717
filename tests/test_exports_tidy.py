"""What stands in the CSV files of an export."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from exports import Report
from exports.compose import compose
from exports.report import Advice, Answered, Line, NotRating, Progressed
from exports.tidy.as_csv import as_csv
from exports.tidy.figures import REASONS, split, why
from exports.tidy.tables import tables
from questionnaires.library import load
from scoring.people import of_staff
from scoring.published_figure import SIGNS
from tests.made_up_report import earlier, empty_report, evidence, material, report
from tests.tidy import DAY, columns, named, rows, with_identity


def test_an_area_is_a_row_with_its_figures_as_numbers(tmp_path: Path) -> None:
    found = report(40, before=earlier(40))
    (first, *others) = named("areas", found)
    line = found.areas[0].line
    assert len(others) == 11
    assert (first["area"], first["area_title"]) == ("ST1", line.title)
    assert isinstance(line.score, Fraction)
    assert float(first["score"]) == float(line.score)
    assert first["score_sign"] == first["score_reason"] == ""
    assert first["band"] == line.band.split(" ", 1)[1]
    assert int(first["band_place"]) == line.band.count("■")


def test_a_figure_at_the_end_of_the_scale_is_a_number_with_its_side_in_a_column_of_its_own() -> None:
    for text, number_, sign in (
        (">= 95", 95, ">="),
        ("<= 5", 5, "<="),
        ("about 40.5", Fraction(81, 2), "about"),
    ):
        assert (split(text).number, split(text).sign, split(text).reason) == (number_, sign, "")


def test_an_empty_figure_says_why_and_never_stands_for_nought() -> None:
    assert (split("not shown").number, split("not shown").reason) == (None, "not shown")
    assert (split(None).number, split(None).reason) == (None, "no figure")
    assert (split(Fraction(0)).number, split(Fraction(0)).reason) == (0, "")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (Line("ST1", "", why="not rated: not enough evidence"), "not enough evidence"),
        (Line("", "", why="not rated: not enough evidence (3 areas are rated)"), "not enough evidence"),
        (Line("ST1-01", "", why="documents not given"), "documents not given"),
        (Line("ST1-01", "", why="not applicable"), "not applicable"),
        (Line("ST1-01", "", why="Information only. 12"), "information only"),
        (Line("ST3-06", "", band="■■□ Established", why="Survey"), "band only"),
        (Line("ST3-06", "", why="Survey"), "no figure"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_reason_is_the_one_that_the_workbook_prints(line: Line, reason: str) -> None:
    assert why(line) == reason


@pytest.mark.parametrize("staff", [12, 40, 400])
def test_exactly_the_empty_figures_have_a_reason_and_it_is_one_of_those_told(staff: int) -> None:
    for table in tables(report(staff)):
        figures = [one.name for one in table.variables if f"{one.name}_reason" in columns(table)]
        for row in rows(as_csv(table)):
            for name in figures:
                assert (row[name] == "") == (row[f"{name}_reason"] != "")
                assert row[f"{name}_reason"] in ("", *REASONS)
                assert row[f"{name}_sign"] in ("", *SIGNS)
                assert row[name] not in ("-1", "99", "999")


def test_every_area_without_a_rating_says_why() -> None:
    found = named("areas", empty_report())
    assert {row["score"] for row in found} == {""}
    assert {row["score_reason"] for row in found} == {"not enough evidence"}


def test_women_and_men_are_rows_and_who_is_not_shown_is_an_empty_cell_with_its_reason() -> None:
    found = named("groups", compose(material(40, collected=evidence(40, women=3))))
    assert [row["group"] for row in found] == ["women", "men"] * 12
    women = [row for row in found if row["group"] == "women" and row["perception_reason"] == "not shown"]
    assert women
    assert {row["perception"] for row in women} == {""}


def test_items_of_people_stand_in_the_words_of_the_answers_and_others_in_their_band() -> None:
    found = {row["item"]: row for row in named("items", report(40))}
    assert found["ST1-07"]["answer"]
    assert found["ST1-07"]["band"] == found["ST1-07"]["band_place"] == ""
    assert found["ST1-06"]["answer"] == ""
    assert found["ST1-06"]["band"]
    assert found["ST3-06"]["score_reason"] in ("band only", "not shown")


def test_a_small_unit_has_no_row_of_an_item_that_staff_answered() -> None:
    """But for those on which a group agreed in public."""
    listed = {row["item"] for row in named("items", report(12))}
    items = load("pga", "1.0.0").questionnaire.items.values()
    asked = {item.id for item in items if of_staff(item) and "workshop" not in item.instruments}
    assert "ST1-06" in listed
    assert "ST1-07" in asked
    assert listed & asked == set()
    assert "" not in listed


def test_a_recommendation_keeps_its_reference_and_has_the_units_answer_and_progress() -> None:
    advice = (
        Advice("R1", "accepted", "ST1 Parity", "Do it", "high", "ST1-01", "Head", DAY, ref="REC-ST1-1"),
        Advice("R2", "proposed", "", "Do that", "", "", "", "within 90 days", ref="TEAM-3"),
    )
    found = replace(
        report(40),
        advice=advice,
        answered={
            "REC-ST1-1": Answered("partly accepted", "Next year", "Ada Example", date(2027, 3, 31), "yes")
        },
        progressed={"REC-ST1-1": Progressed("in progress", "Draft", date(2026, 12, 1))},
    )
    first, second = named("recommendations", found)
    assert (first["ref"], first["due"], first["due_words"]) == ("REC-ST1-1", "2026-04-01", "")
    assert (first["response"], first["response_due"], first["budget"]) == (
        "partly accepted",
        "2027-03-31",
        "yes",
    )
    assert (first["progress"], first["progress_day"]) == ("in progress", "2026-12-01")
    assert "Ada Example" not in str(first)
    assert (second["ref"], second["due"], second["due_words"]) == ("TEAM-3", "", "within 90 days")
    assert (second["response"], second["progress"]) == ("", "no update")


def test_who_was_heard_is_counted_by_sex_only_where_the_workbook_does() -> None:
    found = named("heard", report(40))
    assert [(row["group"], row["people"]) for row in found if row["source"] == "Workshop"] == [
        ("women", "9"),
        ("men", "8"),
    ]
    assert {row["group"] for row in found if row["source"].startswith("Interviews")} == {"all"}
    assert [row["people"] for row in found if row["source"] == "Survey"] == ["30", "40"]


def test_more_forms_than_people_are_counted_as_they_are() -> None:
    more = named("heard", with_survey("41 forms, 40 people invited"))
    assert [(row["group"], row["people"]) for row in more] == [("all", "41"), ("invited", "40")]
    assert named("heard", with_survey("None: the unit is too small for one.")) == []


def with_survey(text: str) -> Report:
    found = report(40)
    (fact,) = found.heard.survey
    return replace(found, heard=replace(found.heard, survey=(replace(fact, text=text),), rows=()))


def test_shares_of_people_who_gave_no_rating_are_numbers_with_their_side() -> None:
    found = report(40)
    not_rating = (NotRating("ST1-07", "What", "15 %", "<= 10 %", ">= 90 %"),)
    shares = named("no_rating", replace(found, heard=replace(found.heard, not_rating=not_rating)))
    assert [(row["answer"], row["share"], row["share_sign"]) for row in shares] == [
        ("dk", "15", ""),
        ("na", "10", "<="),
        ("pnts", "90", ">="),
    ]


def test_every_row_names_its_audit_and_release_so_that_files_of_many_can_be_joined() -> None:
    for table in tables(with_identity(report(40)))[:-1]:
        for row in rows(as_csv(table)):
            assert (row["audit"], row["release"]) == ("audit-3f3f3f3f3f3f3f3f", "1")
