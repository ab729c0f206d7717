"""Reads the publications of a unit as docs/method.md says what a figure is a mean of.

Figures of people are taken at their full worth: rounding intervals, the words of a band, ">= ...", a sum of
answers that can only be a multiple of 25 points, the mean of a front, women's and men's figures, an earlier
release, and the baseline and the change against an earlier audit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from questionnaires.definition import Area, Questionnaire
from scoring.evidence import Group, Policy
from tests.attack.equations import Equations, Sum
from tests.attack.figures import (
    STEP,
    TENTH,
    Ends,
    answers_to,
    average,
    interval,
    mean,
    of_band,
    of_bound,
    of_item,
    step_of,
)
from tests.attack.known import Crowd, Known, closed, pool_of
from tests.attack.publications import Cells, Printed, Publication

COMPARED_FROM = 5
"""Women and men are compared over items that so many of each answered (docs/method.md, rule 5)."""
KEPT = re.compile(r"as published on")


@dataclass(frozen=True)
class Part:
    """A counted item: its mean as a sum of unknowns. `said`: staff said it, in the survey or as a group."""

    item: str
    mean: Sum
    said: bool
    survey: bool


@dataclass(frozen=True)
class Holdings:
    """What the attacker holds of one audit: numbers of people, and its publications in order."""

    known: Known
    publications: Sequence[Publication]


@dataclass(frozen=True)
class Reading:
    """What the attacker holds of one unit: its audits in order, and the policy that its reports name."""

    questionnaire: Questionnaire
    policy: Policy
    audits: Sequence[Holdings]

    @cached_property
    def equations(self) -> Equations:
        """All that is printed about the unit."""
        found = Equations()
        for number, audit in enumerate(self.audits):
            for crowd in audit.known.crowds:
                for item, answers in crowd.answers.items():
                    found.unknown((crowd.name, item), 0.0, 100.0 * answers)
            for release in range(1, len(audit.publications) + 1):
                for area in self.questionnaire.areas:
                    self._area(found, number, release, area)
                self._fronts(found, number, release)
        if len(self.audits) == 2:
            for area in self.questionnaire.areas:
                self._since(found, area)
        return found

    # -- one area of one publication

    def cells(self, number: int, release: int, area: Area) -> Cells:
        return self.audits[number].publications[release - 1].areas[area.id]

    def fresh(self, number: int, release: int, area: Area) -> int:
        """The release whose answers of people the area shows in this one."""
        while release > 1 and KEPT.search(self.cells(number, release, area).words):
            release -= 1
        return release

    def parts(self, number: int, release: int, area: Area) -> list[Part]:
        """The items that count in an area's figure; facts are looked up in the release itself."""
        publication = self.audits[number].publications[release - 1]
        present = self.audits[number].known.present(self.fresh(number, release, area))
        parts = []
        for item in area.items:
            cells = publication.items.get(item.id)
            if cells is None:
                continue
            if cells.words.startswith("Survey"):
                parts.append(Part(item.id, mean(present, {item.id}), said=True, survey=True))
            elif not isinstance(cells.score, str | None):
                agreed = cells.words.startswith("Workshop, agreed")
                fact = ("fact", number, release, item.id)
                parts.append(Part(item.id, {fact: 1.0}, said=agreed, survey=False))
        if self.audits[number].known.small and self.cells(number, release, area).perception is not None:
            pooled = mean(present, {pool_of(area.id)})
            pool = Part(pool_of(area.id), pooled, said=True, survey=True)
            parts += [pool] * len(closed(area, small=True))
        return parts

    def _area(self, found: Equations, number: int, release: int, area: Area) -> None:
        cells, parts = self.cells(number, release, area), self.parts(number, release, area)
        publication, known = self.audits[number].publications[release - 1], self.audits[number].known
        fresh = self.fresh(number, release, area)
        present = known.present(fresh)
        place = f"audit {number + 1}, release {release}, {area.id}"
        for part in parts:
            if not part.survey:
                low, high = interval(publication.items[part.item].score, TENTH)
                for name in part.mean:
                    found.unknown(name, low, high)
            elif fresh == release and not known.small:
                item = self.questionnaire.items[part.item]
                low, high = of_item(
                    self.questionnaire, item, publication.items[part.item], answers_to(present, item.id)
                )
                found.says(part.mean, low, high, f"{place}, {part.item}")
        step = step_of(cells)
        said = average([part.mean for part in parts if part.said])
        whole = average([part.mean for part in parts])
        facts = average([part.mean for part in parts if not part.said and self._objective(part)])
        found.says(said, *interval(cells.perception, step), f"{place}, perception")
        found.says(facts, *interval(cells.objective, TENTH), f"{place}, objective")
        found.says(whole, *interval(cells.score, step), f"{place}, score")
        found.says(whole, *self._band(cells), f"{place}, band")
        if fresh == release and not known.small:
            self._groups(found, cells, area, present, [part for part in parts if part.survey], place)

    def _band(self, cells: Cells) -> Ends:
        return of_bound(of_band(self.questionnaire, cells.band), cells.score)

    def _objective(self, part: Part) -> bool:
        return self.questionnaire.items[part.item].evidence == "objective"

    def _groups(
        self,
        found: Equations,
        cells: Cells,
        area: Area,
        present: Iterable[Crowd],
        parts: list[Part],
        place: str,
    ) -> None:
        groups: dict[Group, list[Crowd]] = {
            group: [crowd for crowd in present if crowd.name.group == group] for group in ("woman", "man")
        }
        compared = [
            part.item
            for part in parts
            if self.questionnaire.items[part.item].sensitivity != "high"
            and all(answers_to(groups[group], part.item) >= COMPARED_FROM for group in groups)
        ]
        step = STEP if self.policy == "steps" else TENTH
        means = {
            group: average([mean(crowds, {item}) for item in compared]) for group, crowds in groups.items()
        }
        printed: dict[Group, Printed] = {"woman": cells.women, "man": cells.men}
        for group, whole in means.items():
            found.says(whole, *interval(printed[group], step), f"{place}, {group}")
        if isinstance(cells.gap, float) and None in (cells.women, cells.men):
            gap = {**means["woman"], **{name: -factor for name, factor in means["man"].items()}}
            found.says(gap, cells.gap - step, cells.gap + step, f"{place}, gap")

    # -- more than one area, more than one audit

    def _fronts(self, found: Equations, number: int, release: int) -> None:
        """The word for a front, and for the overall, is taken from the exact means of the areas.

        Where one of them is printed as ">= ..." it tells one end at most, and is left aside.
        """
        publication = self.audits[number].publications[release - 1]
        rated = {
            area.id: average([part.mean for part in self.parts(number, release, area)])
            for area in self.questionnaire.areas
            if publication.areas[area.id].band
        }
        groups = {
            front.title: {area.id for area in self.questionnaire.areas if area.front == front.id}
            for front in self.questionnaire.fronts
        }
        groups["Overall"] = set(rated)
        for title, areas in groups.items():
            cells = publication.fronts.get(title)
            guarded = any(isinstance(publication.areas[area].score, str) for area in areas & rated.keys())
            if cells and cells.band and not guarded:
                mean = average([rated[area] for area in sorted(areas & rated.keys())])
                found.says(
                    mean,
                    *of_band(self.questionnaire, cells.band),
                    f"audit {number + 1}, release {release}, {title}",
                )

    def _since(self, found: Equations, area: Area) -> None:
        """The change against the earlier audit, over the items that count in both."""
        release = len(self.audits[1].publications)
        cells = self.cells(1, release, area)
        before = self.parts(0, len(self.audits[0].publications), area)
        earlier = self.cells(0, len(self.audits[0].publications), area)
        step = STEP if isinstance(earlier.score, str) else max(step_of(earlier), step_of(cells))
        found.says(
            average([part.mean for part in before]), *interval(cells.baseline, step), f"{area.id}, baseline"
        )
        then = {part.item: part.mean for part in before}
        now = {part.item: part.mean for part in self.parts(1, release, area)}
        both = sorted(now.keys() & then.keys())
        small = any(audit.known.small for audit in self.audits)
        if small or not re.search(rf"; {len(both)} of \d+ items are comparable", cells.words):
            return
        change = {
            **average([now[item] for item in both]),
            **{name: -factor for name, factor in average([then[item] for item in both]).items()},
        }
        if {step, step_of(cells)} != {TENTH}:
            return  # in steps the change and its word follow from the two figures as printed
        if isinstance(cells.change, float):
            found.says(change, cells.change - TENTH / 2, cells.change + TENTH / 2, f"{area.id}, change")
        zone = self._dead_zone(min(audit.known.forms[-1] for audit in self.audits))
        low, high = {"improved": (zone, 100.0), "declined": (-100.0, -zone), "unchanged": (-zone, zone)}.get(
            next(iter(re.findall(r"Since the baseline: (\w+)", cells.words)), ""), (-100.0, 100.0)
        )
        found.says(change, low - TENTH / 2, high + TENTH / 2, f"{area.id}, since the baseline")

    def _dead_zone(self, respondents: int) -> float:
        zones = {zone.people: float(zone.points) for zone in self.questionnaire.rules.dead_zones}
        return zones[max(people for people in zones if people <= respondents)]
