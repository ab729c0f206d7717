"""The made-up unit as values: its facts, and every form of one of its two audits as it would be typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, cast

import yaml

from audit_engine.audit import Facts, Finding, default_dates
from audit_engine.facts.options import parse_region, parse_staff, parse_unit_type
from questionnaires.definition import Instrument, Item, Questionnaire, Role

SEED = 300
EARLIER, LATER = 0, 1
_MISSING = (("dk", 0.04), ("na", 0.03), ("pnts", 0.015))
_SPREAD = 0.22


@dataclass(frozen=True)
class Form:
    """One form: who it is from, and what is typed for each item or open question."""

    id: str
    instrument: Instrument
    role: Role
    gender: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)


@cache
def script() -> dict[str, Any]:
    """The script of the demonstration, every scalar as text."""
    text = files("audit_engine.demo").joinpath("unit.yaml").read_text(encoding="utf-8")
    return cast("dict[str, Any]", yaml.load(text, Loader=yaml.BaseLoader))


def facts(questionnaire: Questionnaire, which: int) -> Facts:
    """The facts of the first (EARLIER) or second (LATER) audit."""
    told = script()
    start = date.fromisoformat(told["starts"][which])
    staff = parse_staff(told["staff"], questionnaire)
    return Facts(
        unit=told["unit"],
        region=parse_region(told["region"]),
        unit_type=parse_unit_type(told["unit_type"]),
        country=told["country"],
        start=start,
        language=questionnaire.language,
        invited=sum(women + men for women, men in staff.values()),
        staff=staff,
        facilitators=tuple(told["facilitators"]),
        coordinator=told["coordinator"],
        referral=told["referral"],
        dates=default_dates(start),
    )


def forms(questionnaire: Questionnaire, which: int, seed: int = SEED) -> Iterator[Form]:
    """Every form of one audit: papers, staff data, interviews, survey, workshop."""
    told = script()
    random = Random(f"{seed} {which}")
    papers, staff = _column(told["papers"], which), _column(told["staff_data"], which)
    seen = {
        item: "Paper named on the document list"
        for item, typed in papers.items()
        if typed.split()[0] not in ("missing", "no", "na", "ng", "nf")
    }
    yield Form("DR1", "document_review", "facilitator", answers=papers, evidence=seen)
    yield Form("SD1", "staff_data", "hr_officer", answers=staff)
    for number, interview in enumerate(told["interviews"], 1):
        yield _interview(f"I{number}", interview, which)
    yield from _survey(questionnaire, told, which, random)
    votes = _column(told["workshop"], which)
    words = {name: typed for name, typed in votes.items() if name not in questionnaire.items}
    yield Form(
        "W1", "workshop", "group", answers={n: t for n, t in votes.items() if n not in words}, words=words
    )


def _column(table: dict[str, list[str]], which: int) -> dict[str, str]:
    return {item: typed[which] for item, typed in table.items()}


def _interview(name: str, told: dict[str, Any], which: int) -> Form:
    answers = _column(told.get("answers", {}), which)
    return Form(name, "interview", told["role"], told["gender"], answers, told.get("words", {}))


def _survey(questionnaire: Questionnaire, told: dict[str, Any], which: int, random: Random) -> Iterator[Form]:
    number = int(told["forms"][which])
    women = round((number - 1) * 0.56)
    genders = ["woman"] * women + ["man"] * (number - 1 - women) + ["pnts"]
    for place, gender in enumerate(genders, 1):
        answers = {
            item: _drawn(questionnaire, questionnaire.items[item], _tendency(pairs[which], gender), random)
            for item, pairs in told["people"].items()
        }
        words = {
            prompt: said[place // 4 % len(said)] for prompt, said in told["words"].items() if place % 4 == 0
        }
        yield Form(f"S{place:02}", "survey", "staff", gender, answers, words)


def _tendency(pair: str | list[str], gender: str) -> float:
    women, men = (float(part) for part in (pair.split() if isinstance(pair, str) else pair))
    return {"woman": women, "man": men}.get(gender, (women + men) / 2)


def _drawn(questionnaire: Questionnaire, item: Item, tendency: float, random: Random) -> str:
    chance = random.random()
    for code, share in _MISSING:
        if chance < share:
            return code
        chance -= share
    options = questionnaire.scale_of(item).options
    place = round(random.gauss(tendency / 100, _SPREAD) * (len(options) - 1))
    return options[min(max(place, 0), len(options) - 1)].id


def findings(by: str) -> Iterator[Finding]:
    """What the team wrote down, confirmed."""
    for told in script()["findings"]:
        flags = {name: told[name] == "yes" for name in ("transferable", "consent") if name in told}
        text = {name: value for name, value in told.items() if name not in flags}
        yield Finding(id=0, confirmed=True, by=by, **text, **flags)
