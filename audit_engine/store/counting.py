"""Counting in SQL: from answers to the evidence that scoring reads. No answer is loaded row by row."""

from __future__ import annotations

import json
from typing import cast, get_args

from sqlalchemy import Connection, text

from audit_engine.store import survey
from questionnaires.definition import Instrument, Item, MissingCode, Questionnaire
from questionnaires.routing import NOT_ASKED, STAFF_ROLES, Setting, asked_here, small_unit, survey_held
from scoring.evidence import Evidence, Group, Heard, Observation, Pattern, Pool, Tally

_GROUP = "CASE gender WHEN 'woman' THEN 'woman' WHEN 'man' THEN 'man' ELSE 'x' END"
_PEOPLE = f"""
WITH people AS (
    SELECT form, 'survey' AS instrument, 'staff' AS role, {_GROUP} AS grp, item, value
    FROM survey_answer JOIN survey_form USING (form)
    UNION ALL
    SELECT submission, instrument, role, {_GROUP}, item, value
    FROM answer JOIN submission ON submission.id = answer.submission
    WHERE instrument = 'interview' AND state <> 'void' AND replaced_at = ''
)
"""
_TALLIES = f"""{_PEOPLE}
SELECT item, instrument, role, grp, value, count(*) FROM people
WHERE value <> '{NOT_ASKED}' AND item IN (SELECT value FROM json_each(:items))
GROUP BY item, instrument, role, grp, value ORDER BY item, instrument, role, grp, value
"""
_STAFF = ", ".join(f"'{role}'" for role in STAFF_ROLES)
_NOT_POINTS = ", ".join(f"'{code}'" for code in (*get_args(MissingCode), NOT_ASKED))
_PATTERNS = f"""{_PEOPLE},
asked AS (SELECT key AS item, value AS area FROM json_each(:areas)),
form_pattern AS (
    SELECT form, instrument, grp, area, group_concat(item, ' ') AS answered
    FROM (
        SELECT form, instrument, grp, area, item FROM people JOIN asked USING (item)
        WHERE role IN ({_STAFF}) AND value NOT IN ({_NOT_POINTS}) AND value NOT LIKE 'na N_'
        ORDER BY form, item
    )
    GROUP BY form, instrument, grp, area
)
SELECT area, instrument, grp, answered, count(*) FROM form_pattern
GROUP BY area, instrument, grp, answered ORDER BY area, instrument, grp, answered
"""
_POOLS = f"""{_PEOPLE},
asked AS (SELECT key AS item, value AS area FROM json_each(:areas)),
size AS (SELECT area, count(*) AS items FROM asked GROUP BY area),
given AS (
    SELECT form, area, item, value FROM people JOIN asked USING (item)
    WHERE instrument = :instrument AND role IN ({_STAFF})
    AND value NOT IN ({_NOT_POINTS}) AND value NOT LIKE 'na N_'
),
half AS (
    SELECT form, area FROM given JOIN size USING (area)
    GROUP BY form, area, items HAVING 2 * count(*) >= items
)
"""
_POOL_PEOPLE = f"{_POOLS} SELECT area, count(*) FROM half GROUP BY area"
_POOL_ANSWERS = f"""{_POOLS}
SELECT area, item, value, count(*) FROM given JOIN half USING (form, area)
GROUP BY area, item, value ORDER BY area, item, value
"""
_OBSERVATIONS = """
SELECT item, instrument, role, value, agreed, submission.id AS ref, evidence <> '' AS evidence
FROM answer JOIN submission ON submission.id = answer.submission
WHERE state <> 'void' AND replaced_at = '' AND value <> :not_asked
AND (instrument <> 'interview' OR item IN (SELECT value FROM json_each(:looked_up)))
AND item IN (SELECT value FROM json_each(:items))
ORDER BY seq
"""
_HEARD = f"""
SELECT instrument, role, {_GROUP} AS grp, count(*) FROM submission
WHERE state <> 'void' AND instrument = 'interview'
GROUP BY instrument, role, grp ORDER BY instrument, role, grp
"""
_WORKSHOP = """
SELECT coalesce(sum(women), 0), coalesce(sum(men), 0) FROM submission
WHERE state <> 'void' AND instrument = 'workshop'
"""


