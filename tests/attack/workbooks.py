"""Whole audits run by the real commands to their workbooks, which are read back cell by cell."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from questionnaires.definition import Instrument, Item, Role
from tests.attack.attacker import Attack
from tests.attack.known import Truth, known
from tests.attack.moods import places
from tests.attack.publications import Publication, of_workbook
from tests.attack.publishing import Published
from tests.attack.reading import Holdings
from tests.attack.units import SMALL_UNIT, Audit, Unit, unit
from tests.running import begin, run, write_answers
from tests.worked_cases import PGA

GENDERS = {"woman": ("woman",), "man": ("man",), "x": ("another", "pnts", "")}
TYPED = {
    "ratio": ("3/8", "5/6", "9/10", "2/14", "0/12"),
    "sexcount": ("7 12", "4 15", "9 10"),
    "sexrate": ("women=3/10 men=5/14", "women=5/9 men=6/12"),
    "count": ("12", "3"),
}
PARTNERS = 6


def audited(number: int, folder: Path) -> Published:
    """Run the audits of a made-up unit from `new` to its last workbook, and read all workbooks back."""
    made = unit(number, questionnaire=PGA, changes=False)
    chance = random.Random(f"workbooks {number}")
    holdings, truth, earlier = [], Truth({}), None
    for place, audit in enumerate(made.audits):
        known_, truth_ = known(PGA, audit, place)
        file = folder / f"audit-{place + 1}.audit"
        publications = tuple(_workbooks(chance, made, audit, file, earlier))
        holdings.append(Holdings(known_, publications))
        truth, earlier = Truth({**truth.sums, **truth_.sums}), file
    return Published(made, Attack(PGA, made.policy, tuple(holdings)), truth)


def _workbooks(
    chance: random.Random, made: Unit, audit: Audit, file: Path, earlier: Path | None
) -> Iterator[Publication]:
    women = audit.staff // 2
    baseline = ("--baseline", str(earlier)) if earlier else ()
    staff = f"professional={women}/{audit.staff - women}"
    begin(file, "--policy", made.policy, *baseline, staff=staff)
    _import(file, "others", list(_others(chance, audit)))
    for release in range(1, audit.releases + 1):
        if release > 1:
            _must("survey", file, "--reopen")
        _import(file, f"release-{release}", list(_forms(chance, audit, release)))
        workbook = file.with_name(f"{file.stem}-{release}.xlsx")
        _must("report", file, workbook)
        yield of_workbook(workbook)


def _import(file: Path, name: str, rows: list[str]) -> None:
    if rows:
        _must("import", file, write_answers(file.with_name(f"{file.stem}-{name}.csv"), *rows))


def _must(*words: str | Path) -> None:
    ran = run(*words)
    assert ran.code == 0, ran.said


def _forms(chance: random.Random, audit: Audit, release: int) -> Iterator[str]:
    """The survey forms that are new in a release, in an order that tells nothing."""
    new = [
        person
        for person in audit.people
        if person.answers[release - 1] and not any(person.answers[: release - 1])
    ]
    for number, person in enumerate(new):
        gender = chance.choice(GENDERS[person.group]) if audit.staff >= SMALL_UNIT else ""
        for item, place in (person.answers[release - 1] or {}).items():
            option = places(PGA, PGA.items[item])[place]
            yield f"r{release}-{number},survey,staff,{gender},,,{item},{option},,"


def _others(chance: random.Random, audit: Audit) -> Iterator[str]:
    """Documents, staff data, the head on record, partners and the workshop."""
    for item in PGA.items.values():
        instrument = item.instruments[0]
        if instrument in ("document_review", "staff_data") and _asked(item, audit):
            yield _row(instrument, "facilitator", instrument, item, _typed(chance, item))
        elif item.voice == "management":
            yield _row("head", "director", "interview", item, chance.choice(places(PGA, item)))
        elif item.voice == "partner":
            for number in range(PARTNERS):
                yield _row(f"p{number}", "partner", "interview", item, chance.choice(places(PGA, item)))
        elif instrument == "workshop":
            votes = f"2={audit.staff // 2 + 1} agreed=2"
            typed = votes if PGA.scale_of(item).kind == "votes" else "25.5/40"
            yield _row("room", "group", "workshop", item, typed)


def _asked(item: Item, audit: Audit) -> bool:
    return item.minimum_staff is None or audit.staff >= item.minimum_staff


def _typed(chance: random.Random, item: Item) -> str:
    scale = PGA.scale_of(item)
    return chance.choice(TYPED.get(scale.kind) or [option.id for option in scale.options])


def _row(name: str, role: Role, instrument: Instrument, item: Item, typed: str) -> str:
    return f"{name},{instrument},{role},,,,{item.id},{typed},,"
