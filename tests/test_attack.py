"""What an attacker with linear programming learns from finished publications (docs/method.md, rule 8).

`python -m tests.attack.run` does the same at length.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping

import pytest

import scoring.groups
from scoring.collected import Collected
from scoring.evidence import Group
from tests.attack.equations import Equations, intervals
from tests.attack.measured import Measured, measured
from tests.attack.moods import asked
from tests.attack.publishing import always_fresh, published
from tests.attack.units import QUESTIONNAIRE, SMALL_UNIT, Audit, Person, Unit, unit


def tell(capsys: pytest.CaptureFixture[str], what: str, found: Measured) -> None:
    """Both shares, also when the test passes."""
    with capsys.disabled():
        print(f"\n{what}: {found.words}", file=sys.stderr)


def units(first: int, number: int) -> list[Unit]:
    return [unit(each) for each in range(first, first + number)]


@pytest.mark.parametrize("first", [0, 1000])
def test_few_hidden_people_are_hardly_narrowed_in_a_thousand_units(
    first: int, capsys: pytest.CaptureFixture[str]
) -> None:
    found = measured([published(one) for one in units(first, 1000)])
    tell(capsys, "As published", found)
    assert found.misread == ()
    assert found.recovered == 0, found.worst
    assert found.units.within, (found.words, found.worst)
    assert found.items.within, (found.words, found.worst)


def test_without_the_release_rule_the_attacker_succeeds(capsys: pytest.CaptureFixture[str]) -> None:
    several = [one for one in units(0, 80) if one.audits[0].releases > 1]
    found = measured([published(one, always_fresh) for one in several])
    tell(capsys, "Every release with fresh figures", found)
    assert found.misread == ()
    assert found.recovered > len(several) / 10
    assert not found.units.within
    assert found.units.narrow > len(several) / 4


def everybody(collected: Collected, people: Mapping[Group, int]) -> frozenset[Group]:
    """A variant that counts nobody who is left over."""
    return frozenset(("woman", "man"))


def test_without_the_rule_on_hidden_people_the_attacker_succeeds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scoring.groups, "shown_groups", everybody)
    monkeypatch.setattr(scoring.groups, "_same_people", lambda *_: True)
    large = [unit(each, "exact") for each in range(100)]
    large = [one for one in large if one.audits[0].staff >= SMALL_UNIT]
    found = measured([published(one) for one in large])
    tell(capsys, "Exact figures with anybody left over", found)
    assert found.misread == ()
    assert found.recovered > 0
    assert not found.units.within
    assert found.units.narrow > len(large) / 10


def test_three_printed_means_give_the_fourth_person_away() -> None:
    """All 54.4, women 50.0, men 62.5: of 21 women and 18 men, and one more who said 0."""
    printed = Equations()
    for group, number in (("women", 21), ("men", 18), ("x", 1)):
        printed.unknown(group, 0, 100 * number)
    printed.says({"women": 1 / 21}, 50, 50, "women")
    printed.says({"men": 1 / 18}, 62.5, 62.5, "men")
    printed.says({"women": 1 / 40, "men": 1 / 40, "x": 1 / 40}, 54.375, 54.375, "all")
    [[left]] = intervals([(printed, [{"x": 1.0}])])
    assert left.low == pytest.approx(0)
    assert left.high == pytest.approx(0)


def test_the_same_means_in_steps_of_five_leave_half_of_the_scale_open() -> None:
    """At most 40 x 54.45 - 21 x 47.5 - 18 x 62.5 = 55.5, and any number of points less."""
    printed = Equations()
    for group, number in (("women", 21), ("men", 18), ("x", 1)):
        printed.unknown(group, 0, 100 * number)
    printed.says({"women": 1 / 21}, 47.5, 52.5, "women")
    printed.says({"men": 1 / 18}, 62.5, 67.5, "men")
    printed.says({"women": 1 / 40, "men": 1 / 40, "x": 1 / 40}, 54.35, 54.45, "all")
    [[left]] = intervals([(printed, [{"x": 1.0}])], wide=100)
    assert left.low == pytest.approx(0)
    assert left.high == pytest.approx(55.5)


def alike(place: int, people: int) -> Audit:
    """An audit of a unit of ten where everybody gives the same answer everywhere."""
    form = {item.id: place for item in asked(QUESTIONNAIRE)}
    documents = {"A-8": "exceeding", "A-9": "exceeding", "B-8": "exceeding"}
    return Audit(10, (Person("x", (form,)),) * people, documents, 1)


@pytest.mark.parametrize("place", [4, 0], ids=["everybody at the top", "everybody at the bottom"])
def test_the_baseline_of_a_later_audit_does_not_undo_the_end_guard(place: int) -> None:
    """Six people gave the highest answer: ">= 90" leaves them 50 points to share, then and ever after."""
    found = published(Unit(0, "steps", (alike(place, 6), alike(2, 6)))).attack
    sums = {name: 1.0 for name in found.equations.unknowns if getattr(name[0], "audit", None) == 0}  # type: ignore[index]
    [by_area] = intervals([(found.equations, [of_area(sums, area) for area in ("A", "B")])], wide=math.inf)
    for left in by_area:
        assert left.width * 6 >= 50


def of_area(sums: Mapping[object, float], area: str) -> dict[object, float]:
    """The mean of all answers of an area."""
    mine = [name for name in sums if str(name[1]).startswith(area)]  # type: ignore[index]
    answers = 6 * len(
        [item for item in asked(QUESTIONNAIRE) if item.id.startswith(area) and item.id != "A-6"]
    )
    return dict.fromkeys(mine, 1 / answers)
