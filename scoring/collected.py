"""What was collected in one audit, laid out by item."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from questionnaires.answers import read_value
from questionnaires.catalogue import marked, tr_many
from questionnaires.definition import Instrument, Item, Questionnaire
from questionnaires.routing import STAFF_ROLES, Setting, small_unit, survey_held
from questionnaires.values import Missing, Value
from scoring.assessment import Response, Why, because
from scoring.evidence import Evidence, Observation, Tally
from scoring.points import NOT_COLLECTED, Mark, NoMark, mark
from scoring.rounding import brief, down


@dataclass(frozen=True)
class Collected:
    """The evidence of one audit beside the questionnaire it was collected with."""

    questionnaire: Questionnaire
    evidence: Evidence

    @property
    def setting(self) -> Setting:
        return self.evidence.setting

    @cached_property
    def survey_held(self) -> bool:
        return survey_held(self.questionnaire, self.setting)

    @cached_property
    def small(self) -> bool:
        """Whether people's answers may only be pooled over an area."""
        return small_unit(self.questionnaire, self.setting)

    @property
    def confidential(self) -> Instrument:
        """The instrument by which staff answer in confidence."""
        return "survey" if self.survey_held else "interview"

    @cached_property
    def response(self) -> Response:
        """Whether enough of the people invited answered the survey (docs/method.md, rule 3)."""
        rules, invited, forms = self.questionnaire.rules, self.setting.invited, self.evidence.survey_forms
        needed = rules.response_percent_small if self.small else rules.response_percent
        return Response(
            self.survey_held, forms, invited, needed, self.survey_held and forms * 100 >= needed * invited
        )

    def tallies(self, item: Item, instrument: Instrument) -> tuple[Tally, ...]:
        return tuple(tally for tally in self._tallies[item.id] if tally.instrument == instrument)

    def observations(self, item: Item, *instruments: Instrument) -> tuple[Observation, ...]:
        return tuple(found for found in self._observations[item.id] if found.instrument in instruments)

    def value(self, item: Item, text: str) -> Value:
        return read_value(item, self.questionnaire.scale_of(item), text)

    def worth(self, item: Item, text: str) -> Mark | NoMark:
        """The points of an answer; worked out once for everybody who gave it."""
        found = self._worth.get((item.id, text))
        if found is None:
            found = mark(self.questionnaire, item, self.value(item, text))
            self._worth[item.id, text] = found
        return found

    def overruled(self, item: Item) -> bool:
        """Whether enough is stored to win over a preset `na`: one thing looked up or said on record.

        Answers in confidence win from the smallest group up: fewer would tell that just these answered. A
        bare `na` heard in passing is nothing.
        """
        if any(not self.says_nothing(item, found) for found in self._observations[item.id]):
            return True
        in_confidence = item.voice != "management"
        fewest = self.questionnaire.rules.minimum_group if in_confidence else 1
        heard = sum(tally.number for tally in self._tallies[item.id])
        pooled = sum(
            number
            for pool in self.evidence.pools.values()
            for (asked, _), number in pool.answers.items()
            if asked == item.id
        )
        return max(heard, pooled) >= fewest

    def says_nothing(self, item: Item, found: Observation) -> bool:
        """Whether it is an `na` that owes a reason and gives none: only a group may say so of its work."""
        return found.instrument != "workshop" and self.value(item, found.value) == Missing("na")

    @cached_property
    def respondents(self) -> int:
        """People who answered in confidence: survey forms, or interviews of staff where no survey is held."""
        if self.survey_held:
            return self.evidence.survey_forms
        heard = self.evidence.heard
        return sum(
            group.number for group in heard if group.instrument == "interview" and group.role in STAFF_ROLES
        )

    @cached_property
    def _worth(self) -> dict[tuple[str, str], Mark | NoMark]:
        return {}

    @cached_property
    def _tallies(self) -> dict[str, list[Tally]]:
        found: dict[str, list[Tally]] = defaultdict(list)
        for tally in self.evidence.tallies:
            found[tally.item].append(tally)
        return found

    @cached_property
    def _observations(self) -> dict[str, list[Observation]]:
        found: dict[str, list[Observation]] = defaultdict(list)
        for observation in self.evidence.observations:
            found[observation.item].append(observation)
        return found


def why_no_survey(response: Response) -> Why:
    """Why the items of a survey with too few forms are lost."""
    if response.forms == 0:
        return Why(NOT_COLLECTED.code, marked("no survey form came in"))
    return because(
        "low_response",
        lambda: tr_many(
            "{forms} of {number} people answered the survey ({percent} %, {needed} % needed)",
            "{forms} of {number} people answered the survey ({percent} %, {needed} % needed)",
            response.invited,
            forms=response.forms,
            percent=brief(down(Fraction(100 * response.forms, response.invited))),
            needed=brief(response.needed_percent),
        ),
    )
