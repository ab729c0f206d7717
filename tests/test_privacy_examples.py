"""The examples of tests/privacy_examples.yaml: what is printed, and what an attacker is left with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from scoring.evidence import Group, Policy, Pool, Spread, Tally
from scoring.release import publishable
from tests.attack.attacker import Attack
from tests.attack.equations import Interval, intervals
from tests.attack.known import Name
from tests.attack.publications import Cells
from tests.attack.publishing import Published, ReleaseRule, always_fresh, published
from tests.attack.units import Audit, Person, Unit
from tests.worked_cases import questionnaire_of

EXAMPLES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("privacy_examples.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)
AREA = questionnaire_of({"items": {"A-1 to A-4": "agree5 survey"}})
ITEMS = tuple(AREA.items)
ANSWERS = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
GROUPS: dict[str, Group] = {"women": "woman", "woman": "woman", "men": "man", "man": "man"}
POLICIES: tuple[Policy, ...] = ("steps", "exact")
CASES = [(one["example"], one, policy) for one in EXAMPLES for policy in POLICIES]


def made(example: Mapping[str, Any], policy: Policy, rule: ReleaseRule = publishable) -> Published:
    """Everything that the example publishes, under a policy."""
    releases = len(example["printed"])
    people = [each for entry in example["people"] for each in those(entry, releases)]
    audit = Audit(int(example.get("staff", 20)), tuple(people), {}, releases)
    return published(Unit(0, policy, (audit,)), rule, AREA)


def those(entry: Mapping[str, str], releases: int) -> list[Person]:
    """`2 women, from release 2: agree` as persons."""
    ((who, said),) = entry.items()
    number, group, first, only = re.findall(
        r"(\d+) (\w+)(?:, from release (\d+))?(?:, only release (\d+))?", who
    )[0]
    form = {} if said == "nothing" else dict.fromkeys(ITEMS, ANSWERS.index(said))
    inside = range(int(only), int(only) + 1) if only else range(int(first or 1), releases + 1)
    answers = tuple(form if release in inside else None for release in range(1, releases + 1))
    return [Person(GROUPS.get(group, "x"), answers)] * int(number)


def line(cells: Cells, policy: Policy) -> dict[str, str]:
    """The figures of an area as a workbook prints them: women and men whole, or with policy exact a tenth."""

    def text(value: float | str | None, decimals: int) -> str:
        return "nothing" if value is None else value if isinstance(value, str) else f"{value:.{decimals}f}"

    decimals = 1 if policy == "exact" else 0
    return {
        "all": text(cells.perception, 1),
        "women": text(cells.women, decimals),
        "men": text(cells.men, decimals),
    }


def left(attack: Attack, who: str) -> Interval:
    """Between what the mean of some people lies after everything is read."""
    wanted, _, since = who.partition(" from release ")
    group = GROUPS.get(wanted, "x")
    names = [
        crowd.name
        for crowd in attack.audits[0].known.crowds
        if crowd.answers and crowd.name.group == group and str(crowd.name.releases[0]) == (since or "1")
    ]
    return mean_of(attack, names)


def mean_of(attack: Attack, names: list[Name]) -> Interval:
    counts = {
        (crowd.name, item): answers
        for crowd in attack.audits[0].known.crowds
        for item, answers in crowd.answers.items()
        if crowd.name in names
    }
    [[found]] = intervals([(attack.equations, [{key: 1 / sum(counts.values()) for key in counts}])], wide=100)
    return found


def between(text: str) -> tuple[Any, Any]:
    low, high = text.split(" to ")
    return pytest.approx(float(low), abs=0.06), pytest.approx(float(high), abs=0.06)


@pytest.mark.parametrize(
    ("name", "example", "policy"), CASES, ids=[f"{name}-{policy}" for name, _, policy in CASES]
)
def test_what_is_printed(name: str, example: Mapping[str, Any], policy: Policy) -> None:
    found = made(example, policy)
    wanted = example.get("exact", example["printed"]) if policy == "exact" else example["printed"]
    before: dict[str, str] = {}
    for cells, expected in zip(
        (one.areas["A"] for one in found.attack.audits[0].publications), wanted, strict=True
    ):
        now = line(cells, policy)
        if expected == "as before":
            assert now == before
            assert "as published on" in cells.words
        else:
            assert now == {key: expected[key] for key in now}
            assert "as published on" not in cells.words
        before = now


@pytest.mark.parametrize("example", EXAMPLES, ids=[one["example"] for one in EXAMPLES])
def test_what_an_attacker_is_left_with(example: Mapping[str, Any]) -> None:
    attack = made(example, "steps").attack
    for who, wanted in example["left"].items():
        found = left(attack, who)
        assert (found.low, found.high) == between(wanted), who


@pytest.mark.parametrize(
    "example", [one for one in EXAMPLES if "without_the_release_rule" in one], ids=lambda one: one["example"]
)
def test_what_the_release_rule_keeps_from_being_told(example: Mapping[str, Any]) -> None:
    attack = made(example, "steps", always_fresh).attack
    for who, wanted in example["without_the_release_rule"].items():
        found = left(attack, who)
        assert (found.low, found.high) == between(wanted), who


def everybody(attack: Attack) -> tuple[Interval, int]:
    """Between what the mean of all lies, and how many they are."""
    crowds = attack.audits[0].known.crowds
    return mean_of(attack, [crowd.name for crowd in crowds]), sum(
        crowd.people.get("A", 0) for crowd in crowds
    )


@pytest.mark.parametrize(
    "example", [one for one in EXAMPLES if "one_of_them" in one], ids=lambda one: one["example"]
)
def test_what_is_left_of_one_of_those_who_are_shown(example: Mapping[str, Any]) -> None:
    of_all, people = everybody(made(example, "steps").attack)
    assert (people * of_all.low - 100 * (people - 1), 100) == between(example["one_of_them"])


@pytest.mark.parametrize(
    "example", [one for one in EXAMPLES if "insiders" in one], ids=lambda one: one["example"]
)
def test_what_respondents_learn_who_attack_together(example: Mapping[str, Any]) -> None:
    of_all, people = everybody(made(example, "steps").attack)
    for insiders in example["insiders"]:
        own = [25 * ANSWERS.index(said) for said in insiders["they said"]]
        others = people - len(own)
        least, most = people * of_all.low - sum(own), people * of_all.high - sum(own)
        assert (least / others, most / others) == between(insiders["mean of the others"])
        one = (max(0, least - 100 * (others - 1)), min(100, most))
        assert one == between(insiders["one of the others"])


def test_nothing_finer_than_women_and_men_is_counted_for_a_rating() -> None:
    """EX-12: no count that a report is made from knows a grade, a category or who supervises."""
    for counted in (Tally, Spread, Pool):
        named = {field.name for field in fields(counted)}
        assert not named & {"category", "grade", "supervises", "age", "language"}
