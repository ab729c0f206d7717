"""Evidence from submissions by counting them one by one: the slow, obvious way, to check the fast one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from questionnaires.answers import parse_answer
from questionnaires.definition import Instrument, Item, Questionnaire, Role
from questionnaires.routing import STAFF_ROLES, Setting, small_unit, survey_held
from questionnaires.values import Choice
from scoring.confidential import pooled_items
from scoring.evidence import Evidence, Group, Heard, Observation, Policy, Pool, Tally
from tests.counting_forms import Form, scales_of, spreads_of


@dataclass(frozen=True)
class Submission:
    """One completed form; `answers`: item id -> what is typed in an answers CSV."""

    instrument: Instrument
    role: Role
    answers: Mapping[str, str]
    group: Group = "x"
    agreed: bool = False
    evidence: bool = False


@dataclass
class Counts:
    """What one pass over the submissions adds up."""

    tallies: Counter[tuple[str, Instrument, Role, Group, str]] = field(default_factory=Counter)
    observations: list[Observation] = field(default_factory=list)


def evidence_of(
    questionnaire: Questionnaire,
    setting: Setting,
    submissions: Sequence[Submission],
    policy: Policy = "steps",
) -> Evidence:
    """Count the submissions of one audit."""
    counts = Counts()
    for number, submission in enumerate(submissions):
        _add(questionnaire, counts, submission, f"S{number}")
    people = [one for one in submissions if one.instrument in ("survey", "interview")]
    heard = Counter((one.instrument, one.role, one.group) for one in people)
    counted = Evidence(
        setting=setting,
        tallies=tuple(Tally(*key, number) for key, number in sorted(counts.tallies.items())),
        observations=tuple(counts.observations),
        survey_forms=sum(one.instrument == "survey" for one in submissions),
        heard=tuple(Heard(*key, number) for key, number in sorted(heard.items())),
        policy=policy,
    )
    of_staff = _forms_of_staff(questionnaire, setting, submissions)
    counted = replace(counted, pools=_pools(questionnaire, counted, of_staff))
    forms = [_form(questionnaire, one) for one in of_staff]
    return replace(
        counted,
        spreads=spreads_of(questionnaire, counted, forms),
        scales=scales_of(questionnaire, counted, forms),
    )


def _forms_of_staff(
    questionnaire: Questionnaire, setting: Setting, submissions: Iterable[Submission]
) -> list[Submission]:
    """The forms by which staff answer in confidence."""
    instrument: Instrument = "survey" if survey_held(questionnaire, setting) else "interview"
    return [one for one in submissions if one.instrument == instrument and one.role in STAFF_ROLES]


def _form(questionnaire: Questionnaire, submission: Submission) -> Form:
    items = {name: questionnaire.items[name] for name in submission.answers}
    texts = {
        name: _text(questionnaire, item, submission.answers[name], submission.instrument)
        for name, item in items.items()
    }
    points = {name: _points(questionnaire, item, texts[name]) for name, item in items.items()}
    return Form(submission.group, {name: worth for name, worth in points.items() if worth is not None})


def _add(questionnaire: Questionnaire, counts: Counts, submission: Submission, ref: str) -> None:
    for item_id, typed in submission.answers.items():
        item = questionnaire.items[item_id]
        text = _text(questionnaire, item, typed, submission.instrument)
        if _in_confidence(item, submission.instrument):
            key = (item_id, submission.instrument, submission.role, submission.group, text)
            counts.tallies[key] += 1
        else:
            counts.observations.append(
                Observation(
                    item_id,
                    submission.instrument,
                    submission.role,
                    text,
                    submission.agreed,
                    ref,
                    submission.evidence,
                )
            )


def _pools(questionnaire: Questionnaire, counted: Evidence, forms: Sequence[Submission]) -> dict[str, Pool]:
    if not small_unit(questionnaire, counted.setting):
        return {}
    closed: dict[str, set[str]] = {}
    for item, area in pooled_items(questionnaire, counted).items():
        closed.setdefault(area, set()).add(item)
    pools = {area: _pool(questionnaire, items, forms) for area, items in closed.items()}
    return {area: pool for area, pool in pools.items() if pool.people}


def _pool(questionnaire: Questionnaire, closed: set[str], forms: Iterable[Submission]) -> Pool:
    people, answers = 0, Counter[tuple[str, str]]()
    for form in forms:
        texts = {
            name: _text(questionnaire, questionnaire.items[name], typed, form.instrument)
            for name, typed in form.answers.items()
            if name in closed
        }
        rated = {
            name for name, text in texts.items() if _rates(questionnaire, questionnaire.items[name], text)
        }
        if 2 * len(rated) >= len(closed):
            people += 1
            answers.update((name, texts[name]) for name in rated)
    return Pool(people, dict(answers))


def _text(questionnaire: Questionnaire, item: Item, typed: str, instrument: Instrument) -> str:
    return str(parse_answer(item, questionnaire.scale_of(item), typed, instrument=instrument))


def _in_confidence(item: Item, instrument: Instrument) -> bool:
    return instrument == "survey" or (instrument == "interview" and item.evidence == "perception")


def _rates(questionnaire: Questionnaire, item: Item, text: str) -> bool:
    return _points(questionnaire, item, text) is not None


def _points(questionnaire: Questionnaire, item: Item, text: str) -> Fraction | None:
    option = questionnaire.scale_of(item).option(text)
    if str(Choice(text)) != text or option is None or option.points is None:
        return None
    return 100 - option.points if item.reverse else option.points