def evidence(connection: Connection, questionnaire: Questionnaire, setting: Setting) -> Evidence:
    """All that was collected, counted (docs/method.md, sources)."""
    tallies = _tallies(connection, questionnaire)
    answered = frozenset(tally.item for tally in tallies)
    small = small_unit(questionnaire, setting)
    return Evidence(
        setting=setting,
        tallies=tallies,
        observations=_observations(connection, questionnaire),
        patterns=_patterns(connection, questionnaire),
        pools=_pools(connection, questionnaire, setting, answered) if small else {},
        survey_forms=survey.forms(connection),
        heard=_heard(connection),
    )


def staff_answered(connection: Connection, questionnaire: Questionnaire) -> int:
    """How many closed answers staff gave in interviews."""
    tallies = _tallies(connection, questionnaire)
    return sum(t.number for t in tallies if t.instrument == "interview" and t.role in STAFF_ROLES)


def _tallies(connection: Connection, questionnaire: Questionnaire) -> tuple[Tally, ...]:
    items = [i for i, item in questionnaire.items.items() if item.voice != "facilitator"]
    rows = connection.execute(text(_TALLIES), {"items": json.dumps(items)})
    return tuple(Tally(*row) for row in rows)


def _observations(connection: Connection, questionnaire: Questionnaire) -> tuple[Observation, ...]:
    looked_up = [i for i, item in questionnaire.items.items() if item.voice == "facilitator"]
    rows = connection.execute(
        text(_OBSERVATIONS),
        {
            "looked_up": json.dumps(looked_up),
            "items": json.dumps(list(questionnaire.items)),
            "not_asked": NOT_ASKED,
        },
    )
    return tuple(
        Observation(item, instrument, role, value, bool(agreed), ref, bool(named))
        for item, instrument, role, value, agreed, ref, named in rows
    )


def _patterns(connection: Connection, questionnaire: Questionnaire) -> tuple[Pattern, ...]:
    areas = {
        i: questionnaire.area_of[i].id for i, item in questionnaire.items.items() if _opinion_of_staff(item)
    }
    rows = connection.execute(text(_PATTERNS), {"areas": json.dumps(areas)})
    return tuple(
        Pattern(
            area, cast("Instrument", instrument), cast("Group", group), frozenset(answered.split()), people
        )
        for area, instrument, group, answered, people in rows
    )


def _pools(
    connection: Connection, questionnaire: Questionnaire, setting: Setting, answered: frozenset[str]
) -> dict[str, Pool]:
    # An answer wins over what was switched off for the whole audit.
    off = setting.switched_off.keys() - answered
    pooled = {
        i: questionnaire.area_of[i].id
        for i, item in questionnaire.items.items()
        if _opinion_of_staff(item)
        and "survey" in item.instruments
        and asked_here(item, setting)
        and i not in off
    }
    asked = {
        "areas": json.dumps(pooled),
        "instrument": "survey" if survey_held(questionnaire, setting) else "interview",
    }
    people: dict[str, int] = dict(connection.execute(text(_POOL_PEOPLE), asked).all())
    counted: dict[str, dict[tuple[str, str], int]] = {}
    for area, item, value, number in connection.execute(text(_POOL_ANSWERS), asked):
        counted.setdefault(area, {})[item, value] = number
    return {area: Pool(number, counted.get(area, {})) for area, number in people.items()}


def _heard(connection: Connection) -> tuple[Heard, ...]:
    people = [Heard(*row) for row in connection.execute(text(_HEARD))]
    women, men = connection.execute(text(_WORKSHOP)).one()
    room: list[tuple[Group, int]] = [("woman", women), ("man", men)]
    return (*people, *(Heard("workshop", "group", group, number) for group, number in room if number))


def _opinion_of_staff(item: Item) -> bool:
    return item.evidence == "perception" and item.voice == "staff"
