"""Evidence from submissions by counting them one by one: the slow, obvious way, to check the fast one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from questionnaires.answers import parse_answer
from questionnaires.definition import Area, Instrument, Item, Questionnaire, Role
from questionnaires.routing import STAFF_ROLES, Setting, asked_here, small_unit, survey_held, takes
from questionnaires.values import Choice
from scoring.evidence import Evidence, Group, Heard, Observation, Pattern, Pool, Tally


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
    patterns: Counter[tuple[str, Instrument, Group, frozenset[str]]] = field(default_factory=Counter)


def evidence_of(
    questionnaire: Questionnaire, setting: Setting, submissions: Sequence[Submission]
) -> Evidence:
    """Count the submissions of one audit."""
    counts = Counts()
    for number, submission in enumerate(submissions):
        _add(questionnaire, counts, submission, f"S{number}")
    heard = Counter((one.instrument, one.role, one.group) for one in submissions)
    return Evidence(
        setting=setting,
        tallies=tuple(Tally(*key, number) for key, number in counts.tallies.items()),
        observations=tuple(counts.observations),
        patterns=tuple(Pattern(*key, number) for key, number in counts.patterns.items()),
        pools=_pools(questionnaire, setting, submissions),
        survey_forms=sum(one.instrument == "survey" for one in submissions),
        heard=tuple(Heard(*key, number) for key, number in heard.items()),
    )


def _add(questionnaire: Questionnaire, counts: Counts, submission: Submission, ref: str) -> None:
    rated: dict[str, set[str]] = {}
    for item_id, typed in submission.answers.items():
        item = questionnaire.items[item_id]
        text = _text(questionnaire, item, typed, submission.instrument)
        if _in_confidence(item, submission.instrument):
            key = (item_id, submission.instrument, submission.role, submission.group, text)
            counts.tallies[key] += 1
            if _rates(questionnaire, item, text) and submission.role in STAFF_ROLES:
                rated.setdefault(questionnaire.area_of[item_id].id, set()).add(item_id)
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
    for area, items in rated.items():
        counts.patterns[(area, submission.instrument, submission.group, frozenset(items))] += 1


def _pools(
    questionnaire: Questionnaire, setting: Setting, submissions: Iterable[Submission]
) -> dict[str, Pool]:
    if not small_unit(questionnaire, setting):
        return {}
    instrument: Instrument = "survey" if survey_held(questionnaire, setting) else "interview"
    forms = [one for one in submissions if one.instrument == instrument and one.role in STAFF_ROLES]
    return {area.id: _pool(questionnaire, setting, area, instrument, forms) for area in questionnaire.areas}


def _pool(
    questionnaire: Questionnaire,
    setting: Setting,
    area: Area,
    instrument: Instrument,
    forms: Iterable[Submission],
) -> Pool:
    closed = {
        item.id
        for item in area.items
        if item.evidence == "perception"
        and item.voice == "staff"
        and asked_here(item, setting)
        and takes(questionnaire, setting, item, instrument)
    }
    people, answers = 0, Counter[tuple[str, str]]()
    for form in forms:
        texts = {
            name: _text(questionnaire, questionnaire.items[name], typed, instrument)
            for name, typed in form.answers.items()
            if name in closed
        }
        rated = {
            name for name, text in texts.items() if _rates(questionnaire, questionnaire.items[name], text)
        }
        if closed and 2 * len(rated) >= len(closed):
            people += 1
            answers.update((name, texts[name]) for name in rated)
    return Pool(people, dict(answers))


def _text(questionnaire: Questionnaire, item: Item, typed: str, instrument: Instrument) -> str:
    return str(parse_answer(item, questionnaire.scale_of(item), typed, instrument=instrument))


def _in_confidence(item: Item, instrument: Instrument) -> bool:
    return instrument == "survey" or (instrument == "interview" and item.evidence == "perception")


def _rates(questionnaire: Questionnaire, item: Item, text: str) -> bool:
    option = questionnaire.scale_of(item).option(text)
    return str(Choice(text)) == text and option is not None and option.points is not None
