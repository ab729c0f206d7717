"""The benchmark file of the bureau: what is read from it, and what is refused with which words."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_engine.judging.benchmark import read_benchmark
from questionnaires.errors import ExitCode, UserError
from scoring.benchmark import Benchmark, Distribution, Group
from tests.worked_cases import PGA

EXAMPLE = Path(__file__).parent.parent / "docs" / "example-benchmark.json"


def distribution(**changed: Any) -> dict[str, Any]:
    return {"units": 12, "lower_quartile": 40, "median": 50.5, "upper_quartile": 60} | changed


def group(**changed: Any) -> dict[str, Any]:
    plain = {"region": None, "unit_type": None, "units": 14, "overall": distribution()}
    return plain | {"areas": {"ST1": distribution()}} | changed


def whole(*groups: Any, **changed: Any) -> dict[str, Any]:
    return {
        "schema": "audit-engine-benchmark",
        "schema_version": 1,
        "made": "2026-01-31",
        "questionnaire": "pga",
        "method": "1",
        "groups": list(groups) or [group()],
    } | changed


def written(folder: Path, told: object) -> Path:
    path = folder / "benchmark.json"
    path.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    return path


def read(folder: Path, told: object) -> Benchmark:
    return read_benchmark(written(folder, told), PGA)


def refused(folder: Path, told: object) -> UserError:
    with pytest.raises(UserError) as caught:
        read(folder, told)
    assert caught.value.code == ExitCode.BAD_INPUT
    assert "benchmark.json" in caught.value.message
    assert caught.value.remedy
    assert all(problem.where and problem.remedy for problem in caught.value.problems)
    return caught.value


def mistakes(folder: Path, told: object) -> list[str]:
    return [f"{problem.where}: {problem.message}" for problem in refused(folder, told).problems]


def test_the_example_of_the_documentation_can_be_read() -> None:
    found = read_benchmark(EXAMPLE, PGA)
    assert [(each.region, each.unit_type, each.units) for each in found.groups] == [
        (None, None, 41),
        ("africa", None, 14),
        (None, "field_office", 23),
        ("africa", "field_office", 8),
    ]
    assert "SU1" not in found.groups[3].areas


def test_figures_are_read_exactly(tmp_path: Path) -> None:
    found = read(tmp_path, whole(group(region="africa", overall=None)))
    others = Distribution(12, Fraction(40), Fraction(101, 2), Fraction(60))
    assert found == Benchmark("2026-01-31", "pga", "1", (Group("africa", None, 14, None, {"ST1": others}),))


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + json.dumps(whole())).made == "2026-01-31"


def test_a_file_may_hold_no_group_at_all(tmp_path: Path) -> None:
    assert read(tmp_path, whole(groups=[])).groups == ()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (whole(made="31.1.2026"), 'made: is "31.1.2026", not a day.'),
        (whole(made="20260131"), 'made: is "20260131", not a day.'),
        (whole(made=20260131), "made: is 20260131, not a day."),
        (whole(groups={}), "groups: is an object, not a list in [ ]."),
        (whole("africa"), 'group 1: is "africa", not an object in { }.'),
        (whole(group(region="Africa")), 'group 1, region: is "Africa".'),
        (whole(group(unit_type=["project"])), "group 1, unit_type: is a list."),
        (whole(group(region=False)), "group 1, region: is false."),
        (whole(group(units=4)), "group 1, units: is 4, not a whole number of 5 or more."),
        (whole(group(units=True)), "group 1, units: is true, not a whole number of 5 or more."),
        (whole(group(units="14")), 'group 1, units: is "14", not a whole number of 5 or more.'),
        (whole(group(units=14.5)), "group 1, units: is 14.5, not a whole number of 5 or more."),
        (whole(group(units=11, areas={})), "group 1, overall: has 12 units of a group of 11."),
        (whole(group(overall=50)), "group 1, overall: is 50, not an object in { }."),
        (whole(group(areas=[])), "group 1, areas: is a list, not an object in { }."),
        (whole(group(areas=None)), "group 1, areas: is null, not an object in { }."),
        (
            whole(group(areas={"ST9": distribution()})),
            'group 1, areas: has "ST9", which is no area of this audit.',
        ),
        (whole(group(areas={"ST1": None})), "group 1, area ST1: is null, not an object in { }."),
        (
            whole(group(areas={"ST1": distribution(units=4)})),
            "group 1, area ST1, units: is 4, not a whole number of 5 or more.",
        ),
        (
            whole(group(overall=distribution(median=100.5))),
            "group 1, overall, median: is 100.5, not a figure from 0 to 100.",
        ),
        (
            whole(group(overall=distribution(median=-1))),
            "group 1, overall, median: is -1, not a figure from 0 to 100.",
        ),
        (
            whole(group(overall=distribution(median=None))),
            "group 1, overall, median: is null, not a figure from 0 to 100.",
        ),
        (
            whole(group(overall=distribution(median=39))),
            "group 1, overall: has quartiles out of order.",
        ),
        (
            whole(group(overall=distribution(median=61))),
            "group 1, overall: has quartiles out of order.",
        ),
        (
            whole(group(overall=distribution(minimum=3))),
            "group 1, overall: has `minimum`, which cannot stand here.",
        ),
        (whole(group(), group()), "group 2: is for the same units as group 1."),
        (whole(by="HQ"), "the file: has `by`, which cannot stand here."),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, told: Any, expected: str) -> None:
    assert mistakes(tmp_path, told) == [expected]


@pytest.mark.parametrize("name", ["made", "questionnaire", "method", "groups", "schema_version"])
def test_every_key_of_the_file_must_be_there(tmp_path: Path, name: str) -> None:
    told = whole()
    del told[name]
    assert mistakes(tmp_path, told) == [f"the file: lacks `{name}`."]


@pytest.mark.parametrize("name", ["region", "unit_type", "units", "overall", "areas"])
def test_every_key_of_a_group_must_be_there(tmp_path: Path, name: str) -> None:
    told = group()
    del told[name]
    assert mistakes(tmp_path, whole(told, group(region="africa"))) == [f"group 1: lacks `{name}`."]


@pytest.mark.parametrize("name", ["units", "lower_quartile", "median", "upper_quartile"])
def test_every_key_of_a_distribution_must_be_there(tmp_path: Path, name: str) -> None:
    told = distribution()
    del told[name]
    assert mistakes(tmp_path, whole(group(overall=told))) == [f"group 1, overall: lacks `{name}`."]


def test_the_smallest_and_the_extreme_figures_are_allowed(tmp_path: Path) -> None:
    ends = distribution(units=5, lower_quartile=0, median=0, upper_quartile=100)
    found = read(tmp_path, whole(group(units=5, overall=ends, areas={})))
    assert found.groups[0].overall == Distribution(5, Fraction(0), Fraction(0), Fraction(100))


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    told = whole(group(region="Mars", units=3), group(overall=distribution(median="x")), made="yesterday")
    assert [place.split(":")[0] for place in mistakes(tmp_path, told)] == [
        "made",
        "group 1, region",
        "group 1, units",
        "group 2, overall, median",
    ]


@pytest.mark.parametrize(
    ("wrong", "number", "more"),
    [
        (1, "1 mistake.", ""),
        (10, "10 mistakes.", ""),
        (11, "11 mistakes.", "... and 1 more. "),
        (49, "49 mistakes.", "... and 39 more. "),
        (200, "at least 50 mistakes.", "... and at least 40 more. "),
    ],
)
def test_the_first_ten_mistakes_are_named_and_the_others_counted(
    tmp_path: Path, wrong: int, number: str, more: str
) -> None:
    error = refused(tmp_path, whole(*["x"] * wrong))
    assert error.message.endswith(f"cannot be used as a benchmark: {number}")
    assert [problem.where for problem in error.problems] == [
        f"group {n}" for n in range(1, min(wrong, 10) + 1)
    ]
    assert error.remedy.startswith(f"{more}Ask the bureau for the file again")


def test_a_key_that_stands_twice_is_named_with_its_place(tmp_path: Path) -> None:
    told = json.dumps(whole()).replace('"ST1": {', '"ST1": {"units": 6, ')
    assert mistakes(tmp_path, told) == ["group 1, area ST1: has `units` twice."]
    told = json.dumps(whole()).replace('"areas": {', f'"areas": {{"ST1": {json.dumps(distribution())}, ')
    assert mistakes(tmp_path, told) == ["group 1, areas: has `ST1` twice."]


def test_a_key_that_is_nearly_right_is_guessed(tmp_path: Path) -> None:
    told = refused(tmp_path, whole(group(unit_typ=None)))
    assert [problem.remedy for problem in told.problems] == ["Did you mean `unit_type`?"]


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "5e1", "1e999999999", "0." + "3" * 5000])
def test_a_number_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    told = json.dumps(whole()).replace("50.5", text, 1)
    (said,) = mistakes(tmp_path, told)
    assert said.startswith(f"group 1, overall, median: is {text[:30]}")
    assert said.endswith("not a figure from 0 to 100.")
    assert len(said) < 120


def test_a_number_of_thousands_of_digits_is_refused(tmp_path: Path) -> None:
    told = json.dumps(whole()).replace('"units": 14', f'"units": {"9" * 9000}')
    assert mistakes(tmp_path, told)[0].endswith("not a whole number of 5 or more.")


@pytest.mark.parametrize(
    ("changed", "place", "remedy"),
    [
        ({"questionnaire": "other"}, "questionnaire", "This audit is by `pga`"),
        ({"method": "2"}, "method", "This audit is rated by method 1"),
        ({"method": 1}, "method", "This audit is rated by method 1"),
        ({"schema_version": 2}, "schema_version", "This program reads version 1"),
        ({"schema_version": True}, "schema_version", "This program reads version 1"),
        ({"schema_version": "1"}, "schema_version", "This program reads version 1"),
    ],
)
def test_a_file_for_other_audits_is_refused_before_anything_else(
    tmp_path: Path, changed: dict[str, Any], place: str, remedy: str
) -> None:
    told = refused(tmp_path, whole(group(units=1), **changed))
    assert [problem.where for problem in told.problems] == [place]
    assert told.problems[0].remedy.startswith(remedy)


@pytest.mark.parametrize("told", ["[]", "{}", "null", "7", '"x"', '{"schema": "other"}', '{"schema": {}}'])
def test_what_is_no_benchmark_at_all_is_called_so(tmp_path: Path, told: str) -> None:
    assert "is no benchmark file" in refused(tmp_path, told).message


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("", "line 1, column 1"),
        ("{", "line 1, column 2"),
        ('{"schema": "x",\n}', "line 2, column 1"),
        ("{} {}", "line 1, column 4"),
        ("{'schema': 1}", "line 1, column 2"),
        ('{"a": "\\', "line 1, column 7"),
        ("]]]]", "line 1, column 1"),
    ],
)
def test_what_is_no_json_is_refused_with_line_and_column(tmp_path: Path, told: str, where: str) -> None:
    message = refused(tmp_path, told).message
    assert "is no JSON file" in message
    assert where in message


@pytest.mark.parametrize(
    "told",
    ["[" * 100_000, '{"a":' * 100_000, '["\\"]", ' + "[" * 100_000, '"' + "[" * 5 + '"' + "[" * 100_000],
)
def test_what_is_nested_without_end_is_refused(tmp_path: Path, told: str) -> None:
    assert "more than 20 levels" in refused(tmp_path, told).message


def test_brackets_in_texts_are_no_levels(tmp_path: Path) -> None:
    assert mistakes(tmp_path, whole(made="[" * 30 + '"' + "{" * 30))[0].startswith("made: is ")


@pytest.mark.parametrize("text", ['"\\"' * 200_000, '{"a": "' + '\\"' * 400_000, '"' * 500_001])
def test_a_text_that_never_ends_is_refused_at_once(tmp_path: Path, text: str) -> None:
    assert "is no JSON file" in refused(tmp_path, text).message


def test_many_keys_twice_are_found_at_once(tmp_path: Path) -> None:
    keys = ", ".join(f'"k{number % 30_000}": 0' for number in range(60_000))
    told = json.dumps(whole()).replace('"made"', keys + ', "made"')
    assert len(mistakes(tmp_path, told)) == 10


def test_a_file_of_exactly_1_mib_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    told = json.dumps(whole())
    full = told + " " * (1024 * 1024 - len(told))
    assert read(tmp_path, full).made == "2026-01-31"
    assert "larger than 1 MiB" in refused(tmp_path, full + " ").message


def test_a_file_that_is_not_there_ends_with_1(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_benchmark(tmp_path / "none.json", PGA)
    assert caught.value.code == ExitCode.NOT_NOW


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path, "is not a file"),
        (Path("/dev/zero"), "is not a file"),
        (tmp_path / "x\0y", "cannot be read"),
        (tmp_path / ("x" * 300), "cannot be read"),
    ):
        with pytest.raises(UserError) as caught:
            read_benchmark(path, PGA)
        assert (caught.value.code, words in caught.value.message) == (ExitCode.BAD_INPUT, True)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "benchmark.json"
    path.write_bytes(b'{"schema": "\xff"}')
    with pytest.raises(UserError, match="not UTF-8 text: byte 12"):
        read_benchmark(path, PGA)


SCRAPS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def anywhere(draw: Callable[[Any], Any], node: Any) -> Any:
    """The same with one part somewhere replaced by a scrap."""
    if not isinstance(node, dict | list) or not node or draw(st.booleans()):
        return draw(SCRAPS)
    keys = list(node) if isinstance(node, dict) else range(len(node))
    place = draw(st.sampled_from(list(keys)))
    copy = node.copy()
    copy[place] = anywhere(draw, node[place])
    return copy


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_stands_anywhere_is_read_or_refused_in_words(tmp_path: Path, data: st.DataObject) -> None:
    told = json.dumps(anywhere(data.draw, whole(group(), group(region="africa"))))
    with contextlib.suppress(UserError):
        assert isinstance(read(tmp_path, told), Benchmark)
