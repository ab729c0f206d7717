"""Publishes a made-up unit by the real rating, release rule and report: that is all the attacker reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from exports.compose import compose
from exports.material import Edition, Material
from questionnaires.definition import Questionnaire
from questionnaires.routing import Setting
from scoring import assess
from scoring.earlier import earlier_from
from scoring.evidence import Earlier, Evidence, Observation, Policy, Pool, Tally
from scoring.release import Publishable, Release, publishable
from tests.attack.attacker import Attack
from tests.attack.known import Known, Truth, closed, known
from tests.attack.moods import Answers, places, points
from tests.attack.publications import Publication, of_report
from tests.attack.reading import Holdings
from tests.attack.units import QUESTIONNAIRE, SMALL_UNIT, Audit, Unit
from tests.counting_forms import Form, spreads_of

SHA256 = "0" * 64
FIRST = date(2026, 3, 2)

ReleaseRule = Callable[[Questionnaire, Release | None, Evidence], Publishable]
"""What may be published after a release: the real rule, or a variant to see that the attacker is alive."""


def always_fresh(questionnaire: Questionnaire, last: Release | None, now: Evidence) -> Publishable:
    """A variant without a release rule: each release prints all that it has by then."""
    return Publishable(now, {area.id: last.number + 1 if last else 1 for area in questionnaire.areas})


@dataclass(frozen=True)
class Published:
    """A unit with all its publications: what the attacker gets, and apart from it the truth."""

    unit: Unit
    attack: Attack
    truth: Truth


def published(
    unit: Unit, rule: ReleaseRule = publishable, questionnaire: Questionnaire = QUESTIONNAIRE
) -> Published:
    """Publish every release of every audit of a unit."""
    earlier: Earlier | None = None
    holdings, truth = [], Truth({})
    for number, audit in enumerate(unit.audits):
        known_, truth_ = known(questionnaire, audit, number)
        publications, last = _audit(questionnaire, audit, unit.policy, earlier, rule)
        holdings.append(Holdings(known_, publications))
        truth = Truth({**truth.sums, **truth_.sums})
        earlier = _earlier(questionnaire, last, known_)
    return Published(unit, Attack(questionnaire, unit.policy, tuple(holdings)), truth)


def _audit(
    questionnaire: Questionnaire, audit: Audit, policy: Policy, earlier: Earlier | None, rule: ReleaseRule
) -> tuple[list[Publication], Evidence]:
    last: Release | None = None
    found, days = [], {}
    for number in range(1, audit.releases + 1):
        answers = rule(questionnaire, last, evidence(questionnaire, audit, number, policy))
        day = FIRST + timedelta(days=30 * number)
        days[number] = day
        last = Release(number, day.isoformat(), answers.evidence, answers.since, answers.held)
        kept = {area: days[last.since[area]] for area in last.held}
        material = Material(
            questionnaire=questionnaire,
            sha256=SHA256,
            assessment=assess(questionnaire, last.evidence, earlier),
            unit="Made-up unit",
            unit_type=None,
            start=FIRST,
            edition=Edition(number, day, kept=kept),
        )
        found.append(of_report(compose(material)))
    assert last is not None
    return found, last.evidence


def evidence(questionnaire: Questionnaire, audit: Audit, release: int, policy: Policy) -> Evidence:
    """All that an audit holds at the time of a release, counted here: thousands of units must be quick.

    The scales' sums are left out: no publication shows what comes of them.
    """
    forms = [
        (person.group, answers)
        for person in audit.people
        if (answers := person.answers[release - 1]) is not None
    ]
    items = questionnaire.items
    tallied = Counter((item, group, place) for group, answers in forms for item, place in answers.items())
    counted = Evidence(
        setting=Setting(audit.staff),
        tallies=tuple(
            Tally(item, "survey", "staff", group, places(questionnaire, items[item])[place], number)
            for (item, group, place), number in sorted(tallied.items())
        ),
        observations=tuple(
            Observation(item, "document_review", "facilitator", value, ref="D1")
            for item, value in audit.documents.items()
        ),
        pools=_pools(questionnaire, [answers for _, answers in forms]) if audit.staff < SMALL_UNIT else {},
        survey_forms=len(forms),
        policy=policy,
    )
    rated = [
        Form(
            group,
            {item: Fraction(points(questionnaire, items[item], place)) for item, place in answers.items()},
        )
        for group, answers in forms
    ]
    return replace(counted, spreads=spreads_of(questionnaire, counted, rated))


def _pools(questionnaire: Questionnaire, forms: list[Answers]) -> dict[str, Pool]:
    """Per area the answers of those who answered at least half of what a small unit is asked there."""
    found = {}
    for area in questionnaire.areas:
        names = closed(area, small=True)
        given = [{name: form[name] for name in names if name in form} for form in forms]
        enough = [answers for answers in given if answers and 2 * len(answers) >= len(names)]
        answers = Counter(
            (item, places(questionnaire, questionnaire.items[item])[place])
            for one in enough
            for item, place in one.items()
        )
        if enough:
            found[area.id] = Pool(len(enough), dict(answers))
    return found


def _earlier(questionnaire: Questionnaire, last: Evidence, known_: Known) -> Earlier:
    return earlier_from(
        questionnaire,
        assess(questionnaire, last),
        unit="Made-up unit",
        start=FIRST.isoformat(),
        sha256=SHA256,
        respondents=known_.forms[-1],
    )
